import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type ExactTargetPlan, exactTargetPlan } from './exactTargetPlan.js'
import {
  readMeasure,
  readPrecision,
  readReason,
  readTarget,
  TARGET_FIELDS,
  writeUnits,
} from './read.js'
import type { DefinedTargetPlan, TargetCheck, TargetField, TargetInput } from './types.js'

/**
 * Checks whether a target is SMART: that it names its measure, figure, owner, reason and end date, or as many of them as the plan requires
 * (TAR-5).
 *
 * Use it for a target that is being written; {@link setTarget} refuses one that is not complete. What is there and wrong is refused here, too.
 *
 * @throws SalesRulesError `NOT_IN_POLICY` for an unknown measure, `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE`, `TOTAL_TOO_PRECISE`, `PERIOD_INVALID`,
 *   `UNKNOWN_KEY`, `POLICY_NOT_DEFINED`.
 *
 * @example Somebody who has to sell more, by nobody knows when
 * ```ts
 * import { checkTarget, handbook } from 'sales-rules'
 *
 * const check = checkTarget({ owner: 'Li', measure: 'sales', amount: '1200000' }, handbook.targets)
 * check.smart // => false
 * check.missing // => ['reason', 'period']
 * ```
 */
export function checkTarget(target: Partial<TargetInput>, plan: DefinedTargetPlan): TargetCheck {
  const exact = exactTargetPlan(plan)
  return writeCheck(readValues(target, exact), exact)
}

type Values = Readonly<Record<TargetField, string | null>>

function readValues(target: unknown, plan: ExactTargetPlan): Values {
  const issues: Issue[] = []
  const path = ['target']
  const fields = read.fields(target, path, [...TARGET_FIELDS, 'profile'], issues) ?? {}
  const { optional } = read.of(fields, path, issues)
  const measure = optional('measure', (value, at, found) => readMeasure(value, at, plan, found))
  const known = readPrecision({ measure }, path, plan, [])
  const units = optional('amount', (value, at, found) => readTarget(value, at, known, found))
  const values = {
    measure: measure ?? null,
    amount: units === undefined ? null : writeUnits(units, known),
    owner: optional('owner', read.name) ?? null,
    reason: readReason(fields['reason'], [...path, 'reason'], false, issues),
    period: optional('period', read.anyPeriod)?.to ?? null,
  }
  issue.refuseIfAny(issues)
  return values
}

function writeCheck(values: Values, { requires, policy }: ExactTargetPlan): TargetCheck {
  const missing = requires.filter((field) => values[field] === null)
  return {
    smart: missing.length === 0,
    fields: TARGET_FIELDS.map((field) => ({
      field,
      required: requires.includes(field),
      value: values[field],
    })),
    missing,
    policy,
    clauses: ['TAR-5'],
  }
}

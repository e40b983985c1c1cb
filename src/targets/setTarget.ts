import type { DefinedCalendar, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type * as time from '../kernel/time/time.js'
import { writeHistory } from './exactHistory.js'
import { readParts, readWeights, splitUnits } from './exactSplit.js'
import { type ExactTargetPlan, exactTargetPlan } from './exactTargetPlan.js'
import { readPrecision, readReason, readTarget, writeUnits } from './read.js'
import type { DefinedTargetPlan, TargetHistory, TargetInput } from './types.js'

/**
 * Sets the target of somebody for a period, in months, as the first version of a history (TAR-2). What is returned is plain JSON: store it
 * as it is, and give it to {@link signOffTarget}, {@link reviseTarget} and {@link targetOn}.
 *
 * Everybody whom the plan names has to sign it before it counts (TAR-4). The months are those of {@link splitTarget}, by the plan's profile or
 * one of the target's own, and by working days where a calendar is given.
 *
 * @throws SalesRulesError `VALUE_MISSING` for what a target has to name (TAR-5), `NOT_IN_POLICY` for an unknown measure, `POLICY_NOT_DEFINED`,
 *   `NUMBER_OUT_OF_RANGE`, `TOTAL_TOO_PRECISE`, `PERIOD_INVALID`, `WEIGHTS_NOT_POSITIVE`, `DATE_NOT_COVERED`.
 *
 * @example The sales of a year, which nobody has signed yet
 * ```ts
 * import { handbook, setTarget } from 'sales-rules'
 *
 * const target = { owner: 'Li', measure: 'sales', amount: '1200000', period: '2026', reason: 'last year and 8%' }
 * const { versions } = setTarget(target, handbook.targets)
 * versions[0]?.parts[0] // => { period: '2026-01', from: '2026-01-01', to: '2026-01-31', amount: '100000.00' }
 * versions[0]?.missing // => ['person', 'direct-manager']
 * ```
 */
export function setTarget(
  target: TargetInput,
  plan: DefinedTargetPlan,
  calendar?: DefinedCalendar,
): TargetHistory {
  const exact = exactTargetPlan(plan)
  const issues: Issue[] = []
  const path = ['target']
  const fields = read.fields(target, path, FIELDS, issues) ?? {}
  const { required } = read.of(fields, path, issues)
  const owner = required('owner', read.name)
  const named = required('measure', read.name)
  const known = readPrecision({ measure: named }, path, exact, issues)
  const units = required('amount', (value, at, found) => readTarget(value, at, known, found))
  const reason = readReason(fields['reason'], [...path, 'reason'], isRequired(exact), issues)
  const period = required('period', read.anyPeriod)
  issue.refuseIfAny(issues)
  const span = period as time.AnyPeriod
  const parts = readParts(span, 'month', [...path, 'period'])
  const weighing = { into: 'month', profile: fields['profile'], calendar, at: AT } as const
  const { weights } = readWeights(parts, weighing, exact, issues)
  issue.refuseIfAny(issues)
  const amounts = splitUnits(units, weights, known)
  const version = {
    from: span.from,
    amount: writeUnits(units, known),
    revises: null,
    reason,
    parts: parts.map(({ name, from, to }, index) => ({
      period: name,
      from,
      to,
      amount: writeUnits(amounts[index] ?? 0n, known),
    })),
    signers: exact.signing.by,
    signatures: [],
    unsigned: exact.signing.unsigned,
    policy: exact.policy,
  }
  const history = { owner: owner as string, measure: named as string, period: span }
  return writeHistory({ ...history, versions: [version] }, ['TAR-2', 'TAR-4', 'TAR-5'])
}

const AT = {
  profile: ['target', 'profile'],
  calendar: ['calendar'],
  period: ['target', 'period'],
}
const FIELDS = ['owner', 'measure', 'amount', 'period', 'reason', 'profile']

const isRequired = ({ requires }: ExactTargetPlan) => requires.includes('reason')

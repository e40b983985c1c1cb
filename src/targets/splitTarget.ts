import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as time from '../kernel/time/time.js'
import {
  type ExactPart,
  type ExactWeights,
  type Into,
  readParts,
  readWeights,
  splitUnits,
} from './exactSplit.js'
import { exactTargetPlan } from './exactTargetPlan.js'
import { type ExactTarget, PRECISION, readPrecision, readTarget, writeUnits } from './read.js'
import type { DefinedTargetPlan, SplitOptions, TargetPeriod, TargetSplit } from './types.js'

/**
 * Splits the target of a period into months, or into weeks, that add up to it exactly (TAR-2).
 *
 * Months weigh the same, or by a seasonal profile; the days of a month weigh the same, or by a calendar only those that are worked. Where
 * there is a calendar and no profile, months weigh by their working days as well. Weeks are those of ISO 8601, cut where the period begins
 * and ends; a week across the end of a month has days of both. What is left over by rounding goes to the largest remainders, the first on a tie.
 * The period is one of the calendar, or the company's own: `{ id, from, to }`.
 *
 * @throws SalesRulesError `VALUE_MISSING` for a profile that leaves a month of the period out, `WEIGHTS_NOT_POSITIVE` for one of nothing but
 *   0, `DATE_NOT_COVERED` for a calendar that ends within the period, `PERIOD_INVALID` for a week into months,
 *   `TOTAL_TOO_PRECISE`, `NUMBER_OUT_OF_RANGE`, `NOT_IN_POLICY`.
 *
 * @example A year in months, to the cent
 * ```ts
 * import { splitTarget } from 'sales-rules'
 *
 * const { parts } = splitTarget('1000000.00', '2026', { into: 'month' })
 * parts[0] // => { period: '2026-01', from: '2026-01-01', to: '2026-01-31', amount: '83333.34' }
 * parts[11]?.amount // => '83333.33'
 * ```
 *
 * @example A quarter with a weak February, and February in weeks
 * ```ts
 * import { splitTarget } from 'sales-rules'
 *
 * const profile = { '01': 4, '02': 2, '03': 6 }
 * const months = splitTarget('900000', '2026-Q1', { into: 'month', profile }).parts
 * months.map(({ amount }) => amount) // => ['300000.00', '150000.00', '450000.00']
 * const weeks = splitTarget('140000', '2026-02', { into: 'week' }).parts
 * weeks.map(({ period, amount }) => [period, amount])
 * // => [['2026-W05', '5000.00'], ['2026-W06', '35000.00'], ['2026-W07', '35000.00'], ['2026-W08', '35000.00'], ['2026-W09', '30000.00']]
 * ```
 */
export function splitTarget(
  total: DecimalInput,
  period: TargetPeriod,
  options: SplitOptions,
  plan?: DefinedTargetPlan,
): TargetSplit {
  const exact = plan === undefined ? null : exactTargetPlan(plan)
  const issues: Issue[] = []
  const known = [...PRECISION, 'into', 'profile', 'calendar']
  const fields = read.options(options, ['options'], known, issues) ?? {}
  const target = readPrecision(fields, ['options'], exact, issues)
  const units = readTarget(total, ['total'], target, issues)
  const into = read.word(fields['into'], ['options', 'into'], UNITS, issues)
  const whole = read.anyPeriod(period, ['period'], issues)
  issue.refuseIfAny(issues)
  const span = whole as time.AnyPeriod
  const parts = readParts(span, into as Into, ['period'])
  const { profile, calendar } = fields
  const weights = readWeights(parts, { into: into as Into, profile, calendar }, exact, issues)
  issue.refuseIfAny(issues)
  return writeSplit({ span, units, parts }, weights, target)
}

const UNITS = ['month', 'week'] as const

interface Whole {
  readonly span: time.AnyPeriod
  readonly units: bigint
  readonly parts: readonly ExactPart[]
}

function writeSplit(
  { span, units, parts }: Whole,
  { by, weights }: ExactWeights,
  target: ExactTarget,
): TargetSplit {
  const amounts = splitUnits(units, weights, target)
  return {
    period: time.writeAnyPeriod(span),
    total: writeUnits(units, target),
    measure: target.measure,
    by,
    parts: parts.map(({ name, from, to }, index) => ({
      period: name,
      from,
      to,
      amount: writeUnits(amounts[index] ?? 0n, target),
    })),
    policy: target.policy,
    clauses: ['TAR-2'],
  }
}

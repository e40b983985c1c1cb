import type { DecimalInput, DefinedCalendar, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import * as time from '../kernel/time/time.js'
import { type ExactTargetPlan, exactTargetPlan } from './exactTargetPlan.js'
import { CALENDAR_MISSING, TARGET_TOO_PRECISE, TARGET_ZERO, WEEK_HAS_NO_MONTHS } from './issues.js'
import { type ExactEmployment, type Run, readEmployment } from './read.js'
import type { DefinedTargetPlan, Employment, ProratedTarget, Proration } from './types.js'

/**
 * The target of somebody who was there for a part of a period: a joiner, a leaver, somebody on leave.
 *
 * The plan's `proration` says what is counted: calendar days, months (those `started`, or only `whole` ones), or the working days of a
 * calendar. The period has a target to date for each of its days, full target × days so far ÷ days, rounded; a part of the period has
 * what the target to date gains in it. So the parts of any partition of the period add up to the full target, to the cent, and
 * somebody who was there all the time has all of it. Dates outside the period are passed over.
 *
 * @throws SalesRulesError `TARGET_ZERO` when nothing counts, as no sales can be measured by a target of 0; `VERSIONS_OVERLAP` for two
 *   leaves on one day, `DATES_OUT_OF_ORDER`, `DATE_NOT_COVERED` for a calendar that ends within the period, `VALUE_MISSING` for none by
 *   working day, `TOTAL_TOO_PRECISE` for a target of more decimals than the plan rounds to;
 *   `POLICY_CONFLICT` for a week by month.
 *
 * @example Somebody who joins on 18 May
 * ```ts
 * import { defineTargetPlan, prorateTarget } from 'sales-rules'
 *
 * const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })
 * const { target, counted, of } = prorateTarget('910000', { period: '2026-Q2', from: '2026-05-18' }, plan)
 * target // => '440000.00'
 * [counted, of] // => [44, 91]
 * ```
 *
 * @example By month, where a month counts once it was started
 * ```ts
 * import { defineTargetPlan, prorateTarget } from 'sales-rules'
 *
 * const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'month' } })
 * prorateTarget('900000', { period: '2026-Q2', from: '2026-05-18' }, plan).target // => '600000.00'
 * ```
 */
export function prorateTarget(
  target: DecimalInput,
  employment: Employment,
  plan: DefinedTargetPlan,
  calendar?: DefinedCalendar,
): ProratedTarget {
  const exact = exactTargetPlan(plan)
  const issues: Issue[] = []
  const full = readTarget(target, ['target'], exact, issues)
  const known = readEmployment(employment, ['employment'], issues)
  issue.refuseIfAny(issues)
  const stay = known as ExactEmployment
  const share = computeShare(full, stay, exact, calendar)
  if (share.units === 0n) return refuseZero(share, stay, exact)
  return writeProrated(full, share, stay, exact)
}

/** In units of the currency; a whole number of what the plan rounds to, as the parts could not add up to another. */
function readTarget(value: unknown, path: Path, plan: ExactTargetPlan, issues: Issue[]): bigint {
  const exact = read.positive(value, path, issues) ?? fraction.ZERO
  const before = issues.length
  const units = read.units(exact, plan, path, issues)
  if (issues.length === before && units % plan.step !== 0n) {
    const params = { total: write.decimal(exact), decimals: plan.keeps }
    issues.push(issue.at(TARGET_TOO_PRECISE, path, params))
  }
  return units
}

/** What somebody has of a target, and how many of the period's positions (its days, months or working days) count. */
interface Share {
  readonly units: bigint
  readonly counted: number
  readonly of: number
}

function computeShare(
  full: bigint,
  stay: ExactEmployment,
  { proration, mode, step }: ExactTargetPlan,
  calendar: DefinedCalendar | undefined,
): Share {
  const { runs, of } = countPositions(stay, proration, calendar)
  const toDate = (position: number) => {
    if (position === 0) return 0n
    return fraction.toUnits({ n: full * BigInt(position), d: BigInt(of) * step }, 0, mode) * step
  }
  return {
    units: runs.reduce((total, [from, upTo]) => total + toDate(upTo) - toDate(from), 0n),
    counted: runs.reduce((total, [from, upTo]) => total + upTo - from, 0),
    of,
  }
}

/** What counts of a period, as runs of positions, and how many positions it has. */
interface Counted {
  readonly runs: readonly Run[]
  readonly of: number
}

function countPositions(
  stay: ExactEmployment,
  { by, months }: Proration,
  calendar: DefinedCalendar | undefined,
): Counted {
  if (by === 'day') return { runs: stay.runs, of: stay.days }
  if (by === 'month') return countMonths(stay, months)
  if (calendar === undefined) return issue.refuse(CALENDAR_MISSING, ['calendar'], {})
  defined.check(calendar, 'Calendar')
  return countWorked(stay, calendar)
}

function countMonths({ period, days, runs }: ExactEmployment, rule: Proration['months']) {
  const { unit, from: first, name } = period
  if (unit === 'week')
    return issue.refuse(WEEK_HAS_NO_MONTHS, ['employment', 'period'], { given: name })
  const starts = Array.from({ length: time.MONTHS[unit] }, (_, month) =>
    time.daysBetween(first, time.addMonths(first, month)),
  )
  const counted = starts.flatMap((start, month): Run[] => {
    const end = starts[month + 1] ?? days
    const counts = ([from, upTo]: Run) =>
      rule === 'whole' ? from <= start && upTo >= end : from < end && upTo > start
    return runs.some(counts) ? [[month, month + 1]] : []
  })
  return { runs: counted, of: starts.length }
}

/** A period that the calendar does not cover is refused whole, also where somebody was there only on days that it covers. */
function countWorked({ period, days, runs }: ExactEmployment, calendar: DefinedCalendar): Counted {
  const workedBefore = (day: number) =>
    day === 0
      ? 0
      : issue.within(['employment', 'period'], () =>
          time.countWorkingDays(period.from, time.addDays(period.from, day - 1), calendar),
        )
  const of = workedBefore(days)
  return { runs: runs.map(([from, upTo]) => [workedBefore(from), workedBefore(upTo)]), of }
}

function refuseZero(
  { counted, of }: Share,
  { period }: ExactEmployment,
  plan: ExactTargetPlan,
): never {
  return issue.refuse(TARGET_ZERO, ['target'], {
    period: period.name,
    counted,
    of,
    by: plan.proration.by,
  })
}

function writeProrated(
  full: bigint,
  { units, counted, of }: Share,
  { period }: ExactEmployment,
  { decimals, proration, policy }: ExactTargetPlan,
): ProratedTarget {
  return {
    period: period.name,
    target: write.fixed(units, decimals),
    full: write.fixed(full, decimals),
    counted,
    of,
    by: proration.by,
    policy,
  }
}

import type { DecimalInput, DefinedCalendar, Issue, PolicyReference } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import * as time from '../kernel/time/time.js'
import { refuseLong } from './exactSplit.js'
import { type ExactTargetPlan, exactTargetPlan } from './exactTargetPlan.js'
import { CALENDAR_MISSING, NO_WHOLE_MONTHS, TARGET_ZERO } from './issues.js'
import {
  type ExactEmployment,
  type ExactTarget,
  type Run,
  readEmployment,
  readPrecision,
  readTarget,
  roundUnits,
  writeUnits,
} from './read.js'
import type { DefinedTargetPlan, Employment, ProratedTarget, Proration } from './types.js'

/**
 * The target of somebody who was there for a part of a period: a joiner, a leaver, somebody on leave.
 *
 * The plan's `proration` says what is counted: calendar days, months (those `started`, or only `whole` ones), or the working days of a
 * calendar. The period has a target to date for each of its days, full target × days so far ÷ days, rounded; a part of the period has
 * what the target to date gains in it. So the parts of any partition of the period add up to the full target, to the cent, and
 * somebody who was there all the time has all of it. Dates outside the period are passed over.
 *
 * Where the plan has a ramp and `joined` is given, each day weighs as much as its month of service, counted from that day, has of a target;
 * by month the months of the period are counted. The parts of any partition then add up to the target that is ramped as a whole.
 *
 * @throws SalesRulesError `TARGET_ZERO` when nothing counts, as no sales can be measured by a target of 0; `VERSIONS_OVERLAP` for two
 *   leaves on one day, `DATES_OUT_OF_ORDER`, `DATE_NOT_COVERED` for a calendar that ends within the period, `VALUE_MISSING` for none by
 *   working day, `TOTAL_TOO_PRECISE` for a target of more decimals than the plan rounds to;
 *   `POLICY_CONFLICT` by month for a week, or a period of the company's that has no whole months; `PERIOD_INVALID` for more than ten years.
 *
 * @example Somebody who joins on 18 May
 * ```ts
 * import { defineTargetPlan, prorateTarget } from 'sales-rules'
 *
 * const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })
 * const { target, counted, of } = prorateTarget('910000', { period: '2026-Q2', from: '2026-05-18' }, plan)
 * target // => '440000.00'
 * counted // => 44
 * of // => 91
 * ```
 *
 * @example By month, where a month counts once it was started
 * ```ts
 * import { defineTargetPlan, prorateTarget } from 'sales-rules'
 *
 * const plan = defineTargetPlan({ currency: 'CNY', proration: { by: 'month' } })
 * prorateTarget('900000', { period: '2026-Q2', from: '2026-05-18' }, plan).target // => '600000.00'
 * ```
 *
 * @example A ramp of 25, 50, 75 and 100% by month of service
 * ```ts
 * import { handbook, prorateTarget } from 'sales-rules'
 *
 * const { target, ramp } = prorateTarget('910000', { period: '2026-Q2', joined: '2026-05-18' }, handbook.targets)
 * ramp?.map(({ month, rate, counted }) => [month, rate, counted]) // => [[1, '0.25', 31], [2, '0.5', 13]]
 * target // => '142500.00'
 * ```
 */
export function prorateTarget(
  target: DecimalInput,
  employment: Employment,
  plan: DefinedTargetPlan,
  calendar?: DefinedCalendar,
): ProratedTarget {
  const exact = exactTargetPlan(plan)
  const found: Issue[] = []
  const known = readEmployment(employment, ['employment'], found)
  const precision = readPrecision({ measure: known?.measure }, ['employment'], exact, found)
  const issues: Issue[] = []
  const full = readTarget(target, ['target'], precision, issues)
  issue.refuseIfAny([...issues, ...found])
  const stay = known as ExactEmployment
  refuseLong(stay.period, ['employment', 'period'])
  const share = computeShare(full, stay, { plan: exact, target: precision, calendar })
  if (share.units === 0n) return refuseZero(share, stay)
  return writeProrated(full, share, stay, precision)
}

/** What a target is prorated by. */
interface Terms {
  readonly plan: ExactTargetPlan
  readonly target: ExactTarget
  readonly calendar: DefinedCalendar | undefined
}

/** What somebody has of a target, and how many of the period's positions (its days, months or working days) count. */
interface Share {
  readonly units: bigint
  readonly counted: number
  readonly of: number
  readonly by: Proration['by']
  readonly ramp: readonly (Step & { readonly counted: number })[] | null
}

function computeShare(full: bigint, stay: ExactEmployment, terms: Terms): Share {
  const { plan, target } = terms
  const { runs, of, steps } = countPositions(stay, terms)
  const toDate = (position: number) => {
    if (position === 0) return 0n
    const weight = steps === null ? fraction.whole(position) : weighUpTo(position, steps)
    return roundUnits({ n: full * weight.n, d: weight.d * BigInt(of) }, target)
  }
  return {
    units: runs.reduce((total, [from, upTo]) => total + toDate(upTo) - toDate(from), 0n),
    counted: countIn([0, of], runs),
    of,
    by: plan.proration.by,
    ramp: steps?.map((step) => ({ ...step, counted: countIn(step.run, runs) })) ?? null,
  }
}

/** Positions of a month of service, each of which has a part of what it would have. */
interface Step {
  /** From 1. */
  readonly month: number
  readonly rate: fraction.Fraction
  readonly run: Run
}

function weighUpTo(position: number, steps: readonly Step[]): fraction.Fraction {
  return fraction.sum(
    steps.map(({ rate, run }) =>
      fraction.multiply(rate, fraction.whole(countIn(run, [[0, position]]))),
    ),
  )
}

/** How many positions of a run are in others. */
function countIn([from, upTo]: Run, others: readonly Run[]): number {
  return others.reduce(
    (total, [first, last]) => total + Math.max(0, Math.min(last, upTo) - Math.max(first, from)),
    0,
  )
}

/** What counts of a period, as runs of positions, how many positions it has, and which are of which month of service. */
interface Counted {
  readonly runs: readonly Run[]
  readonly of: number
  /** Null where the target is not ramped. */
  readonly steps: readonly Step[] | null
}

function countPositions(stay: ExactEmployment, { plan, calendar }: Terms): Counted {
  const { by, months } = plan.proration
  if (by === 'day')
    return { runs: stay.runs, of: stay.days, steps: rampByDay(stay, plan.ramp, (day) => day) }
  if (by === 'month') return countMonths(stay, months, plan.ramp)
  if (calendar === undefined) return issue.refuse(CALENDAR_MISSING, ['calendar'], {})
  defined.check(calendar, 'Calendar')
  return countWorked(stay, calendar, plan.ramp)
}

type Ramp = ExactTargetPlan['ramp']

function countMonths(
  { period, days, runs, joined }: ExactEmployment,
  rule: Proration['months'],
  ramp: Ramp,
): Counted {
  const { from: first, name } = period
  const whole = time.monthsOf(period)
  if (whole === null)
    return issue.refuse(NO_WHOLE_MONTHS, ['employment', 'period'], { given: name })
  const starts = Array.from({ length: whole }, (_, month) =>
    time.daysBetween(first, time.addMonths(first, month)),
  )
  const counted = starts.flatMap((start, month): Run[] => {
    const end = starts[month + 1] ?? days
    const counts = ([from, upTo]: Run) =>
      rule === 'whole' ? from <= start && upTo >= end : from < end && upTo > start
    return runs.some(counts) ? [[month, month + 1]] : []
  })
  const of = starts.length
  if (ramp === null || joined === null) return { runs: counted, of, steps: null }
  // Where only whole months count, the one in which somebody joins is none of service, unless it is on its first day.
  const joinedIn = time.monthAt(joined, first, rule)
  return { runs: counted, of, steps: stepsOf(ramp, of, (month) => joinedIn + month) }
}

function monthsFrom(from: string, to: string): number {
  const [first, last] = [from, to].map(
    (date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)),
  )
  return (last ?? 0) - (first ?? 0)
}

/** Each month of service as a run of positions: from where it starts up to where the next one does; the last of the ramp goes on. */
function stepsOf(
  ramp: readonly fraction.Fraction[],
  of: number,
  startOf: (month: number) => number,
): Step[] {
  const within = (position: number) => Math.min(of, Math.max(0, position))
  return ramp.flatMap((rate, month): Step[] => {
    const from = within(startOf(month))
    const upTo = month + 1 < ramp.length ? within(startOf(month + 1)) : of
    return from < upTo ? [{ month: month + 1, rate, run: [from, upTo] }] : []
  })
}

/** The steps of a ramp by the days of service; `positionOf` says how many positions of the period are before a day of it. */
function rampByDay(
  { period, joined, days }: ExactEmployment,
  ramp: Ramp,
  positionOf: (day: number) => number,
): Step[] | null {
  if (ramp === null || joined === null) return null
  const most = monthsFrom(joined, period.to)
  return stepsOf(ramp, positionOf(days), (month) => {
    // A month that starts after the period's last month may be beyond the calendar's end.
    if (month > most) return positionOf(days)
    const day = time.daysBetween(period.from, time.addMonths(joined, month))
    return positionOf(Math.min(days, Math.max(0, day)))
  })
}

/** A period that the calendar does not cover is refused whole, also where somebody was there only on days that it covers. */
function countWorked(stay: ExactEmployment, calendar: DefinedCalendar, ramp: Ramp): Counted {
  const { period, days, runs } = stay
  const workedBefore = (day: number) =>
    day === 0
      ? 0
      : issue.within(['employment', 'period'], () =>
          time.countWorkingDays(period.from, time.addDays(period.from, day - 1), calendar),
        )
  return {
    of: workedBefore(days),
    runs: runs.map(([from, upTo]) => [workedBefore(from), workedBefore(upTo)]),
    steps: rampByDay(stay, ramp, workedBefore),
  }
}

function refuseZero({ counted, of, by }: Share, { period }: ExactEmployment): never {
  return issue.refuse(TARGET_ZERO, ['target'], { period: period.name, counted, of, by })
}

function writeProrated(
  full: bigint,
  { units, counted, of, by, ramp }: Share,
  { period }: ExactEmployment,
  target: ExactTarget,
): ProratedTarget {
  return {
    period: time.writeAnyPeriod(period),
    target: writeUnits(units, target),
    full: writeUnits(full, target),
    counted,
    of,
    by,
    ramp: ramp?.filter((step) => step.counted > 0).map(writeStep) ?? null,
    measure: target.measure,
    policy: target.policy as PolicyReference,
  }
}

function writeStep({ month, rate, counted }: Step & { readonly counted: number }) {
  return { month, rate: write.decimal(rate), counted }
}

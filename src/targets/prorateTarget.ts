import { readUnits } from '../commission/credit/shareUnits.js'
import type { Employment, ProratedTarget } from '../commission/credit/types.js'
import type { Proration } from '../commission/plan/terms.js'
import type { CommissionPlan, DefinedCommissionPlan } from '../commission/plan/types.js'
import type { DecimalInput, DefinedCalendar, Issue } from '../kernel/index.js'
import { refuse, refuseIfAny, within } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as currencies from '../kernel/number/currency.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import * as time from '../kernel/time/time.js'
import { type ReadPresence, type Run, readPresence } from './readEmployment.js'

/**
 * The target of somebody who was there for a part of a period: a joiner, a leaver, somebody on leave.
 *
 * The plan's `proration` says what is counted: calendar days, months (those `started`, or only `whole` ones), or the working days of a
 * calendar. The period has a target to date for each of its days, full target × days so far ÷ days, rounded; a part of the period has
 * what the target to date gains in it. So the parts of any partition of the period add up to the full target, to the cent, and
 * somebody who was there all the time has all of it. Dates outside the period are passed over.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` when the plan has no proration; `TARGET_ZERO` when nothing counts, as no sales can be measured
 *   by a target of 0; `VERSIONS_OVERLAP` for two leaves on one day, `DATES_OUT_OF_ORDER`, `DATE_NOT_COVERED` for a calendar that ends
 *   within the period, `TOTAL_TOO_PRECISE`.
 *
 * @example Somebody who joins on 18 May
 * ```ts
 * import { defineCommissionPlan, handbook, prorateTarget } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, proration: { by: 'day' } })
 * const { target, counted, of } = prorateTarget('910000', { period: '2026-Q2', from: '2026-05-18' }, plan)
 * target // => '440000.00'
 * [counted, of] // => [44, 91]
 * ```
 *
 * @example By month, where a month counts once it was started
 * ```ts
 * import { defineCommissionPlan, handbook, prorateTarget } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, proration: { by: 'month' } })
 * prorateTarget('900000', { period: '2026-Q2', from: '2026-05-18' }, plan).target // => '600000.00'
 * ```
 */
export function prorateTarget(
  target: DecimalInput,
  presence: Employment,
  plan: DefinedCommissionPlan,
  calendar?: DefinedCalendar,
): ProratedTarget {
  defined.check(plan, 'CommissionPlan')
  const { proration, currency } = plan
  if (proration === undefined) {
    const reason =
      'the plan has no "proration", so nothing says what is counted. Add it, or use the full target.'
    return refuse('POLICY_CONFLICT', [], { reason }, reason)
  }
  const issues: Issue[] = []
  const decimals = currencies.decimalsOf(currency) ?? 0
  const exact =
    read.decimal(target, ['target'], issues, { minimum: fraction.ZERO, above: true }) ??
    fraction.ZERO
  const full = readUnits(exact, { currency, decimals }, ['target'], issues)
  const present = readPresence(presence, ['presence'], issues)
  refuseIfAny(issues)
  const { runs, of } = count(present as ReadPresence, proration, calendar)
  const { period } = present as ReadPresence
  const toDate = (position: number) => targetToDate(full, position, of, plan)
  const units = runs.reduce((total, [from, upTo]) => total + toDate(upTo) - toDate(from), 0n)
  const counted = runs.reduce((total, [from, upTo]) => total + upTo - from, 0)
  if (units === 0n) return refuseZero(period, counted, of, proration)
  return {
    period,
    target: write.fixed(units, decimals),
    full: write.fixed(full, decimals),
    counted,
    of,
    by: proration.by,
  }
}

/** What counts of a period, as runs of positions, and how many positions it has. */
interface Counted {
  readonly runs: readonly Run[]
  readonly of: number
}

function count(
  present: ReadPresence,
  { by, months }: Proration,
  calendar: DefinedCalendar | undefined,
): Counted {
  if (by === 'day') return { runs: present.runs, of: present.days }
  if (by === 'month') return countMonths(present, months)
  if (calendar !== undefined) {
    defined.check(calendar, 'Calendar')
    return countWorked(present, calendar)
  }
  const expected = 'a calendar, as the plan counts working days'
  return refuse('VALUE_MISSING', ['calendar'], { expected }, `is missing, expected ${expected}.`)
}

function countMonths({ unit, first, days, runs }: ReadPresence, rule: Proration['months']) {
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
function countWorked({ first, days, runs }: ReadPresence, calendar: DefinedCalendar): Counted {
  const workedBefore = (day: number) =>
    day === 0
      ? 0
      : within(['presence', 'period'], () =>
          time.countWorkingDays(first, time.addDays(first, day - 1), calendar),
        )
  const of = workedBefore(days)
  return { runs: runs.map(([from, upTo]) => [workedBefore(from), workedBefore(upTo)]), of }
}

/** In whole units of the currency: nothing before the first position, and all of it after the last. */
function targetToDate(
  full: bigint,
  position: number,
  of: number,
  { rounding }: CommissionPlan,
): bigint {
  if (position === 0) return 0n
  return fraction.toUnits({ n: full * BigInt(position), d: BigInt(of) }, 0, rounding.mode)
}

function refuseZero(period: string, counted: number, of: number, { by }: Proration): never {
  const text = `comes to 0, as ${counted} of ${of} ${NAMES[by]} of ${period} count, and no sales can be measured by a target of 0. Leave the period out for this payee, or pay it by a plan that needs no target.`
  return refuse('TARGET_ZERO', ['target'], { period, counted }, text)
}

const NAMES = { day: 'days', month: 'months', 'working-day': 'working days' } as const

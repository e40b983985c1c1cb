import { add, type Fraction, smaller, subtract, sum, zero } from '../../oracle/fraction.js'
import { endsSpan, spanOf } from './calendar.js'
import { capYear } from './caps.js'
import { amountOf, at, lastIndexOf, lastOf, toCents } from './exact.js'
import type { Period, Plan, PlanChange } from './facts.js'
import { type Counted, salesOf } from './lines.js'
import { earnedBy, type Sold } from './scale.js'
import { mirroredIn, type Shares, type Statement, sharesOf } from './shares.js'

/** A period as it is known at some time. */
export interface Known {
  readonly index: number
  readonly facts: Period
  readonly plan: Plan
  /** What the coming of the plan means, where it begins with this period. */
  readonly change: PlanChange | null
  /** Whether it is the payee's last, or comes after it. */
  readonly isFinal: boolean
  /** The sum of the amounts given by hand for the period; null where there are none. */
  readonly byHand: Fraction | null
  readonly lines: readonly Counted[]
}

export interface Earned {
  /** Up to step 9, or step 10 in a span to date, without what an earlier stretch was still owed. */
  readonly own: Fraction
  /** Through step 12. */
  readonly beforeCap: Fraction
  /** Through step 13. */
  readonly capped: Fraction
  readonly statement: Statement
}

/** Steps 3 to 13 of the periods of one year. `shares` has what the lines of earlier years earned, and is added to. */
export function earnYear(year: readonly Known[], shares: Shares): readonly Earned[] {
  const start = lastIndexOf(year, ({ change }) => change === 'from-start-of-year')
  if (start < 0) return capYear(year, earnEach(year, shares))
  const before = earnYear(year.slice(0, start), new Map(shares))
  const { plan } = at(year, start)
  const anew = earnYear(
    year.map((period, index) => (index <= start ? { ...period, plan, change: null } : period)),
    shares,
  )
  const settled = sum(before.map(({ capped }) => capped))
  const asIfAlways = sum(anew.slice(0, start + 1).map(({ capped }) => capped))
  const first = { ...at(anew, start), capped: subtract(asIfAlways, settled) }
  return [...before, first, ...anew.slice(start + 1)]
}

function earnEach(year: readonly Known[], shares: Shares): readonly Earned[] {
  const earned: Earned[] = []
  for (const [index, period] of year.entries()) {
    const own = ownOf(year, index, earned)
    const owed = isNewStretch(year, index) ? owedBefore(year, index, earned) : zero
    const { amount: cap } = period.plan.cap ?? {}
    const whole = add(own, owed)
    const atMost = cap === undefined ? whole : smaller(whole, amountOf(cap))
    const statement = statementOf(year, index, earned, atMost)
    for (const [id, share] of sharesOf(statement)) shares.set(id, share)
    const beforeCap = subtract(atMost, mirroredIn(period.lines, shares))
    earned.push({ own, beforeCap, capped: beforeCap, statement })
  }
  return earned
}

/** What a period earns by itself: alone, or to date. */
function ownOf(year: readonly Known[], index: number, earned: readonly Earned[]): Fraction {
  if (!countsToDate(at(year, index))) return aloneOf(year, index)
  return subtract(toDateOf(year, index), ownBefore(year, index, earned))
}

function aloneOf(year: readonly Known[], index: number): Fraction {
  const { plan, facts } = at(year, index)
  const sold = soldIn(year, index, index)
  return toCents(earnedBy(sold, sold, plan, facts))
}

/** P(B) − P(A). */
function toDateOf(year: readonly Known[], index: number): Fraction {
  const { plan, facts } = at(year, index)
  const reached = soldIn(year, spanStart(year, index), index)
  const place = placeOf(year, index)
  return toCents(
    subtract(earnedBy(reached, reached, plan, facts), earnedBy(place, reached, plan, facts)),
  )
}

function placeOf(year: readonly Known[], index: number): Sold {
  return soldIn(year, spanStart(year, index), stretchStart(year, index) - 1)
}

function ownBefore(year: readonly Known[], index: number, earned: readonly Earned[]): Fraction {
  return sum(earned.slice(stretchStart(year, index), index).map(({ own }) => own))
}

/** What the stretch that ended just before is still owed, because its true-up did not come. */
function owedBefore(year: readonly Known[], index: number, earned: readonly Earned[]): Fraction {
  const last = index - 1
  const before = at(year, last)
  if (accrualOf(before) === 'period' || countsToDate(before)) return zero
  return subtract(toDateOf(year, last), add(ownBefore(year, last, earned), at(earned, last).own))
}

function isNewStretch(year: readonly Known[], index: number): boolean {
  return index > 0 && stretchStart(year, index) === index
}

/** Whether a period is settled on all of its span so far. */
function countsToDate(period: Known): boolean {
  if (accrualOf(period) === 'period') return false
  const { trueUp } = period.plan.payment
  if (trueUp === undefined || trueUp === 'every-period' || period.isFinal) return true
  return endsSpan(period.facts.period, trueUp, period.plan.yearStartsIn)
}

function accrualOf({ plan }: Known) {
  return plan.payment.accrual ?? 'period'
}

/** The first period of the span so far: of the year or the quarter, or since the last restart. */
function spanStart(year: readonly Known[], index: number): number {
  const { plan, facts } = at(year, index)
  if (accrualOf(at(year, index)) === 'period') return index
  const restart = lastIndexOf(year.slice(0, index + 1), ({ change }) => change === 'restart')
  if (accrualOf(at(year, index)) === 'year-to-date') return Math.max(0, restart)
  const quarter = spanOf(facts.period, 'quarter', plan.yearStartsIn)
  const first = year.findIndex(
    (other) => spanOf(other.facts.period, 'quarter', plan.yearStartsIn) === quarter,
  )
  return Math.max(first, restart)
}

/** The first period of the stretch: adjacent periods of one span under one plan and one uplift. */
export function stretchStart(year: readonly Known[], index: number): number {
  let start = index
  const first = spanStart(year, index)
  while (start > first && continues(year, start)) start -= 1
  return start
}

function continues(year: readonly Known[], index: number): boolean {
  const { change, facts } = at(year, index)
  const uplift = amountOf(facts.coefficientUplift)
  const before = amountOf(at(year, index - 1).facts.coefficientUplift)
  return change === null && subtract(uplift, before).n === 0n
}

/** What the periods from one to another sold, and their target: added up, or given for the span. */
function soldIn(year: readonly Known[], from: number, to: number): Sold {
  const periods = year.slice(from, to + 1)
  const given = lastOf(periods, ({ facts }) => typeof facts.target === 'object')?.facts.target
  return {
    sales: sum(periods.map(soldBy)),
    target:
      typeof given === 'object'
        ? amountOf(given.amount)
        : sum(
            periods.map(({ facts }) =>
              typeof facts.target === 'string' ? amountOf(facts.target) : zero,
            ),
          ),
  }
}

export function soldBy({ facts, lines }: Known): Fraction {
  return facts.lines === undefined ? amountOf(facts.sales) : salesOf(lines)
}

/** What the statement of a period says, up to step 11: of the period alone, or of the stretch so far. */
function statementOf(
  year: readonly Known[],
  index: number,
  earned: readonly Earned[],
  amount: Fraction,
): Statement {
  const period = at(year, index)
  const isToDate = countsToDate(period)
  const start = isToDate ? stretchStart(year, index) : index
  const reached = soldIn(year, isToDate ? spanStart(year, index) : index, index)
  const place = isToDate ? placeOf(year, index) : { sales: zero, target: reached.target }
  const { target } = reached
  // A line earns what it adds to the commission of the lines before it, as if it were the last.
  const earnedAt = (sold: Sold, through: Fraction) =>
    earnedBy(sold, reached, period.plan, period.facts, { sales: through, target })
  return {
    plan: period.plan,
    first: at(year, start).index,
    lines: year.slice(start, index + 1).flatMap(({ lines }) => lines),
    earnedAt: (sold) => {
      const through = add(place.sales, sold)
      return subtract(earnedAt({ sales: through, target }, through), earnedAt(place, through))
    },
    amount: add(amount, sum(earned.slice(start, index).map(({ beforeCap }) => beforeCap))),
  }
}

import { add, type Fraction, smaller, subtract, sum, zero } from '../../oracle/fraction.js'
import { type Awarded, awardsOf, sumOf } from './awards.js'
import { endsSpan, type Span, spanOf } from './calendar.js'
import { capYear } from './caps.js'
import { amountOf, at, isBelow, lastIndexOf, lastOf, toCents } from './exact.js'
import type { Period, Plan, PlanChange } from './facts.js'
import { type Counted, isMirrored, isOf, lowersSales, salesOf } from './lines.js'
import { earnedBy, isShut, type Sold } from './scale.js'
import { mirroredIn, type Shares, type Statement, sharesOf } from './shares.js'
import { walks, weigh } from './walk.js'

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
  /** What the cap of the period leaves of it, for its lines to share. */
  readonly stated: Fraction
  /** Through step 12. */
  readonly beforeCap: Fraction
  /** What the cap of each span looks at in step 13: what the caps before it have left. */
  readonly beforeCapOf: Readonly<Record<Span, Fraction>>
  /** Through step 13. */
  readonly capped: Fraction
  readonly statement: Statement
}

/** Steps 3 to 13 of the periods of one year. `shares` has what the lines of earlier years earned, and is added to. */
export function earnYear(
  year: readonly Known[],
  shares: Shares,
  older: readonly Known[],
): readonly Earned[] {
  const start = lastIndexOf(year, ({ change }) => change === 'from-start-of-year')
  if (start < 0) return capYear(year, earnEach(year, shares, older))
  const before = earnYear(year.slice(0, start), new Map(shares), older)
  const anew = earnYear(asIfAlways(year), shares, older)
  const settled = sum(before.map(({ capped }) => capped))
  const through = sum(anew.slice(0, start + 1).map(({ capped }) => capped))
  const first = { ...at(anew, start), capped: subtract(through, settled) }
  return [...before, first, ...anew.slice(start + 1)]
}

/** A year as the plan counts it that was taken to hold from its start. */
export function asIfAlways(year: readonly Known[]): readonly Known[] {
  const start = lastIndexOf(year, ({ change }) => change === 'from-start-of-year')
  if (start < 0) return year
  const { plan } = at(year, start)
  return year.map((period, index) => (index <= start ? under(plan, period) : period))
}

/** A period as if the plan had always held. */
function under(plan: Plan, period: Known): Known {
  const isMirrored = plan.refunds === 'mirror'
  const lines = period.lines.map((line) => (line.kind === 'sale' ? line : { ...line, isMirrored }))
  return { ...period, plan, change: null, lines }
}

function earnEach(
  year: readonly Known[],
  shares: Shares,
  older: readonly Known[],
): readonly Earned[] {
  const earned: Earned[] = []
  const taken = new Map<string, Fraction>()
  for (const [index, { plan }] of year.entries()) {
    const ended = endedBefore(year, index)
    const own = ownOf(year, index, earned, older)
    const owed = ended === undefined ? zero : owedOf(ended, earned, shares, taken, older)
    const stated = capped(own, plan)
    const statement = statementOf(year, index, [...earned, { own, stated }], older)
    for (const [id, share] of sharesOf(statement)) shares.set(id, share)
    const back = takenBack(statement, shares, taken)
    const beforeCap = subtract(capped(add(own, owed), plan), back)
    const beforeCapOf = { quarter: beforeCap, half: beforeCap, year: beforeCap }
    earned.push({ own, stated, beforeCap, beforeCapOf, capped: beforeCap, statement })
  }
  return earned
}

/** Step 11. */
function capped(amount: Fraction, { cap }: Plan): Fraction {
  return cap?.amount === undefined ? amount : smaller(amount, amountOf(cap.amount))
}

/**
 * Step 12: what the mirrored refunds of a statement take back, less what they took before. A refund whose line is of the same statement
 * takes what that line earns by it; another one took what its line earned by then.
 */
function takenBack({ lines }: Statement, shares: Shares, taken: Map<string, Fraction>): Fraction {
  const refunds = lines.filter(isMirrored)
  return sum(
    refunds.map((refund) => {
      const before = taken.get(refund.id)
      const isFirst = before === undefined
      const now = isFirst || isOf(refund, lines) ? mirroredIn([refund], shares) : before
      taken.set(refund.id, now)
      return subtract(now, before ?? zero)
    }),
  )
}

/** What a period earns by itself: alone, or to date. */
function ownOf(
  year: readonly Known[],
  index: number,
  earned: readonly Earned[],
  older: readonly Known[],
): Fraction {
  const awards = sumOf(awardedIn(year, index, older))
  if (!countsToDate(at(year, index))) return add(aloneOf(year, index), awards)
  return subtract(add(toDateOf(year, index), awards), ownBefore(year, index, earned))
}

/** Step 9: what each line of the statement of a period has of the awards that are paid. */
function awardedIn(year: readonly Known[], index: number, older: readonly Known[]): Awarded {
  const { plan } = at(year, index)
  const isToDate = countsToDate(at(year, index))
  const attained = attainedIn(
    year,
    index,
    soldIn(year, isToDate ? spanStart(year, index) : index, index, plan),
  )
  const awards = (plan.awards ?? []).filter(
    ({ whileGateShut }) => whileGateShut !== 'forgone' || !isShut(attained, plan),
  )
  const start = accrualOf(at(year, index)) === 'period' ? index : stretchStart(year, index)
  const alone = isToDate ? [] : year.slice(start, index)
  const before = [
    ...statementsOf(older),
    ...statementsOf(year.slice(0, start)),
    ...alone.map(({ lines }) => lines),
  ]
  return awardsOf([...before, linesIn(year, index)], { ...plan, awards })
}

/** The lines of the statements of a year: of each period, or of each stretch to date. */
function statementsOf(year: readonly Known[]): readonly (readonly Counted[])[] {
  const starts = year.map((period, index) =>
    accrualOf(period) === 'period' ? index : stretchStart(year, index),
  )
  return [...new Set(starts)].map((start) =>
    year.filter((_, index) => starts[index] === start).flatMap(({ lines }) => lines),
  )
}

function aloneOf(year: readonly Known[], index: number): Fraction {
  const { plan, facts } = at(year, index)
  const sold = soldIn(year, index, index, plan)
  return toCents(earnedBy(sold, attainedIn(year, index, sold), plan, facts, sold))
}

/** P(B) − P(A). */
function toDateOf(year: readonly Known[], index: number): Fraction {
  const { plan, facts } = at(year, index)
  const reached = soldIn(year, spanStart(year, index), index, plan)
  const attained = attainedIn(year, index, reached)
  const earnedAt = (sold: Sold) => earnedBy(sold, attained, plan, facts, reached)
  return toCents(subtract(earnedAt(reached), earnedAt(placeOf(year, index))))
}

/** What counts towards the target: mirrored refunds of a line of the same statement count against it. */
function attainedIn(year: readonly Known[], index: number, reached: Sold): Sold {
  const lines = linesIn(year, index)
  const { plan } = at(year, index)
  const against = lines.filter((line) => isMirrored(line) && isOf(line, lines))
  const counts = against.map((line) => weigh(line, plan).counts)
  return { ...reached, sales: add(reached.sales, sum(counts)) }
}

/** The lines of a period's statement: its own, or those of its stretch so far. */
function linesIn(year: readonly Known[], index: number): readonly Counted[] {
  const start = countsToDate(at(year, index)) ? stretchStart(year, index) : index
  return year.slice(start, index + 1).flatMap(({ lines }) => lines)
}

function placeOf(year: readonly Known[], index: number): Sold {
  const { plan } = at(year, index)
  return soldIn(year, spanStart(year, index), stretchStart(year, index) - 1, plan)
}

function ownBefore(year: readonly Known[], index: number, earned: readonly Earned[]): Fraction {
  return sum(earned.slice(stretchStart(year, index), index).map(({ own }) => own))
}

/** The year through the stretch that ended just before, as if trued up, where its true-up did not come. */
function endedBefore(year: readonly Known[], index: number): readonly Known[] | undefined {
  if (index === 0 || stretchStart(year, index) !== index) return undefined
  const last = at(year, index - 1)
  if (accrualOf(last) === 'period' || countsToDate(last)) return undefined
  return [...year.slice(0, index - 1), { ...last, isFinal: true }]
}

/**
 * What an ended stretch is still owed, less what its mirrored refunds take back besides. No line gets a share of it, and its lines are those
 * that the caps of its own periods have left.
 */
function owedOf(
  ended: readonly Known[],
  earned: readonly Earned[],
  shares: Shares,
  taken: Map<string, Fraction>,
  older: readonly Known[],
): Fraction {
  const last = ended.length - 1
  const own = add(ownBefore(ended, last, earned), at(earned, last).own)
  const awards = sumOf(awardedIn(ended, last, older))
  const owed = subtract(add(toDateOf(ended, last), awards), own)
  const soFar = statementOf(ended, last, earned, older)
  const amount = add(soFar.amount, owed)
  const atMost = earned.slice(stretchStart(ended, last)).some(isCut) ? amount : null
  const statement = { ...soFar, amount, atMost }
  const ofLines = new Map([...shares, ...sharesOf(statement)])
  return subtract(owed, takenBack(statement, ofLines, taken))
}

/** Whether a period is settled on all of its span so far. */
function countsToDate(period: Known): boolean {
  if (accrualOf(period) === 'period') return false
  const { trueUp } = period.plan.payment
  if (trueUp === undefined || trueUp === 'every-period' || period.isFinal) return true
  const span = trueUp === 'half-year' ? 'half' : trueUp
  return endsSpan(period.facts.period, span, period.plan.yearStartsIn)
}

function accrualOf({ plan }: Known) {
  return plan.payment.accrual ?? 'period'
}

/** The first period of the span so far: of the year or the quarter, or since the last restart. */
function spanStart(year: readonly Known[], index: number): number {
  const { plan, facts } = at(year, index)
  const span = spanCounted(plan)
  if (span === undefined) return index
  const restart = lastIndexOf(year.slice(0, index + 1), ({ change }) => change === 'restart')
  const own = spanOf(facts.period, span, plan.yearStartsIn)
  const first = year.findIndex(
    (other) => spanOf(other.facts.period, span, plan.yearStartsIn) === own,
  )
  return Math.max(first, restart)
}

function spanCounted({ payment: { accrual } }: Plan): Span | undefined {
  if (accrual === 'quarter-to-date') return 'quarter'
  if (accrual === 'half-year-to-date') return 'half'
  return accrual === 'year-to-date' ? 'year' : undefined
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
function soldIn(year: readonly Known[], from: number, to: number, plan: Plan): Sold {
  const periods = year.slice(from, to + 1)
  const lines = periods.flatMap((period) => period.lines.filter(lowersSales))
  const weighed = lines.map((line) => weigh(line, plan))
  const given = lastOf(periods, ({ facts }) => typeof facts.target === 'object')?.facts.target
  return {
    sales: walks(plan) ? sum(weighed.map(({ counts }) => counts)) : sum(periods.map(soldBy)),
    lines: weighed,
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
  earned: readonly Pick<Earned, 'own' | 'stated'>[],
  older: readonly Known[],
): Statement {
  const { plan, facts } = at(year, index)
  const isToDate = countsToDate(at(year, index))
  const start = isToDate ? stretchStart(year, index) : index
  const reached = soldIn(year, isToDate ? spanStart(year, index) : index, index, plan)
  const place = isToDate ? placeOf(year, index) : { sales: zero, target: reached.target, lines: [] }
  const { target } = reached
  const attained = attainedIn(year, index, reached)
  const through = earned.slice(start, index + 1)
  // A line earns what it adds to the commission of the lines before it, as if it were the last.
  const earnedAt = (sold: Sold, sales: Fraction) =>
    earnedBy(sold, attained, plan, facts, { sales, target })
  return {
    plan,
    first: at(year, start).index,
    lines: linesIn(year, index),
    awarded: awardedIn(year, index, older),
    earnedAt: (sold, own) => {
      const weighed = own.map((line) => weigh(line, plan))
      const counts = walks(plan) ? sum(weighed.map((line) => line.counts)) : sold
      const sales = add(place.sales, counts)
      const lines = [...(place.lines ?? []), ...weighed]
      return subtract(earnedAt({ sales, target, lines }, sales), earnedAt(place, sales))
    },
    amount: sum(through.map(({ stated }) => stated)),
    atMost: leftBy(plan, through),
  }
}

function leftBy(
  { cap }: Plan,
  through: readonly Pick<Earned, 'own' | 'stated'>[],
): Fraction | null {
  if (cap?.amount === undefined) return null
  const figures = through.map(({ stated }) => stated)
  return through.some(isCut) ? sum(figures) : sum([...figures.slice(0, -1), amountOf(cap.amount)])
}

function isCut({ own, stated }: Pick<Earned, 'own' | 'stated'>): boolean {
  return isBelow(stated, own)
}

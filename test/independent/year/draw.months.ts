/** Random months, and the facts that they become under what a year may hold. */
import fc from 'fast-check'
import { monthAt } from './build.js'
import type { Drawn } from './draw.js'
import { optional } from './draw.plans.js'
import { at } from './exact.js'
import type { AmountByHand, Line, Period, Settled } from './facts.js'

/** A figure of sales that leans to the edges: nothing, less than nothing, exactly a target. */
const sold = fc.oneof(
  fc.constantFrom(0, 5_000, 10_000, 20_000),
  fc.integer({ min: -8, max: 50 }).map((half) => half * 500),
)

/** What is drawn for each month; what does not fit the plan is left out below. */
export interface DrawnMonth {
  readonly sales: number
  readonly others: readonly number[]
  readonly cents: number
  readonly isForeign: boolean
  readonly isLeave: boolean
  readonly refunds: number | undefined
  readonly namesInFull: boolean
  readonly came: readonly number[]
  readonly hand: { readonly amount: number; readonly ago: number } | undefined
  readonly correction:
    | {
        readonly ago: number
        readonly sales: number
        readonly target: string
        readonly refund: 'as-it-was' | 'half' | 'none'
      }
    | undefined
}

export const drawnMonths: fc.Arbitrary<DrawnMonth> = fc.record({
  sales: sold,
  others: fc.array(sold, { maxLength: 2 }),
  cents: fc.constantFrom(0, 0, 0, 5, 33),
  isForeign: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  isLeave: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  refunds: optional(fc.constantFrom(0.5, 1), 4),
  namesInFull: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  came: fc.array(fc.constantFrom(0.3, 0.5, 1), { maxLength: 3 }),
  hand: optional(
    fc.record({ amount: fc.constantFrom(-300, -100, 250), ago: fc.integer({ min: 0, max: 3 }) }),
    4,
  ),
  correction: optional(
    fc.record({
      ago: fc.integer({ min: 1, max: 4 }),
      sales: sold,
      target: fc.constantFrom('10000', '10000', '6000'),
      refund: fc.constantFrom('as-it-was' as const, 'half' as const, 'none' as const),
    }),
    4,
  ),
})

export function periodOf(
  drawn: Drawn,
  index: number,
  book: Map<string, number>,
  before: readonly Settled[],
): Settled {
  const month = at(drawn.months, index)
  const facts = factsOf(drawn, index, book)
  const corrections = correctionOf(drawn, index, before)
  const byHand = handOf(month, index, drawn)
  const collected = drawn.on === 'booked' || drawn.on === 'later' ? [] : cameFor(month, book)
  return {
    facts,
    ...(corrections && { corrections: [corrections] }),
    ...(byHand && { byHand: [byHand] }),
    ...(collected.length > 0 && { collected }),
    ...(drawn.leavesAfter === index && { isFinal: true }),
  }
}

function factsOf(drawn: Drawn, index: number, book: Map<string, number>): Period {
  const month = at(drawn.months, index)
  const period = monthAt(drawn.from + index)
  const hasLeft = drawn.leavesAfter !== undefined && index > drawn.leavesAfter
  const isLeave = hasLeft || month.isLeave
  const sales = isLeave ? { ...month, sales: 0, others: [], cents: 0 } : month
  const lines = drawn.hasLines ? linesOf(drawn, sales, period, book) : undefined
  return {
    period,
    ...(lines === undefined ? { sales: figureOf(sales.sales, sales.cents) } : { lines }),
    ...upliftOf(drawn, index),
    ...(lines?.some(({ currency }) => currency) && { exchangeRates: ratesOf(period) }),
    ...(isLeave && !lines?.length ? {} : { target: targetOf(drawn, period) }),
  }
}

function targetOf({ targetOfYear }: Drawn, period: string): NonNullable<Period['target']> {
  return targetOfYear === undefined ? '10000' : { period: period.slice(0, 4), amount: targetOfYear }
}

/** A dollar is worth more in every other month. */
function ratesOf(period: string) {
  const rate = Number(period.slice(-2)) % 2 === 0 ? '1.1' : '0.9'
  return [{ currency: 'USD', from: `${period}-01`, to: `${period}-28`, rate }]
}

function upliftOf({ uplift }: Drawn, index: number): Partial<Period> {
  return uplift !== undefined && index >= uplift.from ? { coefficientUplift: uplift.rate } : {}
}

function figureOf(sales: number, cents: number): string {
  return cents === 0 ? String(sales) : `${sales}.${String(cents).padStart(2, '0')}`
}

function linesOf(
  drawn: Drawn,
  month: DrawnMonth,
  period: string,
  book: Map<string, number>,
): readonly Line[] {
  const first = [...book].find(([, amount]) => amount > 0)
  const sales = salesIn(drawn, month, period)
  for (const { id, amount } of sales) book.set(id, Number(amount))
  if (month.refunds === undefined || first === undefined) return sales
  const [id, amount] = first
  const part = amount * month.refunds
  book.set(id, amount - part)
  const foreign = id.endsWith('USD') && { currency: 'USD', date: `${period}-10` }
  const refundOf = month.namesInFull ? { id, amount: String(amount), commission: '7' } : id
  return [...sales, { id: `R-${period}`, amount: String(-part), refundOf, ...foreign }]
}

function salesIn(
  drawn: Drawn,
  { sales, others, cents, isForeign }: DrawnMonth,
  period: string,
): readonly Line[] {
  return [sales, ...others]
    .filter((amount) => amount > 0)
    .map((amount, position) =>
      isForeign && position === 0
        ? dollars(period, amount)
        : {
            id: `${period}-${position}`,
            amount: figureOf(amount, drawn.on === 'booked' ? cents : 0),
          },
    )
}

function dollars(period: string, amount: number): Line {
  return { id: `${period}-USD`, amount: String(amount), currency: 'USD', date: `${period}-10` }
}

function correctionOf(
  { months, leavesAfter }: Drawn,
  index: number,
  before: readonly Settled[],
): Period | undefined {
  const { correction } = at(months, index)
  if (correction === undefined) return undefined
  const wrong = before[index - correction.ago]?.facts
  const hasLeft = leavesAfter !== undefined && index - correction.ago > leavesAfter
  if (wrong === undefined || (hasLeft && correction.sales > 0)) return undefined
  const { sales: _, lines, ...facts } = wrong
  const target = typeof facts.target === 'object' ? facts.target : correction.target
  if (lines === undefined) return { ...facts, sales: String(correction.sales), target }
  const first = lines.find(({ refundOf }) => refundOf === undefined)
  if (lines.length === 0 || (first && correction.sales <= 0)) return undefined
  const now = lines.flatMap((line) => {
    if (line === first) return [{ ...line, amount: String(correction.sales) }]
    return line.refundOf === undefined ? [line] : refundReally(line, correction.refund)
  })
  return { ...facts, lines: now, target }
}

function refundReally(refund: Line, really: 'as-it-was' | 'half' | 'none'): readonly Line[] {
  if (really === 'none') return []
  return [really === 'half' ? { ...refund, amount: String(Number(refund.amount) / 2) } : refund]
}

function handOf({ hand }: DrawnMonth, index: number, drawn: Drawn): AmountByHand | undefined {
  if (hand === undefined) return undefined
  const amount = String(hand.amount)
  // Whether a year that is computed anew has earned such an amount as well, the page does not say.
  const isAnew = drawn.change?.kind === 'from-start-of-year'
  const isTaken = drawn.on === 'booked' && !isAnew
  const ofPeriod = isTaken && hand.ago > 0 && hand.ago <= index
  return ofPeriod ? { amount, period: monthAt(drawn.from + index - hand.ago) } : { amount }
}

/** Parts of what was sold so far, more than is open among them. */
function cameFor({ came }: DrawnMonth, book: ReadonlyMap<string, number>) {
  const open = [...book].filter(([, amount]) => amount > 0).reverse()
  return came.flatMap((part, position) => {
    const [line, amount] = open[position] ?? []
    return line === undefined || amount === undefined
      ? []
      : [{ line, amount: String(Math.round(amount * part * 100) / 100) }]
  })
}

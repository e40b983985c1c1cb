/** Random years of payees. What a year may hold is drawn with it, so that every mechanism meets every other. */
import fc from 'fast-check'
import { monthAt, tiers } from './build.js'
import type { AmountByHand, Line, Period, Plan, PlanChange, Settled, Step, Year } from './facts.js'

/** A year, and the indexes of the periods with which a settlement begins. */
export interface Chain {
  readonly year: Year
  readonly starts: readonly number[]
}

/** There in one of so many cases. */
const optional = <Value>(values: fc.Arbitrary<Value>, oneIn = 2) =>
  fc.oneof(
    { arbitrary: fc.constant(undefined), weight: oneIn - 1 },
    { arbitrary: values, weight: 1 },
  )

function optionally<Value extends object>(values: fc.Arbitrary<Value>, oneIn = 2) {
  return optional(values, oneIn).map((value) => value ?? {})
}

const merged = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((drawn) => Object.assign({}, ...drawn))

const scales: fc.Arbitrary<Plan['scale']> = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'marginal' as const, 'whole-amount' as const),
    ends: fc.uniqueArray(fc.constantFrom(5_000, 10_000, 20_000, 40_000), { maxLength: 2 }),
    rates: fc.array(fc.constantFrom('0.05', '0.1', '0.2', '0.035'), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(({ mode, ends, rates }) => {
    const steps = ends.sort((a, b) => a - b).flatMap((end, index) => [rates[index] ?? '0.1', end])
    return { mode, tiers: tiers(...steps, rates[2] ?? '0.1') }
  })

const steps: fc.Arbitrary<readonly Step[]> = fc
  .record({
    upTo: fc.constantFrom('0.5', '1', '1.5'),
    multiplier: fc.constantFrom('2', '1.5', '0.5'),
  })
  .map(({ upTo, multiplier }) => [
    { id: 'to', upTo, multiplier: '1' },
    { id: 'from', upTo: null, multiplier },
  ])

const accruals: fc.Arbitrary<object> = fc.constantFrom(
  { accrual: 'period' },
  { accrual: 'period' },
  { accrual: 'year-to-date' },
  { accrual: 'quarter-to-date' },
  { accrual: 'year-to-date', trueUp: 'quarter' },
  { accrual: 'year-to-date', trueUp: 'year' },
)

const draws: fc.Arbitrary<object> = merged(
  fc.record({
    amount: fc.constantFrom('300', '700'),
    kind: fc.constantFrom('recoverable', 'non-recoverable'),
  }),
  fc.record({
    recoverFrom: fc.constantFrom('all', 'above-draw'),
    owedAtMost: optional(fc.constant('1000')),
    periods: optional(fc.constantFrom(1, 2, 3)),
  }),
).map((draw) => {
  const { kind, owedAtMost, periods, recoverFrom, ...others } = draw as Record<string, unknown>
  const ofAdvance = { recoverFrom, ...(owedAtMost ? { owedAtMost } : {}) }
  const ends = periods === undefined ? {} : { periods }
  return { ...others, kind, ...(kind === 'recoverable' && { ...ofAdvance, ...ends }) }
})

const payments: fc.Arbitrary<object> = merged(
  accruals,
  optionally(fc.record({ holdback: heldParts() })),
  optionally(fc.record({ draw: draws })),
  optionally(fc.record({ minimumPayout: fc.constantFrom('50', '400') })),
)

function heldParts() {
  return fc.record({
    share: fc.constantFrom('0.2', '0.333'),
    releaseAfter: fc.constantFrom(1, 3),
  })
}

function caps() {
  return merged(
    optionally(fc.record({ amount: fc.constantFrom('500', '1500') })),
    optionally(fc.record({ year: fc.constantFrom('900', '2500', '6000') })),
    optionally(fc.record({ quarter: fc.constantFrom('700', '2000') })),
  )
}

function gates() {
  return fc
    .tuple(
      fc.constantFrom('0.5', '1', '1.2'),
      fc.constantFrom('all', 'all', 'above-target', 'above-gate'),
      fc.constantFrom('first-tier', 'own-tier'),
    )
    .map(([attainment, counts, startsIn]) => ({
      gate: {
        attainment,
        ...(counts !== 'all' && { counts }),
        ...(counts !== 'all' && startsIn === 'own-tier' && { startsIn }),
      },
    }))
}

const plans: fc.Arbitrary<Plan> = merged(
  fc.record({ scale: scales, payment: payments }),
  optionally(gates()),
  optionally(
    fc.record({
      accelerator: fc.record({
        mode: fc.constantFrom('marginal', 'whole-amount'),
        steps,
      }),
    }),
  ),
  optionally(fc.record({ cap: caps().filter((cap) => Object.keys(cap).length > 0) })),
  fc.record({
    coefficient: fc.constantFrom({ applies: 'add-to-rate' }, { applies: 'multiply' }),
    refunds: fc.constantFrom('net', 'net', 'mirror'),
  }),
)
  .map((parts) => ({ currency: 'EUR', exchange: { on: 'order-date' }, ...parts }) as Plan)
  .map(withFittingSteps)

/** A marginal accelerator needs marginal tiers. */
function withFittingSteps(plan: Plan): Plan {
  if (plan.accelerator === undefined || plan.scale.mode === 'marginal') return plan
  return { ...plan, accelerator: { ...plan.accelerator, mode: 'whole-amount' } }
}

/** A figure of sales that leans to the edges: nothing, less than nothing, exactly a target. */
const sold = fc.oneof(
  fc.constantFrom(0, 5_000, 10_000, 20_000),
  fc.integer({ min: -8, max: 50 }).map((half) => half * 500),
)

/** What is drawn for each month; what does not fit the plan is left out below. */
interface DrawnMonth {
  readonly sales: number
  readonly others: readonly number[]
  readonly cents: number
  readonly isForeign: boolean
  readonly refunds: number | undefined
  readonly came: readonly number[]
  readonly hand: { readonly amount: number; readonly ago: number } | undefined
  readonly correction:
    | { readonly ago: number; readonly sales: number; readonly target: string }
    | undefined
}

const drawnMonths: fc.Arbitrary<DrawnMonth> = fc.record({
  sales: sold,
  others: fc.array(sold, { maxLength: 2 }),
  cents: fc.constantFrom(0, 0, 0, 5, 33),
  isForeign: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
  refunds: optional(fc.constantFrom(0.5, 1), 4),
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
    }),
    4,
  ),
})

/** What a list of years may hold. */
export interface Features {
  readonly plan: (plan: Plan) => boolean
  readonly on: readonly ('booked' | 'invoiced' | 'collected')[]
  readonly hasCorrections: boolean
  readonly hasHandOfPeriod: boolean
  readonly hasLaterRefunds: boolean
  readonly hasUpliftChange: boolean
  readonly hasPlanChange: boolean
  readonly hasFinal: boolean
}

interface Drawn {
  readonly plan: Plan
  readonly next: Plan
  readonly on: 'booked' | 'invoiced' | 'collected'
  readonly hasLines: boolean
  readonly months: readonly DrawnMonth[]
  readonly from: number
  readonly uplift: { readonly from: number; readonly rate: string } | undefined
  readonly change: { readonly from: number; readonly kind: PlanChange } | undefined
  readonly starts: readonly number[]
  readonly final: boolean
}

/** Years with the features of a list, each cut into settlements anywhere. */
export function chains(features: Features): fc.Arbitrary<Chain> {
  const fitting = plans.filter(features.plan)
  return fc
    .record({
      plan: fitting,
      next: fitting,
      on: fc.constantFrom(...features.on),
      hasLines: fc.boolean(),
      months: fc.array(drawnMonths, { minLength: 2, maxLength: 7 }),
      from: fc.constantFrom(1, 1, 1, 5, 9, 11),
      uplift: optional(
        fc.record({ from: fc.integer({ min: 1, max: 5 }), rate: fc.constantFrom('0.005', '0.01') }),
        3,
      ),
      change: optional(
        fc.record({
          from: fc.integer({ min: 1, max: 5 }),
          kind: fc.constantFrom<PlanChange>('continue', 'restart', 'from-start-of-year'),
        }),
        2,
      ),
      starts: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
      final: fc.boolean(),
    })
    .map((drawn) => chainOf(narrow(drawn, features), features))
}

/** What the page says nothing about is not drawn together. */
function narrow(drawn: Drawn, features: Features): Drawn {
  const change = features.hasPlanChange ? drawn.change : undefined
  const isFollowed = drawn.on !== 'booked'
  const isPlain = isFollowed && change?.kind === 'from-start-of-year'
  const on = isPlain ? 'booked' : drawn.on
  const planFor = (plan: Plan): Plan => (on === 'booked' ? plan : followed(plan, on))
  return {
    ...drawn,
    on,
    change,
    plan: planFor(drawn.plan),
    next: planFor(drawn.next),
    uplift:
      drawn.uplift && (features.hasUpliftChange ? drawn.uplift : { ...drawn.uplift, from: 0 }),
    final: features.hasFinal && drawn.final,
    hasLines: drawn.hasLines || on !== 'booked',
  }
}

/** How a cut, or what lies above the target, is shared out to several lines is not decided by the page. */
function followed(plan: Plan, on: 'invoiced' | 'collected'): Plan {
  const { cap, gate, accelerator, ...others } = plan
  const { trueUp: _, ...payment } = plan.payment
  return {
    ...others,
    ...(cap?.year !== undefined && { cap: { year: cap.year } }),
    ...(gate !== undefined && { gate: { attainment: gate.attainment } }),
    ...(accelerator !== undefined && { accelerator: { ...accelerator, mode: 'whole-amount' } }),
    refunds: 'net',
    payment: { ...payment, on },
  }
}

function chainOf(drawn: Drawn, features: Features): Chain {
  const { change, plan, next } = drawn
  const count = drawn.months.length
  const isChanged = change !== undefined && change.from < count
  const book = new Map<string, number>()
  const periods: Settled[] = []
  for (const index of drawn.months.keys())
    periods.push(periodOf(drawn, index, book, features, periods))
  const own = periods.flatMap(({ corrections, byHand }, index) =>
    corrections || byHand?.some(({ period }) => period !== undefined) ? [index] : [],
  )
  const starts = [...drawn.starts, ...own, ...(isChanged ? [change.from] : []), 0]
  return {
    year: {
      plans: [
        { from: 0, plan: { ...plan, id: 'first' } },
        ...(isChanged
          ? [{ from: change.from, plan: { ...next, id: 'next' }, change: change.kind }]
          : []),
      ],
      periods,
    },
    starts: [...new Set(starts)].filter((start) => start < count).sort((a, b) => a - b),
  }
}

function periodOf(
  drawn: Drawn,
  index: number,
  book: Map<string, number>,
  features: Features,
  before: readonly Settled[],
): Settled {
  const month = drawn.months[index]
  if (month === undefined) throw new Error(`no month ${index}`)
  const period = monthAt(drawn.from + index)
  const common = commonOf(drawn, index)
  const lines = drawn.hasLines ? linesOf(drawn, month, period, book, features) : undefined
  const facts: Period = {
    period,
    ...(lines === undefined ? { sales: figureOf(month.sales, month.cents) } : { lines }),
    ...common,
    target: '10000',
  }
  const corrections = features.hasCorrections ? correctionOf(month, index, before) : undefined
  const byHand = handOf(month, index, drawn, features)
  const collected = drawn.on === 'booked' ? [] : cameFor(month, book)
  return {
    facts,
    ...(corrections && { corrections: [corrections] }),
    ...(byHand && { byHand: [byHand] }),
    ...(collected.length > 0 && { collected }),
    ...(drawn.final && index === drawn.months.length - 1 && { isFinal: true }),
  }
}

function commonOf({ uplift }: Drawn, index: number): Partial<Period> {
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
  { hasLaterRefunds }: Features,
): readonly Line[] {
  const first = [...book].find(([, amount]) => amount > 0)
  const sales = salesIn(drawn, month, period)
  for (const { id, amount } of sales) book.set(id, Number(amount))
  if (!hasLaterRefunds || month.refunds === undefined || first === undefined) return sales
  const [id, amount] = first
  const part = amount * month.refunds
  book.set(id, amount - part)
  return [...sales, { id: `R-${period}`, amount: String(-part), refundOf: id }]
}

function salesIn(drawn: Drawn, month: DrawnMonth, period: string): readonly Line[] {
  const cents = drawn.on === 'booked' ? month.cents : 0
  return [month.sales, ...month.others]
    .filter((amount) => amount > 0)
    .map((amount, position) => ({ id: `${period}-${position}`, amount: figureOf(amount, cents) }))
}

function correctionOf(
  { correction }: DrawnMonth,
  index: number,
  before: readonly Settled[],
): Period | undefined {
  if (correction === undefined) return undefined
  const wrong = before[index - correction.ago]?.facts
  if (wrong === undefined || wrong.lines?.some(({ refundOf }) => refundOf !== undefined))
    return undefined
  const { sales: _, lines, ...facts } = wrong
  const first = lines?.[0]
  if (lines === undefined)
    return { ...facts, sales: String(correction.sales), target: correction.target }
  const isRefunded = before.some((period) =>
    period.facts.lines?.some(({ refundOf }) => lines.some(({ id }) => id === refundOf)),
  )
  if (first === undefined || correction.sales <= 0 || isRefunded) return undefined
  const now = { ...first, amount: String(correction.sales) }
  return { ...facts, lines: [now, ...lines.slice(1)], target: correction.target }
}

function handOf(
  { hand }: DrawnMonth,
  index: number,
  drawn: Drawn,
  { hasHandOfPeriod }: Features,
): AmountByHand | undefined {
  if (hand === undefined) return undefined
  const amount = String(hand.amount)
  const ofPeriod = hand.ago > 0 && hand.ago <= index && hasHandOfPeriod && drawn.on === 'booked'
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

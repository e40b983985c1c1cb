/**
 * What the laws of the rooms are tried on: plans, sales, schemes, models, histories. Amounts lie on one grid with the thresholds, the
 * targets and the gates, a cent or less beside it every now and then, so that edges are met often.
 */
import fc from 'fast-check'
import type {
  AppraisalSchemeInput,
  CommissionFacts,
  CommissionLine,
  CommissionLinesInput,
  CommissionPlanInput,
  CurveInput,
  ExchangeRate,
  GradedPeriod,
  RoundingMode,
  ScaleInput,
  TierInput,
} from 'sales-rules'
import { fraction, multiply, parse, toCanonical } from './oracle/fraction.js'
import type { Answer, Curve } from './oracle/scorecard.js'

const MILLIONTHS = 1_000_000n
const GRID = 2_500

const besideTheGrid = [0n, 0n, 0n, 1n, -1n, 10_000n, -10_000n, 5_000n, 333_333_333n, 1_234_567_890n]

/** So many steps of the grid, exactly or a little beside it, as a decimal. */
export function amounts(from = -20, to = 80): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: from, max: to }), fc.constantFrom(...besideTheGrid))
    .map(([steps, offset]) =>
      toCanonical(fraction(BigInt(steps * GRID) * MILLIONTHS + offset, MILLIONTHS)),
    )
}

export const modes: fc.Arbitrary<RoundingMode> = fc.constantFrom(
  'half-up',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceiling',
  'floor',
)

const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined })

interface DrawnScale {
  readonly mode: ScaleInput['mode']
  readonly boundary: 'upper-tier' | 'lower-tier'
  readonly negative: 'mirror' | 'zero'
  readonly thresholds: 'money' | 'units' | 'attainment'
  readonly isSeparate: boolean
  readonly stops: boolean
  readonly ends: readonly number[]
  readonly tiers: readonly DrawnTier[]
}

interface DrawnTier {
  readonly rate: number
  readonly amount: number | undefined
  readonly bounds: readonly number[] | undefined
}

const MOST_ENDS = 4

const drawnTier: fc.Arbitrary<DrawnTier> = fc.record({
  rate: fc.integer({ min: 0, max: 125 }),
  amount: optional(fc.integer({ min: 0, max: 5_000 })),
  bounds: optional(fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 2, maxLength: 2 })),
})

/** Scales of every mode; `fixed` pins what a law is about. */
export function scales(fixed: Partial<DrawnScale> = {}): fc.Arbitrary<ScaleInput> {
  return fc
    .record<DrawnScale>({
      mode: fc.constantFrom('marginal', 'marginal', 'whole-amount', 'interpolated'),
      boundary: fc.constantFrom('upper-tier', 'lower-tier'),
      negative: fc.constantFrom('mirror', 'mirror', 'zero'),
      thresholds: fc.constantFrom('money', 'money', 'units', 'attainment'),
      isSeparate: fc.nat({ max: 4 }).map((draw) => draw === 0),
      stops: fc.nat({ max: 4 }).map((draw) => draw === 0),
      ends: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: MOST_ENDS }),
      tiers: fc.array(drawnTier, { minLength: MOST_ENDS + 1, maxLength: MOST_ENDS + 1 }),
    })
    .map((drawn) => toScale({ ...drawn, ...fixed }))
}

function toScale(drawn: DrawnScale): ScaleInput {
  const { boundary, negative } = drawn
  // A separate measure is a matter of whole amounts, of money, and of an open end.
  const mode = drawn.isSeparate ? 'whole-amount' : drawn.mode
  const thresholds = drawn.isSeparate ? 'money' : drawn.thresholds
  const ends = [...drawn.ends].sort((a, b) => a - b).map((end) => writeEnd(end, thresholds))
  const stops = drawn.stops && !drawn.isSeparate && ends.length > 0
  return {
    mode,
    boundary,
    negative,
    thresholds,
    measure: drawn.isSeparate ? 'separate' : 'base',
    ...(stops ? { beyond: 'stop' as const } : {}),
    tiers: (stops ? ends : [...ends, null]).map((upTo, index) => ({
      id: `tier-${index}`,
      upTo,
      rate: toCanonical(
        fraction(BigInt(drawn.tiers[index]?.rate ?? 0), thresholds === 'units' ? 4n : 1_000n),
      ),
      ...flatParts(upTo, mode, drawn.tiers[index]),
    })),
  }
}

function writeEnd(end: number, thresholds: DrawnScale['thresholds']): string {
  return thresholds === 'attainment' ? toCanonical(fraction(BigInt(end), 20n)) : String(end * GRID)
}

/** What a tier pays beside its rate, where its scale allows it. */
function flatParts(
  upTo: string | null,
  mode: ScaleInput['mode'],
  tier: DrawnTier | undefined,
): Partial<TierInput> {
  if (tier === undefined) return {}
  const amount = tier.amount === undefined ? {} : { amount: String(tier.amount) }
  if (mode === 'interpolated') return upTo === null ? {} : amount
  if (tier.bounds === undefined) return amount
  const [minimum, maximum] = [...tier.bounds].sort((a, b) => a - b).map(String)
  return { ...amount, ...(minimum && { minimum }), ...(maximum && { maximum }) }
}

/** Currencies of 0, 2 and 3 decimals. */
const currencies = fc.constantFrom(['CNY', 2], ['EUR', 2], ['JPY', 0], ['KWD', 3]) as fc.Arbitrary<
  readonly [string, number]
>

type Drawn<Key extends keyof CommissionPlanInput> = NonNullable<CommissionPlanInput[Key]>

interface FixedPlan {
  readonly scale?: Parameters<typeof scales>[0]
  readonly gate?: Drawn<'gate'> | null
  readonly at?: 'total' | 'line'
  readonly coefficient?: Drawn<'coefficient'>
}

const gates = fc.record({
  attainment: fc.constantFrom('1', '0.8', '1.25'),
  counts: fc.constantFrom('all' as const, 'above-target' as const, 'above-gate' as const),
})

/** Commission plans of every kind; `fixed` pins what a law is about, `gate: null` pins that there is none. */
export function plans(fixed: FixedPlan = {}): fc.Arbitrary<CommissionPlanInput> {
  return fc
    .record({
      currency: currencies,
      scale: scales(fixed.scale),
      gate: fixed.gate === undefined ? optional(gates) : fc.constant(fixed.gate ?? undefined),
      coefficient: fc.record({
        applies: fc.constantFrom('add-to-rate' as const, 'multiply' as const),
      }),
      cap: optional(fc.integer({ min: 1, max: 20_000 })),
      mode: modes,
      fewerDecimals: fc.nat({ max: 2 }),
      at: fc.constantFrom('total' as const, 'line' as const),
    })
    .map(({ currency: [currency, decimals], scale, gate, coefficient, cap, ...drawn }) => ({
      currency,
      scale,
      ...(gate && { gate }),
      coefficient: fixed.coefficient ?? (canBeRaised(scale) ? coefficient : MULTIPLIED),
      ...(cap !== undefined && { cap: { amount: String(cap) } }),
      rounding: {
        mode: drawn.mode,
        decimals: Math.max(0, decimals - drawn.fewerDecimals),
        at: fixed.at ?? drawn.at,
      },
    }))
}

const MULTIPLIED = { applies: 'multiply' as const }

/** An uplift is a ratio of the sales, so that it is refused where it would be added to money per unit, or to a scale that pays flat. */
export function canBeRaised({ thresholds, tiers }: ScaleInput): boolean {
  const isPaid = (figure: unknown) => parse(String(figure ?? 0)).n !== 0n
  const paysFlat = tiers.some(({ amount, minimum }) => isPaid(amount) || isPaid(minimum))
  return thresholds !== 'units' && (!paysFlat || tiers.some(({ rate }) => isPaid(rate)))
}

/** Target, measure and uplift: every figure that a plan may ask for. */
export const commissionFacts: fc.Arbitrary<
  Required<Pick<CommissionFacts, 'target' | 'measure' | 'coefficientUplift'>>
> = fc.record({
  target: fc.constantFrom('50000', '100000', '37500', '30000.01'),
  measure: amounts(),
  coefficientUplift: fc.constantFrom('0', '0', '0.005', '0.010', '0.0033'),
})

/** Order lines with ids of their own, refunds among them. */
export const orderLines = fc
  .array(amounts(-10, 40), { maxLength: 6 })
  .map((list) => list.map((amount, index) => ({ id: `order-${index}`, amount })))

/** A plan with any of its mechanisms, and order lines with all that they look at. */
export interface Working {
  readonly plan: CommissionPlanInput
  readonly input: CommissionLinesInput
}

const names = {
  product: ['licence', 'support'],
  category: ['software', 'service'],
  region: ['west', 'east'],
  customer: ['acme', 'bolt'],
} as const

const described = <Key extends keyof typeof names>(key: Key) => fc.constantFrom(...names[key])

const matches = fc.constantFrom<Drawn<'rates'>[number]['when']>(
  { product: 'licence' },
  { product: ['licence', 'support'], region: 'west' },
  { category: 'software' },
  { category: ['software', 'service'] },
  { category: 'software', region: 'west' },
  { product: 'licence', category: 'software' },
  { region: 'west' },
  { customer: 'acme' },
  { region: 'west', customer: 'acme' },
)

const multipliers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
    fc.array(fc.constantFrom('0', '0.5', '1', '1', '1.25', '2'), { minLength: 4, maxLength: 4 }),
    fc.constantFrom('upper-tier' as const, 'lower-tier' as const),
  )
  .map(([ends, drawn, boundary]) => ({
    boundary,
    steps: [...ends.sort((a, b) => a - b).map((end) => text(end, 20n)), null].map((upTo, at) => ({
      id: `step-${at}`,
      upTo,
      multiplier: drawn[at] ?? '1',
    })),
  }))

/** Further ones: by a word, or by a figure. */
const furtherMultipliers = fc
  .tuple(
    fc.constantFrom({ S: '1.2', A: '1', C: '0.8' }, { S: '2', A: '0.3333', C: '0' }),
    fc.option(multipliers),
  )
  .map(([values, steps]) => [
    { fact: 'grade', values },
    ...(steps === null ? [] : [{ fact: 'attendance', ...steps }]),
  ])

const gateConditions = fc.constantFrom(
  undefined,
  undefined,
  { all: [atLeast('quality', '60'), atLeast('prompt', '0.9')] },
  { any: [atLeast('quality', '60'), atLeast('prompt', '0.9')] },
)

function atLeast(id: string, required: string) {
  return { id, comparison: 'at-least' as const, required, unit: 'points' as const }
}

const ordersOfAwards = fc.record({
  comparison: fc.constantFrom('above' as const, 'at-least' as const),
  amount: fc.constantFrom('20000', '50000'),
})

const drawnAwards = fc
  .array(
    fc.record(
      {
        for: fc.constantFrom('first-order' as const, 'new-market' as const),
        amount: fc.constantFrom('100', '777'),
        order: ordersOfAwards,
        whileGateShut: fc.constantFrom('paid' as const, 'forgone' as const),
      },
      { requiredKeys: ['for', 'amount'] },
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((list) => list.map((award, at) => ({ id: `award-${at}`, ...award })))

const drawnEligibility = fc.record(
  {
    statuses: fc.constant(['signed']),
    marginFloor: fc.constantFrom('0.45', '0.2'),
    newCustomer: fc.constant({ firstOrderAtLeast: '30000' }),
    exclude: fc.constant([
      { id: 'inside', when: { customer: 'bolt', region: 'east' }, reason: 'sold to ourselves' },
    ]),
  },
  { requiredKeys: [] },
)

const drawnCaps = fc.record(
  {
    base: fc.constantFrom('60000', '100000.5'),
    rate: fc.constantFrom('0.03', '0.06'),
    line: fc.constantFrom('500', '1500'),
    amount: fc.constantFrom('900', '4000'),
    year: fc.constantFrom('3000', '9000'),
  },
  { requiredKeys: [] },
)

const exchangeRates: readonly ExchangeRate[] = [
  { currency: 'USD', from: '2026-01-01', to: '2026-06-30', rate: '7.25' },
  { currency: 'USD', from: '2026-09-01', rate: '7.123456' },
]

/** Present in one draw of three. */
function often<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc
    .tuple(fc.nat({ max: 2 }), values)
    .map(([draw, value]) => (draw === 0 ? value : undefined))
}

interface FixedWorking {
  /** What the plan has in any case; it must go with whatever else is drawn. */
  readonly plan?: Partial<CommissionPlanInput>
  /** What it never has. */
  readonly without?: readonly (keyof CommissionPlanInput)[]
}

/** Plans with any mechanisms that go together, each with lines and facts; `fixed` pins what a law is about. */
export function workings(fixed: FixedWorking = {}): fc.Arbitrary<Working> {
  return richPlans.chain((drawn) => {
    const kept = { ...drawn, ...fixed.plan }
    for (const key of fixed.without ?? []) delete kept[key]
    const plan = agreeing(kept)
    return fc
      .tuple(fc.array(drawnLine, { maxLength: 6 }), workingFacts)
      .map(([lines, facts]) => ({ plan, input: toInput(lines, facts, plan) }))
  })
}

const richPlans: fc.Arbitrary<CommissionPlanInput> = fc
  .record({
    plan: plans(),
    gated: fc.nat({ max: 2 }).map((draw) => draw === 0),
    startsIn: fc.constantFrom(undefined, 'first-tier' as const, 'own-tier' as const),
    below: optional(fc.constantFrom('0.01', '0.045')),
    base: fc.constantFrom('amount' as const, 'amount' as const, 'margin' as const),
    measuredBy: often(fc.constantFrom('margin' as const, 'discount' as const)),
    payout: fc.constantFrom('money' as const, 'money' as const, 'of-target-incentive' as const),
    rates: often(
      fc.array(
        fc.record({ when: matches, scale: scales({ isSeparate: false, thresholds: 'money' }) }),
        { minLength: 1, maxLength: 3 },
      ),
    ),
    mode: fc.constantFrom('marginal' as const, 'whole-amount' as const),
    accelerator: often(multipliers),
    kpiMultiplier: often(multipliers),
    onlyIf: optional(fc.constant(atLeast('quality', '60'))),
    multipliers: often(furtherMultipliers),
    conditions: gateConditions,
    awards: often(drawnAwards),
    cap: often(drawnCaps),
    eligibility: often(drawnEligibility),
    refunds: fc.constantFrom('net' as const, 'mirror' as const),
    exchange: often(
      fc.record({ on: fc.constantFrom('order-date' as const, 'payment-date' as const) }),
    ),
    attribution: fc.constantFrom('deal-order' as const, 'pro-rata' as const),
  })
  .map(
    ({
      plan,
      gated,
      startsIn,
      below,
      rates,
      mode,
      accelerator,
      kpiMultiplier,
      onlyIf,
      conditions,
      cap,
      ...drawn
    }) => {
      const { cap: _, gate, ...others } = plan
      const present = Object.fromEntries(
        Object.entries(drawn).filter(([, value]) => value !== undefined),
      )
      return {
        ...others,
        ...present,
        ...(gated &&
          gate && {
            gate: {
              ...gate,
              ...(startsIn && { startsIn }),
              ...(below && { below }),
              ...(conditions && { conditions }),
            },
          }),
        ...(rates && {
          rates: rates.map((rule, at) => ({ id: `rule-${at}`, ...rule })),
        }),
        ...(accelerator && {
          accelerator: { mode, ...accelerator, ...(onlyIf && { conditions: onlyIf }) },
        }),
        ...(kpiMultiplier && { kpiMultiplier: { fact: 'prompt', ...kpiMultiplier } }),
        ...(cap && Object.keys(cap).length > 0 && { cap }),
      }
    },
  )

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The plan without the parts that exclude each other. */
function agreeing(drawn: CommissionPlanInput): CommissionPlanInput {
  const plan: Mutable<CommissionPlanInput> = { ...drawn }
  const { scale } = plan
  if (scale.thresholds === 'units') countUnits(plan)
  if (scale.measure !== 'separate') delete plan.measuredBy
  if (plan.measuredBy !== undefined) plan.scale = byRatios(scale)
  if (scale.mode === 'whole-amount') plan.payout = 'money'
  if (plan.accelerator?.mode === 'marginal') accelerate(plan)
  if (plan.rates !== undefined || plan.measuredBy !== undefined) lookAtLines(plan)
  if (plan.gate?.startsIn === 'own-tier') stayInOwnTiers(plan)
  if (plan.gate?.below !== undefined) payBelow(plan)
  const scales = [plan.scale, ...(plan.rates ?? []).map((rule) => rule.scale)]
  if (!scales.every(canBeRaised)) plan.coefficient = MULTIPLIED
  return plan
}

/** Tiers that are chosen by a measure, or have bounds, have no place among all sales; nor has what counts where all of it does. */
function stayInOwnTiers(plan: Mutable<CommissionPlanInput>): void {
  const { gate, scale } = plan
  const isBounded = scale.tiers.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined)
  if (
    gate?.counts === 'all' ||
    scale.measure === 'separate' ||
    (scale.mode === 'marginal' && isBounded)
  )
    plan.gate = { ...gate, startsIn: 'first-tier' }
}

/** A flat rate below the gate is not cut, and stands before tiers that pay unit by unit. */
function payBelow(plan: Mutable<CommissionPlanInput>): void {
  const { gate, scale, accelerator, cap } = plan
  const { below: _, ...others } = gate ?? {}
  const isAbove = gate?.counts !== undefined && gate.counts !== 'all'
  const isFit = scale.mode === 'marginal' && scale.measure !== 'separate'
  if (accelerator?.mode === 'marginal' || cap?.base !== undefined || (isAbove && !isFit))
    plan.gate = others
}

/** Units have neither a margin nor a currency. */
function countUnits(plan: Mutable<CommissionPlanInput>): void {
  plan.base = 'amount'
  delete plan.rates
  delete plan.exchange
  if (plan.eligibility === undefined) return
  const { marginFloor: _, ...eligibility } = plan.eligibility
  plan.eligibility = eligibility
}

/** Nothing says which lines are above a target or a cap. */
function lookAtLines(plan: Mutable<CommissionPlanInput>): void {
  if (plan.gate !== undefined) plan.gate = { ...plan.gate, counts: 'all' }
  if (plan.cap === undefined) return
  const { base: _, ...cap } = plan.cap
  if (Object.keys(cap).length > 0) plan.cap = cap
  else delete plan.cap
}

/** A marginal accelerator has a marginal scale, where it can have one. */
function accelerate(plan: Mutable<CommissionPlanInput>): void {
  const { scale, accelerator } = plan
  if (accelerator === undefined) return
  if (scale.thresholds === 'units' || scale.measure === 'separate')
    plan.accelerator = { ...accelerator, mode: 'whole-amount' }
  else {
    const tiers = scale.tiers.map(({ minimum: _, maximum: __, ...tier }) => tier)
    plan.scale = { ...scale, mode: 'marginal', tiers }
    delete plan.rates
  }
}

/** The same tiers without what they pay flat, their ends as ratios of a line. */
function byRatios(scale: ScaleInput): ScaleInput {
  const tiers = scale.tiers.map(({ amount: _, minimum: __, maximum: ___, ...tier }) => ({
    ...tier,
    upTo:
      tier.upTo === null
        ? null
        : toCanonical(multiply(parse(String(tier.upTo)), fraction(1n, BigInt(GRID * 100)))),
  }))
  return { ...scale, tiers }
}

interface DrawnLine {
  readonly amount: string
  readonly cost: bigint | undefined
  readonly listPrice: bigint | undefined
  readonly refund: { readonly of: number; readonly quarters: number } | undefined
  readonly earlier: string | undefined
  readonly isTwice: boolean
  readonly isForeign: boolean
  readonly told: Omit<CommissionLine, 'id' | 'amount'>
}

const drawnLine: fc.Arbitrary<DrawnLine> = fc.record({
  amount: amounts(-6, 40),
  cost: fc.option(fc.constantFrom(0n, 550n, 550n, 551n, 800n, 1_100n), { nil: undefined, freq: 8 }),
  listPrice: fc.option(fc.constantFrom(1_000n, 1_100n, 1_250n), { nil: undefined, freq: 8 }),
  refund: often(
    fc.record({ of: fc.nat({ max: 5 }), quarters: fc.constantFrom(1, 1, 2, 3, 4, 4, 5) }),
  ),
  earlier: fc.nat({ max: 79 }).map((draw) => ['-5000', '-10000', '-20000', '-0.01'][draw]),
  isTwice: fc.nat({ max: 30 }).map((draw) => draw === 0),
  isForeign: fc.nat({ max: 3 }).map((draw) => draw === 0),
  told: fc.record(
    {
      status: fc.constantFrom('signed', 'signed', 'signed', 'signed', 'draft'),
      product: described('product'),
      category: described('category'),
      region: described('region'),
      customer: described('customer'),
      order: fc.constantFrom('A', 'B', 'B'),
      firstOrder: fc.boolean(),
      newMarket: fc.boolean(),
      date: fc.constantFrom('2026-03-31', '2026-03-01', '2026-06-30', '2026-07-01', '2026-09-01'),
      paidOn: fc.constantFrom('2026-03-31', '2026-08-31', '2026-12-31'),
    },
    { requiredKeys: ['status'] },
  ),
})

type WorkingFacts = Drawable<typeof workingFacts>

const workingFacts = fc.record({
  known: commissionFacts,
  period: fc.constantFrom(undefined, undefined, undefined, undefined, '2026', '2026-03'),
  quality: fc.constantFrom('59.9', '60', '75'),
  prompt: fc.constantFrom('0.5', '0.75', '0.9', '1', '1.5'),
  grade: fc.constantFrom('S', 'A', 'C'),
  attendance: fc.constantFrom('0.4', '0.95', '1'),
  earnedYearToDate: fc.constantFrom('0', '2500', '8999.995'),
  targetIncentive: fc.constantFrom('2', '1.5'),
})

/** Lines with ids of their own, a refund that of a line before it. */
function toInput(
  lines: readonly DrawnLine[],
  { known, earnedYearToDate, targetIncentive, period, ...figures }: WorkingFacts,
  plan: CommissionPlanInput,
): CommissionLinesInput {
  const asked = JSON.stringify([
    plan.gate?.conditions,
    plan.accelerator?.conditions,
    plan.kpiMultiplier,
    plan.multipliers,
  ])
  const facts = Object.entries(figures).filter(([name]) => asked.includes(`"${name}"`))
  // A plan that converts nothing is given another currency now and then.
  const currencies = lines.map(({ isForeign }, at) =>
    isForeign && (at === 0 || plan.exchange !== undefined) ? { currency: 'USD' } : {},
  )
  return {
    ...known,
    ...(period === undefined ? {} : { period }),
    // Nothing was earned in a year before it began.
    yearToDate: { earned: period === '2026' ? '0' : earnedYearToDate },
    targetIncentive,
    facts: Object.fromEntries(facts),
    exchangeRates,
    lines: lines.map((line, at) => {
      const original = line.refund === undefined || at === 0 ? at : line.refund.of % at
      return { ...toLine(line, at, lines[original] ?? line, original), ...currencies[original] }
    }),
  }
}

function toLine(
  { amount, cost, listPrice, told, refund, earlier, isTwice }: DrawnLine,
  at: number,
  original: DrawnLine,
  originalAt: number,
): CommissionLine {
  const times = (thousandths: bigint | undefined, key: 'cost' | 'listPrice') =>
    thousandths === undefined
      ? {}
      : { [key]: toCanonical(multiply(parse(amount), fraction(thousandths, 1_000n))) }
  const id = isTwice ? 'order-0' : `order-${at}`
  if (earlier !== undefined) {
    const then = told.date === undefined ? { rate: '6.9' } : { date: told.paidOn ?? told.date }
    const sold = { id: 'x', amount: '30000', commission: '1234.57', refundedBefore: '10000' }
    const refundOf = { ...sold, ...(told.newMarket === undefined ? {} : then) }
    return { id, amount: earlier, cost: '-100', listPrice: '-9000', ...told, refundOf }
  }
  const line = { id, amount, ...times(cost, 'cost'), ...times(listPrice, 'listPrice'), ...told }
  if (refund === undefined || at === originalAt) return line
  const part = multiply(parse(original.amount), fraction(BigInt(-refund.quarters), 4n))
  return { ...line, amount: toCanonical(part), refundOf: `order-${originalAt}` }
}

const pointsText = fc.integer({ min: 0, max: 1_000 }).map((tenths) => text(tenths, 10n))

function text(n: number, d: bigint): string {
  return toCanonical(fraction(BigInt(n), d))
}

const rising = (minLength: number) =>
  fc
    .uniqueArray(fc.integer({ min: -20, max: 40 }), { minLength, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b).map((value) => text(value, 2n)))

const between = fc
  .tuple(fc.nat({ max: 60 }), fc.integer({ min: 60, max: 150 }))
  .map(([floor, cap]) => ({ floor: String(floor), cap: String(cap) }))

/** Curves as the oracle writes them; {@link toCurveInput} writes the same one as a policy does. */
const curves: fc.Arbitrary<Curve> = fc.oneof(
  fc.constantFrom('80', '100', '120.5').map((max) => ({ type: 'points' as const, max })),
  between.map((bounds) => ({ type: 'ratio' as const, ...bounds })),
  between.map((bounds) => ({ type: 'lower-is-better' as const, ...bounds })),
  fc
    .tuple(rising(1), fc.array(pointsText, { minLength: 4, maxLength: 4 }), pointsText)
    .map(([starts, points, below]) => ({
      type: 'steps' as const,
      steps: starts.map((from, index) => ({ from, points: points[index] ?? '0' })),
      below,
    })),
  fc
    .tuple(rising(2), fc.array(pointsText, { minLength: 4, maxLength: 4 }))
    .map(([places, points]) => ({
      type: 'linear' as const,
      knots: places.map((at, index) => ({ at, points: points[index] ?? '0' })),
    })),
  fc
    .tuple(pointsText, pointsText)
    .map(([good, bad]) => ({ type: 'choice' as const, points: { good, bad } })),
)

function toCurveInput(curve: Curve): CurveInput {
  switch (curve.type) {
    case 'rating':
      return { kind: 'rating', minimum: curve.min, maximum: curve.max }
    case 'points':
      return { kind: 'points', maximum: Number(curve.max) }
    case 'ratio':
    case 'progress':
    case 'lower-is-better':
      return { kind: curve.type, floor: Number(curve.floor), cap: Number(curve.cap) }
    case 'steps': {
      const steps = curve.steps.map(({ from, points }) => ({ from, points: Number(points) }))
      return { kind: 'steps', steps, below: Number(curve.below) }
    }
    case 'linear':
      return {
        kind: 'linear',
        knots: curve.knots.map(({ at, points }) => ({ at, points: Number(points) })),
      }
    case 'choice': {
      const { good = '0', bad = '0' } = curve.points
      return { kind: 'choice', choices: { good: Number(good), bad: Number(bad) } }
    }
  }
}

/** An answer that a curve can take. */
function answersTo(curve: Curve): fc.Arbitrary<Answer> {
  const figures = fc.integer({ min: -30, max: 60 }).map((value) => text(value, 4n))
  const counts = fc.integer({ min: 0, max: 30 }).map((value) => text(value, 2n))
  switch (curve.type) {
    case 'points':
      return fc.integer({ min: 0, max: 800 }).map((tenths) => text(tenths, 10n))
    case 'ratio':
    case 'lower-is-better':
      return fc.record({ actual: counts, target: fc.constantFrom('3', '7', '10', '0.5') })
    case 'choice':
      return fc.constantFrom('good', 'bad')
    default:
      return figures
  }
}

/** So many weights that add up to exactly 100, zeros and fractions among them. */
function weights(count: number): fc.Arbitrary<string[]> {
  return fc
    .array(fc.integer({ min: 0, max: 2_000 }), { minLength: count - 1, maxLength: count - 1 })
    .map((cuts) => [0, ...cuts.map((cut) => cut % 2_001), 2_000].sort((a, b) => a - b))
    .map((cuts) => cuts.slice(1).map((cut, index) => text(cut - (cuts[index] ?? 0), 20n)))
}

/** A scorecard as the oracle writes it, with an answer, or none, to each of its criteria. */
export const scorecards = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc
    .record({
      weights: weights(count),
      curves: fc.array(curves, { minLength: count, maxLength: count }),
      missing: fc.constantFrom('refuse' as const, 'zero' as const, 'reweight' as const),
      rounding: fc.record({ mode: modes, decimals: fc.integer({ min: 0, max: 4 }) }),
    })
    .chain((drawn) => {
      const criteria = drawn.curves.map((curve, index) => ({
        id: `part-${index}`,
        weight: drawn.weights[index] ?? '0',
        curve,
      }))
      const answers = fc.tuple(
        ...criteria.map(({ curve }) =>
          fc.option(answersTo(curve), { freq: drawn.missing === 'refuse' ? 20 : 3 }),
        ),
      )
      return answers.map((list) => ({
        scorecard: { criteria, missing: drawn.missing, rounding: drawn.rounding },
        answers: Object.fromEntries(
          criteria.flatMap(({ id }, index) => {
            const answer = list[index] ?? null
            return answer === null ? [] : [[id, answer] as const]
          }),
        ),
      }))
    }),
)

type Drawable<Type> = Type extends fc.Arbitrary<infer Value> ? Value : never
export type DrawnScorecard = Drawable<typeof scorecards>['scorecard']

/** The same scorecard as an appraisal scheme. */
export function toScheme({ criteria, missing, rounding }: DrawnScorecard): AppraisalSchemeInput {
  return {
    indicators: criteria.map(({ id, weight, curve }) => ({
      id,
      weight,
      curve: toCurveInput(curve),
    })),
    missing,
    decimals: rounding.decimals,
    rounding: rounding.mode,
  }
}

/** A grade, or leave, for some of twelve quarters in a row, in any order. */
export const gradeHistories = fc
  .array(fc.constantFrom('S', 'A', 'B', 'C', 'C', 'leave', null), { minLength: 12, maxLength: 12 })
  .map((grades) =>
    grades.flatMap((grade, index): GradedPeriod[] => {
      const period = `${2024 + Math.floor(index / 4)}-Q${(index % 4) + 1}`
      if (grade === null) return []
      return [grade === 'leave' ? { period, excused: grade } : { period, grade }]
    }),
  )

/** The same things in another order. */
export function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length })
}

/** The same value with the keys of every object the other way round. */
export function withKeysReversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withKeysReversed) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withKeysReversed(inner)])
  return Object.fromEntries(entries.reverse()) as Value
}

/** What is left of a value that was stored and loaded as JSON. */
export function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/**
 * What the laws of the rooms are tried on: plans, sales, schemes, models, histories. Amounts lie on one grid with the thresholds, the
 * targets and the gates, a cent or less beside it every now and then, so that edges are met often.
 */
import fc from 'fast-check'
import type {
  AppraisalSchemeInput,
  CommissionFacts,
  CommissionPlanInput,
  CurveInput,
  RoundingMode,
  ScaleInput,
  TierInput,
} from 'sales-rules'
import { fraction, toCanonical } from './oracle/fraction.js'
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
      ...flatParts(upTo, mode, drawn, drawn.tiers[index]),
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
  { isSeparate }: DrawnScale,
  tier: DrawnTier | undefined,
): Partial<TierInput> {
  if (isSeparate || tier === undefined) return {}
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
  counts: fc.constantFrom('all' as const, 'above-target' as const),
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
      coefficient: fixed.coefficient ?? coefficient,
      ...(cap !== undefined && { cap: { amount: String(cap) } }),
      rounding: {
        mode: drawn.mode,
        decimals: Math.max(0, decimals - drawn.fewerDecimals),
        at: fixed.at ?? drawn.at,
      },
    }))
}

/** Target, measure and uplift: every figure that a plan may ask for. */
export const commissionFacts: fc.Arbitrary<Required<Omit<CommissionFacts, 'payee' | 'period'>>> =
  fc.record({
    target: fc.constantFrom('50000', '100000', '37500', '30000.01'),
    measure: amounts(),
    coefficientUplift: fc.constantFrom('0', '0', '0.005', '0.010', '0.0033'),
  })

/** Order lines with ids of their own, refunds among them. */
export const orderLines = fc
  .array(amounts(-10, 40), { maxLength: 6 })
  .map((list) => list.map((amount, index) => ({ id: `order-${index}`, amount })))

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
    case 'points':
      return { kind: 'points', maximum: Number(curve.max) }
    case 'ratio':
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

/** A grade for some of twelve quarters in a row, in any order. */
export const gradeHistories = fc
  .array(fc.constantFrom('S', 'A', 'B', 'C', 'C', null), { minLength: 12, maxLength: 12 })
  .map((grades) =>
    grades.flatMap((grade, index) =>
      grade === null
        ? []
        : [{ period: `${2024 + Math.floor(index / 4)}-Q${(index % 4) + 1}`, grade }],
    ),
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

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
} from 'sales-rules'
import {
  agreeing,
  type DrawnCurve,
  drawCard,
  drawMechanisms,
  drawPlan,
  drawScale,
  GRID,
  often,
} from '../src/testing/internal.js'
import { fraction, multiply, parse, toCanonical } from './oracle/fraction.js'
import type { Answer, Curve } from './oracle/scorecard.js'

export { canBeRaised } from '../src/testing/internal.js'

const MILLIONTHS = 1_000_000n

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

/** Scales of every mode; `fixed` pins what a law is about. */
export const scales = (fixed?: Parameters<typeof drawScale>[1]) => drawScale(fc, fixed)

/** Commission plans of every kind; `fixed` pins what a law is about, `gate: null` pins that there is none. */
export const plans = (fixed?: Parameters<typeof drawPlan>[1]) => drawPlan(fc, fixed)

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

const exchangeRates: readonly ExchangeRate[] = [
  { currency: 'USD', from: '2026-01-01', to: '2026-06-30', rate: '7.25' },
  { currency: 'USD', from: '2026-09-01', rate: '7.123456' },
]

interface FixedWorking {
  /** What the plan has in any case; it must go with whatever else is drawn. */
  readonly plan?: Partial<CommissionPlanInput>
  /** What it never has. */
  readonly without?: readonly (keyof CommissionPlanInput)[]
}

/** Plans with any mechanisms that go together, each with lines and facts; `fixed` pins what a law is about. */
export function workings(fixed: FixedWorking = {}): fc.Arbitrary<Working> {
  return drawMechanisms(fc).chain((drawn) => {
    const kept = { ...drawn, ...fixed.plan }
    for (const key of fixed.without ?? []) delete kept[key]
    const plan = agreeing(kept)
    return fc
      .tuple(fc.array(drawnLine, { maxLength: 6 }), workingFacts)
      .map(([lines, facts]) => ({ plan, input: toInput(lines, facts, plan) }))
  })
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
    fc,
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

function text(n: number, d: bigint): string {
  return toCanonical(fraction(BigInt(n), d))
}

/** A curve of a policy as the oracle writes it; {@link toCurveInput} writes it as a policy again. */
function toOracleCurve(curve: DrawnCurve): Curve {
  switch (curve.kind) {
    case 'points':
      return { type: 'points', max: String(curve.maximum) }
    case 'ratio':
    case 'lower-is-better':
      return { type: curve.kind, floor: String(curve.floor), cap: String(curve.cap) }
    case 'steps': {
      const steps = curve.steps.map(({ from, points }) => ({
        from: String(from),
        points: String(points),
      }))
      return { type: 'steps', steps, below: String(curve.below) }
    }
    case 'linear':
      return {
        type: 'linear',
        knots: curve.knots.map(({ at, points }) => ({ at: String(at), points: String(points) })),
      }
    case 'choice': {
      const { good = 0, bad = 0 } = curve.choices
      return { type: 'choice', points: { good: String(good), bad: String(bad) } }
    }
    default:
      throw new Error(`no such curve is drawn: ${curve.kind}`)
  }
}

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

/** A scorecard as the oracle writes it, with an answer, or none, to each of its criteria. */
export const scorecards = drawCard(fc).chain((drawn) => {
  const { missing, decimals, rounding: mode } = drawn
  const criteria = drawn.criteria.map((one) => ({ ...one, curve: toOracleCurve(one.curve) }))
  const answers = fc.tuple(
    ...criteria.map(({ curve }) =>
      fc.option(answersTo(curve), { freq: missing === 'refuse' ? 20 : 3 }),
    ),
  )
  return answers.map((list) => ({
    scorecard: { criteria, missing, rounding: { mode, decimals } },
    answers: Object.fromEntries(
      criteria.flatMap(({ id }, index) => {
        const answer = list[index] ?? null
        return answer === null ? [] : [[id, answer] as const]
      }),
    ),
  }))
})

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

import { type CommissionPlanInput, defineCommissionPlan, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { type CompiledPlan, compilePlan } from '../../../src/batch/commission/compilePlan.js'
import { payUnits } from '../../../src/batch/commission/payUnits.js'
import { LARGEST, unscale } from '../../../src/batch/number/scaled.js'
import { type ExactPlan, exactPlan } from '../../../src/commission/internal.js'
import { known } from '../../../src/kernel/number/decimal.js'
import { ZERO } from '../../../src/kernel/number/fraction.js'
import { roundingModes } from '../../../src/kernel/number/rounding.js'
import { unitsByRule } from './unitsByRule.js'

const handbooks = exactPlan(handbook.commission)
const NOTHING_ELSE = { decimals: 2, uplift: ZERO, target: undefined }

/** Units by the rule itself. */
function byRule(sales: number, plan: ExactPlan, uplift = ZERO): number {
  return unitsByRule(unscale(sales, 2), plan, uplift, undefined)
}

function planOf(
  scale: Partial<CommissionPlanInput['scale']>,
  rest: Partial<CommissionPlanInput> = {},
) {
  const { tiers = [{ id: 'all', upTo: null, rate: '0.03' }], ...others } = scale
  return exactPlan(
    defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers, ...others },
      ...rest,
    }),
  )
}

describe('a compiled plan', () => {
  it('is the tiers as integers: the handbook pays 3, 4 and 5 hundredths of a cent for each cent', () => {
    expect(compilePlan(handbooks, NOTHING_ELSE)).toEqual({
      divisor: 100,
      above: 50,
      below: 50,
      toEven: false,
      lowest: -1_801_439_790_948_188,
      highest: 1_801_439_790_948_188,
      starts: Float64Array.of(0, 100_000_000, 200_000_000, Number.POSITIVE_INFINITY),
      constants: Float64Array.of(0, -100_000_000, -300_000_000),
      slopes: Float64Array.of(3, 4, 5),
      mirrored: 1,
      most: Number.POSITIVE_INFINITY,
    })
  })

  it('has the range that 2^53 - 1 leaves: |constant| + slope × sales + what rounding adds', () => {
    const { highest } = compilePlan(handbooks, NOTHING_ELSE)
    expect(300_000_000n + 5n * BigInt(highest) + 50n <= BigInt(LARGEST)).toBe(true)
    expect(300_000_000n + 5n * BigInt(highest + 1) + 50n <= BigInt(LARGEST)).toBe(false)
  })
})

/** Plans whose range ends somewhere else each, by the slope, the constant, the rounding or the sum. */
const ranges: readonly (readonly [string, ExactPlan])[] = [
  ['the handbook', handbooks],
  ['a rate of seven decimals', planOf({ tiers: [{ id: 'all', upTo: null, rate: '0.0373737' }] })],
  ['a rate of ten decimals', planOf({ tiers: [{ id: 'all', upTo: null, rate: '0.0333333333' }] })],
  ['a rate of 1', planOf({ tiers: [{ id: 'all', upTo: null, rate: '1' }] })],
  [
    'a large flat amount',
    planOf({ tiers: [{ id: 'all', upTo: null, rate: '0.033333', amount: '4503599.37' }] }),
  ],
  [
    'an upper tier with less room',
    planOf({
      tiers: [
        { id: 'low', upTo: '123456.78', rate: '0.5' },
        { id: 'high', upTo: null, rate: '0.03333333' },
      ],
    }),
  ],
  [
    'an odd share of a tier',
    planOf({
      mode: 'interpolated',
      tiers: [
        { id: 'bonus', upTo: '777777.77', amount: '33333.33' },
        { id: 'rest', upTo: null, rate: '0.07' },
      ],
    }),
  ],
]

describe.each(ranges)('at the top of its range, %s', (_, plan) => {
  it.each(roundingModes)('pays what the rule pays, and nothing beyond, rounded %s', (mode) => {
    const rounded = { ...plan, rounding: { ...plan.rounding, mode } }
    const compiled = compilePlan(rounded, NOTHING_ELSE)
    expect(compiled.highest).toBeGreaterThan(10_000)
    for (const sales of below(compiled)) {
      for (const signed of [sales, -sales])
        expect([signed, payUnits(signed, compiled)]).toEqual([signed, byRule(signed, rounded)])
    }
    for (const sales of beyond(compiled)) {
      expect(payUnits(sales, compiled)).toBeNaN()
      expect(payUnits(-sales, compiled)).toBeNaN()
    }
  })

  it('would pay wrong beyond it, where a quotient is next to a whole number', () => {
    const compiled = compilePlan(plan, NOTHING_ELSE)
    const stretched = { ...compiled, highest: compiled.highest * 8 }
    const wrong = beyond(compiled).filter(
      (sales) => payUnits(sales, stretched) !== byRule(sales, plan),
    )
    expect(wrong.length).toBeGreaterThan(10)
  })
})

function below(compiled: CompiledPlan): number[] {
  const { highest, divisor } = compiled
  const steps = Array.from({ length: 30 }, (_, step) => highest - step)
  return [...steps, ...critical(compiled, Math.max(0, highest - 40 * divisor), 30)].filter(
    (sales) => sales <= highest,
  )
}

function beyond(compiled: CompiledPlan): number[] {
  const { highest } = compiled
  const steps = Array.from({ length: 30 }, (_, step) => highest + 1 + step)
  const far = [1, 1.01, 1.5, 2, 3, 4, 7.9].flatMap((times) =>
    critical(compiled, Math.ceil(highest * times) + 1, 30),
  )
  return [...steps, ...far]
}

/** Sales from some on whose quotient, once rounding has added what it adds, is a whole number or as little below one as it can be. */
function critical(compiled: CompiledPlan, from: number, count: number): number[] {
  const divisor = BigInt(compiled.divisor)
  const [constant = 0n, slope = 1n] = [compiled.constants, compiled.slopes].map((column) =>
    BigInt(column.at(-1) ?? 0),
  )
  const { common, factor } = euclid(slope, divisor)
  const period = divisor / common
  return [0n, -1n].flatMap((rest) => {
    const wanted = rest - constant - BigInt(compiled.above)
    const reachable = (wanted - (((wanted % common) + common) % common)) / common
    const step = (reachable * factor - BigInt(from)) % period
    const first = BigInt(from) + ((step + period) % period)
    return Array.from({ length: count }, (_, index) => Number(first + period * BigInt(index)))
  })
}

/** The greatest common divisor, and the factor that makes it of the value, up to multiples of the modulus. */
function euclid(value: bigint, modulus: bigint): { common: bigint; factor: bigint } {
  let [rest, next, factor, other] = [modulus, value % modulus, 0n, 1n]
  while (next !== 0n) {
    const times = rest / next
    ;[rest, next] = [next, rest - times * next]
    ;[factor, other] = [other, factor - times * other]
  }
  return { common: rest, factor }
}

describe('a plan without room for its integers', () => {
  it('has nothing in its range', () => {
    const rate = `0.0${'3'.repeat(30)}`
    const compiled = compilePlan(planOf({ tiers: [{ id: 'all', upTo: null, rate }] }), NOTHING_ELSE)
    for (const sales of [0, 1, -1, LARGEST]) expect(payUnits(sales, compiled)).toBeNaN()
  })

  it('has nothing where so many odd shares have no common divisor in reach', () => {
    // 1001, 1003, 1005 and on are the widths; their least common multiple has more than 308 digits.
    const tiers = Array.from({ length: 400 }, (_, index) => ({
      id: String(index),
      upTo: (index + 1) * (1001 + index),
      amount: '7',
    }))
    const plan = planOf({ mode: 'interpolated', beyond: 'stop', tiers })
    for (const mode of roundingModes) {
      const rounded = { ...plan, rounding: { ...plan.rounding, mode } }
      expect(payUnits(100_000, compilePlan(rounded, NOTHING_ELSE))).toBeNaN()
    }
  })

  it('has nothing from the tier on that has none', () => {
    const plan = planOf({
      tiers: [
        { id: 'low', upTo: '1000', rate: '0.03' },
        { id: 'high', upTo: null, rate: '0.04', amount: '99999999999999' },
      ],
    })
    const compiled = compilePlan(plan, NOTHING_ELSE)
    expect(compiled.highest).toBe(99_999)
    expect(payUnits(99_999, compiled)).toBe(byRule(99_999, plan))
    expect(payUnits(100_000, compiled)).toBeNaN()
  })
})

const JUMPS = [
  { id: 'low', upTo: '1000', rate: '0.03', amount: '5' },
  { id: 'middle', upTo: '2000.005', rate: '0.05', minimum: '70', maximum: '80' },
  { id: 'top', upTo: null, rate: '0.01', amount: '20' },
]

describe('next to a threshold', () => {
  const modes = ['marginal', 'whole-amount'] as const
  const boundaries = ['upper-tier', 'lower-tier'] as const
  const negatives = ['mirror', 'zero'] as const
  const all = modes.flatMap((mode) =>
    boundaries.flatMap((boundary) => negatives.map((negative) => ({ mode, boundary, negative }))),
  )

  it.each(all)('the owner that the plan names is paid: $mode, $boundary, $negative', (scale) => {
    const plan = planOf({ ...scale, tiers: JUMPS })
    const compiled = compilePlan(plan, NOTHING_ELSE)
    const near = [0, 100_000, 140_000, 160_000, 200_000, 200_001].flatMap((at) =>
      [-2, -1, 0, 1, 2].map((step) => at + step),
    )
    for (const sales of [...near, ...near.map((at) => 0 - at)])
      expect([sales, payUnits(sales, compiled)]).toEqual([sales, byRule(sales, plan)])
  })
})

describe('an uplift', () => {
  it.each(['add-to-rate', 'multiply'] as const)('raises every tier: %s', (applies) => {
    const plan = exactPlan(
      defineCommissionPlan({ ...handbook.commission, coefficient: { applies } }),
    )
    const uplift = known('0.0055')
    const compiled = compilePlan(plan, { ...NOTHING_ELSE, uplift })
    for (const sales of [1, 999_999_99, 1_234_567_89, 2_000_000_01, 3_000_000_55])
      expect(payUnits(sales, compiled)).toBe(byRule(sales, plan, uplift))
  })
})

describe('sales below zero', () => {
  it('are out of range where the plan refuses them, so that the rule says why', () => {
    const compiled = compilePlan(planOf({ negative: 'refuse' }), NOTHING_ELSE)
    expect([payUnits(-1, compiled), payUnits(0, compiled)]).toEqual([Number.NaN, 0])
  })

  it('earn nothing, however far below, where they are paid nothing', () => {
    const compiled = compilePlan(planOf({ negative: 'zero' }), NOTHING_ELSE)
    expect([payUnits(-1, compiled), payUnits(-LARGEST, compiled)]).toEqual([0, 0])
  })
})

describe('a cap', () => {
  it('is the most that is paid, and stops no one from paying back', () => {
    const compiled = compilePlan(planOf({}, { cap: { amount: '100' } }), NOTHING_ELSE)
    expect(payUnits(333_333, compiled)).toBe(10_000)
    expect(payUnits(333_350, compiled)).toBe(10_000)
    expect(payUnits(-1_000_000, compiled)).toBe(-30_000)
  })

  it('that is larger than any number is none', () => {
    const compiled = compilePlan(planOf({}, { cap: { amount: '99999999999999999' } }), NOTHING_ELSE)
    expect(compiled.most).toBe(Number.POSITIVE_INFINITY)
  })
})

import fc from 'fast-check'
import {
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat } from './flatPlan.js'

const TARGET = { target: '100000' }

const RATES = ['0.1', '0.125', '0.15', '0'] as const

/** Figures that lean to the edges of tiers and of the target. */
const figure = fc.oneof(
  fc.constantFrom(50_000, 100_000, 150_000, 1),
  fc.integer({ min: -40_000, max: 120_000 }),
)

const someLines = fc
  .array(fc.tuple(figure, fc.constantFrom('a', 'b', 'c')), { minLength: 1, maxLength: 6 })
  .map((rows) =>
    rows.map(
      ([amount, product], index): CommissionLine => ({
        id: `O-${index}`,
        amount: String(amount),
        product,
      }),
    ),
  )

const tiers = fc
  .tuple(fc.constantFrom(...RATES), fc.constantFrom(...RATES), fc.constantFrom('0.5', '1', '1.5'))
  .map(([first, second, upTo]) => [
    { id: 'first', upTo, rate: first },
    { id: 'second', upTo: null, rate: second },
  ])

const scales = fc
  .tuple(fc.constantFrom('marginal' as const, 'whole-amount' as const), tiers)
  .map(([mode, list]) => ({ mode, thresholds: 'attainment' as const, tiers: list }))

const steps = fc
  .tuple(fc.constantFrom('0.5', '1', '1.2'), fc.constantFrom('1.25', '2', '0.5', '1'))
  .map(([upTo, multiplier]) => [
    { id: 'to', upTo, multiplier: '1' },
    { id: 'above', upTo: null, multiplier },
  ])

const attributions = fc.constantFrom('deal-order' as const, 'pro-rata' as const)

type Plan = Partial<CommissionPlanInput> & Pick<CommissionPlanInput, 'scale'>

/** Scales by attainment, with what multiplies and caps beside them. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    scale: scales,
    attribution: attributions,
    at: fc.constantFrom('total' as const, 'line' as const),
    cap: fc.constantFrom({}, { cap: { amount: '9000' } }, { cap: { line: '5000' } }),
    gate: fc.constantFrom({}, { gate: { attainment: '0.75' } }),
    steps: fc.option(steps),
  })
  .map(({ at, cap, gate, steps: list, ...plan }) => ({
    ...plan,
    ...cap,
    ...gate,
    rounding: { at },
    ...(list && { accelerator: { mode: modeFor(plan.scale), steps: list } }),
  }))

function modeFor({ mode }: Plan['scale']) {
  return mode === 'marginal' ? ('marginal' as const) : ('whole-amount' as const)
}

/** Rates of two products within the quota of the plan, or none. */
const rates = fc
  .option(fc.tuple(fc.constantFrom(...RATES), fc.constantFrom(...RATES)))
  .map((list) =>
    list === null
      ? {}
      : {
          tiersOver: 'all-lines' as const,
          rates: list.map((rate, index) => ({
            id: `r${index}`,
            when: { product: ['b', 'c'][index] ?? 'b' },
            scale: flat(rate),
          })),
        },
  )

const factors = fc
  .array(
    fc.record({
      id: fc.constantFrom('f1', 'f2', 'f3'),
      when: fc.constantFrom({ product: 'a' }, { product: 'b' }),
      applies: fc.constantFrom('both' as const, 'counts' as const, 'earns' as const),
      multiplier: fc.constantFrom('0', '0.5', '1.5'),
    }),
    { maxLength: 3 },
  )
  .map((list) => {
    const unique = list.filter(({ id }, index) => list.findIndex((one) => one.id === id) === index)
    return unique.length === 0 ? {} : { factors: unique }
  })

/** What is paid in all, exactly, and to each line. */
function paid(plan: Plan, lines: readonly CommissionLine[]) {
  const exact = defineCommissionPlan({ currency: 'EUR', ...plan })
  const { amount, unrounded, base, slices } = calculateCommission({ lines, ...TARGET }, exact)
  const shares = attributeCommission({ lines, ...TARGET }, exact).lines
  return { amount, unrounded, base, slices, shares: shares.map((share) => share.amount) }
}

describe('factors', () => {
  it('of 1 change nothing', () => {
    fc.assert(
      fc.property(
        plans,
        someLines,
        fc.constantFrom('both' as const, 'counts' as const, 'earns' as const),
        (plan, lines, applies) => {
          const one = { ...plan, factors: [{ id: 'one', applies, multiplier: 1 }] }
          expect(paid(one, lines)).toEqual(paid(plan, lines))
        },
      ),
    )
  })

  it('pay shares that add up, in any order of the lines and beside any rates', () => {
    fc.assert(
      fc.property(plans, rates, factors, someLines, (plan, beside, weighing, lines) => {
        const marginal = { ...plan, scale: { ...plan.scale, mode: 'marginal' as const } }
        const { amount, shares } = paid({ ...marginal, ...beside, ...weighing }, lines)
        expect(sumOf(shares)).toBe(amount)
      }),
    )
  })
})

describe('rates within one quota', () => {
  const marginal = fc.record({ tiers, steps, attribution: attributions }).map(
    ({ tiers: list, steps: cuts, attribution }): Plan => ({
      scale: { mode: 'marginal', thresholds: 'attainment', tiers: list },
      accelerator: { steps: cuts },
      attribution,
    }),
  )

  it('that are all the same are the accelerator of one rate', () => {
    fc.assert(
      fc.property(marginal, someLines, (plan, lines) => {
        const same = (['b', 'c'] as const).map((product) => ({
          id: product,
          when: { product },
          scale: plan.scale,
        }))
        const { amount, unrounded, base } = paid({ ...plan, rates: same }, lines)
        const alone = paid(plan, lines)
        expect({ amount, base }).toEqual({ amount: alone.amount, base: alone.base })
        expect(Number(unrounded)).toBeCloseTo(Number(alone.unrounded), 9)
      }),
    )
  })

  it('pay the same in the order of the deals when a line is split at any point', () => {
    fc.assert(
      fc.property(
        marginal,
        rates,
        factors,
        someLines,
        fc.nat(),
        fc.integer({ min: 1, max: 99 }),
        (plan, beside, weighing, lines, which, percent) => {
          const whole: Plan = { ...plan, ...beside, ...weighing, attribution: 'deal-order' }
          const place = which % lines.length
          const split = lines.flatMap((line, index) =>
            index === place ? halves(line, percent) : [line],
          )
          expect(paid(whole, split).unrounded).toBe(paid(whole, lines).unrounded)
        },
      ),
    )
  })

  it('pay the same pro rata for any order of the lines', () => {
    fc.assert(
      fc.property(marginal, rates, factors, someLines, (plan, beside, weighing, lines) => {
        const shared: Plan = { ...plan, ...beside, ...weighing, attribution: 'pro-rata' }
        expect(paid(shared, [...lines].reverse()).unrounded).toBe(paid(shared, lines).unrounded)
      }),
    )
  })
})

function halves(line: CommissionLine, percent: number): CommissionLine[] {
  const cents = Math.round(Number(line.amount) * percent)
  const first = cents / 100
  return [
    { ...line, amount: String(first) },
    { ...line, id: `${line.id}b`, amount: String((Number(line.amount) * 100 - cents) / 100) },
  ]
}

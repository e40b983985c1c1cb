/** The laws of a flat rate below the gate, on random plans and lines. */
import fc from 'fast-check'
import {
  attributeCommission,
  type CommissionPlanInput,
  calculateCommission,
  commissionCurve,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  salesForCommission,
  sumOf,
} from 'sales-rules'
import {
  attributeCommissionColumns,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { add, compare, multiply, parse, smaller, subtract, toDecimal } from '../oracle/fraction.js'

type Gate = NonNullable<CommissionPlanInput['gate']>

const TARGET = '1000'

const rates = fc.integer({ min: 1, max: 60 }).map((thousandths) => String(thousandths / 1000))

const gates: fc.Arbitrary<Gate> = fc.record({
  attainment: fc.constantFrom('1', '0.5', '1.2'),
  counts: fc.constantFrom('all' as const, 'above-target' as const, 'above-gate' as const),
  below: rates,
})

const plans = (attribution: 'deal-order' | 'pro-rata' = 'deal-order') =>
  fc
    .record({ gate: gates, first: rates, second: rates, end: fc.integer({ min: 1, max: 2_000 }) })
    .map(({ gate, first, second, end }) => ({
      currency: 'EUR',
      attribution,
      gate,
      scale: {
        mode: 'marginal' as const,
        tiers: [
          { id: 'first', upTo: String(end), rate: first },
          { id: 'second', upTo: null, rate: second },
        ],
      },
    }))

/** Amounts in cents that lean to the levels. */
const amounts = fc
  .oneof(
    fc.integer({ min: 0, max: 300_000 }),
    fc.constantFrom(0, 1, 49_999, 50_000, 99_999, 100_000, 100_001, 119_999, 120_000, 120_001),
  )
  .map((cents) => (cents / 100).toFixed(2))

const lines = fc
  .array(
    fc.oneof(
      { arbitrary: amounts, weight: 3 },
      { arbitrary: amounts.map((amount) => `-${amount}`), weight: 1 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.map((amount, index) => ({ id: `O-${index}`, amount })))

const paidOf = (sales: string, plan: DefinedCommissionPlan) =>
  calculateCommission({ sales, target: TARGET }, plan).amount

describe('a flat rate below the gate', () => {
  it('pays the rate of what the gate keeps from the tiers, and what the tiers pay of the rest', () => {
    fc.assert(
      fc.property(plans(), amounts, (plan, sales) => {
        const { below, ...gate } = plan.gate
        const { amount, gate: outcome } = calculateCommission(
          { sales, target: TARGET },
          defineCommissionPlan(plan),
        )
        const rest = calculateCommission(
          { sales, target: TARGET },
          defineCommissionPlan({ ...plan, gate }),
        )
        const isOpen = outcome?.outcome === 'met'
        const kept = isOpen ? subtract(parse(sales), parse(rest.base)) : parse(sales)
        const exact = add(multiply(kept, parse(String(below))), parse(rest.unrounded))
        expect(amount).toBe(toDecimal(exact, 2, 'half-up'))
      }),
    )
  })

  it('that is the only rate there is pays as if there were no gate', () => {
    fc.assert(
      fc.property(gates, amounts, (gate, sales) => {
        const tiers = [{ id: 'all', upTo: null, rate: String(gate.below) }]
        const plan = { currency: 'EUR', scale: { mode: 'marginal' as const, tiers } }
        expect(paidOf(sales, defineCommissionPlan({ ...plan, gate }))).toBe(
          paidOf(sales, defineCommissionPlan(plan)),
        )
      }),
    )
  })

  it.each(['deal-order', 'pro-rata'] as const)(
    'is shared out to the cent, in %s',
    (attribution) => {
      fc.assert(
        fc.property(plans(attribution), lines, (written, sold) => {
          const plan = defineCommissionPlan(written)
          const { amount, lines: shares } = attributeCommission(
            { lines: sold, target: TARGET },
            plan,
          )
          expect(amount).toBe(calculateCommission({ lines: sold, target: TARGET }, plan).amount)
          expect(sumOf(shares.map((share) => share.amount))).toBe(amount)
          for (const share of shares)
            expect(Number(sumOf(share.slices.map((slice) => slice.amount)))).toBe(
              Number(share.amount),
            )
        }),
      )
    },
  )

  it('is on the curve, which is straight between its points', () => {
    fc.assert(
      fc.property(plans(), amounts, (written, sales) => {
        const plan = defineCommissionPlan(written)
        const { points } = commissionCurve(plan, { target: TARGET })
        const from = points.filter((point) => compare(parse(point.sales), parse(sales)) <= 0).at(-1)
        if (from === undefined) throw new Error('a curve starts at 0')
        if (compare(parse(from.sales), parse(sales)) === 0)
          expect(paidOf(sales, plan)).toBe(from.amount)
        const beyond = multiply(subtract(parse(sales), parse(from.sales)), parse(from.rate))
        const near = Number(toDecimal(add(parse(from.above), beyond), 2, 'half-up'))
        if (compare(parse(from.sales), parse(sales)) !== 0)
          expect(Math.abs(near - Number(paidOf(sales, plan)))).toBeLessThan(0.011)
      }),
    )
  })

  it('is inverted: no sales below those that are named earn as much', () => {
    fc.assert(
      fc.property(plans(), amounts, (written, sales) => {
        const plan = defineCommissionPlan(written)
        const wanted = calculateCommission({ sales, target: TARGET }, plan).unrounded
        const named = salesForCommission(wanted.slice(0, 12), plan, { target: TARGET })
        expect(compare(parse(named.sales), parse(sales)) <= 0).toBe(true)
        const below = smaller(parse(named.sales), parse('0.01'))
        const less = toDecimal(subtract(parse(named.sales), below), 2, 'half-up')
        const { unrounded } = calculateCommission({ sales: less, target: TARGET }, plan)
        if (parse(named.sales).n > 0n && parse(wanted).n > 0n)
          expect(compare(parse(unrounded), parse(wanted.slice(0, 12))) < 0).toBe(true)
      }),
    )
  })

  it('is computed for many payees as for one', () => {
    fc.assert(
      fc.property(plans(), lines, (written, sold) => {
        const plan = defineCommissionPlan(written)
        const own = calculateCommission({ lines: sold, target: TARGET }, plan)
        const builder = commissionColumnsBuilder(plan)
        builder.addTexts(
          sold.map(() => 'Li'),
          sold.map(({ amount }) => amount),
        )
        const paid = calculateCommissionColumns(builder.finish(), plan, { target: TARGET })
        expect([...paid.commission]).toEqual([Math.round(Number(own.amount) * 100)])
        const shared = attributeCommissionColumns(builder.finish(), plan, { target: TARGET })
        const one = attributeCommission({ lines: sold, target: TARGET }, plan)
        expect([...shared.shares]).toEqual(
          one.lines.map(({ amount }) => Math.round(Number(amount) * 100)),
        )
      }),
      { numRuns: 40 },
    )
  })
})

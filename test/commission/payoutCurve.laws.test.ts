import fc from 'fast-check'
import { attempt, commissionCurve, defineCommissionPlan, salesForCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  toCanonical,
  zero,
} from '../oracle/fraction.js'
import { factsOf, lineless, payOf, unitOf } from './payAt.js'

describe('the sales for a commission', () => {
  const wanted = fc.oneof(
    fc.nat({ max: 600_000 }).map((cents) => toCanonical(fraction(BigInt(cents), 100n))),
    fc.constantFrom('0', '900', '899.99', '900.01', '4000', '3000', '500'),
  )

  it('earn it, and one cent less of sales does not; or no sales do', () => {
    fc.assert(
      fc.property(lineless, wanted, fc.nat({ max: 100 }), (working, amount, part) => {
        const pay = payOf(working)
        const plan = defineCommissionPlan(working.plan)
        const found = attempt(() => salesForCommission(amount, plan, factsOf(working)))
        const unit = unitOf(working)
        const isEnough = (sales: Fraction) => compare(pay(sales), parse(amount)) >= 0
        if (!found.ok) {
          expect(found.issues).toMatchObject([{ code: 'COMMISSION_UNREACHABLE' }])
          for (const sales of [0n, 30_000n, 60_000n, 150_000n, 9_999_999n])
            expect(isEnough(fraction(sales + BigInt(part)))).toBe(false)
          return
        }
        const sales = parse(found.value.sales)
        expect(isEnough(sales)).toBe(true)
        if (sales.n === 0n) return
        expect(isEnough(subtract(sales, unit))).toBe(false)
        const units = (sales.n * unit.d) / sales.d
        const smaller = fraction((units * BigInt(part)) / 101n, unit.d)
        expect(isEnough(smaller)).toBe(false)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the payout curve', () => {
  it('is straight between its points, and what the statement pays', () => {
    fc.assert(
      fc.property(lineless, fc.integer({ min: 1, max: 9 }), (working, tenths) => {
        const pay = payOf(working)
        const plan = defineCommissionPlan(working.plan)
        const { points } = commissionCurve(plan, factsOf(working))
        // Written amounts are rounded, rates are cut.
        const tolerance = fraction(2n, 10n ** BigInt(plan.rounding.decimals))
        // A bend of attainment need not end in decimals.
        const whole = points.filter(({ sales }) => !isCut(sales))
        for (const { sales, amount, above, rate } of whole) {
          const from = parse(sales)
          const next = points[points.findIndex((point) => point.sales === sales) + 1]
          const to = next === undefined ? add(from, fraction(9_999_999n)) : parse(next.sales)
          const place = between(from, to, tenths)
          const line = add(parse(above), multiply(parse(rate), subtract(place, from)))
          expect(isNear(pay(from), parse(amount), tolerance)).toBe(true)
          expect(isNear(pay(place), line, tolerance)).toBe(true)
        }
      }),
      { numRuns: 80 },
    )
  })
})

function isCut(text: string): boolean {
  return (text.split('.')[1]?.length ?? 0) >= 12
}

/** So many tenths of the way, cut so that it ends in decimals; the narrowest stretch is wider than that. */
function between(from: Fraction, to: Fraction, tenths: number): Fraction {
  const { n, d } = add(from, multiply(subtract(to, from), fraction(BigInt(tenths), 10n)))
  return fraction((n * 10n ** 15n) / d, 10n ** 15n)
}

function isNear(a: Fraction, b: Fraction, tolerance: Fraction): boolean {
  const difference = subtract(a, b)
  return compare(difference.n < 0n ? subtract(zero, difference) : difference, tolerance) <= 0
}

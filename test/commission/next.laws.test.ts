import fc from 'fast-check'
import {
  calculateCommission,
  commissionCurve,
  defineCommissionPlan,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { amounts, type Working } from '../arbitraries.rooms.js'
import {
  add,
  compare,
  type Fraction,
  fraction,
  larger,
  multiply,
  parse,
  subtract,
  toCanonical,
  zero,
} from '../oracle/fraction.js'
import { factsOf, lineless, payOf, unitOf } from './payAt.js'

/** A payee with so many sales, what comes next, and what any other sales would be paid before rounding. */
function standing(working: Working, text: string) {
  const plan = defineCommissionPlan(working.plan)
  const facts = factsOf(working)
  const pay = payOf(working)
  const { points } = commissionCurve(plan, facts)
  const rateAt = (sales: Fraction) =>
    parse(points.filter((point) => compare(parse(point.sales), sales) <= 0).at(-1)?.rate ?? '0')
  const now = parse(text)
  const { next } = calculateCommission({ ...facts, sales: text }, plan)
  const rate = rateAt(now)
  /** What sales would be paid at the rate of now. */
  const line = (sales: Fraction) => add(pay(now), multiply(rate, subtract(sales, now)))
  return { plan, facts, next, now, pay, line, rateAt, unit: unitOf(working) }
}

/** From 0 upward, as payout curves are. */
const sold = amounts(0, 40).filter((text) => !text.startsWith('-'))

/** Written rates and amounts are cut after twelve decimals. */
const CUT = fraction(1n, 1_000_000n)

function isMore(paid: Fraction, line: Fraction): boolean {
  return compare(paid, add(line, CUT)) > 0
}

describe('what comes next', () => {
  it('earns nothing more there, where the cap is met before the next sales that can be written', () => {
    const plan = defineCommissionPlan({
      currency: 'JPY',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.06' }] },
      gate: { attainment: '0.8', counts: 'above-gate' },
      cap: { year: '9000' },
    })
    const input = { sales: '0', target: '30000.01', yearToDate: { sales: '0', earned: '8999.995' } }
    const { next } = calculateCommission(input, plan)
    expect(next).toMatchObject({ by: 'gate', remaining: '24001', reached: 'at', rate: '0' })
  })

  it('is the first that pays more than the rate of now would: nothing before it does', () => {
    fc.assert(
      fc.property(lineless, sold, fc.integer({ min: 1, max: 999 }), (working, text, part) => {
        const { next, now, pay, line, unit } = standing(working, text)
        // Where nothing comes next, no sales pay more; sales between two that can be written are not looked at.
        const far = next === null ? fraction(1_000_000n) : subtract(parse(next.remaining), unit)
        const sales = add(now, multiply(larger(zero, far), fraction(BigInt(part), 1_000n)))
        expect(isMore(pay(sales), line(sales))).toBe(false)
      }),
      { numRuns: 1_500 },
    )
  })

  it('pays more there, or just above', () => {
    fc.assert(
      fc.property(lineless, sold, (working, text) => {
        const { next, now, pay, line } = standing(working, text)
        fc.pre(next !== null)
        const there = add(now, parse(next?.remaining ?? '0'))
        const above = add(there, fraction(1n, 10n))
        const isThere = isMore(pay(there), line(there))
        expect(isThere || isMore(pay(above), line(above))).toBe(true)
        expect(isThere && next?.reached === 'above').toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('earns there what the payout curve says', () => {
    fc.assert(
      fc.property(lineless, sold, (working, text) => {
        const { next, now, rateAt } = standing(working, text)
        fc.pre(next !== null)
        const there = add(now, parse(next?.remaining ?? '0'))
        expect(next?.rate).toBe(toCanonical(rateAt(there)))
      }),
      { numRuns: 300 },
    )
  })

  it('is no further away than the least sales for what is paid there', () => {
    fc.assert(
      fc.property(lineless, sold, (working, text) => {
        const { plan, facts, next, now, pay, unit } = standing(working, text)
        fc.pre(next !== null)
        const there = add(now, parse(next?.remaining ?? '0'))
        const paid = next?.reached === 'at' ? there : add(there, unit)
        const amount = toCanonical(pay(paid))
        fc.pre(isShort(amount))
        const least = parse(salesForCommission(amount, plan, facts).sales)
        expect(compare(least, paid) <= 0).toBe(true)
        // Sales that cannot be written have the next that can above them, which may be paid the same.
        const isFurther = compare(subtract(least, unit), now) >= 0
        if (isFurther) expect(compare(least, there) >= 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

/** Whether an amount ends in decimals, so that it can be given. */
function isShort(text: string): boolean {
  return (text.split('.')[1]?.length ?? 0) < 12
}

import fc from 'fast-check'
import {
  type CommissionPlanInput,
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
  divide,
  type Fraction,
  floorOf,
  fraction,
  larger,
  multiply,
  negate,
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

  describe('where the accelerator falls before the next sales that can be written', () => {
    // 0.25 of the target are 7,500.0025.
    const facts = { target: '30000.01' }
    const nextAt = (sales: string, plan: CommissionPlanInput) =>
      calculateCommission({ ...facts, sales }, defineCommissionPlan(plan)).next
    const falling: CommissionPlanInput = {
      currency: 'CNY',
      scale: {
        mode: 'marginal',
        thresholds: 'units',
        boundary: 'lower-tier',
        tiers: [
          { id: 'first', upTo: '7500', rate: '0.1' },
          { id: 'second', upTo: null, rate: '0.2' },
        ],
      },
      accelerator: {
        mode: 'whole-amount',
        steps: [
          { id: 'slow', upTo: '0.25', multiplier: '1' },
          { id: 'none', upTo: null, multiplier: '0' },
        ],
      },
    }

    it.each(['lower-tier', 'upper-tier'] as const)(
      'is no tier that no sales can be in, %s',
      (boundary) => {
        // 7,500 units earn 750, and 7,501 nothing.
        const plan = { ...falling, scale: { ...falling.scale, boundary } }
        expect(nextAt('7000', plan)).toBeNull()
        // In cents there are sales in it neither: 7,500.01 earn nothing.
        expect(
          nextAt('7000', { ...plan, scale: { ...plan.scale, thresholds: 'money' } }),
        ).toBeNull()
      },
    )

    it('is the first sales past the fall that are paid more', () => {
      const steps = [
        { id: 'slow', upTo: '0.25', multiplier: '1' },
        { id: 'none', upTo: '0.5', multiplier: '0' },
        { id: 'usual', upTo: null, multiplier: '1' },
      ]
      // From 15,000.005 on: 15,001 units earn 750 + 0.2 × 7,501.
      const plan = { ...falling, accelerator: { mode: 'whole-amount' as const, steps } }
      const next = {
        by: 'accelerator',
        tier: 'second',
        rate: '0.2',
        remaining: '8001',
        reached: 'at',
      }
      expect(nextAt('7000', plan)).toEqual(next)
    })

    it('is where the way back is gone, though on the threshold itself more would be paid', () => {
      // On 7,500.0025: 750.00025 + 100. Above it half of that, and 25% of the rest: more than 10% of all from 9,666.67.
      const plan: CommissionPlanInput = {
        currency: 'CNY',
        scale: {
          mode: 'marginal',
          thresholds: 'attainment',
          tiers: [
            { id: 'first', upTo: '0.25', rate: '0.1' },
            { id: 'second', upTo: null, rate: '0.5', amount: '100' },
          ],
        },
        accelerator: {
          mode: 'whole-amount',
          boundary: 'lower-tier',
          steps: [
            { id: 'slow', upTo: '0.25', multiplier: '1' },
            { id: 'half', upTo: null, multiplier: '0.5' },
          ],
        },
      }
      expect(nextAt('7000', plan)).toMatchObject({
        tier: 'second',
        rate: '0.25',
        remaining: '2666.67',
        reached: 'above',
      })
    })
  })

  it('is the first that pays more than the rate of now would: no sales that can be written before it do', () => {
    fc.assert(
      fc.property(lineless, sold, fc.integer({ min: 1, max: 999 }), (working, text, part) => {
        const { next, now, pay, line, unit } = standing(working, text)
        // Where nothing comes next, no sales pay more.
        const far = next === null ? fraction(1_000_000n) : subtract(parse(next.remaining), unit)
        const drawn = add(now, multiply(larger(zero, far), fraction(BigInt(part), 1_000n)))
        const sales = writtenFrom(drawn, unit)
        fc.pre(compare(subtract(sales, now), far) <= 0)
        expect(isMore(pay(sales), line(sales))).toBe(false)
      }),
      { numRuns: 1_500 },
    )
  })

  it('pays more there, or just above', () => {
    fc.assert(
      fc.property(lineless, sold, (working, text) => {
        const { next, now, pay, line, unit } = standing(working, text)
        fc.pre(next !== null)
        const there = add(now, parse(next?.remaining ?? '0'))
        const isMoreAt = (sales: Fraction) => isMore(pay(sales), line(sales))
        const isThere = isMoreAt(there)
        // Of a cent more the rest may be too little to be seen.
        const above = [unit, fraction(1n, 10n)].map((more) => add(there, more))
        expect(isThere || above.some(isMoreAt)).toBe(true)
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

/** The first sales from there on that can be written. */
function writtenFrom(sales: Fraction, unit: Fraction): Fraction {
  return fraction(-floorOf(negate(divide(sales, unit))), unit.d)
}

/** Whether an amount ends in decimals, so that it can be given. */
function isShort(text: string): boolean {
  return (text.split('.')[1]?.length ?? 0) < 12
}

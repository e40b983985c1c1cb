import fc from 'fast-check'
import {
  calculateCommission,
  calculateCompensation,
  defineCommissionPlan,
  defineCompensationPlan,
  defineContestRules,
  payContest,
  settleCompensation,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  zero,
} from '../oracle/fraction.js'

const cents = (most = 1_000_000) =>
  fc
    .integer({ min: 0, max: most })
    .map((units) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`)

/** Half pays nothing, the target all of it, one and a half twice as much, no more. */
const curve = {
  payout: 'of-target-incentive',
  scale: {
    mode: 'interpolated',
    thresholds: 'attainment',
    tiers: [
      { id: 'low', upTo: '0.5', amount: '0' },
      { id: 'to-target', upTo: '1', amount: '1' },
      { id: 'above', upTo: '1.5', amount: '1' },
      { id: 'beyond', upTo: null },
    ],
  },
} as const

/** The same by the words: twice what is above the half, between nothing and twice the incentive. */
function paysOnCurve(sales: string, target: string, incentive: Fraction): Fraction {
  const attained = divide(parse(sales), parse(target))
  const part = multiply(fraction(2n), subtract(attained, fraction(1n, 2n)))
  const bounded =
    compare(part, zero) < 0 ? zero : compare(part, fraction(2n)) > 0 ? fraction(2n) : part
  return multiply(bounded, incentive)
}

const sum = (parts: readonly Fraction[]) => parts.reduce(add, zero)

/** A weight of tenths, and what is left to 1. */
const shares = fc
  .integer({ min: 1, max: 9 })
  .map((tenths) => [tenths / 10, (10 - tenths) / 10] as const)
const sold = fc.record({ sales: cents(), target: cents().filter((text) => text !== '0.00') })
const incentives = cents(10_000_000).filter((text) => text !== '0.00')

const plan = (...weights: readonly number[]) =>
  defineCompensationPlan({
    currency: 'EUR',
    payment: {},
    components: weights.map((weight, index) => ({ id: `c${index}`, weight, commission: curve })),
  })
const componentsOf = (...rows: readonly object[]) =>
  Object.fromEntries(rows.map((row, index) => [`c${index}`, row])) as never

describe('a compensation', () => {
  it('is the sum of its components, each its share of the incentive by its own curve', () => {
    fc.assert(
      fc.property(shares, sold, sold, incentives, (weights, one, other, targetIncentive) => {
        const rows = [one, other]
        const paid = calculateCompensation(
          { targetIncentive, components: componentsOf(...rows) },
          plan(...weights),
        )
        expect(paid.amount).toBe(sumOf(paid.components.map(({ amount }) => amount)))
        for (const [index, { amount }] of paid.components.entries()) {
          const { sales, target } = rows[index] as typeof one
          const share = multiply(parse(targetIncentive), parse(String(weights[index])))
          const exact = paysOnCurve(sales, target, share)
          const off = subtract(parse(amount), exact)
          expect(compare(multiply(off, off), fraction(1n, 40_000n))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('is its commission, where one component has the weight 1', () => {
    const commission = defineCommissionPlan({ ...curve, currency: 'EUR', payment: {} })
    const alone = plan(1)
    fc.assert(
      fc.property(sold, incentives, (row, targetIncentive) => {
        const { components, amount } = calculateCompensation(
          { targetIncentive, components: componentsOf(row) },
          alone,
        )
        const own = calculateCommission({ ...row, targetIncentive }, commission)
        expect([components[0]?.outcome, amount]).toEqual([own, own.amount])
      }),
    )
  })

  it('is the same before rounding where a component is split in two equal ones', () => {
    fc.assert(
      fc.property(sold, sold, incentives, (one, other, targetIncentive) => {
        const exact = (weights: readonly number[], ...rows: readonly object[]) =>
          sum(
            calculateCompensation(
              { targetIncentive, components: componentsOf(...rows) },
              plan(...weights),
            ).components.map(({ outcome }) => parse(outcome.unrounded)),
          )
        const [whole, split] = [
          exact([0.6, 0.4], one, other),
          exact([0.3, 0.3, 0.4], one, one, other),
        ]
        // What does not end is written with 12 decimals, once in each component.
        const off = subtract(whole, split)
        expect(compare(multiply(off, off), fraction(1n, 10n ** 22n))).toBeLessThan(0)
      }),
    )
  })

  it('pays by any chain of settlements what one run pays', () => {
    const held = defineCompensationPlan({
      currency: 'EUR',
      cap: { multiple: '1.2' },
      components: [
        { id: 'c0', weight: '0.6', commission: { ...curve, payment: { accrual: 'year-to-date' } } },
        {
          id: 'c1',
          weight: '0.4',
          commission: {
            ...curve,
            payment: { holdback: { share: '0.3', releaseAfter: 2 } },
            gate: {
              conditions: {
                id: 'c0.attainment',
                comparison: 'at-least',
                required: '0.8',
                unit: 'ratio',
              },
            },
          },
        },
      ],
    })
    const rows = fc.array(fc.tuple(sold, sold), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.nat(), incentives, (months, cut, targetIncentive) => {
        const periods = months.map((pair, index) => ({
          period: `2026-0${index + 1}`,
          targetIncentive,
          components: componentsOf(...pair),
        }))
        const at = (cut % (periods.length - 1)) + 1
        const whole = settleCompensation({ payee: 'E-7', periods }, held)
        const first = settleCompensation({ payee: 'E-7', periods: periods.slice(0, at) }, held)
        const opening = JSON.parse(JSON.stringify(first.closing))
        const second = settleCompensation(
          { payee: 'E-7', periods: periods.slice(at), opening },
          held,
        )
        expect(sumOf([first.paid, second.paid])).toBe(whole.paid)
        expect(second.closing).toEqual(whole.closing)
        for (const { cap, earned } of whole.periods)
          expect(
            compare(add(parse(earned), parse(cap?.amount ?? '0')), parse(cap?.limit ?? '0')),
          ).toBeLessThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })

  it('is at most its cap, of which each component has lost its part to the cent', () => {
    const of = (amount: string) =>
      defineCompensationPlan({
        currency: 'EUR',
        cap: { amount },
        components: ['a', 'b', 'c'].map((id) => ({
          id,
          commission: {
            scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '1' }] },
          },
        })),
      })
    fc.assert(
      fc.property(
        cents(),
        cents(),
        cents(),
        cents().filter((text) => text !== '0.00'),
        (a, b, c, most) => {
          const paid = calculateCompensation(
            { components: { a: { sales: a }, b: { sales: b }, c: { sales: c } } },
            of(most),
          )
          const total = sum([a, b, c].map(parse))
          const limit = parse(most)
          expect(compare(parse(paid.amount), compare(total, limit) > 0 ? limit : total)).toBe(0)
          for (const { amount, outcome } of paid.components) {
            const fair =
              compare(total, limit) > 0
                ? divide(multiply(parse(outcome.amount), limit), total)
                : parse(outcome.amount)
            const off = subtract(parse(amount), fair)
            expect(compare(multiply(off, off), fraction(1n, 10_000n))).toBeLessThan(0)
          }
        },
      ),
    )
  })
})

describe('a contest', () => {
  const prizes = fc
    .array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 5 })
    .map((units) =>
      units
        .sort((a, b) => b - a)
        .map((amount) => ({
          amount: `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`,
        })),
    )
  const figures = fc.array(fc.integer({ min: -3, max: 6 }), { maxLength: 9 })
  const entrants = (list: readonly number[]) =>
    list.map((figure, index) => ({ id: `p${index}`, figure }))

  it('shares the prizes of their places between those who tie, and all of them as far as there are entrants', () => {
    fc.assert(
      fc.property(prizes, figures, (list, given) => {
        const rules = defineContestRules({ currency: 'EUR', prizes: list, enter: { figure: 0 } })
        const { entrants: places, amount, left } = payContest({ entrants: entrants(given) }, rules)
        const entered = given.filter((figure) => figure >= 0)
        const paid = list.slice(0, entered.length).map((one) => one.amount)
        expect(amount).toBe(sumOf([...paid, '0.00']))
        expect(left).toBe(sumOf([...list.slice(entered.length).map((one) => one.amount), '0.00']))
        for (const { figure, place, amount: own } of places) {
          const better = entered.filter((other) => other > Number(figure)).length
          const tied = entered.filter((other) => other === Number(figure)).length
          expect(place).toBe(Number(figure) < 0 ? null : better + 1)
          if (place === null) continue
          const shared = sum(list.slice(better, better + tied).map((one) => parse(one.amount)))
          const off = subtract(parse(own), divide(shared, fraction(BigInt(tied))))
          expect(compare(multiply(off, off), fraction(1n, 10_000n))).toBeLessThan(0)
        }
      }),
    )
  })

  it('never pays more than the pot, nor a worse figure more than a better one', () => {
    fc.assert(
      fc.property(prizes, figures, fc.integer({ min: 0, max: 500_000 }), (list, given, more) => {
        const total = sum(list.map((one) => parse(one.amount)))
        const pot = add(total, fraction(BigInt(more), 100n))
        const rules = defineContestRules({
          ...{ currency: 'EUR', prizes: list, ties: 'all' },
          pot: `${(pot.n * 100n) / pot.d / 100n}.${String(((pot.n * 100n) / pot.d) % 100n).padStart(2, '0')}`,
        } as const)
        const contest = payContest({ entrants: entrants(given) }, rules)
        expect(compare(parse(contest.amount), parse(contest.pot))).toBeLessThanOrEqual(0)
        expect(sumOf([contest.amount, contest.left])).toBe(contest.pot)
        const amounts = contest.entrants.map(({ amount }) => parse(amount))
        for (const [index, amount] of amounts.entries()) {
          const before = amounts[index - 1]
          if (before !== undefined)
            expect(compare(subtract(amount, before), fraction(1n, 100n))).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('shares a pool in proportion to the figures, to the cent, whatever order they come in', () => {
    fc.assert(
      fc.property(
        cents().filter((text) => text !== '0.00'),
        figures,
        (pot, given) => {
          const rules = defineContestRules({ currency: 'EUR', pot })
          const contest = payContest({ entrants: entrants(given) }, rules)
          const all = given.filter((figure) => figure > 0).reduce((one, other) => one + other, 0)
          expect(contest.amount).toBe(all === 0 ? '0.00' : contest.pot)
          for (const { figure, amount } of contest.entrants) {
            const weight = BigInt(Math.max(0, Number(figure)))
            const fair = all === 0 ? zero : multiply(parse(pot), fraction(weight, BigInt(all)))
            const off = subtract(parse(amount), fair)
            expect(compare(multiply(off, off), fraction(1n, 10_000n))).toBeLessThan(0)
          }
          expect(payContest({ entrants: entrants(given).reverse() }, rules)).toEqual(contest)
        },
      ),
    )
  })
})

/** Multiples of target incentive ÷ target, against sums that are made unit by unit of percent and from the words alone. */
import fc from 'fast-check'
import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  salesForCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import type { Statement } from '../independent/archive.js'
import { recomputeStatement } from '../independent/statement.js'
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  larger,
  multiply,
  parse,
  smaller,
  subtract,
  toCanonical,
  toDecimal,
  zero,
} from '../oracle/fraction.js'

interface Drawn {
  readonly ends: readonly string[]
  readonly multiples: readonly string[]
  readonly target: string
  readonly incentive: string
  readonly sales: string
}

const cents = (max: number) => fc.nat({ max }).map((n) => toCanonical(fraction(BigInt(n), 100n)))
const multiple = fc.oneof(
  fc.constantFrom('0', '1', '1.25', '2', '1/3', '22/7'),
  fc.nat({ max: 9999 }).map((n) => toCanonical(fraction(BigInt(n), 1000n))),
)
const drawn: fc.Arbitrary<Drawn> = fc
  .uniqueArray(fc.constantFrom('0.5', '0.85', '1', '1.001', '1.25', '1.5', '2'), { maxLength: 4 })
  .map((ends) => [...ends].sort((a, b) => Number(a) - Number(b)))
  .chain((ends) =>
    fc.record({
      ends: fc.constant(ends),
      multiples: fc.array(multiple, { minLength: ends.length + 1, maxLength: ends.length + 1 }),
      target: fc.oneof(
        fc.constantFrom('7', '20', '333', '1000000'),
        cents(9_999_999).filter((text) => text !== '0'),
      ),
      incentive: fc.oneof(
        fc.constantFrom('1000', '1400', '0.01'),
        cents(9_999_999).filter((text) => text !== '0'),
      ),
      sales: fc.oneof(fc.constantFrom('0', '7', '20', '25', '28', '1500000'), cents(99_999_999)),
    }),
  )

function planOf(
  { ends, multiples }: Pick<Drawn, 'ends' | 'multiples'>,
  change: Partial<CommissionPlanInput> = {},
) {
  const tiers = multiples.map((one, index) => ({
    id: `tier ${index}`,
    upTo: ends[index] ?? null,
    multiple: one,
  }))
  return defineCommissionPlan({
    currency: 'EUR',
    payout: 'of-target-incentive',
    scale: { mode: 'marginal', thresholds: 'attainment', tiers },
    ...change,
  })
}

const quotient = (text: string) => {
  const [n = '', d = '1'] = text.split('/')
  return divide(parse(n), parse(d))
}

/** The share of the incentive that an attainment pays: of each tier, how much of it lies below the attainment, times its multiple. */
function shareAt(attainment: Fraction, { ends, multiples }: Drawn): Fraction {
  let share = zero
  for (const [index, one] of multiples.entries()) {
    const from = index === 0 ? zero : parse(ends[index - 1] ?? '')
    const end =
      ends[index] === undefined ? attainment : smaller(parse(ends[index] ?? ''), attainment)
    share = add(share, multiply(larger(subtract(end, from), zero), quotient(one)))
  }
  return share
}

function law(name: string, holds: (given: Drawn) => void, numRuns = 200) {
  it(name, () => fc.assert(fc.property(drawn, holds), { numRuns, seed: 20_261_129 }))
}

describe('multiples of target incentive ÷ target', () => {
  law('pay the incentive times the share that the attainment has earned', (given) => {
    const { sales, target, incentive } = given
    const { amount } = calculateCommission(
      { sales, target, targetIncentive: incentive },
      planOf(given),
    )
    const share = shareAt(divide(parse(sales), parse(target)), given)
    expect(amount).toBe(toDecimal(multiply(share, parse(incentive)), 2, 'half-up'))
  })

  law('state slices from which the amount can be computed again', (given) => {
    const { sales, target, incentive } = given
    const statement = calculateCommission(
      { sales, target, targetIncentive: incentive },
      planOf(given),
    )
    const archived = JSON.parse(JSON.stringify(statement)) as Statement
    expect(recomputeStatement(archived).findings).toEqual([])
  })

  law(
    'that are all 1 pay the incentive in proportion to attainment, wherever tiers end',
    (given) => {
      const { sales, target, incentive } = given
      const plan = planOf({ ...given, multiples: given.multiples.map(() => '1') })
      const paid = divide(multiply(parse(sales), parse(incentive)), parse(target))
      expect(calculateCommission({ sales, target, targetIncentive: incentive }, plan).amount).toBe(
        toDecimal(paid, 2, 'half-up'),
      )
    },
  )

  law('pay the same where sales and target are counted in another unit', (given) => {
    const { sales, target, incentive } = given
    const plan = planOf(given)
    const times = (text: string) => toCanonical(multiply(parse(text), parse('8')))
    const one = calculateCommission({ sales, target, targetIncentive: incentive }, plan)
    const other = calculateCommission(
      { sales: times(sales), target: times(target), targetIncentive: incentive },
      plan,
    )
    expect(other.amount).toBe(one.amount)
  })

  law('pay the same merged from parts as in one figure', (given) => {
    const { sales, target, incentive } = given
    const plan = planOf(given)
    const facts = { target, targetIncentive: incentive }
    const total = commissionAccumulator(plan)
    const parts = total.merge(
      total.add(total.create(), { id: '1', amount: sales }),
      total.add(total.create(), { id: '2', amount: '12.34' }),
    )
    const whole = toCanonical(add(parse(sales), parse('12.34')))
    expect(total.finish(parts, facts)).toEqual(
      calculateCommission({ sales: whole, ...facts }, plan),
    )
  })

  law('are inverted: the sales are enough, and a cent less is not', (given) => {
    const { sales, target, incentive } = given
    const plan = planOf(given)
    const facts = { target, targetIncentive: incentive }
    const exact = (of: Fraction) =>
      multiply(shareAt(divide(of, parse(target)), given), parse(incentive))
    const wanted = toDecimal(exact(parse(sales)), 2, 'half-up')
    const found = attempt(() => salesForCommission(wanted, plan, facts))
    if (!found.ok) {
      expect(found.issues).toMatchObject([{ code: 'COMMISSION_UNREACHABLE' }])
      return
    }
    const enough = parse(found.value.sales)
    expect(compare(exact(enough), parse(wanted))).toBeGreaterThanOrEqual(0)
    const less = subtract(enough, parse('0.01'))
    if (less.n >= 0n) expect(compare(exact(less), parse(wanted))).toBeLessThan(0)
  })

  law(
    'bend a curve at the ends of their tiers and nowhere else',
    (given) => {
      const { target, incentive, ends } = given
      const { points } = commissionCurve(planOf(given), { target, targetIncentive: incentive })
      const places = ends.map((end) => toDecimal(multiply(parse(end), parse(target)), 2, 'down'))
      for (const { sales } of points.slice(1))
        expect(places).toContain(toDecimal(parse(sales), 2, 'down'))
    },
    100,
  )
})

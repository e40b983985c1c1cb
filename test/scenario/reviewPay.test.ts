import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import { attempt, defineCommissionPlan, handbook } from '../../src/index.js'
import { reviewPay } from '../../src/scenario/index.js'
import { cents, HANDBOOK, payOf, salesOf } from './payroll.js'

const plan = handbook.commission
/** Ann attained 125%, Ben 104% of less, Cid 95% and nothing, Dan 100.1% of more. */
const four = [
  { id: 'Ann', group: 'east', input: { sales: '1500000', target: '1200000' } },
  { id: 'Ben', group: 'east', input: { sales: '676000', target: '650000' } },
  { id: 'Cid', group: 'west', input: { sales: '950000', target: '1000000' } },
  { id: 'Dan', group: 'west', input: { sales: '2002000', target: '2000000' } },
]

describe('reviewPay', () => {
  const review = reviewPay(four, plan)

  it('ranks pay and attainment: ranks 4 3 1 2 and 3 2 1 4 correlate by 1 − 6 × 6 ÷ 60', () => {
    expect(review.correlation).toBe('0.4')
  })

  it('names who attained less and is paid more, from the largest difference, and by which rule', () => {
    // Dan 70,100.00, Ann 50,000.00, Ben 20,280.00.
    expect(review.inversions).toEqual({
      count: 2,
      largest: [
        { less: 'Dan', more: 'Ben', difference: '49820.00', rule: 'sales' },
        { less: 'Dan', more: 'Ann', difference: '20100.00', rule: 'sales' },
      ],
    })
  })

  it('says how pay is spread by group, and what it costs', () => {
    expect(review.groups).toEqual([
      { group: 'east', rows: 2, least: '20280.00', median: '20280.00', greatest: '50000.00' },
      { group: 'west', rows: 2, least: '0.00', median: '0.00', greatest: '70100.00' },
    ])
    expect(review.costRatio).toBe('0.027375195007')
  })

  it('names who is just below a threshold', () => {
    expect(review.justBelow.map(({ id, by, remaining }) => [id, by, remaining])).toEqual([
      ['Cid', 'gate', '50000.00'],
    ])
  })

  it('refuses a policy of another kind', () => {
    const result = attempt(() => reviewPay(four, handbook.grading as never))
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['POLICY_NOT_DEFINED', ['plan']],
    ])
  })

  it('counts the pairs of the example quarter as a pencil does', () => {
    const reps = rosterOfQuarter().filter(({ input }) => input.target !== undefined)
    const rows = reps.map(({ input }) => ({
      sales: salesOf(input),
      target: cents(input.target),
      pay: payOf(input, HANDBOOK) ?? 0n,
    }))
    const pairs = rows.flatMap((less) =>
      rows.filter(
        (more) => less.sales * more.target < more.sales * less.target && less.pay > more.pay,
      ),
    )
    const { inversions, notComputed } = reviewPay(rosterOfQuarter(), plan)
    expect(inversions.count).toBe(pairs.length)
    expect(notComputed.map(({ id }) => id)).toEqual(['R25'])
  })
})

const open = defineCommissionPlan({ currency: 'CNY', scale: plan.scale })

describe('the rule by which somebody who attained less is paid more', () => {
  const ruleFor = (less: object, more: object, own: typeof plan = open) => {
    const rows = [less, more].map((input, index) => ({ id: `E-${index}`, input }))
    const { inversions } = reviewPay(rows as never, own)
    expect(inversions.count).toBe(1)
    return inversions.largest[0]?.rule
  }
  const less = { sales: '1000000', target: '1000000' }

  it('is what one is given, or what the other is taken, and not what both are', () => {
    const lines = [{ id: 'O-1', amount: '1200000', firstOrder: true }]
    const plain = { sales: '1200000', target: '1100000' }
    expect(ruleFor({ lines, target: '1200000' }, plain, plan)).toBe('award')
    const capped = defineCommissionPlan({ ...plan, cap: { base: '1100000' } })
    expect(ruleFor({ lines, target: '1200000' }, plain, capped)).toBe('award')
    // A multiplier of 0.9 of somebody who has attained more.
    const slowed = defineCommissionPlan({
      currency: 'CNY',
      scale: plan.scale,
      accelerator: {
        mode: 'whole-amount',
        steps: [
          { id: 'to', upTo: '1.2', multiplier: '1' },
          { id: 'over', upTo: null, multiplier: '0.9' },
        ],
      },
    })
    expect(ruleFor(less, { sales: '1000000', target: '800000' }, slowed)).toBe('accelerator')
  })

  it('is the gate, where it is shut for the other', () => {
    const gated = defineCommissionPlan({
      ...plan,
      gate: {
        attainment: '1',
        conditions: { id: 'onTime', comparison: 'equals', required: true },
      },
    })
    const more = { sales: '1000000', target: '800000', facts: { onTime: false } }
    expect(ruleFor({ ...less, facts: { onTime: true } }, more, gated)).toBe('gate')
  })

  it('is the rate, where nothing else differs', () => {
    const uplifted = { ...less, coefficientUplift: '0.01' }
    expect(ruleFor(uplifted, { sales: '1000000', target: '800000' })).toBe('rate')
    const tiers = [{ id: 'all', upTo: null, rate: '0.05' }]
    const ruled = defineCommissionPlan({
      currency: 'CNY',
      scale: plan.scale,
      rates: [{ id: 'rich', when: { product: ['X'] }, scale: { mode: 'marginal', tiers } }],
    })
    const lines = (product: string) => [{ id: 'O-1', amount: '1000000', product }]
    const [one, other] = [
      { lines: lines('X'), target: '1000000' },
      { lines: lines('Y'), target: '800000' },
    ]
    expect(ruleFor(one, other, ruled)).toBe('rate')
  })

  it('is counted for every pair, and the 100 with the largest difference are named', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      id: `E-${at}`,
      input: { sales: (at + 1) * 1000, target: (at + 1) * (at + 1) * 1000 },
    }))
    const { count, largest } = reviewPay(rows, open).inversions
    expect(count).toBe((60 * 59) / 2)
    const gaps = rows.flatMap((_, one) => rows.slice(0, one).map((_, other) => (one - other) * 30))
    const greatest = gaps.sort((a, b) => b - a).slice(0, 100)
    expect(largest.map(({ difference }) => Number(difference))).toEqual(greatest)
  })

  it('is not looked for over more than 10,000 rows', () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => ({
      id: `E-${at}`,
      input: { sales: 1, target: 1 },
    }))
    const result = attempt(() => reviewPay(rows, open))
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['VALUE_UNREADABLE', 'rows'],
    ])
  })
})

describe('the correlation of pay and attainment', () => {
  /** Pay goes up with sales, attainment is what is given. */
  const rosterOf = (rows: readonly (readonly [times: number, attainment: number])[]) =>
    rows.map(([times, attainment], index) => {
      const sales = times * 1_200_000
      return { id: `E-${index}`, input: { sales, target: sales / attainment } }
    })
  const correlationOf = (rows: readonly (readonly [number, number])[]) =>
    reviewPay(rosterOf(rows), open).correlation

  it('is one half, and not a bit less, where its root ends', () => {
    // Twice the ranks, from their mean: 8 people of attainments 1 1 2 2 3 3 4 5 and pay 1 1 1 2 2 2 1 2 have 72 ÷ √(162 × 128).
    const attainments = [1, 1, 2, 2, 3, 3, 4, 5]
    const pays = [1, 1, 1, 2, 2, 2, 1, 2]
    expect(correlationOf(pays.map((pay, at) => [pay, attainments[at] ?? 1]))).toBe('0.5')
  })

  it('is 1 where pay follows attainment, −1 where it goes against it, and none where all are paid the same', () => {
    const one = [1, 2, 3, 4]
    expect(correlationOf(one.map((n) => [n, n]))).toBe('1')
    expect(correlationOf(one.map((n) => [n, 5 - n]))).toBe('-1')
    expect(correlationOf(one.map((n) => [1, n]))).toBeNull()
  })
})

/** A rank is one more than there are below, and half of those that tie; here twice of it, less twice the mean of all ranks. */
function deviations(isBelow: (one: number, other: number) => boolean, count: number): bigint[] {
  const all = [...Array(count).keys()]
  return all.map((one) => {
    const below = all.filter((other) => isBelow(other, one)).length
    const above = all.filter((other) => isBelow(one, other)).length
    return BigInt(below - above)
  })
}

describe('reviewPay of any roster', () => {
  const person = fc.record({
    sales: fc.integer({ min: -2, max: 50 }).map((times) => BigInt(times * 50_000)),
    target: fc.constantFrom(500_000n, 650_000n, 1_000_000n, 1_200_000n),
  })

  it('counts the pairs that a count of all pairs finds, and correlates as Spearman does', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 14 }), (people) => {
        const rows = people.map(({ sales, target }, index) => ({
          id: `E-${index}`,
          input: { sales: String(sales), target: String(target) },
        }))
        const pays = rows.map(({ input }) => payOf(input, HANDBOOK) ?? 0n)
        const attainsLess = (a: number, b: number) => {
          const [one, other] = [people[a], people[b]]
          if (one === undefined || other === undefined) return false
          return one.sales * other.target < other.sales * one.target
        }
        const paysLess = (a: number, b: number) => (pays[a] ?? 0n) < (pays[b] ?? 0n)
        const review = reviewPay(rows, plan)

        const places = [...people.keys()]
        const gaps = places
          .flatMap((a) =>
            places
              .filter((b) => attainsLess(a, b) && paysLess(b, a))
              .map((b) => (pays[a] ?? 0n) - (pays[b] ?? 0n)),
          )
          .sort((a, b) => (a > b ? -1 : 1))
        expect(review.inversions.count).toBe(gaps.length)
        expect(review.inversions.largest.map(({ difference }) => cents(difference))).toEqual(
          gaps.slice(0, 100),
        )

        const attained = deviations(attainsLess, people.length)
        const paid = deviations(paysLess, people.length)
        const product = (a: readonly bigint[], b: readonly bigint[]) =>
          a.reduce((sum, one, at) => sum + one * (b[at] ?? 0n), 0n)
        const both = product(attained, paid)
        const squares = product(attained, attained) * product(paid, paid)
        expect(review.correlation === null).toBe(squares === 0n)
        if (squares === 0n) return
        // Six decimals, cut: both² ÷ squares lies between its square and that of one millionth more.
        const millionths = BigInt(Math.round(Math.abs(Number(review.correlation)) * 1e6))
        const scaled = both * both * 10n ** 12n
        expect(millionths ** 2n * squares <= scaled).toBe(true)
        expect((millionths + 1n) ** 2n * squares > scaled).toBe(true)
        if (millionths > 0n) expect(review.correlation?.startsWith('-')).toBe(both < 0n)
      }),
      { numRuns: 300 },
    )
  })
})

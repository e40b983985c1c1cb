import { describe, expect, it } from 'vitest'
import { rosterOfQuarter } from '../../examples/what-if/rosters.js'
import { handbook } from '../../src/index.js'
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

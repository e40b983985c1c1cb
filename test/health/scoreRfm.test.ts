import fc from 'fast-check'
import { addDays, attempt, type RfmOptions, type RfmOrder, scoreRfm } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

const asOf = '2026-06-30'

/** Customers with so many orders each, all of one day and of 1. */
const buying = (counts: readonly number[]): RfmOrder[] =>
  counts.flatMap((count, at) =>
    Array.from({ length: count }, () => ({
      customer: `c${String(at).padStart(2, '0')}`,
      date: '2026-06-01',
      amount: 1,
    })),
  )

/** A customer of each amount. */
const paying = (amounts: readonly number[]): RfmOrder[] =>
  amounts.map((amount, at) => ({
    customer: `c${String(at).padStart(2, '0')}`,
    date: '2026-06-01',
    amount,
  }))

function issuesOf(orders: unknown, options: unknown = { asOf }) {
  const outcome = attempt(() => scoreRfm(orders as RfmOrder[], options as RfmOptions))
  return outcome.ok ? [] : outcome.issues
}

describe('scoreRfm', () => {
  it('gives equal customers equal scores, though everybody bought once (rfm-01)', () => {
    const scores = scoreRfm(buying([1, 1, 1, 1, 1]), { asOf, bins: 5 })
    expect(scores.map(({ frequency }) => frequency)).toEqual([1, 1, 1, 1, 1])
    expect(new Set(scores.map(({ segment }) => segment)).size).toBe(1)
  })

  it('scores by the share of those who are strictly worse (rfm-03)', () => {
    const scores = scoreRfm(buying([1, 1, 1, 1, 2, 3, 4, 5, 6, 7]), { asOf, bins: 5 })
    expect(scores.map(({ frequency }) => frequency)).toEqual([1, 1, 1, 1, 3, 3, 4, 4, 5, 5])
  })

  it('has an order of the day itself 0 days old, and refuses one of tomorrow (rfm-06)', () => {
    const order = { customer: 'Acme', date: '2026-06-30', amount: 1 }
    expect(scoreRfm([order], { asOf })[0]?.daysSince).toBe(0)
    expect(issuesOf([order, { ...order, date: '2026-07-01' }])).toMatchObject([
      { code: 'DATES_OUT_OF_ORDER', path: ['orders', 1, 'date'] },
    ])
  })

  it('scores by fixed bounds, each of which belongs to the better score (rfm-08)', () => {
    const amounts = [0, 49, 50, 75, 99, 100, 209, 210, 1000]
    const bounds = { monetary: [50, 75, 100, 210] }
    const scores = scoreRfm(paying(amounts), { asOf, bounds })
    expect(scores.map(({ monetary }) => monetary)).toEqual([1, 1, 2, 3, 3, 4, 4, 5, 5])
  })

  it('scores recency by the most days, falling, and frequency by the least orders', () => {
    const ages = [0, 30, 31, 90, 91, 365, 366]
    const orders = ages.map((age, at) => ({
      customer: `c${at}`,
      date: addDays(asOf, -age),
      amount: 1,
    }))
    const recency = [365, 180, 90, 30]
    const scores = scoreRfm(orders, { asOf, bounds: { recency } })
    expect(scores.map((one) => one.recency)).toEqual([5, 5, 4, 4, 3, 2, 1])
    const counted = scoreRfm(buying([1, 2, 9]), { asOf, bins: 3, bounds: { frequency: [2, 10] } })
    expect(counted.map(({ frequency }) => frequency)).toEqual([1, 2, 2])
  })

  it('takes a refund from the value, and for no order', () => {
    const orders = [
      { customer: 'Acme', date: '2026-05-01', amount: '99.90' },
      { customer: 'Acme', date: '2026-06-01', amount: '-9.9' },
      { customer: 'Beta', date: '2026-06-01', amount: -5 },
    ]
    expect(scoreRfm(orders, { asOf })).toMatchObject([
      { customer: 'Acme', daysSince: 60, orders: 1, amount: '90' },
      { customer: 'Beta', daysSince: null, orders: 0, amount: '-5', recency: 1, frequency: 1 },
    ])
  })

  it('names the segment by segments of your own', () => {
    const segments = [
      { id: 'good', monetary: [2, 3] as const },
      { id: 'poor', monetary: [1, 1] as const, recency: [2, 3] as const },
      { id: 'gone', monetary: [1, 1] as const, recency: [1, 1] as const },
    ]
    const scores = scoreRfm(paying([1, 2, 3]), { asOf, bins: 3, segments })
    expect(scores.map(({ segment }) => segment)).toEqual(['gone', 'good', 'good'])
  })

  it.each([
    ['overlap', [{ id: 'a' }, { id: 'b', recency: [2, 2] }], 'segments-overlap', '2-1-1'],
    ['leave something out', [{ id: 'a', frequency: [2, 2] }], 'segment-missing', '1-1-1'],
    ['are none', [], 'segment-missing', '1-1-1'],
  ])('refuses segments that %s, and says which scores', (_, segments, reason, given) => {
    expect(issuesOf([], { asOf, bins: 2, segments })).toMatchObject([
      { code: 'POLICY_CONFLICT', path: ['options', 'segments'], params: { reason, given } },
    ])
  })

  it.each([
    ['bins', { bins: 1 }, 'NUMBER_OUT_OF_RANGE', ['options', 'bins']],
    ['half a bin', { bins: 2.5 }, 'VALUE_INVALID', ['options', 'bins']],
    [
      'a bound too few',
      { bounds: { monetary: [1, 2, 3] } },
      'VALUE_INVALID',
      ['options', 'bounds', 'monetary'],
    ],
    [
      'bounds that fall',
      { bounds: { frequency: [1, 2, 2, 5] } },
      'OUT_OF_ORDER',
      ['options', 'bounds', 'frequency', 2],
    ],
    [
      'days that rise',
      { bounds: { recency: [9, 8, 8, 1] } },
      'OUT_OF_ORDER',
      ['options', 'bounds', 'recency', 2],
    ],
    [
      'a range turned round',
      { bins: 2, segments: [{ id: 'a', recency: [2, 1] }] },
      'VALUE_INVALID',
      ['options', 'segments', 0, 'recency'],
    ],
    [
      'a range beyond the bins',
      { bins: 2, segments: [{ id: 'a', recency: [1, 3] }] },
      'NUMBER_OUT_OF_RANGE',
      ['options', 'segments', 0, 'recency', 1],
    ],
    ['another option', { bin: 5 }, 'UNKNOWN_KEY', ['options', 'bin']],
    ['no day', { asOf: null }, 'VALUE_MISSING', ['options', 'asOf']],
  ])('refuses %s', (_, change, code, path) => {
    expect(issuesOf([], { asOf, ...change })).toMatchObject([{ code, path }])
  })

  it.each([
    [null, 'VALUE_MISSING', []],
    [{ date: '2026-01-01', amount: 1 }, 'VALUE_MISSING', ['customer']],
    [{ customer: 'a', date: '2026-02-30', amount: 1 }, 'DATE_INVALID', ['date']],
    [{ customer: 'a', date: '2026-01-01', amount: '1,5' }, 'NUMBER_INVALID', ['amount']],
  ])('refuses the order %j', (order, code, path) => {
    expect(issuesOf([order])).toMatchObject([{ code, path: ['orders', 0, ...path] }])
  })

  it('scores nobody without orders', () => {
    expect(scoreRfm([], { asOf })).toEqual([])
    expect(issuesOf({})).toMatchObject([{ code: 'VALUE_INVALID', path: ['orders'] }])
  })
})

describe('for any orders', () => {
  const order = fc.record({
    customer: fc.integer({ min: 0, max: 15 }).map((at) => `c${at}`),
    date: fc.integer({ min: 0, max: 40 }).map((age) => addDays(asOf, -age)),
    amount: fc.integer({ min: -50, max: 200 }),
  })
  const lists = fc.array(order, { maxLength: 40 })
  const bins = fc.integer({ min: 2, max: 10 })

  /** The scores of one measure, each by going through all customers. */
  function byHand(values: readonly number[], count: number): number[] {
    return values.map((value) => {
      const worse = values.filter((other) => other < value).length
      return Number(1n + (BigInt(count) * BigInt(worse)) / BigInt(values.length))
    })
  }

  it('scores are those of a count by hand, in any order of the orders', () => {
    fc.assert(
      fc.property(
        lists.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        bins,
        ([list, others], count) => {
          const scores = scoreRfm(list, { asOf, bins: count })
          expect(scoreRfm(others, { asOf, bins: count })).toEqual(scores)
          expect(throughJson(scores)).toStrictEqual(scores)
          const names = [...new Set(list.map(({ customer }) => customer))].sort()
          expect(scores.map(({ customer }) => customer)).toEqual(names)
          const own = names.map((name) => list.filter(({ customer }) => customer === name))
          const bought = own.map((rows) => rows.filter(({ amount }) => amount >= 0))
          const days = bought.map((rows) =>
            Math.max(-9999, ...rows.map(({ date }) => Date.parse(date) / 86_400_000)),
          )
          const money = own.map((rows) => rows.reduce((sum, { amount }) => sum + amount, 0))
          expect(scores.map((one) => one.recency)).toEqual(byHand(days, count))
          expect(scores.map((one) => one.frequency)).toEqual(
            byHand(
              bought.map((rows) => rows.length),
              count,
            ),
          )
          expect(scores.map((one) => one.monetary)).toEqual(byHand(money, count))
          expect(scores.every(({ segment }) => segment !== '')).toBe(true)
        },
      ),
    )
  })
})

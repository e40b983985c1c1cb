import fc from 'fast-check'
import {
  attempt,
  type CarePolicyInput,
  type CustomerValue,
  defineCarePolicy,
  handbook,
  subtract,
  tierCustomers,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

type Tiers = CarePolicyInput['tiers']

const cuts = [
  { id: 'A', upTo: '0.8', dedicatedOwner: true },
  { id: 'B', upTo: '0.95' },
  { id: 'C', upTo: null },
]

function policyOf(tiers: Tiers) {
  return defineCarePolicy({ currency: 'CNY', tiers })
}

const byShare = (placedBy: 'start' | 'end', tiers = cuts) =>
  policyOf({ clause: 'T-1', by: 'cumulative-share', placedBy, tiers })

const byValue = policyOf({
  clause: 'T-2',
  by: 'value',
  tiers: [
    { id: 'key', from: 100_000 },
    { id: 'middle', from: '10000' },
    { id: 'small', from: null },
  ],
})

const rows = (values: Readonly<Record<string, number | string>>): CustomerValue[] =>
  Object.entries(values).map(([customer, value]) => ({ customer, value }))

function tiersOf(values: Readonly<Record<string, number | string>>, policy = byShare('start')) {
  const { customers } = tierCustomers(rows(values), policy)
  return Object.fromEntries(customers.map(({ customer, tier }) => [customer, tier]))
}

const five = { a: 500, b: 300, c: 100, d: 60, e: 40 }

describe('tierCustomers', () => {
  it('places customers by where they start, or end, in the cumulative share (HEA-4, tier-01)', () => {
    expect(tiersOf(five)).toEqual({ a: 'A', b: 'A', c: 'B', d: 'B', e: 'C' })
    expect(tiersOf(five, byShare('end'))).toEqual({ a: 'A', b: 'A', c: 'B', d: 'C', e: 'C' })
    const { customers, tiers, base } = tierCustomers(rows(five), byShare('start'))
    expect(customers.map(({ ends }) => ends)).toEqual(['0.5', '0.8', '0.9', '0.96', '1'])
    expect(customers.map(({ starts }) => starts)).toEqual(['0', '0.5', '0.8', '0.9', '0.96'])
    expect(base).toBe('1000.00')
    expect(tiers).toEqual([
      { tier: 'A', customers: 2, value: '800.00' },
      { tier: 'B', customers: 2, value: '160.00' },
      { tier: 'C', customers: 1, value: '40.00' },
    ])
  })

  it('has the largest customer in the first tier by start, though they are more than it holds', () => {
    expect(tiersOf({ whale: 970, fry: 30 })).toEqual({ whale: 'A', fry: 'C' })
    expect(tiersOf({ whale: 970, fry: 30 }, byShare('end'))).toEqual({ whale: 'C', fry: 'C' })
    expect(tiersOf({ only: 1 })).toEqual({ only: 'A' })
  })

  it('keeps customers of one value in one tier', () => {
    expect(tiersOf({ a: 1, b: 1, c: 1, d: 1, e: 1 })).toEqual({
      a: 'A',
      b: 'A',
      c: 'A',
      d: 'A',
      e: 'A',
    })
    // b and c start at 0.7, where A still is, and end at 0.9.
    expect(tiersOf({ a: 700, b: 100, c: 100, d: 100 })).toEqual({ a: 'A', b: 'A', c: 'A', d: 'A' })
    expect(tiersOf({ a: '0.10', b: '0.1' })).toEqual({ a: 'A', b: 'A' })
  })

  it('has nobody in a better tier where nobody has any value (tier-03)', () => {
    const { customers, base } = tierCustomers(rows({ a: 0, b: 0 }), byShare('start'))
    expect(base).toBe('0.00')
    expect(customers.map(({ tier, starts, ends }) => [tier, starts, ends])).toEqual([
      ['C', null, null],
      ['C', null, null],
    ])
    expect(tierCustomers([], byShare('start')).customers).toEqual([])
  })

  it('leaves those below 0 out of the base, and names them', () => {
    const { customers, base, outOfBase } = tierCustomers(
      rows({ a: 80, b: 20, r: -50, z: 0 }),
      byShare('start'),
    )
    expect(base).toBe('100.00')
    expect(outOfBase).toEqual(['r'])
    expect(customers.map(({ customer, tier }) => `${customer} ${tier}`)).toEqual([
      'a A',
      'b B',
      'z C',
      'r C',
    ])
  })

  it('nothing reaches a tier that ends where the first customer starts', () => {
    const none = [{ id: 'S', upTo: '0' }, ...cuts.slice(1)]
    const { customers } = tierCustomers(rows({ a: 500, b: 40 }), byShare('start', none as never))
    expect(customers.map(({ tier, next }) => [tier, next?.tier ?? null])).toEqual([
      ['B', null],
      ['B', null],
    ])
  })

  it('tiers by fixed bounds, which belong to the better tier, and says what reaches the next', () => {
    const { customers } = tierCustomers(
      rows({ a: '100000', b: '99999.99', c: 9999, d: -5 }),
      byValue,
    )
    expect(customers.map(({ customer, tier, next }) => [customer, tier, next])).toEqual([
      ['a', 'key', null],
      ['b', 'middle', { tier: 'key', from: '100000.00', remaining: '0.01' }],
      ['c', 'small', { tier: 'middle', from: '10000.00', remaining: '1.00' }],
      ['d', 'small', { tier: 'middle', from: '10000.00', remaining: '10005.00' }],
    ])
  })

  it('names those whose tier asks for an owner, and who have none (HEA-4)', () => {
    const given = [
      { customer: 'a', value: 50, owner: 'Li' },
      { customer: 'b', value: 40, owner: null },
      { customer: 'c', value: 10 },
    ]
    expect(tierCustomers(given, byShare('start')).withoutOwner).toEqual(['b'])
    expect(tierCustomers(given, handbook.care)).toMatchObject({
      withoutOwner: ['b'],
      clauses: ['HEA-4'],
      policy: { id: 'handbook-care', version: '1' },
      currency: 'CNY',
    })
  })

  it('leaves out a row that is wrong, names it, and goes on', () => {
    const given = [
      { customer: 'a', value: 50 },
      { customer: 'a', value: 60 },
      { customer: 'b', value: '1,000' },
      { customer: '', value: 1 },
      null,
      { customer: 'c', value: 5, tier: 'A' },
      { customer: 'd', value: 1 },
    ]
    const { customers, issues } = tierCustomers(given as CustomerValue[], byShare('start'))
    expect(customers.map(({ customer }) => customer)).toEqual(['a', 'd'])
    expect(issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['ID_DUPLICATE', 'customers.1.customer'],
      ['NUMBER_INVALID', 'customers.2.value'],
      ['VALUE_INVALID', 'customers.3.customer'],
      ['VALUE_MISSING', 'customers.4'],
      ['UNKNOWN_KEY', 'customers.5.tier'],
    ])
  })

  it.each([undefined, null, {}, 'Acme'])('refuses %j as customers', (given) => {
    const outcome = attempt(() => tierCustomers(given as never, handbook.care))
    expect(outcome.ok).toBe(false)
  })
})

describe('a policy of tiers is refused', () => {
  it.each([
    [
      'whose shares do not rise',
      [
        { id: 'A', upTo: '0.8' },
        { id: 'B', upTo: '0.8' },
        { id: 'C', upTo: null },
      ],
      'OUT_OF_ORDER',
    ],
    ['whose last tier ends', [{ id: 'A', upTo: '0.8' }], 'SCALE_END'],
    [
      'whose inner tier is open',
      [
        { id: 'A', upTo: null },
        { id: 'B', upTo: null },
      ],
      'SCALE_END',
    ],
    [
      'with a percentage',
      [
        { id: 'A', upTo: 80 },
        { id: 'B', upTo: null },
      ],
      'NUMBER_LOOKS_LIKE_PERCENT',
    ],
    [
      'with a tier twice',
      [
        { id: 'A', upTo: '0.8' },
        { id: 'A', upTo: null },
      ],
      'ID_DUPLICATE',
    ],
  ] as const)('%s', (_, tiers, code) => {
    const outcome = attempt(() => policyOf({ clause: 'T', by: 'cumulative-share', tiers }))
    expect(outcome.ok ? [] : outcome.issues.map((one) => one.code)).toEqual([code])
  })

  it('whose values do not fall, at the path of the value', () => {
    const tiers = [
      { id: 'a', from: 5 },
      { id: 'b', from: 5 },
      { id: 'c', from: null },
    ]
    const outcome = attempt(() => policyOf({ clause: 'T', by: 'value', tiers }))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      { code: 'OUT_OF_ORDER', path: ['tiers', 'tiers', 1, 'from'] },
    ])
    const open = [{ id: 'a', from: 5 }]
    const ended = attempt(() => policyOf({ clause: 'T', by: 'value', tiers: open }))
    expect(ended.ok ? [] : ended.issues).toMatchObject([
      { code: 'SCALE_END', path: ['tiers', 'tiers', 0, 'from'] },
    ])
  })
})

describe('for any customers', () => {
  const values = fc.array(fc.integer({ min: -20, max: 60 }), { maxLength: 25 })
  const customers = values.map((list) => list.map((value, at) => ({ customer: `c${at}`, value })))
  const policies = fc.constantFrom(byShare('start'), byShare('end'), byValue)

  it('tiers partition them, in any order, and the figures are JSON', () => {
    fc.assert(
      fc.property(
        customers.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        policies,
        ([list, others], policy) => {
          const tiered = tierCustomers(list, policy)
          expect(tiered.customers.map(({ customer }) => customer).sort()).toEqual(
            list.map(({ customer }) => customer).sort(),
          )
          expect(tiered.tiers.reduce((sum, one) => sum + one.customers, 0)).toBe(list.length)
          expect(tierCustomers(others, policy)).toEqual(tiered)
          expect(throughJson(tiered)).toStrictEqual(tiered)
        },
      ),
    )
  })

  it('equal customers share a tier, and a larger one is never in a lower tier', () => {
    fc.assert(
      fc.property(customers, policies, (list, policy) => {
        const order = policy.tiers.tiers.map(({ id }) => id)
        const placed = tierCustomers(list, policy).customers
        const positions = placed.map(({ tier }) => order.indexOf(tier))
        // From the largest down, positions never fall, and rise only where the value does.
        for (const [index, one] of placed.entries()) {
          const [before, position] = [positions[index - 1] ?? 0, positions[index] ?? 0]
          expect(before).toBeLessThanOrEqual(position)
          if (placed[index - 1]?.value === one.value) expect(before).toBe(position)
        }
      }),
    )
  })

  /** The tier by start, counted in whole numbers. */
  function tierByCount(value: number, values: readonly number[]): string {
    const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
    const base = sum(values.map((one) => Math.max(one, 0)))
    if (value < 0 || base === 0) return 'C'
    const before = sum(values.filter((one) => one > value))
    if (before * 100 < 80 * base) return 'A'
    return before * 100 < 95 * base ? 'B' : 'C'
  }

  it('the tier by start is that of a count in whole numbers', () => {
    fc.assert(
      fc.property(customers, (list) => {
        const given = list.map(({ value }) => value)
        const tiered = tierCustomers(list, byShare('start')).customers
        const found = new Map(tiered.map(({ customer, tier }) => [customer, tier] as const))
        for (const { customer, value } of list)
          expect(found.get(customer)).toBe(tierByCount(value, given))
      }),
    )
  })

  it('reaching what the next tier asks is enough', () => {
    fc.assert(
      fc.property(customers, fc.constantFrom(byShare('start'), byValue), (list, policy) => {
        const order = policy.tiers.tiers.map(({ id }) => id)
        for (const { customer, next } of tierCustomers(list, policy).customers) {
          if (next === null) continue
          const raised = list.map((one) =>
            one.customer === customer ? { customer, value: next.from } : one,
          )
          const after = tierCustomers(raised, policy).customers.find(
            (one) => one.customer === customer,
          )
          expect(order.indexOf(after?.tier ?? '')).toBeLessThanOrEqual(order.indexOf(next.tier))
        }
      }),
    )
  })

  it('and a unit less of the currency is not', () => {
    fc.assert(
      fc.property(customers, fc.constantFrom(byShare('start'), byValue), (list, policy) => {
        const order = policy.tiers.tiers.map(({ id }) => id)
        for (const { customer, tier, next } of tierCustomers(list, policy).customers) {
          if (next === null) continue
          const value = subtract(next.from, '0.01')
          const lower = list.map((one) => (one.customer === customer ? { customer, value } : one))
          const after = tierCustomers(lower, policy).customers.find(
            (one) => one.customer === customer,
          )
          expect(order.indexOf(after?.tier ?? '')).toBe(order.indexOf(tier))
        }
      }),
    )
  })
})

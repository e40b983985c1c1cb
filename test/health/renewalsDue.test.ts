import fc from 'fast-check'
import {
  addDays,
  attempt,
  type CarePolicyInput,
  defineCarePolicy,
  handbook,
  type PurchaseHistory,
  renewalsDue,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { shuffled, throughJson } from '../arbitraries.rooms.js'

const { care } = handbook
const contract = {
  id: 'C-1',
  customer: 'Acme',
  product: 'licence',
  from: '2025-05-01',
  to: '2026-04-30',
}
const order = (date: string, product = 'paper', customer = 'Acme') => ({ customer, product, date })
const asOf = '2026-03-31'

function policyWith(renewals: Partial<NonNullable<CarePolicyInput['renewals']>>) {
  return defineCarePolicy({
    ...care,
    provenance: [],
    renewals: { clause: 'HEA-10', daysBefore: 60, ...renewals },
  })
}

describe('renewals (HEA-10)', () => {
  it.each([
    ['2026-02-28', 'upcoming', 61],
    ['2026-03-01', 'due', 60],
    ['2026-04-30', 'due', 0],
    ['2026-05-01', 'lapsed', -1],
  ])('on %s a contract to 30 April is %s', (day, state, daysLeft) => {
    expect(renewalsDue({ asOf: day, contracts: [contract] }, care).renewals).toEqual([
      {
        contract: 'C-1',
        customer: 'Acme',
        product: 'licence',
        ends: '2026-04-30',
        dueFrom: '2026-03-01',
        state,
        daysLeft,
      },
    ])
  })

  it('are of the last contract of a product, unless the customer has ended it', () => {
    const next = { ...contract, id: 'C-2', from: '2026-05-01', to: '2027-04-30' }
    const other = { ...contract, id: 'C-3', product: 'support' }
    const ids = (...contracts: NonNullable<PurchaseHistory['contracts']>[number][]) =>
      renewalsDue({ asOf, contracts }, care).renewals.map((one) => one.contract)
    expect(ids(contract, next, other)).toEqual(['C-3', 'C-2'])
    expect(ids({ ...contract, ended: true }, other)).toEqual(['C-3'])
  })
})

describe('expected reorders', () => {
  it('come after the median of the times between, half a day rounded up', () => {
    const dates = ['2026-01-02', '2026-01-30', '2026-03-01']
    const { reorders } = renewalsDue({ asOf, orders: dates.map((date) => order(date)) }, care)
    // 28 and 30 days: 29. Late after 43.5 days, which is from the 44th on.
    expect(reorders).toEqual([
      {
        customer: 'Acme',
        product: 'paper',
        last: '2026-03-01',
        intervalDays: 29,
        basis: 'history',
        orderDays: 3,
        shortest: 28,
        longest: 30,
        expected: '2026-03-30',
        lateFrom: '2026-04-14',
        state: 'due',
      },
    ])
  })

  it.each([
    ['2026-03-29', 'upcoming'],
    ['2026-03-30', 'due'],
    ['2026-04-13', 'due'],
    ['2026-04-14', 'late'],
  ])('on %s are %s', (day, state) => {
    const orders = ['2026-01-02', '2026-01-30', '2026-03-01'].map((date) => order(date))
    expect(renewalsDue({ asOf: day, orders }, care).reorders[0]?.state).toBe(state)
  })

  it('are not guessed from orders on too few days', () => {
    const orders = ['2026-01-02', '2026-01-02', '2026-01-30'].map((date) => order(date))
    const { reorders, noInterval } = renewalsDue({ asOf, orders }, care)
    expect(reorders).toEqual([])
    expect(noInterval).toEqual([{ customer: 'Acme', product: 'paper', orderDays: 2, required: 3 }])
  })

  it('come after an interval that the policy knows, from the first order on', () => {
    const policy = policyWith({ reorders: { intervals: [{ product: 'paper', days: 10 }] } })
    const { reorders } = renewalsDue({ asOf, orders: [order('2026-03-25')] }, policy)
    expect(reorders[0]).toMatchObject({
      intervalDays: 10,
      basis: 'policy',
      shortest: null,
      expected: '2026-04-04',
      state: 'upcoming',
    })
  })
})

describe('add-on sales', () => {
  it('are for whoever has the one and never had the other', () => {
    const policy = policyWith({ addOns: [{ bought: 'printer', offer: 'paper' }] })
    const orders = [
      order('2026-01-05', 'printer'),
      order('2026-01-06', 'printer', 'Beta'),
      order('2026-02-06', 'paper', 'Beta'),
      order('2026-01-07', 'printer', 'Core'),
    ]
    const contracts = [{ ...contract, customer: 'Core', product: 'paper' }]
    expect(renewalsDue({ asOf, orders, contracts }, policy).addOns).toEqual([
      { customer: 'Acme', bought: 'printer', offer: 'paper', last: '2026-01-05' },
    ])
  })
})

describe('an add-on to a contract', () => {
  it('is for whoever has the contract, from its last start', () => {
    const policy = policyWith({ addOns: [{ bought: 'licence', offer: 'support' }] })
    const of = (id: string, customer: string, product: string, from: string) => ({
      ...contract,
      ...{ id, customer, product, from },
    })
    const contracts = [
      of('C-1', 'Acme', 'licence', '2024-05-01'),
      of('C-2', 'Acme', 'licence', '2025-05-01'),
      of('C-3', 'Beta', 'licence', '2025-05-01'),
      of('C-4', 'Beta', 'support', '2025-05-01'),
    ]
    expect(renewalsDue({ asOf, contracts }, policy).addOns).toEqual([
      { customer: 'Acme', bought: 'licence', offer: 'support', last: '2025-05-01' },
    ])
  })
})

describe('a row that is wrong', () => {
  it('is left out, and named, and the others go on', () => {
    const found = renewalsDue(
      {
        asOf,
        contracts: [contract, { ...contract }, { ...contract, id: 'C-2', from: '2026-05-01' }],
        orders: [order('2026-04-01'), order('2026-02-30'), order('2026-03-01')],
      },
      care,
    )
    expect(found.issues.map(({ code, path }) => [code, path.slice(1).join('.')])).toEqual([
      ['ID_DUPLICATE', 'contracts.1.id'],
      ['DATES_OUT_OF_ORDER', 'contracts.2'],
      ['DATES_OUT_OF_ORDER', 'orders.0.date'],
      ['DATE_INVALID', 'orders.1.date'],
    ])
    expect(found.renewals).toHaveLength(1)
    expect(found.noInterval).toMatchObject([{ orderDays: 1 }])
  })

  it.each([null, [], { asOf: 'today' }, { asOf, contracts: {} }, { asOf, order: [] }])(
    '%j is refused as a history',
    (history) => {
      expect(attempt(() => renewalsDue(history as never, care)).ok).toBe(false)
    },
  )

  it('nothing comes of nothing', () => {
    expect(renewalsDue({ asOf }, care)).toMatchObject({ renewals: [], reorders: [], addOns: [] })
  })
})

it('the order of what was bought does not matter', () => {
  const orders = fc.array(
    fc.record({
      customer: fc.constantFrom('a', 'b'),
      product: fc.constantFrom('x', 'y'),
      date: fc.integer({ min: 0, max: 90 }).map((age) => addDays(asOf, -age)),
    }),
    { maxLength: 15 },
  )
  fc.assert(
    fc.property(
      orders.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
      ([list, others]) => {
        const found = renewalsDue({ asOf, orders: list }, care)
        expect(renewalsDue({ asOf, orders: others }, care)).toEqual(found)
        expect(throughJson(found)).toStrictEqual(found)
        for (const one of found.reorders) {
          expect(one.intervalDays).toBeGreaterThanOrEqual(one.shortest ?? 0)
          expect(one.intervalDays).toBeLessThanOrEqual(one.longest ?? 0)
        }
      },
    ),
  )
})

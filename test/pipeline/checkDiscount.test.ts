import { checkDiscount, type DiscountRequest, defineSalesProcess, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { problemsOf, processOf } from './process.js'

const { pipeline } = handbook
const request: DiscountRequest = {
  ...{ rung: 'sales-representative', listPrice: '80000', price: '78000', cost: '30000' },
  ...{ floor: '60000', inExchange: ['longer-term'] },
}
const checked = (rest: Partial<DiscountRequest> = {}) =>
  checkDiscount({ ...request, ...rest }, pipeline)

describe('checkDiscount', () => {
  it.each([
    // By the discount: 5%, 10%, 15%, 25%.
    [{ price: '76000' }, 'granted', 'sales-representative'],
    [{ price: '75999.99' }, 'needs-approval', 'sales-supervisor'],
    [{ price: '72000' }, 'needs-approval', 'sales-supervisor'],
    [{ price: '71999' }, 'needs-approval', 'regional-manager'],
    [{ price: '68000' }, 'needs-approval', 'regional-manager'],
    [{ price: '67999' }, 'needs-approval', 'sales-director'],
    [{ price: '60000' }, 'needs-approval', 'sales-director'],
    [{ price: '59999', floor: '0' }, 'refused', null],
    // By the amount: 100,000, 500,000, 2,000,000.
    [{ listPrice: '100000', price: '99000' }, 'granted', 'sales-representative'],
    [{ listPrice: '100000.01', price: '99000' }, 'needs-approval', 'sales-supervisor'],
    [{ listPrice: '500001', price: '500000' }, 'needs-approval', 'regional-manager'],
    [{ listPrice: '2000001', price: '2000000' }, 'needs-approval', 'sales-director'],
    // By the margin: 45%, 45%, 40%, 30%.
    [{ cost: '42900' }, 'granted', 'sales-representative'],
    [{ cost: '42900.01' }, 'needs-approval', 'regional-manager'],
    [{ cost: '46800.01' }, 'needs-approval', 'sales-director'],
    [{ cost: '54600' }, 'needs-approval', 'sales-director'],
    [{ cost: '54600.01' }, 'refused', null],
    // The floor of the negotiation.
    [{ floor: '78000' }, 'granted', 'sales-representative'],
    [{ floor: '78000.01' }, 'refused', null],
    // Above the list price nothing is given.
    [{ price: '90000', inExchange: [] }, 'granted', 'sales-representative'],
    [{ price: '80000', inExchange: [] }, 'granted', 'sales-representative'],
    [{ price: '79999.99', inExchange: [] }, 'refused', null],
  ])('of %j is %s by %s (PIP-8)', (rest, decision, approver) => {
    expect(checked(rest)).toMatchObject({ decision, approver })
  })

  it('asks those above whoever asks, and nobody below', () => {
    const { decision, approver, authorities } = checked({ rung: 'regional-manager' })
    expect([decision, approver]).toEqual(['granted', 'regional-manager'])
    expect(authorities.map(({ rung }) => rung)).toEqual(['regional-manager', 'sales-director'])
    expect(checked({ rung: 'sales-director', price: '59000', floor: '0' }).decision).toBe('refused')
  })

  it('explains itself: what was looked at, how far it is, and the lowest price', () => {
    const asked = checked({ price: '70000' })
    expect(asked).toMatchObject({
      ...{ discount: '0.125', amountOff: '10000.00', margin: '0.571428571428' },
      ...{ lowestPrice: '76000.00', missing: [], clauses: ['PIP-8', 'PIP-4'] },
    })
    expect(asked.authorities[0]?.checks[0]).toMatchObject({
      ...{ id: 'discount', outcome: 'unmet', actual: '0.125', required: '0.05', gap: '0.075' },
    })
    expect(asked.authorities.map(({ mayGrant }) => mayGrant)).toEqual([false, false, true, true])
  })

  it.each([
    [{}, '76000.00'],
    [{ floor: '77000' }, '77000.00'],
    // 43,000 ÷ 0.55 = 78,181.81…, rounded up.
    [{ cost: '43000' }, '78181.82'],
    [{ listPrice: '100001', price: '100000' }, null],
    [{ cost: null }, null],
    [{ floor: null }, null],
  ])('says the lowest price that a representative may grant of %j: %s', (rest, lowest) => {
    const found = checked(rest).lowestPrice
    expect(found).toBe(lowest)
    if (found === null) return
    expect(checked({ ...rest, price: found }).decision).toBe('granted')
    const below = (Number(found) - 0.01).toFixed(2)
    expect(checked({ ...rest, price: below }).decision).not.toBe('granted')
  })

  it('gives only in exchange, a concession as well as a discount (PIP-4)', () => {
    const given = checked({
      inExchange: [],
      concessions: [
        { id: 'longer-warranty', inExchange: 'prepayment' },
        { id: 'instalments' },
        { id: 'long-term-discount', inExchange: null },
        { id: 'instalments' },
      ],
    })
    expect(given.decision).toBe('refused')
    expect(given.withoutExchange).toEqual(['discount', 'instalments', 'long-term-discount'])
    expect(given.checks.at(-1)).toMatchObject({
      id: 'inExchange',
      outcome: 'unmet',
      clause: 'PIP-4',
    })
  })

  it('never grants what is not known: the cost, or the floor set beforehand', () => {
    expect(checked({ cost: null })).toMatchObject({
      ...{ decision: 'unknown', approver: null, margin: null, missing: ['cost'] },
    })
    expect(checked({ floor: null })).toMatchObject({ decision: 'unknown', missing: ['floor'] })
    const mayGrant = (price: string) =>
      checked({ price, floor: '0', cost: null }).authorities.map((one) => one.mayGrant)
    expect(mayGrant('71999')).toEqual([false, false, 'unknown', 'unknown'])
    // Nobody may grant 30%, whatever it costs.
    expect(mayGrant('56000')).toEqual([false, false, false, false])
    expect(checked({ price: '56000', floor: '0', cost: null }).decision).toBe('refused')
  })

  it('needs neither cost nor floor where the process asks for none', () => {
    const process = processOf(2, {
      discounts: { authorities: [{ rung: 'rep', discountAtMost: '0.1' }] },
    })
    const asked = { rung: 'rep', listPrice: 100, price: 90 }
    expect(checkDiscount(asked, process)).toMatchObject({
      ...{ decision: 'granted', lowestPrice: '90.00', margin: null },
    })
    expect(checkDiscount({ ...asked, price: 89 }, process).decision).toBe('refused')
    expect(checkDiscount({ ...asked, floor: '95' }, process).decision).toBe('refused')
  })

  it('compares exactly: a third is more than 0.333333333333', () => {
    const process = processOf(2, {
      discounts: { authorities: [{ rung: 'rep', discountAtMost: '0.333333333333' }] },
    })
    const asked = { rung: 'rep', listPrice: 3, price: 2 }
    expect(checkDiscount(asked, process).decision).toBe('refused')
  })

  it.each([
    [{ rung: 'sales-rep' }, ['NOT_IN_POLICY request.rung']],
    [{ rung: undefined }, ['VALUE_MISSING request.rung']],
    [{ rung: ['sales-director'] }, ['NOT_IN_POLICY request.rung']],
    [{ listPrice: 0 }, ['NUMBER_OUT_OF_RANGE request.listPrice']],
    [{ price: '-1' }, ['NUMBER_OUT_OF_RANGE request.price']],
    [{ price: undefined }, ['VALUE_MISSING request.price']],
    [{ cost: '-1' }, ['NUMBER_OUT_OF_RANGE request.cost']],
    [{ inExchange: ['goodwill'] }, ['NOT_IN_POLICY request.inExchange.0']],
    [{ concessions: [{ id: 'gift' }] }, ['NOT_IN_POLICY request.concessions.0.id']],
    [
      { concessions: [{ id: 'instalments', inExchange: 'thanks' }] },
      ['NOT_IN_POLICY request.concessions.0.inExchange'],
    ],
    [{ discount: '0.1' }, ['UNKNOWN_KEY request.discount']],
  ])('refuses %j by name', (rest, problems) => {
    const asked = { ...request, ...rest } as DiscountRequest
    expect(problemsOf(() => checkDiscount(asked, pipeline))).toEqual(problems)
  })

  it('refuses a process that says nothing of discounts', () => {
    const process = defineSalesProcess({ currency: 'CNY', stages: [{ id: 'a' }] })
    expect(problemsOf(() => checkDiscount(request, process))).toEqual(['NOT_IN_POLICY policy'])
  })
})

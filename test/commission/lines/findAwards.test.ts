import { type CommissionPlanInput, calculateCommission, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

type AwardInput = NonNullable<CommissionPlanInput['awards']>[number]

const large = {
  id: 'large-order',
  for: 'first-order' as const,
  order: { comparison: 'above' as const, amount: '1000' },
  amount: '50',
  clause: 'COM-3',
}

function statement(
  lines: readonly object[],
  award: Partial<AwardInput> = {},
  change = {},
  facts = {},
) {
  const plan = flatPlan({ awards: [{ ...large, ...award }], ...change })
  return calculateCommission({ lines: lines as never, ...facts }, plan)
}

const first = (amount: string, more = {}) => ({ id: 'a', amount, firstOrder: true, ...more })

describe('findAwards', () => {
  it('the large-order award (COM-3) pays 10,000 for a first order of 1,200,000, beside its commission', () => {
    const lines = [{ id: 'A-1', amount: '1200000', firstOrder: true }]
    const outcome = calculateCommission({ lines, target: '1000000' }, handbook.commission)
    expect(outcome.amount).toBe('48000.00')
    expect(outcome.adjustments).toEqual([{ kind: 'award', amount: '10000.00', clause: 'COM-3' }])
    expect(outcome.awards).toEqual([
      {
        award: 'large-order',
        line: 'A-1',
        outcome: 'paid',
        amount: '10000.00',
        clause: 'COM-3',
      },
    ])
    expect(outcome.clauses).toEqual(['COM-1', 'COM-2', 'COM-3'])
    expect(outcome.unrounded).toBe('38000')
  })

  it.each([
    ['above', '1000', '100.00'],
    ['above', '1000.01', '150.00'],
    ['at-least', '999.99', '100.00'],
    ['at-least', '1000', '150.00'],
  ] as const)(
    'the large-order award (COM-3) %s 1,000: with a first order of %s the statement pays %s',
    (comparison, amount, pays) => {
      const outcome = statement([first(amount)], { order: { comparison, amount: '1000' } })
      expect(outcome.amount).toBe(pays)
    },
  )

  it('the large-order award (COM-3) is not paid for an order that is not the first', () => {
    const outcome = statement([{ id: 'a', amount: '2000', firstOrder: false }])
    expect(outcome).toMatchObject({ amount: '200.00', awards: [], adjustments: [] })
  })

  it('the large-order award (COM-3) is paid once for each first order', () => {
    const lines = [first('2000'), { id: 'b', amount: '3000', firstOrder: true }]
    expect(statement(lines).awards?.map(({ line, amount }) => [line, amount])).toEqual([
      ['a', '50.00'],
      ['b', '50.00'],
    ])
    expect(statement(lines).amount).toBe('600.00')
  })

  it('the large-order award (COM-3) is unknown, and pays nothing, where the line does not say whether it is the first', () => {
    const outcome = statement([
      { id: 'a', amount: '2000' },
      { id: 'b', amount: '5' },
    ])
    expect(outcome.amount).toBe('200.50')
    expect(outcome.awards).toEqual([
      { award: 'large-order', line: 'a', outcome: 'unknown', amount: '50.00', clause: 'COM-3' },
    ])
  })

  it.each([
    ['paid', '50.00', 'paid'],
    ['forgone', '0.00', 'forgone'],
  ] as const)(
    'the large-order award (COM-3) is %s while the gate is shut, as the plan says',
    (whileGateShut, amount, outcome) => {
      const shut = statement(
        [first('2000')],
        { whileGateShut },
        { gate: { attainment: '1' } },
        { target: '3000' },
      )
      expect(shut.amount).toBe(amount)
      expect(shut.awards).toMatchObject([{ outcome }])
    },
  )

  it('the large-order award (COM-3) that is forgone is a part of what the gate withholds', () => {
    const shut = statement(
      [first('2000')],
      { whileGateShut: 'forgone' },
      { gate: { attainment: '1' } },
      { target: '3000' },
    )
    expect(shut.gate?.forgone).toBe('250.00')
  })

  it('the large-order award (COM-3) looks at what the order comes to after its refunds in the same statement', () => {
    const lines = (amount: string) => [first('1500'), { id: 'r', amount, refundOf: 'a' }]
    expect(statement(lines('-499.99')).amount).toBe('150.00')
    expect(statement(lines('-500'))).toMatchObject({ amount: '100.00', awards: [] })
  })

  it('the large-order award (COM-3) is taken back in proportion where the plan mirrors refunds, now as in a later statement', () => {
    const refund = { id: 'r', amount: '-500' }
    const mirror = { refunds: 'mirror' as const }
    // 150 and an award of 50; a third of 200 goes back.
    const now = statement([first('1500'), { ...refund, refundOf: 'a' }], {}, mirror)
    expect(now.amount).toBe('133.33')
    const earlier = { id: 'a', amount: '1500', commission: '200' }
    expect(statement([{ ...refund, refundOf: earlier }], {}, mirror).amount).toBe('-66.67')
  })

  it.each(['net', 'mirror'] as const)(
    'leaves nothing when the whole order is refunded (%s)',
    (refunds) => {
      const lines = [first('1500'), { id: 'r', amount: '-1500', refundOf: 'a' }]
      expect(statement(lines, {}, { refunds }).amount).toBe('0.00')
    },
  )
})

describe('findAwards', () => {
  const award = { id: 'new-market', for: 'new-market' as const, amount: '70', clause: 'COM-4' }
  const plan = flatPlan({ awards: [award] })
  const pay = (line: object) =>
    calculateCommission({ lines: [{ id: 'a', amount: '100', ...line }] }, plan)

  it('the new-market award (COM-4) is paid for the first order in a new market, of any size', () => {
    expect(pay({ newMarket: true })).toMatchObject({
      amount: '80.00',
      clauses: ['COM-1', 'COM-4'],
      awards: [{ award: 'new-market', line: 'a', outcome: 'paid', amount: '70.00' }],
    })
  })

  it('the new-market award (COM-4) is not paid elsewhere, and unknown where the line does not say', () => {
    expect(pay({ newMarket: false })).toMatchObject({ amount: '10.00', awards: [] })
    expect(pay({})).toMatchObject({ amount: '10.00', awards: [{ outcome: 'unknown' }] })
  })

  it('the new-market award (COM-4) does not depend on whether it is the customer’s first order', () => {
    expect(pay({ newMarket: true, firstOrder: false }).amount).toBe('80.00')
  })
})

import {
  type CommissionPlanInput,
  defineCommissionPlan,
  type SettlementBalance,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Draw = NonNullable<Payment['draw']>

/** A plan that pays sales as they are, so that sales are what is earned. */
function planWith(payment: Payment) {
  const tiers = [{ id: 'all', upTo: null, rate: '1' }]
  return defineCommissionPlan({ currency: 'USD', scale: { mode: 'marginal', tiers }, payment })
}

function settle(earned: readonly number[], payment: Payment, opening?: SettlementBalance) {
  const periods = earned.map((sales, index) => ({
    period: `2026-${String(index + 1).padStart(2, '0')}`,
    sales,
  }))
  return settleCommission({ payee: 'E-7', periods, ...(opening && { opening }) }, planWith(payment))
}

function rows(earned: readonly number[], draw: Draw) {
  return settle(earned, { draw }).periods.map(({ paid, recovered, drawOwed }) =>
    [paid, recovered, drawOwed].map(Number),
  )
}

/**
 * Three parameters tell the draws of other systems apart: what an advance is recovered from, when recovery starts, and whether it may
 * push pay under the draw. The figures are worked by hand.
 */
describe('the draw of', () => {
  const earned = [1_000, 500, 3_000, 2_500, 6_000]
  const draw = { amount: 2_000, kind: 'recoverable' } as const

  it('Siebel recovers from what is above it, and pays it at least', () => {
    expect(rows(earned, { ...draw, recoverFrom: 'above-draw' })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [2_000, 1_000, 1_500],
      [2_000, 500, 1_000],
      [5_000, 1_000, 0],
    ])
  })

  it('Oracle (1088212.1) recovers from all that is earned once that reaches the draw', () => {
    expect(rows(earned, { ...draw, recoverFrom: 'all' })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [500, 2_500, 0],
      [2_500, 0, 0],
      [6_000, 0, 0],
    ])
  })

  it('Fusion starts to recover in the fourth period, and never takes pay under it', () => {
    expect(rows(earned, { ...draw, recoverFrom: 'above-draw', recoverAfter: 3 })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [3_000, 0, 2_500],
      [2_000, 500, 2_000],
      [4_000, 2_000, 0],
    ])
  })

  it('Fusion, where it recovers a percentage, takes no more than that of what is earned', () => {
    const quarter = { recoverFrom: 'above-draw', recoverAfter: 3, recoverAtMost: '0.25' } as const
    expect(rows(earned, { ...draw, ...quarter })).toEqual([
      [2_000, 0, 1_000],
      [2_000, 0, 2_500],
      [3_000, 0, 2_500],
      [2_000, 500, 2_000],
      [4_500, 1_500, 500],
    ])
  })

  it.each([
    ['Siebel', { recoverFrom: 'above-draw' }],
    ['Oracle', { recoverFrom: 'all' }],
    ['Fusion', { recoverFrom: 'above-draw', recoverAfter: 3 }],
  ] as const)('%s pays 13,000 in all, which is what was earned', (_, terms) => {
    expect(settle(earned, { draw: { ...draw, ...terms } })).toMatchObject({
      earned: '13000.00',
      paid: '13000.00',
      closing: { draw: '0.00' },
    })
  })
})

describe('a draw that may not be owed beyond 2,500', () => {
  const draw = { amount: 2_000, kind: 'recoverable', owedAtMost: 2_500 } as const

  it('advances what is left, and then only what is earned is paid', () => {
    expect(rows([1_000, 0, 700, 3_000, 0], draw)).toEqual([
      [2_000, 0, 1_000],
      [1_500, 0, 2_500],
      [700, 0, 2_500],
      [2_000, 1_000, 1_500],
      [1_000, 0, 2_500],
    ])
  })

  it('covers a loss only as far', () => {
    expect(settle([-3_000], { draw }).periods[0]).toMatchObject({
      drawn: '2500.00',
      paid: '0.00',
      carried: '-500.00',
    })
  })

  it('advances nothing where more is owed already', () => {
    const opening = { held: [], carried: '0', draw: '2600' }
    expect(settle([0], { draw }, opening).periods[0]).toMatchObject({
      drawn: '0.00',
      drawOwed: '2600.00',
    })
  })
})

/** Months in a row, each with what it earns and what is adjusted; `from` is the first. */
function inTurn(
  list: readonly (readonly [earned: number, adjusted?: number])[],
  payment: Payment,
  { from = 1, opening }: { readonly from?: number; readonly opening?: SettlementBalance } = {},
) {
  const periods = list.map(([sales, amount = 0], index) => ({
    period: `2026-${String(from + index).padStart(2, '0')}`,
    sales,
    adjustments: [{ id: `A-${index}`, amount, reason: 'taken back' }],
  }))
  return settleCommission({ payee: 'E-7', periods, ...(opening && { opening }) }, planWith(payment))
}

describe('a draw that ends', () => {
  const advance = { amount: 2_000, kind: 'recoverable' } as const

  it('after three periods advances no more, and recovers from all that is earned', () => {
    expect(rows([1_500, 2_600, 900, 2_000], { ...advance, periods: 3 })).toEqual([
      [2_000, 0, 500],
      [2_100, 500, 0],
      [2_000, 0, 1_100],
      [900, 1_100, 0],
    ])
  })

  it('steps down: 2,000 for a month, 1,000 for a month, then nothing', () => {
    const schedule = [
      { periods: 1, amount: 2_000 },
      { periods: 1, amount: 1_000 },
    ]
    expect(rows([500, 500, 2_500], { ...advance, amount: 0, schedule })).toEqual([
      [2_000, 0, 1_500],
      [1_000, 0, 2_000],
      [500, 2_000, 0],
    ])
  })

  it('comes to its own amount after its schedule, up to its end', () => {
    const draw = { ...advance, amount: 300, schedule: [{ periods: 2, amount: 500 }], periods: 3 }
    expect(rows([0, 0, 0, 0], draw).map(([paid]) => paid)).toEqual([500, 500, 300, 0])
  })

  it('is a guarantee that ends, too', () => {
    const guarantee = { amount: 500, kind: 'non-recoverable', periods: 2 } as const
    expect(rows([0, 100, 0], guarantee).map(([paid]) => paid)).toEqual([500, 500, 0])
  })

  it('fills up no debt afterwards: a loss is carried over, and recovers nothing', () => {
    const settlement = settle([0, -100, 150], { draw: { ...advance, periods: 1 } })
    expect(
      settlement.periods.map(({ drawn, recovered, paid, carried }) => [
        drawn,
        recovered,
        paid,
        carried,
      ]),
    ).toEqual([
      ['2000.00', '0.00', '2000.00', '0.00'],
      ['0.00', '0.00', '0.00', '-100.00'],
      ['0.00', '50.00', '0.00', '0.00'],
    ])
  })

  it('keeps to its terms of recovery: a quarter of what is available', () => {
    const quarter = { ...advance, periods: 1, recoverAtMost: '0.25' }
    expect(rows([1_000, 1_000, 1_000], quarter)).toEqual([
      [2_000, 0, 1_000],
      [750, 250, 750],
      [750, 250, 500],
    ])
  })

  it('counts its periods over settlements that follow one another', () => {
    const draw = { ...advance, periods: 2 }
    const january = inTurn([[0]], { draw })
    const february = inTurn([[0]], { draw }, { from: 2, opening: january.closing })
    const march = inTurn([[0]], { draw }, { from: 3, opening: february.closing })
    expect([january, february, march].map(({ paid }) => paid)).toEqual([
      '2000.00',
      '2000.00',
      '0.00',
    ])
  })
})

describe('the periods of a draw', () => {
  const draw = (kind: 'recoverable' | 'non-recoverable', periods?: number) => ({
    draw: { amount: 300, kind, ...(periods && { periods }) },
  })
  const [guarantee, advance] = [draw('non-recoverable'), draw('recoverable', 1)]
  /** Months without sales, each by its own terms. */
  const each = (terms: readonly Payment[]) => {
    let opening: SettlementBalance | undefined
    return terms.map((payment, index) => {
      const month = { from: index + 1, ...(opening && { opening }) }
      const settlement = inTurn([[0]], payment, month)
      opening = throughJson(settlement.closing)
      const [{ drawn, guaranteed } = { drawn: 0, guaranteed: 0 }] = settlement.periods
      return Number(drawn) + Number(guaranteed)
    })
  }

  it.each<[string, readonly Payment[], readonly number[]]>([
    ['an advance after a guarantee', [guarantee, advance, advance], [300, 300, 0]],
    [
      'a guarantee after an advance',
      [draw('recoverable'), draw('non-recoverable', 1), draw('non-recoverable', 1)],
      [300, 300, 0],
    ],
    ['an advance after a plan without one', [advance, {}, advance, advance], [300, 0, 300, 0]],
    [
      'an advance after a guarantee that has ended',
      [draw('non-recoverable', 1), advance],
      [300, 300],
    ],
  ])('count anew: %s', (_, terms, paid) => {
    expect(each(terms)).toEqual(paid)
  })

  it('go on where the plan changes and the kind of draw does not', () => {
    const higher = { draw: { amount: 500, kind: 'recoverable', periods: 2 } } as const
    expect(each([draw('recoverable', 2), higher, higher])).toEqual([300, 500, 0])
  })
})

describe('an advance of 600 that is owed', () => {
  const owed = { held: [], carried: '0', draw: '600' }

  it.each<[string, Payment]>([
    ['without a draw', {}],
    ['with a draw of nothing', { draw: { amount: 0, kind: 'recoverable' } }],
  ])('is recovered by a plan %s, from all that it pays: 1,000 pay 400', (_, payment) => {
    const { paid, closing } = settle([1_000], payment, owed)
    expect([paid, closing.draw]).toEqual(['400.00', '0.00'])
  })

  it('is recovered as far as what is earned goes, and no further', () => {
    const settlement = settle([200, -100, 700], {}, owed)
    expect(settlement.periods.map(({ paid, drawOwed }) => [paid, drawOwed])).toEqual([
      ['0.00', '400.00'],
      ['0.00', '400.00'],
      ['200.00', '0.00'],
    ])
  })

  it('is recovered out of a guarantee as well: of 500, nothing is paid, and 100 stay owed', () => {
    const draw = { amount: 500, kind: 'non-recoverable' } as const
    expect(settle([0], { draw }, owed).periods).toMatchObject([
      { guaranteed: '500.00', recovered: '500.00', paid: '0.00', drawOwed: '100.00' },
    ])
  })
})

describe('a guarantee of 500', () => {
  const draw = { amount: 500, kind: 'non-recoverable' } as const
  const paidBy = ({ periods }: ReturnType<typeof inTurn>) => periods.map(({ paid }) => Number(paid))

  it('forgives no clawback: 2,000, then nothing and −1,000, then 2,000 pay 3,500 in all', () => {
    const settlement = inTurn([[2_000], [0, -1_000], [2_000]], { draw })
    expect(paidBy(settlement)).toEqual([2_000, 0, 1_500])
    expect(settlement.periods[1]).toMatchObject({ guaranteed: '500.00', carried: '-500.00' })
    expect(settlement.paid).toBe('3500.00')
  })

  it('tops up from nothing a month that lost 1,000: the loss stays', () => {
    const settlement = settle([2_000, -1_000, 2_000], { draw })
    expect(settlement.periods.map(({ guaranteed, paid }) => [guaranteed, paid])).toEqual([
      ['0.00', '2000.00'],
      ['500.00', '0.00'],
      ['0.00', '1500.00'],
    ])
  })

  it('does not pay for what is only held back: 600 twice, half of it held, are 1,200 in all', () => {
    const settlement = settle([600, 600], { draw, holdback: { share: '0.5', releaseAfter: 1 } })
    expect(settlement.periods.map(({ guaranteed, paid }) => [guaranteed, paid])).toEqual([
      ['0.00', '300.00'],
      ['0.00', '600.00'],
    ])
    expect(settlement.closing.held).toEqual([{ amount: '300.00', releasedIn: '2026-03' }])
  })

  it('does not look at what was carried over', () => {
    const settlement = settle([450], { draw }, { held: [], carried: '200', draw: '0' })
    expect(settlement.periods[0]).toMatchObject({ guaranteed: '50.00', paid: '700.00' })
  })

  it('tops up what became due as the customer pays: 200 of 1,000, then the 800', () => {
    const plan = planWith({ on: 'collected', draw })
    const periods = [
      { period: '2026-01', lines: [{ id: 'O-1', amount: '1000' }] },
      { period: '2026-02', lines: [] },
    ]
    const collected = [
      { line: 'O-1', period: '2026-01', amount: '200' },
      { line: 'O-1', period: '2026-02', amount: '800' },
    ]
    const settlement = settleCommission({ payee: 'E-7', periods, collected }, plan)
    expect(settlement.periods.map(({ paid }) => paid)).toEqual(['500.00', '800.00'])
  })

  it.each([
    ['exactly its amount', 500, '0.00'],
    ['a cent less', '499.99', '0.01'],
    ['a cent more', '500.01', '0.00'],
  ])('adds to %s what is missing', (_, sales, guaranteed) => {
    const periods = [{ period: '2026-01', sales }]
    const settlement = settleCommission({ payee: 'E-7', periods }, planWith({ draw }))
    expect(settlement.periods[0]?.guaranteed).toBe(guaranteed)
  })
})

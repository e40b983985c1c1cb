import {
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  restateCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { conflictsOf, flat, flatPlan, issuesOf } from '../flatPlan.js'

type Award = NonNullable<CommissionPlanInput['awards']>[number]

/** 250 a deal once the company has kept 16,000 of 80,000, until these fees come to 5,000; then 75. */
const fee: Award = {
  id: 'fee',
  for: 'any',
  per: 'line',
  amount: '-250',
  after: '80000',
  most: '5000',
  afterwards: '-75',
}

/** 80% to the agent, and all of it once 16,000 have been kept. */
function brokerage(change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    currency: 'USD',
    scale: {
      mode: 'marginal',
      tiers: [
        { id: 'split', upTo: '80000', rate: '0.8' },
        { id: 'capped', upTo: null, rate: '1' },
      ],
    },
    awards: [fee],
    yearStartsIn: 6,
    ...change,
  })
}

function deals(count: number, amount = '6000', from = 1): CommissionLine[] {
  return Array.from({ length: count }, (_, index) => ({ id: `D-${from + index}`, amount }))
}

const paid = (lines: readonly CommissionLine[], plan = brokerage()) =>
  calculateCommission({ lines }, plan).amount

describe('awards in turn', () => {
  // 64,000 + what exceeds 80,000, less the fees: 0, 250, 20 × 250, and 75 for each deal after them.
  it.each([
    [13, '62400.00'],
    [14, '68000.00'],
    [15, '73750.00'],
    [34, '183000.00'],
    [35, '188925.00'],
    [40, '218550.00'],
  ])(
    'take a fee of each deal that begins after the cap, less of each after 5,000 of them: %s',
    (count, amount) => {
      expect(paid(deals(count))).toBe(amount)
    },
  )

  it.each([
    ['a deal that ends on the cap pays none, and the next one does', ['80000', '100'], '63850.00'],
    ['a deal that begins a cent below it pays none', ['79999.99', '100'], '64099.99'],
    ['a deal over the whole cap pays none', ['100000'], '84000.00'],
  ])('%s', (_, amounts, amount) => {
    const lines = amounts.map((text, index) => ({ id: `D-${index}`, amount: text }))
    expect(paid(lines)).toBe(amount)
  })

  it('takes of the deal that reaches the most what is left of it', () => {
    const awards = [{ ...fee, amount: '-300', most: '700' }]
    const lines = [{ id: 'D-0', amount: '80000' }, ...deals(4, '1000')]
    const { awards: outcomes } = calculateCommission({ lines }, brokerage({ awards }))
    expect(outcomes?.map(({ line, amount }) => [line, amount])).toEqual([
      ['D-1', '-300.00'],
      ['D-2', '-300.00'],
      ['D-3', '-100.00'],
      ['D-4', '-75.00'],
    ])
  })

  it('says of each deal what it paid, and in one adjustment what they came to', () => {
    const { awards, adjustments, slices } = calculateCommission({ lines: deals(16) }, brokerage())
    expect(slices.map(({ tier, base, amount }) => [tier, base, amount])).toEqual([
      ['split', '80000.00', '64000.00'],
      ['capped', '16000.00', '16000.00'],
    ])
    expect(awards?.map(({ line, outcome, amount }) => [line, outcome, amount])).toEqual([
      ['D-15', 'paid', '-250.00'],
      ['D-16', 'paid', '-250.00'],
    ])
    expect(adjustments).toEqual([{ kind: 'award', amount: '-500.00', clause: null }])
  })

  it('belongs to its own deal where lines are shared out', () => {
    const { lines } = attributeCommission({ lines: deals(15) }, brokerage())
    expect(lines.slice(-2).map(({ id, amount }) => [id, amount])).toEqual([
      ['D-14', '5600.00'],
      ['D-15', '5750.00'],
    ])
  })

  it('pays so much a line up to a most as well, for the lines that it is for', () => {
    const spiff: Award = {
      id: 'spiff',
      for: 'any',
      per: 'line',
      amount: '100',
      most: '250',
      when: { product: 'x' },
    }
    const lines = ['x', 'y', 'x', 'x', 'x'].map((product, index) => ({
      id: `${index}`,
      amount: '1000',
      product,
    }))
    const { amount, awards } = calculateCommission({ lines }, flatPlan({ awards: [spiff] }))
    expect(amount).toBe('750.00')
    expect(awards?.map((one) => [one.line, one.amount])).toEqual([
      ['0', '100.00'],
      ['2', '100.00'],
      ['3', '50.00'],
    ])
  })

  it('lets the next deal have the turn of one that was refunded as a whole', () => {
    const lines = [
      { id: 'D-0', amount: '80000' },
      ...deals(2, '1000'),
      { id: 'R', amount: '-1000', refundOf: 'D-1' },
    ]
    const awards = [{ ...fee, most: '250' }]
    const outcome = calculateCommission({ lines }, brokerage({ awards }))
    expect(outcome.awards?.map((one) => [one.line, one.amount])).toEqual([['D-2', '-250.00']])
    expect(outcome.amount).toBe('64750.00')
  })

  it('gives back of a mirrored refund its part of the fee', () => {
    const lines = [
      { id: 'D-0', amount: '80000' },
      ...deals(1, '1000'),
      { id: 'R', amount: '-500', refundOf: 'D-1' },
    ]
    // 64,000 + 750 − half of 750
    expect(paid(lines, brokerage({ refunds: 'mirror' }))).toBe('64375.00')
  })
})

describe('awards in turn, settled over the months of a year from the anniversary', () => {
  const plan = brokerage({ payment: { accrual: 'year-to-date' } })
  const month = (period: string, lines: readonly CommissionLine[]) => ({ period, lines })
  const year = [
    month('2026-06', deals(13)),
    month('2026-07', deals(2, '6000', 14)),
    month('2026-08', deals(20, '6000', 16)),
    month('2026-09', deals(1, '6000', 36)),
  ]

  it('go on from month to month', () => {
    const { periods } = settleCommission({ payee: 'A', periods: year }, plan)
    // The 14th passes the cap in part, the 15th pays 250, the 16th to 34th 250 each, the 35th and 36th 75.
    expect(periods.map(({ earned }) => earned)).toEqual([
      '62400.00',
      '11350.00',
      '115175.00',
      '5925.00',
    ])
  })

  it('pay the same in settlements of one month each', () => {
    let opening: ReturnType<typeof settleCommission>['closing'] | undefined
    const paidEach = year.map((one) => {
      const { paid: amount, closing } = settleCommission(
        { payee: 'A', periods: [one], ...(opening && { opening }) },
        plan,
      )
      opening = closing
      return amount
    })
    expect(paidEach).toEqual(['62400.00', '11350.00', '115175.00', '5925.00'])
  })

  it('begin anew with the year', () => {
    const periods = [month('2027-05', deals(15)), month('2027-06', deals(1, '6000', 16))]
    const settled = settleCommission({ payee: 'A', periods }, plan).periods
    expect(settled.map(({ earned }) => earned)).toEqual(['73750.00', '4800.00'])
  })

  it('know the fees of the year where a new version of the plan goes on', () => {
    const first = settleCommission({ payee: 'A', periods: year.slice(0, 3) }, plan)
    const next = brokerage({
      version: '2',
      payment: { accrual: 'year-to-date' },
      awards: [{ ...fee, afterwards: '-100' }],
    })
    const input = {
      payee: 'A',
      periods: year.slice(3),
      opening: first.closing,
      earlierPlans: [plan],
    }
    expect(settleCommission(input, next).paid).toBe('5900.00')
  })

  it('are computed again by a correction of a month before', () => {
    const [june] = settleCommission({ payee: 'A', periods: year.slice(0, 1) }, plan).periods
    if (june === undefined) throw new Error('June is settled')
    // One deal fewer in June: the 15th becomes the 14th, passes the cap in part, and pays no fee: 68,000 in all, and not 73,750.
    const now = [{ payee: 'A', ...month('2026-06', deals(12)) }]
    const { corrections } = restateCommission({ paid: [june.statement], now }, plan)
    const opening = settleCommission({ payee: 'A', periods: year.slice(0, 2) }, plan).closing
    const settled = settleCommission(
      {
        payee: 'A',
        periods: [{ ...month('2026-08', []), adjustments: corrections }],
        opening,
        earlierPlans: [plan],
      },
      plan,
    )
    expect(settled.periods[0]?.adjusted).toBe('-5750.00')
  })

  it('pay what comes in of a deal, and of its fee', () => {
    const onCash = brokerage({ payment: { accrual: 'year-to-date', on: 'collected' } })
    const collected = [{ line: 'D-15', period: '2026-06', amount: '3000' }]
    const settled = settleCommission(
      { payee: 'A', periods: [month('2026-06', deals(15))], collected },
      onCash,
    )
    expect(settled.paid).toBe('2875.00')
  })
})

describe('awards in turn have the figures of the page', () => {
  const turn: Award = {
    ...fee,
    amount: '-50',
    after: '10000',
    most: '100',
    afterwards: '-10',
  }
  const toDate = { accrual: 'year-to-date' as const }
  const planWith = (change: Partial<CommissionPlanInput> = {}) =>
    flatPlan({ awards: [turn], payment: {}, ...change })
  const line = (id: string, amount: string) => ({ id, amount })
  const back = (id: string, of: string) => ({ id, amount: '-1000', refundOf: of })
  const first = [line('D-1', '10000'), line('A', '1000')]

  const settle = (
    months: readonly (readonly CommissionLine[])[],
    change: Partial<CommissionPlanInput>,
    more = {},
  ) => {
    const periods = months.map((lines, index) => ({ period: `2026-0${index + 1}`, lines }))
    return settleCommission({ payee: 'A', periods, ...more }, planWith(change))
  }
  const earned = (...given: Parameters<typeof settle>) =>
    settle(...given).periods.map((one) => one.earned)

  it('by period', () => {
    expect(earned([first, [line('D-2', '10000'), line('B', '1000')]], {})).toEqual([
      '1050.00',
      '1050.00',
    ])
  })

  it('to date', () => {
    const next = ['B', 'C', 'D'].map((id) => line(id, '1000'))
    expect(earned([first, next], { payment: toDate })).toEqual(['1050.00', '230.00'])
  })

  it('after a change of plan that restarts', () => {
    const plan = planWith({ payment: toDate })
    const opening = settleCommission(
      { payee: 'A', periods: [{ period: '2026-01', lines: first }] },
      plan,
    ).closing
    const next = ['B', 'C', 'D'].map((id) => line(id, '1000'))
    const input = {
      payee: 'A',
      periods: [{ period: '2026-02', lines: next }],
      opening,
      planChange: 'restart' as const,
      earlierPlans: [plan],
    }
    expect(settleCommission(input, planWith({ id: 'other', payment: toDate })).paid).toBe('300.00')
  })

  it('of refunds, net and mirrored', () => {
    const second = [back('R', 'A'), line('B', '1000')]
    expect(earned([first, second], { payment: toDate })).toEqual(['1050.00', '0.00'])
    expect(earned([first, [back('R', 'A')]], { refunds: 'mirror' })).toEqual(['1050.00', '-50.00'])
  })

  it('of cash', () => {
    const collected = [{ line: 'A', period: '2026-01', amount: '500' }]
    expect(earned([first], { payment: { on: 'collected' } }, { collected })).toEqual(['25.00'])
  })

  it('of a correction', () => {
    const plan = planWith({ payment: toDate })
    const now = [{ payee: 'A', period: '2026-01', lines: [line('D-1', '9000'), line('A', '1000')] }]
    const { corrections } = restateCommission({ paid: [], now }, plan)
    const { closing: opening } = settle([first], { payment: toDate })
    const periods = [{ period: '2026-02', lines: [], adjustments: corrections }]
    const settled = settleCommission({ payee: 'A', periods, opening }, plan)
    expect(settled.periods[0]?.adjusted).toBe('-50.00')
  })
})

describe('what a company has kept, as figures of a plan without fees', () => {
  const { awards: _, ...plain } = brokerage()
  const plan = defineCommissionPlan(plain)

  it.each([
    ['6000', '1200.00'],
    ['79999.95', '15999.99'],
    ['80000', '16000.00'],
    ['84000', '16000.00'],
    ['-6000', '-1200.00'],
  ])('of %s it is %s', (sales, kept) => {
    const { amount } = calculateCommission({ sales }, plan)
    expect((Number(sales) - Number(amount)).toFixed(2)).toBe(kept)
  })
})

describe('awards in turn are refused', () => {
  it('where sales are a figure', () => {
    expect(issuesOf({ sales: '84000' }, brokerage())).toMatchObject([{ code: 'VALUE_MISSING' }])
  })

  it.each([
    ['for an order', { per: 'order' }, 'after', 'award-in-turn'],
    ['for each unit', { per: 'unit' }, 'most', 'award-in-turn'],
    ['afterwards without a most', { most: undefined }, 'afterwards', 'award-after-no-most'],
    ['a fee, and then an amount', { afterwards: '75' }, 'afterwards', 'award-and-fee'],
  ])('%s', (_, change, field, reason) => {
    const { most, ...others } = { ...fee, ...change } as Award
    const award = most === undefined ? others : { ...others, most }
    expect(conflictsOf({ awards: [award] })).toContainEqual(
      expect.objectContaining({
        code: 'POLICY_CONFLICT',
        path: ['awards', 0, field],
        params: expect.objectContaining({ reason }),
      }),
    )
  })

  it('of a rate, and of amounts that cannot be paid', () => {
    const rate: Award = { id: 'rate', for: 'any', per: 'line', rate: '0.1', most: '100' }
    expect(conflictsOf({ awards: [rate] })).toMatchObject([{ path: ['awards', 0, 'most'] }])
    const fine = { ...fee, afterwards: '-0.001' }
    expect(conflictsOf({ awards: [fine], scale: flat('0.1') })).toMatchObject([
      { code: 'TOTAL_TOO_PRECISE', path: ['awards', 0, 'afterwards'] },
    ])
  })
})

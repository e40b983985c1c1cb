import {
  attempt,
  type CommissionPlanInput,
  defineCommissionPlan,
  type LineProgress,
  type SettlementBalance,
  type SettlementInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Parts = NonNullable<NonNullable<CommissionPlanInput['payment']>['parts']>

const THIRDS: Parts = [
  { share: '1/3', on: 'booked' },
  { share: '1/3', on: 'booked', after: 1 },
  { share: '1/3', on: 'booked', after: 2 },
]
const HALVES: Parts = [
  { share: '0.5', on: 'booked' },
  { share: '0.5', on: 'collected' },
]
const IN_FULL: Parts = [{ share: 1, on: 'paid-in-full' }]
const ADVANCE: Parts = [
  { share: '0.75', on: 'booked' },
  { share: '0.25', on: 'collected', from: '0.75' },
]

const planOf = (parts: Parts, rate = '0.1', others: object = {}) =>
  defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] },
    ...others,
    payment: { parts, ...(others as { payment?: object }).payment },
  })

type Lines = readonly { readonly id: string; readonly amount: string; readonly refundOf?: string }[]

const months = (...lines: readonly Lines[]) =>
  lines.map((own, index) => ({
    period: `2026-${String(index + 1).padStart(2, '0')}`,
    lines: own,
  }))

const order = (amount: string, id = 'O-1') => [{ id, amount }]

/** What came of O-1 in each month. */
const cash = (...amounts: readonly (string | null)[]): LineProgress[] =>
  amounts.flatMap((amount, index) =>
    amount === null
      ? []
      : [{ line: 'O-1', period: `2026-${String(index + 1).padStart(2, '0')}`, amount }],
  )

const settle = (input: Omit<SettlementInput, 'payee'>, plan: ReturnType<typeof planOf>) =>
  settleCommission({ payee: 'E-7', ...input }, plan)

const earns = (input: Omit<SettlementInput, 'payee'>, plan: ReturnType<typeof planOf>) =>
  settle(input, plan).periods.map(({ earned }) => earned)

describe('a commission in thirds', () => {
  it('is paid over three months, and nothing after', () => {
    const periods = months(order('1000'), [], [], [])
    expect(earns({ periods }, planOf(THIRDS, '0.06'))).toEqual(['20.00', '20.00', '20.00', '0.00'])
  })

  it('gives the cent that is left over to the first part', () => {
    expect(earns({ periods: months(order('1000'), [], []) }, planOf(THIRDS))).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ])
  })

  it('is two lines, each in its own months', () => {
    const periods = months(order('900'), order('1800', 'O-2'), [], [])
    expect(earns({ periods }, planOf(THIRDS))).toEqual(['30.00', '90.00', '90.00', '60.00'])
  })

  it('is taken back by a refund, as far as it was paid', () => {
    const refund = [{ id: 'R-1', amount: '-900', refundOf: 'O-1' }]
    expect(earns({ periods: months(order('900'), refund, []) }, planOf(THIRDS))).toEqual([
      '30.00',
      '-30.00',
      '0.00',
    ])
  })

  it('is taken back in part: what is left goes on in thirds', () => {
    const refund = [{ id: 'R-1', amount: '-450', refundOf: 'O-1' }]
    expect(earns({ periods: months(order('900'), refund, [], []) }, planOf(THIRDS))).toEqual([
      '30.00',
      '0.00',
      '15.00',
      '0.00',
    ])
  })

  it('goes on after the payee has left, at the share of what comes then', () => {
    const plan = planOf(THIRDS, '0.1', { payment: { afterLeaving: '0.5' } })
    const first = settle({ periods: months(order('900')), final: true }, plan)
    const later = months([], [], []).slice(1)
    const second = settle({ periods: later, opening: first.closing }, plan)
    expect([first.paid, ...second.periods.map(({ paid }) => paid)]).toEqual([
      '30.00',
      '15.00',
      '15.00',
    ])
  })

  it('goes on over the end of the year', () => {
    const periods = [
      { period: '2026-12', lines: order('900') },
      { period: '2027-01', lines: [] },
      { period: '2027-02', lines: [] },
    ]
    const plan = planOf(THIRDS)
    const first = settle({ periods: periods.slice(0, 1) }, plan)
    const second = settle({ periods: periods.slice(1, 2), opening: first.closing }, plan)
    const third = settle({ periods: periods.slice(2), opening: second.closing }, plan)
    expect([first.paid, second.paid, third.paid]).toEqual(['30.00', '30.00', '30.00'])
    expect(third.closing.lines).toEqual([
      expect.objectContaining({ line: 'O-1', age: 2, commission: '90.00' }),
    ])
  })

  it('says which part of which line became due', () => {
    const periods = months(order('900'), [], [])
    const { periods: settled } = settle({ periods }, planOf(THIRDS))
    expect(settled.map(({ parts }) => parts)).toEqual([
      [{ line: 'O-1', part: 1, amount: '30.00' }],
      [{ line: 'O-1', part: 2, amount: '30.00' }],
      [{ line: 'O-1', part: 3, amount: '30.00' }],
    ])
  })

  it('is corrected with the part that was due of what it was', () => {
    const plan = planOf(THIRDS)
    const first = settle({ periods: months(order('900')) }, plan)
    const { opening } = { opening: first.closing }
    const now = { payee: 'E-7', period: '2026-01', lines: order('1800') }
    const correction = {
      payee: 'E-7',
      period: '2026-01',
      number: 1,
      paid: '90.00',
      due: '180.00',
      amount: '90.00',
      currency: 'EUR',
      reasons: [],
      earned: '180.00',
      now,
      policy: opening.plan as NonNullable<SettlementBalance['plan']>,
      alsoRestate: [],
    }
    const [february] = months([], [], []).slice(1)
    const { periods } = settle(
      { periods: [{ ...february, lines: [], adjustments: [correction] } as never], opening },
      plan,
    )
    expect(periods.map(({ earned, adjusted }) => [earned, adjusted])).toEqual([['60.00', '30.00']])
  })
})

describe('half when booked and half as the cash comes', () => {
  it('is 1,000.01 in all of an order of 10,000.10, and never 1,000.02', () => {
    const input = {
      periods: months(order('10000.10'), [], []),
      collected: cash(null, '4000.04', '6000.06'),
    }
    expect(earns(input, planOf(HALVES))).toEqual(['500.01', '200.00', '300.00'])
  })

  it('is the same where the cash comes at once, or before anybody asks', () => {
    const periods = months(order('10000.10'))
    expect(earns({ periods, collected: cash('10000.10') }, planOf(HALVES))).toEqual(['1000.01'])
  })

  it('sets aside what is more than is open, and cash that comes before its order', () => {
    const periods = months([], order('1000'), [])
    const collected = cash('100', '1000.01', '1000')
    const { periods: settled, notCounted } = settle({ periods, collected }, planOf(HALVES))
    expect(settled.map(({ earned }) => earned)).toEqual(['0.00', '50.00', '50.00'])
    expect(notCounted.map(({ period, issue: { code } }) => [period, code])).toEqual([
      ['2026-01', 'LINE_UNKNOWN'],
      ['2026-02', 'PAID_TOO_MUCH'],
    ])
  })

  it('takes back what a payment that bounced had paid', () => {
    const input = {
      periods: months(order('1000'), [], []),
      collected: cash('600', '-600', '1000'),
    }
    expect(earns(input, planOf(HALVES))).toEqual(['80.00', '-30.00', '50.00'])
  })

  it('keeps of a refund what the customer has paid for', () => {
    const refund = [{ id: 'R-1', amount: '-700', refundOf: 'O-1' }]
    const input = { periods: months(order('1000'), refund), collected: cash('300') }
    expect(earns(input, planOf(HALVES))).toEqual(['65.00', '-35.00'])
  })

  it('is 30% on signing and 70% with the cash', () => {
    const parts: Parts = [
      { share: '0.3', on: 'booked' },
      { share: '0.7', on: 'collected' },
    ]
    const input = {
      periods: months(order('10000'), [], []),
      collected: cash(null, '4000', '6000'),
    }
    expect(earns(input, planOf(parts))).toEqual(['300.00', '280.00', '420.00'])
  })

  it('may wait for the invoice as well', () => {
    const parts: Parts = [
      { share: '0.3', on: 'booked' },
      { share: '0.3', on: 'invoiced' },
      { share: '0.4', on: 'collected' },
    ]
    const input = {
      periods: months(order('1000'), [], [], []),
      invoiced: cash(null, '1000'),
      collected: cash(null, null, '500', '500'),
    }
    const plan = planOf(parts)
    expect(earns(input, plan)).toEqual(['30.00', '30.00', '20.00', '20.00'])
    const split = (from: number, to: number, opening?: SettlementBalance) =>
      settle(
        {
          periods: input.periods.slice(from, to),
          ...(opening && { opening }),
          invoiced: from <= 1 && to > 1 ? input.invoiced : [],
          collected: input.collected.filter(({ period }) =>
            input.periods.slice(from, to).some((one) => one.period === period),
          ),
        },
        plan,
      )
    const first = split(0, 2)
    const second = split(2, 3, JSON.parse(JSON.stringify(first.closing)))
    const third = split(3, 4, JSON.parse(JSON.stringify(second.closing)))
    expect([first.paid, second.paid, third.paid]).toEqual(['60.00', '20.00', '20.00'])
  })
})

describe('a commission that is paid when the invoice is paid in full', () => {
  it('waits as long as a cent is open', () => {
    const input = {
      periods: months([...order('60000'), ...order('50000', 'O-2')], [], []),
      collected: [
        ...cash('60000'),
        { line: 'O-2', period: '2026-01', amount: '25000' },
        { line: 'O-2', period: '2026-02', amount: '24999.99' },
        { line: 'O-2', period: '2026-03', amount: '0.01' },
      ],
    }
    expect(earns(input, planOf(IN_FULL, '0.01'))).toEqual(['600.00', '0.00', '500.00'])
  })

  it('is taken back where a payment bounces', () => {
    const input = { periods: months(order('1000'), []), collected: cash('1000', '-1') }
    expect(earns(input, planOf(IN_FULL))).toEqual(['100.00', '-100.00'])
  })

  it('counts a credit note for what is left as the end of it', () => {
    const refund = [{ id: 'R-1', amount: '-400', refundOf: 'O-1' }]
    const input = { periods: months(order('1000'), refund, []), collected: cash(null, null, '600') }
    expect(earns(input, planOf(IN_FULL))).toEqual(['0.00', '0.00', '60.00'])
  })
})

describe('an advance, and the rest as later premiums come', () => {
  const premiums = Array.from({ length: 12 }, () => '100')
  const periods = months(order('1200'), ...premiums.slice(1).map(() => []))
  const plan = defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, multiple: '1.1' }] },
    payment: { parts: ADVANCE },
  })

  it('pays nine months at once, and months 10 to 12 with their premiums', () => {
    const paid = earns({ periods, collected: cash(...premiums) }, plan)
    expect(paid).toEqual(['990.00', ...Array(8).fill('0.00'), '110.00', '110.00', '110.00'])
  })

  it('pays all at once where the year is paid at once', () => {
    expect(earns({ periods: periods.slice(0, 1), collected: cash('1200') }, plan)).toEqual([
      '1320.00',
    ])
  })

  it('charges back what is not earned where the rest is taken back after four months', () => {
    const lapsed = [{ id: 'R-1', amount: '-800', refundOf: 'O-1' }]
    const input = {
      periods: months(order('1200'), [], [], [], lapsed, []),
      collected: cash(...premiums.slice(0, 4)),
    }
    expect(earns(input, plan)).toEqual(['990.00', '0.00', '0.00', '0.00', '-550.00', '0.00'])
  })
})

describe('another plan, while lines are open', () => {
  const opening = (parts: Parts, collected: LineProgress[]) => {
    const { closing } = settle(
      { periods: months(order('1000')), ...(collected.length > 0 && { collected }) },
      planOf(parts),
    )
    return JSON.parse(JSON.stringify(closing)) as SettlementBalance
  }
  const february = months([], [], []).slice(1)

  it('pays each line by the parts of its day', () => {
    const other = planOf(
      [
        { share: '0.5', on: 'booked' },
        { share: '0.5', on: 'booked', after: 1 },
      ],
      '0.2',
    )
    const periods = [{ ...february[0], lines: order('600', 'O-2') }, february[1]] as never
    expect(earns({ periods, opening: opening(THIRDS, []) }, other)).toEqual(['93.33', '93.33'])
  })

  it('that books pays all that is open', () => {
    const plan = planOf([{ share: 1, on: 'booked' }])
    const periods = february.slice(0, 1)
    expect(earns({ periods, opening: opening(THIRDS, []) }, plan)).toEqual(['66.66'])
  })

  it('that waits for cash lets a third come with time', () => {
    const plan = defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
      payment: { on: 'collected' },
    })
    expect(earns({ periods: february, opening: opening(THIRDS, []), collected: [] }, plan)).toEqual(
      ['33.33', '33.33'],
    )
  })

  it('that holds from the start of the year is due as if it always had, less what was due', () => {
    const booked = planOf([{ share: 1, on: 'booked' }])
    const first = settle({ periods: months(order('900')) }, booked)
    const input = { opening: first.closing, planChange: 'from-start-of-year' as const }
    const periods = months([], [], []).slice(1)
    expect(earns({ periods, ...input }, planOf(THIRDS))).toEqual(['-30.00', '30.00'])
  })

  it('that no longer looks at cash is refused', () => {
    const collected = cash('300')
    const refused = attempt(() =>
      settle({ periods: february, opening: opening(HALVES, collected) }, planOf(THIRDS)),
    )
    expect(refused.ok || refused.issues.map(({ code, path }) => [code, path])).toEqual([
      ['POLICY_CONFLICT', ['opening', 'lines']],
    ])
  })
})

describe('parts that are refused', () => {
  const issuesOf = (payment: object) => {
    const result = attempt(() =>
      defineCommissionPlan({
        currency: 'EUR',
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
        payment,
      } as CommissionPlanInput),
    )
    return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.join('.')])
  }

  it('with what they come to', () => {
    const parts = [
      { share: '0.3', on: 'booked' },
      { share: '1/3', on: 'collected' },
    ]
    const result = attempt(() => planOf(parts as Parts))
    expect(result.ok ? [] : result.issues.map(({ params }) => params)).toEqual([
      { reason: 'parts-not-whole', given: '19/30' },
    ])
  })

  it.each<[string, object, [string, string][]]>([
    [
      'that are not the whole',
      {
        parts: [
          { share: '0.3', on: 'booked' },
          { share: '0.6', on: 'collected' },
        ],
      },
      [['POLICY_CONFLICT', 'payment.parts']],
    ],
    [
      'that are thirds in decimals',
      { parts: [1, 2, 3].map((after) => ({ share: '0.3333', on: 'booked', after })) },
      [['POLICY_CONFLICT', 'payment.parts']],
    ],
    [
      'in percent',
      {
        parts: [
          { share: 30, on: 'booked' },
          { share: 70, on: 'collected' },
        ],
      },
      [
        ['NUMBER_LOOKS_LIKE_PERCENT', 'payment.parts.0.share'],
        ['NUMBER_LOOKS_LIKE_PERCENT', 'payment.parts.1.share'],
      ],
    ],
    [
      'of nothing',
      {
        parts: [
          { share: 0, on: 'booked' },
          { share: 1, on: 'collected' },
        ],
      },
      [['POLICY_CONFLICT', 'payment.parts.0.share']],
    ],
    [
      'beside another "on"',
      { on: 'collected', parts: IN_FULL },
      [['POLICY_CONFLICT', 'payment.on']],
    ],
    [
      'that wait for cash, and then for time',
      { parts: [{ share: 1, on: 'collected', after: 2 }] },
      [['POLICY_CONFLICT', 'payment.parts.0.after']],
    ],
    [
      'that are booked beyond a part of the cash',
      { parts: [{ share: 1, on: 'booked', from: '0.5' }] },
      [['POLICY_CONFLICT', 'payment.parts.0.from']],
    ],
    [
      'that begin where all is paid',
      { parts: [{ share: 1, on: 'collected', from: 1 }] },
      [['POLICY_CONFLICT', 'payment.parts.0.from']],
    ],
    [
      'that leave nothing to come after leaving',
      { parts: [{ share: 1, on: 'booked' }], afterLeaving: '0.5' },
      [['POLICY_CONFLICT', 'payment.afterLeaving']],
    ],
    [
      'that are none',
      { parts: [] },
      [
        ['VALUE_INVALID', 'payment.parts'],
        ['POLICY_CONFLICT', 'payment.parts'],
      ],
    ],
  ])('are those %s', (_, payment, issues) => {
    expect(issuesOf(payment)).toEqual(issues)
  })

  it('are those of a figure: nothing says which line is paid when', () => {
    const result = attempt(() =>
      settle({ periods: [{ period: '2026-01', sales: '1000' }] }, planOf(THIRDS)),
    )
    expect(result.ok || result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['VALUE_MISSING', ['periods', 0, 'lines']],
    ])
  })

  it('are those of a cap on a part of the span that is counted', () => {
    const plan = { cap: { quarter: '500' }, payment: { accrual: 'year-to-date' } }
    const result = attempt(() => planOf(THIRDS, '0.1', plan))
    expect(result.ok || result.issues.map(({ path }) => path)).toEqual([['payment', 'on']])
  })

  it('give no list that the plan does not look at', () => {
    const input = { periods: months(order('1000')), collected: cash('100') }
    const result = attempt(() => settle(input, planOf(THIRDS)))
    expect(result.ok || result.issues.map(({ code, path }) => [code, path])).toEqual([
      ['POLICY_CONFLICT', ['collected']],
    ])
  })
})

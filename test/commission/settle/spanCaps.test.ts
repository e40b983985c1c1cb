import {
  attempt,
  attributeCommission,
  type CommissionInput,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  planNeeds,
  restateCommission,
  type Settlement,
  type SettlementInput,
  type SettlementPeriodInput,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Cap = NonNullable<CommissionPlanInput['cap']>
type Change = Partial<CommissionPlanInput>

/** 10% in euros, under these caps. */
function planWith(cap: Cap | null, payment: Payment = {}, change: Change = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    payment,
    ...(cap && { cap }),
    ...change,
  })
}

type Sold = number | readonly object[]

/** Months of 2026 from a first one on. */
function months(first: number, sold: readonly Sold[]) {
  return sold.map((one, index) => ({
    period: `2026-${String(first + index).padStart(2, '0')}`,
    ...(typeof one === 'number' ? { sales: one } : { lines: one }),
  })) as SettlementPeriodInput[]
}

function settle(
  periods: readonly SettlementPeriodInput[],
  plan: ReturnType<typeof planWith>,
  more: Partial<SettlementInput> = {},
) {
  return settleCommission({ payee: 'E-7', periods, ...more }, plan)
}

/** The same in one settlement for each period, through stored balances. */
function oneByOne(
  periods: readonly SettlementPeriodInput[],
  plan: ReturnType<typeof planWith>,
): number[] {
  let opening: SettlementInput['opening']
  return periods.map((one) => {
    const settlement = settle([one], plan, opening && { opening })
    opening = throughJson(settlement.closing)
    return Number(settlement.earned)
  })
}

const earned = ({ periods }: Settlement) => periods.map((period) => Number(period.earned))
const toDate: Payment = { accrual: 'year-to-date' }

const refusalOf = (run: () => unknown) => {
  const outcome = attempt(run)
  return outcome.ok ? null : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

const inMonths = (...list: readonly (readonly [month: number, sold: number])[]) => {
  const last = Math.max(...list.map(([month]) => month))
  return months(
    1,
    Array.from(
      { length: last },
      (_, index) => list.find(([month]) => month === index + 1)?.[1] ?? 0,
    ),
  )
}

describe('caps of quarters and half-years', () => {
  it.each<[string, Cap, readonly SettlementPeriodInput[], readonly number[]]>([
    ['begin anew', { quarter: 500 }, months(1, [3_000, 3_000, 3_000, 3_000]), [300, 200, 0, 300]],
    [
      'of a half-year begin anew in July',
      { half: 500 },
      inMonths([3, 3_000], [4, 3_000], [6, 1_000], [7, 6_000]),
      [0, 0, 300, 200, 0, 0, 500],
    ],
    [
      'come after that of the period',
      { amount: 400, quarter: 500 },
      months(1, [6_000, 6_000]),
      [400, 100],
    ],
    [
      'leave to the year what they have left: 1,000 before July, and not 1,200',
      { quarter: 500, year: 1_200 },
      inMonths([1, 6_000], [4, 6_000], [7, 6_000]),
      [500, 0, 0, 500, 0, 0, 200],
    ],
    [
      'come before one another, the shorter first',
      { quarter: 500, half: 800 },
      inMonths([1, 6_000], [4, 6_000], [7, 6_000]),
      [500, 0, 0, 300, 0, 0, 500],
    ],
  ])('%s', (_, cap, periods, figures) => {
    expect(earned(settle(periods, planWith(cap)))).toEqual(figures)
    expect(oneByOne(periods, planWith(cap))).toEqual(figures)
  })

  it.each<Payment['accrual']>(['period', 'quarter-to-date', 'half-year-to-date', 'year-to-date'])(
    'are on what the quarter earned, by %s: 500, 0, −300',
    (accrual) => {
      const plan = planWith({ quarter: 500 }, { accrual: accrual as never })
      const periods = months(1, [8_000, -2_000, -4_000, 3_000])
      expect(earned(settle(periods, plan))).toEqual([500, 0, -300, 300])
      expect(oneByOne(periods, plan)).toEqual([500, 0, -300, 300])
    },
  )

  it('go by the year of the company, and by the year of the payee', () => {
    const periods = months(1, [3_000, 3_000, 3_000, 3_000])
    // Years from February: quarters end in January and in April.
    const plan = planWith({ quarter: 500 }, {}, { yearStartsIn: 2 })
    expect(earned(settle(periods, plan))).toEqual([300, 300, 200, 0])
    const ofPayee = settle(periods, planWith({ quarter: 500 }), { yearStartsIn: 2 })
    expect(earned(ofPayee)).toEqual([300, 300, 200, 0])
  })

  it('say in the statement, and with the period, what they took', () => {
    const plan = planWith({ quarter: 500, year: 1_200 })
    const { periods } = settle(inMonths([1, 6_000], [4, 6_000], [7, 6_000]), plan)
    const july = periods[6]
    expect(july?.statement.adjustments).toEqual([
      { kind: 'cap-quarter', amount: '-100.00', clause: null, limit: '500.00' },
      { kind: 'cap-year', amount: '-300.00', clause: null, limit: '200.00' },
    ])
    expect(july).toMatchObject({ earned: '200.00', cut: '400.00' })
  })

  it('say in the statement of a year to date what the quarters have left', () => {
    const { periods } = settle(months(1, [6_000, 0, 0, 6_000]), planWith({ quarter: 500 }, toDate))
    expect(periods.map(({ statement }) => statement.amount)).toEqual([
      '500.00',
      '500.00',
      '500.00',
      '1000.00',
    ])
    expect(periods[3]?.statement.adjustments).toMatchObject([
      { kind: 'cap-quarter', amount: '-200.00' },
    ])
  })

  it('give back what is free again, to a line as to a figure', () => {
    const lines = (id: string, amount: number) => [{ id, amount }]
    const refund = [{ id: 'R', amount: -6_000, refundOf: 'O-1' }]
    const plan = (refunds: 'net' | 'mirror') => planWith({ quarter: 500 }, {}, { refunds })
    const periods = months(1, [lines('O-1', 6_000), refund, lines('O-2', 1_000)])
    expect(earned(settle(periods, plan('net')))).toEqual([500, -500, 100])
    expect(earned(settle(periods, plan('mirror')))).toEqual([500, -500, 100])
  })

  it('leave each line its capped share: 250 of half of 6,000', () => {
    const collected = [
      { line: 'O-1', period: '2026-01', amount: 3_000 },
      { line: 'O-1', period: '2026-02', amount: 3_000 },
    ]
    const periods = months(1, [[{ id: 'O-1', amount: 6_000 }], []])
    const plan = planWith({ quarter: 500 }, { on: 'collected' })
    expect(earned(settle(periods, plan, { collected }))).toEqual([250, 250])
  })

  it('begin anew for the shares of lines as well: 250 of half of 5,000', () => {
    const collected = { on: 'collected' } as const
    const first = settle(
      months(1, [[{ id: 'O-1', amount: 6_000 }]]),
      planWith({ year: 900 }, collected),
      {
        collected: [],
      },
    )
    const paidBy = (planChange: 'continue' | 'restart') =>
      settle(
        months(2, [[{ id: 'O-2', amount: 5_000 }]]),
        planWith({ year: 900 }, collected, { id: 'next' }),
        {
          opening: throughJson(first.closing),
          planChange,
          collected: [{ line: 'O-2', period: '2026-02', amount: 2_500 }],
        },
      ).paid
    expect([paidBy('continue'), paidBy('restart')]).toEqual(['150.00', '250.00'])
  })

  it('where the plan changes go on, begin anew, or hold from the start', () => {
    const first = settle(months(1, [4_000]), planWith(null))
    const later = months(2, [4_000, 4_000])
    const by = (planChange: 'continue' | 'restart' | 'from-start-of-year') =>
      earned(
        settle(later, planWith({ quarter: 500 }), {
          opening: throughJson(first.closing),
          planChange,
        }),
      )
    expect(by('continue')).toEqual([100, 0])
    expect(by('restart')).toEqual([400, 100])
    expect(by('from-start-of-year')).toEqual([100, 0])
    const all = settle(months(1, [6_000]), planWith(null))
    const anew = settle(later, planWith({ quarter: 500 }), {
      opening: throughJson(all.closing),
      planChange: 'from-start-of-year',
    })
    // 500 of the quarter, less the 600 of January.
    expect(earned(anew)).toEqual([-100, 0])
  })
})

describe('a correction under a cap of the quarter', () => {
  const plan = planWith({ quarter: 500 })
  const first = settle(months(1, [6_000, 3_000, 0, 0]), plan)
  const paid = first.periods.map(({ statement }) => statement)
  const go = (adjustments: readonly object[], of = first, by = plan) =>
    settle(months(5, [0]).map((one) => ({ ...one, adjustments })) as never, by, {
      opening: throughJson(of.closing),
    })

  it('gives the other months what is free: 200 and 300, given in May', () => {
    const now: CommissionInput[] = [{ payee: 'E-7', period: '2026-01', sales: 2_000 }]
    const { corrections } = restateCommission({ paid, now }, plan)
    expect(corrections).toMatchObject([{ amount: '-300.00', alsoRestate: ['2026-02'] }])
    const may = go(corrections)
    expect(may.adjusted).toBe('0.00')
    expect(may.periods[0]?.corrections).toEqual([
      { period: '2026-01', was: '500.00', is: '200.00', guaranteed: '0.00' },
      { period: '2026-02', was: '0.00', is: '300.00', guaranteed: '0.00' },
    ])
  })

  it('of all its months needs of each what the quarter earned before', () => {
    const now: CommissionInput[] = [
      { payee: 'E-7', period: '2026-01', sales: 2_000 },
      { payee: 'E-7', period: '2026-02', sales: 3_000 },
    ]
    expect(refusalOf(() => restateCommission({ paid, now }, plan))).toEqual([
      ['VALUE_MISSING', 'now.1.yearToDate'],
    ])
    const [january, february] = now as [CommissionInput, CommissionInput]
    const known = { ...february, yearToDate: { earned: 200 } } as CommissionInput
    const { corrections } = restateCommission({ paid, now: [january, known] }, plan)
    expect(corrections).toMatchObject([
      { amount: '-300.00', earned: '200.00', alsoRestate: [] },
      { amount: '300.00', earned: '300.00', alsoRestate: [] },
    ])
    expect(go(corrections).adjusted).toBe('0.00')
  })

  it('names no month of another quarter that its own cap has cut', () => {
    const all = settle(months(1, [2_000, 0, 0, 6_000]), plan)
    const now: CommissionInput[] = [{ payee: 'E-7', period: '2026-01', sales: 1_000 }]
    const archive = all.periods.map(({ statement }) => statement)
    const { corrections } = restateCommission({ paid: archive, now }, plan)
    expect(corrections).toMatchObject([{ amount: '-100.00', alsoRestate: [] }])
  })

  it('by hand counts under the cap: 300, and 400 by hand, are 500', () => {
    const january = settle(months(1, [3_000, 0, 0, 0]), plan)
    const hand = [{ id: 'h', amount: 400, reason: 'agreed', period: '2026-01' }]
    expect(go(hand, january).adjusted).toBe('200.00')
  })

  it('of a month that the account does not have is of its own quarter', () => {
    // The chain begins in February, and January is learned to have earned 400.
    const begun = (month: number) => {
      const yearToDate = { earned: 0 }
      const [period] = months(2, [0])
      const january = settle([{ ...period, yearToDate } as never], plan)
      const hand = [{ id: 'h', amount: 400, reason: 'found', period: '2026-01' }]
      const gap = months(
        3,
        Array.from({ length: month - 3 }, () => 0),
      )
      const rows = [...gap, ...months(month, [3_000])] as SettlementPeriodInput[]
      const later = rows.map((one, index) => (index === 0 ? { ...one, adjustments: hand } : one))
      const opening = throughJson(january.closing)
      const settled = settle(later as never, plan, { opening })
      return earned(settled).at(-1)
    }
    expect(begun(3)).toBe(100)
    expect(begun(4)).toBe(300)
  })
})

describe('a statement under caps of quarters and half-years', () => {
  const both = planWith({ quarter: 500, year: 1_200 })
  const august = { period: '2026-08', sales: 6_000 }

  it('looks at what each span has earned before', () => {
    const july = { period: '2026-07', sales: 6_000, yearToDate: { earned: 1_000 } }
    expect(calculateCommission(july, both).amount).toBe('200.00')
    const yearToDate = { earned: 1_000, quarter: 200 }
    expect(calculateCommission({ ...august, yearToDate }, both).amount).toBe('200.00')
    const settled = settle([{ ...august, yearToDate } as never, ...months(9, [6_000])], both)
    // 300 of the quarter are left, of which the year takes 200.
    expect(earned(settled)).toEqual([200, 0])
    expect(
      earned(settle([{ ...august, yearToDate } as never, ...months(9, [0, 6_000])], both)),
    ).toEqual([200, 0, 0])
  })

  it('takes back what is below the cap, and nothing of what was above it', () => {
    const back = (earned: number, sales: number) =>
      calculateCommission(
        { period: '2026-02', sales, yearToDate: { earned } },
        planWith({ quarter: 900 }),
      ).amount
    // 1,200 less 400 are 800 of the 900 that were paid; less 200 they are still 1,000.
    expect([back(1_200, -4_000), back(1_200, -2_000), back(900, -2_000)]).toEqual([
      '-100.00',
      '0.00',
      '-200.00',
    ])
    const amount = (sales: number) =>
      calculateCommission({ sales }, planWith({ amount: 500 })).amount
    expect([amount(6_000), amount(-6_000)]).toEqual(['500.00', '-600.00'])
  })

  it('is what is earned of one span where there is one', () => {
    const yearToDate = { earned: 200 }
    expect(calculateCommission({ ...august, yearToDate }, planWith({ quarter: 500 })).amount).toBe(
      '300.00',
    )
    const counting = planWith({ quarter: 500 }, { accrual: 'quarter-to-date' })
    const withSales = { earned: 200, sales: 2_000 }
    expect(calculateCommission({ ...august, yearToDate: withSales }, counting).amount).toBe(
      '300.00',
    )
  })

  it.each<[string, Cap, Payment, object, readonly string[]]>([
    ['what the quarter earned', { quarter: 500, year: 900 }, {}, { earned: 1 }, ['quarter']],
    [
      'what the quarter and the half-year earned',
      { quarter: 500, half: 700, year: 900 },
      {},
      { earned: 1 },
      ['quarter', 'half'],
    ],
    [
      'what the year earned where the quarter counts',
      { year: 900 },
      { accrual: 'quarter-to-date' },
      { earned: 1, sales: 10 },
      ['year'],
    ],
    [
      'what a shorter cap has left where the year counts',
      { quarter: 500, year: 900 },
      toDate,
      { earned: 1, sales: 10, quarter: 1 },
      ['year'],
    ],
  ])('needs %s, where that cannot be told', (_, cap, payment, yearToDate, fields) => {
    const plan = planWith(cap, payment)
    const input = { ...august, yearToDate } as CommissionInput
    const paths = (at: string) =>
      fields.map((field) => ['VALUE_MISSING', `${at}yearToDate.${field}`])
    expect(refusalOf(() => calculateCommission(input, plan))).toEqual(paths(''))
    expect(refusalOf(() => settle([input as never], plan))).toEqual(paths('periods.0.'))
    const now = [{ payee: 'E-7', ...input }]
    expect(refusalOf(() => restateCommission({ paid: [], now: now as never }, plan))).toEqual(
      paths('now.0.'),
    )
  })

  it('knows which month begins a quarter of the company’s own year', () => {
    const ofMay = { payee: 'Li', sales: '6000', yearToDate: { earned: '1000' } }
    const plan = planWith({ quarter: 500, year: 1_200 }, {}, { yearStartsIn: 2 })
    const paid = (period: string) =>
      attempt(() => calculateCommission({ ...ofMay, period }, plan).amount)
    // Of the 1,000 none are of the quarter from May on.
    expect(paid('2026-05')).toMatchObject({ ok: true, value: '200.00' })
    expect(paid('2026-04')).toMatchObject({ ok: false, issues: [{ code: 'VALUE_MISSING' }] })
    const restate = (period: string) =>
      attempt(() => restateCommission({ paid: [], now: [{ payee: 'Li', period, sales: 1 }] }, plan))
    expect([restate('2026-02').ok, restate('2026-01').ok]).toEqual([true, false])
  })

  it('needs what was earned before, unless it is of the whole span', () => {
    const plan = planWith({ quarter: 500 })
    expect(refusalOf(() => calculateCommission(august, plan))).toEqual([
      ['VALUE_MISSING', 'yearToDate'],
    ])
    expect(calculateCommission({ period: '2026-Q3', sales: 6_000 }, plan).amount).toBe('500.00')
    expect(planNeeds(planWith({ quarter: 500, half: 600 }))).toEqual([
      { field: 'cap.quarter', of: ['year'] },
      { field: 'cap.half', of: ['year'] },
    ])
  })

  it('has a curve and an inverse that know them', () => {
    const facts = { period: '2026-08', yearToDate: { earned: 1_000, quarter: 200 } }
    expect(commissionCurve(both, facts).points.at(-1)).toMatchObject({ amount: '200.00' })
    expect(salesForCommission('200', both, facts)).toMatchObject({ sales: '2000.00' })
  })
})

describe('periods of another length', () => {
  it('than a cap of a quarter can hold are refused', () => {
    const plan = planWith({ quarter: 500 })
    const year = { period: '2026', sales: 6_000 }
    expect(refusalOf(() => calculateCommission(year, plan))).toEqual([['PERIODS_MIXED', 'period']])
    expect(refusalOf(() => settle([year as never], plan))).toEqual([
      ['PERIODS_MIXED', 'periods.0.period'],
    ])
  })

  it.each<[CommissionPlanInput['tiersPer'], Payment, string | object, boolean]>([
    ['month', {}, '2026-01', true],
    ['month', {}, '2026-Q1', false],
    ['month', {}, '2026-W07', false],
    ['month', {}, { id: 'P1', from: '2026-01-26', to: '2026-02-25' }, true],
    ['month', {}, { id: 'P1', from: '2026-01-26', to: '2026-02-08' }, false],
    ['quarter', {}, '2026-Q1', true],
    ['quarter', {}, '2026-01', false],
    ['quarter', { accrual: 'quarter-to-date' }, '2026-01', true],
    ['quarter', { accrual: 'quarter-to-date' }, '2026-Q1', true],
    ['half-year', {}, '2026-H1', true],
    ['half-year', { accrual: 'half-year-to-date' }, '2026-02', true],
    ['half-year', { accrual: 'year-to-date' }, '2026-02', false],
    ['year', { accrual: 'year-to-date' }, '2026-02', true],
    ['year', {}, '2026', true],
    ['year', {}, '2026-12', false],
  ])('than the tiers of a %s are refused: %s, %s is %s', (tiersPer, payment, period, isTaken) => {
    const plan = planWith(null, payment, { tiersPer })
    const yearToDate = { sales: 0, earned: 0 }
    const refused = isTaken ? null : [['PERIODS_MIXED', 'period']]
    const input = { period, sales: 1, yearToDate } as CommissionInput
    expect(refusalOf(() => calculateCommission(input, plan))).toEqual(refused)
    expect(refusalOf(() => settle([{ period, sales: 1 } as never], plan))).toEqual(
      isTaken ? null : [['PERIODS_MIXED', 'periods.0.period']],
    )
  })

  it('cannot be told from those of the tiers where none is named: four quarters are no quarter', () => {
    const tiers = [
      { id: 'first', upTo: '1000000', rate: '0.03' },
      { id: 'rest', upTo: null, rate: '0.06' },
    ]
    const plan = planWith(null, {}, { tiersPer: 'quarter', scale: { mode: 'marginal', tiers } })
    // Each quarter 3% of 1,000,000, so 120,000 a year; 4,000,000 at once would be 30,000 and 6% of 3,000,000.
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) => ({
      period,
      sales: '1000000',
    }))
    const { amount } = calculateCommission(quarters[0] as CommissionInput, plan)
    expect(amount).toBe('30000.00')
    expect(settle(quarters as never, plan).earned).toBe('120000.00')
    const refused = [['VALUE_MISSING', 'period']]
    const totals = commissionAccumulator(plan)
    expect(refusalOf(() => calculateCommission({ sales: '4000000' }, plan))).toEqual(refused)
    expect(refusalOf(() => attributeCommission({ lines: [] }, plan))).toEqual(refused)
    expect(refusalOf(() => totals.finish(totals.create()))).toEqual(refused)
    const wrong = { sales: '4000000', period: 'Q1' }
    expect(refusalOf(() => calculateCommission(wrong, plan))).toEqual([
      ['PERIOD_INVALID', 'period'],
    ])
    // What to sell for 90,000 is asked of the tiers, whatever the period.
    expect(salesForCommission('90000', plan).sales).toBe('2000000.00')
  })

  it('are not looked at in an account of another plan', () => {
    const plan = planWith(null, { accrual: 'year-to-date' }, { tiersPer: 'year' })
    const before = settle(months(1, [10]), planWith(null))
    const opening = throughJson(before.closing)
    expect(earned(settle(months(2, [10]), plan, { opening }))).toEqual([1])
  })
})

describe('a half-year to date', () => {
  it('counts tiers and targets over the half-year', () => {
    const plan = planWith(
      null,
      { accrual: 'half-year-to-date' },
      {
        scale: {
          mode: 'marginal',
          tiers: [
            { id: 'low', upTo: '1000000', rate: '0.03' },
            { id: 'high', upTo: null, rate: '0.04' },
          ],
        },
      },
    )
    // 800,000 × 3%; 200,000 × 3% and 600,000 × 4%; July begins anew.
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3'].map((period) => ({ period, sales: 800_000 }))
    expect(earned(settle(quarters as never, plan))).toEqual([24_000, 30_000, 24_000])
  })

  it('trues up at its end', () => {
    const plan = planWith(
      null,
      { accrual: 'half-year-to-date', trueUp: 'half-year' },
      {
        gate: { attainment: '1', counts: 'all' },
      },
    )
    const sold = months(1, [9_000, 9_000, 9_000, 9_000, 9_000, 15_000, 9_000])
    const periods = sold.map((one) => ({ ...one, target: 10_000 }))
    expect(earned(settle(periods as never, plan))).toEqual([0, 0, 0, 0, 0, 6_000, 0])
  })
})

describe('a cap shorter than what is counted to date', () => {
  it.each<[Cap, Payment['accrual'], boolean]>([
    [{ quarter: 500 }, 'year-to-date', false],
    [{ half: 500 }, 'year-to-date', false],
    [{ quarter: 500 }, 'half-year-to-date', false],
    [{ half: 500 }, 'half-year-to-date', true],
    [{ quarter: 500 }, 'quarter-to-date', true],
    [{ year: 500 }, 'year-to-date', true],
    [{ quarter: 500 }, 'period', true],
  ])('pays nothing as it is collected: %j by %s', (cap, accrual, isTaken) => {
    const define = () => planWith(cap, { accrual: accrual as never, on: 'collected' })
    expect(refusalOf(define)).toEqual(isTaken ? null : [['POLICY_CONFLICT', 'payment.on']])
  })
})

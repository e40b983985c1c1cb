import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  handbook,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Draw = NonNullable<Payment['draw']>

function planWith(payment: Payment, change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    payment,
    ...change,
  })
}

/** Months in a row from January 2026, with these sales. */
function months(...sales: readonly (string | number)[]): SettlementPeriodInput[] {
  return sales.map((figure, index) => ({
    period: `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    sales: figure,
  }))
}

function settle(periods: readonly SettlementPeriodInput[], plan: ReturnType<typeof planWith>) {
  return settleCommission({ payee: 'E-7', periods }, plan)
}

type Column = Exclude<keyof ReturnType<typeof settle>['periods'][number], 'statement'>

/** Of each period, the amounts named, without their cents where there are none. */
function rows(settlement: ReturnType<typeof settle>, ...columns: readonly Column[]) {
  return settlement.periods.map((period) => columns.map((column) => Number(period[column])))
}

function issuesOf(input: unknown, plan = planWith({})) {
  const outcome = attempt(() => settleCommission(input as SettlementInput, plan))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

const rising = {
  scale: {
    mode: 'marginal' as const,
    tiers: [
      { id: 'first', upTo: '1000', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2' },
    ],
  },
}

describe('a settlement', () => {
  it('reads each field of each line once, however many months of the year it counts in', () => {
    const reads = new Map<string, number>()
    const counted = (line: Record<string, string>, name: string) =>
      Object.defineProperties(
        {},
        Object.fromEntries(
          Object.entries(line).map(([key, value]) => [
            key,
            {
              enumerable: true,
              get: () => {
                const place = `${name} ${key}`
                reads.set(place, (reads.get(place) ?? 0) + 1)
                return value
              },
            },
          ]),
        ),
      )
    const periods = months(...Array.from({ length: 12 }, () => 0)).map(({ period }, month) => ({
      period,
      target: '1000',
      lines: [0, 1].map((place) => {
        const id = `O-${month}-${place}`
        return counted({ id, amount: '500', date: `${period}-11`, status: 'signed' }, id)
      }),
    }))
    const plan = planWith({ on: 'collected', accrual: 'year-to-date' })
    const input = { payee: 'E-7', periods, collected: [] } as unknown as SettlementInput
    expect(settleCommission(input, plan).closing.lines).toHaveLength(24)
    expect(new Set(reads.values())).toEqual(new Set([1]))
    expect(reads.size).toBe(24 * 4)
  })

  it('pays each period what it earned, where the terms say nothing else', () => {
    const plan = planWith({})
    expect(settle(months(5000, '7000.05'), plan)).toEqual({
      payee: 'E-7',
      currency: 'EUR',
      periods: months(5000, '7000.05').map((period, index) => ({
        period: period.period,
        earned: ['500.00', '700.01'][index],
        cut: '0.00',
        adjusted: '0.00',
        corrections: [],
        adjustments: [],
        heldBack: '0.00',
        released: '0.00',
        drawn: '0.00',
        guaranteed: '0.00',
        recovered: '0.00',
        paid: ['500.00', '700.01'][index],
        carried: '0.00',
        drawOwed: '0.00',
        statement: calculateCommission({ ...period, payee: 'E-7' }, plan),
      })),
      earned: '1200.01',
      adjusted: '0.00',
      paid: '1200.01',
      closing: expect.objectContaining({
        held: [],
        carried: '0.00',
        draw: '0.00',
        settled: { from: '2026-01', to: '2026-02' },
      }),
      notCounted: [],
      terms: plan.payment,
      policy: { id: 'commission', version: '1' },
    })
  })

  it('of no periods is nothing', () => {
    const settlement = settle([], planWith({}))
    expect(settlement).toMatchObject({ periods: [], earned: '0.00', paid: '0.00' })
    expect(settlement.closing).toMatchObject({ held: [], carried: '0.00', draw: '0.00' })
    expect(settlement.closing).not.toHaveProperty('settled')
  })

  it('takes lines as well as figures, and rounds them as the plan does', () => {
    const lines = ['0.05', '0.05'].map((amount, index) => ({ id: `O-${index}`, amount }))
    const byLine = planWith({}, { rounding: { at: 'line' } })
    expect(settle([{ period: '2026', lines }], byLine).paid).toBe('0.02')
    expect(settle([{ period: '2026', lines }], planWith({})).paid).toBe('0.01')
  })

  it('carries a loss over, and pays nobody less than nothing', () => {
    const settlement = settle(months(1000, -3000, 500, 4000), planWith({}))
    expect(rows(settlement, 'earned', 'paid', 'carried')).toEqual([
      [100, 100, 0],
      [-300, 0, -300],
      [50, 0, -250],
      [400, 150, 0],
    ])
    expect(settlement.closing.carried).toBe('0.00')
  })
})

describe('a year to date', () => {
  const toDate = planWith({ accrual: 'year-to-date' }, rising)

  it('earns what the year has gained, and takes back what it has lost', () => {
    const settlement = settle(months(600, 600, -300, 100), toDate)
    expect(rows(settlement, 'earned', 'paid', 'carried')).toEqual([
      [60, 60, 0],
      [80, 80, 0],
      [-50, 0, -50],
      [10, 0, -40],
    ])
    expect(settlement.periods.map(({ statement }) => statement.sales)).toEqual([
      '600.00',
      '1200.00',
      '900.00',
      '1000.00',
    ])
    expect(rows(settle(months(600, 600, -300, 100), planWith({}, rising)), 'earned')).toEqual([
      [60],
      [60],
      [-30],
      [10],
    ])
  })

  it('starts anew with the calendar year, and keeps what is open', () => {
    const periods = [
      { period: '2026-11', sales: 1500 },
      { period: '2026-12', sales: -1000 },
      { period: '2027-01', sales: 600 },
      { period: '2027-02', sales: 600 },
    ]
    expect(rows(settle(periods, toDate), 'earned', 'paid', 'carried')).toEqual([
      [200, 200, 0],
      [-150, 0, -150],
      [60, 0, -90],
      [80, 0, -10],
    ])
  })

  it('has a target in each of its periods, or in none', () => {
    const [first, ...others] = months(500, 500, 500)
    const periods = [{ ...first, target: 1000 }, ...others]
    const outcome = attempt(() => settle(periods as never, toDate))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'TARGET_MISSING',
        severity: 'error',
        path: ['periods', 1, 'target'],
        params: { needed: 'year-to-date', given: 1, of: 2 },
        message:
          'periods[1].target: is given in 1 of the 2 periods of the year so far. Give the target of each, or of none.',
      },
    ])
  })

  it('adds the targets up, so that a good month makes up for a bad one', () => {
    const gated = planWith({ accrual: 'year-to-date' }, { gate: { attainment: 1 } })
    const periods = months(500, 1600, 1000).map((period) => ({ ...period, target: 1000 }))
    const settlement = settle(periods, gated)
    expect(rows(settlement, 'earned')).toEqual([[0], [210], [100]])
    expect(settlement.periods.map(({ statement }) => statement.attainment)).toEqual([
      '0.5',
      '1.05',
      '1.033333333333',
    ])
  })

  it('counts a line once, whichever month has it again', () => {
    const january = { period: '2026-01', lines: [{ id: 'O-1', amount: 100 }] }
    const again = { period: '2026-02', lines: [{ id: 'O-1', amount: 50 }] }
    const { periods } = settle([january, again], toDate)
    expect(periods.map(({ earned }) => earned)).toEqual(['10.00', '0.00'])
    expect(periods[1]?.statement).toMatchObject({
      period: '2026',
      sales: '100.00',
      notCounted: [
        { id: 'O-1', amount: '50.00', issue: { code: 'ID_DUPLICATE', path: ['lines', 1, 'id'] } },
      ],
    })
  })

  it('adds the target incentives up, and refuses a year that has them in some periods only', () => {
    const tiers = [{ id: 'all', upTo: null, amount: '0.1' }]
    const scale = { mode: 'marginal' as const, tiers }
    const ofIncentive = planWith(
      { accrual: 'year-to-date' },
      { payout: 'of-target-incentive', scale },
    )
    const [january, february] = months(100, 400) as [SettlementPeriodInput, SettlementPeriodInput]
    const both = [
      { ...january, targetIncentive: 1000 },
      { ...february, targetIncentive: 2000 },
    ]
    // A tenth of 1,000; then a tenth of 3,000 in the year.
    expect(rows(settle(both, ofIncentive), 'earned')).toEqual([[100], [200]])
    const outcome = attempt(() =>
      settle([{ ...january, targetIncentive: 1000 }, february], ofIncentive),
    )
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'VALUE_MISSING',
        severity: 'error',
        path: ['periods', 1, 'targetIncentive'],
        params: { expected: 'target-incentive-of-each-period', given: 1, of: 2 },
        message:
          'periods[1].targetIncentive: is given in 1 of the 2 periods of the year so far. Give the target incentive of each, or of none.',
      },
    ])
  })

  it('converts each line by the rates of all periods so far', () => {
    const plan = planWith({ accrual: 'year-to-date' }, { exchange: { on: 'order-date' } })
    const month = (name: string, rate: string) => ({
      period: name,
      lines: [{ id: name, amount: '100', currency: 'USD', date: `${name}-01` }],
      exchangeRates: [{ currency: 'USD', from: `${name}-01`, rate }],
    })
    const settlement = settle([month('2026-01', '2'), month('2026-02', '3')], plan)
    expect(rows(settlement, 'earned')).toEqual([[20], [30]])
    expect(settlement.periods[1]?.statement.notCounted).toEqual([])
  })

  it('rounds the lines of the year as the plan does', () => {
    const byLine = planWith({ accrual: 'year-to-date' }, { rounding: { at: 'line' } })
    const periods = ['2026-01', '2026-02'].map((period, index) => ({
      period,
      lines: [{ id: `O-${index}`, amount: '0.05' }],
    }))
    expect(settle(periods, byLine).periods.map(({ earned }) => earned)).toEqual(['0.01', '0.01'])
  })

  it('is made of lines, or of figures', () => {
    const lines = { period: '2026-02', lines: [] }
    expect(issuesOf({ payee: 'E-7', periods: [...months(1), lines] }, toDate)).toEqual([
      ['POLICY_CONFLICT', ['periods', 1, 'lines']],
    ])
    const figure = { period: '2026-02', sales: 1 }
    const periods = [{ period: '2026-01', lines: [] }, figure]
    expect(issuesOf({ payee: 'E-7', periods }, toDate)).toEqual([
      ['POLICY_CONFLICT', ['periods', 1, 'sales']],
    ])
    expect(issuesOf({ payee: 'E-7', periods })).toEqual([])
  })

  it('finds what is wrong with a period in that period', () => {
    const period = (name: string, ...lines: readonly unknown[]) => ({ period: name, lines })
    const good = { id: 'O-1', amount: 1 }
    const periods = [period('2026-01', good), period('2026-02', { id: 'O-2', amount: 'much' })]
    expect(issuesOf({ payee: 'E-7', periods }, toDate)).toEqual([
      ['NUMBER_INVALID', ['periods', 1, 'lines', 0, 'amount']],
    ])
    const noList = [period('2026-01', good), { period: '2026-02', lines: 'none' }]
    expect(issuesOf({ payee: 'E-7', periods: noList }, toDate)).toEqual([
      ['VALUE_INVALID', ['periods', 1, 'lines']],
    ])
    const noTarget = months(1, 1).map((one, index) => ({ ...one, target: index === 0 ? 5 : -4 }))
    expect(issuesOf({ payee: 'E-7', periods: noTarget }, toDate)).toEqual([
      ['NUMBER_OUT_OF_RANGE', ['periods', 1, 'target']],
    ])
    const noSales = [...months(1), { period: '2026-02' }]
    expect(issuesOf({ payee: 'E-7', periods: noSales }, toDate)).toEqual([
      ['VALUE_MISSING', ['periods', 1, 'sales']],
    ])
  })

  it('pays the raised rate for what is sold once an uplift is earned, and none of what came before', () => {
    const tiers = [
      { id: 'low', upTo: '1000000', rate: '0.03' },
      { id: 'high', upTo: null, rate: '0.04' },
    ]
    const plan = planWith({ accrual: 'year-to-date' }, { scale: { mode: 'marginal', tiers } })
    const periods = [1, 2, 3, 4].map((quarter) => ({
      period: `2026-Q${quarter}`,
      sales: '500000',
      ...(quarter > 2 && { coefficientUplift: '0.005' }),
    }))
    const settlement = settle(periods, plan)
    expect(rows(settlement, 'earned')).toEqual([[15_000], [15_000], [22_500], [22_500]])
  })
})

describe('a true-up', () => {
  const plan = (trueUp: 'every-period' | 'quarter' | 'year') =>
    planWith({ accrual: 'year-to-date', trueUp }, rising)

  it('of a quarter pays its months on their own, and its last month what is missing to the year so far', () => {
    const settlement = settle(months(600, 600, 600, 600, 600, 600), plan('quarter'))
    expect(rows(settlement, 'earned')).toEqual([[60], [60], [140], [60], [60], [240]])
    expect(settlement.periods.map(({ statement }) => statement.period)).toEqual([
      '2026-01',
      '2026-02',
      '2026',
      '2026-04',
      '2026-05',
      '2026',
    ])
  })

  it('of a year comes in December, and pays what the year pays at once', () => {
    const figures = Array.from({ length: 12 }, () => 600)
    for (const trueUp of ['every-period', 'quarter', 'year'] as const) {
      const settlement = settle(months(...figures), plan(trueUp))
      const atOnce = calculateCommission({ sales: 7200 }, plan(trueUp))
      expect([trueUp, settlement.earned]).toEqual([trueUp, atOnce.amount])
    }
    const year = settle(months(...figures), plan('year'))
    expect(rows(year, 'earned').slice(10)).toEqual([[60], [680]])
  })

  it('takes back what the months were paid too much', () => {
    const gated = { gate: { attainment: 1 }, ...rising }
    const quarterly = planWith({ accrual: 'year-to-date', trueUp: 'quarter' }, gated)
    const periods = months(1000, 500, 500).map((period) => ({ ...period, target: 1000 }))
    const settlement = settle(periods, quarterly)
    expect(rows(settlement, 'earned', 'paid', 'carried')).toEqual([
      [100, 100, 0],
      [0, 0, 0],
      [-100, 0, -100],
    ])
  })

  it('is there in each quarter and year that is settled, however long its periods', () => {
    const quarters = ['2026-Q1', '2026-Q2'].map((period) => ({ period, sales: 600 }))
    expect(rows(settle(quarters, plan('quarter')), 'earned')).toEqual([[60], [80]])
    expect(rows(settle(quarters, plan('year')), 'earned')).toEqual([[60], [60]])
    expect(settle([{ period: '2026', sales: 1200 }], plan('year')).earned).toBe('140.00')
  })
})

describe('a holdback', () => {
  it('is released once, so many periods later, and stands open until then', () => {
    const plan = planWith({ holdback: { share: '0.25', releaseAfter: 2 } })
    const settlement = settle(months(1000, 2000, 3000, 0, 0), plan)
    expect(rows(settlement, 'earned', 'heldBack', 'released', 'paid')).toEqual([
      [100, 25, 0, 75],
      [200, 50, 0, 150],
      [300, 75, 25, 250],
      [0, 0, 50, 50],
      [0, 0, 75, 75],
    ])
    expect(settle(months(1000, 2000, 3000), plan).closing.held).toEqual([
      { amount: '50.00', releasedIn: '2026-04' },
      { amount: '75.00', releasedIn: '2026-05' },
    ])
    expect(settlement.closing.held).toEqual([])
  })

  it('is rounded as the plan rounds, and never taken from a loss', () => {
    const plan = planWith({ holdback: { share: '0.5', releaseAfter: 1 } })
    expect(rows(settle(months('0.1', '-0.1'), plan), 'heldBack', 'released', 'paid')).toEqual([
      [0.01, 0, 0],
      [0, 0.01, 0],
    ])
    const down = planWith(
      { holdback: { share: '0.5', releaseAfter: 1 } },
      { rounding: { mode: 'down' } },
    )
    expect(rows(settle(months('0.1'), down), 'heldBack', 'paid')).toEqual([[0, 0.01]])
  })
})

describe('a minimum payout', () => {
  it('carries over what is less, and pays what is enough', () => {
    const plan = planWith({ minimumPayout: 50 })
    const settlement = settle(months(200, 200, 99.9, 500, '499.9', '0.1', 500), plan)
    expect(rows(settlement, 'earned', 'paid', 'carried')).toEqual([
      [20, 0, 20],
      [20, 0, 40],
      [9.99, 0, 49.99],
      [50, 99.99, 0],
      [49.99, 0, 49.99],
      [0.01, 50, 0],
      [50, 50, 0],
    ])
    expect(settlement.closing.carried).toBe('0.00')
    expect(settle(months(499.9), plan).closing.carried).toBe('49.99')
  })
})

describe('a recoverable draw', () => {
  const draw = (change: Partial<Draw> = {}) =>
    planWith({ draw: { amount: 2000, kind: 'recoverable', ...change } })
  const columns = ['earned', 'drawn', 'recovered', 'paid', 'drawOwed'] as const

  it('fills up to its amount and comes back from what is above it', () => {
    expect(rows(settle(months(5000, 30_000, 40_000), draw()), ...columns)).toEqual([
      [500, 1500, 0, 2000, 1500],
      [3000, 0, 1000, 2000, 500],
      [4000, 0, 500, 3500, 0],
    ])
  })

  it('comes back from all there is, where the terms say so', () => {
    const all = draw({ recoverFrom: 'all' })
    expect(rows(settle(months(5000, 30_000), all), ...columns)).toEqual([
      [500, 1500, 0, 2000, 1500],
      [3000, 0, 1500, 1500, 0],
    ])
  })

  it('is recovered by no more than a share of what is available', () => {
    const half = draw({ recoverFrom: 'all', recoverAtMost: '0.25' })
    expect(rows(settle(months(5000, 30_000, 30_000), half), ...columns)).toEqual([
      [500, 1500, 0, 2000, 1500],
      [3000, 0, 750, 2250, 750],
      [3000, 0, 750, 2250, 0],
    ])
    const third = draw({ recoverFrom: 'all', recoverAtMost: '0.3333' })
    expect(rows(settle(months(5000, '20000.1'), third), 'recovered')).toEqual([[0], [666.6]])
  })

  it('is not recovered before its time', () => {
    const later = draw({ recoverAfter: 2 })
    expect(rows(settle(months(5000, 30_000, 30_000), later), ...columns)).toEqual([
      [500, 1500, 0, 2000, 1500],
      [3000, 0, 0, 3000, 1500],
      [3000, 0, 1000, 2000, 500],
    ])
  })

  it('is no draw where exactly its amount was earned', () => {
    expect(rows(settle(months(20_000, 0), draw()), ...columns)).toEqual([
      [2000, 0, 0, 2000, 0],
      [0, 2000, 0, 2000, 2000],
    ])
  })

  it('stays owed at the end', () => {
    expect(settle(months(0, 0), draw()).closing).toMatchObject({
      held: [],
      carried: '0.00',
      draw: '4000.00',
    })
  })

  it('counts what is released and carried over as available', () => {
    const plan = planWith({
      holdback: { share: '0.5', releaseAfter: 1 },
      draw: { amount: 100, kind: 'recoverable' },
    })
    expect(
      rows(settle(months(1000, 1600), plan), 'heldBack', 'released', 'drawn', 'recovered', 'paid'),
    ).toEqual([
      [50, 0, 50, 0, 100],
      [80, 50, 0, 30, 100],
    ])
  })
})

describe('a non-recoverable draw', () => {
  it('is paid on top and never taken back', () => {
    const plan = planWith({ draw: { amount: 2000, kind: 'non-recoverable' } })
    const settlement = settle(months(5000, 30_000), plan)
    expect(rows(settlement, 'earned', 'drawn', 'guaranteed', 'recovered', 'paid')).toEqual([
      [500, 0, 1500, 0, 2000],
      [3000, 0, 0, 0, 3000],
    ])
    expect(settlement.closing.draw).toBe('0.00')
    expect([settlement.earned, settlement.paid]).toEqual(['3500.00', '5000.00'])
  })
})

describe('what cannot be settled', () => {
  const of = (...periods: readonly unknown[]) => ({ payee: 'E-7', periods })
  const month = (period: unknown) => ({ period, sales: 1 })

  it('is a plan without payment terms', () => {
    const outcome = attempt(() =>
      settleCommission({ payee: 'E-7', periods: [] }, handbook.commission),
    )
    expect(outcome).toMatchObject({
      issues: [
        {
          code: 'POLICY_CONFLICT',
          path: [],
          message:
            'the plan has no "payment", so there is nothing to settle by. Add its terms, or pay the statements as they are.',
        },
      ],
    })
  })

  it('is a gap in the periods, and it says which should follow', () => {
    const outcome = attempt(() =>
      settleCommission(of(month('2026-12'), month('2027-02')) as never, planWith({})),
    )
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'PERIODS_NOT_CONSECUTIVE',
          severity: 'error',
          path: ['periods', 1, 'period'],
          params: { given: '2027-02', expected: '2027-01' },
          message:
            'periods[1].period: got 2027-02, expected 2027-01: periods are settled one after the other.',
        },
      ],
    })
  })

  it('is a period whose books are still open', () => {
    const input = { payee: 'E-7', periods: months(1, 1, 1), closedThrough: '2026-02' }
    expect(attempt(() => settleCommission(input, planWith({})))).toEqual({
      ok: false,
      issues: [
        {
          code: 'PERIOD_NOT_CLOSED',
          severity: 'error',
          path: ['periods', 2, 'period'],
          params: { period: '2026-03', closedThrough: '2026-02' },
          message:
            'periods[2].period: got 2026-03, and the books are closed through 2026-02. Close the period first, or leave it out.',
        },
      ],
    })
    expect(issuesOf({ ...input, closedThrough: '2026-Q1' })).toEqual([])
    expect(issuesOf({ ...input, closedThrough: 'March' })).toEqual([
      ['PERIOD_INVALID', ['closedThrough']],
    ])
  })

  it('is what the year has earned before: the settlement knows it', () => {
    const [january] = months(1)
    expect(issuesOf(of({ ...january, earnedYearToDate: '5' }))).toEqual([
      ['UNKNOWN_KEY', ['periods', 0, 'earnedYearToDate']],
    ])
  })

  it.each([
    ['the same period twice', ['2026-01', '2026-01']],
    ['periods backwards', ['2026-02', '2026-01']],
    ['a quarter after a month', ['2026-03', '2026-Q2']],
    ['a year after a quarter', ['2026-Q4', '2027']],
  ])('is %s', (_, periods) => {
    expect(issuesOf(of(...periods.map(month)))).toEqual([
      ['PERIODS_NOT_CONSECUTIVE', ['periods', 1, 'period']],
    ])
  })

  it.each([[['2026-12', '2027-01']], [['2026-Q4', '2027-Q1']], [['2026', '2027']]])(
    'is not the turn of the year: %j',
    (periods) => {
      expect(issuesOf(of(...periods.map(month)))).toEqual([])
    },
  )

  it.each([
    [
      'no object',
      5,
      [
        ['VALUE_INVALID', []],
        ['VALUE_MISSING', ['payee']],
        ['VALUE_MISSING', ['periods']],
      ],
    ],
    ['no payee', { periods: [] }, [['VALUE_MISSING', ['payee']]]],
    ['no periods', { payee: 'E-7' }, [['VALUE_MISSING', ['periods']]]],
    [
      'periods that are no list',
      { payee: 'E-7', periods: 'all' },
      [['VALUE_INVALID', ['periods']]],
    ],
    [
      'a key that nothing reads',
      { payee: 'E-7', periods: [], period: 1 },
      [['UNKNOWN_KEY', ['period']]],
    ],
    ['a period without its name', of({ sales: 1 }), [['VALUE_MISSING', ['periods', 0, 'period']]]],
    ['a month 13', of(month('2026-13')), [['PERIOD_INVALID', ['periods', 0, 'period']]]],
    ['a number for a period', of(month(2026)), [['PERIOD_INVALID', ['periods', 0, 'period']]]],
  ])('is %s', (_, input, issues) => {
    expect(issuesOf(input)).toEqual(issues)
  })

  it.each([
    ['no object', of(7)],
    ['null', of(null)],
    ['an array', of([])],
    [
      'an object with a prototype of its own',
      of(JSON.parse('{"period":"2026","sales":1,"__proto__":{}}')),
    ],
  ])('is a period that is %s', (_, input) => {
    expect(issuesOf(input)[0]?.[1]?.slice(0, 2)).toEqual(['periods', 0])
  })

  it.each([[5], [''], [null]])('says once that a payee is %j, and not of each period', (payee) => {
    const periods = [
      { period: '2026-01', sales: 1 },
      { period: '2026-02', sales: 'much' },
    ]
    expect(issuesOf({ payee, periods }).map(([, path]) => path)).toEqual([
      ['payee'],
      ['periods', 1, 'sales'],
    ])
  })

  it('is what a statement refuses', () => {
    const codes = (period: unknown, plan = planWith({})) =>
      issuesOf(of(period), plan).map(([code]) => code)
    expect(codes({ period: '2026', sales: 'much' })).toEqual(['NUMBER_INVALID'])
    expect(codes({ period: '2026', sales: 1, lines: [] })).toEqual(['POLICY_CONFLICT'])
    expect(codes({ period: '2026', sales: 1, tarket: 1 })).toEqual(['UNKNOWN_KEY'])
    const gated = planWith({ accrual: 'year-to-date' }, { gate: { attainment: 1 } })
    expect(codes({ period: '2026', sales: 1 }, gated)).toEqual(['TARGET_MISSING'])
    expect(issuesOf(of(), { ...planWith({}) } as never)).toEqual([['POLICY_NOT_DEFINED', []]])
  })
})

import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  restateCommission,
  type Settlement,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>

/** 10% in euros, unless told. */
function planWith(payment: Payment = {}, change: Partial<CommissionPlanInput> = {}) {
  const scale = tiers([null, '0.1'])
  return defineCommissionPlan({ currency: 'EUR', scale, payment, ...change })
}

type End = string | null

function tiers(...list: readonly (readonly [upTo: End, rate: string])[]) {
  const rows = list.map(([upTo, rate], index) => ({ id: `t-${index}`, upTo, rate }))
  return { mode: 'marginal' as const, tiers: rows as never }
}

/** Months of 2026 in a row. */
function months(
  first: number,
  sales: readonly number[],
  facts: Partial<SettlementPeriodInput> = {},
) {
  return sales.map((figure, index) => ({
    ...facts,
    period: `2026-${String(first + index).padStart(2, '0')}`,
    sales: figure,
  })) as SettlementPeriodInput[]
}

function settle(
  periods: readonly SettlementPeriodInput[],
  plan = planWith(),
  more: Partial<SettlementInput> = {},
) {
  return settleCommission({ payee: 'E-7', periods, ...more }, plan)
}

/** What came after a settlement, opened with what it closed with. */
function goOn(
  before: Settlement,
  periods: readonly SettlementPeriodInput[],
  plan: ReturnType<typeof planWith>,
  more: Partial<SettlementInput> = {},
) {
  return settle(periods, plan, { opening: throughJson(before.closing), ...more })
}

const earned = ({ periods }: Settlement) => periods.map((period) => Number(period.earned))

const toDate = { accrual: 'year-to-date' } as const
const rising = { scale: tiers(['1000000', '0.03'], [null, '0.04']) }
const gate = { gate: { attainment: '1', counts: 'all' } } as const
const doubled = {
  accelerator: {
    mode: 'whole-amount',
    steps: [
      { id: 'below', upTo: '1', multiplier: '1' },
      { id: 'from', upTo: null, multiplier: '2' },
    ],
  },
} as const
const whole = {
  scale: {
    mode: 'whole-amount' as const,
    tiers: [
      { id: 'low', upTo: '700000', rate: '0.03' },
      { id: 'high', upTo: null, rate: '0.05' },
    ] as const,
  },
}
const same = (count: number, sales: number) => Array.from({ length: count }, () => sales)

describe('a plan that comes in mid-year', () => {
  const flat = (rate: string, payment: Payment = toDate) =>
    planWith(payment, { scale: tiers([null, rate]) })
  const toFive = (rate: string) => planWith(toDate, { scale: tiers(['5000', '0.1'], [null, rate]) })

  it.each<
    [
      what: string,
      plans: readonly [ReturnType<typeof planWith>, ReturnType<typeof planWith>],
      periods: readonly [SettlementPeriodInput[], SettlementPeriodInput[]],
      expected: readonly [goesOn: number, restarts: number, fromStart: number],
    ]
  >([
    [
      '3% becomes 5%, 100,000 a month to date',
      [flat('0.03'), flat('0.05')],
      [months(1, same(6, 100_000)), months(7, [100_000])],
      [5_000, 5_000, 17_000],
    ],
    [
      'a rate is cut from 20% to 10%',
      [flat('0.2'), flat('0.1')],
      [months(1, same(3, 1_000)), months(4, [1_000])],
      [100, 100, -200],
    ],
    [
      'the tier above 5,000 pays 30% instead of 20%',
      [toFive('0.2'), toFive('0.3')],
      [months(1, same(2, 3_000)), months(3, [3_000])],
      [900, 300, 1_000],
    ],
    [
      'the same cap of the year goes on, is new, or held already',
      [
        planWith({}, { cap: { year: '900' } }),
        planWith({}, { cap: { year: '900' }, coefficient: { applies: 'multiply' } }),
      ],
      [months(1, [6_000, 5_000]), months(3, [5_000])],
      [0, 500, 0],
    ],
    [
      'a cap of the year is raised from 900 to 2,000',
      [planWith({}, { cap: { year: '900' } }), planWith({}, { cap: { year: '2000' } })],
      [months(1, [6_000, 5_000]), months(3, [5_000])],
      [500, 500, 700],
    ],
    [
      'the year gets its first cap',
      [planWith(), planWith({}, { cap: { year: '900' } })],
      [months(1, [6_000, 6_000]), months(3, [6_000])],
      [0, 600, -300],
    ],
    [
      'months alone become a year to date',
      [planWith(), toFive('0.2')],
      [months(1, same(2, 3_000)), months(3, [3_000])],
      [600, 300, 700],
    ],
    [
      'a gate comes that the year has not reached until then',
      [flat('0.03'), planWith(toDate, { scale: tiers([null, '0.05']), ...gate })],
      [months(1, same(6, 100_000), { target: 110_000 }), months(7, [200_000], { target: 110_000 })],
      [10_000, 10_000, 22_000],
    ],
    [
      'all is doubled from the target on',
      [planWith(toDate), planWith(toDate, doubled)],
      [months(1, [6_000], { target: 10_000 }), months(2, [14_000], { target: 10_000 })],
      [2_800, 2_800, 3_400],
    ],
    [
      'a true-up of the year is still owed',
      [planWith({ ...toDate, trueUp: 'year' }, rising), flat('0.05', {})],
      [months(1, same(6, 200_000)), months(7, [200_000])],
      [12_000, 12_000, 34_000],
    ],
    [
      'one tier pays for all of the sales',
      [flat('0.03'), planWith(toDate, whole)],
      [months(1, same(6, 100_000)), months(7, [100_000])],
      [5_000, 3_000, 17_000],
    ],
  ])('%s', (_, [before, after], [first, second], expected) => {
    const changes: NonNullable<SettlementInput['planChange']>[] = [
      'continue',
      'restart',
      'from-start-of-year',
    ]
    const found = changes.map((planChange) =>
      earned(goOn(settle(first, before), second, after, { planChange })).at(-1),
    )
    expect(found).toEqual(expected)
    // Without a word, what was earned stays.
    expect(earned(goOn(settle(first, before), second, after)).at(-1)).toBe(expected[0])
  })

  it('goes on from its place month after month, in one settlement or in two', () => {
    const first = settle(months(1, same(2, 3_000)), toFive('0.2'))
    const together = goOn(first, months(3, [3_000, 1_000]), toFive('0.3'))
    expect(earned(together)).toEqual([900, 300])
    const march = goOn(first, months(3, [3_000]), toFive('0.3'))
    expect(earned(goOn(march, months(4, [1_000]), toFive('0.3')))).toEqual([300])
  })

  it('pays at once what is open of lines, where it pays what is booked', () => {
    const lines = [{ id: 'O-1', amount: '1000' }]
    const collected = [{ line: 'O-1', period: '2026-01', amount: '300' }]
    const first = settle([{ period: '2026-01', lines }], planWith({ on: 'collected' }), {
      collected,
    })
    expect(first.paid).toBe('30.00')
    expect(goOn(first, [{ period: '2026-02', lines: [] }], planWith()).paid).toBe('70.00')
  })

  it.each<['collected' | 'invoiced', 'collected' | 'invoiced']>([
    ['collected', 'invoiced'],
    ['invoiced', 'collected'],
  ])('that paid what was %s and pays what is %s is refused while lines are open', (was, is) => {
    const lines = [{ id: 'O-1', amount: '1000' }]
    const january = (amount: string) =>
      settle([{ period: '2026-01', lines }], planWith({ on: was }), {
        [was]: [{ line: 'O-1', period: '2026-01', amount }],
      })
    const february = [{ period: '2026-02', lines: [{ id: 'O-2', amount: '500' }] }]
    const all = { [is]: [{ line: 'O-2', period: '2026-02', amount: '500' }] }
    const change = (first: Settlement) => goOn(first, february, planWith({ on: is }), all)
    const outcome = attempt(() => change(january('300')))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([
      {
        code: 'POLICY_CONFLICT',
        path: ['opening', 'lines'],
        params: { reason: 'change-of-progress' },
      },
    ])
    expect(change(january('1000')).paid).toBe('50.00')
    const booked = goOn(january('300'), [{ period: '2026-02', lines: [] }], planWith())
    const march = [{ period: '2026-03', lines: [{ id: 'O-3', amount: '500' }] }]
    expect(goOn(booked, march, planWith({ on: is }), { [is]: [] }).paid).toBe('0.00')
  })
})

describe('a span', () => {
  it('of a quarter begins anew with each quarter', () => {
    const quarters = planWith({ accrual: 'quarter-to-date' }, rising)
    expect(earned(settle(months(1, same(4, 400_000)), quarters))).toEqual([
      12_000, 12_000, 14_000, 12_000,
    ])
  })

  it('goes on from what was sold and earned before, where there is no account of it', () => {
    const yearToDate = { sales: '14000', earned: '900' }
    const plan = planWith(toDate, { scale: tiers(['10000', '0.05'], [null, '0.1']) })
    expect(earned(settle(months(5, [4_000], { yearToDate }), plan))).toEqual([400])
    const [may] = months(5, [4_000], { yearToDate })
    expect(calculateCommission({ ...may, payee: 'E-7' } as never, plan)).toMatchObject({
      amount: '400.00',
      sales: '18000.00',
      adjustments: [{ kind: 'to-date', amount: '-900.00' }],
    })
    const capped = planWith({}, { cap: { year: '900' } })
    const known = months(5, [5_000], { yearToDate: { earned: '700' } })
    expect(earned(settle(known, capped))).toEqual([200])
    const june = goOn(settle(known, capped), months(6, [5_000]), capped)
    expect(earned(june)).toEqual([0])
  })

  it('that has an account is not told again what it sold', () => {
    const again = months(2, [1], { yearToDate: { sales: '1', earned: '1' } })
    const outcome = attempt(() => goOn(settle(months(1, [1])), again, planWith()))
    expect(outcome).toMatchObject({
      issues: [{ code: 'POLICY_CONFLICT', path: ['periods', 0, 'yearToDate'] }],
    })
  })

  it('needs no target of a period without sales', () => {
    const plan = planWith(toDate, { scale: tiers([null, '0.03']), ...gate })
    const year = [
      ...months(1, same(3, 100_000), { target: 100_000 }),
      ...months(4, [0]),
      ...months(5, [300_000], { target: 100_000 }),
    ]
    expect(earned(settle(year, plan))).toEqual([3_000, 3_000, 3_000, 0, 9_000])
  })

  it('that trues up at the end of the year does so in the last period of a payee', () => {
    const plan = planWith({ ...toDate, trueUp: 'year' }, rising)
    const year = months(1, [600_000, 600_000])
    expect(earned(settle(year, plan))).toEqual([18_000, 18_000])
    expect(earned(settle(year, plan, { final: true }))).toEqual([18_000, 20_000])
  })
})

describe('a true-up that was owed when another plan came', () => {
  it.each<[string, Payment, number[]]>([
    ['is paid once, by period', {}, [12_000, 10_000, 10_000]],
    ['is paid once, to date', toDate, [12_000, 10_000, 10_000]],
    [
      'is paid once, until the next true-up',
      { ...toDate, trueUp: 'year' },
      [12_000, 10_000, 10_000],
    ],
  ])('%s', (_, payment, expected) => {
    const first = settle(
      months(1, same(6, 200_000)),
      planWith({ ...toDate, trueUp: 'year' }, rising),
    )
    // 38,000 − 36,000 owed, and 5% of each month.
    const next = planWith(payment, { id: 'next', scale: tiers([null, '0.05']) })
    const change = { planChange: 'continue' } as const
    expect(earned(goOn(first, months(7, same(3, 200_000)), next, change))).toEqual(expected)
  })
})

describe('a plan of several scales that one quota chooses the tier of', () => {
  const planOf = (version: string, first: string) => {
    const whole = (low: string, high: string) =>
      ({ ...tiers(['1000', low], [null, high]), mode: 'whole-amount' }) as const
    const service = { id: 'service', when: { category: 'service' }, scale: whole('0.05', '0.1') }
    const own = { version, scale: whole(first, '0.2'), rates: [service] }
    return planWith(toDate, { ...own, tiersOver: 'all-lines' })
  }
  const month = (period: string, lines: SettlementPeriodInput['lines']) =>
    [{ period, lines }] as SettlementPeriodInput[]

  it('goes on in the tier that all lines of the year have reached, be they of another scale', () => {
    const january = month('2026-01', [{ id: 'A', amount: '600' }])
    const february = month('2026-02', [
      { id: 'B', amount: '300' },
      { id: 'C', amount: '300', category: 'service' },
    ])
    const first = settle(january, planOf('1', '0.1'))
    const change = { planChange: 'continue' } as const
    // 1,200 in all: 20% of 300 and 10% of 300, and January keeps its 10%.
    expect(earned(goOn(first, february, planOf('2', '0.12'), change))).toEqual([90])
    expect(earned(first)).toEqual([60])
  })
})

describe('multiples of target incentive ÷ target', () => {
  it('have nothing to take a refund back at in a month without a target', () => {
    const plan = planWith(toDate, {
      payout: 'of-target-incentive',
      scale: {
        ...{ mode: 'marginal', thresholds: 'attainment' },
        tiers: [{ id: 'all', upTo: null, multiple: '1' }],
      },
    })
    const refunds = attempt(() => settle(months(1, [-100], { targetIncentive: '1000' }), plan))
    expect(refunds).toMatchObject({
      issues: [
        {
          ...{ code: 'TARGET_MISSING', path: ['periods', 0, 'target'] },
          params: { needed: 'multiples' },
        },
      ],
    })
    expect(earned(settle(months(1, [0], { targetIncentive: '1000' }), plan))).toEqual([0])
  })
})

describe('caps of a period and of the year', () => {
  it.each<[string, CommissionPlanInput['cap'], Payment, number[], number[]]>([
    [
      'of a period bounds what each adds to the year',
      { amount: '1000' },
      toDate,
      same(3, 9_000),
      same(3, 900),
    ],
    [
      'of a period is not made good later',
      { amount: '1000' },
      toDate,
      [15_000, 5_000],
      [1_000, 500],
    ],
    [
      'of both, the period first',
      { amount: '500', year: '900' },
      {},
      same(3, 6_000),
      [500, 400, 0],
    ],
    [
      'of the year is on the sum, refunds among it',
      { year: '900' },
      {},
      [12_000, -2_000, -2_000],
      [900, 0, -100],
    ],
    [
      'of the year is the same to date',
      { year: '900' },
      toDate,
      [12_000, -2_000, -2_000],
      [900, 0, -100],
    ],
  ])('%s', (_, cap, payment, sales, expected) => {
    const settlement = settle(months(1, sales), planWith(payment, cap && { cap }))
    expect(earned(settlement)).toEqual(expected)
  })

  it('say what they took', () => {
    const { periods } = settle(months(1, [12_000, -2_000]), planWith({}, { cap: { year: '900' } }))
    expect(periods.map(({ cut }) => cut)).toEqual(['300.00', '-200.00'])
  })
})

describe('a correction', () => {
  const capped = planWith({}, { cap: { year: '900' } })
  const inAll = (...all: readonly Settlement[]) =>
    all.reduce((sum, { paid }) => sum + Number(paid), Number(all.at(-1)?.closing.carried))

  /** Settles January and February, then March with what January really sold. */
  function corrected(sales: readonly number[], really: number, march: number, plan = capped) {
    const first = settle(months(1, sales), plan)
    const paid = first.periods.map(({ statement }) => statement)
    const yearToDate = { sales: '0', earned: '0' }
    const now = [{ payee: 'E-7', period: '2026-01', sales: really, yearToDate }]
    const { corrections } = restateCommission({ paid, now }, plan)
    const last = goOn(first, months(3, [march], { adjustments: throughJson(corrections) }), plan)
    return { first, last, corrections }
  }

  it.each([
    ['too much was paid, and February was cut', [6_000, 5_000], 2_000, 1_000, 800],
    ['too little was paid, and the cap holds', [2_000, 5_000], 4_000, 5_000, 900],
    [
      'only January is corrected, and February gets back what is free',
      [6_000, 5_000],
      4_000,
      1_000,
      900,
    ],
  ])('under a cap of 900: %s', (_, sales, really, march, expected) => {
    const { first, last } = corrected(sales, really, march)
    expect(inAll(first, last)).toBe(expected)
  })

  it('names the months that it changes', () => {
    const { last, corrections } = corrected([6_000, 5_000], 4_000, 1_000)
    expect(corrections).toMatchObject([
      { amount: '-200.00', earned: '400.00', alsoRestate: ['2026-02'] },
    ])
    expect(last.periods[0]?.corrections).toEqual([
      { period: '2026-01', was: '600.00', is: '400.00', guaranteed: '0.00' },
      { period: '2026-02', was: '300.00', is: '500.00', guaranteed: '0.00' },
    ])
  })

  it('by hand says for which period, and counts under the cap', () => {
    const first = settle(months(1, [6_000, 5_000]), capped)
    const byHand = [
      { id: 'A-1', amount: '-400', reason: 'order cancelled', by: 'Ann', period: '2026-01' },
      { id: 'A-2', amount: '200', reason: 'cap', on: '2026-03-31', period: '2026-02' },
    ]
    const last = goOn(first, months(3, [1_000], { adjustments: byHand }), capped)
    expect(inAll(first, last)).toBe(800)
    expect(last.periods[0]?.adjustments).toEqual(
      byHand.map((one) => ({
        ...one,
        kind: 'by-hand',
        amount: `${one.amount}.00`,
        inCorrections: true,
      })),
    )
    // In any order, in one run or in two.
    const one = goOn(first, months(3, [1_000], { adjustments: byHand.slice(1) }), capped)
    const two = goOn(one, months(4, [0], { adjustments: byHand.slice(0, 1) }), capped)
    expect(inAll(first, one, two)).toBe(800)
  })

  it('given twice pays once', () => {
    const { first, last, corrections } = corrected([6_000, 5_000], 2_000, 1_000)
    const again = goOn(last, months(4, [0], { adjustments: corrections }), capped)
    expect(again.periods[0]).toMatchObject({ adjusted: '0.00', corrections: [] })
    expect(inAll(first, last, again)).toBe(800)
  })

  it('of a year to date moves the place of what comes after it', () => {
    const plan = planWith(toDate, { scale: tiers(['10000', '0.05'], [null, '0.1']) })
    const first = settle(months(1, [8_000, 6_000]), plan)
    expect(earned(first)).toEqual([400, 500])
    const paid = [calculateCommission({ payee: 'E-7', period: '2026-01', sales: 8_000 }, plan)]
    const now = [{ payee: 'E-7', period: '2026-01', sales: 5_000 }]
    const { corrections } = restateCommission({ paid, now }, plan)
    const last = goOn(first, months(3, [4_000], { adjustments: corrections }), plan)
    expect(last.periods[0]).toMatchObject({ adjusted: '-300.00', earned: '400.00', paid: '100.00' })
  })

  it('of lines that wait for cash changes what came in for them', () => {
    const plan = planWith({ on: 'collected' })
    const sold = (amount: string) => [{ id: 'O-1', amount }]
    const first = settle([{ period: '2026-01', lines: sold('1000') }], plan, {
      collected: [{ line: 'O-1', period: '2026-01', amount: '300' }],
    })
    const paid = first.periods.map(({ statement }) => statement)
    const now = [{ payee: 'E-7', period: '2026-01', lines: sold('800') }]
    const { corrections } = restateCommission({ paid, now }, plan)
    const later = [
      { period: '2026-02', lines: [], adjustments: corrections },
      { period: '2026-03', lines: [] },
    ]
    const collected = [{ line: 'O-1', period: '2026-03', amount: '500' }]
    const last = goOn(first, later, plan, { collected })
    expect(last.periods.map((period) => period.paid)).toEqual(['0.00', '50.00'])
    expect(inAll(first, last)).toBe(80)
  })

  it.each([
    ['up', 2_000, 9_000, { was: '200.00', is: '900.00', guaranteed: '-300.00' }, 900],
    ['down', 6_000, 2_000, { was: '600.00', is: '200.00', guaranteed: '300.00' }, 500],
  ])('%s computes the guarantee of its period again', (_, sold, really, change, inAllOfJanuary) => {
    const plan = planWith({ draw: { amount: '500', kind: 'non-recoverable' } })
    const first = settle(months(1, [sold]), plan)
    const paid = first.periods.map(({ statement }) => statement)
    const now = [{ payee: 'E-7', period: '2026-01', sales: really }]
    const { corrections } = restateCommission({ paid, now }, plan)
    const last = goOn(first, months(2, [5_000], { adjustments: corrections }), plan)
    expect(last.periods[0]?.corrections).toEqual([{ period: '2026-01', ...change }])
    expect(inAll(first, last) - 500).toBe(inAllOfJanuary)
  })

  it('of a period under the plan before is taken at its figure, and moves the place', () => {
    const before = planWith({}, { scale: tiers([null, '0.03']) })
    const after = planWith(toDate, { scale: tiers(['700000', '0.05'], [null, '0.06']) })
    const first = settle(months(1, same(6, 100_000)), before)
    const paid = first.periods.map(({ statement }) => statement)
    const now = [{ payee: 'E-7', period: '2026-01', sales: 80_000 }]
    const { corrections } = restateCommission({ paid, now }, before)
    const july = goOn(first, months(7, [200_000], { adjustments: corrections }), after)
    expect(july.periods[0]).toMatchObject({ adjusted: '-600.00', earned: '10800.00' })
  })

  it('of uplifts computes both stretches again', () => {
    const plan = planWith(toDate, rising)
    const year = [1, 2, 3, 4].map((quarter) => ({
      period: `2026-Q${quarter}`,
      sales: '500000',
      ...(quarter > 2 && { coefficientUplift: '0.005' }),
    }))
    const first = settle(year.slice(0, 3), plan)
    const paid = [calculateCommission({ ...year[0], payee: 'E-7' } as never, plan)]
    const now = [{ payee: 'E-7', period: '2026-Q1', sales: '400000' }]
    const adjustments = restateCommission({ paid, now }, plan).corrections
    const last = goOn(first, [{ ...year[3], adjustments } as SettlementPeriodInput], plan)
    expect([first.paid, last.paid]).toEqual(['52500.00', '18500.00'])
  })

  it('of a period that is not closed is refused, and so are two of which neither follows the other', () => {
    const { first, corrections } = corrected([6_000, 5_000], 2_000, 1_000)
    const early = attempt(() => settle(months(1, [6_000], { adjustments: corrections }), capped))
    expect(early).toMatchObject({
      issues: [{ code: 'PERIOD_NOT_CLOSED', path: ['periods', 0, 'adjustments', 0, 'period'] }],
    })
    const [one] = corrections
    const other = one && { ...one, now: { ...one.now, sales: '1000' } }
    const twice = [one, other] as never
    const outcome = attempt(() => goOn(first, months(3, [1], { adjustments: twice }), capped))
    expect(outcome).toMatchObject({ issues: [{ code: 'ID_DUPLICATE' }] })
  })

  it('of months to date under the plan before needs those after it', () => {
    const plan = (rate: string) => planWith(toDate, { scale: tiers(['5000', '0.1'], [null, rate]) })
    const first = settle(months(1, [3_000, 3_000]), plan('0.2'))
    const paid = [
      calculateCommission({ payee: 'E-7', period: '2026-01', sales: 3_000 }, plan('0.2')),
    ]
    const now = [{ payee: 'E-7', period: '2026-01', sales: 2_000 }]
    const adjustments = restateCommission({ paid, now }, plan('0.2')).corrections
    const outcome = attempt(() => goOn(first, months(3, [1], { adjustments }), plan('0.3')))
    expect(outcome).toMatchObject({
      issues: [
        {
          code: 'PERIODS_TO_RESTATE',
          params: { period: '2026-01', periods: ['2026-02'] },
          message:
            'periods[0].adjustments[0]: corrects 2026-01, which changes 2026-02 as well. Restate and give those, too.',
        },
      ],
    })
  })
})

describe('what was sold before, at the target of then', () => {
  const rising = [
    ...months(1, Array(6).fill(100_000), { target: '90000' }),
    ...months(7, [100_000], { target: '90000', coefficientUplift: '0.005' }),
  ]
  const base = {
    currency: 'EUR',
    scale: { mode: 'marginal' as const, tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    coefficient: { applies: 'add-to-rate' as const },
    payment: { accrual: 'year-to-date' as const },
  }

  it('does not pay again what a gate let through before an uplift: 10,000 more at 10.5%', () => {
    const plan = defineCommissionPlan({
      ...base,
      gate: { attainment: '1', counts: 'above-target' },
    })
    const { periods } = settleCommission({ payee: 'Li', periods: rising }, plan)
    expect(periods.map(({ earned }) => earned)).toEqual([
      ...Array.from({ length: 6 }, () => '1000.00'),
      '1050.00',
    ])
  })

  it('ends the steps of a marginal accelerator before it at the target of then: 110,000 for 100,000', () => {
    const plan = defineCommissionPlan({
      ...base,
      accelerator: {
        mode: 'marginal',
        steps: [
          { id: 'to-target', upTo: '1', multiplier: '1' },
          { id: 'above', upTo: null, multiplier: '2' },
        ],
      },
    })
    const { periods } = settleCommission({ payee: 'Li', periods: rising }, plan)
    // 90,000 + 10,000 × 2 = 110,000 a month.
    expect(periods.at(-1)?.earned).toBe('11550.00')
    expect(periods[0]?.earned).toBe('11000.00')
  })

  it('earns in the own tier of sales that have fallen below the target', () => {
    const plan = planWith(toDate, {
      scale: { ...tiers(['5000', '0.1'], ['15000', '0.2'], [null, '0.3']), mode: 'whole-amount' },
      gate: { attainment: '0.5', counts: 'above-target', startsIn: 'own-tier' },
    })
    const january = months(1, [12_000], { target: 10_000 })
    const february = (sales: number) =>
      months(2, [sales], { target: 10_000, coefficientUplift: '0.01' })
    // 2,000 above the target at 20%. 14,000 on 20,000 lie in the same tier, and nothing is above the target: 2,000 less at 21%.
    expect(earned(settle([...january, ...february(2_000)], plan))).toEqual([400, -420])
    // 18,000 lie in the third.
    expect(earned(settle([...january, ...february(6_000)], plan))).toEqual([400, -620])
    // 22,000: 2,000 above 20,000, less the same.
    expect(earned(settle([...january, ...february(10_000)], plan))).toEqual([400, 0])
  })

  it('has a flat amount of the own tier once, where sales come above the target, and gives it back below', () => {
    const own = [
      { id: 'first', upTo: '5000', rate: '0.1' },
      { id: 'second', upTo: '15000', rate: '0.2', amount: '100' },
      { id: 'third', upTo: null, rate: '0.3', amount: '300' },
    ]
    const plan = planWith(toDate, {
      scale: { mode: 'whole-amount', tiers: own as never },
      gate: { attainment: '0.5', counts: 'above-target', startsIn: 'own-tier' },
    })
    const year = (first: number, second: number) => [
      ...months(1, [first], { target: 10_000 }),
      ...months(2, [second], { target: 10_000, coefficientUplift: '0.01' }),
    ]
    // 23,000 are 3,000 above 20,000: 31%, and 300.
    expect(earned(settle(year(9_000, 14_000), plan))).toEqual([0, 1_230])
    // 2,000 above 10,000 at 20%, and 100; then nothing is above 20,000: 2,000 less at 21%, and 100 less.
    expect(earned(settle(year(12_000, 2_000), plan))).toEqual([500, -520])
  })

  it('caps what an ended stretch is owed with the period that pays it', () => {
    const plan = defineCommissionPlan({
      ...base,
      scale: {
        mode: 'marginal',
        tiers: [
          { id: 'first', upTo: '5000', rate: '0.035' },
          { id: 'above', upTo: null, rate: '0.1' },
        ],
      },
      cap: { amount: '500' },
      payment: { accrual: 'year-to-date', trueUp: 'year' },
    })
    const sold = ['500', '5000', '5000', '0', '3500']
    const periods = sold.map((sales, index) => ({
      period: `2026-0${index + 1}`,
      sales,
      ...(index === 4 && { coefficientUplift: '0.01' }),
    }))
    const settlement = settleCommission({ payee: 'Li', periods }, plan)
    expect(settlement.periods.at(-1)?.earned).toBe('500.00')
  })
})

describe('an amount by hand of a period, and a year that is computed from its start', () => {
  const first = planWith({ accrual: 'year-to-date' }, { id: 'sales', version: '1' })
  const second = planWith(
    { accrual: 'year-to-date' },
    { id: 'sales', version: '2', scale: tiers([null, '0.2']) },
  )
  const byHand = (period: string) => ({
    adjustments: [{ id: 'H-1', amount: '500', reason: 'split with Wang', period }],
  })
  const paid = ({ periods }: Settlement) => periods.map((period) => period.paid)

  it.each(['2026-01', '2026-02'])(
    'is paid beside it when it comes after the change, for %s',
    (period) => {
      const january = settle(months(1, [6_000]), first)
      const more = { planChange: 'from-start-of-year' as const }
      const february = goOn(january, months(2, [1_000]), second, more)
      // 20% × 7,000 − 600.
      expect(paid(february)).toEqual(['800.00'])
      const march = goOn(february, months(3, [1_000], byHand(period) as never), second)
      // 20% × 1,000 + 500.
      expect(paid(march)).toEqual(['700.00'])
      expect(paid(goOn(march, months(4, [1_000]), second))).toEqual(['200.00'])
    },
  )

  it('stays paid when the change comes after it', () => {
    const [january, february] = [months(1, [6_000]), months(2, [0], byHand('2026-01') as never)]
    const before = settle([...january, ...february], first)
    expect(paid(before)).toEqual(['600.00', '500.00'])
    const march = goOn(before, months(3, [1_000]), second, { planChange: 'from-start-of-year' })
    // 20% × 7,000 − 600.
    expect(paid(march)).toEqual(['800.00'])
  })
})

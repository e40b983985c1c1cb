import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  payrollRows,
  restateCommission,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

/** One tier of 10%, in EUR, with payment terms. */
function planWith(input: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    id: 'ten',
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    payment: {},
    ...input,
  })
}

/** 3% to 1,000,000, then 4%. */
const steps: CommissionPlanInput['scale'] = {
  mode: 'marginal',
  tiers: [
    { id: 'first', upTo: '1000000', rate: '0.03' },
    { id: 'second', upTo: null, rate: '0.04' },
  ],
}

/** A month from the 26th to the 25th, by the month in which it ends. */
function payMonth(year: number, month: number) {
  const two = (value: number) => String(value).padStart(2, '0')
  const before = month === 1 ? `${year - 1}-12` : `${year}-${two(month - 1)}`
  return {
    id: `P${two(month)}`,
    from: `${before}-26`,
    to: `${year}-${two(month)}-25`,
  }
}

type Given = Partial<Omit<SettlementInput, 'periods'>> & {
  readonly periods: readonly SettlementPeriodInput[]
}

function settle(input: Given, plan = planWith()) {
  return settleCommission({ payee: 'Li', ...input }, plan)
}

/** What is paid by one run, which is what is paid by a run for each period that opens with what the one before closed with. */
function paidOf(input: Given, plan = planWith()): string[] {
  const { periods, closing } = settle(input, plan)
  const paid = periods.map((one) => one.paid)
  let opening = input.opening
  const apart = input.periods.map((period) => {
    const one = settle({ ...input, periods: [period], ...(opening && { opening }) }, plan)
    opening = throughJson(one.closing)
    return one.paid
  })
  expect(apart).toEqual(paid)
  expect(opening).toEqual(throughJson(closing))
  return paid
}

function issuesOf(input: Given, plan = planWith()) {
  const outcome = attempt(() => settle(input, plan))
  return outcome.ok ? [] : outcome.issues
}

/** Pay months from January 2026 on, each with its sales. */
const payMonths = (...sales: readonly (string | Partial<SettlementPeriodInput>)[]) =>
  sales.map((given, index) => {
    const period = payMonth(2026 + Math.floor(index / 12), (index % 12) + 1)
    return (
      typeof given === 'string' ? { period, sales: given } : { period, sales: '0', ...given }
    ) as SettlementPeriodInput
  })

describe('a company’s own periods', () => {
  it('are settled one after the other, and a part held back is released by their number', () => {
    const plan = planWith({ payment: { holdback: { share: '0.5', releaseAfter: 1 } } })
    expect(paidOf({ periods: payMonths('6000', '0') }, plan)).toEqual(['300.00', '300.00'])
    const { closing } = settle({ periods: payMonths('6000') }, plan)
    expect(closing.held).toEqual([{ amount: '300.00', releasedIn: 2 }])
    expect(settle({ periods: [], opening: closing }, plan).closing.held).toEqual(closing.held)
    expect(closing.settled).toEqual({
      from: { id: 'P01', from: '2025-12-26', to: '2026-01-25' },
      to: { id: 'P01', from: '2025-12-26', to: '2026-01-25' },
      periods: 1,
    })
  })

  it('count the periods of a draw, over several runs', () => {
    const plan = planWith({
      payment: { draw: { amount: '2000', kind: 'recoverable', periods: 3 } },
    })
    const periods = payMonths('15000', '26000', '9000', '20000')
    expect(paidOf({ periods }, plan)).toEqual(['2000.00', '2100.00', '2000.00', '900.00'])
    expect(settle({ periods }, plan).closing.drawFrom).toBe(1)
  })

  it('may be two weeks, or of any length', () => {
    const periods = [
      { period: { id: 'BW1', from: '2026-01-05', to: '2026-01-18' }, sales: '1000' },
      { period: { id: 'BW2', from: '2026-01-19', to: '2026-02-01' }, sales: '2000' },
      { period: { id: 'BW3', from: '2026-02-02', to: '2026-02-22' }, sales: '3000' },
    ]
    expect(paidOf({ periods })).toEqual(['100.00', '200.00', '300.00'])
  })

  it('are refused with a day between them, with a day in both, and after months', () => {
    const [january, , march] = payMonths('1', '1', '1') as [SettlementPeriodInput, unknown, never]
    expect(issuesOf({ periods: [january, march] })).toMatchObject([
      {
        code: 'PERIODS_NOT_CONSECUTIVE',
        path: ['periods', 1, 'period'],
        params: { given: '2026-02-26/2026-03-25', expected: '2026-01-26/..' },
      },
    ])
    const overlapping = { id: 'P', from: '2026-01-25', to: '2026-02-25' }
    expect(issuesOf({ periods: [january, { period: overlapping, sales: '1' }] })).toMatchObject([
      { code: 'PERIODS_NOT_CONSECUTIVE', params: { expected: '2026-01-26/..' } },
    ])
    const afterMonth = { period: { id: 'P', from: '2026-02-01', to: '2026-02-28' }, sales: '1' }
    expect(issuesOf({ periods: [{ period: '2026-01', sales: '1' }, afterMonth] })).toMatchObject([
      { code: 'PERIODS_NOT_CONSECUTIVE', params: { expected: '2026-02' } },
    ])
  })

  it('have an id of their own in a year, and may have the ids of the year before', () => {
    const [first, second] = payMonths('1', '1') as [SettlementPeriodInput, SettlementPeriodInput]
    const twice = { ...second, period: { ...payMonth(2026, 2), id: 'P01' } }
    const issue = { code: 'ID_DUPLICATE', path: ['periods', 1, 'period', 'id'] }
    expect(issuesOf({ periods: [first, twice] })).toMatchObject([issue])
    const { closing } = settle({ periods: [first] })
    expect(issuesOf({ periods: [twice], opening: closing })).toMatchObject([
      { ...issue, path: ['periods', 0, 'period', 'id'] },
    ])
    expect(issuesOf({ periods: payMonths(...Array.from({ length: 14 }, () => '1')) })).toEqual([])
  })

  it('are refused in an opening balance that counts months, or does not say how many were settled', () => {
    const periods = payMonths('1')
    const balance = { held: [], carried: '0', draw: '0' }
    const held = [{ amount: '1', releasedIn: '2026-02' }]
    expect(issuesOf({ periods, opening: { ...balance, held } })).toMatchObject([
      { code: 'PERIODS_MIXED', path: ['opening', 'held', 0, 'releasedIn'] },
    ])
    const own = { id: 'P12', from: '2025-11-26', to: '2025-12-25' }
    expect(
      issuesOf({ periods, opening: { ...balance, settled: { from: own, to: own } } }),
    ).toMatchObject([{ code: 'VALUE_MISSING', path: ['opening', 'settled', 'periods'] }])
  })

  it('have a line dated in any of their days, also where that is in the year before', () => {
    const plan = planWith({ payment: { accrual: 'year-to-date' } })
    const [first, second] = [payMonth(2026, 1), payMonth(2026, 2)]
    const periods = [
      { period: first, lines: [{ id: 'O-1', amount: '1000', date: '2025-12-28' }] },
      { period: second, lines: [{ id: 'O-2', amount: '2000', date: '2026-02-25' }] },
    ]
    expect(paidOf({ periods }, plan)).toEqual(['100.00', '200.00'])
    const early = [{ id: 'O-1', amount: '1000', date: '2025-12-25' }]
    expect(settle({ periods: [{ period: first, lines: early }] }, plan).notCounted).toMatchObject([
      { period: 'P01', line: 'O-1', issue: { code: 'LINE_OUTSIDE_PERIOD' } },
    ])
  })

  it('stand on the statement as they were given, and by their id elsewhere', () => {
    const settlement = settle({ periods: payMonths('1000') })
    expect(settlement.periods[0]?.statement.period).toEqual(payMonth(2026, 1))
    expect(settlement.periods[0]?.period).toBe('P01')
    expect(payrollRows(settlement)[0]?.period).toBe('P01')
  })

  it('are collected in, and closed, by their last day', () => {
    const plan = planWith({ payment: { on: 'collected' } })
    const lines = [{ id: 'O-1', amount: '1000' }]
    const [first, second] = [payMonth(2026, 1), payMonth(2026, 2)]
    const collected = [
      { line: 'O-1', period: first, amount: '300' },
      { line: 'O-1', period: '2026-01', amount: '500' },
      { line: 'O-1', period: '2026-02', amount: '200' },
    ]
    const periods = [
      { period: first, lines },
      { period: second, lines: [] },
    ]
    const settlement = settle({ periods, collected }, plan)
    expect(settlement.periods.map(({ paid }) => paid)).toEqual(['30.00', '50.00'])
    expect(settlement.notCounted).toMatchObject([{ line: 'O-1', period: null }])
    expect(issuesOf({ periods, collected: [], closedThrough: first }, plan)).toMatchObject([
      { code: 'PERIOD_NOT_CLOSED', path: ['periods', 1, 'period'] },
    ])
  })

  it('are corrected by the facts that they really had, and by hand', () => {
    const plan = planWith({ cap: { year: '900' } })
    const [first, second, third] = payMonths('6000', '5000', '1000')
    const paid = [first, second].map((one) =>
      calculateCommission({ payee: 'Li', ...one, yearToDate: { earned: '0' } } as never, plan),
    )
    const now = [
      { payee: 'Li', period: payMonth(2026, 1), sales: '2000', yearToDate: { earned: '0' } },
    ]
    const { corrections } = restateCommission({ paid: throughJson(paid), now }, plan)
    expect(corrections).toMatchObject([{ period: payMonth(2026, 1), amount: '-400.00' }])
    const before = settle({ periods: [first, second] as never }, plan)
    expect(before.periods.map((one) => one.paid)).toEqual(['600.00', '300.00'])
    const opening = throughJson(before.closing)
    const thirdWith = (adjustments: unknown) =>
      settle({ periods: [{ ...third, adjustments } as never], opening }, plan).periods[0]
    expect(thirdWith(throughJson(corrections))).toMatchObject({
      paid: '0.00',
      carried: '-100.00',
      corrections: [
        { period: 'P01', was: '600.00', is: '200.00' },
        { period: 'P02', was: '300.00', is: '500.00' },
      ],
    })
    const byHand = { id: 'A-1', amount: '-400', reason: 'miscounted', period: payMonth(2026, 1) }
    expect(thirdWith([byHand])).toMatchObject({
      carried: '-100.00',
      adjustments: [{ ...byHand, amount: '-400.00', inCorrections: true }],
    })
    const other = { ...byHand, period: { ...payMonth(2026, 1), from: '2025-12-27' } }
    // Of other days it is no period of the account: an amount of the year, which leaves room under its cap.
    expect(thirdWith([other])).toMatchObject({
      carried: '-100.00',
      corrections: [{ period: 'P02', was: '300.00', is: '500.00' }],
    })
  })
})

describe('weeks and half-years', () => {
  it('are settled one after the other, over the end of a year as well', () => {
    const plan = planWith({ payment: { holdback: { share: '0.5', releaseAfter: 1 } } })
    const weeks = ['2026-W52', '2026-W53', '2027-W01'].map((period) => ({ period, sales: '1000' }))
    expect(paidOf({ periods: weeks }, plan)).toEqual(['50.00', '100.00', '100.00'])
    const halves = ['2026-H1', '2026-H2', '2027-H1'].map((period) => ({ period, sales: '1000' }))
    expect(paidOf({ periods: halves }, plan)).toEqual(['50.00', '100.00', '100.00'])
    expect(issuesOf({ periods: [weeks[0], weeks[2]] as never })).toMatchObject([
      { code: 'PERIODS_NOT_CONSECUTIVE', params: { expected: '2026-W53' } },
    ])
  })

  it('belong to the year in which they end', () => {
    const plan = planWith({ cap: { year: '900' } })
    const periods = ['2026-W51', '2026-W52', '2026-W53'].map((period) => ({
      period,
      sales: '9000',
    }))
    expect(paidOf({ periods }, plan)).toEqual(['900.00', '0.00', '900.00'])
    const own = [
      { period: payMonth(2026, 12), sales: '9000' },
      { period: payMonth(2027, 1), sales: '9000' },
    ]
    expect(paidOf({ periods: own }, plan)).toEqual(['900.00', '900.00'])
  })

  it('are trued up by the quarter that a next one would not be in', () => {
    const plan = planWith({
      scale: steps,
      payment: { accrual: 'year-to-date', trueUp: 'quarter' },
    })
    const periods = ['2026-W11', '2026-W12', '2026-W13'].map((period) => ({
      period,
      sales: '600000',
    }))
    // 1,800,000 to date: 30,000 + 32,000.
    expect(paidOf({ periods }, plan)).toEqual(['18000.00', '18000.00', '26000.00'])
    const own = payMonths('600000', '600000', '600000')
    expect(paidOf({ periods: own }, plan)).toEqual(['18000.00', '18000.00', '26000.00'])
  })

  it('refuse to lose what a year still owes that ended with a shorter period', () => {
    const plan = planWith({ scale: steps, payment: { accrual: 'year-to-date', trueUp: 'year' } })
    const periods = [
      { period: { id: 'A', from: '2026-10-05', to: '2026-11-04' }, sales: '600000' },
      { period: { id: 'B', from: '2026-11-05', to: '2026-12-02' }, sales: '600000' },
      { period: { id: 'C', from: '2026-12-03', to: '2027-01-06' }, sales: '600000' },
    ]
    const issue = { code: 'POLICY_CONFLICT', path: ['periods', 2, 'period'], params: { id: 'B' } }
    expect(issuesOf({ periods }, plan)).toMatchObject([issue])
    const { closing } = settle({ periods: periods.slice(0, 2) }, plan)
    expect(issuesOf({ periods: periods.slice(2), opening: closing }, plan)).toMatchObject([
      { ...issue, path: ['periods', 0, 'period'] },
    ])
  })

  it('of a half-year are a quarter to date of their own', () => {
    const plan = planWith({ scale: steps, payment: { accrual: 'quarter-to-date' } })
    const periods = ['2026-H1', '2026-H2'].map((period) => ({ period, sales: '1500000' }))
    expect(paidOf({ periods }, plan)).toEqual(['50000.00', '50000.00'])
    expect(settle({ periods }, plan).periods[0]?.statement.period).toBe('2026-H1')
  })
})

describe('a year that starts in another month', () => {
  const from = (first: number, ...sales: readonly string[]) =>
    sales.map((figure, index) => {
      const month = first + index - 1
      const name = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      return { period: name, sales: figure }
    })

  it('has its own cap', () => {
    const plan = planWith({ yearStartsIn: 4, cap: { year: '900' } })
    expect(paidOf({ periods: from(3, '9000', '9000') }, plan)).toEqual(['900.00', '900.00'])
    const calendar = planWith({ cap: { year: '900' } })
    expect(paidOf({ periods: from(3, '9000', '9000') }, calendar)).toEqual(['900.00', '0.00'])
  })

  it('counts to date, and its statement names its months', () => {
    const plan = planWith({
      yearStartsIn: 4,
      scale: steps,
      payment: { accrual: 'year-to-date' },
    })
    const periods = from(2, '600000', '600000', '600000')
    expect(paidOf({ periods }, plan)).toEqual(['18000.00', '20000.00', '18000.00'])
    const { closing, periods: settled } = settle({ periods }, plan)
    expect(settled[1]?.statement.period).toEqual({
      id: '2025-04/2026-03',
      from: '2025-04-01',
      to: '2026-03-31',
    })
    expect([closing.lastYear?.year, closing.year?.year]).toEqual([
      '2025-04/2026-03',
      '2026-04/2027-03',
    ])
  })

  it('has quarters that begin with it', () => {
    const plan = planWith({
      yearStartsIn: 2,
      scale: steps,
      payment: { accrual: 'quarter-to-date' },
    })
    // 12,000 twice, 38,000 − 24,000, and May begins anew.
    const periods = from(2, '400000', '400000', '400000', '400000')
    expect(paidOf({ periods }, plan)).toEqual(['12000.00', '12000.00', '14000.00', '12000.00'])
    const trueUp = planWith({
      yearStartsIn: 2,
      scale: steps,
      payment: { accrual: 'year-to-date', trueUp: 'quarter' },
    })
    // Alone, alone, and to date: 38,000 − 36,000.
    expect(paidOf({ periods: from(2, '600000', '600000', '0') }, trueUp)).toEqual([
      '18000.00',
      '18000.00',
      '2000.00',
    ])
  })

  it('may be the payee’s: an anniversary comes before the plan’s', () => {
    const plan = planWith({ yearStartsIn: 4, cap: { year: '900' } })
    const periods = from(6, '9000', '9000')
    expect(paidOf({ periods }, plan)).toEqual(['900.00', '0.00'])
    expect(paidOf({ periods, yearStartsIn: 7 }, plan)).toEqual(['900.00', '900.00'])
    expect(issuesOf({ periods, yearStartsIn: 13 }, plan)).toMatchObject([
      { code: 'NUMBER_OUT_OF_RANGE', path: ['yearStartsIn'] },
    ])
  })

  it('ends before one begins in another month', () => {
    const plan = planWith({ cap: { year: '900' } })
    const { closing: opening } = settle({ periods: from(11, '9000') }, plan)
    const december = { periods: from(12, '9000'), opening, yearStartsIn: 12 }
    expect(issuesOf(december, plan)).toMatchObject([
      {
        code: 'POLICY_CONFLICT',
        path: ['opening', 'year', 'year'],
        params: { given: '2025-12/2026-11', expected: '2026' },
      },
    ])
    const { closing } = settle({ periods: from(12, '9000'), opening }, plan)
    expect(
      settle({ periods: from(13, '9000'), opening: closing, yearStartsIn: 4 }, plan).paid,
    ).toBe('900.00')
  })

  it('has a target of its own, by whatever name', () => {
    const plan = planWith({
      yearStartsIn: 4,
      gate: { attainment: '1' },
      payment: { accrual: 'year-to-date' },
    })
    const year = { id: 'FY26', from: '2026-04-01', to: '2027-03-31' }
    const given = (period: unknown) =>
      ({
        periods: from(4, '9000', '3000').map((one) => ({
          ...one,
          target: { period, amount: '10000' },
        })),
      }) as never
    // 9,000 of 10,000 is shut; 12,000 pay all.
    expect(paidOf(given(year), plan)).toEqual(['0.00', '1200.00'])
    expect(issuesOf(given('2026'), plan)).toMatchObject([
      { code: 'POLICY_CONFLICT', params: { expected: '2026-04/2027-03' } },
      {},
    ])
  })

  it('stands alone in a statement of all of it', () => {
    const plan = planWith({ yearStartsIn: 4, cap: { year: '900' } })
    const period = { id: 'FY26', from: '2026-04-01', to: '2027-03-31' }
    expect(calculateCommission({ period, sales: '12000' }, plan)).toMatchObject({
      period,
      amount: '900.00',
    })
    expect(
      attempt(() => calculateCommission({ period: '2026', sales: '12000' }, plan)),
    ).toMatchObject({
      issues: [{ code: 'VALUE_MISSING', path: ['yearToDate'] }],
    })
  })

  it('is the year of what is restated', () => {
    const plan = planWith({ yearStartsIn: 4, payment: { accrual: 'year-to-date' } })
    const restate = (period: string, yearStartsIn?: number) =>
      attempt(() =>
        restateCommission(
          {
            paid: [],
            now: [{ payee: 'Li', period, sales: '1' }],
            ...(yearStartsIn && { yearStartsIn }),
          },
          plan,
        ),
      ).ok
    expect([restate('2026-04'), restate('2026-01')]).toEqual([true, false])
    expect([restate('2026-04', 1), restate('2026-01', 1)]).toEqual([false, true])
  })
})

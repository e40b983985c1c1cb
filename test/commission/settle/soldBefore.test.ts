import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  type Settlement,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

/** 10% in euros. */
function planWith(change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    id: 'ten',
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    payment: {},
    ...change,
  })
}

type Plan = ReturnType<typeof planWith>

const toDate = { payment: { accrual: 'year-to-date' } } as const
const quarterToDate = { payment: { accrual: 'quarter-to-date' } } as const
const gate = { gate: { attainment: '1' } } as const

function settle(
  period: Partial<SettlementPeriodInput>,
  plan: Plan,
  opening?: Settlement,
  more: Partial<SettlementInput> = {},
) {
  const periods = [{ sales: '1000', ...period } as SettlementPeriodInput]
  const open = opening && { opening: throughJson(opening.closing) }
  return settleCommission({ payee: 'Li', periods, ...open, ...more }, plan)
}

function issuesOf(run: () => unknown) {
  const outcome = attempt(run)
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

describe('what was sold before the first settlement', () => {
  it('is asked for where the plan counts to date', () => {
    const yearToDate = { earned: '500' }
    const july = () => settle({ period: '2026-07', yearToDate }, planWith(toDate))
    expect(issuesOf(july)).toEqual([['VALUE_MISSING', ['periods', 0, 'yearToDate', 'sales']]])
    const alone = settle({ period: '2026-07', yearToDate }, planWith({ cap: { year: '550' } }))
    expect(alone.paid).toBe('50.00')
  })

  it('is nothing of a span that begins with the period: figures of the year are none of a quarter', () => {
    const ofYear = { sales: '20000', earned: '2000' }
    const yearToDate = { ...ofYear, target: '15000' }
    const april = () => settle({ period: '2026-04', yearToDate }, planWith(quarterToDate))
    const paths = (...keys: string[]) =>
      keys.map((key) => ['VALUE_INVALID', ['periods', 0, 'yearToDate', key]])
    expect(issuesOf(april)).toEqual(paths('earned', 'sales', 'target'))
    const capped = planWith({ cap: { quarter: '500', year: '2100' } })
    const ofBoth = (quarter: string) => () =>
      settle({ period: '2026-04', yearToDate: { ...ofYear, quarter } }, capped)
    expect(issuesOf(ofBoth('100'))).toEqual(paths('quarter'))
    expect(ofBoth('0')().paid).toBe('100.00')
    const alone = { period: '2026-01', sales: '1000', yearToDate: ofYear }
    const january = attempt(() => calculateCommission(alone, planWith(toDate)))
    expect(january).toMatchObject({
      issues: [{ path: ['yearToDate', 'earned'] }, { path: ['yearToDate', 'sales'] }],
    })
  })

  it('has a target where the period has one: 7,000 of 1,000 would open any gate', () => {
    const yearToDate = { sales: '6000', earned: '0' }
    const plan = planWith({ ...toDate, ...gate })
    const july = (more: object) => settle({ period: '2026-07', yearToDate, ...more }, plan)
    expect(issuesOf(() => july({ target: '1000' }))).toEqual([
      ['TARGET_MISSING', ['periods', 0, 'yearToDate', 'target']],
    ])
    const known = { yearToDate: { ...yearToDate, target: '6000' } }
    expect(july({ target: '1000', ...known }).periods[0]?.statement.attainment).toBe('1')
  })

  it('has a target where a later period has one, after a month on leave', () => {
    const plan = planWith({ ...toDate, ...gate })
    const july = (target: object) =>
      settle(
        { period: '2026-07', sales: '0', yearToDate: { sales: '6000', earned: '600', ...target } },
        planWith(toDate),
      )
    const august = (target: object) =>
      settle({ period: '2026-08', target: '1000' }, plan, july(target), { planChange: 'continue' })
    expect(issuesOf(() => august({}))).toEqual([['TARGET_MISSING', ['periods', 0, 'target']]])
    expect(august({ target: '6000' }).periods[0]?.statement.target).toBe('7000.00')
  })
})

describe('what was sold and earned before the first settlement, under a later plan,', () => {
  const rising = {
    scale: {
      mode: 'marginal' as const,
      tiers: [
        { id: 'first', upTo: '5000', rate: '0.1' },
        { id: 'above', upTo: null, rate: '0.2' },
      ],
    },
  }
  const ofYear = { sales: '20000', earned: '2000' }
  const startedIn = (month: string, plan = planWith(toDate), yearToDate: object = ofYear) =>
    settle({ period: `2026-${month}`, yearToDate } as Partial<SettlementPeriodInput>, plan)

  it('is of the year, where that is what the first counted: no quarter is asked for that began since', () => {
    const ofQuarter = planWith({ cap: { quarter: '500' }, ...toDate })
    const october = () =>
      settle({ period: '2026-10', sales: '9000' }, ofQuarter, september, { planChange: 'continue' })
    const september = settle({ period: '2026-09' }, planWith(toDate), startedIn('08'))
    expect(october().paid).toBe('500.00')
    const august = () => settle({ period: '2026-08', sales: '9000' }, ofQuarter, startedIn('07'))
    expect(august().paid).toBe('400.00')
  })

  it.each([
    ['quarter', '500', toDate],
    ['half', '800', toDate],
    ['year', '900', quarterToDate],
  ])('does not say what a %s has earned that is capped in its midst', (span, most, terms) => {
    const capped = planWith({ cap: { [span]: most }, ...terms })
    const before = startedIn('08', planWith(terms))
    const september = (planChange: 'continue' | 'restart') => () =>
      settle({ period: '2026-09', sales: '9000' }, capped, before, { planChange })
    expect(issuesOf(september('continue'))).toEqual([
      ['VALUE_MISSING', ['opening', 'year', 'before', span]],
    ])
    expect(september('restart')().paid).toBe(`${most}.00`)
    const next = settle({ period: '2026-10' }, capped, september('restart')())
    expect(next.periods).toHaveLength(1)
    const known = startedIn('08', planWith(terms), { ...ofYear, [span]: '350' })
    const left = settle({ period: '2026-09', sales: '9000' }, capped, known)
    // 350 and the 100 of August are used up.
    expect(left.paid).toBe(`${Number(most) - 450}.00`)
  })

  it('does not say what a quarter has earned that a plan caps from the start of the year', () => {
    const before = settle({ period: '2026-06' }, planWith(toDate), startedIn('05'))
    const capped = planWith({ cap: { quarter: '500' }, ...toDate })
    const july = () =>
      settle({ period: '2026-07' }, capped, before, { planChange: 'from-start-of-year' })
    expect(issuesOf(july)).toEqual([['VALUE_MISSING', ['opening', 'year', 'before', 'quarter']]])
  })

  it('is no place in the year, where the first plan looked at no sales', () => {
    const july = startedIn('07', planWith({ cap: { year: '900' } }), { earned: '500' })
    const august = (planChange: 'continue' | 'restart') => () =>
      settle({ period: '2026-08' }, planWith({ ...rising, ...toDate }), july, { planChange })
    expect(issuesOf(august('continue'))).toEqual([
      ['VALUE_MISSING', ['opening', 'year', 'before', 'sales']],
    ])
    expect(august('restart')().paid).toBe('100.00')
  })

  it('is no place in a quarter, where the first plan counted over the year', () => {
    const plan = planWith({ ...rising, ...quarterToDate })
    const goOnFrom = (month: string, next: string) => () =>
      settle({ period: `2026-${next}`, sales: '6000' }, plan, startedIn(month))
    expect(issuesOf(goOnFrom('08', '09'))).toEqual([
      ['VALUE_MISSING', ['opening', 'year', 'before', 'sales']],
    ])
    // July begins the quarter: 1,000, then 4,000 at 10% and 2,000 at 20%.
    expect(goOnFrom('07', '08')().paid).toBe('800.00')
    // October begins another one: 5,000 at 10% and 1,000 at 20%.
    const september = settle({ period: '2026-09' }, planWith(toDate), startedIn('08'))
    expect(settle({ period: '2026-10', sales: '6000' }, plan, september).paid).toBe('700.00')
  })

  it('is what the year has earned, where no plan had looked at it', () => {
    const july = startedIn('07', planWith(), { earned: '500' })
    const august = settle(
      { period: '2026-08', sales: '9000' },
      planWith({ cap: { year: '900' } }),
      july,
    )
    expect(august.paid).toBe('300.00')
  })

  it('is kept in the balance with the span over which it was counted', () => {
    expect(startedIn('08').closing.year?.before).toEqual({
      earned: '2000',
      sales: '20000',
      year: '2000',
      span: 'year',
    })
    expect(startedIn('07').closing.year?.before).toMatchObject({ quarter: '0', half: '0' })
    const alone = startedIn('08', planWith({ cap: { quarter: '500' } }), ofYear)
    expect(alone.closing.year?.before).toEqual({ earned: '2000', quarter: '2000' })
  })
})

describe('a tier for the whole amount that a new plan brings, of which its rate earns more than its maximum before it begins', () => {
  // 10% to 1,000; from there 10% of all, 50 at the most.
  const limited = planWith({
    id: 'limited',
    ...toDate,
    scale: {
      mode: 'whole-amount',
      tiers: [
        { id: 'low', upTo: '1000', rate: '0.1' },
        { id: 'high', upTo: null, rate: '0.1', maximum: '50' },
      ],
    },
  })
  const february = (sales: string) => {
    const january = settle({ period: '2026-01', sales: '800' }, planWith(toDate))
    return settle({ period: '2026-02', sales }, limited, january, { planChange: 'continue' }).earned
  }

  it('takes nothing off for reaching the tier, and pays nothing above its maximum', () => {
    // 10% of 100 below 1,000. At 1,200 the tier pays 50 for all, which 800 have used up.
    expect(february('100')).toBe('10.00')
    expect(february('400')).toBe('0.00')
    expect(february('4000')).toBe('0.00')
  })

  it('pays what is left of the maximum', () => {
    const few = settle({ period: '2026-01', sales: '300' }, planWith(toDate))
    const { earned } = settle({ period: '2026-02', sales: '900' }, limited, few, {
      planChange: 'continue',
    })
    expect(earned).toBe('20.00')
  })
})

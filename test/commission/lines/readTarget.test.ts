import {
  attempt,
  type CommissionPlanInput,
  type CommissionSalesInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  defineCommissionPlan,
  restateCommission,
  type Settlement,
  type SettlementInput,
  type SettlementPeriodInput,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { calculateCommissionRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Target = NonNullable<CommissionSalesInput['target']>

/** 10% behind a gate at the target, counted over the year unless told. */
function planWith(payment: Payment = { accrual: 'year-to-date' }, change: object = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    gate: { attainment: '1', counts: 'all' },
    payment,
    ...change,
  })
}

const ungated = { gate: undefined }
const ofYear = (amount: string | number): Target => ({ period: '2026', amount })

/** Months of 2026 from a first one on, each with its sales and its target. */
function months(first: number, rows: readonly (readonly [sales: number, target?: Target])[]) {
  return rows.map(([sales, target], index) => ({
    period: `2026-${String(first + index).padStart(2, '0')}`,
    sales,
    ...(target !== undefined && { target }),
  })) as SettlementPeriodInput[]
}

function settle(
  periods: readonly SettlementPeriodInput[],
  plan = planWith(),
  more: Partial<SettlementInput> = {},
) {
  return settleCommission({ payee: 'E-7', periods, ...more }, plan)
}

const attainments = ({ periods }: Settlement) =>
  periods.map(({ statement }) => Number(statement.attainment))
const earned = ({ periods }: Settlement) => periods.map((period) => Number(period.earned))

const refusalOf = (run: () => unknown) => {
  const outcome = attempt(run)
  return outcome.ok ? null : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('a target of the year', () => {
  it.each<[string, readonly (readonly [number, Target?])[], number[]]>([
    [
      'is not added up',
      [
        [500_000, ofYear(1_000_000)],
        [550_000, ofYear(1_000_000)],
      ],
      [0.5, 1.05],
    ],
    ['is given once', [[500_000, ofYear(1_000_000)], [550_000]], [0.5, 1.05]],
    [
      'is the last that was given',
      [
        [500_000, ofYear(1_000_000)],
        [550_000, ofYear(2_100_000)],
      ],
      [0.5, 0.5],
    ],
    [
      'is no figure: figures are added up',
      [
        [500_000, 1_000_000],
        [550_000, 1_000_000],
      ],
      [0.5, 0.525],
    ],
    [
      'is not that of a month, named or not',
      [
        [500_000, { period: '2026-01', amount: '1000000' }],
        [550_000, 1_000_000],
      ],
      [0.5, 0.525],
    ],
  ])('%s', (_, rows, expected) => {
    expect(attainments(settle(months(1, rows), planWith(undefined, ungated)))).toEqual(expected)
  })

  it('opens the gate of the year', () => {
    const year = months(1, [[500_000, ofYear(1_000_000)], [550_000]])
    expect(earned(settle(year))).toEqual([0, 105_000])
  })

  it('passes on to the next settlement, where another holds from then on', () => {
    const january = settle(months(1, [[500_000, ofYear(1_000_000)]]))
    const opening = throughJson(january.closing)
    expect(earned(settle(months(2, [[550_000]]), planWith(), { opening }))).toEqual([105_000])
    const raised = months(2, [[550_000, ofYear('1050000.01')]])
    expect(earned(settle(raised, planWith(), { opening }))).toEqual([0])
  })

  it('is that of a quarter where the plan counts each quarter', () => {
    const plan = planWith({ accrual: 'quarter-to-date' })
    const first: Target = { period: '2026-Q1', amount: '300000' }
    const second: Target = { period: '2026-Q2', amount: '100000' }
    const year = months(1, [[100_000, first], [100_000], [100_000], [200_000, second]])
    expect(attainments(settle(year, plan)).map((one) => one.toFixed(2))).toEqual([
      '0.33',
      '0.67',
      '1.00',
      '2.00',
    ])
    expect(earned(settle(year, plan))).toEqual([0, 0, 30_000, 20_000])
  })

  it.each<[string, Payment, Target]>([
    ['of the year, by month', {}, ofYear(1)],
    ['of the year, by quarter', { accrual: 'quarter-to-date' }, ofYear(1)],
    ['of a quarter, by year', { accrual: 'year-to-date' }, { period: '2026-Q1', amount: 1 }],
    ['of another year', { accrual: 'year-to-date' }, { period: '2025', amount: 1 }],
    ['of another month', {}, { period: '2026-02', amount: 1 }],
    [
      'of the year, in a month that counts alone until its true-up',
      { accrual: 'year-to-date', trueUp: 'year' },
      ofYear(1),
    ],
  ])('is refused where the sales count over another span: %s', (_, payment, target) => {
    const plan = planWith(payment)
    expect(refusalOf(() => settle(months(1, [[1, target]]), plan))).toEqual([
      ['POLICY_CONFLICT', 'periods.0.target.period'],
    ])
    const input = { period: '2026-01', sales: 1, target }
    expect(refusalOf(() => calculateCommission(input, plan))).toEqual([
      ['POLICY_CONFLICT', 'target.period'],
    ])
  })

  it('is refused where nothing says of which period the sales are, and names none that was expected', () => {
    const outcome = attempt(() =>
      calculateCommission({ sales: 1, target: ofYear(1) }, planWith({})),
    )
    expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toStrictEqual([
      { reason: 'target-of-other-span', given: '2026' },
    ])
  })

  it('holds at the true-up: at the end of the year, or in the final period', () => {
    const plan = planWith({ accrual: 'year-to-date', trueUp: 'quarter' }, ungated)
    const quarter = months(1, [[10], [20], [30, ofYear(100)]])
    expect(attainments(settle(quarter, plan))).toEqual([0, 0, 0.6])
    const left = months(1, [[10], [30, ofYear(100)]])
    expect(attainments(settle(left, plan, { final: true }))).toEqual([0, 0.4])
  })

  it('is not mixed with targets of periods', () => {
    const mixed = months(1, [
      [500_000, 100_000],
      [550_000, ofYear(1_000_000)],
    ])
    expect(refusalOf(() => settle(mixed))).toEqual([['TARGET_MISSING', 'periods.1.target']])
    const yearToDate = { sales: 1, earned: 0, target: 1 }
    const [february] = months(2, [[550_000, ofYear(1_000_000)]])
    expect(refusalOf(() => settle([{ ...february, yearToDate } as never]))).toEqual([
      ['TARGET_MISSING', 'periods.0.target'],
    ])
    const input = { ...february, yearToDate } as CommissionSalesInput
    expect(refusalOf(() => calculateCommission(input, planWith()))).toEqual([
      ['TARGET_MISSING', 'target'],
    ])
  })

  it('stays where another plan goes on with the year', () => {
    const first = settle(months(1, [[500_000, ofYear(1_000_000)]]))
    const opening = throughJson(first.closing)
    const next = planWith(undefined, { gate: { attainment: '1.05', counts: 'all' } })
    const february = months(2, [[550_000]])
    // 10% of what came after the place of 500,000.
    expect(earned(settle(february, next, { opening }))).toEqual([55_000])
    const anew = () => settle(february, next, { opening, planChange: 'restart' })
    expect(refusalOf(anew)).toEqual([['TARGET_MISSING', 'periods.0.target']])
  })

  it('is not looked at by a plan that counts over another span', () => {
    const first = settle(months(1, [[500_000, ofYear(1_000_000)]]))
    const opening = throughJson(first.closing)
    const byMonth = planWith({})
    const february = months(2, [[550_000, 500_000]])
    expect(earned(settle(february, byMonth, { opening }))).toEqual([55_000])
    // As if it had always held, January has sales and no target of its own.
    const fromStart = () => settle(february, byMonth, { opening, planChange: 'from-start-of-year' })
    expect(refusalOf(fromStart)).toEqual([['TARGET_MISSING', 'opening.year.periods.0.target']])
  })

  it('is no reason to miss a target where something else is missing', () => {
    const steps = [{ id: 'all', upTo: null, multiplier: '1' }]
    const plan = planWith(undefined, { kpiMultiplier: { fact: 'visits', steps } })
    const year = months(1, [[500_000, ofYear(1_000_000)]])
    expect(refusalOf(() => settle(year, plan))).toEqual([
      ['FACT_MISSING', 'periods.0.facts.visits'],
    ])
  })

  it('is corrected with its period, as a clean run would have had it', () => {
    const first = settle(months(1, [[500_000, ofYear(1_000_000)], [550_000]]))
    expect(earned(first)).toEqual([0, 105_000])
    const byFacts = (target: Target) => {
      const now = { payee: 'E-7', ...months(1, [[400_000, target]])[0] } as never
      const paid = first.periods.map(({ statement, period }) => ({ ...statement, period }))
      return restateCommission({ paid, now: [now] }, planWith()).corrections
    }
    const [correction] = byFacts(ofYear(350_000))
    const march = months(3, [[0]]).map((row) => ({ ...row, adjustments: [correction] }))
    const again = settle(march as never, planWith(), { opening: throughJson(first.closing) })
    // 950,000 on 350,000 in all.
    expect(Number(first.paid) + Number(again.closing.carried)).toBe(95_000)
  })
})

describe('a target of a named period, in one statement', () => {
  const alone = planWith({})

  it('is the same as a figure', () => {
    const input = { period: '2026-01', sales: '120', target: '100' }
    const named = { ...input, target: { period: '2026-01', amount: '100' } }
    expect(calculateCommission(named, alone)).toEqual(calculateCommission(input, alone))
    const { sales: _, ...facts } = input
    const { sales: __, ...byName } = named
    expect(commissionCurve(alone, byName)).toEqual(commissionCurve(alone, facts))
    expect(salesForCommission('1', alone, byName)).toEqual(salesForCommission('1', alone, facts))
    const total = commissionAccumulator(alone)
    expect(total.finish(total.create(), byName)).toEqual(total.finish(total.create(), facts))
  })

  it('of the year goes with what the year has sold before', () => {
    const plan = planWith()
    const february = { period: '2026-02', sales: '550000', target: ofYear('1000000') }
    const yearToDate = { sales: '500000', earned: '0' }
    expect(calculateCommission({ ...february, yearToDate }, plan)).toMatchObject({
      amount: '105000.00',
      target: '1000000.00',
      attainment: '1.05',
    })
    expect(refusalOf(() => calculateCommission(february, plan))).toEqual([
      ['VALUE_MISSING', 'yearToDate'],
    ])
    const january = { ...february, period: '2026-01' }
    expect(calculateCommission(january, plan).attainment).toBe('0.55')
  })

  it('of a month asks for the target of what was sold before, unless that is nothing', () => {
    const february = { period: '2026-02', sales: '100', target: '100' }
    const withBefore = (sales: string) => ({ ...february, yearToDate: { sales, earned: '0' } })
    expect(refusalOf(() => calculateCommission(withBefore('50'), planWith()))).toEqual([
      ['TARGET_MISSING', 'yearToDate.target'],
    ])
    expect(calculateCommission(withBefore('0'), planWith()).amount).toBe('10.00')
  })

  it('and of no period counts on from what was sold before, whenever the plan trues up', () => {
    const tiers = [
      { id: 'first', upTo: '100', rate: '0.1' },
      { id: 'rest', upTo: null, rate: '0.2' },
    ]
    const plan = planWith(
      { accrual: 'year-to-date', trueUp: 'quarter' },
      { ...ungated, scale: { mode: 'marginal', tiers } },
    )
    const yearToDate = { sales: '100', earned: '10' }
    expect(calculateCommission({ sales: '50', yearToDate }, plan).amount).toBe('10.00')
  })

  it.each<[string, object, [string, string][]]>([
    ['without a period', { target: { amount: 1 } }, [['VALUE_MISSING', 'target.period']]],
    ['without an amount', { target: { period: '2026-01' } }, [['VALUE_MISSING', 'target.amount']]],
    [
      'of nothing',
      { target: { period: '2026-01', amount: 0 } },
      [['NUMBER_OUT_OF_RANGE', 'target.amount']],
    ],
    [
      'with another field',
      { target: { period: '2026-01', amount: 1, to: 2 } },
      [['UNKNOWN_KEY', 'target.to']],
    ],
    [
      'where the sales are of no period',
      { target: { period: '2026-01', amount: 1 }, period: undefined },
      [['POLICY_CONFLICT', 'target.period']],
    ],
  ])('is refused %s', (_, change, expected) => {
    const input = { period: '2026-01', sales: 1, ...change } as never
    expect(refusalOf(() => calculateCommission(input, alone))).toEqual(expected)
  })

  it.each<[string, unknown]>([
    ['for all', { period: '2026', amount: '1' }],
    ['for each', [{ period: '2026', amount: '1' }]],
    ['by name', new Map([['Ann', { period: '2026', amount: '1' }]])],
  ])('is refused in a batch, whose lines are of no period: %s', (_, target) => {
    for (const plan of [alone, planWith({}, ungated)]) {
      const { issues } = calculateCommissionRows([{ payee: 'Ann', amount: '1' }], plan, {
        target: target as never,
      })
      expect(issues.map((one) => one.issues.map(({ code, path }) => [code, path]))).toEqual([
        [['POLICY_CONFLICT', ['target', 'period']]],
      ])
    }
  })
})

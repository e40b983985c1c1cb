import {
  attempt,
  type CommissionCorrection,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  restateCommission,
  type Settlement,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

function planWith(change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    payment: {},
    ...change,
  })
}

type Plan = ReturnType<typeof planWith>

const plan = planWith()
const target = '10000'

/** What was learned of January, one after the other: each run knows the corrections before it. */
function correctionsOf(was: string, learned: readonly string[], by: Plan, period = '2026-01') {
  const given = { payee: 'Li', period, target }
  const paid = [calculateCommission({ ...given, sales: was }, by)]
  const corrected: CommissionCorrection[] = []
  for (const sales of learned)
    corrected.push(
      ...restateCommission({ paid, corrected, now: [{ ...given, sales }] }, by).corrections,
    )
  return corrected
}

function settle(
  period: string,
  adjustments: readonly CommissionCorrection[],
  opening?: Settlement['closing'],
  { sales = '0', by = plan } = {},
) {
  const periods = [{ period, sales, target, adjustments: throughJson(adjustments) }]
  const open = opening && { opening: throughJson(opening) }
  return settleCommission({ payee: 'Li', periods, ...open }, by)
}

const opening = settle('2026-01', [], undefined, { sales: '1000' }).closing

function orders<Value>(list: readonly Value[]): Value[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((one, index) => {
    const others = [...list.slice(0, index), ...list.slice(index + 1)]
    return orders(others).map((rest) => [one, ...rest])
  })
}

describe('of several corrections of a period', () => {
  it('each says which it is', () => {
    const corrections = correctionsOf('1000', ['2000', '1500', '1000'], plan)
    expect(corrections.map(({ number, paid, due }) => [number, paid, due])).toEqual([
      [1, '100.00', '200.00'],
      [2, '200.00', '150.00'],
      [3, '150.00', '100.00'],
    ])
  })

  it('the last counts, in whatever order they are given, and be some of them left out', () => {
    const all = correctionsOf('1000', ['2000', '1500', '1000'], plan)
    for (const order of orders(all)) expect(settle('2026-02', order, opening).adjusted).toBe('0.00')
    const [first, second, third] = all as [
      CommissionCorrection,
      CommissionCorrection,
      CommissionCorrection,
    ]
    expect(settle('2026-02', [third, first], opening).adjusted).toBe('0.00')
    expect(settle('2026-02', [second, first], opening).adjusted).toBe('50.00')
  })

  it('the last counts where none of them changes an amount: 30,000 of 30,000 opens the gate', () => {
    const by = planWith({
      gate: { attainment: '1', counts: 'all' },
      payment: { accrual: 'year-to-date' },
    })
    const two = correctionsOf('0', ['500', '9000'], by)
    expect(two.map(({ amount }) => amount)).toEqual(['0.00', '0.00'])
    const january = settle('2026-01', [], undefined, { by })
    const february = settle('2026-02', [], january.closing, { by })
    for (const order of orders(two)) {
      const march = settle('2026-03', order, february.closing, { sales: '21000', by })
      expect(march.earned).toBe('3000.00')
    }
  })

  it('the last stays where an earlier one comes in a later run, which is refused', () => {
    const [first, second] = correctionsOf('1000', ['2000', '1500'], plan)
    const february = settle('2026-02', [second as never], opening)
    expect(february.adjusted).toBe('50.00')
    expect(february.closing.year?.periods[0]?.corrected).toBe(2)
    const march = attempt(() => settle('2026-03', [first as never], february.closing))
    expect(march).toMatchObject({
      issues: [
        {
          code: 'ID_DUPLICATE',
          path: ['periods', 0, 'adjustments', 0, 'number'],
          params: { id: '2026-01', reason: 'corrected-since' },
        },
      ],
    })
    const again = settle('2026-03', [first as never, second as never], february.closing)
    expect(again.adjusted).toBe('0.00')
  })

  it('one may be given twice, and two of one number that say different things are refused', () => {
    const [one] = correctionsOf('1000', ['2000'], plan)
    const [other] = correctionsOf('1000', ['3000'], plan)
    expect(settle('2026-02', [one, one] as never, opening).adjusted).toBe('100.00')
    expect(attempt(() => settle('2026-02', [one, other] as never, opening))).toMatchObject({
      issues: [{ code: 'ID_DUPLICATE', path: ['periods', 0, 'adjustments', 1, 'period'] }],
    })
  })

  it('all are paid where the account does not have the period: 100 and 50 more', () => {
    const two = correctionsOf('1000', ['2000', '2500'], plan, '2025-12')
    expect(two.map(({ amount }) => amount)).toEqual(['100.00', '50.00'])
    for (const order of orders(two))
      expect(settle('2026-02', order, opening).adjusted).toBe('150.00')
    expect(settle('2026-02', [...two, ...two], opening).adjusted).toBe('150.00')
  })

  it('the last is known to the next restatement, whatever amounts come back', () => {
    const given = { payee: 'Li', period: '2026-01', target }
    const paid = [calculateCommission({ ...given, sales: '1000' }, plan)]
    const corrected = correctionsOf('1000', ['2000', '1000'], plan).reverse()
    const now = [{ ...given, sales: '1000' }]
    expect(restateCommission({ paid, corrected, now }, plan).corrections).toEqual([])
  })
})

describe('corrections of two periods of one name', () => {
  it('are of different years, and both are taken', () => {
    const ends = ['2025-01-25', '2025-02-25', '2026-01-25', '2026-02-25']
    const own = (index: number) => ({
      id: index % 2 === 0 ? 'P01' : 'P02',
      from: ['2024-12-26', '2025-01-26', '2025-02-26', '2026-01-26'][index] as string,
      to: ends[index] as string,
    })
    const periods = [0, 1, 2].map((index) => ({ period: own(index), sales: '1000' }))
    const first = settleCommission({ payee: 'Li', periods }, plan)
    const corrections = [0, 2].flatMap((index) => {
      const given = { payee: 'Li', period: own(index) }
      const paid = [calculateCommission({ ...given, sales: '1000' }, plan)]
      return restateCommission({ paid, now: [{ ...given, sales: '2000' }] }, plan).corrections
    })
    const last = settleCommission(
      {
        payee: 'Li',
        periods: [{ period: own(3), sales: '0', adjustments: throughJson(corrections) }],
        opening: throughJson(first.closing),
      },
      plan,
    )
    expect(last.adjusted).toBe('200.00')
  })
})

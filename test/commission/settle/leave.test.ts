import {
  attempt,
  type CommissionInput,
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

type Change = Partial<CommissionPlanInput>

/** 10% in euros, each month on its own unless told. */
function planWith(change: Change = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    payment: {},
    ...change,
  })
}

const toDate: Change = { payment: { accrual: 'year-to-date' } }
const gate: Change = { gate: { attainment: '1', counts: 'all' } }
/** All at once, or step by step, twice the rate from the target on. */
const doubled = (mode: 'whole-amount' | 'marginal'): Change => ({
  accelerator: {
    mode,
    steps: [
      { id: 'below', upTo: '1', multiplier: '1' },
      { id: 'from', upTo: null, multiplier: '2' },
    ],
  },
})
/** 10% to the target, 20% above it. */
const byAttainment: Change = {
  scale: {
    mode: 'marginal',
    thresholds: 'attainment',
    tiers: [
      { id: 'to', upTo: '1', rate: '0.1' },
      { id: 'above', upTo: null, rate: '0.2' },
    ],
  },
}

type Sold = number | readonly object[]

/** Months of 2026 from a first one on, each with its sales, and with its target where it has one. */
function months(first: number, rows: readonly (readonly [sold: Sold, target?: number])[]) {
  return rows.map(([sold, target], index) => ({
    period: `2026-${String(first + index).padStart(2, '0')}`,
    ...(typeof sold === 'number' ? { sales: sold } : { lines: sold }),
    ...(target !== undefined && { target }),
  })) as SettlementPeriodInput[]
}

const order = (id: string, amount: number) => ({ id, amount })
const refund = (id: string, of: string, amount: number) => ({ id, amount: -amount, refundOf: of })

function settle(
  periods: readonly SettlementPeriodInput[],
  plan = planWith(),
  more: Partial<SettlementInput> = {},
) {
  return settleCommission({ payee: 'E-7', periods, ...more }, plan)
}

const earned = ({ periods }: Settlement) => periods.map((period) => Number(period.earned))

const refusalOf = (run: () => unknown) => {
  const outcome = attempt(run)
  return outcome.ok ? null : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('a period without sales and without a target', () => {
  it.each<[string, Change]>([
    ['a gate', gate],
    ['a gate above which alone counts', { gate: { attainment: '1', counts: 'above-target' } }],
    ['a whole-amount accelerator', doubled('whole-amount')],
    ['a marginal accelerator', doubled('marginal')],
    ['tiers by attainment', byAttainment],
  ])('earns nothing alone behind %s, and the others are as they were', (_, change) => {
    const rows = [[10_000, 10_000], [0], [12_000, 10_000]] as const
    const [january, , march] = earned(settle(months(1, rows), planWith(change)))
    const without = (row: (typeof rows)[number]) =>
      earned(settle(months(1, [row]), planWith(change)))
    expect([january]).toEqual(without(rows[0]))
    expect([march]).toEqual(without(rows[2]))
    expect(earned(settle(months(1, rows), planWith(change)))[1]).toBe(0)
  })

  it('says that its gate is shut, and nothing of how far it is', () => {
    const [statement] = settle(months(1, [[0]]), planWith(gate)).periods.map((one) => one.statement)
    expect(statement).toMatchObject({
      amount: '0.00',
      target: null,
      attainment: null,
      gate: { outcome: 'unmet', attainment: '1', remaining: null, forgone: '0.00' },
      next: null,
    })
  })

  it('says what comes next where the plan looks at no target', () => {
    const [statement] = settle(
      months(1, [[0]]),
      planWith({
        scale: {
          mode: 'marginal',
          tiers: [
            { id: 'low', upTo: '1000', rate: '0.1' },
            { id: 'high', upTo: null, rate: '0.2' },
          ],
        },
      }),
    ).periods.map((one) => one.statement)
    expect(statement).toMatchObject({ target: null, next: { by: 'tier', remaining: '1000.00' } })
  })

  it('begins a year to date that has no target yet, and adds none to it', () => {
    const rows = [[0], [100_000, 100_000], [0], [300_000, 100_000]] as const
    const plan = planWith({ ...toDate, ...gate })
    expect(earned(settle(months(1, rows), plan))).toEqual([0, 10_000, 0, 30_000])
  })

  it('waits for the true-up of its year', () => {
    const payment = { accrual: 'year-to-date', trueUp: 'quarter' } as const
    const rows = [[0], [9_000, 10_000], [12_000, 10_000]] as const
    const plan = planWith({ payment, ...gate })
    // February alone is shut; March counts 21,000 on 20,000.
    expect(earned(settle(months(1, rows), plan))).toEqual([0, 0, 2_100])
  })

  it('before a change to a plan with a gate is no place', () => {
    const first = settle(months(1, [[0], [0]]), planWith(toDate))
    const next = planWith({ ...toDate, ...gate })
    for (const planChange of ['continue', 'restart', 'from-start-of-year'] as const) {
      const opening = throughJson(first.closing)
      const later = months(3, [[10_000, 10_000]])
      expect(earned(settle(later, next, { opening, planChange }))).toEqual([1_000])
    }
  })

  it.each<[string, Change, number]>([
    ['a gate: what it takes back is behind it', gate, 0],
    ['a whole-amount accelerator: at its first step', doubled('whole-amount'), -3_000],
    ['a marginal accelerator: at its first step', doubled('marginal'), -3_000],
    ['tiers by attainment: in the first', byAttainment, -3_000],
  ])('may have refunds, alone behind %s', (_, change, taken) => {
    const rows = [[[order('a', 30_000)], 30_000], [[refund('r', 'a', 30_000)]]] as const
    const [, february] = earned(settle(months(1, rows), planWith(change)))
    expect(february).toBe(taken)
  })

  it('may have refunds in a year to date, which its target does not know', () => {
    const rows = [[[order('a', 30_000)], 10_000], [[refund('r', 'a', 10_000)]]] as const
    const plan = planWith({ ...toDate, ...gate })
    expect(earned(settle(months(1, rows), plan))).toEqual([3_000, -1_000])
  })

  it('after the final one may have refunds', () => {
    const plan = planWith({ ...toDate, ...gate })
    const opening = settle(months(1, [[[order('a', 30_000)], 10_000]]), plan, {
      final: true,
    }).closing
    const later = months(2, [[[refund('r', 'a', 10_000)]]])
    expect(earned(settle(later, plan, { opening: throughJson(opening) }))).toEqual([-1_000])
  })

  it('takes back what a mirrored refund says, whatever the gate', () => {
    const rows = [[[order('a', 30_000)], 30_000], [[refund('r', 'a', 30_000)]]] as const
    const plan = planWith({ refunds: 'mirror', ...gate })
    expect(earned(settle(months(1, rows), plan))).toEqual([3_000, -3_000])
  })

  it('shows no figure that nobody gave', () => {
    const rows = [[[order('a', 30_000)], 30_000], [[refund('r', 'a', 30_000)]]] as const
    for (const change of [gate, doubled('whole-amount'), doubled('marginal'), byAttainment])
      expect(JSON.stringify(settle(months(1, rows), planWith(change)))).not.toMatch(/0{20}/)
  })

  it('is refused where it has sales, however few', () => {
    expect(refusalOf(() => settle(months(1, [[1]]), planWith(gate)))).toEqual([
      ['TARGET_MISSING', 'periods.0.target'],
    ])
    const lines = [order('a', 1), { id: 'b', amount: -1 }]
    expect(refusalOf(() => settle(months(1, [[lines]]), planWith(gate)))).toEqual([
      ['TARGET_MISSING', 'periods.0.target'],
    ])
  })

  it('is refused where the year sold before it without a target', () => {
    const first = settle(months(1, [[100]]), planWith(toDate))
    const next = planWith({ ...toDate, ...gate })
    const opening = throughJson(first.closing)
    expect(refusalOf(() => settle(months(2, [[0]]), next, { opening }))).toEqual([
      ['TARGET_MISSING', 'periods.0.target'],
    ])
  })
})

describe('a period without sales, in one statement', () => {
  const plan = planWith({ ...toDate, ...gate })
  const february = { payee: 'E-7', period: '2026-02', sales: '0' }

  it('counts the target of what the year has sold before', () => {
    const yearToDate = { sales: '200', earned: '20', target: '100' }
    expect(calculateCommission({ ...february, yearToDate }, plan)).toMatchObject({
      amount: '0.00',
      target: '100.00',
      attainment: '2',
    })
    const [period] = months(2, [[0]])
    expect(earned(settle([{ ...period, yearToDate } as never], plan))).toEqual([0])
  })

  it('needs a target where it sold something, and where nobody gave any', () => {
    const yearToDate = { sales: '200', earned: '20', target: '100' }
    const sold = { ...february, sales: '1', yearToDate }
    expect(refusalOf(() => calculateCommission(sold, plan))).toEqual([['TARGET_MISSING', 'target']])
    expect(refusalOf(() => calculateCommission({ sales: '0' }, planWith(gate)))).toEqual([
      ['TARGET_MISSING', 'target'],
    ])
  })

  it('is restated without a target', () => {
    const byMonth = planWith(gate)
    const was = { payee: 'E-7', period: '2026-01', sales: '100', target: '100' }
    const paid = [calculateCommission(was, byMonth)]
    const now: CommissionInput[] = [{ payee: 'E-7', period: '2026-01', sales: '0' }]
    const { corrections, statements } = restateCommission({ paid, now }, byMonth)
    expect(corrections).toMatchObject([{ amount: '-10.00' }])
    expect(statements).toMatchObject([{ target: null, gate: { outcome: 'unmet' } }])
    const first = settle(months(1, [[100, 100]]), byMonth)
    const later = months(2, [[0]]).map((one) => ({ ...one, adjustments: corrections }))
    const again = settle(later as never, byMonth, { opening: throughJson(first.closing) })
    expect(again.adjusted).toBe('-10.00')
  })
})

import {
  type CommissionCorrection,
  type CommissionPlanInput,
  defineCommissionPlan,
  type RestatementInput,
  restateCommission,
  type Settlement,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Plan = ReturnType<typeof defineCommissionPlan>

const toDate = { accrual: 'year-to-date' } as const

function planWith(payment: Payment, change: Partial<CommissionPlanInput> = {}): Plan {
  return defineCommissionPlan({ currency: 'EUR', scale: scaleTo(['0.05']), payment, ...change })
}

/** A rate for all, or one up to an amount and another above it. */
function scaleTo([first, upTo, above]: readonly [string, string?, string?]) {
  const tiers =
    upTo === undefined || above === undefined
      ? [{ id: 'all', upTo: null, rate: first }]
      : [
          { id: 'first', upTo, rate: first },
          { id: 'above', upTo: null, rate: above },
        ]
  return { mode: 'marginal' as const, tiers: tiers as never }
}

/** Months of 2026 from January on. */
function months(sales: readonly string[], facts: object = {}, first = 1): SettlementPeriodInput[] {
  return sales.map((figure, index) => ({
    period: `2026-${String(first + index).padStart(2, '0')}`,
    sales: figure,
    ...facts,
  }))
}

function settle(
  periods: readonly SettlementPeriodInput[],
  plan: Plan,
  before?: Settlement,
  more: Partial<SettlementInput> = {},
): Settlement {
  const opening = before && { opening: throughJson(before.closing) }
  return settleCommission({ payee: 'Li', periods, ...opening, ...more }, plan)
}

/** What `restateCommission` says of months that were settled. */
function restate(
  { periods }: Pick<Settlement, 'periods'>,
  now: readonly object[],
  plan: Plan,
  more: Partial<RestatementInput> = {},
): readonly CommissionCorrection[] {
  const paid = periods.map(({ statement, period }) => ({ ...statement, period }))
  const inputs = now.map((one) => ({ payee: 'Li', ...one })) as unknown as RestatementInput['now']
  return restateCommission({ paid, now: inputs, ...more }, plan).corrections
}

const earned = ({ periods }: Settlement) => periods.map((period) => Number(period.earned))
const adjusted = ({ periods }: Settlement) => periods.map((period) => Number(period.adjusted))

describe('a correction that changes neither the amount nor what was earned', () => {
  it('is given where it moves the gate of later months: 15,000 of 30,000 opens it', () => {
    const plan = planWith(toDate, { gate: { attainment: '0.5' } })
    const target = { target: '10000' }
    const first = settle(months(['0'], target), plan)
    const given = restate(first, [{ period: '2026-01', sales: '500', ...target }], plan)
    expect(given).toMatchObject([
      { amount: '0.00', earned: '0.00', reasons: [{ field: 'sales', was: '0.00', is: '500.00' }] },
    ])
    const february = months(['0'], { ...target, adjustments: given }, 2)
    const march = months(['14500'], target, 3)
    expect(earned(settle([...february, ...march] as never, plan, first))).toEqual([0, 750])
  })

  it('is given where another plan makes more of it: 1,000 that the first had capped', () => {
    const capped = planWith({}, { cap: { amount: '500' } })
    const first = settle(months(['10000']), capped)
    const given = restate(first, [{ period: '2026-01', sales: '20000' }], capped)
    expect(given).toMatchObject([{ amount: '0.00', earned: '500.00' }])
    const february = months(['0'], { adjustments: given }, 2)
    const next = settle(february, planWith({}), first, { planChange: 'from-start-of-year' })
    expect(earned(next)).toEqual([500])
  })

  it('is given for each month that counts one which is', () => {
    const plan = planWith(toDate)
    const first = settle(months(['0', '0', '1000']), plan)
    const before = { sales: '0', earned: '0' }
    const now = [
      { period: '2026-02', sales: '500', yearToDate: before },
      { period: '2026-03', sales: '1000', yearToDate: { sales: '500', earned: '25' } },
    ]
    const given = restate(first, now, plan)
    expect(given.map(({ period, earned: is }) => [period, is])).toEqual([
      ['2026-02', '25.00'],
      ['2026-03', '50.00'],
    ])
    const april = months(['0'], { adjustments: given }, 4)
    const next = settle(april, planWith({}, { id: 'next' }), first, { planChange: 'continue' })
    expect(adjusted(next)).toEqual([25])
  })

  it('is given once: what it says of the facts is known then', () => {
    const plan = planWith(toDate, { gate: { attainment: '0.5' } })
    const first = settle(months(['0'], { target: '10000' }), plan)
    const now = (sales: string) => [{ period: '2026-01', sales, target: '10000' }]
    const one = restate(first, now('500'), plan)
    expect(restate(first, now('500'), plan, { corrected: one })).toEqual([])
    const two = restate(first, now('600'), plan, { corrected: throughJson(one) })
    expect(two).toHaveLength(1)
    expect(restate(first, now('600'), plan, { corrected: [...one, ...two] })).toEqual([])
    expect(restate(first, now('500'), plan, { corrected: [...one, ...two] })).toHaveLength(1)
  })

  it('is given of lines, which a statement does not say: what was collected is of another', () => {
    const plan = planWith({ on: 'collected' })
    const line = (id: string, amount: string) => ({ id, amount })
    const january = { period: '2026-01', lines: [line('O-1', '1000'), line('O-2', '1000')] }
    const collected = [{ line: 'O-1', period: '2026-01', amount: '500' }]
    const first = settle([january], plan, undefined, { collected })
    expect(earned(first)).toEqual([25])
    const really = { period: '2026-01', lines: [line('O-1', '500'), line('O-2', '1500')] }
    const given = restate(first, [really], plan)
    expect(given).toMatchObject([{ amount: '0.00' }])
    const february = { period: '2026-02', lines: [], adjustments: given }
    const more = [{ line: 'O-2', period: '2026-02', amount: '1500' }]
    const next = settle([february], plan, first, { collected: more })
    // All of 2,000 is in: 25 and 75.
    expect([earned(next), adjusted(next)]).toEqual([[75], [0]])
    expect(restate(first, [really], plan, { corrected: throughJson(given) })).toEqual([])
  })

  it('is none of a plan without payment, by which nothing is settled', () => {
    const { payment: _, ...others } = throughJson(planWith({}, { gate: { attainment: '1' } }))
    const plan = defineCommissionPlan(others as never)
    const now = { payee: 'Li', period: '2026-01', sales: '500', target: '10000' }
    expect(restateCommission({ paid: [], now: [now] }, plan).corrections).toHaveLength(1)
    const paid = restateCommission({ paid: [], now: [now] }, plan).statements
    const really = [{ ...now, sales: '600' }]
    expect(restateCommission({ paid, now: really }, plan).corrections).toEqual([])
  })
})

describe('what a correction says is owed before a true-up', () => {
  const plan = planWith(
    { ...toDate, trueUp: 'year' },
    { scale: scaleTo(['0.05', '5000', '0.035']) },
  )

  it('is what the year so far would have earned beyond it', () => {
    const first = settle(months(['0', '500', '1000']), plan)
    const now = [
      { period: '2026-01', sales: '5000' },
      { period: '2026-02', sales: '500', yearToDate: { sales: '5000', earned: '250' } },
    ]
    const [january, february] = restate(first, now, plan)
    expect(january).toMatchObject({ amount: '250.00', owed: '0.00', alsoRestate: ['2026-03'] })
    // 250 + 500 × 3.5% − 250 − 500 × 5%.
    expect(february).toMatchObject({
      amount: '0.00',
      earned: '25.00',
      owed: '-7.50',
      reasons: [{ field: 'earlier-period', was: null, is: '25.00' }],
    })
  })

  it('is nothing where nothing waits', () => {
    const monthly = planWith(toDate)
    const first = settle(months(['0']), monthly)
    const [january] = restate(first, [{ period: '2026-01', sales: '1' }], monthly)
    expect(january).not.toHaveProperty('owed')
  })
})

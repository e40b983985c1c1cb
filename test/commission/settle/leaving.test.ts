import {
  attempt,
  type CommissionPlanInput,
  defineCommissionPlan,
  type LineProgress,
  restateCommission,
  type Settlement,
  type SettlementBalance,
  type SettlementInput,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

type Payment = NonNullable<CommissionPlanInput['payment']>
type Plan = ReturnType<typeof planWith>

/** 10% in euros, unless told. */
function planWith(payment: Payment = {}, change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    payment,
    ...change,
  })
}

const rising: Partial<CommissionPlanInput> = {
  scale: {
    mode: 'marginal',
    tiers: [
      { id: 'low', upTo: '1000000', rate: '0.03' },
      { id: 'high', upTo: null, rate: '0.04' },
    ],
  },
}

type Sold = number | readonly object[]

function month(number: number, sold: Sold, more: object = {}): SettlementPeriodInput {
  const period = `2026-${String(number).padStart(2, '0')}`
  return {
    period,
    ...(typeof sold === 'number' ? { sales: sold } : { lines: sold }),
    ...more,
  } as never
}

/** Months of 2026 from a first one on. */
const months = (first: number, sold: readonly Sold[]) =>
  sold.map((one, index) => month(first + index, one))

const order = (amount: number, id = 'O-1') => ({ id, amount })
/** A refund of an order of 1,000 that earned 100. */
const refund = (amount: number, id = 'R-1', of = 'O-1') => ({
  id,
  amount: -amount,
  refundOf: { id: of, amount: 1_000, commission: 100 },
})
const came = (number: number, amount: number, line = 'O-1'): LineProgress => ({
  line,
  period: `2026-${String(number).padStart(2, '0')}`,
  amount,
})

function settle(
  periods: readonly SettlementPeriodInput[],
  plan: Plan,
  more: Partial<SettlementInput> = {},
): Settlement {
  return settleCommission({ payee: 'E-7', periods, ...more }, plan)
}

/** Settles the months up to the final one, and each month after it on its own. */
function settleLeaver(
  [working, after]: readonly [readonly Sold[], readonly Sold[]],
  plan: Plan,
  collected: readonly LineProgress[] = [],
): Settlement[] {
  const isBooked = plan.payment?.on === 'booked'
  const cashIn = (periods: readonly SettlementPeriodInput[]) =>
    isBooked
      ? {}
      : {
          collected: collected.filter(({ period }) => periods.some((one) => one.period === period)),
        }
  const first = months(1, working)
  const settlements = [settle(first, plan, { final: true, ...cashIn(first) })]
  for (const period of months(1 + working.length, after)) {
    const opening = throughJson(settlements.at(-1)?.closing) as SettlementBalance
    settlements.push(settle([period], plan, { opening, ...cashIn([period]) }))
  }
  return settlements
}

const periodsOf = (settlements: readonly Settlement[]) =>
  settlements.flatMap(({ periods }) => periods)
const paid = (settlements: readonly Settlement[]) =>
  periodsOf(settlements).map((period) => Number(period.paid))
const earned = (settlements: readonly Settlement[]) =>
  periodsOf(settlements).map((period) => Number(period.earned))
const carried = (settlements: readonly Settlement[]) => Number(settlements.at(-1)?.closing.carried)

describe('in the final period', () => {
  const least = planWith({ minimumPayout: '100' })

  it('less than the minimum is paid, too, and what is below 0 is carried', () => {
    expect(paid([settle(months(1, [500]), least)])).toEqual([0])
    expect(paid(settleLeaver([[500], []], least))).toEqual([50])
    expect(paid(settleLeaver([[500, 300], []], least))).toEqual([0, 80])
    const behind = settleLeaver([[-500], []], least)
    expect([paid(behind), carried(behind)]).toEqual([[0], -50])
  })

  it('and after it, so that what comes in later does not wait for ever', () => {
    const plan = planWith({ on: 'collected', minimumPayout: '100' })
    const settlements = settleLeaver([[[order(1_000)]], [[], []]], plan, [
      came(2, 400),
      came(3, 600),
    ])
    expect(paid(settlements)).toEqual([0, 40, 60])
  })

  it('a guarantee is paid, and not after it', () => {
    const plan = planWith({ draw: { amount: '500', kind: 'non-recoverable' } })
    expect(paid(settleLeaver([[0], [0]], plan))).toEqual([500, 0])
  })

  it('an advance is paid, and after it none: all that comes then recovers', () => {
    const draw = {
      amount: '600',
      kind: 'recoverable',
      recoverFrom: 'above-draw',
      recoverAfter: 12,
      recoverAtMost: '0.5',
    } as const
    const plan = planWith({ on: 'collected', draw })
    const sold = [[[order(10_000)]], [[], []]] as const
    const settlements = settleLeaver(sold, plan, [came(2, 4_000), came(3, 6_000)])
    expect(paid(settlements)).toEqual([600, 0, 400])
    expect(periodsOf(settlements).map(({ drawOwed }) => Number(drawOwed))).toEqual([600, 200, 0])
  })

  it('is said in the balance, from then on', () => {
    const settlements = settleLeaver([[1_000], [0]], planWith())
    expect(settlements.map(({ closing }) => closing.final)).toEqual([true, true])
    expect(settle(months(1, [1_000]), planWith()).closing).not.toHaveProperty('final')
    // Said again, it changes nothing.
    const opening = throughJson(settlements[0]?.closing) as SettlementBalance
    const again = settle(months(2, [0]), planWith(), { opening, final: true })
    expect(again.paid).toBe('0.00')
  })

  it('is known of a balance that was written by hand', () => {
    const plan = planWith({
      draw: { amount: '500', kind: 'non-recoverable' },
      minimumPayout: '100',
    })
    const opening = { held: [], carried: '40', draw: '0', final: true } as const
    expect(settle(months(1, [0]), plan, { opening }).paid).toBe('40.00')
    expect(
      attempt(() => settle([], plan, { opening: { ...opening, final: 'yes' } as never })),
    ).toMatchObject({
      issues: [{ path: ['opening', 'final'] }],
    })
  })
})

describe('after the final period', () => {
  it('sales are refused, by name: they belong to the period of then', () => {
    const opening = throughJson(settle(months(1, [1_000]), planWith(), { final: true }).closing)
    const refused = (sold: Sold) => {
      const outcome = attempt(() => settle(months(2, [0, sold]), planWith(), { opening }))
      return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
    }
    expect(refused(0.01)).toEqual([['POLICY_CONFLICT', 'periods.1.sales']])
    expect(refused([order(-1, 'A'), order(5, 'B'), order(0, 'C'), order(6, 'D')])).toEqual([
      ['POLICY_CONFLICT', 'periods.1.lines.1.amount'],
      ['POLICY_CONFLICT', 'periods.1.lines.3.amount'],
    ])
    expect(refused(-1)).toEqual([])
    expect(refused([])).toEqual([])
  })

  it('sales are refused in the next year as well, and in a correction', () => {
    const december = settle([{ period: '2025-12', sales: 1_000 }], planWith(), { final: true })
    const january = settle(months(1, [0]), planWith(), { opening: throughJson(december.closing) })
    const opening = throughJson(january.closing)
    const february = () => settle(months(2, [1]), planWith(), { opening })
    expect(attempt(february)).toMatchObject({ issues: [{ path: ['periods', 0, 'sales'] }] })
    const { corrections } = restateCommission(
      {
        paid: january.periods.map(({ statement }) => statement),
        now: [{ payee: 'E-7', period: '2026-01', sales: 100 }],
      },
      planWith(),
    )
    const corrected = () =>
      settle([month(2, 0, { adjustments: corrections })], planWith(), { opening })
    expect(attempt(corrected)).toMatchObject({
      issues: [
        {
          code: 'POLICY_CONFLICT',
          path: ['adjustments', 0, 'now', 'sales'],
        },
      ],
    })
  })

  it('a refund is taken back, and a correction paid or carried', () => {
    const back = settleLeaver([[[order(1_000)]], [[refund(1_000)]]], planWith())
    expect([paid(back), carried(back)]).toEqual([[100, 0], -100])
    const first = settle(months(1, [6_000]), planWith(), { final: true })
    const { corrections } = restateCommission(
      {
        paid: first.periods.map(({ statement }) => statement),
        now: [{ payee: 'E-7', period: '2026-01', sales: 5_000 }],
      },
      planWith(),
    )
    const february = settle([month(2, 0, { adjustments: corrections })], planWith(), {
      opening: throughJson(first.closing),
    })
    expect([paid([february]), carried([february])]).toEqual([[0], -100])
  })

  it('what was held back is released on its day, in full', () => {
    const plan = planWith({
      on: 'collected',
      afterLeaving: '0.5',
      holdback: { share: '0.5', releaseAfter: 2 },
    })
    // 300, half of it held; 200 of 400 in February, half of it held; released in March and April.
    const settlements = settleLeaver([[[order(7_000)]], [[], [], []]], plan, [
      came(1, 3_000),
      came(2, 4_000),
    ])
    expect(paid(settlements)).toEqual([150, 100, 150, 100])
  })

  it('nothing waits for a true-up: a refund is taken back to date', () => {
    const plan = planWith({ accrual: 'year-to-date', trueUp: 'year' }, rising)
    // 38,000 on 1,200,000; 27,000 on 900,000.
    expect(
      earned(
        settleLeaver(
          [
            [600_000, 600_000],
            [-300_000, 0],
          ],
          plan,
        ),
      ),
    ).toEqual([18_000, 20_000, -11_000, 0])
  })

  it('another plan goes on, from where the year is or from its start', () => {
    const toDate = { accrual: 'year-to-date', trueUp: 'year' } as const
    const first = settle(months(1, [600_000, 600_000]), planWith(toDate, rising), { final: true })
    const opening = throughJson(first.closing)
    const next = (rate: string) =>
      planWith(toDate, {
        id: 'next',
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] },
      })
    const pays = (planChange: 'continue' | 'restart' | 'from-start-of-year', sold = 0) =>
      earned([settle(months(3, [sold]), next('0.05'), { opening, planChange })])
    expect(pays('continue')).toEqual([0])
    expect(pays('restart', -100)).toEqual([-5])
    // 5% of 1,200,000, less 38,000.
    expect(pays('from-start-of-year')).toEqual([22_000])
  })

  it('a plan that pays what is booked pays all that is open', () => {
    const plan = planWith({ on: 'collected', afterLeaving: '0.5' })
    const [first] = settleLeaver([[[order(1_000)]], []], plan, [came(1, 300)])
    const opening = throughJson(first?.closing) as SettlementBalance
    expect(settle(months(2, [[]]), planWith(), { opening }).paid).toBe('70.00')
  })
})

describe('a share of what comes after leaving', () => {
  const half = planWith({ on: 'collected', afterLeaving: '0.5' })
  const one: readonly Sold[] = [[order(1_000)]]

  it.each<[string, readonly Sold[], LineProgress[], number[]]>([
    ['is paid of cash', [[]], [came(1, 300), came(2, 700)], [30, 35]],
    ['is rounded over all of it', [[], []], [came(2, 0.3), came(3, 999.7)], [0, 0.02, 49.98]],
    [
      'is what a bounced payment takes back',
      [[], []],
      [came(1, 300), came(2, 700), came(3, -700)],
      [30, 35, -35],
    ],
    [
      'is all, where a payment of before bounces',
      [[], []],
      [came(1, 300), came(2, -300), came(3, 1_000)],
      [30, -30, 65],
    ],
    ['is nothing of what a refund takes back unpaid', [[refund(700)]], [came(1, 300)], [30, 0]],
    [
      'is what a refund takes back, with what was paid before',
      [[], [refund(1_000)]],
      [came(1, 300), came(2, 400)],
      [30, 20, -50],
    ],
    [
      'is what a refund takes back first',
      [[], [refund(500)]],
      [came(1, 300), came(2, 700)],
      [30, 35, -25],
    ],
    [
      'is not looked at in a refund of what was paid before',
      [[refund(1_000)]],
      [came(1, 1_000)],
      [100, -100],
    ],
    [
      'is paid of what comes after a refund',
      [[refund(500)], []],
      [came(1, 300), came(3, 200)],
      [30, 0, 10],
    ],
  ])('%s', (_, after, cash, expected) => {
    const settlements = settleLeaver([one, after], half, cash)
    expect(earned(settlements)).toEqual(expected)
  })

  it('is that of each line', () => {
    const sold = [[order(1_000), order(1_000, 'O-2')]]
    const cash = [came(1, 1_000), came(2, 700, 'O-2')]
    expect(earned(settleLeaver([sold, [[refund(1_000)]]], half, cash))).toEqual([100, 35 - 100])
  })

  it('is all where the plan does not say, and nothing where it says 0', () => {
    const cash = [came(1, 300), came(2, 700)]
    const pays = (payment: Payment) => earned(settleLeaver([one, [[]]], planWith(payment), cash))
    expect(pays({ on: 'collected' })).toEqual([30, 70])
    expect(pays({ on: 'collected', afterLeaving: '0' })).toEqual([30, 0])
    expect(pays({ on: 'collected', afterLeaving: '1' })).toEqual([30, 70])
  })

  it('is kept over the turn of the year', () => {
    const december = settle([{ period: '2025-12', lines: [order(1_000)] } as never], half, {
      final: true,
      collected: [{ line: 'O-1', period: '2025-12', amount: 300 }],
    })
    const january = settle(months(1, [[]]), half, {
      opening: throughJson(december.closing),
      collected: [came(1, 700)],
    })
    const february = settle(months(2, [[]]), half, {
      opening: throughJson(january.closing),
      collected: [came(2, -700)],
    })
    expect(earned([december, january, february])).toEqual([30, 35, -35])
  })

  it('is that of the right order after a correction, as in a clean run', () => {
    const first = settle(months(1, [[order(1_000)]]), half, {
      final: true,
      collected: [came(1, 300)],
    })
    const february = settle(months(2, [[]]), half, {
      opening: throughJson(first.closing),
      collected: [came(2, 200)],
    })
    const { corrections } = restateCommission(
      {
        paid: first.periods.map(({ statement }) => statement),
        now: [{ payee: 'E-7', period: '2026-01', lines: [order(800)] }],
      },
      half,
    )
    const march = settle([month(3, [], { adjustments: corrections })], half, {
      opening: throughJson(february.closing),
      collected: [came(3, 300)],
    })
    // 30 of the 80 before, and half of the rest.
    expect(Number(first.paid) + Number(february.paid) + Number(march.paid)).toBe(55)
    const clean = settleLeaver([[[order(800)]], [[], []]], half, [
      came(1, 300),
      came(2, 200),
      came(3, 300),
    ])
    expect(paid(clean)).toEqual([30, 10, 15])
  })

  it('is refused where what is booked is paid at once', () => {
    const outcome = attempt(() => planWith({ afterLeaving: '0.5' }))
    expect(outcome).toMatchObject({
      issues: [{ code: 'POLICY_CONFLICT', path: ['payment', 'afterLeaving'] }],
    })
  })
})

import {
  attempt,
  type CommissionLine,
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
type Change = Partial<CommissionPlanInput>

/** 10% in euros, unless told. */
function planWith(change: Change = {}, payment: Payment = {}) {
  return defineCommissionPlan({ currency: 'EUR', scale: flat('0.1'), payment, ...change })
}

function flat(rate: string) {
  return tiers([null, rate])
}

function tiers(...list: readonly (readonly [upTo: string | null, rate: string])[]) {
  const rows = list.map(([upTo, rate], index) => ({ id: `t-${index}`, upTo, rate }))
  return { mode: 'marginal' as const, tiers: rows as never }
}

const to10 = tiers(['10000', '0.05'], [null, '0.1'])
const mirror = { refunds: 'mirror' } as const
const toDate = { accrual: 'year-to-date' } as const

function sale(id: string, amount: number, more: Partial<CommissionLine> = {}): CommissionLine {
  return { id, amount, ...more }
}

function back(
  amount: number,
  refundOf: CommissionLine['refundOf'] = 'O-1',
  more: Partial<CommissionLine> = {},
): CommissionLine {
  return { id: 'R-1', amount: -amount, ...(refundOf && { refundOf }), ...more }
}

type Lines = readonly CommissionLine[]

/** Months of 2026 from January on. */
function months(
  list: readonly Lines[],
  facts: Partial<SettlementPeriodInput> = {},
  first = 1,
): SettlementPeriodInput[] {
  return list.map((lines, index) => ({ ...facts, period: month(first + index), lines })) as never
}

function month(position: number): string {
  const year = 2026 + Math.floor((position - 1) / 12)
  return `${year}-${String(((position - 1) % 12) + 1).padStart(2, '0')}`
}

type Plan = ReturnType<typeof planWith>

function settle(
  periods: readonly SettlementPeriodInput[],
  plan: Plan = planWith(),
  more: Partial<SettlementInput> = {},
) {
  return settleCommission({ payee: 'Li', periods, ...more }, plan)
}

/** Each period in a run of its own, through an archive. */
function settleEach(
  periods: readonly SettlementPeriodInput[],
  plan: Plan = planWith(),
  more: Partial<SettlementInput> = {},
) {
  const settlements: Settlement[] = []
  for (const period of periods) {
    const before = settlements.at(-1)
    const opening = before && { opening: throughJson(before.closing) }
    settlements.push(settle([period], plan, { ...more, ...opening }))
  }
  const all = settlements.flatMap((one) => one.periods)
  const closing = settlements.at(-1)?.closing as Settlement['closing']
  return { periods: all, closing, notCounted: settlements.flatMap((one) => one.notCounted) }
}

type Settled = Pick<Settlement, 'periods' | 'closing' | 'notCounted'>
const earned = ({ periods }: Settled) => periods.map((period) => Number(period.earned))
const paid = ({ periods }: Settled) => periods.map((period) => Number(period.paid))
const carried = ({ closing }: Settled) => Number(closing.carried)
const codes = ({ notCounted }: Settled) => notCounted.map(({ line, issue }) => [line, issue.code])

const gate = { gate: { attainment: '1' } } as const
const doubled = {
  accelerator: {
    mode: 'whole-amount',
    steps: [
      { id: 'below', upTo: '1', multiplier: '1' },
      { id: 'from', upTo: null, multiplier: '2' },
    ],
  },
} as const

describe('a refund that names a line of an earlier period by its id', () => {
  it.each<[what: string, change: Change, list: readonly Lines[], expected: readonly number[]]>([
    [
      'lowers the sales it comes with',
      {},
      [[sale('O-1', 10_000)], [sale('O-2', 4_000), back(10_000)]],
      [1_000, -600],
    ],
    [
      'takes back what the line earned where refunds mirror, whatever tier is reached now',
      { ...mirror, scale: to10 },
      [
        [sale('O-1', 10_000), sale('O-2', 4_000)],
        [sale('O-3', 12_000), back(10_000)],
      ],
      [900, 200],
    ],
    [
      'is not bounded by the cap of its period, net',
      { cap: { amount: '500' } },
      [[sale('O-1', 12_000)], [back(12_000)]],
      [500, -1_200],
    ],
    [
      'takes back what the cap of the period has left, mirrored',
      { ...mirror, cap: { amount: '500' } },
      [[sale('O-1', 12_000)], [back(12_000)]],
      [500, -500],
    ],
    [
      'takes back what the cap of the year had not paid first',
      { ...mirror, cap: { year: '900' } },
      [[sale('O-1', 12_000)], [back(2_000)], [back(4_000, 'O-1', { id: 'R-2' })]],
      [900, 0, -300],
    ],
    [
      'counts as its line did, by the rate rule of its product',
      {
        rates: [{ id: 'svc', when: { product: 'svc' }, scale: flat('0.06') }],
      } as Change,
      [[sale('O-1', 1_000, { product: 'svc' })], [back(500)]],
      [60, -30],
    ],
    [
      'takes its part of the margin, whatever it says of costs',
      { base: 'margin' } as Change,
      [[sale('O-1', 1_000, { cost: 600 })], [back(500, 'O-1', { cost: 0 })]],
      [40, -20],
    ],
  ])('%s', (_, change, list, expected) => {
    const plan = planWith(change)
    expect(earned(settle(months(list), plan))).toEqual(expected)
    expect(earned(settleEach(months(list), plan))).toEqual(expected)
    expect(codes(settle(months(list), plan))).toEqual([])
  })

  it('is carried where it leaves less than nothing', () => {
    const list = [[sale('O-1', 10_000)], [sale('O-2', 4_000), back(10_000)]]
    const settled = settleEach(months(list))
    expect([paid(settled), carried(settled)]).toEqual([[1_000, 0], -600])
  })

  it.each<[what: string, change: Change, expected: number]>([
    ['shuts a gate where it is net', gate, 0],
    ['leaves the gate alone where it mirrors', { ...gate, ...mirror }, 900],
    ['falls below the step of an accelerator where it is net', doubled, 900],
    ['leaves the accelerator alone where it mirrors', { ...doubled, ...mirror }, 2_000],
  ])('%s', (_, change, expected) => {
    const january = { period: '2026-01', target: 2_001, lines: [sale('O-1', 2_000)] }
    const february = {
      period: '2026-02',
      target: 10_000,
      lines: [sale('O-2', 11_000), back(2_000)],
    }
    // 2,000 earned 200 in January, also behind a gate.
    const target = change.gate ? 2_000 : january.target
    const settled = settleEach([{ ...january, target }, february], planWith(change))
    expect(earned(settled)).toEqual([200, expected])
  })

  it('takes back at once what was collected, and leaves nothing to collect', () => {
    const collected = [
      { line: 'O-1', period: '2026-01', amount: 300 },
      { line: 'O-1', period: '2026-03', amount: 1 },
    ]
    const plan = planWith({}, { on: 'collected' })
    const settled = settle(months([[sale('O-1', 1_000)], [back(700)], []]), plan, { collected })
    expect(earned(settled)).toEqual([30, 0, 0])
    expect(codes(settled)).toEqual([['O-1', 'PAID_TOO_MUCH']])
  })

  it.each<[string, Change, number]>([
    ['takes back at the rate of now where it is net', {}, -50],
    ['takes back what its own plan paid where it mirrors', mirror, -30],
  ])('%s', (_, refunds, expected) => {
    for (const payment of [{}, toDate]) {
      const june = settle(
        months([[sale('O-1', 1_000)]], {}, 6),
        planWith({ scale: flat('0.03') }, payment),
      )
      const plan = planWith({ scale: flat('0.05'), ...refunds }, payment)
      const opening = throughJson(june.closing)
      expect(earned(settle(months([[back(1_000)]], {}, 7), plan, { opening }))).toEqual([expected])
    }
  })

  it('takes back what its stretch earned after an uplift came, and what it earned as the year went on', () => {
    // 14,000 earned 900: O-1 500, O-2 300 and 100. Then 0.5 points more: O-3 at 10.5%.
    const list = [[sale('O-1', 10_000)], [sale('O-2', 4_000)], [sale('O-3', 1_000), back(5_000)]]
    const periods = months(list).map((period, index) => ({
      ...period,
      ...(index === 2 && { coefficientUplift: '0.005' }),
    }))
    const plan = planWith({ ...mirror, scale: to10 }, toDate)
    expect(earned(settleEach(periods, plan))).toEqual([500, 400, 105 - 250])
  })

  it('is of a line that has earned more as its stretch went on', () => {
    const whole = {
      scale: {
        mode: 'whole-amount' as const,
        tiers: [
          { id: 'low', upTo: '10000', rate: '0.05' },
          { id: 'high', upTo: null, rate: '0.1' },
        ] as const,
      },
    }
    const quarters = { accrual: 'quarter-to-date' } as const
    const plan = planWith({ ...mirror, ...whole, attribution: 'pro-rata' }, quarters)
    // O-1 had 400 in January, and 800 once the quarter reached 10%.
    const list = [[sale('O-1', 8_000)], [sale('O-2', 4_000)], [], [back(8_000)]]
    expect(earned(settleEach(months(list), plan))).toEqual([400, 800, 0, -800])
  })

  it.each<[string, Change]>([
    ['net', {}],
    ['mirrored', mirror],
  ])('is worth what its line was on its own day, %s', (_, refunds) => {
    const plan = planWith({ ...refunds, exchange: { on: 'order-date' } })
    const dollars = (id: string, amount: number, date: string) =>
      ({ id, amount, currency: 'USD', date }) as const
    const rate = (from: string, value: string) => [{ currency: 'USD', from, rate: value }]
    const periods: SettlementPeriodInput[] = [
      {
        period: '2026-01',
        lines: [dollars('O-1', 1_000, '2026-01-10')],
        exchangeRates: rate('2026-01-01', '0.9'),
      },
      {
        period: '2026-03',
        lines: [{ ...dollars('R-1', -1_000, '2026-03-10'), refundOf: 'O-1' }],
        exchangeRates: rate('2026-03-01', '1.0'),
      },
    ]
    const [january, march] = periods as [SettlementPeriodInput, SettlementPeriodInput]
    const list = [january, { period: '2026-02', lines: [] }, march]
    expect(earned(settleEach(list, plan))).toEqual([90, 0, -90])
    const euros: SettlementPeriodInput = {
      period: '2026-03',
      lines: [back(900, 'O-1', { date: '2026-03-10' })],
    }
    const other = settleEach([january, { period: '2026-02', lines: [] }, euros], plan)
    expect(codes(other)).toEqual([['R-1', 'CURRENCY_MIXED']])
  })

  it('counts in the year in which it comes', () => {
    const list = [[sale('O-1', 1_000)], [back(400)]]
    for (const payment of [{}, toDate])
      for (const refunds of ['net', 'mirror'] as const)
        expect(earned(settleEach(months(list, {}, 12), planWith({ refunds }, payment)))).toEqual([
          100, -40,
        ])
  })

  it('counts before the year is trued up, and is not taken back twice by it', () => {
    const quarterly = { accrual: 'year-to-date', trueUp: 'quarter' } as const
    const plan = planWith({ ...mirror, scale: to10 }, quarterly)
    // Alone 500 and 300 − 250. To date 14,000 earn 900, and O-1 gives back half of its 500.
    const list = [[sale('O-1', 10_000)], [sale('O-2', 6_000), back(5_000)], []]
    expect(earned(settleEach(months(list), plan))).toEqual([500, 50, 300])
  })

  it('takes no more than the line, in however many runs and however it is named', () => {
    const second = back(600, 'O-1', { id: 'R-2' })
    const third = back(400, { id: 'O-1', amount: 1_000, commission: 100 }, { id: 'R-3' })
    const last = back(1, { id: 'O-1', amount: 1_000, commission: 100 }, { id: 'R-4' })
    for (const refunds of ['net', 'mirror'] as const) {
      const list = [[sale('O-1', 1_000)], [back(600)], [second], [third], [last]]
      const settled = settleEach(months(list), planWith({ refunds }))
      expect(earned(settled)).toEqual([100, -60, 0, -40, 0])
      expect(codes(settled)).toEqual([
        ['R-2', 'REFUND_TOO_LARGE'],
        ['R-4', 'REFUND_TOO_LARGE'],
      ])
    }
  })

  it('is set aside where the account does not have the line, or the line did not count', () => {
    const plan = planWith({ ...mirror, eligibility: { statuses: ['won'] } })
    const list = [[sale('O-1', 1_000)], [back(500), back(1, 'O-9', { id: 'R-9' })]]
    const settled = settleEach(months(list), plan)
    expect(codes(settled).slice(1)).toEqual([
      ['R-1', 'REFUND_UNKNOWN'],
      ['R-9', 'REFUND_UNKNOWN'],
    ])
  })
})

describe('a refund that names a line of the account in full', () => {
  const stated = { id: 'O-1', amount: 2_000, commission: 20, refundedBefore: 1_900 }
  const to1 = tiers(['1000', '0.05'], [null, '0.1'])
  const behindGate = { gate: { attainment: '0.4' } } as const

  it.each<[what: string, change: Change, payment: Payment, expected: readonly number[]]>([
    ['takes back what that has earned, whatever it says', mirror, {}, [100, -50]],
    ['lowers the sales, whatever it says', {}, {}, [100, -50]],
    ['of the same stretch takes back what the stretch pays for it', mirror, toDate, [100, -50]],
    [
      'counts by the rate rule of its product',
      { rates: [{ id: 'svc', when: { product: 'svc' }, scale: flat('0.06') }] } as Change,
      {},
      [60, -30],
    ],
    ['leaves tiers to their order', { ...mirror, scale: to1 }, toDate, [50, -25]],
    [
      'of the same stretch counts against the target',
      { ...mirror, ...behindGate },
      toDate,
      [100, -100],
    ],
  ])('%s', (_, change, payment, expected) => {
    const plan = planWith(change, payment)
    for (const refundOf of ['O-1', stated]) {
      const list = [[sale('O-1', 1_000, { product: 'svc' })], [back(500, refundOf)]]
      const periods = months(list, change.gate ? { target: 1_000 } : {})
      expect(earned(settle(periods, plan))).toEqual(expected)
      expect(earned(settleEach(periods, plan))).toEqual(expected)
      expect(codes(settle(periods, plan))).toEqual([])
    }
  })

  it('is set aside where it takes back more than is left of it, whatever it says', () => {
    const list = [[sale('O-1', 1_000)], [back(1_001, stated)]]
    const settled = settleEach(months(list), planWith(mirror))
    expect([earned(settled), codes(settled)]).toEqual([[100, 0], [['R-1', 'REFUND_TOO_LARGE']]])
  })

  it('takes back what a new plan pays for the line, where that computes the year from its start', () => {
    // Behind its gate 3,000 earned nothing, and the correction says so of the 3,500 that they really were.
    const dollars = { currency: 'USD', date: '2026-01-10' }
    const january = (amount: number): SettlementPeriodInput => ({
      period: '2026-01',
      target: 10_000,
      lines: [sale('O-1', amount, dollars)],
      exchangeRates: [{ currency: 'USD', from: '2026-01-01', to: '2026-01-31', rate: '0.9' }],
    })
    const february = (refundOf: CommissionLine['refundOf']): SettlementPeriodInput => ({
      period: '2026-02',
      target: 10_000,
      lines: [back(2_500, refundOf, { currency: 'USD', date: '2026-02-10' })],
    })
    const exchange = { exchange: { on: 'order-date' } } as const
    const before = planWith({ ...mirror, ...gate, ...exchange, id: 'before' }, toDate)
    const after = planWith({ ...mirror, ...exchange, id: 'after', scale: flat('0.05') })
    const settled = settle([january(3_000), february('O-1')], before)
    const paid = settled.periods.map(({ statement, period }) => ({ ...statement, period }))
    const inFull = { id: 'O-1', amount: 3_500, commission: 0, rate: '0.9' }
    const yearToDate = { sales: 3_150, earned: 0, target: 10_000 }
    const now = [
      { payee: 'Li', ...january(3_500) },
      { payee: 'Li', ...february(inFull), yearToDate },
    ] as never
    const { corrections } = restateCommission({ paid, now }, before)
    const march = { period: '2026-03', lines: [], adjustments: corrections }
    const opening = throughJson(settled.closing)
    const changed = settle([march], after, {
      opening,
      earlierPlans: [before],
      planChange: 'from-start-of-year',
    })
    // 3,500 × 0.9 × 5% = 157.50, less 2,500 × 0.9 × 5% = 112.50.
    expect(changed.periods[0]?.earned).toBe('45.00')
  })
})

describe('refunds under two plans', () => {
  const rising = tiers(['10000', '0.1'], [null, '0.2'])
  const first = [[sale('O-1', 1_000)], [back(1_000)]]
  const third = (list: Lines) => ({ period: '2026-03', lines: list })

  it.each<[what: string, of: 'net' | 'mirror', then: 'net' | 'mirror', expected: number]>([
    // March sells 12,000: from 0 to 12,000, or from 1,000 to 13,000.
    ['that lowered the sales count so where they mirror now', 'net', 'mirror', 1_400],
    ['that mirrored lower no sales where they are net now', 'mirror', 'net', 1_500],
    ['that lowered the sales count so where they do now', 'net', 'net', 1_400],
    ['that mirrored lower no sales where they mirror now', 'mirror', 'mirror', 1_500],
  ])('%s', (_, of, then, expected) => {
    const before = planWith({ refunds: of, id: 'before' })
    const after = planWith({ refunds: then, id: 'after', scale: rising }, toDate)
    const settled = settle(months(first), before)
    expect(earned(settled)).toEqual([100, -100])
    const opening = throughJson(settled.closing)
    const march = (more: Partial<SettlementInput>) =>
      settle([third([sale('O-2', 12_000)])], after, { opening, planChange: 'continue', ...more })
    for (const more of [{}, { earlierPlans: [before] }]) {
      expect(earned(march(more))).toEqual([expected])
      // And so in the next period of the stretch: 1,000 at 20%.
      const april = { period: '2026-04', lines: [sale('O-3', 1_000)] }
      const next = settle([april], after, { opening: throughJson(march(more).closing) })
      expect(earned(next)).toEqual([200])
    }
  })

  it('count against a gate as they do under their own plan', () => {
    const before = planWith({ ...mirror, id: 'before' })
    const after = planWith({ gate: { attainment: '0.5' }, id: 'after' }, toDate)
    const target = { target: 10_000 }
    const settled = settle(months([[sale('O-1', 20_000)], [back(10_000)]], target), before)
    const refund = back(5_000, 'O-1', { id: 'R-2' })
    const opening = throughJson(settled.closing)
    const march = { ...third([refund]), ...target }
    const changed = settle([march], after, { opening, planChange: 'continue' })
    // 15,000 on 30,000 are open. Were the 10,000 counted, 5,000 would not be.
    expect(earned(changed)).toEqual([-500])
    const rest = back(5_001, 'O-1', { id: 'R-3' })
    const other = settle([{ ...march, lines: [rest] }], after, { opening, planChange: 'continue' })
    expect(codes(other)).toEqual([])
    const more = back(10_001, 'O-1', { id: 'R-3' })
    const over = settle([{ ...march, lines: [more] }], after, { opening, planChange: 'continue' })
    expect(codes(over)).toEqual([['R-3', 'REFUND_TOO_LARGE']])
  })
})

describe('a refund of a stretch that ends before its true-up', () => {
  const quarterly = { accrual: 'year-to-date', trueUp: 'quarter' } as const
  const withUplift = (list: readonly Lines[], from: number) =>
    months(list).map((period, index) => ({
      ...period,
      ...(index + 1 >= from && { coefficientUplift: '0.01' }),
    }))

  it.each([
    ['as the true-up that comes after it does', 3],
    ['as the true-up of the same stretch does', 4],
  ])('takes back what the caps of periods have left of its line, %s', (_, from) => {
    const falling = tiers(['5000', '0.1'], [null, '0.05'])
    const plan = planWith({ ...mirror, scale: falling, cap: { amount: '500' } }, quarterly)
    // February alone: 650, capped 500, less half. To date 13,000 earn 900, less 150 that the cap took: O-2 250, less half.
    const list = [[sale('O-1', 5_000)], [sale('O-2', 8_000), back(4_000, 'O-2')], []]
    expect(earned(settleEach(withUplift(list, from), plan))).toEqual([500, 250, -125])
  })

  it('takes back what its line has, where no cap has cut it and more is owed than one would leave', () => {
    const rising = tiers(['5000', '0.05'], [null, '0.1'])
    const plan = planWith({ ...mirror, scale: rising, cap: { amount: '500' } }, quarterly)
    // February alone 500, less half of the 250 of O-1. To date 1,000: 250 are owed, and O-1 still has 250.
    const list = [[sale('O-1', 5_000)], [sale('O-2', 7_500), back(2_500)], []]
    expect(earned(settleEach(withUplift(list, 3), plan))).toEqual([250, 375, 250])
  })

  it('takes back what a line has earned, where the cap of its period cuts what was owed before it', () => {
    const rising = tiers(['5000', '0.05'], [null, '0.1'])
    const plan = planWith({ ...mirror, scale: rising, cap: { amount: '500' } }, quarterly)
    // To date 10,000 earned 750, 250 of them owed. O-3 earns 330 at 11%: 580, capped 500.
    const list = [
      [sale('O-1', 5_000)],
      [sale('O-2', 5_000)],
      [sale('O-3', 3_000)],
      [back(3_000, 'O-3')],
    ]
    expect(earned(settleEach(withUplift(list, 3), plan))).toEqual([250, 250, 500, -330])
  })
})

describe('refunds of a line that is older than the account', () => {
  const older = (commission: number, refundedBefore = 0) => ({
    id: 'X-1',
    amount: 1_000,
    commission,
    refundedBefore,
  })

  it('say the same of it over the account', () => {
    const other = back(100, older(50), { id: 'R-2' })
    const settled = settleEach(months([[back(100, older(100))], [other]]), planWith(mirror))
    expect(earned(settled)).toEqual([-10, 0])
    expect(codes(settled)).toEqual([['R-2', 'REFUND_CONFLICT']])
    expect(settled.notCounted[0]).toMatchObject({
      period: '2026-02',
      issue: {
        path: ['periods', 0, 'lines', 0, 'refundOf', 'commission'],
        params: { first: 'R-1' },
      },
    })
  })

  it('take no more than is left, whether they count what came before or not', () => {
    const list = (before: number) =>
      months([
        [back(600, older(100))],
        [back(400, older(100, before), { id: 'R-2' })],
        [back(1, older(100, before), { id: 'R-3' })],
      ])
    for (const before of [0, 600])
      for (const payment of [{}, toDate]) {
        const settled = settleEach(list(before), planWith(mirror, payment))
        expect(earned(settled)).toEqual([-60, -40, 0])
        expect(codes(settled)).toEqual([['R-3', 'REFUND_TOO_LARGE']])
      }
  })
})

describe('a correction of a period whose line was refunded later', () => {
  const plan = planWith({ ...mirror, scale: to10 })
  const january = { period: '2026-01', lines: [sale('O-0', 4_000), sale('O-1', 10_000)] }
  const february = { period: '2026-02', lines: [back(10_000)] }

  it('by another line changes what the refund takes back', () => {
    // O-1 earned 300 and 400: of 10,000, 6,000 at 5%. Without O-0 it is 500.
    const first = settle([january, february], plan)
    expect(earned(first)).toEqual([900, -700])
    const input = { payee: 'Li', ...january }
    const now = [{ ...input, lines: [sale('O-1', 10_000)] }]
    const statement = calculateCommission(input, plan)
    const { corrections } = restateCommission({ paid: [statement], now }, plan)
    const march = { period: '2026-03', lines: [], adjustments: corrections }
    const next = settle([march], plan, { opening: throughJson(first.closing) })
    expect(next.periods[0]?.corrections.map(({ period, was, is }) => [period, was, is])).toEqual([
      ['2026-01', '900.00', '500.00'],
      ['2026-02', '-700.00', '-500.00'],
    ])
  })

  it.each<[string, CommissionLine['refundOf']]>([
    ['by its id', 'O-1'],
    ['in full', { id: 'O-1', amount: 1_000, commission: 100 }],
    ['as an older one', { id: 'X-1', amount: 1_000, commission: 100 }],
  ])(
    'at a figure says not how much of a line is left that it names %s, and is refused',
    (_, refundOf) => {
      const then = planWith({ ...mirror, id: 'then' })
      const other = planWith({ ...mirror, id: 'other', attribution: 'pro-rata' })
      const first = settle(months([[sale('O-1', 1_000)], [back(500)]]), then)
      const now = [{ payee: 'Li', period: '2026-02', lines: [back(400, refundOf)] }]
      const { corrections } = restateCommission({ paid: [], now }, other)
      const march = { period: '2026-03', lines: [], adjustments: corrections }
      const given = { opening: throughJson(first.closing), earlierPlans: [other] }
      const result = attempt(() => settle([march], then, given))
      expect(!result.ok && result.issues).toMatchObject([
        { code: 'VALUE_MISSING', path: ['earlierPlans'], params: { period: '2026-02' } },
      ])
    },
  )
})

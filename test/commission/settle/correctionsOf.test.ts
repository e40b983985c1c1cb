import {
  attempt,
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

  it('is given of the last month before somebody left, whose statement to date has the same figures as the month alone', () => {
    const gated = planWith({ ...toDate, trueUp: 'year' }, { gate: { attainment: '0.5' } })
    const sold = { period: '2026-01', sales: '5000', target: '10000' }
    const first = settle([sold, { period: '2026-02', sales: '0' }], gated, undefined, {
      final: true,
    })
    const really = { ...sold, period: '2026-02' }
    const yearToDate = { sales: '5000', earned: '250', target: '10000' }
    const corrections = restate(first, [{ ...really, yearToDate }], gated)
    expect(corrections).toMatchObject([{ amount: '0.00', reasons: [{ field: 'true-up' }] }])
    // The correction says its facts: the same once more are no other ones.
    const corrected = { corrected: throughJson(corrections) }
    expect(restate(first, [{ ...really, yearToDate }], gated, corrected)).toEqual([])
    const march = { period: '2026-03', sales: '0', adjustments: corrections }
    const next = settle([march], gated, first)
    // January and February sold 10,000 of 20,000: 5% of it, of which January had 250.
    expect(adjusted(next)).toEqual([250])
  })

  it.each<[string, Partial<CommissionPlanInput>]>([
    ['without a cap of the period', {}],
    ['with one', { cap: { amount: '500' } }],
  ])('is less what its refunds would mirror besides, %s', (_, cap) => {
    const scale = scaleTo(['0.1', '5000', '0.05'])
    const mirrored = planWith({ ...toDate, trueUp: 'year' }, { scale, refunds: 'mirror', ...cap })
    const lines = [
      { id: 'O-2', amount: '8000' },
      { id: 'R-1', amount: '-4000', refundOf: 'O-2' },
    ]
    const yearToDate = { sales: '5000', earned: '500' }
    const now = [{ payee: 'Li', period: '2026-02', lines, yearToDate }] as never
    const { corrections } = restateCommission({ paid: [], now }, mirrored)
    // Alone 650, or 500; to date 400, and of those O-2 has 400, or 250. Half of it goes.
    const owed = cap.cap ? 400 - 125 - (650 - 250) : 400 - 200 - (650 - 325)
    expect(corrections).toMatchObject([{ owed: owed.toFixed(2) }])
    const january = { period: '2026-01', lines: [{ id: 'O-1', amount: '5000' }] }
    const { closing } = settle([january, { period: '2026-02', lines }], mirrored)
    expect(closing.year?.periods[1]).toMatchObject({ owed: owed.toFixed(2) })
  })

  it('is nothing where nothing waits', () => {
    const monthly = planWith(toDate)
    const first = settle(months(['0']), monthly)
    const [january] = restate(first, [{ period: '2026-01', sales: '1' }], monthly)
    expect(january).not.toHaveProperty('owed')
  })
})

/** A correction of months that an earlier plan settled, learned in the first month of the next. */
function corrected(
  before: Plan,
  after: Plan,
  first: Settlement,
  now: readonly object[],
  more: Partial<SettlementInput> = {},
) {
  const [next] = first.closing.settled
    ? [Number(String(first.closing.settled.to).slice(-2)) + 1]
    : []
  const period = `2026-${String(next).padStart(2, '0')}`
  const adjustments = throughJson(restate(first, now, before))
  const own = now.some((one) => 'lines' in one) ? { lines: [] } : { sales: '0' }
  const planChange = 'continue' as const
  return settle([{ period, ...own, adjustments } as never], after, first, { planChange, ...more })
}

describe('a correction of a month under an earlier plan', () => {
  const next = planWith({}, { id: 'next' })
  const refusal = (settling: () => unknown) => {
    const outcome = attempt(settling)
    return outcome.ok ? null : outcome.issues.map(({ code, path, params }) => [code, path, params])
  }

  it('asks for the months of its quarter alone, where that is what counts', () => {
    const quarters = planWith({ accrual: 'quarter-to-date' })
    const first = settle(months(['0', '0', '1000', '1000']), quarters)
    const february = { period: '2026-02', sales: '500', yearToDate: { sales: '0', earned: '0' } }
    const march = {
      period: '2026-03',
      sales: '1000',
      yearToDate: { sales: '500', earned: '25' },
    }
    expect(adjusted(corrected(quarters, next, first, [february, march]))).toEqual([25])
    expect(refusal(() => corrected(quarters, next, first, [february]))).toEqual([
      [
        'PERIODS_TO_RESTATE',
        ['periods', 0, 'adjustments', 0],
        { period: '2026-02', periods: ['2026-03'] },
      ],
    ])
    const known = corrected(quarters, next, first, [february], { earlierPlans: [quarters] })
    expect(adjusted(known)).toEqual([25])
  })

  const yearly = planWith(
    { ...toDate, trueUp: 'year' },
    { scale: scaleTo(['0.05', '5000', '0.035']) },
  )
  it('corrects what its stretch was owed: 3.5% of 500 instead of 5%', () => {
    const first = settle(months(['0', '500', '0']), yearly)
    const now = [
      { period: '2026-01', sales: '5000' },
      { period: '2026-02', sales: '500', yearToDate: { sales: '5000', earned: '250' } },
      { period: '2026-03', sales: '0', yearToDate: { sales: '5500', earned: '275' } },
    ]
    const april = corrected(yearly, next, first, now)
    expect([earned(april), adjusted(april)]).toEqual([[-7.5], [250]])
    expect(refusal(() => corrected(yearly, next, first, now.slice(0, 1)))).toEqual([
      [
        'PERIODS_TO_RESTATE',
        ['periods', 0, 'adjustments', 0],
        { period: '2026-01', periods: ['2026-02', '2026-03'] },
      ],
    ])
    const known = corrected(yearly, next, first, now.slice(0, 1), { earlierPlans: [yearly] })
    expect([earned(known), adjusted(known)]).toEqual([[-7.5], [250]])
    // What was paid in April is not taken back in May.
    const may = settle(months(['1000'], {}, 5), next, april)
    expect(earned(may)).toEqual([50])
  })

  it('corrects what was owed after it was paid', () => {
    const first = settle(months(['0', '0', '500']), yearly)
    const april = settle(months(['0'], {}, 4), next, first, { planChange: 'continue' })
    const adjustments = restate(first, [{ period: '2026-01', sales: '5000' }], yearly)
    const may = months(['0'], { adjustments }, 5)
    const known = settle(may, next, april, { earlierPlans: [yearly] })
    expect([earned(april), earned(known), adjusted(known)]).toEqual([[0], [0], [242.5]])
  })

  it('is computed by its plan where an uplift came before the change', () => {
    const raised = planWith(toDate, { coefficient: { applies: 'add-to-rate' } })
    const first = settle(
      [
        ...months(['0', '10000']),
        ...months(['0', '0'], { coefficientUplift: '0.005' }, 3),
      ] as SettlementPeriodInput[],
      raised,
    )
    const april = {
      period: '2026-04',
      sales: '0',
      coefficientUplift: '0.005',
      yearToDate: { sales: '10000', earned: '500' },
    }
    expect(refusal(() => corrected(raised, next, first, [april]))).toEqual([
      ['VALUE_MISSING', ['earlierPlans'], { expected: 'plan-of-period', period: '2026-04' }],
    ])
    const settled = corrected(raised, next, first, [{ ...april, sales: '1000' }], {
      earlierPlans: [planWith({}, { id: 'another' }), raised],
    })
    // 1,000 × 5.5%, and nothing more of the 10,000 before.
    expect(adjusted(settled)).toEqual([55])
    const february = { period: '2026-02', sales: '0', yearToDate: { sales: '0', earned: '0' } }
    const march = { ...april, period: '2026-03', yearToDate: { sales: '0', earned: '0' } }
    expect(refusal(() => corrected(raised, next, first, [february, march, april]))?.at(0)).toEqual([
      'VALUE_MISSING',
      ['earlierPlans'],
      { expected: 'plan-of-period', period: '2026-03' },
    ])
  })

  it('is computed by its plan where that paid what was collected', () => {
    const cash = (rate: string, id: string) =>
      planWith({ on: 'collected' }, { id, scale: scaleTo([rate]) })
    const [before, after] = [cash('0.1', 'first'), cash('0.05', 'next')]
    const january = { period: '2026-01', lines: [{ id: 'O-1', amount: '1000' }] }
    const collected = [{ line: 'O-1', period: '2026-01', amount: '300' }]
    const first = settle([january], before, undefined, { collected })
    const really = [{ period: '2026-01', lines: [{ id: 'O-1', amount: '800' }] }]
    const rest = { collected: [{ line: 'O-1', period: '2026-02', amount: '500' }] }
    expect(refusal(() => corrected(before, after, first, really, rest))).toEqual([
      ['VALUE_MISSING', ['earlierPlans'], { expected: 'plan-of-period', period: '2026-01' }],
    ])
    const known = { ...rest, earlierPlans: [before] }
    const february = corrected(before, after, first, really, known)
    // A share of 80, 30 of it paid.
    expect([earned(february), adjusted(february)]).toEqual([[50], [0]])
  })

  it('says all by its figure where another month has lines of its order, unless there are awards', () => {
    const before = planWith({}, { id: 'before' })
    const line = (id: string, amount: string) => ({ id, order: 'A', amount })
    const january = { period: '2026-01', lines: [line('O-1', '1000')] }
    const february = { period: '2026-02', lines: [line('O-2', '500')] }
    const first = settle([january, february], before)
    const settled = (change: Partial<CommissionPlanInput>) => {
      const raised = planWith({}, { id: 'raised', scale: scaleTo(['0.06']), ...change })
      const adjustments = throughJson(restate(first, [january], raised))
      const more = { planChange: 'continue', earlierPlans: [before, raised] } as const
      return settle([{ period: '2026-03', lines: [], adjustments } as never], next, first, more)
    }
    expect(adjusted(settled({}))).toEqual([10])
    const awards = [{ id: 'bonus', for: 'any' as const, amount: '1' }]
    expect(refusal(() => settled({ awards }))).toEqual([
      ['VALUE_MISSING', ['earlierPlans'], { expected: 'plan-of-period', period: '2026-01' }],
    ])
  })

  it('moves the place of a plan between it and the one at hand, which is needed then', () => {
    const between = planWith(toDate, { id: 'between', scale: scaleTo(['0.05', '10000', '0.1']) })
    const monthly = planWith({}, { id: 'monthly' })
    const planChange = 'continue' as const
    const january = settle(months(['10000']), monthly)
    const february = settle(months(['1000'], {}, 2), between, january, { planChange })
    const adjustments = restate(january, [{ period: '2026-01', sales: '9000' }], monthly)
    const march = months(['0'], { adjustments }, 3)
    expect(refusal(() => settle(march, next, february, { planChange }))).toEqual([
      ['VALUE_MISSING', ['earlierPlans'], { expected: 'plan-of-period', period: '2026-02' }],
    ])
    const more = { planChange, earlierPlans: [between] }
    // 1,000 less at 5% in January, and February's 1,000 at 5% and not at 10%.
    expect(adjusted(settle(march, next, february, more))).toEqual([-100])
  })

  it('is taken by its facts once its plan is known, whatever figure came before', () => {
    const first = settle(months(['1000', '1000']), planWith(toDate, { id: 'first' }))
    const before = planWith(toDate, { id: 'first' })
    const now = [
      { period: '2026-01', sales: '2000' },
      { period: '2026-02', sales: '1000', yearToDate: { sales: '2000', earned: '100' } },
    ]
    const march = corrected(before, next, first, now)
    expect(adjusted(march)).toEqual([50])
    const adjustments = restate(first, [{ period: '2026-01', sales: '3000' }], before)
    const april = months(['0'], { adjustments }, 4)
    expect(adjusted(settle(april, next, march, { earlierPlans: [before] }))).toEqual([50])
  })

  it('needs plans that were defined', () => {
    const earlierPlans = [planWith({}), { ...planWith({}) }] as never
    expect(refusal(() => settle(months(['0']), next, undefined, { earlierPlans }))).toMatchObject([
      ['POLICY_NOT_DEFINED', ['earlierPlans', 1], {}],
    ])
    expect(
      refusal(() => settle(months(['0']), next, undefined, { earlierPlans: 1 as never })),
    ).toMatchObject([['VALUE_INVALID', ['earlierPlans'], {}]])
  })
})

describe('a correction of a line that was refunded in a later month', () => {
  const line = (id: string, amount: string, refundOf?: string) => ({
    id,
    amount,
    ...(refundOf && { refundOf }),
  })
  const lines = (period: string, ...list: readonly object[]) =>
    ({ period, lines: list }) as unknown as SettlementPeriodInput
  const mirror = planWith({}, { refunds: 'mirror', scale: scaleTo(['0.1']) })
  const chain = (plan: Plan, refund: string) =>
    settle(
      [lines('2026-01', line('O-1', '1000')), lines('2026-02', line('R-1', refund, 'O-1'))],
      plan,
    )
  const march = (first: Settlement, now: readonly object[], plan: Plan, more = {}) =>
    attempt(() => {
      const adjustments = throughJson(restate(first, now, plan))
      return settle([{ ...lines('2026-03'), adjustments } as never], plan, first, more)
    })

  it.each([
    ['mirrored', mirror],
    ['net', planWith({}, { scale: scaleTo(['0.1']) })],
  ])('is refused where the refund takes back more than it: %s', (_, plan) => {
    const first = chain(plan, '-1000')
    const january = lines('2026-01', line('O-1', '800'))
    expect(march(first, [january], plan)).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'PERIODS_TO_RESTATE',
          path: ['periods', 0, 'adjustments', 0],
          params: { period: '2026-01', periods: ['2026-02'] },
        },
      ],
    })
    const february = lines('2026-02', line('R-1', '-800', 'O-1'))
    const both = march(first, [january, february], plan)
    // −20 + 20.
    expect(both.ok && adjusted(both.value)).toEqual([0])
  })

  it('changes what the refund took back, where it mirrors', () => {
    const rising = planWith({}, { refunds: 'mirror', scale: scaleTo(['0.1', '1000', '0.2']) })
    const first = chain(rising, '-500')
    expect(earned(first)).toEqual([100, -50])
    // 100 + 1,000 × 20% = 300, of which 500 of 2,000 take back 75: +200 − 25.
    const now = lines('2026-01', line('O-1', '2000'))
    const settled = march(first, [now], rising)
    expect(settled.ok && adjusted(settled.value)).toEqual([175])
  })

  it('names the month of the refund, where that was paid', () => {
    const first = chain(mirror, '-500')
    const [january] = restate(first, [lines('2026-01', line('O-1', '800'))], mirror)
    expect(january?.alsoRestate).toEqual(['2026-02'])
  })

  it('needs the plan of then, where that has gone', () => {
    const first = chain(mirror, '-500')
    const adjustments = throughJson(restate(first, [lines('2026-01', line('O-1', '800'))], mirror))
    const next = planWith({}, { id: 'next', refunds: 'mirror' })
    const settling = (more: Partial<SettlementInput>) => () =>
      settle([{ ...lines('2026-03'), adjustments } as never], next, first, {
        planChange: 'continue',
        ...more,
      })
    expect(attempt(settling({}))).toMatchObject({
      ok: false,
      issues: [{ code: 'VALUE_MISSING', path: ['earlierPlans'], params: { period: '2026-01' } }],
    })
    const known = settling({ earlierPlans: [mirror] })()
    // −20; and 50 of 80 for 500 of 800.
    expect(adjusted(known)).toEqual([-20])
  })
})

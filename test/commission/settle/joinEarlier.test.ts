import {
  attempt,
  type CommissionLine,
  type CommissionPlanInput,
  creditLines,
  defineCommissionPlan,
  restateCommission,
  type SettlementInput,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat } from '../flatPlan.js'

/** 10%, and 500 for a customer's first order of at least 1,000. */
const award = {
  id: 'first',
  for: 'first-order' as const,
  order: { amount: '1000' },
  amount: '500',
}

function planWith(change: Partial<CommissionPlanInput> = {}) {
  return defineCommissionPlan({
    currency: 'EUR',
    scale: flat('0.1'),
    awards: [award],
    payment: {},
    ...change,
  })
}

/** Plans that differ in what they decide. */
const planOf = (id: string, change: Partial<CommissionPlanInput> = {}) =>
  planWith({ id, cap: { amount: String(90_000 + id.length) }, ...change })

const plain = planWith({ awards: undefined as never })

function first(id: string, amount: number, more: Partial<CommissionLine> = {}): CommissionLine {
  return { id, amount, customer: 'Acme', firstOrder: true, ...more }
}
const ofA = (id: string, amount: number, more: Partial<CommissionLine> = {}) =>
  first(id, amount, { order: 'A', ...more })

type Lines = readonly CommissionLine[]
type Plan = ReturnType<typeof planWith>

/** Months of 2026 from January on. */
const months = (list: readonly Lines[], from = 1) =>
  list.map((lines, index) => ({ period: `2026-0${from + index}`, lines }))

function settle(list: readonly Lines[], plan: Plan, more: Partial<SettlementInput> = {}) {
  return settleCommission({ payee: 'Li', periods: months(list), ...more }, plan)
}

const statementsOf = (list: readonly Lines[], plan = planWith()) =>
  settle(list, plan).periods.map(({ statement }) => statement)

const issuesOf = (run: () => unknown) => {
  const outcome = attempt(run)
  return outcome.ok ? [] : outcome.issues
}

describe('a second first order in a later period', () => {
  it('earns no award and names the first one, while its sales count', () => {
    const [, second] = statementsOf([[ofA('a', 1_200)], [first('b', 1_200)]])
    expect(second).toMatchObject({ amount: '120.00', sales: '1200.00', awards: [] })
    expect(second?.issues).toEqual([
      {
        code: 'FIRST_ORDER_TWICE',
        severity: 'warning',
        path: ['lines', 0, 'firstOrder'],
        params: { first: 'A', customer: 'Acme' },
        message:
          'lines[0].firstOrder: the first order of "Acme" is "A". This one earns no award for it. Correct one of them.',
      },
    ])
  })

  it('is said again of its own lines that come later', () => {
    const later = [
      first('x', 1),
      first('b', 600, { order: 'B' }),
      { id: 'c', amount: 600, order: 'B' },
    ]
    const [, , third] = statementsOf([
      [ofA('a', 1_200)],
      [later[1] as CommissionLine],
      later.slice(2),
    ])
    expect(third).toMatchObject({ awards: [], issues: [{ path: ['lines', 0, 'firstOrder'] }] })
  })

  it('is one of another customer where its customer is', () => {
    const [, second] = statementsOf([[ofA('a', 1_200)], [first('b', 1_200, { customer: 'Bolt' })]])
    expect(second).toMatchObject({ amount: '620.00', awards: [{ line: 'b', outcome: 'paid' }] })
    expect(second).not.toHaveProperty('issues')
  })

  it('is the first where the earlier one did not count', () => {
    const plan = planWith({ eligibility: { statuses: ['signed'] } })
    const signed = { status: 'signed' }
    const amounts = statementsOf([[ofA('a', 1_200)], [first('b', 1_200, signed)]], plan)
    expect(amounts.map(({ amount }) => amount)).toEqual(['0.00', '620.00'])
  })

  it('is none where the plan asks for new markets alone', () => {
    const market = { ...award, for: 'new-market' as const }
    const list = [[ofA('a', 1_200)], [first('b', 1_200)]]
    expect(statementsOf(list, planWith({ awards: [market] }))[1]).not.toHaveProperty('issues')
  })
})

describe('an order that goes on in a later period', () => {
  it('has its award with the lines of the period that makes it enough', () => {
    const [one, two] = statementsOf([[ofA('a', 600)], [ofA('b', 300), ofA('c', 100)]])
    expect(one?.awards).toEqual([])
    expect(two?.awards).toMatchObject([{ line: 'b', outcome: 'paid', amount: '500.00' }])
    const { closing } = settle([[ofA('a', 600)], [ofA('b', 300), ofA('c', 100)]], planWith())
    // 30 and three quarters of 500; 10 and a quarter.
    expect(closing.year?.periods[1]?.shares).toEqual([
      { line: 'b', earned: '405.00' },
      { line: 'c', earned: '135.00' },
    ])
  })

  it('earns each of two awards once, in the period that is enough for it', () => {
    const larger = { ...award, id: 'large', order: { amount: '2000' }, amount: '900' }
    const list = [[ofA('a', 1_200)], [ofA('b', 800)], [ofA('c', 800)]]
    const outcomes = statementsOf(list, planWith({ awards: [award, larger] })).map(({ awards }) =>
      awards?.map((one) => one.award),
    )
    expect(outcomes).toEqual([['first'], ['large'], []])
  })

  it('whose award is forgone for its own conditions does not earn it in a later period', () => {
    const conditions = {
      id: 'appraisal',
      comparison: 'at-least' as const,
      required: 90,
      unit: 'points' as const,
    }
    const plan = planWith({ awards: [{ ...award, conditions }] })
    const facts = (appraisal: number) => ({ facts: { appraisal } })
    const { periods } = settleCommission(
      {
        payee: 'Li',
        periods: [
          { period: '2026-01', lines: [ofA('a', 1_200)], ...facts(80) },
          { period: '2026-02', lines: [ofA('b', 600), first('c', 600)], ...facts(95) },
        ],
      },
      plan,
    )
    expect(periods.map(({ statement }) => statement.awards)).toMatchObject([
      [{ line: 'a', outcome: 'forgone' }],
      [],
    ])
    expect(periods.map(({ paid }) => paid)).toEqual(['120.00', '120.00'])
  })

  it('is unknown where a later line denies what an earlier one says, and keeps what it has earned', () => {
    const [one, two] = statementsOf([[ofA('a', 1_200)], [ofA('b', 1_200, { firstOrder: false })]])
    expect(one?.amount).toBe('620.00')
    expect(two).toMatchObject({
      amount: '120.00',
      awards: [],
      issues: [
        { path: ['lines', 0, 'firstOrder'], params: { reason: 'lines-differ', first: 'a' } },
      ],
    })
    const small = statementsOf([[ofA('a', 600)], [ofA('b', 600, { firstOrder: false })]])
    expect(small[1]?.awards).toMatchObject([{ line: 'b', outcome: 'unknown' }])
  })

  it('goes on in a new market, too', () => {
    const market = { ...award, id: 'market', for: 'new-market' as const }
    const line = (id: string) => ({ id, amount: 600, order: 'A', newMarket: true })
    const amounts = statementsOf(
      [[line('a')], [line('b')], [line('c')]],
      planWith({ awards: [market] }),
    )
    expect(amounts.map(({ amount }) => amount)).toEqual(['60.00', '560.00', '60.00'])
  })

  it('is of one customer, whichever of its lines says so', () => {
    const list = [
      [{ id: 'a', amount: 600, order: 'A', customer: 'Acme' }],
      [{ id: 'b', amount: 600, order: 'A', firstOrder: true }],
      [first('c', 1_200)],
      [{ id: 'd', amount: 1_200, order: 'D', customer: 'Acme' }],
      [{ id: 'e', amount: 1, order: 'D', firstOrder: true }],
    ]
    const statements = statementsOf(list)
    expect(statements.map(({ amount }) => amount)).toEqual([
      '60.00',
      '560.00',
      '120.00',
      '120.00',
      '0.10',
    ])
    expect(statements[4]?.issues).toMatchObject([{ params: { first: 'A' } }])
  })

  it('is not joined with a line of an earlier period that has its id, or its name, and another order', () => {
    const list = [
      [ofA('a', 600), first('b', 5, { order: 'B', customer: 'Bolt' })],
      [ofA('b', 600), { id: 'r', amount: -600, refundOf: 'b' }, ofA('c', 400)],
    ]
    // What is back is the line of the same period: 600 and 400 are left of A.
    expect(statementsOf(list)[1]?.amount).toBe('540.00')
  })
})

describe('new customers (APP-3), whose first order is at least 1,000,', () => {
  const plan = planWith({
    awards: undefined as never,
    eligibility: { newCustomer: { firstOrderAtLeast: '1000' } },
  })
  const customers = (list: readonly Lines[], by = plan) =>
    statementsOf(list, by).map(({ newCustomers }) => newCustomers)
  const none = { effective: [], tooSmall: [] }

  it('count in the period that makes the order enough, and once', () => {
    expect(customers([[ofA('a', 600)], [ofA('b', 400)], [ofA('c', 900)]])).toEqual([
      { effective: [], tooSmall: [{ line: 'a', customer: 'Acme', remaining: '400.00' }] },
      { effective: ['Acme'], tooSmall: [] },
      none,
    ])
  })

  it('do not count again with another first order', () => {
    const [, second] = customers([[ofA('a', 600)], [first('b', 2_000)]])
    expect(second).toEqual(none)
    expect(customers([[ofA('a', 1_600)], [first('b', 2_000)]])[1]).toEqual(none)
  })

  it('count with the second, once all of the first is back', () => {
    const back = { id: 'r', amount: -1_600, refundOf: 'a' }
    expect(customers([[ofA('a', 1_600)], [back, first('b', 2_000)]])[1]).toEqual({
      effective: ['Acme'],
      tooSmall: [],
    })
  })
})

describe('a correction of a period whose orders others have', () => {
  const months12 = [[ofA('a', 1_200)], [first('b', 1_200)]]
  const restated = (lines: Lines, by: Plan, paid = settle(months12.slice(0, 1), by)) =>
    restateCommission(
      {
        paid: paid.periods.map(({ statement }) => ({ ...statement, payee: 'Li' })),
        now: [{ payee: 'Li', period: '2026-01', lines }],
      },
      by,
    ).corrections

  it('pays the award of the order that is the first then', () => {
    const plan = planWith()
    const opening = throughJson(settle(months12, plan).closing)
    const { periods } = settleCommission(
      {
        payee: 'Li',
        periods: [{ period: '2026-03', lines: [], adjustments: restated([], plan) as never }],
        opening,
      },
      plan,
    )
    expect(periods[0]).toMatchObject({
      adjusted: '-120.00',
      corrections: [
        { period: '2026-01', was: '620.00', is: '0.00' },
        { period: '2026-02', was: '120.00', is: '620.00' },
      ],
    })
  })

  /** January by one plan, February by another, March by a third; January corrected in March. */
  function correctedInMarch(
    list: readonly Lines[],
    [one, two, three]: readonly [Plan, Plan, Plan],
    known: readonly Plan[],
  ) {
    const [january = [], february = []] = list
    const begun = settle([january], one)
    const opened = settleCommission(
      {
        payee: 'Li',
        periods: months([february], 2),
        opening: begun.closing,
        planChange: 'continue',
      },
      two,
    )
    return settleCommission(
      {
        payee: 'Li',
        periods: [
          {
            period: '2026-03',
            lines: [],
            adjustments: restated([ofA('a', 500)], one, begun) as never,
          },
        ],
        opening: throughJson(opened.closing),
        planChange: 'continue',
        earlierPlans: known,
      },
      three,
    )
  }

  it('asks for the plan of a later period that has awards, and only where it has the same orders', () => {
    const [one, two, three] = [planOf('one'), planOf('second'), planOf('three')]
    const goesOn = [[ofA('a', 300)], [ofA('b', 600)]]
    expect(issuesOf(() => correctedInMarch(goesOn, [one, two, three], [one]))).toMatchObject([
      { code: 'VALUE_MISSING', path: ['earlierPlans'], params: { period: '2026-02' } },
    ])
    // 50 − 30, and 500 as 500 and 600 are enough.
    expect(correctedInMarch(goesOn, [one, two, three], [one, two]).adjusted).toBe('520.00')
    const others = [[ofA('a', 300)], [first('b', 600, { order: 'B', customer: 'Bolt' })]]
    expect(correctedInMarch(others, [one, two, three], [one]).adjusted).toBe('20.00')
    const denied = [[ofA('a', 300)], [first('b', 600, { firstOrder: false })]]
    expect(correctedInMarch(denied, [one, two, three], [one]).adjusted).toBe('20.00')
  })

  it('asks for none of a later period without awards', () => {
    const [one, three] = [planOf('one'), planOf('three')]
    const two = planOf('second', { awards: undefined as never })
    const goesOn = [[ofA('a', 300)], [ofA('b', 600)]]
    expect(correctedInMarch(goesOn, [one, two, three], [one]).adjusted).toBe('20.00')
  })

  it('by another plan is refused where the period has orders in common with others', () => {
    const [one, other] = [planOf('one'), planOf('other')]
    const by = (list: readonly Lines[]) =>
      settleCommission(
        {
          payee: 'Li',
          periods: [
            {
              period: '2026-03',
              lines: [],
              adjustments: restated([ofA('a', 500)], other, settle(list.slice(0, 1), one)) as never,
            },
          ],
          opening: settle(list, one).closing,
        },
        one,
      ).adjusted
    expect(issuesOf(() => by([[ofA('a', 300)], [ofA('b', 600)]]))).toMatchObject([
      { code: 'VALUE_MISSING', path: ['earlierPlans'], params: { period: '2026-01' } },
    ])
    expect(by([[ofA('a', 300)], [{ id: 'b', amount: 600 }]])).toBe('20.00')
  })

  it('at its figure is known by its lines that count by the plan at hand', () => {
    const signed = { eligibility: { statuses: ['signed'] } }
    const [one, other] = [planOf('one', { ...signed }), planOf('other', { ...signed })]
    const status = 'signed'
    const january = [ofA('a', 1_200, { status })]
    const now = [ofA('a', 500, { status }), ofA('x', 700)]
    const closing = settleCommission(
      {
        payee: 'Li',
        periods: [
          {
            period: '2026-02',
            lines: [],
            adjustments: restated(now, other, settle([january], one)) as never,
          },
        ],
        opening: settle([january], one).closing,
      },
      one,
    ).closing
    const marchOf = (lines: Lines) =>
      settleCommission(
        { payee: 'Li', periods: [{ period: '2026-03', lines }], opening: throughJson(closing) },
        one,
      ).earned
    // 500 of A were signed in January.
    expect(marchOf([ofA('b', 500, { status })])).toBe('550.00')
    expect(marchOf([ofA('b', 499, { status })])).toBe('49.90')
    expect(marchOf([first('c', 1_200, { status })])).toBe('120.00')
  })
})

describe('what is stored', () => {
  it('says of a plan that it has awards, and else what it said', () => {
    const list = [[ofA('a', 1_200)]]
    expect(settle(list, planWith()).closing.year?.stretches[0]).toMatchObject({ awards: true })
    expect(Object.keys(settle(list, plain).closing.year?.stretches[0] ?? {})).toEqual([
      'from',
      'plan',
    ])
  })

  it('pays month by month what one settlement of all months pays', () => {
    const list = [
      [ofA('a', 600), first('x', 5, { customer: 'Bolt' })],
      [first('b', 1_200), { id: 'r', amount: -100, refundOf: 'a' }],
      [ofA('c', 500), first('y', 1_500, { customer: 'Bolt' })],
      [{ id: 's', amount: -1_000, refundOf: 'c' }, ofA('d', 900)],
    ]
    const plan = planWith({ refunds: 'mirror' })
    const together = settle(list, plan)
    let opening: SettlementInput['opening']
    const paid = list.map((lines, index) => {
      const one = settleCommission(
        { payee: 'Li', periods: months([lines], 1 + index), ...(opening && { opening }) },
        plan,
      )
      opening = throughJson(one.closing)
      return one.periods[0]
    })
    expect(paid).toEqual(together.periods)
    expect(opening).toEqual(throughJson(together.closing))
  })
})

describe('orders of several owners', () => {
  it('are known to each account as far as its owner was credited with them', () => {
    const lines = [ofA('a', 600), ofA('b', 600)].map((line, index) => ({
      ...line,
      owners: [{ payee: index === 0 ? 'Li' : 'Wang', parts: 1 }],
    }))
    const { payees } = creditLines({ lines }, planWith())
    const earned = payees.map(
      ({ payee, lines: own }) =>
        settleCommission({ payee, periods: months([own, []]) }, planWith()).earned,
    )
    expect(earned).toEqual(['60.00', '60.00'])
  })
})

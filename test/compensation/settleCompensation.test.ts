import {
  accrualByComponent,
  attempt,
  type CompensationInput,
  type CompensationSettlementInput,
  calculateCompensation,
  defineCompensationPlan,
  payrollRows,
  restateCompensation,
  settleCommission,
  settleCompensation,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const scale = (rate = '0.1') =>
  ({ mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate }] }) as const
const looking = (id: string) =>
  ({
    gate: { conditions: { id, comparison: 'at-least', required: '0.8', unit: 'ratio' } },
  }) as const

const two = defineCompensationPlan({
  currency: 'EUR',
  payment: {},
  components: [
    { id: 'a', commission: { scale: scale() } },
    {
      id: 'b',
      commission: { scale: scale('0.2'), payment: { holdback: { share: '0.5', releaseAfter: 1 } } },
    },
  ],
})

const month = (at: number) => `2026-0${at}`
const rowOf = (at: number, a: object, b: object) =>
  ({ period: month(at), components: { a, b } }) as never
const refusal = (call: () => unknown) => {
  const outcome = attempt(call)
  return outcome.ok
    ? outcome.value
    : outcome.issues.map(({ code, path, params }) => [
        code,
        path.join('.'),
        (params as { reason?: string }).reason ?? (params as { expected?: string }).expected,
      ])
}

describe('settleCompensation', () => {
  const input: CompensationSettlementInput = {
    payee: 'Li',
    periods: [
      rowOf(1, { sales: '1000' }, { sales: '1000' }),
      rowOf(2, { sales: '500' }, { sales: '0' }),
    ],
  }

  it('refuses a plan that has no components to settle', () => {
    const none = defineCompensationPlan({ currency: 'EUR' })
    expect(attempt(() => settleCompensation({ payee: 'Li', periods: [] }, none))).toMatchObject({
      issues: [
        {
          path: ['components'],
          message:
            'components: is for the components of a plan, and this one has none. Add "components", or leave it out.',
        },
      ],
    })
  })

  it('settles each component by its own terms, and adds them up', () => {
    const settlement = settleCompensation(input, two)
    expect([settlement.earned, settlement.adjusted, settlement.paid]).toEqual([
      '350.00',
      '0.00',
      '350.00',
    ])
    expect(
      settlement.periods.map(({ period, earned, paid, carried }) => [
        period,
        earned,
        paid,
        carried,
      ]),
    ).toEqual([
      ['2026-01', '300.00', '200.00', '0.00'],
      ['2026-02', '50.00', '150.00', '0.00'],
    ])
    expect(
      settlement.periods.map(({ components }) => components.map(({ id, amount }) => [id, amount])),
    ).toEqual([
      [
        ['a', '100.00'],
        ['b', '100.00'],
      ],
      [
        ['a', '50.00'],
        ['b', '100.00'],
      ],
    ])
    expect(settlement.policy).toEqual({ id: 'compensation', version: '1' })
    expect(payrollRows(settlement.components[1]?.settlement as never).length).toBe(3)
  })

  it('settles a component as it would be settled alone', () => {
    const settlement = settleCompensation(input, two)
    const [a] = two.components ?? []
    const alone = settleCommission(
      {
        payee: 'Li',
        periods: [
          { period: '2026-01', sales: '1000' },
          { period: '2026-02', sales: '500' },
        ],
      },
      a?.commission as never,
    )
    expect(settlement.components[0]?.settlement).toEqual(alone)
    expect(settlement.closing.components['a']).toEqual(alone.closing)
  })

  it('goes on from what the one before closed with, by way of JSON', () => {
    const [first, second] = input.periods as [never, never]
    const whole = settleCompensation(input, two)
    const one = settleCompensation({ payee: 'Li', periods: [first] }, two)
    const opening = JSON.parse(JSON.stringify(one.closing))
    const next = settleCompensation({ payee: 'Li', periods: [second], opening }, two)
    expect(next.periods[0]?.paid).toBe(whole.periods[1]?.paid)
    expect(next.closing).toEqual(whole.closing)
    expect(accrualByComponent(one)).toEqual({
      ...{ payee: 'Li', period: '2026-01', currency: 'EUR' },
      ...{ unpaid: '100.00', held: '100.00', carried: '0.00', advanced: '0.00' },
      components: [
        {
          id: 'a',
          payee: 'Li',
          period: '2026-01',
          currency: 'EUR',
          unpaid: '0.00',
          held: '0.00',
          carried: '0.00',
          advanced: '0.00',
        },
        {
          id: 'b',
          payee: 'Li',
          period: '2026-01',
          currency: 'EUR',
          unpaid: '100.00',
          held: '100.00',
          carried: '0.00',
          advanced: '0.00',
        },
      ],
    })
  })

  it('takes nothing of one component for what another owes', () => {
    const periods = [rowOf(1, { sales: '1000' }, { sales: '-100' })]
    const {
      paid,
      periods: [only],
    } = settleCompensation({ payee: 'Li', periods }, two)
    expect([paid, only?.carried]).toEqual(['100.00', '-20.00'])
  })

  it('pays adjustments of a component, and sets aside what does not count, with its component', () => {
    const lines = [
      { id: 'O-1', amount: '1000' },
      { id: 'O-1', amount: '1000' },
    ]
    const adjustments = [{ id: 'M-1', amount: '-30', reason: 'advance' }]
    const settlement = settleCompensation(
      { payee: 'Li', periods: [rowOf(1, { lines, adjustments }, { sales: 0 })] },
      two,
    )
    expect([settlement.paid, settlement.adjusted]).toEqual(['70.00', '-30.00'])
    expect(
      settlement.notCounted.map((one) => [
        one.component,
        one.period,
        one.line,
        one.issue.path.join('.'),
      ]),
    ).toEqual([['a', '2026-01', 'O-1', 'periods.0.components.a.lines.1.id']])
  })

  it('pays each component as its cash comes', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      payment: { on: 'collected' },
      components: [
        { id: 'a', commission: { scale: scale() } },
        { id: 'b', commission: { scale: scale('0.2') } },
      ],
    })
    const line = (id: string) => ({ lines: [{ id, amount: '1000' }] })
    const collected = {
      a: [{ line: 'O-1', period: '2026-01', amount: '500' }],
      b: [{ line: 'O-2', period: '2026-02', amount: '100' }],
    }
    const periods = [rowOf(1, line('O-1'), line('O-2')), rowOf(2, { lines: [] }, { lines: [] })]
    const paid = settleCompensation({ payee: 'Li', periods, collected }, plan).periods.map(
      (one) => one.paid,
    )
    expect(paid).toEqual(['50.00', '20.00'])
  })

  describe('with a look across', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      payment: {},
      components: [
        { id: 'a', commission: { scale: scale() } },
        { id: 'b', commission: { scale: scale('0.2'), ...looking('a.attainment') } },
      ],
    })
    const row = (at: number, sales: string) =>
      rowOf(at, { sales, target: '1000' }, { sales: '100' })

    it('looks period by period', () => {
      const { periods } = settleCompensation(
        { payee: 'Li', periods: [row(1, '800'), row(2, '799')] },
        plan,
      )
      expect(
        periods.map(({ components }) => components.map(({ amount, facts }) => [amount, facts])),
      ).toEqual([
        [
          ['80.00', undefined],
          ['20.00', { 'a.attainment': '0.8' }],
        ],
        [
          ['79.90', undefined],
          ['0.00', { 'a.attainment': '0.799' }],
        ],
      ])
    })

    it('corrects what looks at a component together with it, and pays what a clean run pays', () => {
      const paid = settleCompensation({ payee: 'Li', periods: [row(1, '800')] }, plan)
      const now = [{ payee: 'Li', ...(row(1, '700') as object) } as CompensationInput]
      const { corrections } = restateCompensation({ paid: paid.periods, now }, plan)
      expect(
        corrections.map(({ period, amount, components }) => [
          period,
          amount,
          components.map((one) => [one.id, one.correction.amount]),
        ]),
      ).toEqual([
        [
          '2026-01',
          '-30.00',
          [
            ['a', '-10.00'],
            ['b', '-20.00'],
          ],
        ],
      ])
      const next = { ...(row(2, '2000') as object), corrections } as never
      const second = settleCompensation(
        { payee: 'Li', periods: [next], opening: paid.closing },
        plan,
      )
      const clean = settleCompensation(
        { payee: 'Li', periods: [row(1, '700'), row(2, '2000')] },
        plan,
      )
      const all = (one: typeof clean) => [one.paid, one.periods.at(-1)?.carried]
      expect(sumOf([paid.paid, second.paid, second.periods[0]?.carried ?? ''])).toBe(
        sumOf(all(clean) as string[]),
      )
      expect(
        restateCompensation({ paid: paid.periods, corrected: corrections, now }, plan).corrections,
      ).toEqual([])
    })

    it('corrects the facts of what looks at a component where it stays shut for another reason', () => {
      const strict = defineCompensationPlan({
        currency: 'EUR',
        payment: {},
        components: [
          { id: 'a', commission: { scale: scale() } },
          {
            id: 'b',
            commission: {
              scale: scale('0.2'),
              gate: { attainment: '1', ...looking('a.attainment').gate },
            },
          },
        ],
      })
      const of = (sales: string) =>
        rowOf(1, { sales, target: '1000' }, { sales: '100', target: '200' })
      const paid = settleCompensation({ payee: 'Li', periods: [of('800')] }, strict)
      const now = [{ payee: 'Li', ...(of('700') as object) } as CompensationInput]
      const { corrections } = restateCompensation({ paid: paid.periods, now }, strict)
      expect(
        corrections[0]?.components.map((one) => [
          one.id,
          one.correction.amount,
          one.correction.reasons,
        ]),
      ).toEqual([
        ['a', '-10.00', [{ field: 'sales', was: '800.00', is: '700.00' }]],
        ['b', '0.00', [{ field: 'gate', was: 'a.attainment: met', is: 'a.attainment: unmet' }]],
      ])
    })

    it('refuses to correct one alone, and a change of plan from the start of the year', () => {
      const paid = settleCompensation({ payee: 'Li', periods: [row(1, '800')] }, plan)
      const now = [{ payee: 'Li', ...(row(1, '700') as object) } as CompensationInput]
      const { corrections } = restateCompensation({ paid: paid.periods, now }, plan)
      const adjustments = [corrections[0]?.components[0]?.correction]
      const alone = rowOf(2, { sales: 1, target: 1, adjustments }, { sales: 1 })
      expect(
        refusal(() =>
          settleCompensation({ payee: 'Li', periods: [alone], opening: paid.closing }, plan),
        ),
      ).toEqual([['POLICY_CONFLICT', 'periods.0.components.a.adjustments.0', 'corrected-alone']])
      const from = {
        payee: 'Li',
        periods: [row(1, '1')],
        planChange: 'from-start-of-year',
      } as const
      expect(refusal(() => settleCompensation(from, plan))).toEqual([
        ['POLICY_CONFLICT', 'planChange', 'from-start-across'],
      ])
    })

    it('refuses corrections where what is looked at counts to date', () => {
      const toDate = defineCompensationPlan({
        currency: 'EUR',
        payment: { accrual: 'year-to-date' },
        components: [
          { id: 'a', commission: { scale: scale() } },
          { id: 'b', commission: { scale: scale('0.2'), ...looking('a.attainment') } },
        ],
      })
      const periods = [row(1, '700'), row(2, '900')]
      expect(
        settleCompensation({ payee: 'Li', periods }, toDate).periods.map(
          ({ components }) => components[1]?.amount,
        ),
      ).toEqual(['0.00', '40.00'])
      expect(refusal(() => restateCompensation({ paid: [], now: [] }, toDate))).toEqual([
        ['POLICY_CONFLICT', '', 'corrected-to-date'],
      ])
      const corrected = [
        {
          ...(row(1, '1') as object),
          corrections: [
            { payee: 'Li', period: '2026-01', amount: '0', currency: 'EUR', components: [] },
          ],
        } as never,
      ]
      expect(
        refusal(() => settleCompensation({ payee: 'Li', periods: corrected }, toDate)),
      ).toEqual([['POLICY_CONFLICT', 'periods.0.corrections', 'corrected-to-date']])
    })
  })

  describe('with a cap of all components', () => {
    const capped = defineCompensationPlan({
      currency: 'EUR',
      cap: { amount: '100' },
      payment: {},
      components: [
        { id: 'a', commission: { scale: scale() } },
        { id: 'b', commission: { scale: scale('0.2') } },
      ],
    })

    it('takes in each period what it takes of a compensation', () => {
      const periods = [
        rowOf(1, { sales: '500' }, { sales: '500' }),
        rowOf(2, { sales: '500' }, { sales: '100' }),
      ]
      const settlement = settleCompensation({ payee: 'Li', periods }, capped)
      expect(
        settlement.periods.map(({ earned, adjusted, paid, cap }) => [
          earned,
          adjusted,
          paid,
          cap?.amount,
        ]),
      ).toEqual([
        ['150.00', '-50.00', '100.00', '-50.00'],
        ['70.00', '0.00', '70.00', '0.00'],
      ])
      expect(settlement.periods[0]?.components.map(({ amount, cut }) => [amount, cut])).toEqual([
        ['33.33', '-16.67'],
        ['66.67', '-33.33'],
      ])
      const [first] = periods as unknown as [CompensationInput]
      const once = calculateCompensation(first, capped)
      expect(once.components.map(({ amount }) => amount)).toEqual(['33.33', '66.67'])
      const chained = settleCompensation({ payee: 'Li', periods: [periods[0] as never] }, capped)
      expect(chained.paid).toBe('100.00')
    })

    it('refuses corrections, and amounts by hand of an earlier period', () => {
      const adjustments = [{ id: 'M', amount: 1, reason: 'x', period: '2026-01' }]
      const periods = [rowOf(2, { sales: 1, adjustments }, { sales: 1 })]
      expect(refusal(() => settleCompensation({ payee: 'Li', periods }, capped))).toEqual([
        ['POLICY_CONFLICT', 'periods.0.components.a.adjustments.0', 'corrected-under-cap'],
      ])
      expect(refusal(() => restateCompensation({ paid: [], now: [] }, capped))).toEqual([
        ['POLICY_CONFLICT', '', 'corrected-under-cap'],
      ])
    })

    it('pays the override of a period of a report, which is no amount of an earlier period', () => {
      const override = { manager: 'Li', payee: 'Wang', period: '2026-01', amount: '5.00' }
      const periods = [rowOf(2, { sales: 100, adjustments: [override] }, { sales: 0 })]
      const { paid, adjusted } = settleCompensation({ payee: 'Li', periods }, capped)
      expect([paid, adjusted]).toEqual(['15.00', '5.00'])
    })

    it('refuses a component that pays as cash comes', () => {
      const plan = defineCompensationPlan({
        currency: 'EUR',
        cap: { amount: '100' },
        payment: { on: 'collected' },
        components: [{ id: 'a', commission: { scale: scale() } }],
      })
      expect(refusal(() => settleCompensation({ payee: 'Li', periods: [] }, plan))).toEqual([
        ['POLICY_CONFLICT', '', 'cap-of-progress'],
      ])
    })
  })

  it('settles scored components as often as they are scored', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      payment: {},
      components: [
        {
          id: 'goals',
          weight: 1,
          appraisal: { missing: 'refuse', indicators: [{ id: 'x', weight: 100 }] },
        },
      ],
    })
    const of = (period: string, points: number) => ({
      period,
      targetIncentive: '1000',
      components: { goals: { results: { x: { points } } } },
    })
    const settlement = settleCompensation(
      { payee: 'Li', periods: [of('2026-Q1', 80), of('2026-Q2', 62.5)] },
      plan,
    )
    expect(
      settlement.periods.map(({ paid, components }) => [paid, components[0]?.appraisal?.score]),
    ).toEqual([
      ['800.00', 80],
      ['625.00', 62.5],
    ])
  })

  describe('refuses', () => {
    const { closing } = settleCompensation(
      { payee: 'Li', periods: [rowOf(1, { sales: 1 }, { sales: 1000 })] },
      two,
    )
    const next = [rowOf(2, { sales: 1 }, { sales: 1 })]
    const other = (components: readonly object[], id = 'compensation') =>
      defineCompensationPlan({ currency: 'EUR', id, payment: {}, components } as never)

    it.each<[string, object, unknown]>([
      [
        'a form that it does not know',
        { opening: { ...closing, format: 2 } },
        [['FORMAT_UNKNOWN', 'opening.format', undefined]],
      ],
      [
        'the balance of somebody else',
        { payee: 'Wang' },
        [['VALUE_INVALID', 'opening.components.a.payee', 'balance-of-another']],
      ],
      [
        'a balance without a component',
        { opening: { ...closing, components: { a: closing.components['a'] } } },
        [['VALUE_MISSING', 'opening.components.b', 'balance-of-component']],
      ],
      [
        'a period that is missing between',
        { periods: [rowOf(3, { sales: 1 }, { sales: 1 })] },
        [['PERIODS_NOT_CONSECUTIVE', 'periods.0.period', '2026-02']],
      ],
      [
        'a payee in a period',
        { periods: [{ ...(next[0] as unknown as object), payee: 'Li' }] },
        [['UNKNOWN_KEY', 'periods.0.payee', undefined]],
      ],
      [
        'what a component refuses',
        { periods: [rowOf(2, { sales: 'x' }, { sales: 1 })] },
        [['NUMBER_INVALID', 'periods.0.components.a.sales', undefined]],
      ],
      [
        'what is collected of a component that is paid as booked',
        { collected: { a: [{ line: 'x', period: '2026-02', amount: 1 }] } },
        [['POLICY_CONFLICT', 'collected.a', 'not-paid-on']],
      ],
      ['a misspelt field', { open: closing }, [['UNKNOWN_KEY', 'open', undefined]]],
    ])('%s', (_, change, expected) => {
      const whole = { payee: 'Li', periods: next, opening: closing, ...change } as never
      expect(refusal(() => settleCompensation(whole, two))).toEqual(expected)
    })

    it('a component without payment terms', () => {
      const plan = defineCompensationPlan({
        currency: 'EUR',
        components: [{ id: 'a', commission: { scale: scale() } }],
      })
      expect(refusal(() => settleCompensation({ payee: 'Li', periods: [] }, plan))).toEqual([
        ['POLICY_CONFLICT', '', 'component-without-payment'],
      ])
    })

    it('a plan of another id, unless told what becomes of the year; and to lose a component while it is open', () => {
      const renamed = other(two.components as never, 'second-plan')
      const whole = { payee: 'Li', periods: next, opening: closing }
      expect(refusal(() => settleCompensation(whole, renamed))).toEqual([
        ['PLAN_CHANGED', 'opening.plan.id', undefined],
      ])
      expect(settleCompensation({ ...whole, planChange: 'continue' }, renamed).paid).toBe('100.20')
      const without = other([{ id: 'a', commission: { scale: scale() } }])
      const rest = [{ period: '2026-02', components: { a: { sales: 1 } } }]
      expect(refusal(() => settleCompensation({ ...whole, periods: rest }, without))).toEqual([
        ['NOT_IN_POLICY', 'opening.components.b', 'component'],
      ])
    })

    it('to lose a component that waits for cash, though it holds nothing and owes nothing', () => {
      const collecting = { payment: { on: 'collected' }, scale: scale() } as const
      const first = other([
        { id: 'a', commission: { scale: scale() } },
        { id: 'c', commission: collecting },
      ])
      const components = { a: { sales: 1 }, c: { lines: [{ id: 'O-1', amount: '100' }] } }
      const { closing: waits } = settleCompensation(
        { payee: 'Li', periods: [{ period: '2026-01', components }], collected: { c: [] } },
        first,
      )
      expect(waits.components['c']).toMatchObject({ held: [], carried: '0.00' })
      const without = other([{ id: 'a', commission: { scale: scale() } }])
      const periods = [{ period: '2026-02', components: { a: { sales: 1 } } }]
      expect(
        refusal(() => settleCompensation({ payee: 'Li', periods, opening: waits }, without)),
      ).toEqual([['NOT_IN_POLICY', 'opening.components.c', 'component']])
    })

    it('to correct a period of a plan that it does not know; with it, each component by its own plan of then', () => {
      const of = (id: string, rates: readonly string[]) =>
        other(
          rates.map((rate, index) => ({ id: 'ab'[index], commission: { id, scale: scale(rate) } })),
          id,
        )
      const [first, second] = [of('first', ['0.1', '0.2']), of('second', ['0.3', '0.4'])]
      const lines = (amount: string) => ({ lines: [{ id: 'O-1', amount }] })
      const was = rowOf(1, lines('1000'), lines('1000'))
      const january = settleCompensation({ payee: 'Li', periods: [was] }, first)
      const now = [
        { payee: 'Li', ...(rowOf(1, lines('900'), lines('800')) as object) } as CompensationInput,
      ]
      const { corrections } = restateCompensation({ paid: january.periods, now }, first)
      const february = rowOf(2, { sales: 1000 }, { sales: 1000 }) as object
      const whole = {
        payee: 'Li',
        periods: [{ ...february, corrections } as never],
        opening: january.closing,
        planChange: 'continue',
      } as const
      expect(refusal(() => settleCompensation(whole, second))).toEqual([
        ['VALUE_MISSING', 'earlierPlans', 'plan-of-period'],
      ])
      const known = settleCompensation({ ...whole, earlierPlans: [first] }, second)
      // 300 − 10, and 400 − 40.
      expect(known.periods[0]?.components.map(({ amount }) => amount)).toEqual(['290.00', '360.00'])
    })

    it('nothing where a component comes or goes that is not open', () => {
      const more = other([...(two.components ?? []), { id: 'c', commission: { scale: scale() } }])
      const periods = [
        { period: '2026-02', components: { a: { sales: 1 }, b: { sales: 1 }, c: { sales: 10 } } },
      ]
      const grown = settleCompensation({ payee: 'Li', periods, opening: closing }, more)
      expect(grown.paid).toBe('101.20')
      const third = [rowOf(3, { sales: 0 }, { sales: 0 })]
      expect(
        settleCompensation({ payee: 'Li', periods: third, opening: grown.closing }, two).paid,
      ).toBe('0.10')
    })
  })
})

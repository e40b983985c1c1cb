import {
  attempt,
  type CommissionLine,
  type CommissionPlanInput,
  type CommissionStatement,
  calculateCommission,
  defineCommissionPlan,
  handbook,
  type RestatementInput,
  restateCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

const first = { payee: 'Li', period: '2026-Q1', target: '1200000', sales: '1500000' }
const plan = handbook.commission
const paid = [calculateCommission(first, plan)]

function handbookWith(change: Partial<CommissionPlanInput>) {
  return defineCommissionPlan({ ...throughJson(handbook.commission), ...change })
}

function correct(input: Partial<RestatementInput>, by = plan) {
  return restateCommission({ paid, now: [first], ...input }, by).corrections
}

function issuesOf(input: unknown, by = plan) {
  const outcome = attempt(() => restateCommission(input as RestatementInput, by))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
}

describe('a correction', () => {
  it('is given where a condition is met that was not, though the gate stays shut', () => {
    const gated = handbookWith({
      gate: {
        attainment: '1',
        conditions: { id: 'training', comparison: 'equals', required: true },
      },
      payment: {},
    })
    const of = (training: boolean) => ({ ...first, sales: '1', facts: { training } })
    const now = [of(true)]
    const corrections = correct({ paid: [calculateCommission(of(false), gated)], now }, gated)
    expect(corrections.map(({ amount, reasons }) => [amount, reasons])).toEqual([
      ['0.00', [{ field: 'gate', was: 'training: unmet', is: 'training: met' }]],
    ])
    const again = { paid: [calculateCommission(of(false), gated)], corrected: corrections, now }
    expect(correct(again, gated)).toEqual([])
  })

  it('takes back what a late refund of 200,000 had earned', () => {
    const now = [{ ...first, sales: '1300000' }]
    expect(restateCommission({ paid, now }, plan)).toEqual({
      corrections: [
        {
          number: 1,
          earned: '42000.00',
          now: now[0],
          policy: {
            id: plan.id,
            version: plan.version,
            digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
          alsoRestate: [],
          payee: 'Li',
          period: '2026-Q1',
          paid: '50000.00',
          due: '42000.00',
          amount: '-8000.00',
          currency: 'CNY',
          reasons: [{ field: 'sales', was: '1500000.00', is: '1300000.00' }],
        },
      ],
      statements: [calculateCommission({ ...first, sales: '1300000' }, plan)],
    })
  })

  it('takes all of it back where the target is missed after all', () => {
    const [correction] = correct({ now: [{ ...first, sales: '1199999.99' }] })
    expect(correction).toMatchObject({ paid: '50000.00', due: '0.00', amount: '-50000.00' })
  })

  it('of what was right is none', () => {
    expect(correct({})).toEqual([])
    expect(correct({ now: [] })).toEqual([])
  })

  it('pays a period that was never paid', () => {
    expect(correct({ now: [{ ...first, period: '2026-Q2' }] })).toMatchObject([
      {
        payee: 'Li',
        period: '2026-Q2',
        paid: '0.00',
        due: '50000.00',
        amount: '50000.00',
        currency: 'CNY',
        reasons: [{ field: 'not-paid-before', was: null, is: '50000.00' }],
      },
    ])
  })

  it('leaves a period alone that is not named', () => {
    const wang = calculateCommission({ ...first, payee: 'Wang' }, plan)
    const now = [{ ...first, sales: '1600000' }]
    expect(correct({ paid: [wang, ...paid], now }).map(({ payee }) => payee)).toEqual(['Li'])
  })

  it('is made for each payee and period on its own', () => {
    const wang = { ...first, payee: 'Wang' }
    const second = { ...first, period: '2026-Q2' }
    const all = [first, wang, second]
    const statements = all.map((input) => calculateCommission(input, plan))
    const now = all.map((input, index) => ({ ...input, sales: 1_500_000 + index * 100_000 }))
    expect(
      correct({ paid: statements, now }).map(({ payee, period, amount }) => [
        payee,
        period,
        amount,
      ]),
    ).toEqual([
      ['Wang', '2026-Q1', '4000.00'],
      ['Li', '2026-Q2', '8000.00'],
    ])
  })

  it('has the decimals of the currency', () => {
    const kwd = handbookWith({ currency: 'KWD' })
    const before = [calculateCommission(first, kwd)]
    const [correction] = correct({ paid: before, now: [{ ...first, sales: '1500001' }] }, kwd)
    expect(correction).toMatchObject({ paid: '50000.000', due: '50000.040', amount: '0.040' })
  })
})

describe('a chain of corrections', () => {
  const refund = { ...first, sales: '1300000' }
  const again = { ...first, sales: '1400000' }

  it('corrects only what is new, and the same run twice nothing', () => {
    const one = correct({ now: [refund] })
    expect(correct({ now: [refund], corrected: one })).toEqual([])
    const two = correct({ now: [again], corrected: one })
    expect(two).toMatchObject([{ paid: '42000.00', due: '46000.00', amount: '4000.00' }])
    expect(correct({ now: [again], corrected: [...one, ...two] })).toEqual([])
    expect(correct({ now: [again], corrected: [...two, ...one] })).toEqual([])
  })

  it('that ends where it began names the correction that is undone', () => {
    const one = correct({ now: [refund] })
    expect(correct({ corrected: one })).toMatchObject([
      {
        payee: 'Li',
        period: '2026-Q1',
        paid: '42000.00',
        due: '50000.00',
        amount: '8000.00',
        currency: 'CNY',
        reasons: [{ field: 'earlier-correction', was: '50000.00', is: '50000.00' }],
      },
    ])
  })

  it('of a period that was first paid by a correction goes on from that', () => {
    const one = correct({ paid: [], now: [refund] })
    const two = correct({ paid: [], now: [again], corrected: one })
    expect(two).toMatchObject([
      {
        payee: 'Li',
        period: '2026-Q1',
        paid: '42000.00',
        due: '46000.00',
        amount: '4000.00',
        currency: 'CNY',
        reasons: [{ field: 'earlier-correction', was: '42000.00', is: '46000.00' }],
      },
    ])
  })
})

describe('a correction of lines', () => {
  const tiers = [
    { id: 'first', upTo: '1000', rate: '0.1' },
    { id: 'rest', upTo: null, rate: '0.2' },
  ]
  const mirror = defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    refunds: 'mirror',
  })
  const facts = { payee: 'Li', period: '2026-03' }
  const orders = [
    { id: 'O-1', amount: '1000' },
    { id: 'O-2', amount: '500' },
  ]
  const before = [calculateCommission({ ...facts, lines: orders }, mirror)]
  const refund = { id: 'R-1', amount: '-500', refundOf: 'O-2' }

  it('takes back for a late refund exactly what its original earned, in the tier it earned it', () => {
    const now = [{ ...facts, lines: [...orders, refund] }]
    expect(correct({ paid: before, now }, mirror)).toMatchObject([
      { period: '2026-03', paid: '200.00', due: '100.00', amount: '-100.00' },
    ])
    const first = { ...refund, refundOf: 'O-1' }
    expect(
      correct({ paid: before, now: [{ ...facts, lines: [...orders, first] }] }, mirror),
    ).toEqual([
      expect.objectContaining({
        amount: '-50.00',
        reasons: [{ field: 'sales', was: '1500.00', is: '1000.00' }],
      }),
    ])
  })

  it('follows one of the policy, and neither is corrected twice', () => {
    const higher = defineCommissionPlan({
      currency: 'EUR',
      version: '2',
      scale: { mode: 'marginal', tiers: tiers.map((tier) => ({ ...tier, rate: '0.3' })) },
      refunds: 'mirror',
    })
    const one = correct({ paid: before, now: [{ ...facts, lines: orders }] }, higher)
    expect(one).toMatchObject([
      {
        amount: '250.00',
        reasons: [{ field: 'policy', was: 'commission 1', is: 'commission 2' }],
      },
    ])
    const now = [{ ...facts, lines: [...orders, refund] }]
    const two = correct({ paid: before, corrected: one, now }, higher)
    expect(two).toMatchObject([{ paid: '450.00', due: '300.00', amount: '-150.00' }])
    expect(correct({ paid: before, corrected: [...one, ...two], now }, higher)).toEqual([])
  })
})

describe('a correction of a month that refunds a line of an earlier one', () => {
  const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
  const mirror = defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers },
    refunds: 'mirror',
    payment: {},
  })
  const february = (refundOf: CommissionLine['refundOf']) => ({
    payee: 'Li',
    period: '2026-02',
    lines: [
      { id: 'B', amount: '30000' },
      { id: 'R', amount: '-12000', ...(refundOf && { refundOf }) },
    ],
  })
  const january = { period: '2026-01', lines: [{ id: 'A', amount: '20000' }] }
  const first = settleCommission({ payee: 'Li', periods: [january] }, mirror)
  const { payee, ...second } = february('A')
  const last = settleCommission({ payee, periods: [second], opening: first.closing }, mirror)
  const before = last.periods.map(({ statement }) => ({ ...statement, payee, period: '2026-02' }))
  const restated = (now: RestatementInput['now'][number]) =>
    correct({ paid: before, now: [now] }, mirror)

  it('by its id says that the refund did not count, and why', () => {
    expect(restated(february('A'))).toMatchObject([
      {
        paid: '1800.00',
        due: '3000.00',
        amount: '1200.00',
        issues: [
          {
            code: 'REFUND_UNKNOWN',
            severity: 'warning',
            path: ['now', 0, 'lines', 1, 'refundOf'],
            params: { refundOf: 'A', reason: 'restated' },
          },
        ],
      },
    ])
  })

  it('in full is what was paid, and says nothing', () => {
    const [correction] = restated(february({ id: 'A', amount: '20000', commission: '2000' }))
    expect(correction).toMatchObject({ amount: '0.00' })
    expect(correction).not.toHaveProperty('issues')
  })

  it('says nothing of a refund whose line is there and does not count', () => {
    const won = defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers },
      eligibility: { statuses: ['won'] },
    })
    const lines = [
      { id: 'A', amount: '100', status: 'lost' },
      { id: 'R', amount: '-50', status: 'won', refundOf: 'A' },
      { id: 'B', amount: '100', status: 'won' },
    ]
    const [correction] = correct({ paid: [], now: [{ payee, period: '2026-02', lines }] }, won)
    expect(correction).toMatchObject({ amount: '10.00' })
    expect(correction).not.toHaveProperty('issues')
  })

  it('is taken by a settlement that has the line by the facts, whatever its amount says', () => {
    const march = { period: '2026-03', lines: [], adjustments: restated(february('A')) }
    const next = settleCommission({ payee, periods: [march], opening: last.closing }, mirror)
    expect(next).toMatchObject({ adjusted: '0.00', paid: '0.00' })
  })

  it('is refused by one that would pay its amount as it is', () => {
    const adjustments = throughJson(restated(february('A')))
    const periods = [{ period: '2026-03', lines: [], adjustments }]
    const result = attempt(() => settleCommission({ payee, periods }, mirror))
    expect(!result.ok && result.issues).toMatchObject([
      {
        code: 'REFUND_UNKNOWN',
        severity: 'error',
        path: ['periods', 0, 'adjustments', 0, 'issues'],
        params: { refundOf: 'A' },
      },
    ])
  })
})

describe('the reasons of a correction', () => {
  const reasonsOf = (input: Partial<RestatementInput>, by = plan) => correct(input, by)[0]?.reasons

  it('name what differs: the sales, the target, the coefficient, the policy', () => {
    expect(reasonsOf({ now: [{ ...first, target: '1500000.01' }] })).toEqual([
      { field: 'target', was: '1200000.00', is: '1500000.01' },
      { field: 'gate', was: 'met', is: 'unmet' },
    ])
    expect(reasonsOf({ now: [{ ...first, coefficientUplift: '0.005' }] })).toEqual([
      { field: 'coefficient', was: null, is: '0.005' },
    ])
    const scale = throughJson(plan.scale)
    const later = handbookWith({ version: '2', scale: { ...scale, mode: 'whole-amount' } })
    expect(reasonsOf({}, later)).toEqual([
      { field: 'policy', was: 'handbook-commission 1', is: 'handbook-commission 2' },
    ])
  })

  it('name the gate that was opened by something else than sales', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.01' }]
    const gated = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers },
      gate: {
        conditions: { id: 'appraisal', comparison: 'at-least', required: 60, unit: 'points' },
      },
    })
    const input = { payee: 'Li', period: '2026-Q1', sales: '1000' }
    const before = [calculateCommission({ ...input, facts: { appraisal: 59 } }, gated)]
    const now = [{ ...input, facts: { appraisal: 61 } }]
    expect(reasonsOf({ paid: before, now }, gated)).toEqual([
      { field: 'gate', was: 'unmet', is: 'met' },
    ])
  })

  it('name the step of the KPI multiplier', () => {
    const steps = [
      { id: 'late', upTo: '0.9', multiplier: '0.8' },
      { id: 'on-time', upTo: null, multiplier: '1' },
    ]
    const multiplied = handbookWith({ kpiMultiplier: { fact: 'onTime', steps } })
    const before = [calculateCommission({ ...first, facts: { onTime: '0.5' } }, multiplied)]
    const now = [{ ...first, facts: { onTime: '0.95' } }]
    expect(reasonsOf({ paid: before, now }, multiplied)).toEqual([
      { field: 'kpi-multiplier', was: 'late', is: 'on-time' },
    ])
  })

  it('name the tiers that another measure chose', () => {
    const tiers = [
      { id: 'low', upTo: '10', rate: '0.01' },
      { id: 'high', upTo: null, rate: '0.02' },
    ]
    const separate = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'whole-amount', measure: 'separate', tiers },
    })
    const input = { payee: 'Li', period: '2026-Q1', sales: '1000' }
    const before = [calculateCommission({ ...input, measure: 5 }, separate)]
    const now = [{ ...input, measure: 15 }]
    expect(reasonsOf({ paid: before, now }, separate)).toEqual([
      { field: 'measure', was: 'low', is: 'high' },
    ])
  })

  it('name several at once', () => {
    const now = [{ ...first, sales: '1600000', target: '1000000', coefficientUplift: '0.005' }]
    expect(reasonsOf({ now })?.map(({ field }) => field)).toEqual([
      'sales',
      'target',
      'coefficient',
    ])
  })

  it('name the lines where their sum is the same', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '0.01' }]
    const byLine = defineCommissionPlan({
      currency: 'CNY',
      scale: { mode: 'marginal', tiers },
      rounding: { at: 'line' },
    })
    const facts = { payee: 'Li', period: '2026-03' }
    const before = calculateCommission({ ...facts, lines: [{ id: 'O-1', amount: '101' }] }, byLine)
    const lines = ['50.50', '50.50'].map((amount, index) => ({ id: `O-${index}`, amount }))
    expect(reasonsOf({ paid: [before], now: [{ ...facts, lines }] }, byLine)).toEqual([
      { field: 'lines', was: '1.01', is: '1.02' },
    ])
  })
})

describe('a correction under a cap of the year', () => {
  const capped = (change: Partial<CommissionPlanInput> = {}) =>
    defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
      cap: { year: '900' },
      payment: {},
      ...change,
    })
  const restated = (period: string, by = capped(), more: Partial<RestatementInput> = {}) => {
    const now = [{ payee: 'Li', period, sales: '12000' }]
    return restateCommission({ paid: [], now, ...more }, by).corrections[0]
  }

  it('asks nothing of the year before its first period, in whatever month that is', () => {
    const first = { due: '900.00', earned: '1200.00' }
    expect(restated('2026-01')).toMatchObject(first)
    expect(restated('2026-Q1')).toMatchObject(first)
    expect(restated('2026')).toMatchObject(first)
    expect(restated('2026-04', capped({ yearStartsIn: 4 }))).toMatchObject(first)
    expect(restated('2026-07', capped(), { yearStartsIn: 7 })).toMatchObject(first)
    const own = { id: 'P-1', from: '2025-12-27', to: '2026-01-26' } as never
    expect(restated(own)).toMatchObject(first)
  })

  it.each([
    ['2026-02', capped()],
    ['2026-01', capped({ yearStartsIn: 4 })],
    ['2026-04', capped({ payment: { accrual: 'quarter-to-date' } })],
  ])('asks what the year earned before a later one: %s', (period, by) => {
    const now = [{ payee: 'Li', period, sales: '12000' }]
    expect(issuesOf({ paid: [], now }, by)).toEqual([['VALUE_MISSING', ['now', 0, 'yearToDate']]])
  })
})

describe('what was paid', () => {
  it('is never changed', () => {
    const frozen = deepFreeze({
      paid: throughJson(paid),
      corrected: throughJson(correct({ now: [{ ...first, sales: '1300000' }] })),
      now: [{ ...first, sales: '1400000' }],
    })
    const before = JSON.stringify(frozen)
    expect(restateCommission(frozen, plan).corrections).toHaveLength(1)
    expect(JSON.stringify(frozen)).toBe(before)
  })

  it('is read again: an archive may hold anything', () => {
    const [statement] = paid
    const { policy: _, sales: __, coefficient: ___, ...bare } = throughJson(statement) ?? {}
    const now = [{ ...first, sales: '1300000' }]
    const [correction] = correct({ paid: [bare as CommissionStatement], now })
    expect(correction).toMatchObject({ paid: '50000.00', due: '42000.00', amount: '-8000.00' })
    expect(correction?.reasons).toEqual([
      { field: 'sales', was: null, is: '1300000.00' },
      { field: 'policy', was: null, is: 'handbook-commission 1' },
    ])
  })
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

describe('what cannot be restated', () => {
  it('is a statement or an input without payee or period', () => {
    const { payee: _, ...nobody } = first
    const { period: __, ...never } = first
    expect(issuesOf({ paid, now: [nobody] })).toEqual([['VALUE_MISSING', ['now', 0, 'payee']]])
    expect(issuesOf({ paid, now: [never] })).toEqual([['VALUE_MISSING', ['now', 0, 'period']]])
    const unnamed = [calculateCommission(nobody, plan), calculateCommission(never, plan)]
    expect(issuesOf({ paid: unnamed, now: [] })).toEqual([
      ['VALUE_MISSING', ['paid', 0, 'payee']],
      ['VALUE_MISSING', ['paid', 1, 'period']],
    ])
  })

  it('is two statements, or two inputs, of one period', () => {
    expect(issuesOf({ paid: [...paid, ...paid], now: [] })).toEqual([['ID_DUPLICATE', ['paid', 1]]])
    expect(issuesOf({ paid, now: [first, first] })).toEqual([['ID_DUPLICATE', ['now', 1]]])
  })

  it('is a period whose books are still open', () => {
    const input = { paid, now: [first], closedThrough: '2026-02' }
    expect(issuesOf(input)).toEqual([['PERIOD_NOT_CLOSED', ['now', 0, 'period']]])
    expect(issuesOf({ ...input, closedThrough: '2026-03' })).toEqual([])
    expect(issuesOf({ ...input, closedThrough: 3 })).toEqual([
      ['PERIOD_INVALID', ['closedThrough']],
    ])
  })

  it('is money of two currencies', () => {
    const euro = calculateCommission(first, handbookWith({ currency: 'EUR' }))
    const outcome = attempt(() => restateCommission({ paid: [euro], now: [first] }, plan))
    expect(outcome).toEqual({
      ok: false,
      issues: [
        {
          code: 'CURRENCY_MIXED',
          severity: 'error',
          path: ['paid', 0, 'currency'],
          params: { given: 'EUR', expected: 'CNY', reason: 'amounts' },
          message:
            'paid[0].currency: got EUR, and the plan pays CNY. Amounts of two currencies are never added.',
        },
      ],
    })
    const corrected = correct({ now: [{ ...first, sales: '1300000' }] })
    expect(
      issuesOf({ paid, now: [], corrected: corrected.map((one) => ({ ...one, currency: 'EUR' })) }),
    ).toEqual([['CURRENCY_MIXED', ['corrected', 0, 'currency']]])
  })

  it('is money of something that is no currency, whatever that is', () => {
    const currency = [Object.create(null)] as unknown as string
    expect(issuesOf({ paid: [{ ...paid[0], currency }], now: [] })).toEqual([
      ['CURRENCY_MIXED', ['paid', 0, 'currency']],
    ])
  })

  it.each([
    [
      'no lists',
      {},
      [
        ['VALUE_MISSING', ['paid']],
        ['VALUE_MISSING', ['now']],
      ],
    ],
    [
      'no object',
      null,
      [
        ['VALUE_MISSING', []],
        ['VALUE_MISSING', ['paid']],
        ['VALUE_MISSING', ['now']],
      ],
    ],
    ['a key that nothing reads', { paid: [], now: [], payed: [] }, [['UNKNOWN_KEY', ['payed']]]],
    [
      'an amount that is no number',
      { paid: [{ ...paid[0], amount: 'much' }], now: [] },
      [['NUMBER_INVALID', ['paid', 0, 'amount']]],
    ],
    [
      'a period that is none',
      { paid: [{ ...paid[0], period: 'March' }], now: [] },
      [['PERIOD_INVALID', ['paid', 0, 'period']]],
    ],
    [
      'corrections that are no list',
      { paid: [], now: [], corrected: 5 },
      [['VALUE_INVALID', ['corrected']]],
    ],
  ])('is %s', (_, input, issues) => {
    expect(issuesOf(input)).toEqual(issues)
  })

  it('is what a clean run would refuse, or a plan that was not defined', () => {
    const { target: _, ...noTarget } = first
    expect(issuesOf({ paid, now: [noTarget] }).map(([code]) => code)).toEqual(['TARGET_MISSING'])
    expect(issuesOf({ paid, now: [] }, { ...plan } as never)).toEqual([['POLICY_NOT_DEFINED', []]])
  })
})

describe('a statement of more digits than one amount may have', () => {
  it('is restated as it was written', () => {
    const large = { ...first, target: '1', sales: '9'.repeat(34) }
    const before = calculateCommission(large, plan)
    expect(before.amount.length).toBeGreaterThan(34)
    expect(
      restateCommission({ paid: [throughJson(before)], now: [large] }, plan).corrections,
    ).toEqual([])
    const { corrections } = restateCommission({ paid: [], now: [large] }, plan)
    expect(corrections.map(({ amount }) => amount)).toEqual([before.amount])
    expect(
      restateCommission({ paid: [], corrected: corrections, now: [large] }, plan).corrections,
    ).toEqual([])
  })
})

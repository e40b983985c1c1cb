import {
  appraise,
  appraiseYear,
  attempt,
  calculateCommission,
  calculateCompensation,
  clawBack,
  defineAppraisalScheme,
  defineCommissionPlan,
  defineCompensationPlan,
  defineHealthModel,
  handbook,
  restateCommission,
  scoreHealth,
  scoreLead,
  settleCommission,
  settleCompensation,
  withValue,
} from 'sales-rules'
import { diffOutcomes, withInput } from 'sales-rules/explain'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

const { commission } = handbook
const pay = (sales: string, plan = commission, payee = 'Li') =>
  calculateCommission({ payee, sales, target: '500000' }, plan)
const refused = (call: () => unknown) => {
  const result = attempt(call)
  return result.ok ? [] : result.issues.map(({ code, message }) => [code, message])
}

describe('diffOutcomes', () => {
  it('names the parts of a commission that are others, which add up, and what they came from', () => {
    // 800,000 at 3%; 1,000,000 at 3% and 200,000 at 4%.
    expect(diffOutcomes(pay('800000'), throughJson(pay('1200000')))).toEqual({
      of: 'calculateCommission',
      unit: 'CNY',
      was: '24000.00',
      is: '38000.00',
      difference: '14000.00',
      parts: [
        { kind: 'tier', id: 'first', was: '24000.00', is: '30000.00', difference: '6000.00' },
        { kind: 'tier', id: 'second', was: null, is: '8000.00', difference: '8000.00' },
      ],
      causes: [
        { field: 'sales', id: null, was: '800000.00', is: '1200000.00' },
        { field: 'attainment', id: null, was: '1.6', is: '2.4' },
      ],
      inputs: null,
    })
  })

  it('finds nothing between an outcome and itself', () => {
    expect(diffOutcomes(pay('800000'), pay('800000'))).toMatchObject({
      difference: '0.00',
      parts: [],
      causes: [],
    })
  })

  it('says that a gate has shut, and that the plan is another', () => {
    const shut = diffOutcomes(pay('800000'), pay('400000'))
    expect(shut.parts).toEqual([
      { kind: 'tier', id: 'first', was: '24000.00', is: null, difference: '-24000.00' },
    ])
    expect(shut.causes).toContainEqual({ field: 'gate', id: null, was: 'met', is: 'unmet' })
    const json = throughJson(withValue(commission, 'scale.tiers.first.rate', '0.035'))
    const next = defineCommissionPlan({ ...json, version: '2027' })
    const { difference, causes } = diffOutcomes(pay('800000'), pay('800000', next))
    expect(difference).toBe('4000.00')
    expect(causes).toEqual([
      {
        field: 'policy',
        id: null,
        was: `${commission.id} ${commission.version}`,
        is: `${next.id} 2027`,
      },
    ])
  })

  const rich = defineCommissionPlan({
    currency: 'EUR',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    awards: [
      { id: 'large', for: 'any', order: { comparison: 'at-least', amount: '5000' }, amount: '100' },
    ],
    rates: [
      {
        id: 'support',
        when: { product: 'support' },
        scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.2' }] },
      },
    ],
    cap: { amount: '2250' },
    coefficient: { applies: 'multiply' },
    refunds: 'mirror',
    eligibility: { statuses: ['signed'] },
  })
  const signed = (id: string, amount: string, more: object = {}) => ({
    ...{ id, amount, status: 'signed' },
    ...more,
  })

  it('tells rules, awards, factors, caps, refunds and lines that do not count apart', () => {
    const before = calculateCommission(
      { lines: [signed('A', '6000'), signed('B', '1000', { product: 'support' })] },
      rich,
    )
    // 600 + 200 + the award of 100.
    expect(before.amount).toBe('900.00')
    const after = calculateCommission(
      {
        coefficientUplift: '0.01',
        lines: [
          signed('A', '6000'),
          signed('B', '4000', { product: 'support' }),
          signed('C', '7000'),
          signed('D', '-1000', { refundOf: 'C' }),
          { id: 'E', amount: '900', status: 'draft' },
        ],
      },
      rich,
    )
    // 1300 + 800, 1% of that, two awards, then the cap, and what D takes back of C.
    const { parts, causes, difference } = diffOutcomes(before, after)
    expect(parts.map(({ kind, id, rule, difference: by }) => [kind, rule ?? id, by])).toEqual([
      ['tier', 'all', '700.00'],
      ['tier', 'support', '600.00'],
      ['coefficient', null, '21.00'],
      ['award', 'large', '100.00'],
      ['cap', null, '-71.00'],
      ['refund', 'D', after.refunds?.[0]?.amount],
    ])
    const sum = parts.reduce((all, one) => all + Number(one.difference), 0)
    expect(sum).toBeCloseTo(Number(difference), 9)
    expect(causes).toContainEqual({ field: 'coefficient', id: null, was: null, is: '0.01' })
    expect(causes).toContainEqual({
      field: 'not-counted',
      id: 'E',
      was: null,
      is: 'STATUS_NOT_COUNTED',
    })
    expect(causes).toContainEqual({
      field: 'refund',
      id: 'D',
      was: null,
      is: after.refunds?.[0]?.amount,
    })
  })

  it('says that it must have been the lines where the outcomes say nothing else', () => {
    const of = (product: string) =>
      calculateCommission({ lines: [signed('A', '1000', { product })] }, rich)
    // The rate rule pays twice as much.
    expect(diffOutcomes(of('x'), of('support')).causes).toEqual([
      { field: 'lines', id: null, was: '100.00', is: '200.00' },
    ])
  })

  it('compares the inputs where both are recorded, lines by their ids', () => {
    const made = (lines: readonly { readonly id: string; readonly amount: string }[]) => {
      const input = { target: '1', lines }
      return throughJson(withInput(calculateCommission(input, commission), input))
    }
    const [a, b, c] = [
      { id: 'a', amount: '5' },
      { id: 'b', amount: '6' },
      { id: 'c', amount: '7' },
    ] as const
    expect(diffOutcomes(made([a, b]), made([c, { ...b, amount: '8' }, a])).inputs).toEqual([
      { path: ['lines', 'c'], is: c },
      { path: ['lines', 'b', 'amount'], was: '6', is: '8' },
    ])
    expect(diffOutcomes(made([a, b]), made([b])).inputs).toEqual([{ path: ['lines', 'a'], was: a }])
    expect(diffOutcomes(made([a]), made([a])).inputs).toEqual([])
  })

  it('compares the periods of a settlement by what a payroll is told', () => {
    const plan = defineCommissionPlan({
      currency: 'EUR',
      scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
      payment: { holdback: { share: '0.2', releaseAfter: 1 } },
    })
    const [first, second] = settleCommission(
      {
        payee: 'Li',
        periods: [
          { period: '2026-01', sales: '1000' },
          { period: '2026-02', sales: '2000' },
        ],
      },
      plan,
    ).periods
    // 100 less 20; 200 less 40, and the 20 of January.
    const found = diffOutcomes(first, throughJson(second))
    expect(found).toMatchObject({
      ...{ of: 'settleCommission', unit: 'EUR' },
      ...{ was: '80.00', is: '180.00', difference: '100.00' },
    })
    expect(found.parts.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['commission', '100.00'],
      ['held-back', '-20.00'],
      ['released', '20.00'],
    ])
    expect(found.causes.map(({ field }) => field)).toEqual(['sales', 'held-back', 'released'])
  })

  const capped = defineCommissionPlan({
    currency: 'CNY',
    scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
    clawback: { kind: 'full' },
    cap: { year: '20000' },
    payment: {},
  })
  const winter = settleCommission(
    {
      payee: 'Li',
      periods: [
        { period: '2026-01', sales: '50000' },
        { period: '2026-02', sales: '60000' },
      ],
    },
    capped,
  )
  const [january, february] = winter.periods

  /** March sells 150,000, and January was really 42,000; an order of January is cancelled, and 300 are given by hand. */
  const march = () => {
    const really = { payee: 'Li', period: '2026-01', sales: '42000' }
    const { corrections } = restateCommission(
      { paid: january === undefined ? [] : [january.statement], now: [really] },
      capped,
    )
    const sale = { commission: '1200', soldOn: '2026-01-05', cancelledOn: '2026-03-05' }
    const cancelled = clawBack([{ ...sale, id: 'O-1' }], capped).lines
    const given = { id: 'B-1', amount: '300', reason: 'jubilee' }
    const adjustments = [...corrections, ...cancelled, given]
    return settleCommission(
      {
        payee: 'Li',
        opening: winter.closing,
        periods: [{ period: '2026-03', sales: '150000', adjustments }],
      },
      capped,
    ).periods[0]
  }

  it('names each correction, clawback and amount by hand, and what the cap of the year took', () => {
    // 6,000 in February. In March 15,000, of which the year has 20,000 - 4,200 - 6,000 left: 9,800 - 800 - 1,200 + 300.
    const found = diffOutcomes(february, throughJson(march()))
    expect(found).toMatchObject({ was: '6000.00', is: '8100.00', difference: '2100.00' })
    expect(found.parts.map(({ kind, id, difference }) => [kind, id, difference])).toEqual([
      ['commission', null, '3800.00'],
      ['correction', '2026-01', '-800.00'],
      ['clawback', 'O-1', '-1200.00'],
      ['by-hand', 'B-1', '300.00'],
    ])
    expect(found.causes).toEqual([
      { field: 'sales', id: null, was: '60000.00', is: '150000.00' },
      { field: 'cap', id: null, was: '0.00', is: '5200.00' },
      { field: 'correction', id: '2026-01', was: null, is: '-800.00' },
      { field: 'clawback', id: 'O-1', was: null, is: '-1200.00' },
      { field: 'by-hand', id: 'B-1', was: null, is: '300.00' },
    ])
  })

  it('takes a settlement of one period, as explain and verify do, with its input', () => {
    const settled = (sales: string) => {
      const given = { payee: 'Li', periods: [{ period: '2026-01', sales }] }
      return throughJson(withInput(settleCommission(given, capped), given))
    }
    const [one, other] = [settled('50000'), settled('60000')]
    expect(diffOutcomes(one, other)).toEqual({
      ...diffOutcomes(one.periods[0], other.periods[0]),
      inputs: [{ path: ['periods', 0, 'sales'], was: '50000', is: '60000' }],
    })
    expect(refused(() => diffOutcomes(winter, winter))[0]?.[1]).toMatch(
      /a period of a settlement or a settlement of one period/,
    )
  })

  it('keeps adjustments together where an archived period does not list them', () => {
    const { adjustments: _, ...archived } = march() ?? { adjustments: [] }
    const parts = diffOutcomes(february, archived).parts.map(({ kind, is }) => [kind, is])
    expect(parts).toEqual([
      ['commission', '9800.00'],
      ['adjustment', '-1700.00'],
    ])
  })

  it('says what a month earned where its statement is of the year so far, or its customers pay later', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const
    const toDate = defineCommissionPlan({
      ...{ currency: 'CNY', scale },
      payment: { accrual: 'year-to-date' },
    })
    const months = ['2026-01', '2026-02', '2026-03']
    const sold = months.map((period, at) => ({ period, sales: at === 2 ? '2000' : '1000' }))
    const [, second, third] = settleCommission({ payee: 'Li', periods: sold }, toDate).periods
    expect(diffOutcomes(second, third).causes).toEqual([
      { field: 'sales', id: null, was: '2000.00', is: '4000.00' },
      { field: 'earned', id: null, was: '100.00', is: '200.00' },
    ])
    const asPaid = defineCommissionPlan({
      ...{ currency: 'CNY', scale },
      payment: { on: 'collected' },
    })
    const lines = months.map((period) => ({ period, lines: [{ id: period, amount: '1000' }] }))
    const collected = [
      { line: '2026-01', period: '2026-01', amount: '1000' },
      { line: '2026-02', period: '2026-02', amount: '400' },
    ]
    const [paid, late] = settleCommission(
      { payee: 'Li', periods: lines, collected },
      asPaid,
    ).periods
    expect(diffOutcomes(paid, late).causes).toEqual([
      { field: 'earned', id: null, was: '100.00', is: '40.00' },
    ])
  })

  it('compares compensations by component, with what each came from', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      payment: {},
      cap: { amount: '500' },
      components: [
        {
          id: 'sales',
          commission: {
            scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
          },
        },
        {
          id: 'goals',
          appraisal: { missing: 'refuse', indicators: [{ id: 'x', weight: 100 }] },
          commission: {
            scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.5' }] },
          },
        },
      ],
    })
    const components = (sales: string, points: number) => ({
      sales: { sales },
      goals: { results: { x: { points } } },
    })
    const of = (sales: string, points: number) =>
      calculateCompensation({ payee: 'Li', components: components(sales, points) }, plan)
    // 100 and 40; 200 and 30.
    const found = diffOutcomes(of('1000', 80), of('2000', 60))
    expect(found.difference).toBe('90.00')
    expect(found.parts.map(({ kind, id, difference }) => [kind, id, difference])).toEqual([
      ['component', 'sales', '100.00'],
      ['component', 'goals', '-10.00'],
    ])
    expect(found.causes).toContainEqual({
      component: 'goals',
      ...{ field: 'points', id: 'x', was: '80', is: '60' },
    })
    const cut = diffOutcomes(of('1000', 80), of('9000', 80))
    expect(cut.causes.filter(({ field }) => field === 'cap').length).toBeGreaterThan(0)
    const months = ['2026-01', '2026-02'].map((period, at) => ({
      period,
      components: components(at === 0 ? '1000' : '2000', 80),
    }))
    const [january, february] = settleCompensation({ payee: 'Li', periods: months }, plan).periods
    expect(diffOutcomes(january, february)).toMatchObject({
      ...{ of: 'settleCompensation', unit: 'EUR', difference: '100.00' },
    })
    const given = [{ id: 'B-1', amount: '-250', reason: 'paid twice' }]
    const [, owing] = months
    const owed = settleCompensation(
      {
        payee: 'Li',
        periods: [
          ...months.slice(0, 1),
          {
            ...owing,
            components: { ...components('2000', 80), sales: { sales: '2000', adjustments: given } },
          } as never,
        ],
      },
      plan,
    ).periods[1]
    // 200 - 250: nothing is paid, and 50 go over to March.
    expect(diffOutcomes(january, owed).causes.filter(({ component }) => !component)).toEqual([
      { field: 'adjustment', id: null, was: '0.00', is: '-250.00' },
      { field: 'carried', id: null, was: '0.00', is: '50.00' },
    ])
  })

  it('compares appraisals: indicators, bonuses, deductions and the limit', () => {
    const scheme = defineAppraisalScheme({
      indicators: [
        { id: 'sales', weight: 60 },
        { id: 'service', weight: 40 },
      ],
      bonuses: [{ id: 'training' }],
      deductions: [{ id: 'late' }],
      maximum: 100,
      missing: 'refuse',
    })
    const of = (sales: number, service: number, more: object = {}) =>
      appraise(
        {
          employee: 'Li',
          results: { sales: { points: sales }, service: { points: service }, ...more },
        },
        scheme,
      )
    // 54 + 36 = 90; 60 + 40 + 5 - 2, and not above 100.
    const more = { training: { points: 5 }, late: { points: 2 } }
    expect(diffOutcomes(of(90, 90), of(100, 100, more))).toMatchObject({
      ...{ of: 'appraise', unit: 'points', was: '90', is: '100', difference: '10' },
      parts: [
        { kind: 'part', id: 'sales', was: '54', is: '60', difference: '6' },
        { kind: 'part', id: 'service', was: '36', is: '40', difference: '4' },
        { kind: 'bonus', id: 'training', was: '0', is: '5', difference: '5' },
        { kind: 'deduction', id: 'late', was: '0', is: '-2', difference: '-2' },
        { kind: 'limit', id: null, was: null, is: '-3', difference: '-3' },
      ],
      inputs: null,
    })
    expect(diffOutcomes(of(90, 90), of(80, 90)).causes).toEqual([
      { field: 'points', id: 'sales', was: '90', is: '80' },
    ])
  })

  it('compares years, health scores and lead scores', () => {
    const year = (score: number) =>
      appraiseYear(
        {
          year: '2026',
          periods: ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => ({
            period: `2026-${quarter}`,
            score: quarter === 'Q4' ? score : 80,
          })),
        },
        handbook.appraisal,
      )
    expect(diffOutcomes(year(80), year(60))).toMatchObject({
      ...{ of: 'appraiseYear', difference: '-5' },
      parts: [{ kind: 'period', id: '2026-Q4', difference: '-5' }],
      causes: [{ field: 'score', id: '2026-Q4', was: '80', is: '60' }],
    })
    const model = defineHealthModel({
      missing: 'zero',
      bands: [{ id: 'any', from: 0 }],
      criteria: [
        { id: 'use', weight: 50, curve: { kind: 'points', maximum: 100 } },
        { id: 'mood', weight: 50, curve: { kind: 'points', maximum: 100 } },
      ],
    })
    const health = (use: number) => scoreHealth({ use, mood: 40 }, model)
    expect(diffOutcomes(health(80), health(50))).toMatchObject({
      ...{ of: 'scoreHealth', difference: '-15' },
      parts: [{ kind: 'part', id: 'use', was: '40', is: '25', difference: '-15' }],
    })
    const lead = (budget: number, duplicate = false) =>
      scoreLead({ budget, authority: 50, urgency: 50, duplicate }, handbook.leads)
    const found = diffOutcomes(lead(20), lead(50))
    expect(found.of).toBe('scoreLead')
    expect(found.parts.map(({ id }) => id)).toEqual(['budget'])
    expect(diffOutcomes(lead(20), lead(20, true)).causes.map(({ field }) => field)).toEqual([
      'disqualified',
    ])
  })

  it('refuses two people, two currencies and two kinds', () => {
    expect(refused(() => diffOutcomes(pay('1'), pay('1', commission, 'Wang')))).toEqual([
      ['VALUE_INVALID', "after: is of Wang, and the other one is of Li: compare one person's."],
    ])
    expect(diffOutcomes({ ...pay('1'), payee: null }, pay('1')).difference).toBe('0.00')
    expect(refused(() => diffOutcomes(pay('1'), { ...pay('1'), currency: 'EUR' }))).toEqual([
      ['CURRENCY_MIXED', 'after: is in EUR, and the other one is in CNY.'],
    ])
    const health = scoreHealth({ interaction: 5, satisfaction: 5, purchase: 5 }, handbook.health)
    expect(refused(() => diffOutcomes(pay('1'), health))).toEqual([
      [
        'VALUE_INVALID',
        'after: got an outcome of scoreHealth, expected one of calculateCommission, as the other one is.',
      ],
    ])
  })

  it('refuses what it does not compare, and what does not add up', () => {
    for (const value of [{}, [], 'x', handbook.commission])
      expect(refused(() => diffOutcomes(value, pay('1')))[0]?.[0]).toBe('VALUE_INVALID')
    expect(refused(() => diffOutcomes({}, pay('1')))).toEqual([
      [
        'VALUE_INVALID',
        'before: got an object, expected a commission statement, a compensation, a period of a settlement or a settlement of one period, an appraisal, or a lead or health score.',
      ],
    ])
    expect(
      refused(() => diffOutcomes(pay('800000'), { ...pay('800000'), amount: '1.00' })),
    ).toEqual([
      ['VALUE_INVALID', 'after.amount: got 1, and its parts come to 24000. Verify it first.'],
    ])
    const disqualified = scoreLead({ duplicate: true } as never, handbook.leads)
    expect(disqualified.score).toBeNull()
    expect(refused(() => diffOutcomes(disqualified, disqualified))[0]?.[1]).toMatch(
      /^before\.score: /,
    )
  })
})

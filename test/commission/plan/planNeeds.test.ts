import {
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  commissionAccumulator,
  commissionCurve,
  handbook,
  planNeeds,
  salesForCommission,
  settleCommission,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat, flatPlan } from '../flatPlan.js'

type NeedKind = ReturnType<typeof planNeeds>[number]['of'][number]

const always = [{ id: 'always', upTo: null, multiplier: '1' }]
const separate = {
  mode: 'whole-amount' as const,
  measure: 'separate' as const,
  tiers: [{ id: 'all', upTo: null, rate: '0.1' }],
}
const service = { id: 'service', when: { category: 'service' }, scale: flat('0.06') }

/** One plan for each field that looks at something, and what it looks at. */
const fields: readonly [string, readonly NeedKind[], Partial<CommissionPlanInput>][] = [
  ['base', ['line'], { base: 'margin' }],
  ['measuredBy', ['line'], { measuredBy: 'margin', scale: separate }],
  ['rates', ['line'], { rates: [service] }],
  ['eligibility.statuses', ['line'], { eligibility: { statuses: ['signed'] } }],
  ['eligibility.marginFloor', ['line'], { eligibility: { marginFloor: '0.45' } }],
  [
    'eligibility.exclude',
    ['line'],
    { eligibility: { exclude: [{ id: 'gift', when: { product: 'GIFT' }, reason: 'gifts' }] } },
  ],
  [
    'eligibility.newCustomer',
    ['first-order'],
    { eligibility: { newCustomer: { firstOrderAtLeast: '5' } } },
  ],
  ['awards', ['first-order'], { awards: [{ id: 'first', for: 'first-order', amount: '5' }] }],
  [
    'payment.draw.service',
    ['service'],
    { payment: { draw: { amount: '5', kind: 'recoverable', service: {} } } },
  ],
  ['exchange', ['currency'], { exchange: { on: 'order-date' } }],
  ['exchange', ['currency'], { exchange: { on: 'payment-date' } }],
  ['credit.override', ['reporting'], { credit: { override: { levels: ['0.01'] } } }],
  ['credit.team', ['reporting'], { credit: { team: {} } }],
  ['credit.handover', ['ownership'], { credit: { handover: { share: '0.3', months: 6 } } }],
  ['payment.on', ['progress'], { payment: { on: 'invoiced' } }],
  ['payment.on', ['progress'], { payment: { on: 'collected' } }],
  [
    'payment.parts.after',
    ['progress'],
    { payment: { parts: [{ share: 1, on: 'booked', after: 1 }] } },
  ],
  ['payment.parts.on', ['progress'], { payment: { parts: [{ share: 1, on: 'invoiced' }] } }],
  ['payment.parts.on', ['progress'], { payment: { parts: [{ share: 1, on: 'collected' }] } }],
  ['payment.parts.on', ['progress'], { payment: { parts: [{ share: 1, on: 'paid-in-full' }] } }],
  ['rounding.at', ['order'], { rounding: { at: 'line' } }],
  ['cap.line', ['amount', 'order'], { cap: { line: '5' } }],
  ['refunds', ['refund', 'order'], { refunds: 'mirror' }],
  ['gate.attainment', ['target'], { gate: { attainment: '1' } }],
  [
    'gate.conditions',
    ['facts'],
    { gate: { conditions: { id: 'trained', comparison: 'equals', required: true } } },
  ],
  ['accelerator', ['target'], { accelerator: { steps: always } }],
  ['scale.thresholds', ['target'], { scale: { ...flat('0.1'), thresholds: 'attainment' } }],
  ['scale.measure', ['measure'], { scale: separate }],
  ['kpiMultiplier', ['facts'], { kpiMultiplier: { fact: 'on-time', steps: always } }],
  [
    'payout',
    ['incentive'],
    {
      payout: 'of-target-incentive',
      scale: {
        mode: 'interpolated',
        tiers: [{ id: 'all', upTo: '100', amount: '1' }],
        beyond: 'stop',
      },
    },
  ],
  ['cap.year', ['year'], { cap: { year: '5' } }],
]

const facts = { target: '1000', measure: '1', targetIncentive: '1', yearToDate: { earned: '0' } }

/** What is known of a payee, whatever the plan looks at. */
function factsFor(field: string) {
  if (field === 'gate.conditions') return { ...facts, facts: { trained: true } }
  return field === 'kpiMultiplier' ? { ...facts, facts: { 'on-time': '1' } } : facts
}

describe('planNeeds', () => {
  it.each(fields)('names %s, and what it looks at', (field, of, change) => {
    expect(planNeeds(flatPlan(change))).toEqual([{ field, of }])
  })

  it('names nothing for a plan that looks at the sum of sales alone', () => {
    expect(planNeeds(flatPlan())).toEqual([])
    expect(planNeeds(flatPlan({ payment: { parts: [{ share: 1, on: 'booked' }] } }))).toEqual([])
    expect(planNeeds(flatPlan({ cap: { amount: '5' }, attribution: 'pro-rata' }))).toEqual([])
  })

  it('names the fields in the order of its table, whatever the order in the plan', () => {
    const plan = flatPlan({ cap: { year: '9', line: '5' }, rates: [service], base: 'margin' })
    expect(planNeeds(plan).map(({ field }) => field)).toEqual([
      'base',
      'rates',
      'cap.line',
      'cap.year',
    ])
  })

  it('names what a flat rate below the gate, and an award in turn, need by the fields beside them', () => {
    const trained = { id: 'trained', comparison: 'equals', required: true } as const
    const namesOf = (change: Partial<CommissionPlanInput>) =>
      planNeeds(flatPlan(change)).map(({ field }) => field)
    expect(namesOf({ gate: { attainment: '1', below: '0.01' } })).toEqual(['gate.attainment'])
    expect(namesOf({ gate: { conditions: trained, below: '0.01' } })).toEqual(['gate.conditions'])
    const fee = { id: 'fee', for: 'any', per: 'line', amount: '-5' } as const
    const turn = { after: '100', most: '50', afterwards: '-1' }
    expect(namesOf({ awards: [{ ...fee, ...turn }] })).toEqual([
      'awards',
      'awards.for',
      'awards.per',
      'awards.after',
      'awards.most',
    ])
  })

  it('names progress exactly where a settlement refuses a figure', () => {
    const half = { share: '0.5', on: 'booked' } as const
    const cases: readonly (readonly [NonNullable<CommissionPlanInput['payment']>, object?])[] = [
      [{}],
      [{ on: 'invoiced' }, { invoiced: [] }],
      [{ on: 'collected' }, { collected: [] }],
      [{ parts: [{ share: 1, on: 'booked' }] }],
      [{ parts: [half, { ...half, on: 'invoiced' }] }, { invoiced: [] }],
      [{ parts: [half, { ...half, on: 'collected' }] }, { collected: [] }],
      [{ parts: [half, { ...half, on: 'paid-in-full' }] }, { collected: [] }],
      [{ parts: [half, { ...half, after: 2 }] }],
    ]
    for (const [payment, came = {}] of cases) {
      const plan = flatPlan({ payment })
      const isNamed = planNeeds(plan).some(({ of }) => of.includes('progress'))
      const input = { payee: 'Li', periods: [{ period: '2026-01', sales: '1000' }], ...came }
      const outcome = attempt(() => settleCommission(input, plan))
      const paths = outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.at(-1)])
      expect(paths).toEqual(isNamed ? [['VALUE_MISSING', 'lines']] : [])
    }
  })

  it('refuses a plan that was not defined', () => {
    const outcome = attempt(() => planNeeds({ ...handbook.commission } as never))
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(['POLICY_NOT_DEFINED'])
  })

  it.each(fields)('says of %s whether a figure will do', (field, of, change) => {
    const plan = flatPlan(change)
    const outcome = attempt(() => calculateCommission({ sales: '1000', ...factsFor(field) }, plan))
    const isTooLittle = of.includes('line') || of.includes('amount')
    expect(outcome.ok ? [] : outcome.issues).toEqual(
      isTooLittle
        ? [
            {
              code: 'VALUE_MISSING',
              severity: 'error',
              path: ['lines'],
              params: { expected: 'lines', field },
              message: `lines: is missing, expected the order lines, which "${field}" of the plan looks at.`,
            },
          ]
        : [],
    )
  })

  it.each(fields)('says of %s whether sales have a curve, and an inverse', (field, of, change) => {
    const plan = flatPlan(change)
    const known = factsFor(field)
    const refused = [
      {
        code: 'PLAN_NEEDS_LINES',
        severity: 'error',
        path: [],
        params: { reason: 'payout-curve', field },
        message: `${field}: the plan looks at each line, so that the same sum of sales can earn different amounts. Use calculateCommission with lines.`,
      },
    ]
    const expected = of.includes('line') || of.includes('amount') ? refused : []
    const calls: readonly (() => unknown)[] = [
      () => commissionCurve(plan, known),
      () => salesForCommission('1', plan, known),
    ]
    for (const call of calls) {
      const outcome = attempt(call)
      expect(outcome.ok ? [] : outcome.issues).toEqual(expected)
    }
  })

  it.each(fields)('says of %s whether running totals will do', (field, of, change) => {
    const outcome = attempt(() => commissionAccumulator(flatPlan(change)))
    expect(outcome.ok ? [] : outcome.issues).toEqual(
      of.includes('order')
        ? [
            {
              code: 'PLAN_NEEDS_LINES',
              severity: 'error',
              path: [],
              params: { reason: 'totals', field },
              message: `${field}: the plan needs all lines of a payee together, in their order. Use calculateCommission with lines, or change that field.`,
            },
          ]
        : [],
    )
  })

  it('keeps a figure from earning at the rate of another category', () => {
    const plan = flatPlan({ scale: flat('0.03'), rates: [service] })
    const lines = [{ id: 'a', amount: '1000', category: 'service' }]
    expect(calculateCommission({ lines }, plan).amount).toBe('60.00')
    expect(attempt(() => calculateCommission({ sales: '1000' }, plan)).ok).toBe(false)
    expect(attempt(() => commissionCurve(plan)).ok).toBe(false)
    expect(attempt(() => salesForCommission('60', plan)).ok).toBe(false)
  })

  it('leaves a figure without awards and new customers, as it names no order', () => {
    const plan = flatPlan({
      awards: [{ id: 'first', for: 'first-order', amount: '5' }],
      eligibility: { newCustomer: { firstOrderAtLeast: '5' } },
    })
    expect(calculateCommission({ sales: '1000' }, plan)).toMatchObject({
      amount: '100.00',
      awards: [],
      newCustomers: { effective: [], tooSmall: [] },
    })
  })
})

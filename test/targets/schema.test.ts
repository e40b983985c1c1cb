import { attempt, defineCommissionPlan, defineTargetPlan, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const least = { currency: 'CNY', proration: { by: 'day' as const } }

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
const flat = Object.fromEntries(months.map((month) => [month, 1]))
const nothing = Object.fromEntries(months.map((month) => [month, 0]))
const sales = { id: 'sales', unit: 'money' }

describe('defineTargetPlan', () => {
  it('fills in what is left out, so that the plan names every choice', () => {
    expect(defineTargetPlan(least)).toEqual({
      id: 'targets',
      version: '1',
      provenance: [],
      currency: 'CNY',
      rounding: { mode: 'half-up', decimals: 2 },
      measures: [
        { id: 'sales', unit: 'money' },
        { id: 'cash', unit: 'money' },
        { id: 'newCustomers', unit: 'count' },
      ],
      revisedFrom: 'month',
      signing: { by: [], unsigned: 'not-counted', revised: 'again' },
      requires: [],
      goals: [],
      proration: { by: 'day', months: 'started' },
    })
  })

  it.each([
    ['JPY', 0],
    ['KWD', 3],
  ])('takes the decimals of %s from its currency', (currency, decimals) => {
    expect(defineTargetPlan({ ...least, currency }).rounding.decimals).toBe(decimals)
  })

  it('gives back what it made, from JSON', () => {
    const plan = defineTargetPlan({ ...least, rounding: { mode: 'floor', decimals: 0 } })
    expect(defineTargetPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })

  it.each<[string, unknown, string, (string | number)[]]>([
    ['no currency', { proration: least.proration }, 'VALUE_MISSING', ['currency']],
    ['a currency that nobody has', { ...least, currency: 'XXA' }, 'CURRENCY_UNKNOWN', ['currency']],
    [
      'more decimals than the currency has',
      { ...least, rounding: { decimals: 3 } },
      'NUMBER_OUT_OF_RANGE',
      ['rounding', 'decimals'],
    ],
    [
      'a month that no year has',
      { ...least, profile: { ...flat, '13': 1 } },
      'UNKNOWN_KEY',
      ['profile', '13'],
    ],
    [
      'a profile without March',
      { ...least, profile: { ...flat, '03': undefined } },
      'VALUE_MISSING',
      ['profile', '03'],
    ],
    [
      'a profile of nothing but 0',
      { ...least, profile: nothing },
      'WEIGHTS_NOT_POSITIVE',
      ['profile'],
    ],
    [
      'a head who carries 30',
      { ...least, headShare: 30 },
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['headShare'],
    ],
    [
      'a measure twice',
      { ...least, measures: [sales, sales] },
      'ID_DUPLICATE',
      ['measures', 1, 'id'],
    ],
    ['no measure', { ...least, measures: [] }, 'VALUE_INVALID', ['measures']],
    [
      'somebody who signs twice',
      { ...least, signing: { by: ['a', 'a'] } },
      'ID_DUPLICATE',
      ['signing', 'by', 1],
    ],
    [
      'a field that no target has',
      { ...least, requires: ['due'] },
      'VALUE_NOT_ALLOWED',
      ['requires', 0],
    ],
    [
      'a goal of 0',
      { ...least, goals: [{ id: 'deals', per: 'week', amount: 0 }] },
      'NUMBER_OUT_OF_RANGE',
      ['goals', 0, 'amount'],
    ],
    ['a ramp that is empty', { ...least, ramp: [] }, 'VALUE_INVALID', ['ramp']],
    [
      'a ramp that ends at nothing',
      { ...least, ramp: ['0.5', 0] },
      'NUMBER_OUT_OF_RANGE',
      ['ramp', 1],
    ],
    ['a ramp of 25', { ...least, ramp: [25, 1] }, 'NUMBER_LOOKS_LIKE_PERCENT', ['ramp', 0]],
    ['no proration', { currency: 'CNY' }, 'VALUE_MISSING', ['proration']],
    [
      'a proration by week',
      { ...least, proration: { by: 'week' } },
      'VALUE_NOT_ALLOWED',
      ['proration', 'by'],
    ],
    [
      'half months',
      { ...least, proration: { by: 'month', months: 'half' } },
      'VALUE_NOT_ALLOWED',
      ['proration', 'months'],
    ],
    ['a key that nothing reads', { ...least, gate: {} }, 'UNKNOWN_KEY', ['gate']],
    [
      'a provenance of what it does not have',
      { ...least, provenance: [{ path: 'gate', clause: 'TAR-2', origin: 'ours' }] },
      'NOT_IN_POLICY',
      ['provenance', 0, 'path'],
    ],
  ])('refuses %s', (_, plan, code, path) => {
    const outcome = attempt(() => defineTargetPlan(plan as never))
    const issues = outcome.ok ? [] : outcome.issues
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([[code, path]])
  })

  it('says what was given and what is needed', () => {
    const outcome = attempt(() => defineTargetPlan({ ...least, rounding: { decimals: 3 } }))
    expect(outcome.ok ? [] : outcome.issues).toEqual([
      {
        code: 'NUMBER_OUT_OF_RANGE',
        severity: 'error',
        path: ['rounding', 'decimals'],
        params: {
          expected: 'decimals-of-currency',
          given: '3',
          minimum: '0',
          maximum: '2',
          currency: 'CNY',
        },
        message: 'rounding.decimals: got 3, expected at most 2, the decimals of CNY.',
      },
    ])
  })
})

describe('defineCommissionPlan', () => {
  it.each([{ by: 'day' }, null, 'day'])(
    'refuses a proration, and says where it goes: %j',
    (proration) => {
      const plan = { ...handbook.commission, proration }
      const outcome = attempt(() => defineCommissionPlan(plan as never))
      expect(outcome.ok ? [] : outcome.issues).toEqual([
        {
          code: 'POLICY_CONFLICT',
          severity: 'error',
          path: ['proration'],
          params: { reason: 'proration-in-target-plan' },
          message:
            'proration: how targets are prorated is said by a target plan. Move it there, to defineTargetPlan({ currency, proration }), and give that plan to prorateTarget.',
        },
      ])
    },
  )

  it('names it beside all else that is wrong', () => {
    const plan = { ...handbook.commission, proration: { by: 'day' }, refunds: 'gross' }
    const outcome = attempt(() => defineCommissionPlan(plan as never))
    expect(outcome.ok ? [] : outcome.issues.map(({ path }) => path)).toEqual([
      ['refunds'],
      ['proration'],
    ])
  })
})

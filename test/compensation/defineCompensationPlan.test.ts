import { attempt, defineCompensationPlan } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const flat = {
  scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
} as const
const goals = { missing: 'refuse', indicators: [{ id: 'x', weight: 100 }] } as const
const steps = [
  { id: 'low', upTo: '1' },
  { id: 'high', upTo: null },
]
const matrix = {
  rows: { by: 'quality', steps },
  columns: { by: 'price', steps },
  pays: [
    ['0', '1'],
    ['1', '2'],
  ],
}
const looking = (id: string) => ({
  ...flat,
  gate: { conditions: { id, comparison: 'at-least', required: '0.8', unit: 'ratio' } as const },
})

const refusal = (components: readonly object[] | undefined, more: object = {}) => {
  const outcome = attempt(() =>
    defineCompensationPlan({ currency: 'EUR', components, ...more } as never),
  )
  return outcome.ok
    ? outcome.value
    : outcome.issues.map(({ code, path, params }) => [
        code,
        path.join('.'),
        (params as { reason?: string }).reason,
      ])
}

describe('defineCompensationPlan', () => {
  it('fills in what is left out, so that the plan names every choice, and takes what it has made', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      payment: { holdback: { share: '0.1', releaseAfter: 3 } },
      components: [
        { id: 'sales', commission: flat },
        { id: 'goals', weight: 0.5, appraisal: goals },
        { id: 'table', weight: 0.5, matrix, commission: { payment: {} } },
      ],
    })
    const [sales, scored, table] = plan.components ?? []
    expect(sales?.commission.currency).toBe('EUR')
    expect(sales?.commission.payment?.holdback?.releaseAfter).toBe(3)
    expect(table?.commission.payment?.holdback).toBeUndefined()
    expect([scored?.weight, scored?.commission.payout, scored?.appraisal?.decimals]).toEqual([
      '0.5',
      'of-target-incentive',
      2,
    ])
    expect(table?.matrix?.rows.boundary).toBe('upper-tier')
    expect(Object.isFrozen(sales?.commission.scale.tiers[0])).toBe(true)
    expect(defineCompensationPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })

  it('has no components unless told', () => {
    expect(defineCompensationPlan({ currency: 'EUR' })).toEqual({
      id: 'compensation',
      version: '1',
      provenance: [],
      currency: 'EUR',
      rounding: { mode: 'half-up', decimals: 2 },
      consequences: [],
    })
  })

  it.each<[string, readonly object[], unknown]>([
    [
      'a component that earns by nothing',
      [{ id: 'a' }],
      [['POLICY_CONFLICT', 'components.0.commission', 'nothing-to-earn-by']],
    ],
    [
      'one that is scored twice',
      [{ id: 'a', appraisal: goals, matrix }],
      [['POLICY_CONFLICT', 'components.0.matrix', 'scored-twice']],
    ],
    [
      'two of one id',
      [
        { id: 'a', commission: flat },
        { id: 'a', commission: flat },
      ],
      [['ID_DUPLICATE', 'components.1.id', undefined]],
    ],
    [
      'another currency',
      [{ id: 'a', commission: { ...flat, currency: 'USD' } }],
      [['CURRENCY_MIXED', 'components.0.commission.currency', 'component']],
    ],
    [
      'a weight of what pays money',
      [{ id: 'a', weight: 1, commission: flat }],
      [['POLICY_CONFLICT', 'components.0.weight', 'weight-of-money']],
    ],
    [
      'a percentage as a weight',
      [{ id: 'a', weight: 70, appraisal: goals }],
      [['NUMBER_LOOKS_LIKE_PERCENT', 'components.0.weight', undefined]],
    ],
    [
      'a weight of 0',
      [
        { id: 'a', weight: 1, appraisal: goals },
        { id: 'b', weight: 0, appraisal: goals },
      ],
      [['NUMBER_OUT_OF_RANGE', 'components.1.weight', undefined]],
    ],
    [
      'weights that do not add up to 1',
      [
        { id: 'a', weight: 0.7, appraisal: goals },
        { id: 'b', weight: '0.2999', appraisal: goals },
      ],
      [['POLICY_CONFLICT', 'components', 'weights-not-whole']],
    ],
    [
      'what a commission plan refuses',
      [{ id: 'a', commission: { scale: { ...flat.scale, mode: 'flat' } } }],
      [['VALUE_NOT_ALLOWED', 'components.0.commission.scale.mode', undefined]],
    ],
    [
      'what an appraisal scheme refuses',
      [{ id: 'a', appraisal: { ...goals, indicators: [{ id: 'x', weight: 99 }] } }],
      [['WEIGHTS_NOT_100', 'components.0.appraisal.indicators', undefined]],
    ],
    [
      'a commission that is no object',
      [{ id: 'a', commission: 3 }],
      [['VALUE_INVALID', 'components.0.commission', undefined]],
    ],
    [
      'a commission that is null',
      [{ id: 'a', commission: null }],
      [['POLICY_CONFLICT', 'components.0.commission', 'nothing-to-earn-by']],
    ],
    [
      'a look at a later component',
      [
        { id: 'a', commission: looking('b.attainment') },
        { id: 'b', commission: flat },
      ],
      [['POLICY_CONFLICT', 'components.0', 'component-not-before']],
    ],
    [
      'a look at itself',
      [{ id: 'a', commission: looking('a.amount') }],
      [['POLICY_CONFLICT', 'components.0', 'component-not-before']],
    ],
    [
      'a look at an unknown one',
      [
        { id: 'b', commission: flat },
        { id: 'a', commission: looking('meetngs.attainment') },
      ],
      [['POLICY_CONFLICT', 'components.1', 'component-not-before']],
    ],
    [
      'a table that looks at a later one',
      [
        { id: 'a', matrix: { ...matrix, rows: { by: 'b.attainment', steps } } },
        { id: 'b', commission: flat },
      ],
      [['POLICY_CONFLICT', 'components.0', 'component-not-before']],
    ],
    [
      'the score of what is not scored',
      [
        { id: 'b', commission: flat },
        { id: 'a', commission: looking('b.score') },
      ],
      [['POLICY_CONFLICT', 'components.1', 'component-without-score']],
    ],
    [
      'a table without a figure for a pair of steps',
      [{ id: 'a', matrix: { ...matrix, pays: [['0', '1'], ['1']] } }],
      [['POLICY_CONFLICT', 'components.0.matrix.pays', 'matrix-size']],
    ],
    [
      'a table with a row too many',
      [{ id: 'a', matrix: { ...matrix, pays: [...matrix.pays, ['1', '1']] } }],
      [['POLICY_CONFLICT', 'components.0.matrix.pays', 'matrix-size']],
    ],
    [
      'a percentage in a table',
      [
        {
          id: 'a',
          matrix: {
            ...matrix,
            pays: [
              ['0', '100'],
              ['1', '2'],
            ],
          },
        },
      ],
      [['NUMBER_LOOKS_LIKE_PERCENT', 'components.0.matrix.pays.0.1', undefined]],
    ],
    [
      'steps that do not rise, or have no open end',
      [
        {
          id: 'a',
          matrix: {
            ...matrix,
            rows: {
              by: 'q',
              steps: [
                { id: 'x', upTo: '1' },
                { id: 'y', upTo: '1' },
              ],
            },
          },
        },
      ],
      [
        ['SCALE_END', 'components.0.matrix.rows.steps.1.upTo', 'last-step-closed'],
        ['OUT_OF_ORDER', 'components.0.matrix.rows.steps.1.upTo', undefined],
      ],
    ],
    [
      'a key that is not known',
      [{ id: 'a', comission: flat }],
      [
        ['UNKNOWN_KEY', 'components.0.comission', undefined],
        ['POLICY_CONFLICT', 'components.0.commission', 'nothing-to-earn-by'],
      ],
    ],
  ])('refuses %s', (_, components, expected) => {
    expect(refusal(components)).toEqual(expected)
  })

  it.each<[string, object, unknown]>([
    ['of nothing', { cap: {} }, [['POLICY_CONFLICT', 'cap', 'cap-of-no-component']]],
    [
      'that cannot be paid',
      { cap: { amount: '0.005' } },
      [['TOTAL_TOO_PRECISE', 'cap.amount', 'currency']],
    ],
    ['of 0', { cap: { multiple: 0 } }, [['NUMBER_OUT_OF_RANGE', 'cap.multiple', undefined]]],
  ])('refuses a cap %s', (_, more, expected) => {
    expect(refusal([{ id: 'a', commission: flat }], more)).toEqual(expected)
  })

  it('says of a weight of nothing what is expected, and of a currency that there is not where it stands', () => {
    const wrong = (currency: string, weights: readonly number[]) =>
      attempt(() =>
        defineCompensationPlan({
          currency,
          components: weights.map((weight, index) => ({
            id: `${index}`,
            weight,
            appraisal: goals,
          })),
        }),
      )
    expect(wrong('EUR', [1, 0])).toMatchObject({
      issues: [{ params: { given: '0', minimum: '0', maximum: '1' } }],
    })
    expect(wrong('RMB', [1])).toMatchObject({
      issues: [{ code: 'CURRENCY_UNKNOWN', path: ['currency'] }],
    })
  })

  it('refuses what is for components where there are none', () => {
    expect(refusal(undefined, { cap: { amount: 1 }, payment: {} })).toEqual([
      ['POLICY_CONFLICT', 'cap', 'no-components'],
      ['POLICY_CONFLICT', 'payment', 'no-components'],
    ])
  })

  it('takes an id with a dot, and a fact with one that is no component’s', () => {
    const plan = defineCompensationPlan({
      currency: 'EUR',
      components: [
        { id: 'new.business', commission: flat },
        { id: 'b', commission: looking('new.business.attainment') },
        { id: 'c', commission: looking('crm.hygiene') },
        { id: 'd', commission: looking('.attainment') },
      ],
    })
    expect(plan.components?.map(({ id }) => id)).toEqual(['new.business', 'b', 'c', 'd'])
  })
})

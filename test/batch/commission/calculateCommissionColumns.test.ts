import { Decimal } from 'decimal.js'
import {
  attempt,
  calculateCommission,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import {
  type CommissionColumns,
  type CommissionColumnsFacts,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const plan = handbook.commission

function columnsOf(rows: readonly (readonly [string, string | number])[]): CommissionColumns {
  const builder = commissionColumnsBuilder(plan)
  for (const [payee, amount] of rows) builder.addRow({ payee, amount })
  return builder.finish()
}

function paid(
  columns: CommissionColumns,
  facts: CommissionColumnsFacts,
  by: DefinedCommissionPlan = plan,
) {
  return [...calculateCommissionColumns(columns, by, facts).commission]
}

describe('the commission of columns', () => {
  it('is paid by payee: the handbook pays 50,000 for 1,500,000, and nothing below the target', () => {
    const columns = columnsOf([
      ['Ann', '900000'],
      ['Ben', '1199999.99'],
      ['Ann', '600000'],
    ])
    expect(calculateCommissionColumns(columns, plan, { target: '1200000' })).toEqual({
      payees: ['Ann', 'Ben'],
      sales: Float64Array.of(150_000_000, 119_999_999),
      salesDecimals: 2,
      commission: Float64Array.of(5_000_000, 0),
      commissionDecimals: 2,
      wide: new Map(),
      issues: [],
      refused: 0,
      refusedByPayee: new Map(),
      refusedByCode: {},
      policy: calculateCommission({ sales: 1, target: 1 }, plan).policy,
      currency: 'CNY',
    })
  })

  it('takes targets and uplifts as one figure, as columns and by name', () => {
    const columns = columnsOf([
      ['Ann', '1000'],
      ['Ben', '1000'],
    ])
    expect(paid(columns, { target: 1000, coefficientUplift: '0.01' })).toEqual([4000, 4000])
    expect(paid(columns, { target: [1000, '1000.01'] })).toEqual([3000, 0])
    expect(paid(columns, { target: Float64Array.of(1001, 999) })).toEqual([0, 3000])
    const uplifts = new Map([['Ben', '0.005']])
    expect(paid(columns, { target: 1n, coefficientUplift: uplifts })).toEqual([3000, 3500])
  })

  it('names who cannot be paid, and why, and pays the others', () => {
    const columns = columnsOf([
      ['Ann', '1000'],
      ['Ben', '1000'],
      ['Cem', '1000'],
    ])
    const facts = { target: [undefined, '-1', '1'], coefficientUplift: ['0', '0', '2'] }
    const { commission, issues: refused } = calculateCommissionColumns(columns, plan, facts)
    expect([...commission]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(refused.map(({ id, issues }) => [id, issues.map(({ code }) => code)])).toEqual([
      ['Ann', ['TARGET_MISSING']],
      ['Ben', ['NUMBER_OUT_OF_RANGE']],
      ['Cem', ['NUMBER_OUT_OF_RANGE']],
    ])
  })

  it('names the first thousand who cannot be paid, after the rows, and counts the others', () => {
    const rows = Array.from({ length: 1200 }, (_, place) => [`E-${place}`, '1'] as const)
    const columns = columnsOf([['Ann', '?'], ...rows])
    const { issues, refused } = calculateCommissionColumns(columns, plan)
    expect([issues.length, refused]).toEqual([1001, 1201])
    expect([issues[0]?.row, issues[1]?.row, issues[1]?.id]).toEqual([0, null, 'E-0'])
  })

  it('opens a gate exactly at its level, and not a fraction of a cent below', () => {
    const gate = { attainment: '0.333', counts: 'all' } as const
    const gated = defineCommissionPlan({ ...plan, gate })
    // 0.333 × 100.01 = 33.30333
    const columns = columnsOf([
      ['below', '33.30'],
      ['above', '33.31'],
    ])
    expect(paid(columns, { target: '100.01' }, gated)).toEqual([0, 100])
    const whole = columnsOf([
      ['below', '33.29'],
      ['at', '33.30'],
    ])
    expect(paid(whole, { target: '100' }, gated)).toEqual([0, 100])
  })

  it('opens a gate whose level is a fraction as small as can be above a cent', () => {
    const gate = { attainment: '0.3333333333', counts: 'all' } as const
    const gated = defineCommissionPlan({ ...plan, gate })
    // 9,999,999,997 × 3,333,333,333 is 1 more than a multiple of 10^10, and no number holds it.
    const cents = (9_999_999_997n * 3_333_333_333n) / 10_000_000_000n
    const columns = {
      ...columnsOf([
        ['below', '1'],
        ['above', '1'],
      ]),
      amounts: Float64Array.of(Number(cents), Number(cents) + 1),
    }
    const [below, above] = paid(columns, { target: '99999999.97' }, gated)
    expect([below, (above ?? 0) > 0]).toEqual([0, true])
  })

  it('counts what is above the target, also where the level is a fraction of a cent', () => {
    const gate = { attainment: '0.333', counts: 'above-target' } as const
    const gated = defineCommissionPlan({ ...plan, gate })
    const columns = columnsOf([
      ['Ann', '1000'],
      ['Ben', '10'],
      ['Cem', '33.80'],
    ])
    for (const target of ['100', '100.01', '2000']) {
      const expected = [1000, 10, 33.8].map((sales) =>
        Number(calculateCommission({ sales, target }, gated).amount.replace('.', '')),
      )
      expect(paid(columns, { target }, gated)).toEqual(expected)
    }
  })

  it.each([
    ['0.8', 'above-target', 'first-tier', [0, 0, 300]],
    ['0.8', 'above-gate', 'first-tier', [100, 200, 500]],
    ['1.15', 'above-target', 'first-tier', [0, 0, 300]],
    ['1.15', 'above-gate', 'first-tier', [0, 0, 150]],
    ['0.8', 'above-target', 'own-tier', [0, 0, 600]],
    ['0.8', 'above-gate', 'own-tier', [150, 350, 950]],
  ] as const)(
    'a gate at %s that counts %s, from the %s on, pays payees by their own targets',
    (attainment, counts, startsIn, expected) => {
      const tiers = [
        { id: 'first', upTo: '85', rate: '0.1' },
        { id: 'rest', upTo: null, rate: '0.2' },
      ]
      const gated = defineCommissionPlan({
        currency: 'EUR',
        scale: { mode: 'marginal', tiers },
        gate: { attainment, counts, startsIn },
      })
      const columns = columnsOf([
        ['Ann', '90'],
        ['Ben', '100'],
        ['Cem', '130'],
      ])
      expect(paid(columns, { target: '100' }, gated)).toEqual(expected)
    },
  )

  it('gives figures that do not fit a column as decimals', () => {
    const columns = columnsOf([
      ['Ann', '123456789012345678.125'],
      ['Ben', '9'.repeat(33)],
    ])
    const { sales, commission, wide } = calculateCommissionColumns(columns, plan, { target: 1 })
    expect([...sales, ...commission]).toEqual(Array(4).fill(Number.NaN))
    expect([...wide]).toEqual([
      [0, { sales: '123456789012345678.125', commission: '6172839450587283.91' }],
      [1, { sales: `${'9'.repeat(33)}.00`, commission: `4${'9'.repeat(26)}69999.95` }],
    ])
  })
})

describe('columns that were made by hand', () => {
  const columns = columnsOf([
    ['Ann', '1000'],
    ['Ben', '2000'],
    ['Ann', '3000'],
  ])

  it.each<[string, Partial<CommissionColumns>]>([
    ['a line of nobody', { payee: Int32Array.of(0, 2, 0) }],
    ['a line of less than nobody', { payee: Int32Array.of(0, -1, 0) }],
    ['columns of different lengths', { amounts: Float64Array.of(1, 2) }],
    ['half a decimal', { decimals: 1.5 }],
  ])('are refused with %s', (_, wrong) => {
    const call = () => calculateCommissionColumns({ ...columns, ...wrong }, plan, { target: 1 })
    const outcome = attempt(call)
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(['VALUE_INVALID'])
  })

  it.each([
    ['a fraction of a unit', 100.5],
    ['a fraction as small as it can be', 1 + 2 ** -52],
    ['no number', Number.NaN],
    ['no end', Number.POSITIVE_INFINITY],
    ['more than a number holds', 2 ** 53],
  ])('cost the payee of an amount that is %s, and no other', (_, amount) => {
    const wrong = { ...columns, amounts: Float64Array.of(100_000, 200_000, amount) }
    const { commission, issues: refused } = calculateCommissionColumns(wrong, plan, { target: 1 })
    expect([...commission]).toEqual([Number.NaN, 6000])
    expect(refused.map(({ id, issues }) => [id, issues[0]?.path])).toEqual([
      ['Ann', ['amounts', 2]],
    ])
  })

  it('add up exactly on the way: what leaves the range and comes back is not lost', () => {
    const most = Number.MAX_SAFE_INTEGER
    const amounts = Float64Array.of(most, 100, 1, 1, -most)
    const payee = Int32Array.of(0, 1, 0, 0, 0)
    const { sales, commission } = calculateCommissionColumns({ ...columns, payee, amounts }, plan, {
      target: '0.01',
    })
    expect([[...sales], [...commission]]).toEqual([
      [2, 100],
      [0, 3],
    ])
  })

  it('say that figures by name come in a Map, where they come in an object', () => {
    const target = { Ann: 5, Ben: 5 } as unknown as number
    const outcome = attempt(() => calculateCommissionColumns(columns, plan, { target }))
    expect(outcome.ok ? [] : outcome.issues.map(({ message }) => message)).toEqual([
      'facts.target: got an object, expected a figure, a list of them, or a Map of figures by name, which new Map(Object.entries(…)) makes.',
    ])
    expect(paid(columns, { target: new Decimal(5) })).toEqual(paid(columns, { target: 5 }))
  })

  it('say nothing that facts of the wrong length could mean', () => {
    const call = () => calculateCommissionColumns(columns, plan, { target: [1] })
    const outcome = attempt(call)
    expect(outcome.ok ? [] : outcome.issues.map(({ message }) => message)).toEqual([
      'facts.target: got 1 figure, expected a figure, or none, for each of the 2 payees.',
    ])
    const three = attempt(() => calculateCommissionColumns(columns, plan, { target: [1, 2, 3] }))
    expect(three.ok ? [] : three.issues.map(({ message }) => message)).toEqual([
      'facts.target: got 3 figures, expected a figure, or none, for each of the 2 payees.',
    ])
    const throwing = new Proxy([1, 2], {
      get: () => {
        throw new Error('boom')
      },
    })
    const unread = attempt(() => calculateCommissionColumns(columns, plan, { target: throwing }))
    expect(unread.ok ? [] : unread.issues.map(({ message }) => message)).toEqual([
      'facts.target: got a list that throws when it is read, expected plain data.',
    ])
    const misspelt = { targets: 1 } as CommissionColumnsFacts
    expect(attempt(() => calculateCommissionColumns(columns, plan, misspelt)).ok).toBe(false)
  })

  it('need a period where the tiers are those of a named one, and take a target of it', () => {
    const quarterly = defineCommissionPlan({ ...plan, tiersPer: 'quarter' })
    const call = (facts: object) => () => calculateCommissionColumns(columns, quarterly, facts)
    const issuesOf = (facts: object) => {
      const outcome = attempt(call(facts))
      return outcome.ok ? null : outcome.issues.map(({ code, path }) => [code, path.join('.')])
    }
    expect(issuesOf({ target: 1 })).toEqual([['VALUE_MISSING', 'facts.period']])
    expect(issuesOf({ target: 1, period: '2026' })).toEqual([['PERIODS_MIXED', 'facts.period']])
    expect(issuesOf({ target: 1, period: 'Q1' })).toEqual([['PERIOD_INVALID', 'facts.period']])
    const own = { target: { period: '2026-Q1', amount: 1 }, period: '2026-Q1' }
    const paidByPlan = paid(columns, { target: 1 })
    expect(paid(columns, { target: 1, period: '2026-Q1' }, quarterly)).toEqual(paidByPlan)
    expect(paid(columns, own, quarterly)).toEqual(paidByPlan)
    const [first] = call({ ...own, period: '2026-Q2' })().issues
    expect(first?.issues[0]?.path).toEqual(['target', 'period'])
  })
})

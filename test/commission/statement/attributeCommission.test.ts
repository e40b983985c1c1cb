import {
  attempt,
  attributeCommission,
  type CommissionLine,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'

function handbookWith(change: Partial<CommissionPlanInput>) {
  return defineCommissionPlan({ ...throughJson(handbook.commission), ...change })
}

function flat(rate: string, change: Partial<CommissionPlanInput> = {}) {
  const tiers = [{ id: 'all', upTo: null, rate }]
  return defineCommissionPlan({ currency: 'EUR', scale: { mode: 'marginal', tiers }, ...change })
}

function linesOf(...amounts: readonly string[]): CommissionLine[] {
  return amounts.map((amount, index) => ({ id: `O-${index + 1}`, amount }))
}

/** What matters of each line: its share, its slices, its adjustments. */
function sharesOf(
  lines: readonly CommissionLine[],
  plan = handbook.commission,
  facts: object = { target: '1' },
) {
  return attributeCommission({ ...facts, lines }, plan).lines.map((line) => [
    line.amount,
    line.slices.map(({ tier, base, amount }) => [tier, base, amount]),
    line.adjustments.map(({ kind, amount }) => [kind, amount]),
  ])
}

const { scale } = throughJson(handbook.commission)

describe('attributeCommission', () => {
  it('shares in deal order shows two slices on the line that crosses 1,000,000', () => {
    const facts = { payee: 'E-1042', period: '2026-Q1', target: '1000000' }
    expect(
      attributeCommission({ ...facts, lines: linesOf('900000', '300000') }, handbook.commission),
    ).toEqual({
      payee: 'E-1042',
      period: '2026-Q1',
      amount: '38000.00',
      currency: 'CNY',
      attribution: 'deal-order',
      lines: [
        {
          id: 'O-1',
          sales: '900000.00',
          amount: '27000.00',
          slices: [
            {
              tier: 'first',
              from: '0',
              upTo: '1000000',
              rate: '0.03',
              base: '900000.00',
              amount: '27000.00',
            },
          ],
          adjustments: [],
        },
        {
          id: 'O-2',
          sales: '300000.00',
          amount: '11000.00',
          slices: [
            {
              tier: 'first',
              from: '0',
              upTo: '1000000',
              rate: '0.03',
              base: '100000.00',
              amount: '3000.00',
            },
            {
              tier: 'second',
              from: '1000000',
              upTo: '2000000',
              rate: '0.04',
              base: '200000.00',
              amount: '8000.00',
            },
          ],
          adjustments: [],
        },
      ],
      notCounted: [],
      policy: { id: 'handbook-commission', version: '1' },
    })
  })

  it('shares in deal order gives the order of the deals its weight: the same lines the other way round', () => {
    expect(sharesOf(linesOf('300000', '900000'))).toEqual([
      ['9000.00', [['first', '300000.00', '9000.00']], []],
      [
        '29000.00',
        [
          ['first', '700000.00', '21000.00'],
          ['second', '200000.00', '8000.00'],
        ],
        [],
      ],
    ])
  })

  it('shares in deal order takes a refund back from the tier it came from', () => {
    expect(sharesOf(linesOf('900000', '300000', '-300000'))[2]).toEqual([
      '-11000.00',
      [
        ['first', '-100000.00', '-3000.00'],
        ['second', '-200000.00', '-8000.00'],
      ],
      [],
    ])
  })

  it('shares in deal order takes the old tier back where all of the sales change theirs', () => {
    const whole = handbookWith({ scale: { ...scale, mode: 'whole-amount' } })
    expect(sharesOf(linesOf('900000', '300000'), whole)).toEqual([
      ['27000.00', [['first', '900000.00', '27000.00']], []],
      [
        '21000.00',
        [
          ['first', '-900000.00', '-27000.00'],
          ['second', '1200000.00', '48000.00'],
        ],
        [],
      ],
    ])
  })

  it('shares in deal order cuts the line that meets the cap, and gives nothing to those after it', () => {
    const capped = handbookWith({ cap: { amount: '30000' } })
    expect(sharesOf(linesOf('900000', '300000', '100000'), capped)).toEqual([
      ['27000.00', [['first', '900000.00', '27000.00']], []],
      [
        '3000.00',
        [
          ['first', '100000.00', '3000.00'],
          ['second', '200000.00', '8000.00'],
        ],
        [['cap', '-8000.00']],
      ],
      ['0.00', [['second', '100000.00', '4000.00']], [['cap', '-4000.00']]],
    ])
  })

  it('shares in deal order shows what a coefficient adds to each line', () => {
    const multiplied = handbookWith({ coefficient: { applies: 'multiply' } })
    const facts = { target: '1', coefficientUplift: '0.005' }
    expect(sharesOf(linesOf('900000', '300000'), multiplied, facts)).toEqual([
      ['27135.00', [['first', '900000.00', '27000.00']], [['coefficient', '135.00']]],
      [
        '11055.00',
        [
          ['first', '100000.00', '3000.00'],
          ['second', '200000.00', '8000.00'],
        ],
        [['coefficient', '55.00']],
      ],
    ])
    expect(
      sharesOf(linesOf('900000', '300000'), handbook.commission, facts).map(([amount]) => amount),
    ).toEqual(['31500.00', '12500.00'])
  })

  it('shares in deal order adds an award to its own line, on top of what the coefficient makes of it', () => {
    const plan = flat('0.1', {
      coefficient: { applies: 'multiply' },
      awards: [{ id: 'opening', for: 'first-order', amount: '80' }],
    })
    const lines = [
      { id: 'a', amount: '100', firstOrder: false },
      { id: 'b', amount: '200', firstOrder: true },
    ]
    expect(sharesOf(lines, plan, { coefficientUplift: '0.1' })).toEqual([
      ['11.00', [['all', '100.00', '10.00']], [['coefficient', '1.00']]],
      [
        '102.00',
        [['all', '200.00', '20.00']],
        [
          ['coefficient', '2.00'],
          ['award', '80.00'],
        ],
      ],
    ])
  })

  it('shares in deal order lets the largest slice take a whole unit that the rounding before and after a line makes', () => {
    const tiers = [
      { id: 'first', upTo: '200', rate: '0.01' },
      { id: 'rest', upTo: null, rate: '0.02' },
    ]
    const whole = flat('0', {
      scale: { mode: 'marginal', tiers },
      rounding: { mode: 'half-even', decimals: 0 },
    })
    // 1.5 is paid as 2, and 4.5 as 4: the second line is paid 2, where its slices are 0.5 and 2.5.
    expect(sharesOf(linesOf('150', '175'), whole)).toEqual([
      ['2.00', [['first', '150.00', '2.00']], []],
      [
        '2.00',
        [
          ['first', '50.00', '1.00'],
          ['rest', '125.00', '1.00'],
        ],
        [],
      ],
    ])
  })

  it('shares in deal order gives a single line the slices of its statement: 1.005 and 10.006 are 11.01', () => {
    const tiers = [
      { id: 'first', upTo: '100.5', rate: '0.01' },
      { id: 'rest', upTo: null, rate: '0.01' },
    ]
    const plan = flat('0', { scale: { mode: 'marginal', tiers } })
    const slices = [
      ['first', '100.50', '1.00'],
      ['rest', '1000.60', '10.01'],
    ]
    expect(sharesOf(linesOf('1101.10'), plan)).toEqual([['11.01', slices, []]])
    const statement = calculateCommission({ lines: linesOf('1101.10') }, plan)
    expect(statement.slices.map(({ tier, base, amount }) => [tier, base, amount])).toEqual(slices)
  })

  it('shares in deal order adds up to the rounded total: 0.505 and 0.505 are 1.01', () => {
    expect(sharesOf(linesOf('50.50', '50.50'), flat('0.01'))).toEqual([
      ['0.51', [['all', '50.50', '0.51']], []],
      ['0.50', [['all', '50.50', '0.50']], []],
    ])
  })

  it('shares in deal order rounds each line on its own where the plan says so, and names the difference', () => {
    const byLine = flat('0.01', { rounding: { at: 'line' } })
    const lines = linesOf('50.50', '50.50')
    expect(sharesOf(lines, byLine)).toEqual([
      ['0.51', [['all', '50.50', '0.51']], []],
      ['0.51', [['all', '50.50', '0.50']], [['line-rounding', '0.01']]],
    ])
    expect(attributeCommission({ lines }, byLine).amount).toBe('1.02')
  })

  it.each([
    ['half-even', '150', '100', ['2.00', '0.00']],
    ['half-up', '-50', '100', ['-1.00', '2.00']],
    ['half-down', '-50', '100', ['0.00', '0.00']],
    ['up', '-10', '20', ['-1.00', '2.00']],
    ['down', '-90', '180', ['0.00', '0.00']],
  ] as const)(
    'shares in deal order has slices that add up to each line rounded %s',
    (mode, first, second, amounts) => {
      const whole = flat('0.01', { rounding: { mode, decimals: 0 } })
      expect(sharesOf(linesOf(first, second), whole).map(([amount]) => amount)).toEqual(amounts)
      expect(
        sharesOf(linesOf(first, second), whole).map(([, slices]) => slices?.[0]?.[2] ?? '0.00'),
      ).toEqual(amounts)
    },
  )
})

describe('attributeCommission', () => {
  it('shares behind a gate are nothing while it is shut, and every line is still named', () => {
    const missed = attributeCommission(
      { lines: linesOf('700000', '-100000'), target: '1200000' },
      handbook.commission,
    )
    const nothing = { amount: '0.00', slices: [], adjustments: [] }
    expect(missed.amount).toBe('0.00')
    expect(missed.lines).toEqual([
      { id: 'O-1', sales: '700000.00', ...nothing },
      { id: 'O-2', sales: '-100000.00', ...nothing },
    ])
  })

  it('shares behind a gate start with the line that passes the target where only sales above it count', () => {
    const above = handbookWith({ gate: { attainment: '1', counts: 'above-target' } })
    expect(sharesOf(linesOf('700000', '400000', '100000'), above, { target: '1000000' })).toEqual([
      ['0.00', [], []],
      ['3000.00', [['first', '100000.00', '3000.00']], []],
      ['3000.00', [['first', '100000.00', '3000.00']], []],
    ])
  })
})

describe('attributeCommission', () => {
  const even = handbookWith({ attribution: 'pro-rata' })

  it('shares in proportion split every slice by the lines’ part of the sales: three quarters and one', () => {
    expect(sharesOf(linesOf('900000', '300000'), even)).toEqual([
      [
        '28500.00',
        [
          ['first', '750000.00', '22500.00'],
          ['second', '150000.00', '6000.00'],
        ],
        [],
      ],
      [
        '9500.00',
        [
          ['first', '250000.00', '7500.00'],
          ['second', '50000.00', '2000.00'],
        ],
        [],
      ],
    ])
  })

  it('shares in proportion give the cent left over to the first of equal lines', () => {
    const third = flat('0.01', { attribution: 'pro-rata' })
    const amounts = (...lines: readonly string[]) =>
      sharesOf(linesOf(...lines), third).map(([amount]) => amount)
    expect(amounts('100', '100', '100')).toEqual(['1.00', '1.00', '1.00'])
    expect(amounts('33.33', '33.33', '33.34')).toEqual(['0.33', '0.33', '0.34'])
    expect(amounts('50', '50', '0')).toEqual(['0.50', '0.50', '0.00'])
    expect(amounts('50.50', '50.50')).toEqual(['0.51', '0.50'])
  })

  it('shares in proportion share the cap, too', () => {
    const capped = handbookWith({ attribution: 'pro-rata', cap: { amount: '30000' } })
    expect(
      sharesOf(linesOf('900000', '300000'), capped).map(([amount, , steps]) => [amount, steps]),
    ).toEqual([
      ['22500.00', [['cap', '-6000.00']]],
      ['7500.00', [['cap', '-2000.00']]],
    ])
  })

  it('shares in proportion stay whole where almost all was refunded: 0.01 is left of 1,000.00', () => {
    const shares = attributeCommission(
      { lines: linesOf('1000.00', '-999.99'), target: '0.01' },
      even,
    )
    expect(shares.amount).toBe('0.00')
    expect(shares.lines.map(({ amount, slices }) => [amount, slices[0]?.amount])).toEqual([
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ])
  })

  it('shares in proportion are those of the tier a line chose, by the lines that chose it', () => {
    const byMargin = {
      measuredBy: 'margin' as const,
      scale: {
        mode: 'whole-amount' as const,
        measure: 'separate' as const,
        tiers: [
          { id: 'thin', upTo: '0.2', rate: '0.01' },
          { id: 'rich', upTo: null, rate: '0.03' },
        ],
      },
    }
    const lines = [
      { id: 'a', amount: '1000', cost: '900' },
      { id: 'b', amount: '1000', cost: '800' },
      { id: 'c', amount: '2000', cost: '1600.01' },
    ]
    const shares = [
      ['10.00', [['thin', '1000.00', '10.00']], []],
      ['30.00', [['rich', '1000.00', '30.00']], []],
      ['20.00', [['thin', '2000.00', '20.00']], []],
    ]
    expect(sharesOf(lines, flat('0', { ...byMargin, attribution: 'pro-rata' }))).toEqual(shares)
    // Beside them a line of another category, at the plan's own 10%.
    const rates = [{ id: 'new', when: { category: 'new' }, ...byMargin }]
    const mixed = [
      ...lines.map((line) => ({ ...line, category: 'new' })),
      { id: 'd', amount: '500' },
    ]
    expect(sharesOf(mixed, flat('0.1', { rates, attribution: 'pro-rata' }))).toEqual([
      ...shares,
      ['50.00', [['all', '500.00', '50.00']], []],
    ])
  })

  it('shares in proportion are equal where the sales are nothing and a flat amount is paid all the same', () => {
    const tiers = [{ id: 'any margin', upTo: null, rate: '0.01', amount: '500' }]
    const byMargin = flat('0', {
      scale: { mode: 'whole-amount', measure: 'separate', tiers },
      attribution: 'pro-rata',
    })
    const lines = linesOf('100', '-100', '0')
    const shares = attributeCommission({ lines, measure: '0.2' }, byMargin)
    expect(shares.amount).toBe('500.00')
    expect(shares.lines.map(({ amount }) => amount)).toEqual(['166.67', '166.67', '166.66'])
  })
})

/** 10% and 50 flat by a separate measure; 6% on services, which the plan's own scale says nothing of. */
describe('a flat amount that no line’s scale has earned', () => {
  const tiers = [{ id: 'any measure', upTo: null, rate: '0.1', amount: '50' }]
  const sharedBy = (
    attribution: 'deal-order' | 'pro-rata',
    more: Partial<CommissionPlanInput> = {},
  ) =>
    flat('0', {
      scale: { mode: 'whole-amount', measure: 'separate', tiers },
      rates: [{ id: 'services', when: { product: 'svc' }, scale: flat('0.06').scale }],
      attribution,
      ...more,
    })
  const service = (id: string, amount: string) => ({ id, amount, product: 'svc' })
  const facts = { measure: '80' }

  it.each(['deal-order', 'pro-rata'] as const)(
    'belongs to the only line, so that it has the 110 of the statement: 60 and 50 (%s)',
    (attribution) => {
      const lines = [service('O-1', '1000')]
      const plan = sharedBy(attribution)
      expect(calculateCommission({ ...facts, lines }, plan).amount).toBe('110.00')
      const [share] = sharesOf(lines, plan, facts)
      expect(share?.[0]).toBe('110.00')
      expect(share?.[1]).toContainEqual(['all', '1000.00', '60.00'])
      expect(share?.[1]).toContainEqual(['any measure', '0.00', '50.00'])
    },
  )

  it('belongs to all lines by their sales: 12.50 to the 1,000 and 37.50 to the 3,000', () => {
    const lines = [service('O-1', '1000'), service('O-2', '3000')]
    const amounts = sharesOf(lines, sharedBy('pro-rata'), facts).map(([amount]) => amount)
    expect(amounts).toEqual(['72.50', '217.50'])
  })

  it('belongs to the first line in the order of the deals', () => {
    const lines = [service('O-1', '1000'), service('O-2', '3000')]
    const amounts = sharesOf(lines, sharedBy('deal-order'), facts).map(([amount]) => amount)
    expect(amounts).toEqual(['110.00', '180.00'])
  })

  it('shares every further step with them: a cap of 145 halves both halves of 72.50 and 217.50', () => {
    const lines = [service('O-1', '1000'), service('O-2', '3000')]
    const plan = sharedBy('pro-rata', { cap: { amount: '145' } })
    expect(sharesOf(lines, plan, facts).map(([amount]) => amount)).toEqual(['36.25', '108.75'])
  })

  it('is no such amount where a line earns by that scale: the 50 are its own', () => {
    const lines = [service('O-1', '1000'), { id: 'O-2', amount: '100' }]
    const amounts = sharesOf(lines, sharedBy('pro-rata'), facts).map(([amount]) => amount)
    expect(amounts).toEqual(['60.00', '60.00'])
  })

  it('is nobody’s where there are no lines', () => {
    const attribution = attributeCommission({ ...facts, lines: [] }, sharedBy('pro-rata'))
    expect([attribution.amount, attribution.lines]).toEqual(['50.00', []])
  })
})

describe('attributeCommission', () => {
  it('lines that do not count are named and share nothing: the second of an id', () => {
    const lines = [...linesOf('1000', '500'), { id: 'O-1', amount: '900' }]
    const attribution = attributeCommission({ lines, target: '1' }, handbook.commission)
    expect(attribution.lines.map(({ id, amount }) => [id, amount])).toEqual([
      ['O-1', '30.00'],
      ['O-2', '15.00'],
    ])
    const statement = calculateCommission({ lines, target: '1' }, handbook.commission)
    expect(attribution.amount).toBe(statement.amount)
    expect(attribution.notCounted).toEqual(statement.notCounted)
    expect(attribution.notCounted).toHaveLength(1)
  })

  it('lines that do not count leave nothing to share where there are none', () => {
    expect(attributeCommission({ lines: [] }, flat('0.01'))).toMatchObject({
      amount: '0.00',
      lines: [],
    })
  })
})

describe('attributeCommission', () => {
  const issuesOf = (input: unknown, plan: unknown = handbook.commission) => {
    const outcome = attempt(() => attributeCommission(input as never, plan as never))
    return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path])
  }

  it('what cannot be shared out is sales given as one figure', () => {
    expect(issuesOf({ sales: '1500000', target: '1200000' })).toEqual([
      ['VALUE_MISSING', ['lines']],
    ])
  })

  it('what cannot be shared out is what the statement refuses', () => {
    expect(issuesOf({ lines: [] })).toEqual([['TARGET_MISSING', ['target']]])
    expect(issuesOf({ lines: [{ id: 'O-1', amount: '1,000' }], target: '1' })).toEqual([
      ['NUMBER_INVALID', ['lines', 0, 'amount']],
    ])
    expect(issuesOf({ lines: [], target: '1' }, { ...handbook.commission })).toEqual([
      ['POLICY_NOT_DEFINED', []],
    ])
  })
})

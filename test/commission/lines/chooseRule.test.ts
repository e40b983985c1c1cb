import { type CommissionPlanInput, calculateCommission } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flat, flatPlan } from '../flatPlan.js'

type RateRuleInput = NonNullable<CommissionPlanInput['rates']>[number]

const rule = (id: string, rate: string, when: RateRuleInput['when']) => ({
  id,
  when,
  scale: flat(rate),
})

const category = rule('software', '0.2', { category: 'software' })
const product = rule('licence', '0.5', { product: ['LIC-1', 'LIC-2'] })
const west = rule('west', '0.3', { region: 'west' })
const westSoftware = rule('west-software', '0.25', { category: 'software', region: 'west' })
const westLicence = rule('west-licence', '0.55', { product: 'LIC-1', region: 'west' })
const forAcme = rule('acme', '0.6', { product: 'LIC-1', region: 'west', customer: 'acme' })

const licence = { id: 'a', amount: '100', product: 'LIC-1', category: 'software' }

function earned(rates: readonly RateRuleInput[], line: object) {
  const lines = [{ id: 'a', amount: '100', ...line }]
  const { amount, notCounted } = calculateCommission({ lines }, flatPlan({ rates }))
  return notCounted.length === 0 ? amount : notCounted.map(({ issue }) => issue.params)
}

describe('chooseRule', () => {
  it.each([
    ['none matches: the plan’s own rate', [category], { category: 'hardware' }, '10.00'],
    ['a line that says nothing: the plan’s own rate', [category, west], {}, '10.00'],
    ['its category', [category], { category: 'software' }, '20.00'],
    ['its product over its category', [category, product], licence, '50.00'],
    ['in whatever order they are written', [product, category], licence, '50.00'],
    ['the second of a rule’s names', [product], { product: 'LIC-2' }, '50.00'],
    [
      'category and region over category',
      [category, westSoftware],
      { category: 'software', region: 'west' },
      '25.00',
    ],
    [
      'category and region over region',
      [west, westSoftware],
      { category: 'software', region: 'west' },
      '25.00',
    ],
    [
      'product and region over category and region',
      [westSoftware, westLicence],
      { ...licence, region: 'west' },
      '55.00',
    ],
    [
      'a product of a category over the product',
      [product, rule('both', '0.45', { product: 'LIC-1', category: 'software' })],
      licence,
      '45.00',
    ],
    [
      'three keys over two and one of them',
      [product, west, westLicence, forAcme],
      { ...licence, region: 'west', customer: 'acme' },
      '60.00',
    ],
    [
      'a rule whose other key the line does not have does not match',
      [category, westSoftware],
      { category: 'software', region: 'east' },
      '20.00',
    ],
  ] as const)(
    'of the rate rules that match a line, the most specific wins: %s',
    (_, rates, line, amount) => {
      expect(earned(rates, line)).toBe(amount)
    },
  )

  it('of the rate rules that match a line, the most specific wins: a rule of two keys settles what the two rules of one key leave open', () => {
    const line = { ...licence, region: 'west' }
    expect(earned([product, west], line)).toEqual([{ rules: ['licence', 'west'] }])
    expect(earned([product, west, westLicence], line)).toBe('55.00')
  })

  it.each([
    [
      'a product and a region',
      [product, west],
      { ...licence, region: 'west' },
      ['licence', 'west'],
    ],
    [
      'a product, and its category in a region',
      [product, westSoftware],
      { ...licence, region: 'west' },
      ['licence', 'west-software'],
    ],
    [
      'two rules of one product',
      [product, rule('again', '0.4', { product: 'LIC-1' })],
      licence,
      ['licence', 'again'],
    ],
  ] as const)(
    'of the rate rules that match a line, the most specific wins: neither of %s does: a conflict',
    (_, rates, line, rules) => {
      expect(earned(rates, line)).toEqual([{ rules }])
    },
  )

  it('of the rate rules that match a line, the most specific wins: a conflict sets the line aside, names the rules, and lets the others go on', () => {
    const lines = [
      { ...licence, region: 'west' },
      { id: 'b', amount: '100' },
    ]
    const statement = calculateCommission({ lines }, flatPlan({ rates: [product, west] }))
    expect(statement.amount).toBe('10.00')
    expect(statement.sales).toBe('100.00')
    expect(statement.notCounted).toMatchObject([
      {
        id: 'a',
        amount: '100.00',
        issue: {
          code: 'RATE_CONFLICT',
          severity: 'warning',
          path: ['lines', 0],
          params: { rules: ['licence', 'west'] },
        },
      },
    ])
  })
})

describe('chooseRule', () => {
  const tiered = {
    id: 'software',
    when: { category: 'software' },
    scale: {
      mode: 'marginal' as const,
      tiers: [
        { id: 'first', upTo: '150', rate: '0.2' },
        { id: 'rest', upTo: null, rate: '0.4' },
      ],
    },
  }

  it('lines of rate rules climb the tiers of their own rule, together, and are named by it', () => {
    const lines = [
      { id: 'a', amount: '100', category: 'software' },
      { id: 'b', amount: '300' },
      { id: 'c', amount: '100', category: 'software' },
    ]
    const statement = calculateCommission({ lines }, flatPlan({ rates: [tiered] }))
    // 150 at 20%, 50 at 40%; 300 at the plan’s 10%.
    expect(statement.amount).toBe('80.00')
    expect(statement.sales).toBe('500.00')
    expect(statement.base).toBe('500.00')
    expect(statement.slices).toEqual([
      { tier: 'all', from: '0', upTo: null, rate: '0.1', base: '300.00', amount: '30.00' },
      {
        rule: 'software',
        tier: 'first',
        from: '0',
        upTo: '150',
        rate: '0.2',
        base: '150.00',
        amount: '30.00',
      },
      {
        rule: 'software',
        tier: 'rest',
        from: '150',
        upTo: null,
        rate: '0.4',
        base: '50.00',
        amount: '20.00',
      },
    ])
  })

  it('lines of rate rules count towards the target with all the others', () => {
    const lines = [
      { id: 'a', amount: '600', category: 'software' },
      { id: 'b', amount: '400' },
    ]
    const gated = flatPlan({ rates: [category], gate: { attainment: '1' } })
    const statement = calculateCommission({ lines, target: '1000' }, gated)
    expect(statement.attainment).toBe('1')
    expect(statement.amount).toBe('160.00')
    expect(calculateCommission({ lines, target: '1000.01' }, gated).gate).toMatchObject({
      outcome: 'unmet',
      remaining: '0.01',
      forgone: '160.00',
    })
  })

  it('lines of rate rules have their rates raised by the coefficient, too', () => {
    const lines = [{ id: 'a', amount: '1000', category: 'software' }]
    const raised = flatPlan({ rates: [category], coefficient: { applies: 'add-to-rate' } })
    expect(calculateCommission({ lines, coefficientUplift: '0.005' }, raised).amount).toBe('205.00')
  })
})

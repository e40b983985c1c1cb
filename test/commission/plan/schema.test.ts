import {
  applyScale,
  attempt,
  type CommissionPlanInput,
  calculateCommission,
  defineCommissionPlan,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

const tiers = [{ id: 'all', upTo: null, rate: '0.025' }] as const
const least: CommissionPlanInput = { currency: 'EUR', scale: { mode: 'marginal', tiers } }

const draw = { amount: '500', kind: 'recoverable' }

function issuesOf(plan: unknown) {
  const outcome = attempt(() => defineCommissionPlan(plan as CommissionPlanInput))
  return outcome.ok ? [] : outcome.issues
}

describe('defineCommissionPlan', () => {
  it('a commission plan of nothing but tiers is filled in, so that it names every choice', () => {
    expect(defineCommissionPlan(least)).toMatchObject({
      id: 'commission',
      version: '1',
      provenance: [],
      currency: 'EUR',
      scale: {
        mode: 'marginal',
        boundary: 'upper-tier',
        negative: 'mirror',
        thresholds: 'money',
        measure: 'base',
        tiers: [{ id: 'all', upTo: null, rate: '0.025' }],
      },
      coefficient: { applies: 'add-to-rate' },
      rounding: { mode: 'half-up', decimals: 2, at: 'total' },
    })
  })

  it('a commission plan keeps every number as its canonical decimal', () => {
    const plan = defineCommissionPlan({
      ...least,
      scale: {
        mode: 'marginal',
        tiers: [
          { id: 'first', upTo: 1e6, rate: 0.03 },
          { id: 'rest', upTo: null, rate: '05.00e-2' },
        ],
      },
      gate: { attainment: '1.00' },
      cap: { amount: 20_000n },
    })
    expect(plan.scale.tiers.map(({ upTo, rate }) => [upTo, rate])).toEqual([
      ['1000000', '0.03'],
      [null, '0.05'],
    ])
    expect(plan.gate).toEqual({ attainment: '1', counts: 'all', startsIn: 'first-tier' })
    expect(plan.cap).toEqual({ amount: '20000' })
  })

  it.each([
    ['JPY', 0],
    ['CNY', 2],
    ['KWD', 3],
    ['CLF', 4],
  ])('a commission plan in %s rounds to %i decimals', (currency, decimals) => {
    expect(defineCommissionPlan({ ...least, currency }).rounding.decimals).toBe(decimals)
  })

  it('a commission plan has a scale that works on its own', () => {
    expect(applyScale('1000', defineCommissionPlan(least).scale as never).amount).toBe('25')
  })

  it('a commission plan is a copy: changing what it was made of changes nothing', () => {
    const written = { ...least, cap: { amount: '10' } }
    const plan = defineCommissionPlan(written)
    written.cap.amount = '99'
    expect(calculateCommission({ sales: '1000' }, plan).amount).toBe('10.00')
    expect(Object.isFrozen(plan.scale.tiers[0])).toBe(true)
  })

  it('a commission plan that is defined can be defined again', () => {
    const plan = defineCommissionPlan(least)
    expect(defineCommissionPlan(plan)).toEqual(plan)
  })
})

describe('defineCommissionPlan', () => {
  it.each([
    ['without a currency', { scale: least.scale }, 'VALUE_INVALID|VALUE_MISSING', ['currency']],
    [
      'in a currency in lower case',
      { ...least, currency: 'eur' },
      'CURRENCY_UNKNOWN',
      ['currency'],
    ],
    ['without a scale', { currency: 'EUR' }, 'VALUE_MISSING', ['scale']],
    [
      'whose rounding keeps more than the currency has',
      { ...least, rounding: { decimals: 3 } },
      'NUMBER_OUT_OF_RANGE',
      ['rounding', 'decimals'],
    ],
    [
      'whose rounding keeps half a decimal',
      { ...least, rounding: { decimals: 1.5 } },
      'VALUE_INVALID',
      ['rounding', 'decimals'],
    ],
    [
      'with a rounding we do not know',
      { ...least, rounding: { mode: 'half-upp' } },
      'VALUE_NOT_ALLOWED',
      ['rounding', 'mode'],
    ],
    [
      'whose cap has cents that are rounded away',
      { ...least, cap: { amount: '10.005' } },
      'TOTAL_TOO_PRECISE',
      ['cap', 'amount'],
    ],
    [
      'whose draw steps down to cents that are rounded away',
      { ...least, payment: { draw: { ...draw, schedule: [{ periods: 1, amount: '10.005' }] } } },
      'TOTAL_TOO_PRECISE',
      ['payment', 'draw', 'schedule', 0, 'amount'],
    ],
    [
      'whose draw is below zero',
      { ...least, payment: { draw: { ...draw, amount: -1 } } },
      'NUMBER_OUT_OF_RANGE',
      ['payment', 'draw', 'amount'],
    ],
    [
      'whose draw lasts for no period',
      { ...least, payment: { draw: { ...draw, periods: 0 } } },
      'VALUE_INVALID',
      ['payment', 'draw', 'periods'],
    ],
    ['with a cap of 0', { ...least, cap: { amount: 0 } }, 'NUMBER_OUT_OF_RANGE', ['cap', 'amount']],
    [
      'with a gate that is always open',
      { ...least, gate: { attainment: '0' } },
      'NUMBER_OUT_OF_RANGE',
      ['gate', 'attainment'],
    ],
    [
      'with a gate that counts something else',
      { ...least, gate: { attainment: 1, counts: 'some' } },
      'VALUE_NOT_ALLOWED',
      ['gate', 'counts'],
    ],
    [
      'with a coefficient that does not say how it applies',
      { ...least, coefficient: {} },
      'VALUE_MISSING',
      ['coefficient', 'applies'],
    ],
    [
      'with provenance of what it does not have',
      { ...least, provenance: [{ path: 'gate', clause: 'COM-2', origin: 'ours' }] },
      'NOT_IN_POLICY',
      ['provenance', 0, 'path'],
    ],
    ['with an empty id', { ...least, id: '' }, 'VALUE_INVALID', ['id']],
  ] as const)('a commission plan is refused: one %s', (_, plan, code, path) => {
    const issues = issuesOf(plan)
    expect(issues).toMatchObject([{ path, severity: 'error' }])
    expect(issues[0]?.code).toMatch(new RegExp(`^(${code})$`))
  })

  it('is refused with all that it has where its provenance names something else', () => {
    const provenance = [{ path: 'gate', clause: 'COM-2', origin: 'ours' }]
    expect(issuesOf({ ...least, provenance })[0]?.message).toMatch(
      /^provenance\[0\]\.path: got "gate", which this policy does not have\. It has: .*currency, .*scale\b.*\. Remove this entry\.$/,
    )
  })

  it('a commission plan is refused with the whole of what is wrong', () => {
    const plan = {
      currency: 'CNY',
      scale: {
        mode: 'marginal',
        tiers: [
          { id: 'a', upTo: '2000', rate: '3' },
          { id: 'a', upTo: '1000', rate: '-1' },
          { id: 'b', upTo: '3000', rate: '0.1' },
        ],
      },
    }
    expect(issuesOf(plan).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['NUMBER_OUT_OF_RANGE', 'scale.tiers.1.rate'],
    ])
    const repaired = structuredClone(plan)
    for (const tier of repaired.scale.tiers) tier.rate = tier.rate.replace('-', '')
    expect(issuesOf(repaired).map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['ID_DUPLICATE', 'scale.tiers.1.id'],
      ['SCALE_END', 'scale.tiers.2.upTo'],
      ['OUT_OF_ORDER', 'scale.tiers.1.upTo'],
      ['NUMBER_LOOKS_LIKE_PERCENT', 'scale.tiers.0.rate'],
    ])
  })

  it('a commission plan is refused with the rate that was meant', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: 3 }] }
    expect(issuesOf({ ...least, scale })).toEqual([
      {
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        severity: 'error',
        path: ['scale', 'tiers', 0, 'rate'],
        params: { given: '3', suggestion: '0.03', maximum: '1', percent: '3' },
        message:
          'scale.tiers[0].rate: got 3, expected a ratio from 0 to 1. Did you mean 0.03 (3%)?',
      },
    ])
  })

  it('a commission plan is refused with more decimals than its currency has, or an amount of more than it pays', () => {
    const scale = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] }
    const yen = { currency: 'JPY', scale, rounding: { decimals: 1 } }
    expect(issuesOf(yen)).toEqual([
      {
        code: 'NUMBER_OUT_OF_RANGE',
        severity: 'error',
        path: ['rounding', 'decimals'],
        params: {
          given: '1',
          minimum: '0',
          maximum: '0',
          expected: 'decimals-of-currency',
          currency: 'JPY',
        },
        message: 'rounding.decimals: got 1, expected at most 0, the decimals of JPY.',
      },
    ])
    expect(issuesOf({ ...yen, rounding: {}, cap: { amount: '0.5' } })).toEqual([
      {
        code: 'TOTAL_TOO_PRECISE',
        severity: 'error',
        path: ['cap', 'amount'],
        params: { total: '0.5', decimals: 0, reason: 'rounding' },
        message: 'cap.amount: got 0.5, expected at most 0 decimals, as amounts are rounded.',
      },
    ])
  })
})

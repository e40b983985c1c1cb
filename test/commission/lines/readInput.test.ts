import {
  attempt,
  type CommissionInput,
  calculateCommission,
  defineCommissionPlan,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { flatPlan } from '../flatPlan.js'

function issuesOf(input: unknown, plan = handbook.commission) {
  const outcome = attempt(() => calculateCommission(input as CommissionInput, plan))
  return outcome.ok ? [] : outcome.issues
}

const good = { sales: '1', target: '1' }

describe('readInput', () => {
  it.each([
    ['sales absent', { target: '1' }, 'VALUE_MISSING', ['sales']],
    ['sales null', { ...good, sales: null }, 'VALUE_MISSING', ['sales']],
    ['sales that are no number', { ...good, sales: NaN }, 'NUMBER_INVALID', ['sales']],
    ['endless sales', { ...good, sales: Infinity }, 'NUMBER_INVALID', ['sales']],
    ['an absurd exponent', { ...good, sales: '1e999999999' }, 'NUMBER_INVALID', ['sales']],
    ['separators', { ...good, sales: '12,000' }, 'NUMBER_INVALID', ['sales']],
    ['full-width digits', { ...good, sales: '１２' }, 'NUMBER_INVALID', ['sales']],
    ['an object as sales', { ...good, sales: {} }, 'NUMBER_INVALID', ['sales']],
    ['0.1 + 0.2', { ...good, sales: 0.1 + 0.2 }, 'NUMBER_TOO_PRECISE', ['sales']],
    ['a target of 0', { ...good, target: 0 }, 'NUMBER_OUT_OF_RANGE', ['target']],
    ['a target below 0', { ...good, target: '-1' }, 'NUMBER_OUT_OF_RANGE', ['target']],
    ['a target that is no number', { ...good, target: 'x' }, 'NUMBER_INVALID', ['target']],
    ['an empty payee', { ...good, payee: '' }, 'VALUE_INVALID', ['payee']],
    ['a payee by number', { ...good, payee: 7 }, 'VALUE_INVALID', ['payee']],
    ['a quarter as text', { ...good, period: 'Q1 2026' }, 'PERIOD_INVALID', ['period']],
    ['a month 13', { ...good, period: '2026-13' }, 'PERIOD_INVALID', ['period']],
    ['a Date as period', { ...good, period: new Date(0) }, 'PERIOD_INVALID', ['period']],
    ['a measure as text', { ...good, measure: 'high' }, 'NUMBER_INVALID', ['measure']],
    [
      'an uplift in percent',
      { ...good, coefficientUplift: 5 },
      'NUMBER_OUT_OF_RANGE',
      ['coefficientUplift'],
    ],
    [
      'half a point as 0.5',
      { ...good, coefficientUplift: '0.5' },
      'NUMBER_LOOKS_LIKE_PERCENT',
      ['coefficientUplift'],
    ],
    [
      'an uplift below 0',
      { ...good, coefficientUplift: '-0.005' },
      'NUMBER_OUT_OF_RANGE',
      ['coefficientUplift'],
    ],
    ['lines as an object', { target: 1, lines: {} }, 'VALUE_INVALID', ['lines']],
    ['a line as text', { target: 1, lines: ['a'] }, 'VALUE_INVALID', ['lines', 0]],
    [
      'a line without an amount',
      { target: 1, lines: [{ id: 'a' }] },
      'VALUE_MISSING',
      ['lines', 0, 'amount'],
    ],
    [
      'a line without an id',
      { target: 1, lines: [{ amount: '1' }] },
      'VALUE_MISSING',
      ['lines', 0, 'id'],
    ],
    [
      'a line with another key',
      { target: 1, lines: [{ id: 'a', amount: '1', vat: '0' }] },
      'UNKNOWN_KEY',
      ['lines', 0, 'vat'],
    ],
    [
      'a second line that cannot be read',
      {
        target: 1,
        lines: [
          { id: 'a', amount: 1 },
          { id: 'a', amount: '?' },
        ],
      },
      'NUMBER_INVALID',
      ['lines', 1, 'amount'],
    ],
  ] as const)('the input of a calculation with %s is refused', (_, input, code, path) => {
    expect(issuesOf(input)).toMatchObject([{ code, path, severity: 'error' }])
  })

  const everything = flatPlan({
    cap: { year: '100' },
    payout: 'of-target-incentive',
    scale: {
      mode: 'interpolated',
      tiers: [{ id: 'all', upTo: '100', amount: '1' }],
      beyond: 'stop',
    },
    kpiMultiplier: { fact: 'on-time', steps: [{ id: 'all', upTo: null, multiplier: '1' }] },
    gate: { conditions: { id: 'trained', comparison: 'equals', required: true } },
    exchange: { on: 'order-date' },
  })
  const known = {
    sales: '1',
    targetIncentive: '1',
    yearToDate: { earned: '0' },
    facts: { 'on-time': '1', trained: true },
  }

  it.each([
    ['a target incentive of 0', { targetIncentive: 0 }, 'NUMBER_OUT_OF_RANGE', ['targetIncentive']],
    ['one below 0', { targetIncentive: '-1' }, 'NUMBER_OUT_OF_RANGE', ['targetIncentive']],
    ['one that is no number', { targetIncentive: '2k' }, 'NUMBER_INVALID', ['targetIncentive']],
    ['none', { targetIncentive: undefined }, 'VALUE_MISSING', ['targetIncentive']],
    ['no figure of the year', { yearToDate: undefined }, 'VALUE_MISSING', ['yearToDate']],
    ['a list as it', { yearToDate: { earned: [] } }, 'NUMBER_INVALID', ['yearToDate', 'earned']],
    ['facts as a list', { facts: [] }, 'VALUE_INVALID', ['facts']],
    ['facts as a text', { facts: 'good' }, 'VALUE_INVALID', ['facts']],
    [
      'a fact that nothing looks at',
      { facts: { ...known.facts, ontime: 1 } },
      'UNKNOWN_KEY',
      ['facts', 'ontime'],
    ],
    [
      'a word where a condition asks for a truth',
      { facts: { ...known.facts, trained: 'yes' } },
      'VALUE_INVALID',
      ['facts', 'trained'],
    ],
    [
      'an object as a fact',
      { facts: { ...known.facts, 'on-time': {} } },
      'NUMBER_INVALID',
      ['facts', 'on-time'],
    ],
  ] as const)('the input of a plan with everything is refused with %s', (_, change, code, path) => {
    expect(issuesOf({ ...known, ...change }, everything)).toMatchObject([
      { code, path, severity: 'error' },
    ])
    expect(issuesOf(known, everything)).toEqual([])
  })

  it.each([
    ['base', flatPlan({ base: 'margin' })],
    [
      'measuredBy',
      flatPlan({
        scale: {
          mode: 'whole-amount',
          measure: 'separate',
          tiers: [{ id: 'all', upTo: null, rate: '0.1' }],
        },
        measuredBy: 'margin',
      }),
    ],
    ['cap.line', flatPlan({ cap: { line: '1' } })],
  ])(
    'the input of a calculation is lines where the plan looks at each of them (%s)',
    (field, plan) => {
      expect(issuesOf({ sales: '1' }, plan)).toEqual([
        {
          code: 'VALUE_MISSING',
          severity: 'error',
          path: ['lines'],
          params: { expected: 'lines', field },
          message: `lines: is missing, expected the order lines, which "${field}" of the plan looks at.`,
        },
      ])
    },
  )

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '1500000'],
    ['an array', [1]],
    ['a Date', new Date(0)],
    ['a Map', new Map([['sales', 1]])],
    ['a function', () => ({ sales: 1 })],
  ])('the input of a calculation that is %s is refused', (_, input) => {
    const [issue, ...others] = issuesOf(input)
    expect(issue?.code).toMatch(/^VALUE_(MISSING|INVALID)$/)
    expect(others).toEqual([])
  })

  it('the input of a calculation whose getter throws is refused, not thrown on', () => {
    const trap = Object.defineProperty({ target: '1' }, 'sales', {
      enumerable: true,
      get: () => {
        throw new Error('trap')
      },
    })
    expect(issuesOf(trap)).toMatchObject([{ code: 'VALUE_UNREADABLE', path: [] }])
  })

  it('the input of a calculation names every problem at once', () => {
    const input = {
      payee: '',
      period: 'x',
      target: 0,
      coefficientUplift: 2,
      lines: [{ id: 'a', amount: 'x' }, 1],
    }
    expect(issuesOf(input).map(({ path }) => path.join('.'))).toEqual([
      'payee',
      'period',
      'target',
      'coefficientUplift',
      'lines.0.amount',
      'lines.1',
    ])
  })

  it('the input of a calculation names all that is wrong at once, beside a key that nothing reads', () => {
    const issues = issuesOf({ sals: '1', target: 'x', period: 'zzz' })
    expect(issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['UNKNOWN_KEY', 'sals'],
      ['PERIOD_INVALID', 'period'],
      ['NUMBER_INVALID', 'target'],
      ['VALUE_MISSING', 'sales'],
    ])
  })

  it('the input of a calculation asks for lines, and not for what the year has sold, where the plan looks at each', () => {
    const payment = { accrual: 'year-to-date' } as const
    const plan = flatPlan({ payment, eligibility: { statuses: ['signed'] } })
    const input = { period: '2026-02', lines: [], yearToDate: { sales: '0', earned: '0' } }
    expect(issuesOf(input, plan).map(({ message }) => message)).toEqual([
      'yearToDate.sales: is missing, expected the order lines, which "eligibility.statuses" of the plan looks at.',
    ])
  })

  it('the input of a calculation takes an uplift of ten points, and says what a larger one was meant to be', () => {
    expect(issuesOf({ ...good, coefficientUplift: '0.1' })).toEqual([])
    expect(issuesOf({ ...good, coefficientUplift: 0.5 })).toEqual([
      {
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        severity: 'error',
        path: ['coefficientUplift'],
        params: { reason: 'uplift', given: '0.5', suggestion: '0.005' },
        message:
          'coefficientUplift: got 0.5, expected what is added to every rate, at most 0.1. Did you mean 0.005?',
      },
    ])
    const multiplied = defineCommissionPlan({
      ...handbook.commission,
      coefficient: { applies: 'multiply' },
    })
    const input = { sales: '100', target: '1', coefficientUplift: '0.5' }
    expect(calculateCommission(input, multiplied).amount).toBe('4.50')
  })

  it('the input of a calculation adds no uplift to money per unit, and multiplies by it', () => {
    const tiers = [{ id: 'all', upTo: null, rate: '12' }]
    const planWith = (applies: 'add-to-rate' | 'multiply') =>
      defineCommissionPlan({
        currency: 'EUR',
        scale: { mode: 'marginal', thresholds: 'units', tiers },
        coefficient: { applies },
      })
    const pay = (coefficientUplift: string, plan = planWith('add-to-rate')) =>
      attempt(() => calculateCommission({ sales: '100', coefficientUplift }, plan))
    expect(pay('0.005')).toEqual({
      ok: false,
      issues: [
        {
          code: 'POLICY_CONFLICT',
          severity: 'error',
          path: ['coefficientUplift'],
          params: { reason: 'uplift-on-units' },
          message:
            'coefficientUplift: an uplift is added to rates, and this plan pays for units. Set "coefficient.applies" to "multiply", or leave the uplift out.',
        },
      ],
    })
    expect(pay('0')).toMatchObject({ ok: true, value: { amount: '1200.00' } })
    const multiplied = pay('0.005', planWith('multiply'))
    expect(multiplied).toMatchObject({ ok: true, value: { amount: '1206.00' } })
  })

  it('the input of a calculation adds no uplift to a payout curve, whose rates are 0, and multiplies by it', () => {
    const tiers = [
      { id: 'to-target', upTo: '1', amount: '0.5' },
      { id: 'over', upTo: '2', amount: '0.5' },
    ]
    const planWith = (applies: 'add-to-rate' | 'multiply', rate = '0') =>
      defineCommissionPlan({
        currency: 'EUR',
        scale: {
          mode: 'interpolated',
          thresholds: 'attainment',
          beyond: 'stop',
          tiers: tiers.map((tier) => ({ ...tier, rate })),
        },
        payout: 'of-target-incentive',
        coefficient: { applies },
      })
    const given = { sales: '4000000', target: '2000000', targetIncentive: '20000' }
    const pay = (coefficientUplift: string, plan = planWith('add-to-rate')) =>
      attempt(() => calculateCommission({ ...given, coefficientUplift }, plan))
    expect(pay('0.005')).toEqual({
      ok: false,
      issues: [
        {
          code: 'POLICY_CONFLICT',
          severity: 'error',
          path: ['coefficientUplift'],
          params: { reason: 'uplift-on-flat' },
          message:
            'coefficientUplift: an uplift is added to rates, and this plan pays flat amounts by tiers whose rates are all 0. Set its "coefficient.applies" to "multiply", or leave the uplift out.',
        },
      ],
    })
    expect(pay('0')).toMatchObject({ ok: true, value: { amount: '20000.00' } })
    const multiplied = pay('0.005', planWith('multiply'))
    expect(multiplied).toMatchObject({ ok: true, value: { amount: '20100.00' } })
    // With a rate beside the amounts there is something to add to: 4,000,000 × 0.6% and the incentive.
    expect(pay('0.005', planWith('add-to-rate', '0.001'))).toMatchObject({
      ok: true,
      value: { amount: '44000.00' },
    })
  })

  it('the input of a calculation adds no uplift where a rate rule pays flat, and does where a rate is 0 because nothing is paid', () => {
    const paying = (first: object) => ({
      mode: 'marginal' as const,
      tiers: [{ id: 'all', upTo: null, ...first }],
    })
    const pay = (rule: object) => {
      const plan = defineCommissionPlan({
        currency: 'EUR',
        scale: paying({ rate: '0.1' }),
        rates: [{ id: 'services', when: { product: 'svc' }, scale: paying(rule) }],
      })
      const lines = [{ id: 'O-1', amount: '1000', product: 'kit' }]
      return attempt(() => calculateCommission({ lines, coefficientUplift: '0.005' }, plan))
    }
    expect(pay({ rate: '0' })).toMatchObject({ ok: true, value: { amount: '105.00' } })
    for (const flat of [{ amount: '50' }, { minimum: '50' }])
      expect(pay(flat)).toMatchObject({ issues: [{ params: { reason: 'uplift-on-flat' } }] })
  })

  it('the input of a calculation says which key was meant', () => {
    expect(issuesOf({ ...good, targt: '1' })).toEqual([
      {
        code: 'UNKNOWN_KEY',
        severity: 'error',
        path: ['targt'],
        params: {
          key: 'targt',
          known: [
            'payee',
            'period',
            'sales',
            'lines',
            'exchangeRates',
            'target',
            'measure',
            'coefficientUplift',
            'targetIncentive',
            'facts',
            'yearToDate',
          ],
          suggestion: 'target',
        },
        message:
          'targt: is not a known key. Known: payee, period, sales, lines, exchangeRates, target, measure, coefficientUplift, targetIncentive, facts, yearToDate. Did you mean "target"?',
      },
    ])
  })

  it('the input of a calculation gives sales once, as a figure or as lines', () => {
    expect(issuesOf({ ...good, lines: [] })).toEqual([
      {
        code: 'POLICY_CONFLICT',
        severity: 'error',
        path: ['sales'],
        params: { reason: 'sales-and-lines' },
        message: 'sales: got a figure and lines, expected one of them.',
      },
    ])
  })

  it('the input of a calculation reads no key from a prototype', () => {
    const polluted = JSON.parse('{"sales":"1","target":"1","__proto__":{"payee":"x"}}')
    expect(new Set(issuesOf(polluted).map(({ code }) => code))).toEqual(new Set(['KEY_FORBIDDEN']))
    expect(issuesOf(Object.create({ sales: '1', target: '1' }))).toMatchObject([
      { code: 'VALUE_UNREADABLE', path: ['sales'] },
      { code: 'VALUE_UNREADABLE', path: ['target'] },
    ])
  })

  it('refuses a field of a line that stands behind an accessor, and would be passed over', () => {
    class Line {
      id = 'a'
      amount = '1000'
      get currency() {
        return 'USD'
      }
    }
    expect(issuesOf({ lines: [new Line()], target: '1' })).toMatchObject([
      { code: 'VALUE_UNREADABLE', path: ['lines', 0, 'currency'], params: { reason: 'not-own' } },
    ])
  })

  it('the input of a calculation may say undefined for what is not known', () => {
    expect(issuesOf({ ...good, payee: undefined, measure: undefined })).toEqual([])
  })
})

import { attempt, type CommissionInput, calculateCommission, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'

function issuesOf(input: unknown) {
  const outcome = attempt(() => calculateCommission(input as CommissionInput, handbook.commission))
  return outcome.ok ? [] : outcome.issues
}

const good = { sales: '1', target: '1' }

describe('the input of a calculation', () => {
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
      { target: 1, lines: [{ id: 'a', amount: '1', tax: '0' }] },
      'UNKNOWN_KEY',
      ['lines', 0, 'tax'],
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
  ] as const)('with %s is refused', (_, input, code, path) => {
    expect(issuesOf(input)).toMatchObject([{ code, path, severity: 'error' }])
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '1500000'],
    ['an array', [1]],
    ['a Date', new Date(0)],
    ['a Map', new Map([['sales', 1]])],
    ['a function', () => ({ sales: 1 })],
  ])('that is %s is refused', (_, input) => {
    const [issue, ...others] = issuesOf(input)
    expect(issue?.code).toMatch(/^VALUE_(MISSING|INVALID)$/)
    expect(others).toEqual([])
  })

  it('whose getter throws is refused, not thrown on', () => {
    const trap = Object.defineProperty({ target: '1' }, 'sales', {
      enumerable: true,
      get: () => {
        throw new Error('trap')
      },
    })
    expect(issuesOf(trap)).toMatchObject([{ code: 'VALUE_INVALID', path: [] }])
  })

  it('names every problem at once', () => {
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

  it('says which key was meant', () => {
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
            'earnedBefore',
          ],
          suggestion: 'target',
        },
        message:
          'targt: is not a known key. Known: payee, period, sales, lines, exchangeRates, target, measure, coefficientUplift, targetIncentive, facts, earnedBefore. Did you mean "target"?',
      },
    ])
  })

  it('gives sales once, as a figure or as lines', () => {
    expect(issuesOf({ ...good, lines: [] })).toEqual([
      {
        code: 'POLICY_CONFLICT',
        severity: 'error',
        path: ['sales'],
        params: {
          reason: 'sales are given twice, as a figure and as lines. Give one of them.',
        },
        message: 'sales: sales are given twice, as a figure and as lines. Give one of them.',
      },
    ])
  })

  it('reads no key from a prototype', () => {
    const polluted = JSON.parse('{"sales":"1","target":"1","__proto__":{"payee":"x"}}')
    expect(new Set(issuesOf(polluted).map(({ code }) => code))).toEqual(new Set(['KEY_FORBIDDEN']))
    expect(issuesOf(Object.create({ sales: '1' }))).toMatchObject([{ path: ['sales'] }])
  })

  it('may say undefined for what is not known', () => {
    expect(issuesOf({ ...good, payee: undefined, measure: undefined })).toEqual([])
  })
})

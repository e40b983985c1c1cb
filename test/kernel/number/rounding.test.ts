import { describe, expect, it } from 'vitest'
import { attempt, type RoundingMode, round } from '../../../src/kernel/index.js'
import {
  round as roundFraction,
  toUnits as roundToUnits,
} from '../../../src/kernel/number/fraction.js'
import { readScoreRounding, roundingModes } from '../../../src/kernel/number/rounding.js'
import { collected, problemsOf, refused } from '../refused.js'

const inEachMode = (value: string, decimals = 0) =>
  roundingModes.map((mode) => round(value, { mode, decimals }))

describe('round', () => {
  // half-up, half-even, half-down, up, down, ceiling, floor
  it.each([
    ['2.5', 0, ['3', '2', '2', '3', '2', '3', '2']],
    ['-2.5', 0, ['-3', '-2', '-2', '-3', '-2', '-2', '-3']],
    ['3.5', 0, ['4', '4', '3', '4', '3', '4', '3']],
    ['-3.5', 0, ['-4', '-4', '-3', '-4', '-3', '-3', '-4']],
    ['0.5', 0, ['1', '0', '0', '1', '0', '1', '0']],
    ['2.5000000000001', 0, ['3', '3', '3', '3', '2', '3', '2']],
    ['2.4999999999999', 0, ['2', '2', '2', '3', '2', '3', '2']],
    ['0.005', 2, ['0.01', '0.00', '0.00', '0.01', '0.00', '0.01', '0.00']],
    ['-0.004', 2, ['0.00', '0.00', '0.00', '-0.01', '0.00', '0.00', '-0.01']],
    ['1.005', 2, ['1.01', '1.00', '1.00', '1.01', '1.00', '1.01', '1.00']],
    ['7', 3, Array(7).fill('7.000')],
    ['-0', 2, Array(7).fill('0.00')],
    ['1e-13', 12, ['0', '0', '0', '1', '0', '1', '0'].map((unit) => `0.00000000000${unit}`)],
  ])('takes %s to %i decimals: %j', (value, decimals, expected) => {
    expect(inEachMode(value, decimals)).toEqual(expected)
  })

  it('goes half-up where no mode is named', () => {
    expect(round('472.5', { decimals: 0 })).toBe('473')
    expect(round('-472.5', { decimals: 0 })).toBe('-473')
  })

  // The table in the documentation of java.math.RoundingMode (Java SE 17).
  const columns: readonly RoundingMode[] = [
    'up',
    'down',
    'ceiling',
    'floor',
    'half-up',
    'half-down',
    'half-even',
  ]
  it.each([
    ['5.5', [6, 5, 6, 5, 6, 5, 6]],
    ['2.5', [3, 2, 3, 2, 3, 2, 2]],
    ['1.6', [2, 1, 2, 1, 2, 2, 2]],
    ['1.1', [2, 1, 2, 1, 1, 1, 1]],
    ['1.0', [1, 1, 1, 1, 1, 1, 1]],
    ['-1.0', [-1, -1, -1, -1, -1, -1, -1]],
    ['-1.1', [-2, -1, -1, -2, -1, -1, -1]],
    ['-1.6', [-2, -1, -1, -2, -2, -2, -2]],
    ['-2.5', [-3, -2, -2, -3, -3, -2, -2]],
    ['-5.5', [-6, -5, -5, -6, -6, -5, -6]],
  ])('agrees with the published table on %s', (value, expected) => {
    expect(columns.map((mode) => Number(round(value, { mode, decimals: 0 })))).toEqual(expected)
  })

  it('refuses a value, a mode and decimals that are wrong, all at once', () => {
    const wrong = { mode: 'half-uo', decimals: 13, digits: 2 } as never
    expect(attempt(() => round('12,000', wrong))).toEqual(
      refused(
        {
          code: 'NUMBER_INVALID',
          path: ['value'],
          params: { given: '"12,000"', suggestion: '12000' },
          message: 'value: got "12,000", expected a plain decimal. Did you mean "12000"?',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['rounding', 'digits'],
          params: { key: 'digits', known: ['mode', 'decimals'], suggestion: null },
          message: 'rounding.digits: is not a known key. Known: mode, decimals.',
        },
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['rounding', 'mode'],
          params: { given: '"half-uo"', allowed: roundingModes, suggestion: 'half-up' },
          message:
            'rounding.mode: got "half-uo", expected one of "half-up", "half-even", "half-down", ' +
            '"up", "down", "ceiling", "floor". Did you mean "half-up"?',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['rounding', 'decimals'],
          params: { given: '13', minimum: '0', maximum: '12', expected: 'whole-number' },
          message: 'rounding.decimals: got 13, expected a whole number from 0 to 12.',
        },
      ),
    )
  })

  it('refuses to round without decimals', () => {
    const expected = refused({
      code: 'VALUE_MISSING',
      path: ['rounding', 'decimals'],
      params: { expected: 'whole-number', minimum: '0', maximum: '12' },
      message: 'rounding.decimals: is missing, expected a whole number from 0 to 12.',
    })
    expect(attempt(() => round('1', {} as never))).toEqual(expected)
    expect(attempt(() => round('1', undefined as never))).toEqual(expected)
  })

  it('refuses a rounding that is no object, and misses the decimals in it', () => {
    expect(attempt(() => round('1', 2 as never))).toEqual(
      refused(
        {
          code: 'VALUE_INVALID',
          path: ['rounding'],
          params: { given: '2', expected: 'plain-object' },
          message: 'rounding: got 2, expected a plain object.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['rounding', 'decimals'],
          params: { expected: 'whole-number', minimum: '0', maximum: '12' },
          message: 'rounding.decimals: is missing, expected a whole number from 0 to 12.',
        },
      ),
    )
  })

  it.each([2.5, '2', Number.NaN, -1])('refuses %o decimals', (decimals) => {
    expect(attempt(() => round('1', { decimals } as never))).toMatchObject({
      ok: false,
      issues: [{ path: ['rounding', 'decimals'] }],
    })
  })
})

describe('the rounding of a score', () => {
  const read = (fields: Record<string, unknown>) =>
    collected((issues) => readScoreRounding(fields, ['score'], issues))

  it('is half-up to two decimals by default', () => {
    expect(read({})).toEqual({ ok: true, value: { mode: 'half-up', decimals: 2 } })
    expect(read({ decimals: 0, rounding: 'down' })).toEqual({
      ok: true,
      value: { mode: 'down', decimals: 0 },
    })
  })

  it('is refused by the fields that say it', () => {
    expect(problemsOf(read({ decimals: 13, rounding: 'near' }))).toEqual([
      'VALUE_NOT_ALLOWED score.rounding',
      'NUMBER_OUT_OF_RANGE score.decimals',
    ])
  })
})

describe('a fraction', () => {
  it('is rounded by its exact value, not by its written one', () => {
    // 1/3 * 1.5 is exactly a half; 0.333… * 1.5 is a little less.
    const half = { n: 3n, d: 6n }
    expect(roundToUnits(half, 0, 'half-up')).toBe(1n)
    expect(roundToUnits({ n: 333_333_333_333n * 3n, d: 2n * 10n ** 12n }, 0, 'half-up')).toBe(0n)
  })

  it('is still a fraction when it is rounded', () => {
    const rounded = roundFraction({ n: -2n, d: 3n }, { mode: 'half-up', decimals: 2 })
    expect(rounded).toEqual({ n: -67n, d: 100n })
  })
})

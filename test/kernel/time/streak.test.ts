import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { findStreaks, type PeriodHeld, type StreakRule } from '../../../src/kernel/time/streak.js'
import { refused } from '../refused.js'

const rule = (change: Partial<StreakRule> = {}): StreakRule => ({
  length: 2,
  gap: 'break',
  repeat: 'once',
  ...change,
})

/** `2026-Q1+` is a quarter that held, `2026-Q2-` one that did not, `2026-Q3e` one that is excused. */
const history = (text: string): PeriodHeld[] =>
  text
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const period = entry.slice(0, -1)
      return entry.endsWith('e')
        ? { period, excused: 'leave' }
        : { period, held: entry.endsWith('+') }
    })

/** The periods in which a streak is reached, each with the periods that make it up. */
const streaks = (text: string, change?: Partial<StreakRule>) =>
  findStreaks(history(text), rule(change)).map(
    ({ reachedIn, periods }) => `${reachedIn}: ${periods.join(' ')}`,
  )

describe('findStreaks', () => {
  it.each([
    ['nothing in an empty history', '', []],
    ['nothing in one period', '2026-Q1+', []],
    ['two in a row', '2026-Q1+ 2026-Q2+', ['2026-Q2: 2026-Q1 2026-Q2']],
    ['two in a row over the year end', '2025-12+ 2026-01+', ['2026-01: 2025-12 2026-01']],
    ['two years in a row', '2025+ 2026+', ['2026: 2025 2026']],
    ['nothing when the second does not hold', '2026-Q1+ 2026-Q2-', []],
    ['nothing when one between does not hold', '2026-Q1+ 2026-Q2- 2026-Q3+', []],
    [
      'two runs, each once',
      '2025-Q1+ 2025-Q2+ 2025-Q3- 2025-Q4+ 2026-Q1+',
      ['2025-Q2: 2025-Q1 2025-Q2', '2026-Q1: 2025-Q4 2026-Q1'],
    ],
    [
      'the start of a longer run, once',
      '2026-01+ 2026-02+ 2026-03+ 2026-04+',
      ['2026-02: 2026-01 2026-02'],
    ],
    ['the same whatever the order', '2026-Q2+ 2026-Q3- 2026-Q1+', ['2026-Q2: 2026-Q1 2026-Q2']],
  ])('finds %s', (_, text, expected) => {
    expect(streaks(text)).toEqual(expected)
  })

  it('finds a streak in every period when the length is 1', () => {
    expect(streaks('2026-01+ 2026-02- 2026-03+', { length: 1 })).toEqual([
      '2026-01: 2026-01',
      '2026-03: 2026-03',
    ])
  })

  it('counts once per run, or at each multiple of the length', () => {
    const year = '2026-01+ 2026-02+ 2026-03+ 2026-04+ 2026-05+'
    expect(streaks(year, { repeat: 'once' })).toEqual(['2026-02: 2026-01 2026-02'])
    expect(streaks(year, { repeat: 'each-multiple' })).toEqual([
      '2026-02: 2026-01 2026-02',
      '2026-04: 2026-03 2026-04',
    ])
  })

  it('lets a gap break a run, or neither extend nor break it', () => {
    const gap = '2025-Q4+ 2026-Q2+ 2026-Q3+'
    expect(streaks(gap, { gap: 'break' })).toEqual(['2026-Q3: 2026-Q2 2026-Q3'])
    expect(streaks(gap, { gap: 'ignore' })).toEqual(['2026-Q2: 2025-Q4 2026-Q2'])
  })

  it.each(['break', 'ignore'] as const)(
    'passes over what is excused, where a gap is for %s',
    (gap) => {
      const leave = '2025-Q4+ 2026-Q1e 2026-Q2e 2026-Q3+'
      expect(streaks(leave, { gap })).toEqual(['2026-Q3: 2025-Q4 2026-Q3'])
      expect(streaks('2026-Q1e 2026-Q2e', { gap })).toEqual([])
      expect(streaks('2026-Q1+ 2026-Q2e 2026-Q3- 2026-Q4+', { gap })).toEqual([])
    },
  )

  it('does not take leave beside a gap for leave in it', () => {
    expect(streaks('2025-Q4+ 2026-Q1e 2026-Q3+')).toEqual([])
    expect(streaks('2025-Q4+ 2026-Q2e 2026-Q3+')).toEqual([])
  })

  it('finds no run in three quarters of six years', () => {
    expect(streaks('2019-Q4+ 2022-Q2+ 2026-Q1+')).toEqual([])
    expect(streaks('2019-Q4+ 2022-Q2+ 2026-Q1+', { length: 3 })).toEqual([])
  })

  it('passes over one period that is left out, or as many in a row as the rule says', () => {
    const ignore = { gap: 'ignore' } as const
    expect(streaks('2026-Q1+ 2026-Q3+', ignore)).toHaveLength(1)
    expect(streaks('2026-Q1+ 2026-Q4+', ignore)).toEqual([])
    expect(streaks('2026-Q1+ 2026-Q4+', { ...ignore, gapAtMost: 2 })).toHaveLength(1)
    expect(streaks('2026-Q1+ 2026-Q3e 2026-Q4+', ignore)).toHaveLength(1)
    expect(streaks('2025-Q4+ 2026-Q2e 2026-Q4+', ignore)).toEqual([])
  })

  it.each([2, 3])(
    'of three quarters in six years finds no %i in a row by any reading',
    (length) => {
      const years = '2019-Q4+ 2022-Q2+ 2026-Q1+'
      expect(streaks(years, { length, gap: 'ignore' })).toEqual([])
    },
  )

  it('refuses to be told how many are passed over where one breaks a run', () => {
    const given = attempt(() => findStreaks([], rule({ gapAtMost: 1 })))
    expect(given.ok ? [] : given.issues.map(({ code, path }) => [code, path])).toEqual([
      ['POLICY_CONFLICT', ['rule', 'gapAtMost']],
    ])
    const none = attempt(() => findStreaks([], rule({ gap: 'ignore', gapAtMost: 0 })))
    expect(none.ok ? [] : none.issues.map(({ code, path }) => [code, path])).toEqual([
      ['NUMBER_OUT_OF_RANGE', ['rule', 'gapAtMost']],
    ])
  })

  it('does not take the turn of the year for a gap', () => {
    for (const text of ['2025-12+ 2026-01+', '2025-Q4+ 2026-Q1+', '2025+ 2026+']) {
      expect(streaks(text, { gap: 'break' })).toHaveLength(1)
    }
  })

  it('leaves the history as it was', () => {
    const given = Object.freeze(history('2026-Q2+ 2026-Q1+'))
    expect(findStreaks(given, rule())).toHaveLength(1)
    expect(given).toEqual(history('2026-Q2+ 2026-Q1+'))
  })
})

describe('a history', () => {
  it('has each period once', () => {
    expect(attempt(() => findStreaks(history('2026-Q1+ 2026-Q2+ 2026-Q1-'), rule()))).toEqual(
      refused({
        code: 'ID_DUPLICATE',
        path: ['history', 2, 'period'],
        params: { id: '2026-Q1', kind: 'period' },
        message: 'history[2].period: got 2026-Q1 twice, expected each period once.',
      }),
    )
  })

  it('has periods of one length', () => {
    expect(attempt(() => findStreaks(history('2026-Q1+ 2026-04+ 2026+'), rule()))).toEqual(
      refused(
        {
          code: 'PERIODS_MIXED',
          path: ['history', 1, 'period'],
          params: { first: '2026-Q1', other: '2026-04', unit: 'quarter' },
          message:
            'history[1].period: got 2026-04 in a history of quarters, expected periods of one length.',
        },
        {
          code: 'PERIODS_MIXED',
          path: ['history', 2, 'period'],
          params: { first: '2026-Q1', other: '2026', unit: 'quarter' },
          message:
            'history[2].period: got 2026 in a history of quarters, expected periods of one length.',
        },
      ),
    )
  })

  it('says true or false for each', () => {
    const rows = [{ period: '2026-Q1', held: 'yes' }, { period: '2026-Q5', held: 1 }, {}]
    expect(attempt(() => findStreaks(rows as unknown as PeriodHeld[], rule()))).toEqual(
      refused(
        {
          code: 'VALUE_INVALID',
          path: ['history', 0, 'held'],
          params: { given: '"yes"', expected: 'boolean' },
          message: 'history[0].held: got "yes", expected true or false.',
        },
        {
          code: 'PERIOD_INVALID',
          path: ['history', 1, 'period'],
          params: { given: '"2026-Q5"' },
          message:
            'history[1].period: got "2026-Q5", expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.',
        },
        {
          code: 'VALUE_INVALID',
          path: ['history', 1, 'held'],
          params: { given: '1', expected: 'boolean' },
          message: 'history[1].held: got 1, expected true or false.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['history', 2, 'period'],
          params: { expected: 'period' },
          message:
            'history[2].period: is missing, expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['history', 2, 'held'],
          params: { expected: 'boolean' },
          message: 'history[2].held: is missing, expected true or false.',
        },
      ),
    )
  })

  it.each([
    ['nothing', undefined, 'VALUE_MISSING', ['history']],
    ['an object', { '2026': true }, 'VALUE_INVALID', ['history']],
    ['a text', '2026', 'VALUE_INVALID', ['history']],
    ['a row that is a text', ['2026'], 'VALUE_INVALID', ['history', 0]],
    ['a row that is missing', [null], 'VALUE_MISSING', ['history', 0]],
    ['a row that is a Date', [new Date(0)], 'VALUE_INVALID', ['history', 0]],
    [
      'a key that nothing reads',
      [{ period: '2026', held: true, hold: true }],
      'UNKNOWN_KEY',
      ['history', 0, 'hold'],
    ],
    [
      'a prototype in a key',
      [JSON.parse('{"period":"2026","held":true,"__proto__":{}}')],
      'KEY_FORBIDDEN',
      ['history', 0, '__proto__'],
    ],
  ])('is a list of plain rows: %s is refused', (_, value, code, path) => {
    const outcome = attempt(() => findStreaks(value as unknown as PeriodHeld[], rule()))
    expect(outcome).toMatchObject({ ok: false })
    expect(outcome.ok ? [] : outcome.issues[0]).toMatchObject({ code, path })
  })
})

describe('the rule of a streak', () => {
  it.each([0, -1, 1001])('has a length of 1 to 1000: %i is refused, and ends', (length) => {
    expect(attempt(() => findStreaks(history('2026-Q1+ 2026-Q2+'), rule({ length })))).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['rule', 'length'],
        params: { given: String(length), minimum: '1', maximum: '1000', expected: 'whole-number' },
        message: `rule.length: got ${length}, expected a whole number from 1 to 1000.`,
      }),
    )
  })

  it('names everything that is wrong with it', () => {
    const wrong = { length: Number.NaN, gap: 'ignored', repeat: null, lenght: 2 }
    expect(attempt(() => findStreaks([], wrong as unknown as StreakRule))).toEqual(
      refused(
        {
          code: 'UNKNOWN_KEY',
          path: ['rule', 'lenght'],
          params: {
            key: 'lenght',
            known: ['length', 'gap', 'gapAtMost', 'repeat'],
            suggestion: 'length',
          },
          message:
            'rule.lenght: is not a known key. Known: length, gap, gapAtMost, repeat. Did you mean "length"?',
        },
        {
          code: 'VALUE_INVALID',
          path: ['rule', 'length'],
          params: {
            given: 'NaN',
            expected: 'whole-number',
            minimum: '1',
            maximum: '1000',
          },
          message: 'rule.length: got NaN, expected a whole number from 1 to 1000.',
        },
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['rule', 'gap'],
          params: { given: '"ignored"', allowed: ['break', 'ignore'], suggestion: 'ignore' },
          message:
            'rule.gap: got "ignored", expected one of "break", "ignore". Did you mean "ignore"?',
        },
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['rule', 'repeat'],
          params: { given: 'null', allowed: ['once', 'each-multiple'], suggestion: null },
          message: 'rule.repeat: got null, expected one of "once", "each-multiple".',
        },
      ),
    )
  })

  it.each([undefined, null, 'once', []])('is an object: %j is refused', (value) => {
    expect(attempt(() => findStreaks([], value as unknown as StreakRule))).toMatchObject({
      ok: false,
      issues: [{ path: ['rule'] }],
    })
  })
})

describe('a history of a hundred thousand months', () => {
  const months = Array.from({ length: 100_000 }, (_, index) => ({
    period: `${String(Math.floor(index / 12) + 1).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`,
    held: true,
  }))

  it('is read in one pass', { timeout: 5000 }, () => {
    const found = findStreaks(months, rule({ length: 1000, repeat: 'each-multiple' }))
    expect(found.length).toBe(100)
  })
})

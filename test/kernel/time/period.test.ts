import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import type { Issue } from '../../../src/kernel/input/issue.js'
import {
  addPeriods,
  periodAround,
  periodOf,
  periodRange,
  rangeOf,
  yearOf,
} from '../../../src/kernel/time/period.js'
import {
  type PeriodPosition,
  type PeriodUnit,
  readPeriod,
  writePeriod,
} from '../../../src/kernel/time/periodText.js'
import { answered, collected, refused } from '../refused.js'

describe('periodRange', () => {
  it.each([
    ['2026-01', 'month', '2026-01-01', '2026-01-31'],
    ['2026-02', 'month', '2026-02-01', '2026-02-28'],
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-04', 'month', '2026-04-01', '2026-04-30'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
    ['2026-Q2', 'quarter', '2026-04-01', '2026-06-30'],
    ['2026-Q3', 'quarter', '2026-07-01', '2026-09-30'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-H1', 'half-year', '2026-01-01', '2026-06-30'],
    ['2026-H2', 'half-year', '2026-07-01', '2026-12-31'],
    ['2026', 'year', '2026-01-01', '2026-12-31'],
    ['2026-W01', 'week', '2025-12-29', '2026-01-04'],
    ['2026-W07', 'week', '2026-02-09', '2026-02-15'],
    ['2026-W53', 'week', '2026-12-28', '2027-01-03'],
    ['2027-W01', 'week', '2027-01-04', '2027-01-10'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['0001-W01', 'week', '0001-01-01', '0001-01-07'],
    ['9999-W51', 'week', '9999-12-20', '9999-12-26'],
    ['0001', 'year', '0001-01-01', '0001-12-31'],
    ['0001-01', 'month', '0001-01-01', '0001-01-31'],
    ['9999-12', 'month', '9999-12-01', '9999-12-31'],
    ['9999-Q4', 'quarter', '9999-10-01', '9999-12-31'],
    ['9999', 'year', '9999-01-01', '9999-12-31'],
  ])('of %s is a %s from %s to %s', (period, unit, from, to) => {
    expect(periodRange(period)).toEqual({ unit, from, to })
  })
})

describe('yearOf', () => {
  it.each([
    ['2026-01', '2026'],
    ['2026-12', '2026'],
    ['2027-01', '2027'],
    ['2026-Q1', '2026'],
    ['2026-Q4', '2026'],
    ['2026-H2', '2026'],
    ['2026-W01', '2026'],
    ['2026-W52', '2026'],
    ['2026-W53', '2027'],
    ['2026', '2026'],
    ['0001-01', '0001'],
  ])('of %s is %s', (period, year) => {
    const at = collected((issues) => readPeriod(period, [], issues))
    expect(at.ok && at.value && yearOf(at.value)).toBe(year)
  })
})

describe('rangeOf', () => {
  it.each([
    ['2028-02', 'month', '2028-02-01', '2028-02-29'],
    ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
    ['9999', 'year', '9999-01-01', '9999-12-31'],
  ])('of %s, once read, is its name, its place and its days', (name, unit, from, to) => {
    const issues: Issue[] = []
    const at = readPeriod(name, [], issues)
    expect(issues).toEqual([])
    expect(rangeOf(at as PeriodPosition)).toEqual({ name, unit, position: at?.position, from, to })
  })
})

describe('periodOf', () => {
  it.each([
    ['2026-01-01', '2026-01', '2026-Q1', '2026'],
    ['2026-03-31', '2026-03', '2026-Q1', '2026'],
    ['2026-04-01', '2026-04', '2026-Q2', '2026'],
    ['2026-06-30', '2026-06', '2026-Q2', '2026'],
    ['2026-07-01', '2026-07', '2026-Q3', '2026'],
    ['2026-09-30', '2026-09', '2026-Q3', '2026'],
    ['2026-10-01', '2026-10', '2026-Q4', '2026'],
    ['2026-12-31', '2026-12', '2026-Q4', '2026'],
    ['2028-02-29', '2028-02', '2028-Q1', '2028'],
    ['0001-01-01', '0001-01', '0001-Q1', '0001'],
    ['9999-12-31', '9999-12', '9999-Q4', '9999'],
  ])('%s falls in %s, in %s and in %s', (date, month, quarter, year) => {
    expect([periodOf(date, 'month'), periodOf(date, 'quarter'), periodOf(date, 'year')]).toEqual([
      month,
      quarter,
      year,
    ])
  })

  it('names everything that is wrong, and the unit that was meant', () => {
    expect(attempt(() => periodOf('2026-02-30', 'quartr' as PeriodUnit))).toEqual(
      refused(
        {
          code: 'DATE_INVALID',
          path: ['date'],
          params: { given: '"2026-02-30"' },
          message: 'date: got "2026-02-30", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'VALUE_NOT_ALLOWED',
          path: ['unit'],
          params: {
            given: '"quartr"',
            allowed: ['week', 'month', 'quarter', 'half-year', 'year'],
            suggestion: 'quarter',
          },
          message:
            'unit: got "quartr", expected one of "week", "month", "quarter", "half-year", "year". Did you mean "quarter"?',
        },
      ),
    )
  })
})

describe('periodOf a day, by half-year and week', () => {
  it.each([
    ['2026-06-30', '2026-H1', '2026-W27'],
    ['2026-07-01', '2026-H2', '2026-W27'],
    ['2026-12-28', '2026-H2', '2026-W53'],
    ['2026-12-31', '2026-H2', '2026-W53'],
    ['2027-01-03', '2027-H1', '2026-W53'],
    ['2027-01-04', '2027-H1', '2027-W01'],
    ['2025-12-29', '2025-H2', '2026-W01'],
    ['2025-12-28', '2025-H2', '2025-W52'],
    ['2024-12-30', '2024-H2', '2025-W01'],
    ['2021-01-01', '2021-H1', '2020-W53'],
    ['2020-12-31', '2020-H2', '2020-W53'],
  ])('%s falls in %s and in %s', (date, half, week) => {
    expect([periodOf(date, 'half-year'), periodOf(date, 'week')]).toEqual([half, week])
  })

  it('has no week for the last days of 9999, whose week would end after them', () => {
    expect(attempt(() => periodOf('9999-12-27', 'week'))).toMatchObject({
      issues: [{ code: 'DATE_NOT_COVERED', path: ['date'] }],
    })
  })
})

describe('periodAround', () => {
  it.each([
    ['2026-03', 'half-year', '2026-H1'],
    ['2026-Q3', 'half-year', '2026-H2'],
    ['2026-H1', 'year', '2026'],
    ['2026-W53', 'month', '2027-01'],
    ['2026-W05', 'month', '2026-02'],
    ['2026-W05', 'week', '2026-W05'],
    ['2026-02', 'week', undefined],
    ['2026-H1', 'quarter', undefined],
  ] as const)('of %s, by %s, is the one in which it ends: %s', (period, per, expected) => {
    const at = readPeriod(period, [], [])
    const around = at && periodAround(at, per)
    expect(around && writePeriod(around)).toBe(expected)
  })
})

describe('addPeriods', () => {
  it.each([
    ['2026-01', 0, '2026-01'],
    ['2026-01', 1, '2026-02'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', 25, '2028-04'],
    ['2026-Q1', 3, '2026-Q4'],
    ['2026-Q4', 1, '2027-Q1'],
    ['2026-Q1', -1, '2025-Q4'],
    ['2026-Q2', -6, '2024-Q4'],
    ['2026-H1', 1, '2026-H2'],
    ['2026-H2', 1, '2027-H1'],
    ['2026-W53', 1, '2027-W01'],
    ['2026-W01', -1, '2025-W52'],
    ['0001-W01', 521_721, '9999-W51'],
    ['2026', 1, '2027'],
    ['2026', -2025, '0001'],
    ['0001-01', 119_987, '9999-12'],
    ['9999-Q4', -39_995, '0001-Q1'],
    ['0999', 1, '1000'],
  ])('of %s and %i is %s', (period, count, expected) => {
    expect(addPeriods(period, count)).toBe(expected)
  })

  it.each([
    ['9999-12', 1, -119_987, 0],
    ['0001-Q1', -1, 0, 39_995],
    ['0001-W01', -1, 0, 521_721],
    ['2026', 7974, -2025, 7973],
    ['2026', Number.MAX_SAFE_INTEGER, -2025, 7973],
  ])('refuses to leave the years 1 to 9999: %s and %i', (period, count, minimum, maximum) => {
    expect(attempt(() => addPeriods(period, count))).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['count'],
        params: {
          expected: 'whole-number',
          given: String(count),
          minimum: String(minimum),
          maximum: String(maximum),
        },
        message: `count: got ${count}, expected a whole number from ${minimum} to ${maximum}.`,
      }),
    )
  })

  it.each([0.5, Number.NaN, Number.NEGATIVE_INFINITY])('refuses to add %s periods', (count) => {
    expect(attempt(() => addPeriods('2026', count))).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['count'],
        params: {
          given: String(count),
          expected: 'whole-number',
          minimum: '-2025',
          maximum: '7973',
        },
        message: `count: got ${count}, expected a whole number from -2025 to 7973.`,
      }),
    )
  })
})

describe('a period', () => {
  it.each([
    ['2026-13'],
    ['2026-00'],
    ['2026-3'],
    ['2026-Q0'],
    ['2026-Q5'],
    ['2026-q1'],
    ['2026Q1'],
    ['2026-H0'],
    ['2026-H3'],
    ['2026-W00'],
    ['2025-W53'],
    ['2026-W54'],
    ['2026-W7'],
    ['9999-W52'],
    ['0000-W01'],
    ['2026-03-01'],
    ['0000'],
    ['0000-Q1'],
    ['26'],
    ['12026'],
    [' 2026'],
    ['2026\n'],
    [''],
  ])('is refused when it is written in another way: "%s"', (period) => {
    const given = JSON.stringify(period)
    const issue = refused({
      code: 'PERIOD_INVALID',
      path: ['period'],
      params: { given },
      message: `period: got ${given}, expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.`,
    })
    expect(attempt(() => periodRange(period))).toEqual(issue)
    expect(attempt(() => addPeriods(period, 1))).toEqual(issue)
  })

  it.each([
    [2026, '2026'],
    [Number.NaN, 'NaN'],
    [new Date(0), 'a Date'],
    [['2026'], 'an array'],
    [{ year: 2026 }, 'an object'],
  ])('is a text: %s is refused', (value, given) => {
    expect(attempt(() => periodRange(value as unknown as string))).toEqual(
      refused({
        code: 'PERIOD_INVALID',
        path: ['period'],
        params: { given },
        message: `period: got ${given}, expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.`,
      }),
    )
  })

  it.each([undefined, null])('is missing when it is %s', (value) => {
    expect(collected((issues) => readPeriod(value, ['rows', 2, 'period'], issues))).toEqual(
      refused({
        code: 'VALUE_MISSING',
        path: ['rows', 2, 'period'],
        params: { expected: 'period' },
        message:
          'rows[2].period: is missing, expected a period 2026-03, 2026-Q1, 2026-H1, 2026-W07 or 2026.',
      }),
    )
  })

  it.each([
    ['2026-03', 'month', 24_314],
    ['2026-Q1', 'quarter', 8104],
    ['2026', 'year', 2026],
    ['0001-12', 'month', 23],
  ] as const)('%s has a place among all %ss: %i', (period, unit, position) => {
    expect(collected((issues) => readPeriod(period, [], issues))).toEqual(
      answered({ unit, position }),
    )
    expect(writePeriod({ unit, position })).toBe(period)
  })
})

import { describe, expect, it } from 'vitest'
import type { Issue } from '../../../src/kernel/input/issue.js'
import {
  type AnyPeriod,
  isSamePeriod,
  monthsOf,
  readAnyPeriod,
  writeAnyPeriod,
} from '../../../src/kernel/time/anyPeriod.js'
import { isFirst, isLast, isWhole, type SpanUnit, spanOf } from '../../../src/kernel/time/fiscal.js'

function period(given: unknown): AnyPeriod {
  const issues: Issue[] = []
  const read = readAnyPeriod(given, ['period'], issues)
  expect(issues).toEqual([])
  return read as AnyPeriod
}

const own = (from: string, to: string) => ({ id: 'P', from, to })

describe('readAnyPeriod', () => {
  it('reads a company’s own period by its name and its days, and gives it back as it came', () => {
    const given = { id: '2026-P02', from: '2026-01-26', to: '2026-02-25' }
    const read = period(given)
    expect(read).toEqual({
      unit: 'own',
      position: 0,
      name: '2026-P02',
      from: '2026-01-26',
      to: '2026-02-25',
    })
    expect(writeAnyPeriod(read)).toEqual(given)
    expect(writeAnyPeriod(period('2026-02'))).toBe('2026-02')
  })

  it.each([
    ['without an id', { from: '2026-01-26', to: '2026-02-25' }, 'VALUE_MISSING', ['period', 'id']],
    ['without an end', { id: 'P', from: '2026-01-26' }, 'VALUE_MISSING', ['period', 'to']],
    [
      'that ends before it starts',
      own('2026-02-25', '2026-01-26'),
      'DATES_OUT_OF_ORDER',
      ['period'],
    ],
    ['on a day that is none', own('2026-02-30', '2026-03-01'), 'DATE_INVALID', ['period', 'from']],
    [
      'with a field too many',
      { ...own('2026-01-26', '2026-02-25'), unit: 1 },
      'UNKNOWN_KEY',
      ['period', 'unit'],
    ],
    ['that is a list', [], 'PERIOD_INVALID', ['period']],
    ['that is a Date', new Date(0), 'PERIOD_INVALID', ['period']],
    ['that is none', 'P02', 'PERIOD_INVALID', ['period']],
  ])('refuses one %s', (_, given, code, path) => {
    const issues: Issue[] = []
    readAnyPeriod(given, ['period'], issues)
    expect(issues).toMatchObject([{ code, path }])
  })

  it('tells two of one name by their days', () => {
    const [a, b] = [own('2026-01-26', '2026-02-25'), own('2027-01-26', '2027-02-25')].map(period)
    expect(isSamePeriod(a as AnyPeriod, b as AnyPeriod)).toBe(false)
    expect(isSamePeriod(a as AnyPeriod, period(own('2026-01-26', '2026-02-25')))).toBe(true)
  })
})

describe('monthsOf', () => {
  it.each([
    ['2026-03', 1],
    ['2026-H1', 6],
    ['2026-W07', null],
    [own('2026-01-26', '2026-02-25'), 1],
    [own('2026-02-01', '2026-02-28'), 1],
    [own('2026-04-01', '2027-03-31'), 12],
    [own('2026-02-09', '2026-02-22'), null],
    [own('2026-01-26', '2026-02-24'), null],
  ])('of %o is %s', (given, months) => {
    expect(monthsOf(period(given))).toBe(months)
  })
})

describe('spanOf', () => {
  it.each<[unknown, SpanUnit, number, string]>([
    ['2026-03', 'year', 1, '2026'],
    ['2026-03', 'year', 4, '2025-04/2026-03'],
    ['2026-04', 'year', 4, '2026-04/2027-03'],
    ['2026-03', 'quarter', 4, '2026-Q1'],
    ['2026-03', 'quarter', 1, '2026-Q1'],
    ['2026-03', 'quarter', 2, '2026-02/2026-04'],
    ['2026-01', 'quarter', 3, '2025-12/2026-02'],
    ['2026-03', 'half-year', 1, '2026-H1'],
    ['2026-03', 'half-year', 7, '2026-H1'],
    ['2026-03', 'half-year', 4, '2025-10/2026-03'],
    ['2026-W53', 'year', 1, '2027'],
    ['2026-W01', 'year', 1, '2026'],
    [own('2026-12-26', '2027-01-25'), 'year', 1, '2027'],
    [own('2026-03-26', '2026-04-25'), 'year', 4, '2026-04/2027-03'],
  ])('of %o by %s, where years start in month %i, is %s', (given, unit, yearStartsIn, name) => {
    expect(spanOf(period(given), { unit, yearStartsIn }).name).toBe(name)
  })

  it('has its first and its last day', () => {
    expect(spanOf(period('2028-01'), { unit: 'year', yearStartsIn: 3 })).toMatchObject({
      from: '2027-03-01',
      to: '2028-02-29',
    })
    expect(spanOf(period('2026-03'), { unit: 'half-year', yearStartsIn: 1 })).toMatchObject({
      from: '2026-01-01',
      to: '2026-06-30',
    })
  })
})

describe('a period of its span', () => {
  it.each<[unknown, SpanUnit, number, boolean, boolean, boolean]>([
    ['2026-01', 'year', 1, true, false, false],
    ['2026-12', 'year', 1, false, true, false],
    ['2026', 'year', 1, true, true, true],
    ['2026', 'year', 4, true, true, false],
    ['2026-03', 'year', 4, false, true, false],
    ['2026-04', 'year', 4, true, false, false],
    ['2026-08', 'quarter', 1, false, false, false],
    ['2026-09', 'quarter', 1, false, true, false],
    ['2026-Q3', 'quarter', 1, true, true, true],
    ['2026-H1', 'quarter', 1, true, true, true],
    ['9999-11', 'year', 1, false, false, false],
    ['9999-12', 'year', 1, false, true, false],
    ['2026-W01', 'year', 1, true, false, false],
    ['2026-W02', 'year', 1, false, false, false],
    ['2026-W52', 'year', 1, false, true, false],
    ['2026-W53', 'year', 1, true, false, false],
    [own('2026-12-26', '2027-01-25'), 'year', 1, true, false, false],
    [own('2026-11-26', '2026-12-25'), 'year', 1, false, true, false],
    [own('2026-10-26', '2026-11-25'), 'year', 1, false, false, false],
    [own('2026-08-01', '2026-08-31'), 'quarter', 1, false, false, false],
    [own('2026-09-01', '2026-09-30'), 'quarter', 1, false, true, false],
    [own('2026-03-16', '2026-03-29'), 'quarter', 1, false, true, false],
    [own('2026-03-02', '2026-03-15'), 'quarter', 1, false, false, false],
    [own('2026-04-01', '2027-03-31'), 'year', 4, true, true, true],
    [own('9999-12-01', '9999-12-31'), 'year', 1, false, true, false],
    [own('9999-12-20', '9999-12-31'), 'year', 1, false, true, false],
  ])(
    '%o, by %s from month %i: first %s, last %s, whole %s',
    (given, unit, yearStartsIn, ...answers) => {
      const [one, rule] = [period(given), { unit, yearStartsIn }]
      expect([isFirst(one, rule), isLast(one, rule), isWhole(one, rule)]).toEqual(answers)
    },
  )
})

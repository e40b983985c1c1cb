import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import {
  addWorkingDays,
  countWorkingDays,
  type DefinedCalendar,
  isWorkingDay,
} from '../../../src/kernel/time/calendar.js'
import { defineCalendar } from '../../../src/kernel/time/schema.js'
import { refused } from '../refused.js'

/**
 * Mainland China in 2026, by the notice of the General Office of the State Council
 * (https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm): days off, and weekend days worked to make up for them.
 */
const china2026 = defineCalendar({
  from: '2026-01-01',
  to: '2026-12-31',
  weekend: [6, 7],
  holidays: [
    // New Year
    ...['2026-01-01', '2026-01-02', '2026-01-03'],
    // Spring Festival
    ...['2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
    ...['2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'],
    // Tomb-Sweeping Day
    ...['2026-04-04', '2026-04-05', '2026-04-06'],
    // Labour Day
    ...['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'],
    // Dragon Boat Festival
    ...['2026-06-19', '2026-06-20', '2026-06-21'],
    // Mid-Autumn Festival
    ...['2026-09-25', '2026-09-26', '2026-09-27'],
    // National Day
    ...['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'],
    ...['2026-10-05', '2026-10-06', '2026-10-07'],
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
})

describe('mainland China in 2026', () => {
  it.each([
    ['2026-01-01', false, 'New Year'],
    ['2026-01-04', true, 'a Sunday worked'],
    ['2026-01-05', true, 'a Monday'],
    ['2026-01-10', false, 'a Saturday'],
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday worked before the Spring Festival'],
    ['2026-02-15', false, 'the first day of the Spring Festival'],
    ['2026-02-23', false, 'its last day, a Monday'],
    ['2026-02-28', true, 'a Saturday worked after it'],
    ['2026-03-01', false, 'a Sunday'],
    ['2026-10-10', true, 'a Saturday worked after National Day'],
    ['2026-12-31', true, 'the last day covered'],
  ])('%s is worked: %s (%s)', (date, expected) => {
    expect(isWorkingDay(date, china2026)).toBe(expected)
  })

  it.each([
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-13', 6, '2026-02-28'],
    ['2026-02-13', 7, '2026-03-02'],
    ['2026-02-17', 1, '2026-02-24'],
    ['2026-02-17', -1, '2026-02-14'],
    ['2026-02-24', -1, '2026-02-14'],
    ['2026-02-24', -2, '2026-02-13'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-04-30', 4, '2026-05-09'],
    ['2026-05-09', 1, '2026-05-11'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-10-08', -1, '2026-09-30'],
    ['2026-01-01', 1, '2026-01-04'],
    ['2026-01-05', -1, '2026-01-04'],
    ['2026-12-30', 1, '2026-12-31'],
  ])('from %s the working day %i is %s', (date, n, expected) => {
    expect(addWorkingDays(date, n, china2026)).toBe(expected)
  })

  it.each([
    ['2026-01-01', '2026-01-31', 21],
    ['2026-02-01', '2026-02-28', 16],
    ['2026-03-01', '2026-03-31', 22],
    ['2026-10-01', '2026-10-31', 18],
    ['2026-02-15', '2026-02-23', 0],
    ['2026-02-14', '2026-02-14', 1],
    ['2026-02-15', '2026-02-15', 0],
    ['2026-01-01', '2026-12-31', 248],
  ])('from %s to %s there are %i working days', (from, to, expected) => {
    expect(countWorkingDays(from, to, china2026)).toBe(expected)
  })
})

const years = (from: number, to: number, weekend: readonly number[], holidays: string[] = []) =>
  defineCalendar({ from: `${from}-01-01`, to: `${to}-12-31`, weekend, holidays })

const SATURDAY_AND_SUNDAY = [6, 7]
const FRIDAY_AND_SATURDAY = [5, 6]

describe('the figures that spreadsheets publish', () => {
  /**
   * The examples on Microsoft's pages for NETWORKDAYS and NETWORKDAYS.INTL; that of 2014 is from
   * http://jabsto.com/Tutorial/topic-25/Microsoft-Excel-2013-607.html.
   */
  it.each([
    ['2012-10-01', '2013-03-01', SATURDAY_AND_SUNDAY, [], 110],
    ['2012-10-01', '2013-03-01', SATURDAY_AND_SUNDAY, ['2012-11-22'], 109],
    [
      '2012-10-01',
      '2013-03-01',
      SATURDAY_AND_SUNDAY,
      ['2012-11-22', '2012-12-04', '2013-01-21'],
      107,
    ],
    ['2006-01-01', '2006-01-31', SATURDAY_AND_SUNDAY, [], 22],
    ['2006-01-01', '2006-02-01', FRIDAY_AND_SATURDAY, ['2006-01-02', '2006-01-16'], 22],
    ['2014-01-15', '2014-06-30', SATURDAY_AND_SUNDAY, [], 119],
    ['2006-02-28', '2006-01-31', SATURDAY_AND_SUNDAY, [], -21],
  ])(
    'are what countWorkingDays counts from %s to %s (weekend %j, off %j): %i',
    (from, to, weekend, holidays, expected) => {
      expect(countWorkingDays(from, to, years(2005, 2015, weekend, holidays))).toBe(expected)
    },
  )

  /** The examples on Microsoft's page for WORKDAY, and in Apple's "Formulas and Functions". */
  it.each([
    ['2008-10-01', 151, [], '2009-04-30'],
    ['2008-10-01', 151, ['2008-11-26', '2008-12-04', '2009-01-21'], '2009-05-05'],
    ['2009-11-01', 20, ['2009-11-11', '2009-11-26'], '2009-12-01'],
  ])(
    'are what addWorkingDays adds to %s: %i days with %j off end on %s',
    (date, n, holidays, expected) => {
      expect(addWorkingDays(date, n, years(2008, 2009, SATURDAY_AND_SUNDAY, holidays))).toBe(
        expected,
      )
    },
  )
})

const january = defineCalendar({
  from: '2026-01-01',
  to: '2026-01-31',
  weekend: [6, 7],
  holidays: ['2026-01-01'],
})

describe('addWorkingDays', () => {
  it.each(['2026-01-05', '2026-01-03', '2026-01-01'])(
    'gives back the date itself for 0, worked or not: %s',
    (date) => {
      expect(addWorkingDays(date, 0, january)).toBe(date)
      expect(addWorkingDays(date, -0, january)).toBe(date)
    },
  )

  it('works every day where there is no weekend', () => {
    const daily = defineCalendar({ from: '2026-01-01', to: '2026-01-31', weekend: [] })
    expect(addWorkingDays('2026-01-01', 30, daily)).toBe('2026-01-31')
    expect(countWorkingDays('2026-01-01', '2026-01-31', daily)).toBe(31)
  })

  it('works one day a week where six are off', () => {
    const mondays = defineCalendar({
      from: '2026-01-01',
      to: '2026-01-31',
      weekend: [2, 3, 4, 5, 6, 7],
    })
    expect(addWorkingDays('2026-01-01', 2, mondays)).toBe('2026-01-12')
    expect(addWorkingDays('2026-01-31', -4, mondays)).toBe('2026-01-05')
  })

  it.each([
    ['2026-01-30', 1],
    ['2026-01-01', 22],
    ['2026-01-02', -1],
    ['2026-01-31', -22],
    ['2026-01-15', 55_000],
    ['2026-01-15', -55_000],
  ])('refuses to answer beyond the calendar: %s and %i', (date, n) => {
    const asked = `working day ${n} from ${date}`
    expect(attempt(() => addWorkingDays(date, n, january))).toEqual(
      refused({
        code: 'DATE_NOT_COVERED',
        path: ['n'],
        params: { date, days: n, from: '2026-01-01', to: '2026-01-31', reason: 'working-days' },
        message: `n: ${asked} is outside the calendar, which covers 2026-01-01 to 2026-01-31. Give a calendar that covers it.`,
      }),
    )
  })

  it('answers up to the last working day covered', () => {
    expect(addWorkingDays('2026-01-01', 21, january)).toBe('2026-01-30')
    expect(addWorkingDays('2026-01-31', -21, january)).toBe('2026-01-02')
  })

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s working days', (n) => {
    expect(attempt(() => addWorkingDays('2026-01-05', n, january))).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['n'],
        params: { given: String(n), expected: 'whole-number', minimum: '-55000', maximum: '55000' },
        message: `n: got ${n}, expected a whole number from -55000 to 55000.`,
      }),
    )
  })

  it.each([55_001, -55_001])('refuses %i working days', (n) => {
    expect(attempt(() => addWorkingDays('2026-01-05', n, january))).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['n'],
        params: { expected: 'whole-number', given: String(n), minimum: '-55000', maximum: '55000' },
        message: `n: got ${n}, expected a whole number from -55000 to 55000.`,
      }),
    )
  })
})

describe('a date that the calendar does not cover', () => {
  const outside = (path: string, date: string) => ({
    code: 'DATE_NOT_COVERED' as const,
    path: [path],
    params: { date, from: '2026-01-01', to: '2026-01-31' },
    message: `${path}: ${date} is outside the calendar, which covers 2026-01-01 to 2026-01-31. Give a calendar that covers it.`,
  })

  it.each(['2025-12-31', '2026-02-01', '9999-12-31', '0001-01-01'])('is refused: %s', (date) => {
    expect(attempt(() => isWorkingDay(date, january))).toEqual(refused(outside('date', date)))
    expect(attempt(() => addWorkingDays(date, 0, january))).toEqual(refused(outside('date', date)))
    expect(attempt(() => addWorkingDays(date, 1, january))).toEqual(refused(outside('date', date)))
  })

  it('is refused at either end of a span, both named', () => {
    expect(attempt(() => countWorkingDays('2025-12-31', '2026-02-01', january))).toEqual(
      refused(outside('from', '2025-12-31'), outside('to', '2026-02-01')),
    )
  })

  it.each(['2026-01-01', '2026-01-31'])('is not the first or the last day: %s', (date) => {
    expect(attempt(() => isWorkingDay(date, january))).toEqual({ ok: true, value: false })
  })
})

describe('countWorkingDays', () => {
  it.each([
    ['2026-01-06', '2026-01-05', -2],
    ['2026-01-31', '2026-01-01', -21],
    ['2026-01-05', '2026-01-03', -1],
    ['2026-01-04', '2026-01-03', 0],
    ['2026-01-03', '2026-01-03', 0],
    ['2026-01-05', '2026-01-05', 1],
  ])('from a later date to an earlier one is negative: %s to %s is %i', (from, to, expected) => {
    expect(countWorkingDays(from, to, january)).toBe(expected)
  })

  it('refuses dates that do not exist', () => {
    expect(
      attempt(() => countWorkingDays('2026-01-32', new Date(0) as unknown as string, january)),
    ).toMatchObject({
      ok: false,
      issues: [
        { code: 'DATE_INVALID', path: ['from'], params: { given: '"2026-01-32"' } },
        { code: 'DATE_INVALID', path: ['to'], params: { given: 'a Date' } },
      ],
    })
  })
})

describe('a calendar', () => {
  it.each([
    ['a copy that was not defined', { ...january }],
    ['a policy of another kind', {}],
    ['null', null],
    ['a text', 'CN'],
    ['nothing', undefined],
  ])('comes from defineCalendar: %s is refused', (_, value) => {
    const calendar = value as DefinedCalendar
    const isObject = typeof value === 'object' && value !== null
    const given = value === 'CN' ? '"CN"' : String(value)
    const what = isObject ? 'a copy, or was read from JSON' : given
    const issue = refused({
      code: 'POLICY_NOT_DEFINED',
      path: [],
      params: { ...(!isObject && { reason: 'no-policy', given }), define: 'defineCalendar' },
      message: `the policy given does not come from defineCalendar: it is ${what}. Pass what that returns.`,
    })
    expect(attempt(() => isWorkingDay('2026-01-05', calendar))).toEqual(issue)
    expect(attempt(() => addWorkingDays('2026-01-05', 1, calendar))).toEqual(issue)
    expect(attempt(() => countWorkingDays('2026-01-05', '2026-01-06', calendar))).toEqual(issue)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  readDate,
  weekdayOf,
} from '../../../src/kernel/time/dates.js'
import { periodRange } from '../../../src/kernel/time/period.js'
import { answered, collected, refused } from '../refused.js'

const read = (value: unknown) => collected((issues) => readDate(value, ['date'], issues))

describe('a date', () => {
  it('is nothing that throws when it is looked at', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(read(proxy)).toEqual(
      refused({
        code: 'DATE_INVALID',
        path: ['date'],
        params: { given: 'an object' },
        message: 'date: got an object, expected a calendar date YYYY-MM-DD that exists.',
      }),
    )
  })

  it.each([
    ['an ordinary day', '2026-06-15'],
    ['29 February of a leap year', '2028-02-29'],
    ['29 February of a year that 400 divides', '2000-02-29'],
    ['the first day there is', '0001-01-01'],
    ['the last day there is', '9999-12-31'],
    ['a day that Samoa left out of its clocks', '2011-12-30'],
    ['the day that summer time starts in New York', '2026-03-08'],
  ])('is read when it exists: %s', (_, date) => {
    expect(read(date)).toEqual(answered(date))
  })

  it.each([
    ['30 February', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of a century that 400 does not divide', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['day 32', '2026-01-32'],
    ['the year 0', '0000-12-31'],
    ['a month', '2026-13'],
    ['one digit', '2026-1-1'],
    ['the other order', '31-01-2026'],
    ['slashes', '2026/01/31'],
    ['an instant', '2026-01-31T00:00:00Z'],
    ['a space behind', '2026-01-31 '],
    ['a line break behind', '2026-01-31\n'],
    ['an ordinal date', '2026-031'],
    ['five digits of year', '12026-01-31'],
    ['a sign', '-2026-01-31'],
    ['wide digits', '２０２６-01-31'],
    ['nothing', ''],
  ])('is refused and never moved when it does not exist: %s', (_, date) => {
    const given = JSON.stringify(date)
    expect(read(date)).toEqual(
      refused({
        code: 'DATE_INVALID',
        path: ['date'],
        params: { given },
        message: `date: got ${given}, expected a calendar date YYYY-MM-DD that exists.`,
      }),
    )
  })

  it.each([
    ['a number', 20260131, '20260131'],
    ['NaN', Number.NaN, 'NaN'],
    ['an object', { year: 2026 }, 'an object'],
    ['an array', ['2026-01-31'], 'an array'],
    ['true', true, 'true'],
  ])('is a text: %s is refused', (_, value, given) => {
    expect(read(value)).toEqual(
      refused({
        code: 'DATE_INVALID',
        path: ['date'],
        params: { given },
        message: `date: got ${given}, expected a calendar date YYYY-MM-DD that exists.`,
      }),
    )
  })

  it('is no Date, for a Date is an instant', () => {
    expect(read(new Date(0))).toEqual(
      refused({
        code: 'DATE_INVALID',
        path: ['date'],
        params: { given: 'a Date' },
        message:
          'date: got a Date, expected a calendar date YYYY-MM-DD that exists. A Date is an instant; give its day where the rule applies.',
      }),
    )
  })

  it.each([undefined, null])('is missing when it is %s', (value) => {
    expect(read(value)).toEqual(
      refused({
        code: 'VALUE_MISSING',
        path: ['date'],
        params: { expected: 'date' },
        message: 'date: is missing, expected a calendar date YYYY-MM-DD.',
      }),
    )
  })
})

/** Unix time reached 10^9 seconds on 2001-09-09 (day 11,574) and ends at 2^31 seconds on 2038-01-19 (day 24,855). */
const numbered: readonly (readonly [string, number, number])[] = [
  // Date, day number, ISO weekday.
  ['1970-01-01', 0, 4],
  ['1969-12-31', -1, 3],
  ['2000-01-01', 10_957, 6],
  ['2001-09-09', 11_574, 7],
  ['2038-01-19', 24_855, 2],
  ['1969-07-20', -165, 7],
  ['1900-01-01', -25_567, 1],
  ['2024-02-29', 19_782, 4],
  ['2026-01-01', 20_454, 4],
  ['0001-01-01', -719_162, 1],
  ['9999-12-31', 2_932_896, 5],
]

describe('the day number', () => {
  it.each(numbered)('of %s is %i', (date, day) => {
    expect(dayNumber(date)).toBe(day)
    expect(dateOfDay(day)).toBe(date)
  })
})

describe('the weekday', () => {
  it.each(numbered)('of %s (day %i) is %i, where 1 is Monday', (_, day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday)
  })
})

describe('addDays', () => {
  it.each([
    ['2026-06-15', 0, '2026-06-15'],
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-07', 1, '2026-03-08'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-11-01', 1, '2026-11-02'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2011-12-30', 1, '2011-12-31'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2028-01-01', 365, '2028-12-31'],
    ['0001-01-01', 3_652_058, '9999-12-31'],
    ['9999-12-31', -3_652_058, '0001-01-01'],
  ])('of %s and %i is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  it.each([
    ['9999-12-31', 1, '2932897'],
    ['0001-01-01', -1, '-719163'],
    ['9999-12-31', 3_700_000, '6632896'],
  ])('refuses to leave the years 1 to 9999: %s and %i', (date, days, day) => {
    expect(attempt(() => addDays(date, days))).toEqual(
      refused({
        code: 'DATE_NOT_COVERED',
        path: ['days'],
        params: { date: day, from: '0001-01-01', to: '9999-12-31', reason: 'years' },
        message: 'days: leads out of the years 1 to 9999.',
      }),
    )
  })

  it('names everything that is wrong', () => {
    expect(attempt(() => addDays('2026-02-30', 1.5))).toEqual(
      refused(
        {
          code: 'DATE_INVALID',
          path: ['date'],
          params: { given: '"2026-02-30"' },
          message: 'date: got "2026-02-30", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'VALUE_INVALID',
          path: ['days'],
          params: {
            given: '1.5',
            expected: 'whole-number',
            minimum: '-3700000',
            maximum: '3700000',
          },
          message: 'days: got 1.5, expected a whole number from -3700000 to 3700000.',
        },
      ),
    )
  })

  it.each([3_700_001, -3_700_001, Number.MAX_SAFE_INTEGER])('refuses %i days', (days) => {
    expect(attempt(() => addDays('2026-01-01', days))).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['days'],
        params: {
          expected: 'whole-number',
          given: String(days),
          minimum: '-3700000',
          maximum: '3700000',
        },
        message: `days: got ${days}, expected a whole number from -3700000 to 3700000.`,
      }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '1' as unknown as number])(
    'refuses %s for days',
    (days) => {
      expect(attempt(() => addDays('2026-01-01', days))).toMatchObject({
        ok: false,
        issues: [{ code: 'VALUE_INVALID', path: ['days'] }],
      })
    },
  )
})

describe('addMonths', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-28', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2028-02-29', -12, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-05-31', 6, '2026-11-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-01-31', -11, '2025-02-28'],
    ['2026-07-31', 0, '2026-07-31'],
    ['1900-01-31', 1, '1900-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
    ['0001-01-31', 1, '0001-02-28'],
    ['0099-12-31', 1, '0100-01-31'],
    ['0001-01-01', 119_987, '9999-12-01'],
    ['9999-12-31', -119_987, '0001-01-31'],
  ])('of %s and %i is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it.each([
    ['9999-12-01', 1],
    ['0001-01-31', -1],
    ['2026-01-01', 120_000],
    ['2026-01-01', -120_000],
  ])('refuses to leave the years 1 to 9999: %s and %i', (date, months) => {
    expect(attempt(() => addMonths(date, months))).toMatchObject({
      ok: false,
      issues: [
        {
          code: 'DATE_NOT_COVERED',
          path: ['months'],
          message: 'months: leads out of the years 1 to 9999.',
        },
      ],
    })
  })

  it('names everything that is wrong', () => {
    expect(
      attempt(() => addMonths(new Date(0) as unknown as string, undefined as unknown as number)),
    ).toEqual(
      refused(
        {
          code: 'DATE_INVALID',
          path: ['date'],
          params: { given: 'a Date' },
          message:
            'date: got a Date, expected a calendar date YYYY-MM-DD that exists. A Date is an instant; give its day where the rule applies.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['months'],
          params: { expected: 'whole-number', minimum: '-120000', maximum: '120000' },
          message: 'months: is missing, expected a whole number from -120000 to 120000.',
        },
      ),
    )
  })
})

describe('daysBetween', () => {
  it.each([
    ['2026-06-15', '2026-06-15', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-03-01', '2026-02-28', -1],
    ['2026-01-01', '2027-01-01', 365],
    ['2028-01-01', '2029-01-01', 366],
    ['2026-03-07', '2026-03-09', 2],
    ['2011-12-29', '2011-12-31', 2],
    ['2000-01-01', '2400-01-01', 146_097],
    ['0001-01-01', '9999-12-31', 3_652_058],
  ])('from %s to %s is %i', (from, to, expected) => {
    expect(daysBetween(from, to)).toBe(expected)
  })

  it('names both dates when both are wrong', () => {
    expect(attempt(() => daysBetween('2026-13-01', 'today'))).toEqual(
      refused(
        {
          code: 'DATE_INVALID',
          path: ['from'],
          params: { given: '"2026-13-01"' },
          message: 'from: got "2026-13-01", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'DATE_INVALID',
          path: ['to'],
          params: { given: '"today"' },
          message: 'to: got "today", expected a calendar date YYYY-MM-DD that exists.',
        },
      ),
    )
  })
})

/** Two zones with summer time, one half an hour off, one that skipped 2011-12-30, and the two ends of the world. */
describe.each([
  ['America/New_York', 300],
  ['Europe/London', 0],
  ['Asia/Kolkata', -330],
  ['Pacific/Apia', -780],
  ['Pacific/Kiritimati', -840],
  ['Etc/GMT+12', 720],
])('on a machine in %s', (zone, offset) => {
  const before = process.env['TZ']
  beforeAll(() => {
    process.env['TZ'] = zone
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it('the machine is there', () => {
    expect(new Date('2026-01-15T12:00:00Z').getTimezoneOffset()).toBe(offset)
  })

  it.each(numbered)('%s is still day %i, weekday %i', (date, day, weekday) => {
    expect([dayNumber(date), dateOfDay(day), weekdayOf(dayNumber(date))]).toEqual([
      day,
      date,
      weekday,
    ])
  })

  it.each(['2011-12-29', '2011-12-30', '2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01'])(
    'the day of a change of clocks is a day like others: %s',
    (date) => {
      expect(read(date)).toEqual(answered(date))
      expect(daysBetween(date, addDays(date, 1))).toBe(1)
      expect(addDays(addDays(date, 1), -1)).toBe(date)
      expect(addMonths(addMonths(date, 12), -12)).toBe(date)
    },
  )

  it('a month starts on its first', () => {
    expect(periodRange('2026-03')).toEqual({ unit: 'month', from: '2026-03-01', to: '2026-03-31' })
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  })
})

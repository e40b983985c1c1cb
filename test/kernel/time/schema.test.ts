import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { type CalendarInput, defineCalendar } from '../../../src/kernel/time/schema.js'
import { answered, refused } from '../refused.js'

const january: CalendarInput = { from: '2026-01-01', to: '2026-01-31', weekend: [6, 7] }

const define = (change: object) =>
  attempt(() => defineCalendar({ ...january, ...change } as CalendarInput))

describe('defineCalendar', () => {
  it('fills in what is left out, and sorts the rest', () => {
    expect(define({ weekend: [7, 6] })).toEqual(
      answered({ ...january, weekend: [6, 7], holidays: [], workdays: [] }),
    )
    expect(
      define({
        holidays: ['2026-01-02', '2026-01-01'],
        workdays: ['2026-01-31', '2026-01-04', '2026-01-10'],
      }),
    ).toEqual(
      answered({
        ...january,
        holidays: ['2026-01-01', '2026-01-02'],
        workdays: ['2026-01-04', '2026-01-10', '2026-01-31'],
      }),
    )
  })

  it('refuses a weekday that is named twice', () => {
    expect(define({ weekend: [6, 7, 6] })).toEqual(
      refused({
        code: 'ID_DUPLICATE',
        path: ['weekend'],
        params: { id: '6', kind: 'weekday' },
        message: 'weekend: got 6 twice, expected each weekday once.',
      }),
    )
  })

  it('takes a copy and freezes it through and through', () => {
    const given = { ...january, holidays: ['2026-01-02', '2026-01-01'] }
    const calendar = defineCalendar(given)
    given.holidays.push('2026-01-05')
    expect(calendar.holidays).toEqual(['2026-01-01', '2026-01-02'])
    expect(Object.isFrozen(calendar)).toBe(true)
    expect(Object.isFrozen(calendar.holidays)).toBe(true)
    expect(Object.isFrozen(calendar.weekend)).toBe(true)
  })

  it('covers a single day', () => {
    expect(define({ to: '2026-01-01' })).toMatchObject({ ok: true })
  })

  it('covers 55,000 days and no more', () => {
    expect(define({ from: '2000-01-01', to: '2150-08-01' })).toMatchObject({ ok: true })
    for (const to of ['2150-08-02', '9000-01-01']) {
      expect(define({ from: '2000-01-01', to })).toEqual(
        refused({
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['to'],
          params: { expected: 'days-of-coverage', given: to, minimum: null, maximum: '55000' },
          message: `to: got ${to}, expected a coverage of at most 55000 days.`,
        }),
      )
    }
  })

  it('refuses a coverage that ends before it starts', () => {
    expect(define({ to: '2025-12-31' })).toEqual(
      refused({
        code: 'DATES_OUT_OF_ORDER',
        path: ['from'],
        params: { from: '2026-01-01', to: '2025-12-31' },
        message: 'from: got 2026-01-01, which is after 2025-12-31. Swap them.',
      }),
    )
  })
})

describe('a weekend', () => {
  it.each([
    ['no day off', []],
    ['one', [7]],
    ['six', [1, 2, 3, 4, 5, 6]],
  ])('has at most six days: %s', (_, weekend) => {
    expect(define({ weekend })).toMatchObject({ value: { weekend } })
  })

  it('of seven days is refused, for nothing would ever be due', () => {
    expect(define({ weekend: [1, 2, 3, 4, 5, 6, 7] })).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['weekend'],
        params: { given: 'an array', expected: 'at-most', maximum: '6', unit: 'entries' },
        message: 'weekend: got an array, expected at most 6 entries.',
      }),
    )
  })

  it.each([
    [0, '0', 'at least 1', { expected: 'at-least', minimum: '1', unit: 'number' }],
    [8, '8', 'at most 7', { expected: 'at-most', maximum: '7', unit: 'number' }],
    [-1, '-1', 'at least 1', { expected: 'at-least', minimum: '1', unit: 'number' }],
    [1.5, '1.5', 'a whole number', { expected: 'type', unit: 'int' }],
    ['6', '"6"', 'a value of type number', { expected: 'type', unit: 'number' }],
    [Number.NaN, 'NaN', 'a value of type number', { expected: 'type', unit: 'number' }],
    [true, 'true', 'a value of type number', { expected: 'type', unit: 'number' }],
  ])('has weekdays from 1 to 7: %s is refused', (day, given, words, expected) => {
    expect(define({ weekend: [6, day] })).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['weekend', 1],
        params: { given, ...expected },
        message: `weekend[1]: got ${given}, expected ${words}.`,
      }),
    )
  })
})

describe('the dates of a calendar', () => {
  it('are each there once, covered, and either off or worked', () => {
    expect(
      define({
        holidays: ['2026-02-01', '2026-01-05', '2026-01-05'],
        workdays: ['2025-12-31', '2026-01-05'],
      }),
    ).toEqual(
      refused(
        {
          code: 'ID_DUPLICATE',
          path: ['holidays'],
          params: { id: '2026-01-05', kind: 'date' },
          message: 'holidays: got 2026-01-05 twice, expected each date once.',
        },
        {
          code: 'DATE_NOT_COVERED',
          path: ['holidays'],
          params: { date: '2026-02-01', from: '2026-01-01', to: '2026-01-31', reason: 'calendar' },
          message:
            'holidays: 2026-02-01 is outside the coverage 2026-01-01 to 2026-01-31. Widen it, or remove the date.',
        },
        {
          code: 'DATE_NOT_COVERED',
          path: ['workdays'],
          params: { date: '2025-12-31', from: '2026-01-01', to: '2026-01-31', reason: 'calendar' },
          message:
            'workdays: 2025-12-31 is outside the coverage 2026-01-01 to 2026-01-31. Widen it, or remove the date.',
        },
        {
          code: 'POLICY_CONFLICT',
          path: ['workdays'],
          params: { reason: 'holiday-and-workday', date: '2026-01-05' },
          message: 'workdays: 2026-01-05 is both a holiday and a working day. Remove one.',
        },
      ),
    )
  })

  it('may be the first and the last day covered', () => {
    expect(define({ holidays: ['2026-01-01'], workdays: ['2026-01-31'] })).toMatchObject({
      ok: true,
    })
  })

  it('all exist: each one that does not is named', () => {
    expect(
      define({ from: '2026-13-01', holidays: ['2026-01-01', '2026-02-30', null, 20260101] }),
    ).toEqual(
      refused(
        {
          code: 'DATE_INVALID',
          path: ['from'],
          params: { given: '"2026-13-01"' },
          message: 'from: got "2026-13-01", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'DATE_INVALID',
          path: ['holidays', 1],
          params: { given: '"2026-02-30"' },
          message:
            'holidays[1]: got "2026-02-30", expected a calendar date YYYY-MM-DD that exists.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['holidays', 2],
          params: { expected: 'date' },
          message: 'holidays[2]: is missing, expected a calendar date YYYY-MM-DD.',
        },
        {
          code: 'DATE_INVALID',
          path: ['holidays', 3],
          params: { given: '20260101' },
          message: 'holidays[3]: got 20260101, expected a calendar date YYYY-MM-DD that exists.',
        },
      ),
    )
  })
})

describe('a calendar that is no calendar', () => {
  it('is told what it lacks', () => {
    expect(attempt(() => defineCalendar({} as CalendarInput))).toEqual(
      refused(
        {
          code: 'VALUE_MISSING',
          path: ['from'],
          params: { expected: 'date' },
          message: 'from: is missing, expected a calendar date YYYY-MM-DD.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['to'],
          params: { expected: 'date' },
          message: 'to: is missing, expected a calendar date YYYY-MM-DD.',
        },
        {
          code: 'VALUE_MISSING',
          path: ['weekend'],
          params: { expected: 'type', unit: 'array' },
          message: 'weekend: is missing, expected a value of type array.',
        },
      ),
    )
  })

  it('is told the key that was meant', () => {
    expect(define({ holiday: [] })).toEqual(
      refused({
        code: 'UNKNOWN_KEY',
        path: ['holiday'],
        params: {
          key: 'holiday',
          known: ['from', 'to', 'weekend', 'holidays', 'workdays'],
          suggestion: 'holidays',
        },
        message:
          'holiday: is not a known key. Known: from, to, weekend, holidays, workdays. Did you mean "holidays"?',
      }),
    )
  })

  it.each([
    ['null', null, 'VALUE_MISSING'],
    ['nothing', undefined, 'VALUE_MISSING'],
    ['a text', 'CN', 'VALUE_INVALID'],
    ['a list', [], 'VALUE_INVALID'],
    ['a Date', new Date(0), 'VALUE_INVALID'],
    ['a map', new Map(), 'VALUE_INVALID'],
  ])('is refused: %s', (_, value, code) => {
    expect(attempt(() => defineCalendar(value as unknown as CalendarInput))).toMatchObject({
      ok: false,
      issues: [{ code, path: [] }],
    })
  })

  it('is refused when it holds a Date for a date', () => {
    expect(define({ from: new Date(0) })).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['from'],
        params: {
          given: 'a Date',
          expected: 'plain-json',
        },
        message:
          'from: got a Date, expected plain JSON: objects, arrays, texts, numbers, true, false, null.',
      }),
    )
  })

  it('is refused when it holds a list without end', () => {
    const dates = Array.from({ length: 200_000 }, () => '2026-01-01')
    expect(define({ holidays: dates })).toMatchObject({
      ok: false,
      issues: [{ code: 'VALUE_UNREADABLE', params: { reason: 'too-many-values' } }],
    })
  })
})

import { attempt, calendarFromDays, handbook, isWorkingDay } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const coverage = { from: '2024-01-01', to: '2026-12-31', weekend: [6, 7] }

describe('calendarFromDays', () => {
  it('makes a calendar of a list', () => {
    const list = [
      { name: '元旦', date: '2026-01-01', isOffDay: true },
      { date: '2026-01-04', isOffDay: false },
    ]
    expect(calendarFromDays(list, coverage)).toEqual({
      ...coverage,
      holidays: ['2026-01-01'],
      workdays: ['2026-01-04'],
    })
  })

  it.each([
    [[{ date: '2026-02-30', isOffDay: true }], 'DATE_INVALID', ['days', 0, 'date']],
    [[{ date: '2026-02-03', isOffDay: 'yes' }], 'VALUE_INVALID', ['days', 0, 'isOffDay']],
    [
      [
        { date: '2026-02-03', isOffDay: true },
        { date: '2026-02-03', isOffDay: false },
      ],
      'ID_DUPLICATE',
      ['days', 1, 'date'],
    ],
    [[{ date: '2026-02-03', isOffDay: true, type: 1 }], 'UNKNOWN_KEY', ['days', 0, 'type']],
    [{}, 'VALUE_INVALID', ['days']],
  ])('refuses %j', (days, code, path) => {
    const outcome = attempt(() => calendarFromDays(days as never, coverage))
    expect(outcome.ok ? [] : outcome.issues.map((one) => [one.code, one.path])).toEqual([
      [code, path],
    ])
  })

  it.each([
    [{ ...coverage, from: '2027-01-01' }, 'DATES_OUT_OF_ORDER', ['coverage']],
    [{ ...coverage, weekend: [0, 6] }, 'NUMBER_OUT_OF_RANGE', ['coverage', 'weekend', 0]],
    [{ ...coverage, to: '9999-12-31' }, 'NUMBER_OUT_OF_RANGE', ['coverage', 'to']],
    [null, 'VALUE_MISSING', ['coverage']],
  ])('refuses the coverage %j', (given, code, path) => {
    const outcome = attempt(() => calendarFromDays([], given as never))
    expect(outcome.ok ? [] : outcome.issues.map((one) => [one.code, one.path])).toEqual([
      [code, path],
    ])
  })
})

describe('the calendar of mainland China', () => {
  it.each([
    [
      '2024-02-09',
      true,
      'the eve of the Spring Festival of 2024, which the notice leaves to employers',
    ],
    ['2024-02-18', true, 'a Sunday that is worked'],
    ['2024-04-07', true, 'a Sunday that is worked'],
    [
      '2025-01-28',
      false,
      'the eve of the Spring Festival of 2025, a holiday by the decree of November 2024',
    ],
    ['2025-10-08', false, 'Mid-Autumn and National Day together'],
    ['2025-10-11', true, 'a Saturday that is worked'],
    ['2026-01-02', false, 'New Year of 2026'],
    ['2026-02-28', true, 'a Saturday that is worked'],
    ['2026-09-20', true, 'a Sunday that is worked'],
  ])('has %s worked: %s (%s)', (date, isWorked) => {
    expect(isWorkingDay(date, handbook.chinaCalendar)).toBe(isWorked)
  })

  it('is off from the first to the last day of each holiday of the notices, and worked on their make-up days', () => {
    // 国办发明电〔2023〕7号, 〔2024〕12号 and 〔2025〕7号, as they say it.
    const off = [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ] as const
    const worked = [
      ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11'],
      ...['2024-09-14', '2024-09-29', '2024-10-12'],
      ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ]
    for (let day = Date.UTC(2024, 0, 1); day <= Date.UTC(2026, 11, 31); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10)
      const isOff = off.some(([from, to]) => from <= date && date <= to)
      const isWeekend = new Date(day).getUTCDay() % 6 === 0
      const expected = worked.includes(date) || !(isOff || isWeekend)
      expect([date, isWorkingDay(date, handbook.chinaCalendar)]).toEqual([date, expected])
    }
  })

  it('has as many working days as the notices leave', () => {
    const days = (year: number) =>
      Array.from({ length: 366 }, (_, at) =>
        new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
      ).filter((date) => date.startsWith(String(year)))
    const worked = (year: number) =>
      days(year).filter((date) => isWorkingDay(date, handbook.chinaCalendar)).length
    expect([2024, 2025, 2026].map(worked)).toEqual([251, 248, 248])
  })

  it.each(['2023-12-31', '2027-01-01', '2027-10-01'])('refuses %s', (date) => {
    expect(attempt(() => isWorkingDay(date, handbook.chinaCalendar))).toMatchObject({
      ok: false,
      issues: [{ code: 'DATE_NOT_COVERED', params: { from: '2024-01-01', to: '2026-12-31' } }],
    })
  })
})

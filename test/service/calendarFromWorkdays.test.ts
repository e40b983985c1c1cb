import { attempt, calendarFromWorkdays, defineCalendar, handbook, isWorkingDay } from 'sales-rules'
import { describe, expect, it } from 'vitest'

const { from, to, weekend } = handbook.chinaCalendar
const isWorkday = (date: string) => isWorkingDay(date, handbook.chinaCalendar)

describe('calendarFromWorkdays', () => {
  it('makes a calendar that gives the same answers', () => {
    const calendar = defineCalendar(calendarFromWorkdays(isWorkday, { from, to, weekend }))
    expect(calendar.workdays).toEqual(handbook.chinaCalendar.workdays)
    const isWeekend = (date: string) => new Date(date).getUTCDay() % 6 === 0
    expect(calendar.holidays).toEqual(
      handbook.chinaCalendar.holidays.filter((date) => !isWeekend(date)),
    )
  })

  it.each([
    ['what is no function', 'isWorkday', 'VALUE_INVALID'],
    ['one that answers with a number', () => 1, 'VALUE_INVALID'],
    ['one that promises an answer', async () => true, 'VALUE_INVALID'],
    [
      'one that throws',
      () => {
        throw new Error('unknown year')
      },
      'VALUE_INVALID',
    ],
  ])('refuses %s', (_, given, code) => {
    const outcome = attempt(() => calendarFromWorkdays(given as never, { from, to, weekend }))
    expect(outcome.ok ? [] : outcome.issues.map((one) => [one.code, one.path])).toEqual([
      [code, ['isWorkday']],
    ])
  })

  it('refuses a coverage turned round', () => {
    const outcome = attempt(() => calendarFromWorkdays(isWorkday, { from: to, to: from, weekend }))
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'DATES_OUT_OF_ORDER' }] })
  })
})

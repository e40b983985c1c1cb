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
    ['what is no function', 'isWorkday', 'function', '"isWorkday"'],
    ['one that answers with a number', () => 1, 'workday-answer', '1'],
    ['one that promises an answer', async () => true, 'workday-answer', 'an object'],
    [
      'one that throws',
      () => {
        throw new Error('unknown year')
      },
      'workday-answer',
      'null',
    ],
  ])('refuses %s, and says what came of it', (_, given, expected, shown) => {
    const outcome = attempt(() => calendarFromWorkdays(given as never, { from, to, weekend }))
    expect(outcome).toMatchObject({
      ok: false,
      issues: [{ code: 'VALUE_INVALID', path: ['isWorkday'], params: { expected, given: shown } }],
    })
  })

  it('refuses a coverage turned round', () => {
    const outcome = attempt(() => calendarFromWorkdays(isWorkday, { from: to, to: from, weekend }))
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'DATES_OUT_OF_ORDER' }] })
  })
})

import chineseDays from 'chinese-days'
import { addDays, addWorkingDays, handbook, isWorkingDay } from 'sales-rules'
import { describe, expect, it } from 'vitest'

/**
 * Against chinese-days, which holds the holidays and make-up days of mainland China as the State Council announces them: every day that the
 * handbook's calendar covers. They differ by design outside of it: chinese-days takes a year nobody has published for one of plain weekends, and we refuse.
 */
const { chinaCalendar } = handbook

function* daysCovered(): Generator<string> {
  for (let day: string = chinaCalendar.from; day <= chinaCalendar.to; day = addDays(day, 1))
    yield day
}

describe('working days of mainland China, against chinese-days', () => {
  it('are the same on each day from 2024 to 2026', () => {
    const days = [...daysCovered()]
    expect(days).toHaveLength(1096)
    expect(
      days.filter((day) => isWorkingDay(day, chinaCalendar) !== chineseDays.isWorkday(day)),
    ).toEqual([])
  })

  it('are as far ahead', () => {
    const days = [...daysCovered()].slice(0, -40)
    for (const count of [1, 2, 5, 10]) {
      const differing = days.filter((day) => {
        // Theirs counts from the day itself where that is worked, ours from the day after.
        const theirs = chineseDays.findWorkday(count, day)
        return addWorkingDays(day, count, chinaCalendar) !== theirs
      })
      expect(differing).toEqual([])
    }
  })
})

// The working days of February and March 2026 in mainland China, from three sources that must agree.
import {
  calendarFromDays,
  calendarFromWorkdays,
  defineCalendar,
  handbook,
  isWorkingDay,
} from 'sales-rules'

const coverage = { from: '2026-02-01', to: '2026-03-31', weekend: [6, 7] }

/** A public list of the days that are not what their weekday is, as it is downloaded once a year. */
const published = [
  ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => ({
    ...{ name: '春节', date: `2026-02-${day}`, isOffDay: true },
  })),
  { name: '春节', date: '2026-02-14', isOffDay: false },
  { name: '春节', date: '2026-02-28', isOffDay: false },
]
export const fromList = defineCalendar(calendarFromDays(published, coverage))

/**
 * In place of `import { isWorkday } from 'chinese-days'`, or of another package that answers day by day. Most of them answer for years that
 * nobody has published, too: the coverage says which days are asked.
 */
const isWorkday = (date: string): boolean => isWorkingDay(date, handbook.chinaCalendar)
export const fromPackage = defineCalendar(calendarFromWorkdays(isWorkday, coverage))

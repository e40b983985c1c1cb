/** Calendar dates, periods, working days and streaks, for the rules: `time.addDays`, `time.periodRange`. */
export { countWorkingDays } from './calendar.js'
export { addDays, addMonths, daysBetween } from './dates.js'
export { periodRange } from './period.js'
export { MONTHS, type PeriodPosition, writePeriod, yearOf } from './periodText.js'
export { type HistoryEntry, streaksIn } from './streak.js'

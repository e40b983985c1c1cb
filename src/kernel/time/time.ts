/** Calendar dates, periods, working days and streaks, for the rules: `time.addDays`, `time.rangeOf`. */
export {
  type AnyPeriod,
  dayAfter,
  isSamePeriod,
  type OwnPeriod,
  writeAnyPeriod,
} from './anyPeriod.js'
export { addWorkingDays, countWorkingDays, isWorkingDay } from './calendar.js'
export { addDays, addMonths, daysBetween, FIRST_DATE, LAST_DATE } from './dates.js'
export { isFirst, isLast, isWhole, spanOf } from './fiscal.js'
export { type ExactPeriod, isWithinYears, periodWith, rangeOf, yearOf } from './period.js'
export { MONTHS, type PeriodPosition, writePeriod } from './periodText.js'
export { inOrder, overlaps, type Placed, rowOn, type Span, timeline } from './spans.js'
export { gapIssues, type HistoryEntry, holdIn, runsOf, runUpTo, streaksIn } from './streak.js'

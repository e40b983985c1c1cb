/** Calendar dates, periods, working days and streaks, for the rules: `time.addDays`, `time.rangeOf`. */
export {
  type AnyPeriod,
  dayAfter,
  isSamePeriod,
  monthsOf,
  type OwnPeriod,
  writeAnyPeriod,
} from './anyPeriod.js'
export { addWorkingDays, countWorkingDays, isWorkingDay } from './calendar.js'
export {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  daysBetween,
  FIRST_DATE,
  LAST_DATE,
  weekdayOf,
} from './dates.js'
export { isFirst, isLast, isWhole, spanOf } from './fiscal.js'
export {
  FIRST_DAY,
  type Instant,
  LAST_DAY,
  parseOffset,
  parseTimeOfDay,
  writeDuration,
  writeInstant,
} from './instant.js'
export { monthAt } from './monthAt.js'
export {
  firstAt,
  type HoursSpan,
  merged,
  type OffsetAt,
  type OpenTime,
  openTime,
  type Stretch,
} from './openTime.js'
export { type ExactPeriod, isWithinYears, periodWith, rangeOf, yearOf } from './period.js'
export { MONTHS, type PeriodPosition, writePeriod } from './periodText.js'
export { inOrder, overlaps, type Placed, rowOn, type Span, timeline } from './spans.js'
export { gapIssues, type HistoryEntry, holdIn, runsOf, runUpTo, streaksIn } from './streak.js'

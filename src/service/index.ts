/**
 * Standards of service: when something is due around the clock, in working hours or in working days, whether it was done in time, and how
 * good it has to be.
 */
export { calendarFromDays } from './calendarFromDays.js'
export { calendarFromWorkdays } from './calendarFromWorkdays.js'
export { checkQuality } from './checkQuality.js'
export { checkServiceLevel } from './checkServiceLevel.js'
export { dueAt } from './dueAt.js'
export { instantsOf } from './instantsOf.js'
export { localDateOf } from './localDateOf.js'
export { measureServiceLevels } from './measureServiceLevels.js'
export type {
  CalendarCoverage,
  CalendarDay,
  DefinedServiceStandards,
  DefinedWorkingHours,
  QualityCheck,
  QualityFacts,
  ServiceCase,
  ServiceLevel,
  ServiceLevels,
  ServiceLevelsInput,
  ServiceStandard,
  ServiceStandards,
  ServiceTarget,
  ServiceUnit,
  WorkingHours,
} from './types.js'
export { workingTimeBetween } from './workingTimeBetween.js'

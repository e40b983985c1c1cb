/**
 * The kernel: numbers, scales, dates and periods, without a word about sales. The rooms are built on it, and it serves on its
 * own wherever an exact tier table, an exact split or a working day is needed.
 */
export { allocate } from './allocate.js'
export type { Band, NextBand } from './bands.js'
export {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  type DefinedCalendar,
  isWorkingDay,
} from './calendar.js'
export type {
  Check,
  CheckState,
  ChecksOutcome,
  Comparison,
  Condition,
  FactCondition,
  FactUnit,
} from './checks.js'
export type {
  ChoiceCurve,
  Curve,
  DecayCurve,
  LinearCurve,
  LowerIsBetterCurve,
  PointsCurve,
  RatioCurve,
  StepsCurve,
} from './curve.js'
export { addDays, addMonths, daysBetween } from './dates.js'
export type { DecimalInput } from './decimal.js'
export type { Defined, PolicyKind } from './defined.js'
export { invertScale } from './invertScale.js'
export {
  type Attempt,
  type AttemptAt,
  attempt,
  attemptEach,
  type Issue,
  type IssueCode,
  type IssueParams,
  type Path,
  SalesRulesError,
} from './issue.js'
export { addPeriods, type PeriodRange, periodOf, periodRange } from './period.js'
export type { PeriodUnit } from './periodText.js'
export type { PolicyHeader, PolicyReference, Provenance } from './provenance.js'
export { type Rounding, type RoundingMode, round } from './rounding.js'
export {
  applyScale,
  type DefinedScale,
  type NextTier,
  type Scale,
  type ScaleOptions,
  type ScaleOutcome,
  type Slice,
  type Tier,
} from './scale.js'
export type { Criterion, MissingRule, ScorecardRules, ScorePart } from './scorecard.js'
export { findStreaks, type PeriodHeld, type Streak, type StreakRule } from './streak.js'
export { type Version, versionOn } from './timeline.js'

/**
 * The kernel: numbers, scales, dates and periods, without a word about sales. The rooms are built on it, and it serves on its
 * own wherever an exact tier table, an exact split or a working day is needed.
 */

export type {
  Check,
  CheckState,
  ChecksOutcome,
  Comparison,
  Condition,
  FactCondition,
  FactUnit,
} from './check/check.js'
export { type Attempt, type AttemptAt, attempt, attemptEach } from './input/attempt.js'
export {
  type Issue,
  type IssueCode,
  type IssueParams,
  type Path,
  SalesRulesError,
} from './input/issue.js'
export { allocate } from './number/allocate.js'
export { compareAmounts, multiply, subtract, sumOf } from './number/amounts.js'
export type { DecimalInput } from './number/decimal.js'
export type { InstalmentRule } from './number/instalments.js'
export type { TieRule } from './number/rank.js'
export { type Rounding, type RoundingMode, round } from './number/rounding.js'
export type { Defined, FactsNamed, PolicyKind } from './policy/defined.js'
export { digestOf } from './policy/digest.js'
export { type PackedPart, type PackedPolicy, packPolicy } from './policy/packPolicy.js'
export type {
  PolicyHeader,
  PolicyOrigin,
  PolicyReference,
  Provenance,
} from './policy/provenance.js'
export { unpackPolicy } from './policy/unpackPolicy.js'
export { invertScale } from './scale/invertScale.js'
export {
  applyScale,
  type DefinedScale,
  type NextTier,
  type Scale,
  type ScaleOptions,
  type ScaleOutcome,
  type Slice,
  type Tier,
} from './scale/scale.js'
export type { Band, NextBand } from './score/bands.js'
export type {
  ChoiceCurve,
  Curve,
  DecayCurve,
  DecayingEvent,
  DecaySteps,
  LinearCurve,
  LowerIsBetterCurve,
  PointsCurve,
  ProgressCurve,
  RatingCurve,
  RatioCurve,
  StepsCurve,
} from './score/curve.js'
export type { Criterion, MissingRule, ScorecardRules, ScorePart } from './score/scorecard.js'
export {
  addWorkingDays,
  type Calendar,
  countWorkingDays,
  type DefinedCalendar,
  isWorkingDay,
} from './time/calendar.js'
export { addDays, addMonths, daysBetween } from './time/dates.js'
export { addPeriods, type PeriodRange, periodOf, periodRange } from './time/period.js'
export type { PeriodUnit } from './time/periodText.js'
export { findStreaks, type PeriodHeld, type Streak, type StreakRule } from './time/streak.js'
export { type Version, versionOn } from './time/timeline.js'

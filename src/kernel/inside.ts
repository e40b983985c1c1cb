/**
 * The staff entrance of the kernel: what the rooms of the house use and callers do not need. It is no entry of the package.
 *
 * Nothing behind it loads decimal.js, so that a program which only computes money starts without it. Scores come in through `scoring.ts`.
 */
export { roundTogether } from './number/allocate.js'
export { countWorkingDays } from './time/calendar.js'
export { factsOf, runChecks } from './check/checks.js'
export { type KnownKeys, unknownIn } from '../batch/score/knownKeys.js'
export { currencyDecimals, unknownCurrency, writeMoney } from './number/currency.js'
export { addDays, addMonths, daysBetween, readDate } from './time/dates.js'
export {
  countDecimals,
  known,
  percentIssues,
  powerOfTen,
  readDecimal,
  readRatio,
  readWritten,
  toNumber,
  writeDecimal,
  writeFixed,
  writePadded,
} from './number/decimal.js'
export { oncePerPolicy, requireDefined, seal } from './policy/defined.js'
export * from './number/fraction.js'
export {
  asWarning,
  attempt,
  attemptEach,
  closest,
  didYouMean,
  issueAt,
  issueUnder,
  refuse,
  refuseIfAny,
  refuseIfTooMany,
  SalesRulesError,
  show,
  within,
} from './input/issue.js'
export { periodRange } from './time/period.js'
export { MONTHS, type PeriodPosition, readPeriod, writePeriod, yearOf } from './time/periodText.js'
export { referTo } from './policy/provenance.js'
export * from './input/read.js'
export { roundFraction, roundToUnits } from './number/rounding.js'
export {
  cutQuotient,
  type QuotientRounding,
  quotientRounding,
  roundQuotient,
} from '../batch/number/roundQuotient.js'
export {
  LARGEST,
  scaleBytes,
  scaleFraction,
  scaleNumber,
  scaleText,
  scalingPowers,
  unscale,
} from '../batch/number/scaled.js'
export * from './scale/computeScale.js'
export { type HistoryEntry, readHistory, streaksIn } from './time/streak.js'
export { readVersions } from './time/timeline.js'

/**
 * The staff entrance of the kernel: what the rooms of the house use and callers do not need. It is no entry of the package.
 *
 * Nothing behind it loads decimal.js, so that a program which only computes money starts without it. Scores come in through `scoring.ts`.
 */
export { roundTogether } from './allocate.js'
export { countWorkingDays } from './calendar.js'
export { factsOf, runChecks } from './checks.js'
export { type KnownKeys, unknownIn } from './columns/knownKeys.js'
export { currencyDecimals, unknownCurrency, writeMoney } from './currency.js'
export { addDays, addMonths, daysBetween, readDate } from './dates.js'
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
} from './decimal.js'
export { oncePerPolicy, requireDefined, seal } from './defined.js'
export * from './fraction.js'
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
} from './issue.js'
export { periodRange } from './period.js'
export { MONTHS, type PeriodPosition, readPeriod, writePeriod, yearOf } from './periodText.js'
export { referTo } from './provenance.js'
export * from './read.js'
export { roundFraction, roundToUnits } from './rounding.js'
export {
  cutQuotient,
  type QuotientRounding,
  quotientRounding,
  roundQuotient,
} from './roundQuotient.js'
export {
  LARGEST,
  scaleBytes,
  scaleFraction,
  scaleNumber,
  scaleText,
  scalingPowers,
  unscale,
} from './scaled.js'
export * from './scalePay.js'
export { type HistoryEntry, readHistory, streaksIn } from './streak.js'
export { readVersions } from './timeline.js'

/**
 * The staff entrance of the kernel: what the rooms of the house use and callers do not need. It is no entry of the package.
 */
export { roundTogether } from './allocate.js'
export { bandOf } from './bands.js'
export { countWorkingDays } from './calendar.js'
export { factsOf, runChecks } from './checks.js'
export { bandStartsOf } from './columns/bandColumn.js'
export type { CompiledPart } from './columns/compilePart.js'
export type { CompiledScorecard } from './columns/compileScorecard.js'
export { fastCard } from './columns/fastCard.js'
export {
  addRatio,
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from './columns/numerators.js'
export { countKeys, inheritsNone, isPlainObject } from './columns/plainObject.js'
export { bareNumerator, roundBlock } from './columns/scoreBare.js'
export { NO_BAND, scoreRows } from './columns/scoreRows.js'
export { emptyTally, scoreUnits, unitsOfFacts } from './columns/scoreUnits.js'
export { currencyDecimals } from './currency.js'
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
  closest,
  didYouMean,
  issueAt,
  issueUnder,
  refuse,
  refuseIfAny,
  SalesRulesError,
  show,
  within,
} from './issue.js'
export { type PeriodPosition, periodRange, readPeriod, writePeriod } from './period.js'
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
export { type ExactScore, scoreFacts } from './scorecard.js'
export { type HistoryEntry, readHistory, streaksIn } from './streak.js'
export { readVersions } from './timeline.js'

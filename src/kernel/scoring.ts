/**
 * The second staff entrance of the kernel, for the rooms that score people, customers and leads. It loads decimal.js for what decays; the
 * first, `inside.ts`, does not.
 */
export { bandOf } from './bands.js'
export { bandStartsOf } from './columns/bandColumn.js'
export type { CompiledPart } from './columns/compilePart.js'
export type { CompiledScorecard } from './columns/compileScorecard.js'
export {
  type ColumnForm,
  NUMBERS,
  readColumn,
  readFactColumns,
  unitsOfColumns,
} from './columns/factColumns.js'
export { fastCard } from './columns/fastCard.js'
export type { ReadByRoom } from './columns/fastScorecard.js'
export {
  addRatio,
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from './columns/numerators.js'
export { countKeys, inheritsNone, isPlainObject } from './columns/plainObject.js'
export { bareNumerator, roundBlock } from './columns/scoreBare.js'
export { NO_BAND, readRowCount, scoreMany } from './columns/scoreRows.js'
export { emptyTally, scoreUnits, unitsOfFacts } from './columns/scoreUnits.js'
export { type ExactScore, scoreFacts } from './scorecard.js'

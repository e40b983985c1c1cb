/**
 * The second staff entrance of the kernel, for the rooms that score people, customers and leads. It loads decimal.js for what decays; the
 * first, `inside.ts`, does not.
 */
export { bandOf } from './score/bands.js'
export { bandStartsOf } from '../batch/score/bandColumn.js'
export type { CompiledPart } from '../batch/score/compilePart.js'
export type { CompiledScorecard } from '../batch/score/compileScorecard.js'
export {
  type ColumnForm,
  NUMBERS,
  readColumn,
  readFactColumns,
  unitsOfColumns,
} from '../batch/score/factColumns.js'
export { fastCard } from '../batch/score/fastCard.js'
export type { ReadByRoom } from '../batch/score/fastScorecard.js'
export {
  addRatio,
  factNumerator,
  pointsNumerator,
  quotientNumerator,
  type Tally,
} from '../batch/score/numerators.js'
export { countKeys, inheritsNone, isPlainObject } from '../batch/score/plainObject.js'
export { bareNumerator, roundBlock } from '../batch/score/scoreBare.js'
export { NO_BAND, readRowCount, scoreMany } from '../batch/score/scoreRows.js'
export { emptyTally, scoreUnits, unitsOfFacts } from '../batch/score/scoreUnits.js'
export { type ExactScore, scoreFacts } from './score/scorecard.js'

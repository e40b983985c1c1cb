/** Scores, by what is done with them: `score.compile`, `score.read`, `score.compute`, `score.write`, and the bands that name them. */
export { bandAt, compileBands, type ExactBand, writeBand } from './bands.js'
export { compileCurve, type ExactCurve, type ExactPieces, pointsAt } from './exactCurve.js'
export { type ReadFact, readFact } from './readFact.js'
export {
  compileScorecard as compile,
  computeScore as compute,
  computeUnits,
  type ExactPart,
  type ExactScore,
  type ExactScorecard,
  highestScore as highest,
  missingIds,
  percentOf,
  type ReadFacts,
  readFacts as read,
  refuseMissing,
  roundScore as round,
  weigh,
  writeContribution,
  writeParts as write,
  writePoints,
} from './scorecard.js'

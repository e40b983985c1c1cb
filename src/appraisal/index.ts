/**
 * Appraisal: how well a person did in a period. A scheme weighs the results; the score says which result added what.
 */

export { appraiseColumns } from '../batch/appraisal/appraiseColumns.js'
export { appraiseRows } from '../batch/appraisal/appraiseRows.js'
export { appraise } from './appraise.js'
export { appraiseEach } from './appraiseEach.js'
export type {
  Appraisal,
  AppraisalColumn,
  AppraisalColumns,
  AppraisalInput,
  AppraisalPart,
  AppraisalScheme,
  AppraisalScores,
  DefinedAppraisalScheme,
  Indicator,
  IndicatorResult,
} from './types.js'

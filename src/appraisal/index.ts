/**
 * Appraisal: how well a person did in a period. A scheme weighs the results; the score says which result added what.
 */

export { appraise } from './appraise.js'
export type {
  Appraisal,
  AppraisalInput,
  AppraisalPart,
  AppraisalScheme,
  DefinedAppraisalScheme,
  Indicator,
  IndicatorResult,
} from './types.js'

/**
 * Appraisal: how well a person did in a period. A scheme weighs the results; the score says which result added what, a committee may decide
 * otherwise, and the periods make a year.
 */

export { appraise } from './appraise.js'
export { appraiseYear } from './appraiseYear.js'
export { measureVisits } from './measureVisits.js'
export { overrideAppraisal } from './overrideAppraisal.js'
export type {
  Appraisal,
  AppraisalInput,
  AppraisalPart,
  AppraisalScheme,
  AppraisedPeriod,
  CommitteeDecision,
  DefinedAppraisalScheme,
  GradeCap,
  GradeCapOutcome,
  GradeLimit,
  Indicator,
  IndicatorResult,
  OverriddenAppraisal,
  OverrideInput,
  PointsAdded,
  VisitRecord,
  VisitsInput,
  VisitsMeasured,
  YearAppraisal,
  YearInput,
  YearPart,
} from './types.js'

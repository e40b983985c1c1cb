/** The door of the schemas: what the rooms' `schema.ts` files are made of, and how the kernel's own shapes are defined. */
export { type CalendarInput, defineCalendar } from './schema/calendar.js'
export {
  type ConditionInput,
  conditionSchema,
  type FactConditionInput,
} from './schema/conditions.js'
export { headerShape, type PolicyHeaderInput, provenanceIssues } from './schema/header.js'
export * from './schema/parts.js'
export { defineScale, type ScaleInput, scaleSchema, type TierInput } from './schema/scale.js'
export {
  bandsSchema,
  type CriterionInput,
  type CurveInput,
  criteriaIssues,
  criterionShape,
  curveSchema,
  type ScorecardRulesInput,
  scorecardShape,
} from './schema/scorecard.js'

/** The door of the schemas: what the rooms' `schema.ts` files are made of, and how the kernel's own shapes are defined. */

export {
  type ConditionInput,
  conditionSchema,
  type FactConditionInput,
} from './check/schema.js'
export * from './input/schema.js'
export {
  completeRounding,
  currencyIssues,
  type MoneyRoundingInput,
  moneyRounding,
} from './number/schema.js'
export { headerShape, type PolicyHeaderInput, provenanceIssues } from './policy/schema.js'
export { defineScale, type ScaleInput, scaleSchema, type TierInput } from './scale/schema.js'
export {
  type BandInput,
  bandsSchema,
  type CriterionInput,
  type CurveInput,
  criteriaIssues,
  criterionShape,
  curveSchema,
  type ScorecardRulesInput,
  scorecardShape,
} from './score/schema.js'
export { type CalendarInput, defineCalendar, gapShape, periodUnit } from './time/schema.js'

/**
 * Explaining outcomes to the people whom they are about, as texts and pictures, and issues to those who have to put them right, in English,
 * Simplified and Traditional Chinese. Nothing else of this library loads these texts.
 */
export { inCapitals } from './capitals.js'
export { chart } from './chart/chart.js'
export type { ChartOptions, Picture } from './chart/types.js'
export { type About, type ExplainOptions, explain } from './explain.js'
export { explainIssue, type Locale } from './explainIssue.js'
export type { ExplainedFunction, ExplainedOutcome } from './signs.js'
export type { DifferenceCause } from './verify/causes.js'
export type { Difference } from './verify/differences.js'
export {
  type DifferencePart,
  diffOutcomes,
  type OutcomeDifference,
} from './verify/diffOutcomes.js'
export { type Verification, type VerifyOptions, verify } from './verify/verify.js'
export { type WithInput, withInput } from './verify/withInput.js'

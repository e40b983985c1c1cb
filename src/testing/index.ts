/**
 * Testing: a company's own policy under property tests. The laws of a policy as tests that fast-check runs, and arbitraries that draw inputs on
 * the edges of that very policy. fast-check is handed in, and never loaded from here.
 */
export { arbitraryCommissionInput } from './draw/commissionInput.js'
export { arbitraryCompensationInput } from './draw/compensationInput.js'
export { arbitraryCommissionPlan } from './draw/mechanisms.js'
export { arbitraryScale } from './draw/scale.js'
export {
  arbitraryAppraisalScheme,
  arbitraryHealthModel,
  arbitraryLeadModel,
} from './draw/scorecard.js'
export { arbitraryAppraisalInput } from './laws/appraisal.js'
export { arbitraryCustomerValues } from './laws/care.js'
export { arbitraryCareerFacts } from './laws/careers.js'
export { arbitraryContestInput } from './laws/contest.js'
export { arbitraryGradeHistory } from './laws/grading.js'
export { arbitraryHealthFacts } from './laws/health.js'
export { arbitraryLeadFacts } from './laws/leads.js'
export { arbitraryDealFacts } from './laws/pipeline.js'
export { arbitraryBase } from './laws/scale.js'
export { arbitraryTargetTree } from './laws/targets.js'
export { exemptLawsOf, lawsOf } from './lawsOf.js'
export type { Arbitrary, ExemptLaw, FastCheck, Law, TestedPolicy } from './types.js'

/** What the floors above compute appraisals with. */
export { computeAppraisal, writeGradeLimits } from './appraise.js'
export { type ExactAppraisalScheme, exactAppraisalScheme } from './exactAppraisalScheme.js'
export { readAppraisal } from './read.js'

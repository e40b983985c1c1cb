/** What the floors above compute appraisals with. */
export { type ExactAppraisalScheme, exactAppraisalScheme } from './exactAppraisalScheme.js'
export { readAppraisal } from './read.js'

/**
 * What a function of an SQL engine needs, as one file to copy there: it defines no policy, so that it has no zod, and takes those that were packed.
 */
export { bucketOf } from '../batch/index.js'
export { calculateCommission, commissionAccumulator } from '../commission/index.js'
export { gradeScore } from '../grading/index.js'
export { attempt, unpackPolicy } from '../kernel/index.js'
export { scoreLead } from '../leads/index.js'

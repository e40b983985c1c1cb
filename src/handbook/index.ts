/**
 * The handbook's numbers as ready policy, and the register of its clauses. Each policy marks in its `provenance` what the handbook
 * says and what is ours; a company starts from one of these and defines its own.
 */
export { appraisal } from './appraisal.js'
export { bantLeads } from './bantLeads.js'
export { care } from './care.js'
export { careers } from './careers.js'
export { challengeAppraisal } from './challengeAppraisal.js'
export { chinaCalendar } from './chinaCalendar.js'
export { type Clause, type ClauseId, clauses } from './clauses.js'
export { commission } from './commission.js'
export { compensation } from './compensation.js'
export { grading } from './grading.js'
export { handbookPolicy } from './handbookPolicy.js'
export { health } from './health.js'
export { leads } from './leads.js'
export { pipeline } from './pipeline.js'
export { rewards } from './rewards.js'
export { service } from './service.js'
export { targets } from './targets.js'

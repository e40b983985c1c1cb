/**
 * Batches: what the rooms decide, over millions of rows. The results are those of the rules, to the last unit, as typed columns and without
 * their derivation; a row that is wrong is refused by its place and stops nothing.
 */

export { appraiseRows } from './appraisal/appraiseRows.js'
export { scoreHealthRows } from './health/scoreHealthRows.js'
export { scoreLeadRows } from './leads/scoreLeadRows.js'
export type {
  AppraisalScores,
  HealthScores,
  LeadDisqualified,
  LeadScores,
  RefusedRows,
  RowIssues,
  RowScores,
} from './types.js'

/**
 * Batches: millions of rows at the speed of plain numbers, with the results of the rules to the last digit. It is the one place where
 * speed decides how the code is written.
 */

export { appraiseRows } from './appraisal/appraiseRows.js'
export { scoreHealthRows } from './health/scoreHealthRows.js'
export { scoreLeadRows } from './leads/scoreLeadRows.js'
export type { RefusedRows, RowIssues } from './types.js'

/**
 * Batches: millions of rows at the speed of plain numbers, with the results of the rules to the last digit. It is the one place where
 * speed decides how the code is written.
 */

export { appraiseRows } from './appraisal/appraiseRows.js'
export { attributeCommissionColumns } from './commission/attributeCommissionColumns.js'
export { attributeCommissionRows } from './commission/attributeCommissionRows.js'
export { calculateCommissionColumns } from './commission/calculateCommissionColumns.js'
export { calculateCommissionRows } from './commission/calculateCommissionRows.js'
export { commissionColumnsBuilder } from './commission/commissionColumnsBuilder.js'
export type {
  CommissionColumns,
  CommissionColumnsBuilder,
  CommissionColumnsFacts,
  CommissionColumnsOptions,
  CommissionPayColumns,
  CommissionRow,
  CommissionShareColumns,
  PayeeIssues,
  PerPayee,
  RefusedCounts,
} from './commission/types.js'
export { scoreHealthRows } from './health/scoreHealthRows.js'
export { scoreLeadRows } from './leads/scoreLeadRows.js'
export { bucketOf } from './shuffle/bucketOf.js'
export { reconcile } from './shuffle/reconcile.js'
export type { CountedSide, PayeeCount, Reconciliation } from './shuffle/types.js'
export type {
  AppraisalScores,
  HealthScores,
  LeadDisqualified,
  LeadScores,
  RefusedRows,
  RowIssues,
  RowScores,
} from './types.js'

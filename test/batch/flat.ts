import type { RowIssues } from 'sales-rules/batch'

/** The issues of all rows in one list, the row of each in front of its path. */
export const flat = (refused: readonly RowIssues[]) =>
  refused.flatMap(({ row, issues }) =>
    issues.map((issue) => ({ ...issue, path: [row, ...issue.path] })),
  )

import type { CommissionColumnsBuilder } from 'sales-rules/batch'

/**
 * Adds a row that is refused for what a file, not the row's fields, has wrong. The builder counts it in its place and names it among
 * those that it refuses itself, so that the rows are always those accepted and those refused.
 */
export function refuseRow(
  builder: CommissionColumnsBuilder,
  given: string,
  expected: string,
): void {
  const message = `got ${given}, expected ${expected}.`
  const params = { given, expected }
  const issue = { code: 'VALUE_INVALID', severity: 'error', path: [], params, message } as const
  builder.addColumns({ ...NO_LINES, rows: 1, refused: 1, issues: [{ row: 0, issues: [issue] }] })
}

const NO_LINES = {
  payees: [],
  payee: new Int32Array(),
  amounts: new Float64Array(),
  decimals: 0,
  wide: new Map<number, string>(),
}

import type { Issue } from '../../kernel/index.js'
import { refuseIfAny, writeDecimal } from '../../kernel/inside.js'
import type { CommissionLine } from '../types.js'
import { exactAmount } from './exactAmount.js'
import type { CommissionColumns } from './types.js'

/** The lines of one payee as the rule itself takes them, each named by its place; throws what is wrong with them. */
export function exactLines(columns: CommissionColumns, lines: readonly number[]): CommissionLine[] {
  const issues: Issue[] = []
  const exact = lines.flatMap((line) => {
    const amount = exactAmount(columns, line, issues)
    return amount === undefined ? [] : [{ id: String(line), amount: writeDecimal(amount) }]
  })
  refuseIfAny(issues)
  return exact
}

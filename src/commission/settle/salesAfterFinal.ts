import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import { SALES_AFTER_FINAL } from './issues.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** Whoever has left sells nothing more: what comes later takes back, or was sold before and corrects the period that it belongs to. */
export function salesAfterFinal({ path, sales }: ReadPeriod): Issue[] {
  if (sales.lines === undefined)
    return sales.figure.n > 0n ? [issue.at(SALES_AFTER_FINAL, [...path, 'sales'], {})] : []
  return sales.lines
    .filter(({ amount }) => amount.n > 0n)
    .map((line) => issue.at(SALES_AFTER_FINAL, [...path, ...line.path, 'amount'], {}))
}

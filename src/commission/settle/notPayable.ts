import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { NOT_PAYABLE } from './issues.js'

/** An amount of more decimals than are paid would have to be rounded, and nobody said how. */
export function notPayable(amount: Fraction, path: Path, decimals: number): Issue[] {
  if ((decimal.countDecimals(amount) ?? 0) <= decimals) return []
  return [issue.at(NOT_PAYABLE, path, { total: write.decimal(amount), decimals })]
}

import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { SOMEBODY_ELSES } from './issues.js'
import { notPayable } from './notPayable.js'
import { otherCurrency } from './otherCurrency.js'

/**
 * The sum of what is paid or taken back beside a period's own commission. Corrections, clawbacks and overrides come as they were
 * computed: only their amount is read, and whose and in which currency it is, where they say so.
 */
export function readAdjustments(
  rows: unknown,
  path: Path,
  { payee, plan }: { readonly payee: string | null; readonly plan: ExactPlan },
  issues: Issue[],
): Fraction {
  let total = fraction.ZERO
  for (const [index, row] of (read.array(rows, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.record(row, at, issues)
    if (fields === undefined) continue
    issues.push(...somebodyElses(fields, at, payee))
    if (fields['currency'] !== undefined)
      issues.push(...otherCurrency(fields['currency'], at, plan.currency))
    const amount = read.written(fields['amount'], [...at, 'amount'], issues) ?? fraction.ZERO
    issues.push(...notPayable(amount, [...at, 'amount'], plan.decimals))
    total = fraction.add(total, amount)
  }
  return total
}

/** A correction names the payee it is for, an override the manager. */
function somebodyElses(fields: Fields, path: Path, payee: string | null): Issue[] {
  const key = fields['manager'] === undefined ? 'payee' : 'manager'
  const owner = fields[key]
  if (owner === undefined || payee === null || owner === payee) return []
  const params = { given: issue.show(owner), expected: issue.show(payee) }
  return [issue.at(SOMEBODY_ELSES, [...path, key], params)]
}

import type { Issue, Path } from '../../kernel/index.js'
import { issueAt, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import * as currencies from '../../kernel/number/currency.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { CommissionPlan } from '../plan/types.js'
import { otherCurrency } from './otherCurrency.js'

/**
 * The sum of what is paid or taken back beside a period's own commission. Corrections, clawbacks and overrides come as they were
 * computed: only their amount is read, and whose and in which currency it is, where they say so.
 */
export function readAdjustments(
  value: unknown,
  path: Path,
  payee: string,
  plan: CommissionPlan,
  issues: Issue[],
): Fraction {
  let total = fraction.ZERO
  if (value === undefined) return total
  for (const [index, row] of (read.array(value, path, issues) ?? []).entries()) {
    const at = [...path, index]
    const fields = read.record(row, at, issues)
    if (fields === undefined) continue
    issues.push(...somebodyElses(fields, at, payee))
    if (fields['currency'] !== undefined)
      issues.push(...otherCurrency(fields['currency'], at, plan))
    const amount = read.written(fields['amount'], [...at, 'amount'], issues) ?? fraction.ZERO
    const decimals = currencies.decimalsOf(plan.currency) ?? 0
    issues.push(...notPayable(amount, [...at, 'amount'], { decimals }))
    total = fraction.add(total, amount)
  }
  return total
}

/** A correction names the payee it is for, an override the manager. */
function somebodyElses(fields: Fields, path: Path, payee: string): Issue[] {
  const key = fields['manager'] === undefined ? 'payee' : 'manager'
  const owner = fields[key]
  if (owner === undefined || owner === payee) return []
  const given = show(owner)
  const expected = show(payee)
  const text = `got ${given}, expected ${expected}: an adjustment is paid to the one it is for.`
  return [issueAt('VALUE_INVALID', [...path, key], { given, expected }, text)]
}

/** An amount of more decimals than are paid would have to be rounded, and nobody said how. */
export function notPayable(
  amount: Fraction,
  path: Path,
  { decimals }: { readonly decimals: number },
): Issue[] {
  if ((decimal.countDecimals(amount) ?? 0) <= decimals) return []
  const total = write.decimal(amount)
  const text = `got ${total}, expected at most ${decimals} decimals, as amounts are paid. Round it first.`
  return [issueAt('TOTAL_TOO_PRECISE', path, { total, decimals }, text)]
}

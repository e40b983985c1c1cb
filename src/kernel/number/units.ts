import { type Issue, issueAt, type Path } from '../input/issue.js'
import { countDecimals, writeDecimal } from './decimal.js'
import { type Fraction, powerOfTen } from './fraction.js'

/** An amount in units of its currency, as cents are; adds an issue where it has more decimals than the currency. */
export function readUnits(
  amount: Fraction,
  { currency, decimals }: { readonly currency: string; readonly decimals: number },
  path: Path,
  issues: Issue[],
): bigint {
  if ((countDecimals(amount) ?? 0) > decimals) {
    const total = writeDecimal(amount)
    const text = `got ${total}, expected at most the ${decimals} decimals of ${currency}.`
    issues.push(issueAt('TOTAL_TOO_PRECISE', path, { total, decimals, currency }, text))
  }
  return (amount.n * powerOfTen(decimals)) / amount.d
}

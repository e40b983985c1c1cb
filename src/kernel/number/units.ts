import { add, at, type Issue, type Path } from '../input/issue.js'
import { MORE_DECIMALS_THAN_CURRENCY } from '../issues.js'
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
    add(issues, at(MORE_DECIMALS_THAN_CURRENCY, path, { total, decimals, currency }))
  }
  return (amount.n * powerOfTen(decimals)) / amount.d
}

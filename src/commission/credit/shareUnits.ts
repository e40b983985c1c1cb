import type { Issue, Path, RoundingMode } from '../../kernel/index.js'
import { issueAt } from '../../kernel/input/issue.js'
import * as allocation from '../../kernel/number/allocate.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { ReadOwner } from './readOwners.js'

/** What of an amount each owner is credited with, in units of the currency: the owners' parts add up to it, an overlay comes on top. */
export function shareUnits(
  units: bigint,
  owners: readonly ReadOwner[],
  mode: RoundingMode,
): bigint[] {
  const base = owners.filter(({ overlay }) => !overlay)
  const whole = fraction.sum(base.map(({ weight }) => weight))
  const exact = { n: units, d: 1n }
  const parts = allocation.roundTogether(
    base.map(({ weight }) => fraction.divide(fraction.multiply(exact, weight), whole)),
    units,
  )
  return owners.map((owner) =>
    owner.overlay
      ? fraction.toUnits(fraction.multiply(exact, owner.weight), 0, mode)
      : (parts[base.indexOf(owner)] ?? 0n),
  )
}

/** An amount in units of the currency; adds an issue where it has more decimals than the currency. */
export function readUnits(
  amount: Fraction,
  { currency, decimals }: { readonly currency: string; readonly decimals: number },
  path: Path,
  issues: Issue[],
): bigint {
  if ((decimal.countDecimals(amount) ?? 0) > decimals) {
    const total = write.decimal(amount)
    const text = `got ${total}, expected at most the ${decimals} decimals of ${currency}.`
    issues.push(issueAt('TOTAL_TOO_PRECISE', path, { total, decimals }, text))
  }
  return (amount.n * fraction.powerOfTen(decimals)) / amount.d
}

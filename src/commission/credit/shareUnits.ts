import type { Issue, Path, RoundingMode } from '../../kernel/index.js'
import {
  countDecimals,
  divide,
  type Fraction,
  issueAt,
  multiply,
  powerOfTen,
  roundTogether,
  roundToUnits,
  sum,
  writeDecimal,
} from '../../kernel/inside.js'
import type { ReadOwner } from './readOwners.js'

/** What of an amount each owner is credited with, in units of the currency: the owners' parts add up to it, an overlay comes on top. */
export function shareUnits(
  units: bigint,
  owners: readonly ReadOwner[],
  mode: RoundingMode,
): bigint[] {
  const base = owners.filter(({ overlay }) => !overlay)
  const whole = sum(base.map(({ weight }) => weight))
  const exact = { n: units, d: 1n }
  const parts = roundTogether(
    base.map(({ weight }) => divide(multiply(exact, weight), whole)),
    units,
  )
  return owners.map((owner) =>
    owner.overlay
      ? roundToUnits(multiply(exact, owner.weight), 0, mode)
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
  if ((countDecimals(amount) ?? 0) > decimals) {
    const total = writeDecimal(amount)
    const text = `got ${total}, expected at most the ${decimals} decimals of ${currency}.`
    issues.push(issueAt('TOTAL_TOO_PRECISE', path, { total, decimals }, text))
  }
  return (amount.n * powerOfTen(decimals)) / amount.d
}

import * as fraction from '../../kernel/number/fraction.js'

/**
 * How many units of each part are taken, when so many are taken of the whole.
 *
 * Each unit of a part has its turn: the n-th of a part of p comes at (n − ½) ÷ p of the way (Webster's method, also called
 * Sainte-Laguë). So whoever takes back a sale in several refunds never takes more from a part than is left of it, no refund gives
 * somebody something, and all refunds together take every part exactly. Largest remainders would not do: two halves of 100.00 that
 * was credited as 33.34, 33.33, 33.33 would take 33.34 from the second.
 *
 * Parts are 0 or more and not all of them 0, and what is taken is from 0 to their sum.
 */
export function takeUnits(parts: readonly bigint[], taken: bigint): bigint[] {
  const whole = parts.reduce((total, part) => total + part, 0n)
  const units = parts.map((part) => fraction.toUnits({ n: part * taken, d: whole }, 0, 'half-up'))
  let left = taken - units.reduce((total, unit) => total + unit, 0n)
  for (; left > 0n; left -= 1n) {
    const next = earliest(parts, units)
    units[next] = (units[next] ?? 0n) + 1n
  }
  for (; left < 0n; left += 1n) {
    const last = latest(parts, units)
    units[last] = (units[last] ?? 0n) - 1n
  }
  return units
}

/** The part whose next unit has the earliest turn; the first of them on a tie. */
function earliest(parts: readonly bigint[], units: readonly bigint[]): number {
  let found = -1
  for (const [index, part] of parts.entries()) {
    const unit = units[index] ?? 0n
    if (unit === part) continue
    if (found === -1 || isBefore(unit, part, units[found] ?? 0n, parts[found] ?? 0n)) found = index
  }
  return found
}

/** The part whose unit taken last had the latest turn; the last of them on a tie. */
function latest(parts: readonly bigint[], units: readonly bigint[]): number {
  let found = -1
  for (const [index, part] of parts.entries()) {
    const unit = (units[index] ?? 0n) - 1n
    if (unit < 0n) continue
    const best = (units[found] ?? 0n) - 1n
    if (found === -1 || !isBefore(unit, part, best, parts[found] ?? 0n)) found = index
  }
  return found
}

/** Whether the turn of one unit, counted from 0, of its part comes before that of another. */
function isBefore(unit: bigint, part: bigint, other: bigint, otherPart: bigint): boolean {
  return (2n * unit + 1n) * otherPart < (2n * other + 1n) * part
}

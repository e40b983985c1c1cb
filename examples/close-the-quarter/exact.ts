// Sums in whole units (cents, or thousandths of a rate), so that no float comes near money.
import { type DecimalInput, type RoundingMode, round } from 'sales-rules'

/** `'-0.05'` as -5n cents. */
export function toUnits(decimal: DecimalInput, decimals = 2): bigint {
  return BigInt(round(decimal, { decimals }).replace('.', ''))
}

/** -5n cents as `'-0.05'`. */
export function fromUnits(units: bigint, decimals = 2): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${units < 0n ? '-' : ''}${whole}${fraction}`
}

export function sum(units: Iterable<bigint>): bigint {
  let total = 0n
  for (const one of units) total += one
  return total
}

/** The exact sum of decimals, with so many decimals. */
export function sumOf(values: readonly DecimalInput[], decimals = 2): string {
  return fromUnits(sum(values.map((value) => toUnits(value, decimals))), decimals)
}

const MOST_DECIMALS = 12

/** The product of two decimals, exact until it is rounded once. */
export function multiplied(left: string, right: string, decimals = 2): string {
  const units = toUnits(left, MOST_DECIMALS) * toUnits(right, MOST_DECIMALS)
  return round(fromUnits(units, 2 * MOST_DECIMALS), { decimals })
}

/** A ratio as a percentage: `'1.2345'` as `'123.4'`, cut so that 99.99% never shows as 100%. */
export function percent(ratio: string, decimals: number, mode: RoundingMode = 'down'): string {
  const hundredth = fromUnits(toUnits(ratio, MOST_DECIMALS), MOST_DECIMALS - 2)
  return round(hundredth, { decimals, mode })
}

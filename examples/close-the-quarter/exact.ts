// Money with its cents, and ratios as percentages.
import { multiply, type RoundingMode, sumOf } from 'sales-rules'

/** A sum of money, which shows its cents where there is nothing to add up, too. */
export function totalOf(amounts: readonly string[]): string {
  return sumOf(['0.00', ...amounts])
}

/** A ratio as a percentage: `'1.2345'` as `'123.4'`, cut so that 99.99% never shows as 100%. */
export function percent(ratio: string, decimals: number, mode: RoundingMode = 'down'): string {
  return multiply(ratio, 100, { mode, decimals })
}

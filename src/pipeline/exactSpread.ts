import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { DaysSpread } from './types.js'

/** Whole days, exact: their mean, median and quartiles. */
export interface ExactSpread {
  /** From the shortest to the longest; at least one. */
  readonly days: readonly number[]
  readonly mean: fraction.Fraction
  readonly median: fraction.Fraction
}

/** Null of none. */
export function exactSpread(days: readonly number[]): ExactSpread | null {
  if (days.length === 0) return null
  const ordered = [...days].sort((a, b) => a - b)
  const total = ordered.reduce((sum, one) => sum + BigInt(one), 0n)
  return {
    days: ordered,
    mean: fraction.reduce({ n: total, d: BigInt(ordered.length) }),
    median: quantile(ordered, 2),
  }
}

/** A quarter or so many of the way from the first to the last; between two days in proportion, as spreadsheets have it (inclusive). */
function quantile(ordered: readonly number[], quarters: number): fraction.Fraction {
  const way = (ordered.length - 1) * quarters
  const at = Math.floor(way / 4)
  const below = ordered[at] ?? 0
  const above = ordered[at + 1] ?? below
  return fraction.reduce({ n: BigInt(below * 4 + (above - below) * (way % 4)), d: 4n })
}

export function writeSpread(spread: ExactSpread | null): DaysSpread | null {
  if (spread === null) return null
  const { days, mean, median } = spread
  return {
    count: days.length,
    mean: write.decimal(mean),
    median: write.decimal(median),
    lowerQuartile: write.decimal(quantile(days, 1)),
    upperQuartile: write.decimal(quantile(days, 3)),
    shortest: String(days[0]),
    longest: String(days.at(-1)),
  }
}

/** Quantiles by rank: the least figure that at least so large a part of all of them does not exceed. It is one of the figures. */
import type { DecimalInput, Issue } from '../kernel/index.js'
import type { Path } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'

/** What is asked for by default: the least, every quarter and the outer tenths, the greatest. */
const QUANTILES: readonly DecimalInput[] = ['0', '0.1', '0.25', '0.5', '0.75', '0.9', '1']

/** Reads parts from 0 to 1. */
export function readQuantiles(value: unknown, issues: Issue[]): readonly Fraction[] {
  const given = read.array(value ?? QUANTILES, ['quantiles'], issues) ?? []
  return given.flatMap((one, index) => readPart(one, ['quantiles', index], issues) ?? [])
}

/** Reads a part of a whole. */
export function readPart(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  return read.within(value, path, issues, { minimum: fraction.ZERO, maximum: fraction.ONE })
}

/** The figure at a part of all, of figures in rising order; undefined of none. */
export function quantileOf<Figure>(
  rising: ArrayLike<Figure>,
  { n, d }: Fraction,
): Figure | undefined {
  const rank = (BigInt(rising.length) * n + d - 1n) / d
  return rising[Math.max(0, Number(rank) - 1)]
}

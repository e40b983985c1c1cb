/** How pay follows attainment: the arithmetic of ranks, and by which rule somebody who attained less is paid more. */
import type { CommissionStatement } from '../commission/index.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import { rootOf } from '../kernel/number/proportion.js'
import { figureOf } from './figureOf.js'

/** Somebody who is paid, and what for. */
export interface PaidRow {
  readonly id: string
  readonly group: string | null
  readonly attainment: Fraction
  readonly pay: Fraction
  readonly sales: Fraction
  readonly statement: CommissionStatement
}

/** Twice the rank of each figure, from the least; figures that tie share the mean of their ranks, so that twice of it is whole. */
export function doubleRanks(figures: readonly Fraction[]): number[] {
  const rising = [...figures.keys()].sort((a, b) => compareAt(figures, a, b))
  const ranks = new Array<number>(figures.length).fill(0)
  for (let start = 0; start < rising.length; ) {
    let end = start + 1
    while (end < rising.length && compareAt(figures, rising[start] ?? 0, rising[end] ?? 0) === 0)
      end += 1
    for (let at = start; at < end; at += 1) ranks[rising[at] ?? 0] = start + end + 1
    start = end
  }
  return ranks
}

function compareAt(figures: readonly Fraction[], a: number, b: number): number {
  return fraction.compare(figures[a] ?? fraction.ZERO, figures[b] ?? fraction.ZERO)
}

/** Spearman's rank correlation, from −1 to 1, with ties at the mean of their ranks; null where all figures of one kind are equal. */
export function rankCorrelation(
  first: readonly number[],
  second: readonly number[],
): Fraction | null {
  const middle = first.length + 1
  let [both, one, other] = [0n, 0n, 0n]
  for (const [at, rank] of first.entries()) {
    const [a, b] = [BigInt(rank - middle), BigInt((second[at] ?? middle) - middle)]
    both += a * b
    one += a * a
    other += b * b
  }
  if (one === 0n || other === 0n) return null
  // The root of the square: one that ends, as 1/2, is exact.
  const size = rootOf({ n: both * both, d: one * other })
  return both < 0n ? fraction.negate(size) : size
}

/**
 * The rule by which somebody who attained less is paid more: more sales, a gate that is shut for the other, the kind of adjustment by which they
 * are furthest ahead, or the rate.
 */
export function ruleOf(less: PaidRow, more: PaidRow): string {
  if (fraction.compare(less.sales, more.sales) > 0) return 'sales'
  if (more.statement.gate?.outcome === 'unmet') return 'gate'
  let [rule, most] = ['rate', fraction.ZERO]
  for (const { kind } of [...more.statement.adjustments, ...less.statement.adjustments]) {
    const ahead = fraction.subtract(adjustedBy(kind, less), adjustedBy(kind, more))
    if (fraction.compare(ahead, most) > 0) [rule, most] = [kind, ahead]
  }
  return rule
}

function adjustedBy(kind: string, { statement }: PaidRow): Fraction {
  const own = statement.adjustments.filter((adjustment) => adjustment.kind === kind)
  return fraction.sum(own.map(({ amount }) => figureOf(amount)))
}

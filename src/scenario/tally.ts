/** What many rows come to, by two policies, while they are added one by one. */

import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import type { CostRatio, RowCounts, Totals } from './types.js'

/** A sum of whole numbers: most of them fit a number, and what does not is kept beside it. */
export interface Sum {
  whole: bigint
  part: number
}

export const noSum = (): Sum => ({ whole: 0n, part: 0 })

export function addTo(sum: Sum, units: number): void {
  if (Math.abs(sum.part) + Math.abs(units) > Number.MAX_SAFE_INTEGER) {
    sum.whole += BigInt(sum.part)
    sum.part = 0
  }
  sum.part += units
}

export function totalOf({ whole, part }: Sum): bigint {
  return whole + BigInt(part)
}

/** The rows that were added. */
export interface Tally {
  readonly now: Sum
  readonly then: Sum
  /** The sales that each policy counts; null where they count none. */
  sales: { readonly now: Fraction; readonly then: Fraction } | null
  rows: number
  gain: number
  lose: number
  unchanged: number
}

export function noTally(): Tally {
  return { now: noSum(), then: noSum(), sales: null, rows: 0, gain: 0, lose: 0, unchanged: 0 }
}

/** Adds a row that both policies could compute. */
export function addFigures(tally: Tally, now: number, then: number): void {
  addTo(tally.now, now)
  addTo(tally.then, then)
  if (then > now) tally.gain += 1
  else if (then < now) tally.lose += 1
  else tally.unchanged += 1
}

export function addSales(tally: Tally, now: Fraction | null, then: Fraction | null): void {
  if (now === null || then === null) return
  const before = tally.sales ?? { now: fraction.ZERO, then: fraction.ZERO }
  tally.sales = { now: fraction.add(before.now, now), then: fraction.add(before.then, then) }
}

export function countsOf({ rows, gain, lose, unchanged }: Tally): RowCounts {
  const computed = gain + lose + unchanged
  return { rows, computed, gain, lose, unchanged, refused: rows - computed }
}

export function totalsOf({ now, then }: Pick<Tally, 'now' | 'then'>, decimals: number): Totals {
  const [before, after] = [totalOf(now), totalOf(then)]
  return {
    now: writeUnits(before, decimals),
    then: writeUnits(after, decimals),
    difference: writeUnits(after - before, decimals),
  }
}

export function costRatioOf(tally: Tally, decimals: number): CostRatio | null {
  if (tally.sales === null) return null
  return {
    now: ratioOf(totalOf(tally.now), tally.sales.now, decimals),
    then: ratioOf(totalOf(tally.then), tally.sales.then, decimals),
  }
}

/** Paid ÷ sold; null where nothing was sold. */
function ratioOf(units: bigint, sales: Fraction, decimals: number): string | null {
  if (sales.n <= 0n) return null
  return write.decimal(fraction.divide({ n: units, d: fraction.powerOfTen(decimals) }, sales))
}

export function writeUnits(units: bigint | number, decimals: number): string {
  return write.fixed(BigInt(units), decimals)
}

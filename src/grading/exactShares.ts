import { allocateUnits } from '../kernel/number/allocate.js'
import type { Fraction } from '../kernel/number/fraction.js'

/** Shares that were read: the grades from the best to the lowest, and what each weighs. */
export interface ExactShares {
  readonly grades: readonly string[]
  readonly weights: readonly Fraction[]
}

/** So many places for each grade: the largest remainder first, of equal ones the better grade. They add up to the headcount. */
export function placesOf(headcount: number, { weights }: ExactShares): number[] {
  return allocateUnits(BigInt(headcount), weights).map(Number)
}

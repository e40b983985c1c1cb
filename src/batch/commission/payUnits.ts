import { roundQuotient } from '../number/roundQuotient.js'
import type { CompiledPlan } from './compilePlan.js'

/**
 * The units that a compiled plan pays for sales X, or NaN where they are outside its range: the comparison is false for NaN, too, so
 * that sales that could not be read or that no longer fit are found by it as well.
 */
export function payUnits(sales: number, plan: CompiledPlan): number {
  if (!(sales >= plan.lowest && sales <= plan.highest)) return Number.NaN
  const { starts, constants, slopes } = plan
  const dividend = dividendOf(Math.abs(sales), starts, constants, slopes)
  const units = roundQuotient(sales < 0 ? 0 - dividend * plan.mirrored : dividend, plan)
  return units < plan.most ? units : plan.most
}

/**
 * What sales in the range of a plan earn, times its divisor: exact, as the range was chosen. Starts and sales are whole numbers, so that
 * the comparison that finds the piece is exact, too.
 */
export function dividendOf(
  size: number,
  starts: Float64Array,
  constants: Float64Array,
  slopes: Float64Array,
): number {
  let piece = 0
  while (size >= (starts[piece + 1] ?? Infinity)) piece += 1
  return (constants[piece] ?? 0) + (slopes[piece] ?? 0) * size
}

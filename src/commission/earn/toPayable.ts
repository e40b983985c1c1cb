import type { RoundingMode } from '../../kernel/index.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'

/** What is paid of an amount, in units of the plan's rounding: whole ones, and where it pays in steps of 0.05 or 10, those of whole steps. */
export function toPayable(
  amount: Fraction,
  { rounding, increment }: ExactPlan,
  mode: RoundingMode = rounding.mode,
): bigint {
  if (increment === 1n) return fraction.toUnits(amount, rounding.decimals, mode)
  const steps = { n: amount.n, d: amount.d * increment }
  return fraction.toUnits(steps, rounding.decimals, mode) * increment
}

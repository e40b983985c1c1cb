/** Sales that can be written: money with the currency's decimals, or whole units. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'

export function salesDecimals({ isInUnits, decimals }: ExactPlan): number {
  return isInUnits ? 0 : decimals
}

/** The first sales that can be written from there on. */
export function ceiling(value: Fraction, decimals: number): Fraction {
  return fraction.round(value, { mode: 'ceiling', decimals })
}

/** The first sales that can be written above it. */
export function firstAbove(value: Fraction, decimals: number): Fraction {
  const floor = fraction.round(value, { mode: 'floor', decimals })
  return fraction.add(floor, { n: 1n, d: floor.d })
}

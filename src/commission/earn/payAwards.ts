import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { QualifiedAward } from '../lines/findAwards.js'
import { type Gate, isShut } from './openGate.js'

/** Whether an award is paid, forgone while the gate is shut or its own conditions are not met, or not known to be due. */
export function outcomeOf(
  { award: { award }, isKnown, isHeld }: QualifiedAward,
  gate: Gate | null,
): 'paid' | 'forgone' | 'unknown' {
  if (!isHeld) return 'forgone'
  if (!isKnown) return 'unknown'
  return isShut(gate) && award.whileGateShut === 'forgone' ? 'forgone' : 'paid'
}

/** The awards that are paid, by line: each line of an order has its part of the award by its sales, so that a refund takes back that part. */
export function payAwards(
  awards: readonly QualifiedAward[],
  gate: Gate | null,
): ReadonlyMap<string, Fraction> {
  const paid = new Map<string, Fraction>()
  for (const one of awards) {
    if (outcomeOf(one, gate) !== 'paid') continue
    for (const [line, amount] of one.parts)
      paid.set(line, fraction.add(paid.get(line) ?? fraction.ZERO, amount))
  }
  return paid
}

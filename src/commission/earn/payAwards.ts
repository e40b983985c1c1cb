import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { QualifiedAward } from '../lines/findAwards.js'
import { type Gate, isShut } from './openGate.js'

/** Whether an award is paid, forgone while the gate is shut, or not known to be due. */
export function outcomeOf(
  { award: { award }, isKnown }: QualifiedAward,
  gate: Gate | null,
): 'paid' | 'forgone' | 'unknown' {
  if (!isKnown) return 'unknown'
  return isShut(gate) && award.whileGateShut === 'forgone' ? 'forgone' : 'paid'
}

/** The awards that are paid, by the line of their order. */
export function payAwards(
  awards: readonly QualifiedAward[],
  gate: Gate | null,
): ReadonlyMap<string, Fraction> {
  const paid = new Map<string, Fraction>()
  for (const one of awards) {
    if (outcomeOf(one, gate) !== 'paid') continue
    paid.set(one.line, fraction.add(paid.get(one.line) ?? fraction.ZERO, one.award.amount))
  }
  return paid
}

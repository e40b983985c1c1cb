import {
  compare,
  type Fraction,
  isNegative,
  known,
  multiply,
  refuse,
  subtract,
  ZERO,
} from '../kernel/inside.js'
import type { CommissionPlan } from './types.js'

/** A gate that was looked at: which sales count once it is open, and what is missing to open it. */
export interface Gate {
  readonly isOpen: boolean
  /** The sales that open it. */
  readonly level: Fraction
  readonly missing: Fraction
  /** Of so many sales, those that count where the gate is open. */
  readonly counted: (sales: Fraction) => Fraction
}

/** Looks at the gate of a plan; null where it has none. */
export function openGate(
  sales: Fraction,
  target: Fraction | undefined,
  { gate }: CommissionPlan,
): Gate | null {
  if (gate === undefined) return null
  if (target === undefined) {
    const needed = 'the gate (COM-2)'
    const text = `is missing, and the plan pays once it is met (COM-2). Give a target above 0, or a plan without a gate.`
    return refuse('TARGET_MISSING', ['target'], { needed }, text)
  }
  const level = multiply(known(gate.attainment), target)
  const isOpen = compare(sales, level) >= 0
  return {
    isOpen,
    level,
    missing: isOpen ? ZERO : subtract(level, sales),
    counted: (some) => (gate.counts === 'all' ? some : above(some, level)),
  }
}

function above(sales: Fraction, level: Fraction): Fraction {
  const over = subtract(sales, level)
  return isNegative(over) ? ZERO : over
}

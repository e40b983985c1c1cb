import type { Check } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { FACT_OF_GATE_MISSING, TARGET_OF_GATE_MISSING } from '../issues.js'
import { checkConditions } from '../lines/checkConditions.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactGate, ExactPlan } from '../plan/exactPlan.js'

/** The gate of one statement, before its sales are known. */
export interface GateLevel {
  /** The sales that reach the attainment; zero where only conditions are asked for. */
  readonly level: Fraction
  readonly isByAttainment: boolean
  readonly areConditionsMet: boolean
  readonly checks: readonly Check[] | null
  readonly counts: ExactGate['counts']
  /** The sales that must be exceeded before more of them count; zero where all do. */
  readonly countsFrom: Fraction
  /** What those earn that the gate keeps from the tiers, at this payee's rates; null is nothing. */
  readonly below: Fraction | null
}

/** A gate that was looked at, and the sales that are missing to open it. */
export interface Gate extends GateLevel {
  readonly isOpen: boolean
  readonly remaining: Fraction
}

/** Looks at what the gate of a plan asks for; null where it has none. */
export function readGate(facts: ReadFacts, plan: ExactPlan): GateLevel | null {
  const { gate } = plan
  if (gate === null) return null
  const { isMet, checks } = checkConditions(gate.conditions, facts, FACT_OF_GATE_MISSING)
  const level = levelOf(gate, facts)
  return {
    level,
    isByAttainment: gate.attainment !== null,
    areConditionsMet: isMet,
    checks,
    counts: gate.counts,
    countsFrom: countsFrom(gate, level, facts),
    below: gate.below && raisedRate(gate.below, facts, plan),
  }
}

/** Looks whether so many sales open a gate. */
export function openGate(credited: Fraction, gate: GateLevel): Gate {
  const over = fraction.subtract(credited, gate.level)
  // Where only conditions are asked for, sales below zero are enough as well.
  const isReached = over.n >= 0n || !gate.isByAttainment
  // Field by field, which is ten times as fast as a spread, where every point of a payout curve looks at its gate.
  return {
    level: gate.level,
    isByAttainment: gate.isByAttainment,
    areConditionsMet: gate.areConditionsMet,
    checks: gate.checks,
    counts: gate.counts,
    countsFrom: gate.countsFrom,
    below: gate.below,
    isOpen: isReached && gate.areConditionsMet,
    remaining: isReached ? fraction.ZERO : fraction.negate(over),
  }
}

/** Whether a gate keeps the sales from the tiers; a plan without one does not. */
export function isShut(gate: Gate | null): boolean {
  return gate !== null && !gate.isOpen
}

/** Whether it is shut, and pays no flat rate meanwhile. */
export function paysNothing(gate: Gate | null): boolean {
  return isShut(gate) && gate?.below === null
}

/** Of so many sales, those that earn where the gate is open. */
export function countedBy(gate: GateLevel | null, sales: Fraction): Fraction {
  if (gate === null || gate.counts === 'all' || gate.below !== null) return sales
  return fraction.larger(fraction.subtract(sales, gate.countsFrom), fraction.ZERO)
}

function raisedRate(rate: Fraction, { uplift }: ReadFacts, { coefficient }: ExactPlan): Fraction {
  return coefficient.applies === 'add-to-rate' ? fraction.add(rate, uplift) : rate
}

function levelOf({ attainment }: ExactGate, { target }: ReadFacts): Fraction {
  if (attainment === null) return fraction.ZERO
  if (target === undefined) return issue.refuse(TARGET_OF_GATE_MISSING, ['target'], {})
  return fraction.multiply(attainment, target)
}

/** The target and the gate are two levels: a gate of 0.8 opens before a sale is above the target, one of 1.15 after it. */
function countsFrom({ counts }: ExactGate, level: Fraction, { target }: ReadFacts): Fraction {
  if (counts === 'all') return fraction.ZERO
  return counts === 'above-target' ? (target ?? level) : level
}

import type { DecimalInput, Issue } from '../../kernel/index.js'
import {
  type Fraction,
  known,
  LARGEST,
  ONE,
  quotientRounding,
  readDecimal,
  reduce,
  scaleNumber,
  scaleText,
  scalingPowers,
  unscale,
  ZERO,
} from '../../kernel/inside.js'
import type { CommissionPlan, TargetGate } from '../types.js'
import { type CompiledPlan, compilePlan } from './compilePlan.js'
import type { PayeeFacts } from './payeeFacts.js'
import { payUnits } from './payUnits.js'

/** How one payee is paid: what sales earn, and from which total on. */
export interface PayeePlan {
  readonly compiled: CompiledPlan
  /** The least total, an integer, at which anything is paid; minus infinity without a gate. */
  readonly gate: number
  /** What is taken off the sales before they earn: the gate's level where only sales above it count, else 0. */
  readonly off: number
}

const FLAT: CompiledPlan = {
  ...quotientRounding(2, 'down'),
  lowest: -LARGEST,
  highest: LARGEST,
  starts: Float64Array.of(0, Infinity),
  constants: Float64Array.of(0),
  slopes: Float64Array.of(0),
  mirrored: 1,
  most: 0,
}

/** Any sales are paid nothing. */
export const PAYS_NOTHING: PayeePlan = { compiled: FLAT, gate: Number.NEGATIVE_INFINITY, off: 0 }

/** No sales are in its range, so that the rule itself is asked. */
export const PAYS_UNKNOWN: PayeePlan = {
  ...PAYS_NOTHING,
  compiled: { ...FLAT, lowest: 0, highest: -1 },
}

/**
 * Finds the compiled plan of each payee, once for all who have the same. Null where a fact is not one that the compiled plan can take:
 * the rule itself then computes with it, or refuses it.
 */
export function payeePlans(
  plan: CommissionPlan,
  decimals: number,
  facts: PayeeFacts,
): (place: number) => PayeePlan | null {
  const compiled = compiledPlans(plan, decimals)
  const gate = gateLevels(plan)
  const power = scalingPowers[decimals] ?? 1
  return (place) => {
    const given = facts.target(place)
    const target = given === undefined ? undefined : scale(given, decimals, power)
    if (facts.measure(place) !== undefined || (target !== undefined && !(target > 0))) return null
    const own = compiled(facts.coefficientUplift(place), target)
    const level = gate(target)
    return own === null || level === null ? null : { compiled: own, ...level }
  }
}

/** What a total pays in units, or NaN where only the rule itself can tell. A shut gate pays nothing of what would have been paid. */
export function paidOf(total: number, { compiled, gate, off }: PayeePlan): number {
  const counted = off === 0 ? total : Math.max(0, total - off)
  const units = payUnits(counted, compiled)
  return total >= gate || Number.isNaN(units) ? units : 0
}

function scale(given: DecimalInput, decimals: number, power: number): number {
  if (typeof given === 'number') return scaleNumber(given, power)
  return typeof given === 'string' ? scaleText(given, decimals) : Number.NaN
}

/** Uplifts are few, and so are targets where the tiers depend on them: a plan is compiled once for each. */
function compiledPlans(plan: CommissionPlan, decimals: number) {
  const made = new Map<string, CompiledPlan | null>()
  const isByTarget = plan.scale.thresholds === 'attainment'
  return (given: DecimalInput | undefined, target: number | undefined): CompiledPlan | null => {
    if (typeof given === 'object' || (isByTarget && target === undefined)) return null
    const key = `${typeof given} ${given} ${isByTarget ? target : ''}`
    const before = made.get(key)
    if (before !== undefined) return before
    const uplift = readUplift(given)
    const stretched = target === undefined ? undefined : unscale(target, decimals)
    const now = uplift && compilePlan(plan, { decimals, uplift, target: stretched })
    made.set(key, now)
    return now
  }
}

function readUplift(given: DecimalInput | undefined): Fraction | null {
  if (given === undefined) return ZERO
  const issues: Issue[] = []
  return readDecimal(given, [], issues, { minimum: ZERO, maximum: ONE }) ?? null
}

type Level = Pick<PayeePlan, 'gate' | 'off'>

const NO_GATE: Level = { gate: Number.NEGATIVE_INFINITY, off: 0 }

function gateLevels({ gate }: CommissionPlan): (target: number | undefined) => Level | null {
  if (gate === undefined) return () => NO_GATE
  const { n, d } = reduce(known(gate.attainment))
  if (d > LARGEST) return () => null
  const attainment = { numerator: Number(n), denominator: Number(d) }
  return (target) => levelOf(target ?? Number.NaN, attainment, gate.counts)
}

/**
 * The level of the gate for a target. The product is a whole number of at most 2^53 − 1, or it is not used; then its quotient, cut, is
 * exact. A level that is no whole number lies between two totals, of which the upper one opens the gate.
 */
function levelOf(
  target: number,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
  counts: TargetGate['counts'],
): Level | null {
  const product = target * numerator
  if (!(product <= LARGEST)) return null
  const cut = Math.floor(product / denominator)
  const isWhole = cut * denominator === product
  if (counts === 'all') return { gate: isWhole ? cut : cut + 1, off: 0 }
  return isWhole ? { gate: cut, off: cut } : null
}

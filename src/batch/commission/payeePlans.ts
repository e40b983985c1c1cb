import { type ExactPlan, readUplift } from '../../commission/internal.js'
import type { DecimalInput, Issue } from '../../kernel/index.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as defined from '../../kernel/policy/defined.js'
import { LARGEST, scaleNumber, scaleText, scalingPowers, unscale } from '../number/scaled.js'
import { type CompiledPlan, compilePlan, staysInOwnTier } from './compilePlan.js'
import { isPlain, type PayeeFacts } from './payeeFacts.js'
import { payUnits } from './payUnits.js'

/** How one payee is paid: what sales earn, and from which total on. */
export interface PayeePlan {
  readonly compiled: CompiledPlan
  /** The least total, an integer, at which anything is paid; minus infinity without a gate. */
  readonly gate: number
  /** What is taken off the sales before they earn: the target or the gate's level where only sales above it count, else 0. */
  readonly off: number
}

/** What is taken off where nothing earns; no sales are above it. */
export const ALL = Infinity

/**
 * Finds the compiled plan of each payee, once for all who have the same. Null where a fact is not one that the compiled plan can take:
 * the rule itself then computes with it, or refuses it.
 */
export function payeePlans(
  plan: ExactPlan,
  decimals: number,
  facts: PayeeFacts,
): (place: number) => PayeePlan | null {
  const compiled = compiledPlans(plan, decimals)
  const gate = gateLevels(plan)
  const power = scalingPowers[decimals] ?? 1
  return (place) => {
    const given = facts.target(place)
    const target = given === undefined ? undefined : scale(given, decimals, power)
    if (!isPlain(facts, place) || (target !== undefined && !(target > 0))) return null
    const own = compiled(facts.coefficientUplift(place), target)
    return own && gate(target, own)
  }
}

/** What a total pays in units, or NaN where only the rule itself can tell. A shut gate pays nothing of what would have been paid. */
export function paidOf(total: number, { compiled, gate, off }: PayeePlan): number {
  const units = unitsFor(total, off, compiled)
  return total >= gate || Number.isNaN(units) ? units : 0
}

/** What a running total earns, once so much is taken off it. */
export function unitsFor(total: number, off: number, compiled: CompiledPlan): number {
  if (off === ALL) return 0
  return payUnits(off === 0 ? total : Math.max(0, total - off), compiled)
}

function scale(given: unknown, decimals: number, power: number): number {
  if (typeof given === 'number') return scaleNumber(given, power)
  return typeof given === 'string' ? scaleText(given, decimals) : Number.NaN
}

/** Uplifts are few, and so are targets where the tiers depend on them: a plan is compiled once for each. */
function compiledPlans(plan: ExactPlan, decimals: number) {
  const made = new Map<string, CompiledPlan | null>()
  const isByTarget = plan.json.scale.thresholds === 'attainment' || staysInOwnTier(plan)
  return (given: DecimalInput | undefined, target: number | undefined): CompiledPlan | null => {
    if (given === undefined && !isByTarget) return withoutUplift(plan, decimals)
    if (!['undefined', 'number', 'string', 'bigint'].includes(typeof given)) return null
    // Where the tiers ask for no target, any will do.
    const stretch = isByTarget ? target : 1
    const key = `${typeof given} ${given} ${stretch}`
    const before = made.get(key)
    if (before !== undefined) return before
    const now = compileFor(plan, decimals, given, stretch)
    made.set(key, now)
    return now
  }
}

function compileFor(
  plan: ExactPlan,
  decimals: number,
  given: DecimalInput | undefined,
  target: number | undefined,
): CompiledPlan | null {
  const uplift = upliftOf(given, plan)
  if (uplift === null || target === undefined) return null
  return compilePlan(plan, { decimals, uplift, target: unscale(target, decimals) })
}

const compiledByDecimals = /* @__PURE__ */ defined.oncePerPolicy(
  (_: ExactPlan) => new Map<number, CompiledPlan>(),
)

/** What most payees have is kept with the plan. */
function withoutUplift(plan: ExactPlan, decimals: number): CompiledPlan {
  const made = compiledByDecimals(plan)
  const before = made.get(decimals)
  if (before !== undefined) return before
  const now = compilePlan(plan, { decimals, uplift: fraction.ZERO, target: undefined })
  made.set(decimals, now)
  return now
}

function upliftOf(given: DecimalInput | undefined, plan: ExactPlan): Fraction | null {
  if (given === undefined) return fraction.ZERO
  const issues: Issue[] = []
  return readUplift(given, [], plan, issues) ?? null
}

type PlanFor = (target: number | undefined, compiled: CompiledPlan) => PayeePlan | null

function gateLevels({ gate }: ExactPlan): PlanFor {
  if (gate === null || gate.attainment === null)
    return (_, compiled) => ({ compiled, gate: -Infinity, off: 0 })
  const { n, d } = fraction.reduce(gate.attainment)
  if (d > LARGEST) return () => null
  const [numerator, denominator] = [Number(n), Number(d)]
  return (target, compiled) => {
    const given = target ?? Number.NaN
    const product = given * numerator
    if (!(product <= LARGEST)) return null
    const least = leastTotal(product, denominator)
    if (gate.counts === 'all') return { compiled, gate: least, off: 0 }
    if (gate.counts === 'above-target') return { compiled, gate: least, off: given }
    // What is taken off is a whole number, or only the rule itself can tell.
    return least * denominator === product ? { compiled, gate: least, off: least } : null
  }
}

/**
 * The least total that opens the gate. Its level is a quotient of whole numbers of at most 2^53 − 1; cut, it is exact. A level that is no
 * whole number lies between two totals, of which the upper one opens the gate.
 */
function leastTotal(product: number, denominator: number): number {
  const cut = Math.floor(product / denominator)
  return cut * denominator === product ? cut : cut + 1
}

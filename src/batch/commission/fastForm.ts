import type { CommissionPlan } from '../../commission/plan/types.js'
import type { Scale, Tier } from '../../kernel/index.js'
import { type KnownKeys, unknownIn } from '../score/knownKeys.js'

/**
 * Which way the commission of a plan is computed over many lines:
 *
 * - `compiled`: from a payee's total, by a quotient of integers that was worked out once
 * - `by-total`: from a payee's total, by the rule itself
 * - `by-lines`: from a payee's lines, by the rule itself
 */
export type FastForm = 'compiled' | 'by-total' | 'by-lines'

/**
 * What is known to depend on a payee's total alone. A field or a choice that is not here may need the lines, or bend the pay line
 * elsewhere: it is never passed over, but sends the plan to the rule itself.
 */
const PLAN: KnownKeys<CommissionPlan> = {
  id: 'any',
  version: 'any',
  provenance: 'any',
  currency: 'any',
  base: ['amount'],
  scale: 'any',
  payout: ['money'],
  gate: 'any',
  coefficient: 'any',
  // Columns say of no order whether it is a first one, and an award that nobody knows to be due is not paid.
  awards: 'any',
  cap: 'any',
  refunds: ['net'],
  // All columns of a batch are in the plan's currency.
  exchange: 'any',
  rounding: 'any',
  attribution: ['deal-order', 'pro-rata'],
  credit: 'any',
  proration: 'any',
  clawback: 'any',
  payment: 'any',
}
const GATE: KnownKeys<NonNullable<CommissionPlan['gate']>> = {
  attainment: 'any',
  counts: ['all', 'above-target'],
}
const COEFFICIENT: KnownKeys<CommissionPlan['coefficient']> = {
  applies: ['add-to-rate', 'multiply'],
}
const CAP: KnownKeys<NonNullable<CommissionPlan['cap']>> = { amount: 'any' }
const ROUNDING: KnownKeys<CommissionPlan['rounding']> = {
  mode: 'any',
  decimals: 'any',
  at: ['total'],
}
const SCALE: KnownKeys<Scale> = {
  mode: ['marginal', 'whole-amount', 'interpolated'],
  boundary: ['upper-tier', 'lower-tier'],
  negative: ['mirror', 'zero', 'refuse'],
  thresholds: ['money', 'units', 'attainment'],
  measure: ['base', 'separate'],
  beyond: ['stop'],
  tiers: 'any',
}
const TIER: KnownKeys<Tier> = {
  id: 'any',
  upTo: 'any',
  rate: 'any',
  amount: 'any',
  minimum: 'any',
  maximum: 'any',
}

/** Chooses the way by which a defined plan is computed. This is the one place that decides it. */
export function fastForm(plan: CommissionPlan): FastForm {
  if (fieldByLines(plan) !== null) return 'by-lines'
  return plan.scale.measure === 'base' ? 'compiled' : 'by-total'
}

/** The field by which a plan may depend on more than a payee's total; null where none does. */
export function fieldByLines(plan: CommissionPlan): string | null {
  return (
    unknownOf(plan, PLAN) ??
    unknownOf(plan.gate, GATE, 'gate.') ??
    unknownOf(plan.coefficient, COEFFICIENT, 'coefficient.') ??
    unknownOf(plan.cap, CAP, 'cap.') ??
    unknownOf(plan.rounding, ROUNDING, 'rounding.') ??
    unknownOf(plan.scale, SCALE, 'scale.') ??
    unknownOfTiers(plan.scale.tiers)
  )
}

function unknownOf<Part extends object>(
  part: Part | undefined,
  known: KnownKeys<Part>,
  path = '',
): string | null {
  const key = part && unknownIn(part, known)
  return key === undefined ? null : path + key
}

function unknownOfTiers(tiers: readonly Tier[]): string | null {
  for (const [index, tier] of tiers.entries()) {
    const field = unknownOf(tier, TIER, `scale.tiers[${index}].`)
    if (field !== null) return field
  }
  return null
}

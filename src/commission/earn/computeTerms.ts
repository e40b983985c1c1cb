import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import {
  INCENTIVE_MISSING,
  TARGET_OF_ACCELERATOR_MISSING,
  TARGET_OF_MULTIPLES_MISSING,
} from '../issues.js'
import { checkConditions } from '../lines/checkConditions.js'
import type { CountedSales } from '../lines/countSales.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactAccelerator, ExactPlan, ExactStep } from '../plan/exactPlan.js'
import { accelerateScale } from './accelerateScale.js'
import { flatScale, scaleFrom } from './belowGate.js'
import { type AmountCap, amountCaps } from './caps.js'
import { multiplierAt } from './multiplierAt.js'
import { type HeldMultiplier, multipliersAt } from './multipliersAt.js'
import { type Gate, type GateLevel, isShut, openGate, readGate } from './openGate.js'
import { raiseRates } from './raiseRates.js'
import { scaleAbove } from './scaleAbove.js'

/** What a payee's figures make of the plan, whatever was sold. */
export interface PayeeTerms {
  readonly facts: ReadFacts
  readonly gate: GateLevel | null
  /** The scales of the plan and of its rate rules, at this payee's rates. */
  readonly scales: readonly ExactScale[]
  /** Where the gate is shut and its flat rate is all of those: the scales once it is open. */
  readonly onceOpen: readonly ExactScale[] | null
  /** What multiplies the commission, in the order of the plan. */
  readonly multipliers: readonly HeldMultiplier[]
  /** The accelerator, where the plan has one and its conditions are met. */
  readonly accelerating: ExactAccelerator | null
}

/** What one statement is computed by. */
export interface Terms extends PayeeTerms {
  readonly gate: Gate | null
  /** The accelerator's step, where it is for the whole amount. */
  readonly accelerator: ExactStep | null
  /** The caps on the amount: of the statement, and of the year. */
  readonly caps: readonly AmountCap[]
  readonly before: SoldBefore | null
}

/** What the span of a statement sold before it, and the target of that time; null where there was none. */
export interface Place extends CountedSales {
  readonly target: Fraction | null
}

export interface SoldBefore extends Place {
  /** What that has earned; null where it is what the same terms pay for it. */
  readonly earned: Fraction | null
}

/** The terms of a statement; `credited` is what counts towards the target. */
export function computeTerms(credited: Fraction, facts: ReadFacts, plan: ExactPlan): Terms {
  return termsAt(credited, computePayeeTerms(facts, plan), plan)
}

/** What a payee's figures make of the plan; once is enough for a whole payout curve. */
export function computePayeeTerms(facts: ReadFacts, plan: ExactPlan): PayeeTerms {
  const gate = readGate(facts, plan)
  const accelerating = acceleratingBy(facts, plan)
  const own = { facts, gate, accelerating }
  return {
    facts,
    gate,
    accelerating,
    scales: plan.groups.map(({ scale }) => scaleOf(scale, own, plan)),
    onceOpen: null,
    multipliers: multipliersAt(facts, plan),
  }
}

/** A plan that looks at a target needs it, whether its conditions are met or not. */
function acceleratingBy(facts: ReadFacts, { accelerator }: ExactPlan): ExactAccelerator | null {
  if (accelerator === null) return null
  targetOf(facts)
  return checkConditions(accelerator.conditions, facts).isMet ? accelerator : null
}

/** The same for so many sales. */
export function termsAt(credited: Fraction, terms: PayeeTerms, plan: ExactPlan): Terms {
  const { facts, multipliers, accelerating } = terms
  const gate = terms.gate && openGate(credited, terms.gate)
  const { scales: own, onceOpen } = scalesAt(gate, terms)
  return {
    facts,
    gate,
    scales: own,
    onceOpen,
    multipliers,
    accelerating,
    accelerator: acceleratorAt(credited, terms),
    caps: amountCaps(facts, plan),
    before: null,
  }
}

function scalesAt(gate: Gate | null, { scales: own, onceOpen }: PayeeTerms) {
  const open = onceOpen ?? own
  const rate = isShut(gate) ? (gate?.below ?? null) : null
  if (rate === null) return { scales: open, onceOpen: null }
  return { scales: open.map((exact) => flatScale(exact, rate)), onceOpen: open }
}

/** The same terms at other scales, as they are once the gate is open. */
export function withScales(
  terms: Terms,
  change: (exact: ExactScale, group: number) => ExactScale,
): Terms {
  const { scales: own, onceOpen } = terms
  return onceOpen === null
    ? { ...terms, scales: own.map(change) }
    : { ...terms, onceOpen: onceOpen.map(change) }
}

function scaleOf(
  scale: ExactScale,
  { facts, gate, accelerating }: Pick<PayeeTerms, 'accelerating' | 'facts' | 'gate'>,
  plan: ExactPlan,
): ExactScale {
  const raised = raisedScale(scale, facts, plan)
  const level = gate?.countsFrom ?? fraction.ZERO
  const isOwnTier = plan.gate?.startsIn === 'own-tier'
  const accelerated =
    accelerating?.mode === 'marginal'
      ? accelerateScale(raised, accelerating, targetOf(facts), isOwnTier ? fraction.ZERO : level)
      : raised
  const above = isOwnTier ? scaleAbove(scales.stretch(accelerated, facts), level) : accelerated
  if (gate === null || gate.below === null || gate.counts === 'all') return above
  const { target } = facts
  return scaleFrom(scales.stretch(above, facts), { level, rate: gate.below, target })
}

/** A scale at the payee's own rates and amounts. */
export function raisedScale(scale: ExactScale, facts: ReadFacts, plan: ExactPlan): ExactScale {
  const paying = plan.payout === 'money' ? scale : payIncentive(scale, facts)
  return plan.coefficient.applies === 'add-to-rate' ? raiseRates(paying, facts.uplift) : paying
}

/** Flat amounts that are ratios of the payee's target incentive, in money; and multiples of that incentive ÷ target, per unit. */
function payIncentive({ scale, tiers }: ExactScale, facts: ReadFacts): ExactScale {
  const incentive = incentiveOf(facts)
  const paid = tiers.map((tier) => ({
    ...tier,
    rate: tier.multiple ? fraction.multiply(tier.multiple, baseRate(incentive, facts)) : tier.rate,
    amount: fraction.multiply(tier.amount, incentive),
    minimum: tier.minimum && fraction.multiply(tier.minimum, incentive),
    maximum: tier.maximum && fraction.multiply(tier.maximum, incentive),
  }))
  return { scale, tiers: paid as unknown as ExactScale['tiers'] }
}

function baseRate(incentive: Fraction, { target }: ReadFacts): Fraction {
  if (target === undefined) return issue.refuse(TARGET_OF_MULTIPLES_MISSING, ['target'], {})
  return fraction.divide(incentive, target)
}

function incentiveOf({ incentive }: ReadFacts): Fraction {
  return incentive ?? issue.refuse(INCENTIVE_MISSING, ['targetIncentive'], {})
}

function acceleratorAt(credited: Fraction, { accelerating, facts }: PayeeTerms): ExactStep | null {
  if (accelerating?.mode !== 'whole-amount') return null
  return multiplierAt(fraction.divide(credited, targetOf(facts)), accelerating)
}

function targetOf({ target }: ReadFacts): Fraction {
  return target ?? issue.refuse(TARGET_OF_ACCELERATOR_MISSING, ['target'], {})
}

/** Whether an uplift was given. */
export function isRaised({ uplift }: ReadFacts): boolean {
  return !fraction.isZero(uplift)
}

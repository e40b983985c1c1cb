import type { Issue } from '../../kernel/index.js'
import { issueAt, refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { ReadFacts } from '../lines/readInput.js'
import { scalesOf } from '../lines/sold.js'
import type { CommissionPlan } from '../types.js'
import { accelerateScale } from './accelerateScale.js'
import { multiplierAt, type ReachedStep } from './multiplierAt.js'
import { type Gate, openGate } from './openGate.js'
import { raiseRates } from './raiseRates.js'

/** What one statement is computed by: the plan, with what the payee's figures make of it. */
export interface Terms {
  readonly facts: ReadFacts
  readonly gate: Gate | null
  /** The scales of the plan and of its rate rules, at this statement's rates. */
  readonly scales: readonly ExactScale[]
  /** The accelerator's step, where it is for the whole amount. */
  readonly accelerator: ReachedStep | null
  readonly kpiMultiplier: ReachedStep | null
}

/** The terms of a statement; `credited` is what counts towards the target. */
export function termsOf(credited: Fraction, facts: ReadFacts, plan: CommissionPlan): Terms {
  const gate = openGate(credited, facts, plan)
  const level = plan.gate?.counts === 'above-target' && gate !== null ? gate.level : fraction.ZERO
  return {
    facts,
    gate,
    scales: scalesOf(plan).map((scale) => scaleOf(scales.compile(scale), level, facts, plan)),
    accelerator: acceleratorAt(credited, facts, plan),
    kpiMultiplier: processAt(facts, plan),
  }
}

function scaleOf(
  scale: ExactScale,
  level: Fraction,
  facts: ReadFacts,
  plan: CommissionPlan,
): ExactScale {
  const paying = plan.payout === 'money' ? scale : payIncentive(scale, incentiveOf(facts))
  const raised =
    plan.coefficient.applies === 'add-to-rate' ? raiseRates(paying, facts.uplift) : paying
  if (plan.accelerator?.mode !== 'marginal') return raised
  return accelerateScale(raised, plan.accelerator, targetOf(facts), level)
}

/** Flat amounts that are ratios of the payee's target incentive, in money. */
function payIncentive({ scale, tiers }: ExactScale, incentive: Fraction): ExactScale {
  const paid = tiers.map((tier) => ({
    ...tier,
    amount: fraction.multiply(tier.amount, incentive),
    minimum: tier.minimum && fraction.multiply(tier.minimum, incentive),
    maximum: tier.maximum && fraction.multiply(tier.maximum, incentive),
  }))
  return { scale, tiers: paid as unknown as ExactScale['tiers'] }
}

function incentiveOf({ incentive }: ReadFacts): Fraction {
  if (incentive !== undefined) return incentive
  const expected = 'what the payee earns on target'
  const text = `is missing, expected ${expected}, because the tiers of the plan pay ratios of it.`
  return refuse('VALUE_MISSING', ['targetIncentive'], { expected }, text)
}

function acceleratorAt(
  credited: Fraction,
  facts: ReadFacts,
  { accelerator }: CommissionPlan,
): ReachedStep | null {
  if (accelerator?.mode !== 'whole-amount') return null
  return multiplierAt(fraction.divide(credited, targetOf(facts)), accelerator)
}

function targetOf({ target }: ReadFacts): Fraction {
  if (target !== undefined) return target
  const needed = 'the accelerator'
  const text =
    'is missing, and the accelerator of the plan goes by attainment. Give a target above 0.'
  return refuse('TARGET_MISSING', ['target'], { needed }, text)
}

/** COM-6: the multiplier of a process indicator. A fact that is missing is no reason to pay in full, nor to pay nothing. */
function processAt(
  { facts }: ReadFacts,
  { kpiMultiplier: multiplier }: CommissionPlan,
): ReachedStep | null {
  if (multiplier === undefined) return null
  const id = multiplier.fact
  const path = ['facts', id]
  const issues: Issue[] = []
  const given = facts[id] ?? null
  if (given === null) {
    const text = `is missing, and the plan multiplies the commission by it (COM-6). Give it.`
    refuseIfAny([issueAt('FACT_MISSING', path, { id }, text)])
  }
  const figure = isRatio(multiplier.steps)
    ? read.ratio(given, path, issues)
    : read.decimal(given, path, issues)
  refuseIfAny(issues)
  return figure === undefined ? null : multiplierAt(figure, multiplier)
}

/** Steps that all end at 1 or below speak of a ratio, and so 95 is a slip for 0.95. */
function isRatio(steps: NonNullable<CommissionPlan['kpiMultiplier']>['steps']): boolean {
  return steps.every(({ upTo }) => upTo === null || Number(upTo) <= 1)
}

/** Whether an uplift was given. */
export function isRaised({ uplift }: ReadFacts): boolean {
  return !fraction.isZero(uplift)
}

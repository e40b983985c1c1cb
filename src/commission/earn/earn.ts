/** What sales earn by their terms, exactly and step by step, before anything is rounded. */

import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPay, ExactScale, ExactSlice } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { Bases } from '../lines/sold.js'
import type { AdjustmentKind, CommissionPlan } from '../types.js'
import { multiplierOf } from './multiplierAt.js'
import type { Terms } from './termsOf.js'

/** A slice, and the rate rule it belongs to; null is the plan's own scale. */
export interface EarnedSlice extends ExactSlice {
  readonly rule: string | null
}

/** The commission after a step. */
interface ExactStep {
  readonly kind: AdjustmentKind | 'slices'
  readonly clause: string | null
  readonly amount: Fraction
  /** The most that a cap lets through. */
  readonly limit?: Fraction
}

/** What sales earn. */
export interface Earned {
  /** What earns, of all scales together. */
  readonly base: Fraction
  readonly slices: readonly EarnedSlice[]
  /** The first is what the slices come to; each further one is what a part of the plan makes of it. */
  readonly steps: readonly ExactStep[]
  /** The next tier of the plan's own scale, where there is one. */
  readonly next: ExactPay['next']
}

/** What is earned on these bases. */
export function earn(bases: Bases, terms: Terms, plan: CommissionPlan): Earned {
  const pays = terms.scales.map((scale, group) =>
    payGroup(bases[group] ?? [fraction.ZERO], group, scale, terms, plan),
  )
  const slices: EarnedSlice[] = []
  for (const [group, pay] of pays.entries()) {
    const rule = plan.rates?.[group - 1]?.id ?? null
    for (const { tier, base, amount } of pay.slices) slices.push({ tier, base, amount, rule })
  }
  const base = fraction.sum(pays.map((pay) => pay.base))
  const steps = stepsOf(fraction.sum(slices.map(({ amount }) => amount)), base, terms, plan)
  return { base, slices, steps, next: pays[0]?.next ?? null }
}

/** Whether a cap took something off, be it less than a cent. */
export function hasBitten(kind: AdjustmentKind, { steps }: Pick<Earned, 'steps'>): boolean {
  return steps.some(({ amount, ...step }, index) => {
    const before = steps[index - 1]?.amount ?? amount
    return step.kind === kind && step.limit !== undefined && fraction.compare(amount, before) !== 0
  })
}

/** The commission after the last step. */
export function lastOf({ steps }: Pick<Earned, 'steps'>): Fraction {
  return steps.at(-1)?.amount ?? fraction.ZERO
}

interface GroupPay {
  readonly base: Fraction
  readonly slices: readonly ExactSlice[]
  readonly next: ExactPay['next']
}

function payGroup(
  parts: readonly Fraction[],
  group: number,
  scale: ExactScale,
  { gate, facts }: Terms,
  { measuredBy, rates = [] }: CommissionPlan,
): GroupPay {
  const isByLine = (group === 0 ? measuredBy : rates[group - 1]?.measuredBy) !== undefined
  if (isByLine) return payByTier(parts, scale)
  const [all = fraction.ZERO] = parts
  const base = group === 0 && gate !== null ? gate.counted(all) : all
  const { slices, next } = scales.pay(base, scale, facts)
  return { base, slices, next }
}

/** Where each line has chosen its tier, a tier pays its rate for what it was chosen for; a base below zero pays what the scale says. */
function payByTier(parts: readonly Fraction[], exact: ExactScale): GroupPay {
  const base = fraction.sum(parts)
  if (base.n < 0n && exact.scale.negative !== 'mirror') {
    const { slices } = scales.pay(base, exact, { target: undefined, measure: fraction.ZERO })
    return { base, slices, next: null }
  }
  const slices = exact.tiers.flatMap((tier, index): ExactSlice[] => {
    const part = parts[index] ?? fraction.ZERO
    return part.n === 0n ? [] : [{ tier, base: part, amount: fraction.multiply(part, tier.rate) }]
  })
  return { base, slices, next: null }
}

function stepsOf(
  fromSlices: Fraction,
  base: Fraction,
  terms: Terms,
  plan: CommissionPlan,
): ExactStep[] {
  const steps: ExactStep[] = [{ kind: 'slices', clause: null, amount: fromSlices }]
  const step = (kind: AdjustmentKind, clause: string | null, of: (before: Fraction) => Fraction) =>
    steps.push({ kind, clause, amount: of(lastOf({ steps })) })
  const capAt = (kind: AdjustmentKind, limit: Fraction, of: (before: Fraction) => Fraction) =>
    steps.push({ kind, clause: null, amount: of(lastOf({ steps })), limit })
  const mostBase = plan.cap?.base === undefined ? undefined : decimal.known(plan.cap.base)
  const mostRate = plan.cap?.rate === undefined ? undefined : decimal.known(plan.cap.rate)
  if (mostBase !== undefined) capAt('cap-base', mostBase, () => onCappedBase(base, mostBase, terms))
  if (terms.accelerator !== null)
    step('accelerator', null, (before) =>
      fraction.multiply(before, multiplierOf(terms.accelerator)),
    )
  if (plan.coefficient.applies === 'multiply')
    step('coefficient', 'COM-5', (before) =>
      fraction.multiply(before, fraction.add(fraction.ONE, terms.facts.uplift)),
    )
  if (terms.kpiMultiplier !== null)
    step('kpi-multiplier', 'COM-6', (before) =>
      fraction.multiply(before, multiplierOf(terms.kpiMultiplier)),
    )
  if (mostRate !== undefined)
    capAt('cap-rate', mostRate, (before) => capRate(before, base, mostRate))
  return steps
}

/** Only a plan without rate rules caps its base, so that its own scale is the only one. A refund mirrors: no more of it takes back. */
function onCappedBase(base: Fraction, most: Fraction, { scales: [scale], facts }: Terms): Fraction {
  const capped = fraction.larger(fraction.smaller(base, most), fraction.negate(most))
  return scale === undefined ? fraction.ZERO : scales.pay(capped, scale, facts).amount
}

/** A refund mirrors: below zero, no more is taken back than the cap would have paid. */
function capRate(amount: Fraction, base: Fraction, rate: Fraction): Fraction {
  const most = fraction.multiply(base, rate)
  return base.n < 0n ? fraction.larger(amount, most) : fraction.smaller(amount, most)
}

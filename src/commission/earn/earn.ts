/** What sales earn by their terms, exactly and step by step, before anything is rounded. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactSlice } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { Bases } from '../lines/countSales.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { capRate, payOnCappedBase } from './caps.js'
import type { Terms } from './computeTerms.js'
import { multiplierOf } from './multiplierAt.js'
import { countedBy } from './openGate.js'

/** What changes a commission after its slices, in this order. */
export type AdjustmentKind =
  | 'cap-base'
  | 'accelerator'
  | 'coefficient'
  | 'kpi-multiplier'
  | 'cap-rate'
  | 'cap-line'
  | 'line-rounding'
  | 'award'
  | 'cap'
  | 'cap-year'
  | 'refund'

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
export interface Earnings {
  /** What earns, of all scales together. */
  readonly base: Fraction
  readonly slices: readonly EarnedSlice[]
  /** The first is what the slices come to; each further one is what a part of the plan makes of it. */
  readonly steps: readonly ExactStep[]
}

/** What is earned on these bases. */
export function earn(bases: Bases, terms: Terms, plan: ExactPlan): Earnings {
  const pays = plan.groups.map((_, group) => earnGroup(bases[group] ?? [], group, terms, plan))
  return earnTogether(pays, terms, plan)
}

/** What the groups of lines earn together. */
export function earnTogether(pays: readonly GroupPay[], terms: Terms, plan: ExactPlan): Earnings {
  const [own] = pays
  const slices = pays.length === 1 ? (own?.slices ?? []) : pays.flatMap((pay) => pay.slices)
  const base = fraction.sum(pays.map((pay) => pay.base))
  const steps = stepsOf(fraction.sum(pays.map(({ amount }) => amount)), base, terms, plan)
  return { base, slices, steps }
}

/** Whether a cap took something off, be it less than a cent. */
export function hasBitten(kind: AdjustmentKind, { steps }: Pick<Earnings, 'steps'>): boolean {
  return steps.some(({ amount, ...step }, index) => {
    const before = steps[index - 1]?.amount ?? amount
    return step.kind === kind && step.limit !== undefined && fraction.compare(amount, before) !== 0
  })
}

/** The commission after the last step. */
export function lastOf({ steps }: Pick<Earnings, 'steps'>): Fraction {
  return steps.at(-1)?.amount ?? fraction.ZERO
}

/** What the lines of one scale earn. */
export interface GroupPay {
  readonly base: Fraction
  readonly amount: Fraction
  readonly slices: readonly EarnedSlice[]
}

/** What is earned on the bases of one group. */
export function earnGroup(
  parts: readonly Fraction[],
  group: number,
  terms: Terms,
  plan: ExactPlan,
): GroupPay {
  const { rule, measuredBy } = plan.groups[group] ?? { rule: null, measuredBy: null }
  const scale = terms.scales[group] as ExactScale
  const [all = fraction.ZERO] = parts
  const pay =
    measuredBy === null
      ? payTotal(group === 0 ? countedBy(terms.gate, all) : all, scale, terms)
      : payByTier(parts, scale)
  const id = rule?.id ?? null
  const slices = pay.slices.map(({ tier, base, amount }) => ({ tier, base, amount, rule: id }))
  return { base: pay.base, amount: fraction.sum(slices.map(({ amount }) => amount)), slices }
}

type Pay = Omit<GroupPay, 'amount' | 'slices'> & { readonly slices: readonly ExactSlice[] }

function payTotal(base: Fraction, scale: ExactScale, { facts }: Terms): Pay {
  return { base, slices: scales.pay(base, scale, facts).slices }
}

/** Where each line has chosen its tier, a tier pays its rate for what it was chosen for; a base below zero pays what the scale says. */
function payByTier(parts: readonly Fraction[], exact: ExactScale): Pay {
  const base = fraction.sum(parts)
  if (base.n < 0n && exact.scale.negative !== 'mirror') {
    const figures = { target: undefined, measure: fraction.ZERO }
    return { base, slices: scales.pay(base, exact, figures).slices }
  }
  const slices = exact.tiers.flatMap((tier, index): ExactSlice[] => {
    const part = parts[index] ?? fraction.ZERO
    return part.n === 0n ? [] : [{ tier, base: part, amount: fraction.multiply(part, tier.rate) }]
  })
  return { base, slices }
}

function stepsOf(
  fromSlices: Fraction,
  base: Fraction,
  terms: Terms,
  { cap, coefficient }: ExactPlan,
): ExactStep[] {
  const steps: ExactStep[] = [{ kind: 'slices', clause: null, amount: fromSlices }]
  let last = fromSlices
  const step = (kind: AdjustmentKind, clause: string | null, amount: Fraction) => {
    last = amount
    steps.push({ kind, clause, amount })
  }
  const capAt = (kind: AdjustmentKind, limit: Fraction, amount: Fraction) => {
    last = amount
    steps.push({ kind, clause: null, amount, limit })
  }
  if (cap.base !== null) capAt('cap-base', cap.base, payOnCappedBase(base, cap.base, terms))
  if (terms.accelerator !== null)
    step('accelerator', null, fraction.multiply(last, multiplierOf(terms.accelerator)))
  if (coefficient.applies === 'multiply')
    step(
      'coefficient',
      'COM-5',
      fraction.multiply(last, fraction.add(fraction.ONE, terms.facts.uplift)),
    )
  if (terms.kpiMultiplier !== null)
    step('kpi-multiplier', 'COM-6', fraction.multiply(last, multiplierOf(terms.kpiMultiplier)))
  if (cap.rate !== null) capAt('cap-rate', cap.rate, capRate(last, base, cap.rate))
  return steps
}

/** What sales earn by their terms, exactly and step by step, before anything is rounded. */
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale, ExactSlice } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import { TARGET_OF_MULTIPLES_MISSING } from '../issues.js'
import type { Bases } from '../lines/countSales.js'
import { BEYOND_REACH } from '../lines/readTarget.js'
import type { ExactGroup, ExactPlan } from '../plan/exactPlan.js'
import { belowZero } from './belowGate.js'
import { capRate, payOnCappedBase } from './caps.js'
import { computePayeeTerms, type Terms } from './computeTerms.js'
import { countedBy } from './openGate.js'
import { payEach } from './payEach.js'
import { sliceDifference } from './sliceDifference.js'
import { basesOf } from './spreadLines.js'

/** What changes a commission after its slices, in this order. */
export const ADJUSTMENTS = [
  'cap-base',
  'accelerator',
  'coefficient',
  'kpi-multiplier',
  'multiplier',
  'cap-rate',
  'cap-line',
  'floor-line',
  'line-rounding',
  'increment',
  'award',
  'to-date',
  'cap',
  'cap-quarter',
  'cap-half',
  'cap-year',
  'refund',
] as const

export type AdjustmentKind = (typeof ADJUSTMENTS)[number]

/** A slice, and the rate rule it belongs to; null is the plan's own scale. */
export interface EarnedSlice extends ExactSlice {
  readonly rule: string | null
  /** Where each line, or each order, goes through the scale on its own: how many of them have reached the tier. */
  readonly times?: number
}

/** The commission after a step. */
interface ExactStep {
  readonly kind: AdjustmentKind | 'slices'
  readonly clause: string | null
  readonly amount: Fraction
  /** The most that a cap lets through; null where it is no cap. */
  readonly limit: Fraction | null
}

/** What sales earn. */
export interface Earnings {
  /** What earns, of all scales together. */
  readonly base: Fraction
  readonly slices: readonly EarnedSlice[]
  /** The first is what the slices come to; each further one is what a part of the plan makes of it. */
  readonly steps: readonly ExactStep[]
}

/** What is earned on these bases; where an earlier stretch has sold some of them, what is earned beyond those. */
export function earn(bases: Bases, terms: Terms, plan: ExactPlan): Earnings {
  const pays = plan.groups.map((_, group) => payGroup(bases[group] ?? [], group, terms, plan))
  return beyond(placeOf(terms, plan), earnTogether(pays, terms, plan))
}

/**
 * What the sales of earlier stretches would earn by the same terms; null where there are none. What of them counts, and where their tiers
 * end, goes by the target that they had.
 */
export function placeOf(terms: Terms, plan: ExactPlan): Earnings | null {
  if (terms.before === null || terms.before.earned !== null) return null
  const { target } = terms.before
  const own = target === null ? terms : atTarget(target, terms, plan)
  const mirroring = { ...own, scales: own.scales.map(mirrored) }
  const bases = basesOf(terms.before, mirroring, plan)
  const pays = plan.groups.map((_, group) => payGroup(bases[group] ?? [], group, mirroring, plan))
  return earnTogether(pays, mirroring, plan)
}

/** A gate that is open stays so, and where one tier pays for all sales it is the one that they have reached since. */
function atTarget(target: Fraction, terms: Terms, plan: ExactPlan): Terms {
  const facts = { ...terms.facts, target }
  const { gate, scales: own } = computePayeeTerms(facts, plan)
  return {
    ...terms,
    facts,
    gate: terms.gate && gate && { ...terms.gate, countsFrom: gate.countsFrom },
    scales: terms.scales.map((exact, group) =>
      terms.onceOpen !== null || plan.groups[group]?.scale.scale.mode === 'whole-amount'
        ? exact
        : (own[group] ?? exact),
    ),
  }
}

/** Step by step and slice by slice, what comes on top. */
export function beyond(place: Earnings | null, earnings: Earnings): Earnings {
  if (place === null) return earnings
  const { base, slices, steps } = earnings
  return {
    base: fraction.subtract(base, place.base),
    slices: sliceDifference(slices, place.slices),
    steps: steps.map((step, index) => ({
      ...step,
      amount: fraction.subtract(step.amount, place.steps[index]?.amount ?? fraction.ZERO),
    })),
  }
}

/** On the way, a refund that comes first is mirrored. */
export function mirrored(exact: ExactScale): ExactScale {
  if (exact.scale.negative !== 'refuse') return exact
  return { ...exact, scale: { ...exact.scale, negative: 'mirror' } }
}

/** What is earned by groups of which each has been paid. */
export function earnTogether(pays: readonly GroupPay[], terms: Terms, plan: ExactPlan): Earnings {
  const slices = pays.length === 1 ? (pays[0]?.slices ?? []) : pays.flatMap((pay) => pay.slices)
  const base = fraction.sum(pays.map((pay) => pay.base))
  const fromSlices = fraction.sum(slices.map(({ amount }) => amount))
  return { base, slices, steps: stepsOf(fromSlices, base, terms, plan) }
}

/** Whether a cap took something off, be it less than a cent. */
export function hasBitten(kind: AdjustmentKind, { steps }: Pick<Earnings, 'steps'>): boolean {
  return steps.some((step, index) => {
    const before = steps[index - 1]?.amount ?? step.amount
    return step.kind === kind && step.limit !== null && fraction.compare(step.amount, before) !== 0
  })
}

/** The commission after the last step. */
export function lastOf({ steps }: Pick<Earnings, 'steps'>): Fraction {
  return steps.at(-1)?.amount ?? fraction.ZERO
}

/** What the lines of one scale earn. */
interface Pay<Slice> {
  readonly base: Fraction
  readonly slices: readonly Slice[]
}

export type GroupPay = Pay<EarnedSlice>

/** What is earned on the bases of one group. */
export function payGroup(
  parts: readonly Fraction[],
  group: number,
  terms: Terms,
  plan: ExactPlan,
): GroupPay {
  const { rule, measuredBy, per } = plan.groups[group] as ExactGroup
  if (per !== null) return payEach(parts.entries(), group, terms, plan)
  const [all = fraction.ZERO] = parts
  // Where a gate counts only the sales above the target, or the gate, the plan has no rate rules.
  const base = countedBy(terms.gate, attained(all, terms.facts, plan))
  const scale = belowZero(base, terms.scales[group] as ExactScale, terms.gate)
  // A refund without a target has no base rate to be taken back at.
  if (plan.paysByTarget && terms.facts.target === BEYOND_REACH && base.n !== 0n)
    issue.refuse(TARGET_OF_MULTIPLES_MISSING, ['target'], {})
  const isByTier = measuredBy !== null || (plan.axes?.[group] ?? null) !== null
  const pay = isByTier ? payByTier(parts, scale, terms) : payTotal(base, scale, terms)
  const id = rule?.id ?? null
  const slices = pay.slices.map(({ tier, base: own, amount }) => ({
    tier,
    base: own,
    amount,
    rule: id,
  }))
  return { base: pay.base, slices }
}

/** Where the attainment is paid on and rounded first, the sales that it stands for: of 104.9% cut to whole percents, 104%. */
export function attained(
  sales: Fraction,
  { target }: Terms['facts'],
  { paidAttainment }: ExactPlan,
): Fraction {
  if (paidAttainment === null || target === undefined) return sales
  return fraction.multiply(fraction.round(fraction.divide(sales, target), paidAttainment), target)
}

function payTotal(base: Fraction, scale: ExactScale, { facts }: Terms): Pay<ExactSlice> {
  return { base, slices: scales.pay(base, scale, facts).slices }
}

/** Where lines have chosen their tiers, or lie in them, a tier pays its rate for its part; a base below zero pays what the scale says. */
function payByTier(
  parts: readonly Fraction[],
  exact: ExactScale,
  { facts }: Terms,
): Pay<ExactSlice> {
  const base = fraction.sum(parts)
  if (base.n < 0n && exact.scale.negative !== 'mirror') {
    const figures = { target: facts.target, measure: fraction.ZERO }
    return { base, slices: scales.pay(base, exact, figures).slices }
  }
  const own = exact.tiers.length === 1 ? [base] : parts
  const slices = exact.tiers.flatMap((tier, index): ExactSlice[] => {
    const part = own[index] ?? fraction.ZERO
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
  const { accelerator, multipliers, facts } = terms
  const steps: ExactStep[] = []
  let last = fromSlices
  const step = (
    kind: ExactStep['kind'],
    amount: Fraction,
    { clause = null, limit = null }: Partial<ExactStep> = {},
  ) => {
    last = amount
    steps.push({ kind, clause, amount, limit })
  }
  const times = (kind: AdjustmentKind, factor: Fraction, clause: string | null) =>
    step(kind, fraction.multiply(last, factor), { clause })
  step('slices', fromSlices)
  if (cap.base !== null)
    step('cap-base', payOnCappedBase(base, cap.base, terms), { limit: cap.base })
  if (accelerator !== null) times('accelerator', accelerator.multiplier, null)
  if (coefficient.applies === 'multiply')
    times('coefficient', fraction.add(fraction.ONE, facts.uplift), 'COM-5')
  for (const { by, step: held } of multipliers)
    times(by.isKpi ? 'kpi-multiplier' : 'multiplier', held.multiplier, by.isKpi ? 'COM-6' : null)
  if (cap.rate !== null) step('cap-rate', capRate(last, base, cap.rate), { limit: cap.rate })
  return steps
}

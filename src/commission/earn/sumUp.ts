import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactScale } from '../../kernel/scale/scales.js'
import { addToBases, type Bases, noBases, type Sold } from '../lines/sold.js'
import type { AdjustmentKind, CommissionPlan } from '../types.js'
import { type Earned, earn, lastOf } from './earn.js'
import { isShut } from './openGate.js'
import type { Terms } from './termsOf.js'

/** A commission after a step, in units of the plan's rounding. */
interface SumStep {
  readonly kind: AdjustmentKind | 'slices'
  readonly clause: string | null
  readonly units: bigint
  /** The most that a cap lets through. */
  readonly limit?: Fraction
}

/** A commission in units of the plan's rounding, step by step; the last step is what is paid. */
export type Sums = readonly SumStep[]

/** What is paid in the end. */
export function paidOf(sums: Sums): bigint {
  return sums.at(-1)?.units ?? 0n
}

/** What the lines so far earned when each is capped, and rounded, on its own; null where the plan does neither. */
export interface ByLine {
  readonly capped: Fraction
  readonly rounded: bigint
}

/** Rounds what was earned as the plan says, then adds awards and takes off what is above the caps. */
export function sumUp(
  earned: Earned,
  byLine: ByLine | null,
  awards: Fraction,
  terms: Terms,
  plan: CommissionPlan,
): Sums {
  const { decimals, mode } = plan.rounding
  const toUnits = (amount: Fraction) => fraction.toUnits(amount, decimals, mode)
  const sums = isShut(terms.gate) ? [NOTHING] : paidSteps(earned, byLine, plan)
  if (awards.n !== 0n)
    sums.push({ kind: 'award', clause: clauseOf(plan), units: paidOf(sums) + toUnits(awards) })
  for (const { kind, most } of capsOf(terms, plan)) {
    const limit = fraction.toUnits(most, decimals, 'floor')
    const units = paidOf(sums) < limit ? paidOf(sums) : limit
    sums.push({ kind, clause: null, units, limit: { n: limit, d: fraction.powerOfTen(decimals) } })
  }
  return sums
}

/** The clause of the plan's awards, where they have the same. */
function clauseOf({ awards = [] }: CommissionPlan): string | null {
  const [first] = awards
  return awards.every(({ clause }) => clause === first?.clause) ? (first?.clause ?? null) : null
}

const NOTHING: SumStep = { kind: 'slices', clause: null, units: 0n }

/** Each step rounded on its own; where lines are capped or rounded one by one, their sum takes over. */
function paidSteps(
  { steps }: Earned,
  byLine: ByLine | null,
  { rounding, cap }: CommissionPlan,
): SumStep[] {
  const toUnits = (amount: Fraction) => fraction.toUnits(amount, rounding.decimals, rounding.mode)
  const sums = steps.map(({ kind, clause, amount, limit }): SumStep => {
    const step = { kind, clause, units: toUnits(amount) }
    return limit === undefined ? step : { ...step, limit }
  })
  if (byLine === null) return sums
  if (cap?.line !== undefined)
    sums.push({
      kind: 'cap-line',
      clause: null,
      units: toUnits(byLine.capped),
      limit: decimal.known(cap.line),
    })
  if (rounding.at === 'line')
    sums.push({ kind: 'line-rounding', clause: null, units: byLine.rounded })
  return sums
}

/** The most that the statement may pay, and the most that is left of the year. */
export function capsOf({ facts }: Pick<Terms, 'facts'>, { cap }: CommissionPlan) {
  const caps: { readonly kind: 'cap' | 'cap-year'; readonly most: Fraction }[] = []
  if (cap?.amount !== undefined) caps.push({ kind: 'cap', most: decimal.known(cap.amount) })
  if (cap?.year !== undefined) {
    const left = fraction.subtract(decimal.known(cap.year), facts.earnedYearToDate ?? fraction.ZERO)
    caps.push({ kind: 'cap-year', most: fraction.larger(left, fraction.ZERO) })
  }
  return caps
}

/** The commission of the first lines of an input, up to and with one of them. */
export interface Step {
  readonly earned: Earned
  readonly byLine: ByLine | null
}

/**
 * Goes through the lines in their order: each earns what it adds to the commission of those before it. Where the plan refuses a base
 * below zero, it is that of the statement which must not be: on the way, a refund that comes first is mirrored.
 */
export function* walkLines({ lines }: Sold, terms: Terms, plan: CommissionPlan): Generator<Step> {
  const { decimals, mode } = plan.rounding
  let bases: Bases = noBases(plan)
  let before = fraction.ZERO
  let capped = fraction.ZERO
  let rounded = 0n
  const onTheWay = { ...terms, scales: terms.scales.map(mirrored) }
  for (const line of lines ?? []) {
    bases = addToBases(bases, line, plan)
    const earned = earn(bases, onTheWay, plan)
    const own = capLine(fraction.subtract(lastOf(earned), before), plan)
    before = lastOf(earned)
    capped = fraction.add(capped, own)
    rounded += fraction.toUnits(own, decimals, mode)
    yield { earned, byLine: looksAtLines(plan) ? { capped, rounded } : null }
  }
}

function mirrored(exact: ExactScale): ExactScale {
  if (exact.scale.negative !== 'refuse') return exact
  return { ...exact, scale: { ...exact.scale, negative: 'mirror' } }
}

function capLine(amount: Fraction, { cap }: CommissionPlan): Fraction {
  if (cap?.line === undefined) return amount
  const most = decimal.known(cap.line)
  return fraction.larger(fraction.smaller(amount, most), fraction.negate(most))
}

function looksAtLines({ rounding, cap }: CommissionPlan): boolean {
  return rounding.at === 'line' || cap?.line !== undefined
}

/** What all lines earn when each is capped, and rounded, on its own; null where the plan does neither, or there are no lines. */
export function sumByLine(sold: Sold, terms: Terms, plan: CommissionPlan): ByLine | null {
  if (!looksAtLines(plan) || sold.lines === null) return null
  let byLine: ByLine = { capped: fraction.ZERO, rounded: 0n }
  for (const step of walkLines(sold, terms, plan)) byLine = step.byLine ?? byLine
  return byLine
}

/** The awards of these lines that are paid, as a sum. */
export function paidAwards(
  { awards }: Pick<Sold, 'awards'>,
  { gate }: Terms,
  line?: string,
): Fraction {
  if (awards.length === 0) return fraction.ZERO
  return fraction.sum(
    awards
      .filter(({ award, isKnown }) => isKnown && (!isShut(gate) || award.whileGateShut === 'paid'))
      .filter((one) => line === undefined || one.line === line)
      .map(({ award }) => decimal.known(award.amount)),
  )
}

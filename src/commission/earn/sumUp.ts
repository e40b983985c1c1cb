import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AmountCap } from './caps.js'
import type { Terms } from './computeTerms.js'
import type { AdjustmentKind, Earnings } from './earn.js'
import { paysNothing } from './openGate.js'
import { toPayable } from './toPayable.js'

/** A commission after a step, in units of the plan's rounding. */
interface SumStep {
  readonly kind: AdjustmentKind | 'slices'
  readonly clause: string | null
  readonly units: bigint
  /** The most that a cap lets through; null where it is no cap. */
  readonly limit: Fraction | null
}

/** A commission in units of the plan's rounding, step by step; the last step is what is paid. */
export type Sums = readonly SumStep[]

/** What is paid in the end. */
export function totalOf(sums: Sums): bigint {
  return sums.at(-1)?.units ?? 0n
}

/** What a commission is summed up from. */
export interface Parts {
  readonly earnings: Earnings
  /** What the lines earned when each is capped, raised, and rounded, on its own; null where the plan does nothing of it. */
  readonly byLine: ByLine | null
  /** The awards that are paid, as a sum. */
  readonly awards: Fraction
}

/** What lines earned, each capped, raised to the floor, and rounded, on its own. */
export interface ByLine {
  readonly capped: Fraction
  /** Without a floor, as they were capped. */
  readonly raised?: Fraction
  readonly rounded: bigint
}

/** Rounds what was earned as the plan says, then adds awards and takes off what is above the caps. */
export function sumUp({ earnings, byLine, awards }: Parts, terms: Terms, plan: ExactPlan): Sums {
  const { decimals, mode } = plan.rounding
  const sums = paysNothing(terms.gate) ? [NOTHING] : payableSteps(earnings, byLine, plan)
  if (!fraction.isZero(awards)) {
    const units = totalOf(sums) + fraction.toUnits(awards, decimals, mode)
    sums.push({ kind: 'award', clause: plan.awardClause, units, limit: null })
  }
  const earned = terms.before?.earned ?? null
  if (earned !== null)
    sums.push({
      kind: 'to-date',
      clause: null,
      units: totalOf(sums) - fraction.toUnits(earned, decimals, mode),
      limit: null,
    })
  for (const cap of terms.caps) {
    const limit = { n: toPayable(cap.most, plan, 'floor'), d: plan.unit }
    sums.push({ kind: cap.kind, clause: null, units: capUnits(totalOf(sums), cap, plan), limit })
  }
  return sums
}

/** What a cap lets through. */
export function capUnits(units: bigint, { most, above }: AmountCap, plan: ExactPlan): bigint {
  const limit = toPayable(most, plan, 'floor')
  const asked = units + fraction.toUnits(above, plan.rounding.decimals, 'floor')
  return asked < limit ? asked : limit
}

const NOTHING: SumStep = { kind: 'slices', clause: null, units: 0n, limit: null }

/** Each step rounded on its own; where lines are capped or rounded one by one, their sum takes over. */
function payableSteps({ steps }: Earnings, byLine: ByLine | null, plan: ExactPlan): SumStep[] {
  const { rounding, cap, leastOfLine, increment } = plan
  const toUnits = (amount: Fraction) => fraction.toUnits(amount, rounding.decimals, rounding.mode)
  const sums = steps.map(
    ({ kind, clause, amount, limit }): SumStep => ({ kind, clause, units: toUnits(amount), limit }),
  )
  // What is rounded to an increment is the exact amount, and not one of whole cents.
  let exact = steps.at(-1)?.amount ?? fraction.ZERO
  if (byLine !== null && cap.line !== null) {
    exact = byLine.capped
    sums.push({ kind: 'cap-line', clause: null, units: toUnits(exact), limit: cap.line })
  }
  if (byLine !== null && leastOfLine !== null) {
    exact = byLine.raised ?? byLine.capped
    sums.push({ kind: 'floor-line', clause: null, units: toUnits(exact), limit: leastOfLine })
  }
  if (byLine !== null && rounding.at === 'line')
    sums.push({ kind: 'line-rounding', clause: null, units: byLine.rounded, limit: null })
  else if (increment !== 1n)
    sums.push({ kind: 'increment', clause: null, units: toPayable(exact, plan), limit: null })
  return sums
}

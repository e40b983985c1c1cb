import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { DrawIn } from './drawIn.js'
import type { ExactDraw } from './exactTerms.js'

/** A plan without a draw recovers what another has advanced, as soon as it can. */
export const NO_DRAW: ExactDraw = {
  kind: 'recoverable',
  steps: [],
  recoverFrom: 'all',
  recoverAfter: 0,
  recoverAtMost: fraction.ONE,
  owedAtMost: null,
  service: null,
}

/**
 * What a guarantee adds to what a period earned: up to its amount, and from zero where that is below. What is owed from elsewhere, a
 * clawback or a loss of this period, stays owed; what is held back was earned.
 */
export function computeGuarantee(earned: Fraction, { amount }: DrawIn, draw: ExactDraw): Fraction {
  if (draw.kind !== 'non-recoverable') return fraction.ZERO
  const lacking = fraction.subtract(amount, fraction.larger(fraction.ZERO, earned))
  return fraction.larger(fraction.ZERO, lacking)
}

/** What a period can pay, and what is owed of earlier advances. */
interface Means {
  readonly available: Fraction
  readonly owed: Fraction
}

/**
 * An advance fills up to its amount what a period can pay. Where that is more, what is owed is recovered, as far as the terms allow: with
 * an amount of nothing, as after the end of a draw, from all of it.
 */
export function computeAdvance(
  { available, owed }: Means,
  now: DrawIn,
  draw: ExactDraw,
  { rounding }: ExactPlan,
): { readonly drawn: Fraction; readonly recovered: Fraction } {
  const nothing = { drawn: fraction.ZERO, recovered: fraction.ZERO }
  const amount = draw.kind === 'recoverable' ? now.amount : fraction.ZERO
  const over = fraction.subtract(available, amount)
  if (fraction.isNegative(over)) {
    if (fraction.isZero(amount)) return nothing
    const lacking = fraction.negate(over)
    const room = roomFor(owed, draw.owedAtMost, lacking)
    return { ...nothing, drawn: fraction.smaller(lacking, room) }
  }
  if (now.sinceFirst < draw.recoverAfter) return nothing
  const share = fraction.multiply(available, draw.recoverAtMost)
  const limit = fraction.round(share, { mode: 'down', decimals: rounding.decimals })
  const source = draw.recoverFrom === 'above-draw' ? over : available
  return { ...nothing, recovered: fraction.smaller(owed, fraction.smaller(limit, source)) }
}

/** How much more may be owed. */
function roomFor(owed: Fraction, most: Fraction | null, lacking: Fraction): Fraction {
  return most === null ? lacking : fraction.larger(fraction.ZERO, fraction.subtract(most, owed))
}

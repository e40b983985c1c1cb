import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { Refund } from '../lines/findRefunds.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isOfSpan } from './caps.js'
import type { Share, ToShare } from './computeShares.js'
import { capUnits, totalOf } from './sumUp.js'

/** A refund, and the commission it takes back, in units of the plan's rounding. */
export interface Mirrored {
  readonly refund: Refund
  /** Below zero, or zero. */
  readonly units: bigint
}

/**
 * Takes back what the originals earned, in proportion. Refunds of a whole line take back the whole of its commission, to the cent. What
 * is above a cap of the quarter, half-year or year was never paid, and goes first.
 */
export function mirrorRefunds(
  refunds: readonly Refund[],
  shares: readonly Share[],
  { terms: { caps }, sums }: Pick<ToShare, 'terms' | 'sums'>,
  plan: ExactPlan,
): { readonly mirrored: Mirrored[]; readonly refunded: bigint } {
  const byLine = new Map(shares.map((share) => [share.line.id, share]))
  const ofSpans = caps.filter(isOfSpan)
  const paidOf = (units: bigint) => ofSpans.reduce((left, cap) => capUnits(left, cap, plan), units)
  const whole = totalOf(sums.filter((step) => !isOfSpan(step)))
  let refunded = 0n
  const mirrored = refunds.map((refund) => {
    const earned = earnedBy(refund, byLine, plan)
    const before = paidOf(whole + refunded)
    // What is taken back after this refund, less what was taken back before it.
    refunded += takenBack(earned, refund.before) - takenBack(earned, refund.after)
    return { refund, units: paidOf(whole + refunded) - before }
  })
  return { mirrored, refunded }
}

/** What the original earned, in units of the plan's rounding. */
function earnedBy(
  { original, earlier }: Refund,
  shares: ReadonlyMap<string, Share>,
  { unit }: ExactPlan,
): Fraction {
  if (earlier !== null) return fraction.multiply(earlier.commission, { n: unit, d: 1n })
  const share = original === null ? undefined : shares.get(original.id)
  return { n: share === undefined ? 0n : totalOf(share.sums), d: 1n }
}

function takenBack(earned: Fraction, refunded: Fraction): bigint {
  return fraction.toUnits(fraction.multiply(earned, refunded), 0, 'half-up')
}

/** What all refunds take back. */
export function unitsOf(mirrored: readonly Mirrored[]): bigint {
  let total = 0n
  for (const { units } of mirrored) total += units
  return total
}

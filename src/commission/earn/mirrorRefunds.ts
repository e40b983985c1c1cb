import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { CountedLine } from '../lines/countLine.js'
import type { Refund } from '../lines/findRefunds.js'
import type { Sold } from '../lines/sold.js'
import { writeUnits } from '../statement/writeMoney.js'
import type { CommissionPlan, RefundOutcome } from '../types.js'
import { type Share, shareOut } from './shareOut.js'
import { paidOf } from './sumUp.js'
import type { Terms } from './termsOf.js'

/** A refund, and the commission it takes back, in units of the plan's rounding. */
export interface Mirrored {
  readonly refund: Refund
  /** Below zero, or zero. */
  readonly units: bigint
}

/** What the refunds of a statement take back. Only they need the shares of its lines. */
export function mirrorRefunds(sold: Sold, terms: Terms, plan: CommissionPlan): Mirrored[] {
  return sold.refunds.length === 0
    ? []
    : mirrorShares(sold.refunds, shareOut(sold, terms, plan), plan)
}

/** Takes back what the originals earned, in proportion. Refunds of a whole line take back the whole of its commission, to the cent. */
export function mirrorShares(
  refunds: readonly Refund[],
  shares: readonly Share[],
  plan: CommissionPlan,
): Mirrored[] {
  const byLine = new Map(shares.map((share) => [share.line, share]))
  return refunds.map((refund) => {
    const earned = earnedBy(refund, byLine, plan)
    // What is taken back after this refund, less what was taken back before it.
    return { refund, units: takenBack(earned, refund.before) - takenBack(earned, refund.after) }
  })
}

/** What the original earned, in units of the plan's rounding. */
function earnedBy(
  { original, earlier }: Refund,
  shares: ReadonlyMap<CountedLine, Share>,
  { rounding }: CommissionPlan,
): Fraction {
  if (earlier !== null)
    return fraction.multiply(earlier.commission, {
      n: fraction.powerOfTen(rounding.decimals),
      d: 1n,
    })
  const share = original === null ? undefined : shares.get(original)
  return { n: share === undefined ? 0n : paidOf(share.sums), d: 1n }
}

function takenBack(earned: Fraction, refunded: Fraction): bigint {
  return fraction.toUnits(fraction.multiply(earned, refunded), 0, 'half-up')
}

/** What all refunds take back. */
export function totalOf(mirrored: readonly Mirrored[]): bigint {
  let total = 0n
  for (const { units } of mirrored) total += units
  return total
}

export function writeRefunds(mirrored: readonly Mirrored[], plan: CommissionPlan): RefundOutcome[] {
  return mirrored.map(({ refund: { line, original, earlier }, units }) => ({
    line: line.id,
    refundOf: original?.id ?? earlier?.id ?? '',
    sales: write.money(line.sales, plan.currency),
    amount: writeUnits(units, plan),
  }))
}

import * as defined from '../../kernel/policy/defined.js'
import { earn } from '../earn/earn.js'
import { type Mirrored, mirrorShares, totalOf } from '../earn/mirrorRefunds.js'
import { type Share, shareOut } from '../earn/shareOut.js'
import { paidAwards, paidOf, sumByLine, sumUp } from '../earn/sumUp.js'
import { termsOf } from '../earn/termsOf.js'
import type { ReadFacts } from '../lines/readInput.js'
import type { Sold } from '../lines/sold.js'
import type { CommissionAttribution, CommissionPlan, LineShare } from '../types.js'
import {
  writeAdjustments,
  writeBase,
  writeNotCounted,
  writeSlices,
  writeUnits,
} from './writeMoney.js'

/** What each line of what was sold adds to the commission. */
export function stateShares(
  sold: Sold,
  facts: ReadFacts,
  plan: CommissionPlan,
): CommissionAttribution {
  const terms = termsOf(sold.credited, facts, plan)
  const earned = earn(sold.bases, terms, plan)
  const byLine = sumByLine(sold, terms, plan)
  const paid = paidOf(sumUp(earned, byLine, paidAwards(sold, terms), terms, plan))
  const shares = shareOut(sold, terms, plan)
  const mirrored = mirrorShares(sold.refunds, shares, plan)
  return {
    payee: facts.payee,
    period: facts.period,
    amount: writeUnits(paid + totalOf(mirrored), plan),
    currency: plan.currency,
    attribution: plan.attribution,
    lines: [
      ...shares.map((share) => describe(share, plan)),
      ...mirrored.map((one) => describeRefund(one, plan)),
    ],
    notCounted: writeNotCounted(sold.notCounted, plan),
    policy: defined.reference(plan),
  }
}

function describe({ line, sums, slices }: Share, plan: CommissionPlan): LineShare {
  return {
    id: line.id,
    sales: writeBase(line.sales, plan),
    amount: writeUnits(paidOf(sums), plan),
    slices: writeSlices(slices, sums[0]?.units ?? 0n, plan),
    adjustments: writeAdjustments(sums, plan),
  }
}

function describeRefund({ refund: { line }, units }: Mirrored, plan: CommissionPlan): LineShare {
  return {
    id: line.id,
    sales: writeBase(line.sales, plan),
    amount: writeUnits(units, plan),
    slices: [],
    adjustments: writeAdjustments([{ kind: 'refund', clause: null, units }], plan),
  }
}

import * as time from '../../kernel/time/time.js'
import type { Commission } from '../earn/computeCommission.js'
import { computeShares, type Share } from '../earn/computeShares.js'
import type { Mirrored } from '../earn/mirrorRefunds.js'
import { totalOf } from '../earn/sumUp.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { CommissionAttribution, LineShare } from './types.js'
import {
  writeAdjustments,
  writeBase,
  writeNotCounted,
  writeSlices,
  writeUnits,
} from './writeMoney.js'

/** What each line adds to a commission. */
export function writeShares(commission: Commission, plan: ExactPlan): CommissionAttribution {
  const { sales, terms, paid, mirrored } = commission
  const shares = computeShares(commission, plan)
  return {
    payee: terms.facts.payee,
    period: terms.facts.period && time.writeAnyPeriod(terms.facts.period),
    amount: writeUnits(paid, plan),
    currency: plan.currency,
    attribution: plan.attribution,
    ...(plan.isInUnits && { inUnits: true }),
    lines: [
      ...shares.map((share) => writeShare(share, plan)),
      ...mirrored.map((one) => writeRefund(one, plan)),
    ],
    notCounted: writeNotCounted(sales.notCounted, plan),
    policy: plan.reference,
  }
}

function writeShare({ line, sums, slices }: Share, plan: ExactPlan): LineShare {
  return {
    id: line.id,
    sales: writeBase(line.sales, plan),
    amount: writeUnits(totalOf(sums), plan),
    slices: writeSlices(slices, sums[0]?.units ?? 0n, plan),
    adjustments: writeAdjustments(sums, plan),
  }
}

function writeRefund({ refund: { line }, units }: Mirrored, plan: ExactPlan): LineShare {
  return {
    id: line.id,
    sales: writeBase(line.sales, plan),
    amount: writeUnits(units, plan),
    slices: [],
    adjustments: writeAdjustments([{ kind: 'refund', clause: null, units, limit: null }], plan),
  }
}

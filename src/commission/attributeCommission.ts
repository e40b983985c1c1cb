import { referTo, refuse, requireDefined } from '../kernel/inside.js'
import { readInput } from './count/readInput.js'
import { earn } from './earn/earn.js'
import { type Mirrored, mirrorShares, totalOf } from './earn/mirrorRefunds.js'
import { type Share, shareOut } from './earn/shareOut.js'
import { paidAwards, paidOf, sumByLine, sumUp } from './earn/sumUp.js'
import { termsOf } from './earn/termsOf.js'
import {
  writeAdjustments,
  writeBase,
  writeNotCounted,
  writeSlices,
  writeUnits,
} from './earn/writeMoney.js'
import type {
  CommissionAttribution,
  CommissionLinesInput,
  CommissionPlan,
  DefinedCommissionPlan,
  LineShare,
} from './types.js'

/**
 * What each order line adds to the commission. The shares add up to the statement of {@link calculateCommission}, to the cent.
 *
 * The plan says how: in `deal-order` a line earns what it adds to the commission of the lines before it, so that the line that crosses
 * a tier shows two slices; `in-proportion`, each line earns the same share of the commission as it has of the sales that earn by the
 * same scale. A refund that the plan mirrors takes back the share of its original, and comes after the lines that earn.
 *
 * @throws SalesRulesError as {@link calculateCommission} does; `VALUE_MISSING` without lines.
 *
 * @example The second order crosses 1,000,000
 * ```ts
 * import { attributeCommission, handbook } from 'sales-rules'
 *
 * const lines = [{ id: 'O-1', amount: '900000' }, { id: 'O-2', amount: '300000' }]
 * const attribution = attributeCommission({ lines, target: '1000000' }, handbook.commission)
 * attribution.amount // => '38000.00'
 * attribution.lines.map((line) => line.amount) // => ['27000.00', '11000.00']
 * attribution.lines[1]?.slices.map(({ base, rate, amount }) => [base, rate, amount])
 * // => [['100000.00', '0.03', '3000.00'], ['200000.00', '0.04', '8000.00']]
 * ```
 */
export function attributeCommission(
  input: CommissionLinesInput,
  plan: DefinedCommissionPlan,
): CommissionAttribution {
  requireDefined(plan, 'CommissionPlan')
  const { facts, sold } = readInput(input, plan)
  if (sold.lines === null) {
    const expected = 'the order lines to share the commission out to'
    refuse('VALUE_MISSING', ['lines'], { expected }, `is missing, expected ${expected}.`)
  }
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
    policy: referTo(plan),
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

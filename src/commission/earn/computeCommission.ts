import * as fraction from '../../kernel/number/fraction.js'
import type { EligibleSales } from '../lines/countSales.js'
import { findAwards, type QualifiedAward } from '../lines/findAwards.js'
import { joinOrders, type Order } from '../lines/orders.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { computeShares } from './computeShares.js'
import { computeTerms, type Terms } from './computeTerms.js'
import { type Earnings, earn } from './earn.js'
import { type Mirrored, mirrorRefunds, unitsOf } from './mirrorRefunds.js'
import { payAwards } from './payAwards.js'
import { type Sums, sumUp, totalOf } from './sumUp.js'
import { sumByLine } from './walkLines.js'

/** An exact commission, with everything it came from. */
export interface Commission {
  readonly sales: EligibleSales
  readonly terms: Terms
  readonly earnings: Earnings
  /** The orders that awards and new customers look at. */
  readonly orders: readonly Order[]
  readonly awards: readonly QualifiedAward[]
  /** Step by step, in units of the plan's rounding; without mirrored refunds. */
  readonly sums: Sums
  /** Refunds that take back what their original earned: they come after everything else. */
  readonly mirrored: readonly Mirrored[]
  /** What is paid, in units of the plan's rounding. */
  readonly paid: bigint
}

/**
 * The commission on sales that were counted. Statements, shares of lines, curves, inverses, totals, settlements, corrections and
 * batches are made of it.
 */
export function computeCommission(
  sales: EligibleSales,
  facts: ReadFacts,
  plan: ExactPlan,
): Commission {
  return computeBy(computeTerms(sales.credited, facts, plan), sales, plan)
}

/** The same by terms that are known. */
export function computeBy(terms: Terms, sales: EligibleSales, plan: ExactPlan): Commission {
  const earnings = earn(sales.bases, terms, plan)
  const orders = joinOrders(sales.orders, sales.refunded, plan)
  const awards = findAwards(orders, plan)
  const parts = {
    earnings,
    byLine: sumByLine(sales, terms, plan),
    awards: fraction.sum(payAwards(awards, terms.gate).values()),
  }
  const sums = sumUp(parts, terms, plan)
  const commission = {
    sales,
    terms,
    earnings,
    orders,
    awards,
    sums,
    mirrored: [],
    paid: totalOf(sums),
  }
  if (sales.refunds.length === 0) return commission
  // Only refunds that mirror need the shares of the lines.
  const mirrored = mirrorRefunds(sales.refunds, computeShares(commission, plan), plan)
  return { ...commission, mirrored, paid: totalOf(sums) + unitsOf(mirrored) }
}

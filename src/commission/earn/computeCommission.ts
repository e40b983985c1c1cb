import * as fraction from '../../kernel/number/fraction.js'
import { awardsInTurn } from '../lines/awardsInTurn.js'
import { addSales, type EligibleSales } from '../lines/countSales.js'
import { findAwards, type QualifiedAward } from '../lines/findAwards.js'
import { joinOrders, type Order } from '../lines/orders.js'
import type { ReadFacts } from '../lines/readFacts.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { isOfSpan } from './caps.js'
import { chooseTiers } from './chooseTiers.js'
import { computeShares, type ToShare } from './computeShares.js'
import { computeTerms, type Place, type SoldBefore, type Terms } from './computeTerms.js'
import { type Earnings, earn } from './earn.js'
import { inTierOf } from './inTierOf.js'
import { type Mirrored, mirrorRefunds, unitsOf } from './mirrorRefunds.js'
import { payAwards } from './payAwards.js'
import { basesOf } from './spreadLines.js'
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
  /** What is earned before caps of quarter, half-year and year, in units of the plan's rounding; refunds have taken back their part. */
  readonly earned: bigint
  /** What refunds have taken back of it. */
  readonly refunded: bigint
  /** What is paid, in units of the plan's rounding. */
  readonly paid: bigint
}

/**
 * The commission on sales that were counted. Statements, shares of lines, curves, inverses, totals, settlements, corrections and
 * batches are made of it. Where an earlier stretch of the span sold some of them, it is the commission on what came after those.
 */
export function computeCommission(
  given: EligibleSales,
  facts: ReadFacts,
  plan: ExactPlan,
  place: Place | null = null,
): Commission {
  const before = place === null ? soldBefore(facts, plan) : { ...place, earned: null }
  const sales = before?.earned ? addSales(given, facts.yearToDate?.sales ?? fraction.ZERO) : given
  const terms = chooseTiers(sales, { ...computeTerms(sales.credited, facts, plan), before }, plan)
  return computeBy(place === null ? terms : inTierOf(sales, terms, plan), sales, plan)
}

/** The same by terms that are known. */
export function computeBy(terms: Terms, sales: EligibleSales, plan: ExactPlan): Commission {
  const earnings = earn(basesOf(sales, terms, plan), terms, plan)
  const orders = sales.joined ?? joinOrders(sales.orders, sales.refunded, plan)
  const awards = findAwards(orders, awardsInTurn(sales, plan), terms.facts, plan)
  const parts = {
    earnings,
    byLine: sumByLine(sales, terms, plan),
    awards: fraction.sum(payAwards(awards, terms.gate).values()),
  }
  const sums = sumUp(parts, terms, plan)
  const { mirrored, refunded } = refundsOf({ sales, terms, earnings, awards, sums }, plan)
  const earned = totalOf(sums.filter((step) => !isOfSpan(step))) + refunded
  const paid = totalOf(sums) + unitsOf(mirrored)
  return { sales, terms, earnings, orders, awards, sums, mirrored, earned, refunded, paid }
}

/** Only refunds that mirror need the shares of the lines. */
function refundsOf(commission: ToShare, plan: ExactPlan) {
  const { refunds } = commission.sales
  if (refunds.length === 0) return NO_REFUNDS
  const shares = computeShares(withoutSpans(commission), plan)
  return mirrorRefunds(refunds, shares, commission, plan)
}

const NO_REFUNDS = { mirrored: [], refunded: 0n }

/** Where the plan counts to date, sales that were given as a figure come before those of the statement, and have earned what they have. */
function soldBefore({ yearToDate }: ReadFacts, { groups }: ExactPlan): SoldBefore | null {
  if (yearToDate?.sales === undefined) return null
  const { sales, earned } = yearToDate
  const [, ...others] = groups.map(({ noBases }) => noBases)
  const none = { units: fraction.ZERO, walked: [], target: null }
  return { ...none, sales, credited: sales, bases: [[sales], ...others], earned }
}

/** The commission as it is before caps of spans: what refunds take back, those have not taken. */
export function withoutSpans({ terms, sums, ...commission }: ToShare): ToShare {
  const caps = terms.caps.filter((cap) => !isOfSpan(cap))
  const own = sums.filter((step) => !isOfSpan(step))
  return { ...commission, terms: { ...terms, caps }, sums: own }
}

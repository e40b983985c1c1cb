import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactAward, ExactPlan } from '../plan/exactPlan.js'
import { checkConditions } from './checkConditions.js'
import type { Order } from './orders.js'
import type { ReadFacts } from './readFacts.js'
import type { GivenLine } from './readLine.js'

/** An order that an award is for, as far as its lines say. */
export interface QualifiedAward {
  readonly award: ExactAward
  readonly order: Order
  /** False where the order is large enough and its lines do not say, or not alike, whether it is a first one. */
  readonly isKnown: boolean
  /** Whether the award's own conditions are met. */
  readonly isHeld: boolean
}

/** The awards that the orders have qualified for; refunds in the same statement are taken off an order first. */
export function findAwards(
  orders: readonly Order[],
  facts: Pick<ReadFacts, 'facts'>,
  plan: ExactPlan,
): QualifiedAward[] {
  return plan.awards.flatMap((award) => {
    const { isMet: isHeld } = checkConditions(award.conditions, facts)
    return orders.flatMap((order): QualifiedAward[] => {
      const fits = isFor(award, order, plan)
      return fits === false ? [] : [{ award, order, isKnown: fits === true, isHeld }]
    })
  })
}

/** Whether an award is for an order, and not earned for it before; undefined where the order is large enough and does not say what it is. */
export function isFor(
  award: ExactAward,
  order: Order,
  { refunds }: ExactPlan,
): boolean | undefined {
  // A mirrored refund takes back its part of the award, so that the order stands as it was.
  const sales = refunds === 'net' ? order.left : order.sales
  return !order.earned?.has(award) && isLargeEnough(sales, award) && flagOf(order, award)
}

/** What a line, or an order, says of being what an award is for. */
export function flagOf(
  { firstOrder, newMarket }: Pick<GivenLine, 'firstOrder' | 'newMarket'>,
  { award }: ExactAward,
): boolean | undefined {
  return award.for === 'first-order' ? firstOrder : newMarket
}

/** Whether an order comes to what an award asks for. */
export function isLargeEnough(sales: Fraction, { order }: ExactAward): boolean {
  if (order === null) return sales.n > 0n
  const over = fraction.compare(sales, order.amount)
  return order.comparison === 'above' ? over > 0 : over >= 0
}

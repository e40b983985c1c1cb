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
  { awards, refunds }: ExactPlan,
): QualifiedAward[] {
  return awards.flatMap((award) => {
    const { isMet: isHeld } = checkConditions(award.conditions, facts)
    return orders.flatMap((order): QualifiedAward[] => {
      const flag = flagOf(order, award)
      // A mirrored refund takes back its part of the award, so that the order stands as it was.
      const sales = refunds === 'net' ? order.left : order.sales
      if (flag === false || !isLargeEnough(sales, award)) return []
      return [{ award, order, isKnown: flag === true, isHeld }]
    })
  })
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

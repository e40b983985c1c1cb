import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactAward, ExactPlan } from '../plan/exactPlan.js'
import type { Order, Refunded } from './orders.js'

/** An order that an award is for, as far as its line says. */
export interface QualifiedAward {
  readonly award: ExactAward
  readonly line: string
  /** False where the order is large enough and the line does not say whether it is a first one. */
  readonly isKnown: boolean
}

/** The awards that the orders have qualified for; refunds in the same statement are taken off an order first. */
export function findAwards(
  orders: readonly Order[],
  refunded: Refunded,
  { awards, refunds }: ExactPlan,
): QualifiedAward[] {
  return awards.flatMap((award) =>
    orders.flatMap((line): QualifiedAward[] => {
      const flag = flagOf(line, award)
      // A mirrored refund takes back its part of the award, so that the order stands as it was.
      const taken = refunds === 'net' ? (refunded.get(line.id) ?? fraction.ZERO) : fraction.ZERO
      if (flag === false || !isLargeEnough(fraction.add(line.sales, taken), award)) return []
      return [{ award, line: line.id, isKnown: flag === true }]
    }),
  )
}

/** What a line says of being the kind of order that an award is for. */
export function flagOf(
  { given }: Pick<Order, 'given'>,
  { award }: ExactAward,
): boolean | undefined {
  return award.for === 'first-order' ? given.firstOrder : given.newMarket
}

/** Whether an order comes to what an award asks for. */
export function isLargeEnough(sales: Fraction, { order }: ExactAward): boolean {
  if (order === null) return sales.n > 0n
  const over = fraction.compare(sales, order.amount)
  return order.comparison === 'above' ? over > 0 : over >= 0
}

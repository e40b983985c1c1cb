import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { flagOf, isLargeEnough } from './findAwards.js'
import type { GivenLine } from './readLine.js'

/** An order as awards and new customers look at it. */
export interface Order {
  readonly id: string
  readonly sales: Fraction
  readonly given: Pick<GivenLine, 'customer' | 'firstOrder' | 'newMarket'>
}

/** What was refunded of which line, below zero. */
export type Refunded = ReadonlyMap<string, Fraction>

/** Whether an award or a new customer may depend on an order. A refund only makes one smaller, so that no other need be kept. */
export function isToKeep(order: Order, { awards, eligibility }: ExactPlan): boolean {
  if (eligibility.firstOrderAtLeast !== null && order.given.firstOrder === true) return true
  return awards.some((award) => flagOf(order, award) !== false && isLargeEnough(order.sales, award))
}

/** What was refunded in two parts, as a whole. */
export function mergeRefunded(first: Refunded, second: Refunded): Refunded {
  if (second.size === 0) return first
  const all = new Map(first)
  for (const [line, sales] of second) {
    const before = all.get(line)
    all.set(line, before === undefined ? sales : fraction.add(before, sales))
  }
  return all
}

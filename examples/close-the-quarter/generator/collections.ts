import type { Table } from './csv.js'
import { addDays, workday } from './days.js'
import { money, type Order, orderId } from './orders.js'
import { between, chance, type Random, seeded } from './random.js'

/** The day the bank statement was drawn: what comes in later is not in the file. */
const statementDay = '2027-01-15'

/** The cash that came in by sale: most in one payment, some in two, a few in part or not at all. */
export function drawCollections(orders: readonly Order[]): Table {
  const random = seeded(104)
  const rows: string[][] = []
  for (const [index, order] of orders.entries()) {
    if (order.refunded) continue
    let paidOn = order.date
    for (const cents of drawPayments(random, order.cents)) {
      paidOn = workday(addDays(paidOn, between(random, 4, 35)))
      if (paidOn <= statementDay) rows.push([orderId(index), paidOn, money(cents)])
    }
  }
  rows.sort(([, left = ''], [, right = '']) => (left < right ? -1 : left > right ? 1 : 0))
  return { file: 'collections.csv', header: ['order', 'paidOn', 'amount'], rows }
}

function drawPayments(random: Random, cents: number): number[] {
  if (chance(random, 0.03)) return []
  if (chance(random, 0.75)) return [cents]
  const deposit = Math.round((cents * between(random, 3, 7)) / 10)
  return chance(random, 0.2) ? [deposit] : [deposit, cents - deposit]
}

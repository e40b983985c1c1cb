// What a month was paid from, as digests: whoever changes it past the locks of the database is found out by the next run.
import { digestOf } from 'sales-rules'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { isLast } from './absences.js'
import type { PayeeBooks } from './books.js'
import { periodOfMonth } from './period.js'
import { type PlanInForce, type Plans, planOf } from './plans.js'

/** A digest for each part of what a month was paid from. */
export type Digests = Readonly<Record<string, string>>

/** The orders of the books, by id: a row, and its owners. */
export type Orders = ReadonlyMap<string, unknown>

export async function readOrders(books: Books): Promise<Orders> {
  const rows = await rowsOf<{ id: string }>(
    books,
    `select line.*, array_agg(payee order by position) as owners
     from order_lines line join order_owners on order_line = line.id group by line.id`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export function digestsOf(
  books: PayeeBooks,
  month: string,
  { plan, planChange }: PlanInForce,
  orders: Orders,
): Digests {
  const { lines, target } = periodOfMonth(books, month)
  const { payee, joinedOn, absences, credits, byHand } = books
  const booked = credits.filter(({ bookedIn }) => bookedIn === month)
  const own = absences.filter((one) => one.payee === payee && one.from_day.slice(0, 7) <= month)
  return {
    payee: digestOf({ payee, joinedOn, own, isLast: isLast(absences, payee, month) }),
    plan: digestOf({ plan, planChange }),
    target: digestOf({ target }),
    payments: digestOf(lines),
    orders: digestOf(booked.map(({ order }) => orders.get(order))),
    'amounts by hand': digestOf(byHand.filter(({ paidIn }) => paidIn === month)),
  }
}

/** Refuses to go on from months whose facts are no longer those that they were paid from, by name. */
export function requireUnchanged(books: PayeeBooks, plans: Plans, orders: Orders): void {
  const changed = books.paid.flatMap(({ month, digests }) => {
    const now = digestsOf(books, month, planOf(plans, month), orders)
    const parts = Object.keys(now).filter((part) => now[part] !== digests[part])
    return parts.map((part) => `${books.payee} ${month} ${part}`)
  })
  if (changed.length > 0)
    throw new RangeError(
      `was changed after it was paid: ${changed.join(', ')}. Change it back, and give the difference as an amount by hand.`,
    )
}

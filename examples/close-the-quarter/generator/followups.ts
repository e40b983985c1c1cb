import type { Table } from './csv.js'
import { customersOf } from './customers.js'
import { addDays, workday } from './days.js'
import type { Order } from './orders.js'
import { between, chance, type Random, seeded } from './random.js'

/** The follow-ups of the fourth quarter with two customers in five; one in eight of these stops answering. */
export function drawFollowups(orders: readonly Order[]): Table {
  const random = seeded(109)
  const rows: string[][] = []
  for (const customer of customersOf(orders).keys()) {
    if (chance(random, 0.4)) rows.push(...drawHistory(random, customer))
  }
  rows.sort(([, left = ''], [, right = '']) => (left < right ? -1 : left > right ? 1 : 0))
  return { file: 'followups.csv', header: ['customer', 'date', 'answered'], rows }
}

function drawHistory(random: Random, customer: string): string[][] {
  const count = between(random, 2, 6)
  const silentFrom = chance(random, 0.125) ? between(random, 0, 2) : count
  const history: string[][] = []
  let date = addDays('2026-10-08', between(random, 0, 14))
  for (let index = 0; index < count; index += 1) {
    date = workday(date)
    const answered = index < silentFrom && chance(random, 0.75)
    history.push([customer, date, answered ? 'yes' : 'no'])
    date = addDays(date, between(random, 3, 12))
  }
  return history
}

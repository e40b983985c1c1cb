import type { Table } from './csv.js'
import { drawDay, type QuarterOf2026, quarterOf, quartersOf2026 } from './days.js'
import { between, pick, type Random, seeded, size } from './random.js'
import { drawRefund } from './refunds.js'
import type { Rep } from './reps.js'
import { seasons } from './targets.js'

export interface Order {
  readonly rep: Rep
  readonly customer: string
  readonly date: string
  readonly product: string
  /** In cents; negative for a refund. */
  readonly cents: number
  readonly refunded?: Order
}

const products = [
  'Sensors',
  'Controllers',
  'Drives',
  'Cables, shielded',
  'Valves, steel',
  'Software',
  'Service',
]

/** First orders of a size that the large-order award looks at: above, exactly on and just below 1,000,000. */
const largeFirstOrders: Readonly<Record<string, number>> = {
  'R01 2026-Q2': 1_450_000,
  'R13 2026-Q3': 1_080_000,
  'R17 2026-Q4': 1_200_000,
  'R21 2026-Q4': 1_000_000,
  'R28 2026-Q4': 999_999.99,
  'R33 2026-Q4': 1_000_000.01,
}

/** The year's sales and refunds, by date. Customers from before 2026 all order again in the first quarter. */
export function drawOrders(reps: readonly Rep[]): Order[] {
  const random = seeded(103)
  const nextCustomer = counter()
  const sales: Order[] = []
  for (const rep of reps) {
    const known = rep.hiredOn < '2026' ? newcomers(nextCustomer, between(random, 7, 13)) : []
    for (const quarter of quartersOf2026) {
      if (quarter < quarterOf(rep.hiredOn)) continue
      const fresh = newcomers(nextCustomer, between(random, 1, 5))
      sales.push(...drawQuarter(random, rep, quarter, known, fresh))
      known.push(...fresh)
    }
  }
  const refunds = sales.flatMap((sale) => drawRefund(random, sale))
  return [...sales, ...refunds].sort((left, right) => compare(left.date, right.date))
}

export function orderId(index: number): string {
  return `O${String(index + 1).padStart(4, '0')}`
}

export function money(cents: number): string {
  return (cents / 100).toFixed(2)
}

export function ordersTable(orders: readonly Order[]): Table {
  const ids = new Map(orders.map((order, index) => [order, orderId(index)]))
  return {
    file: 'orders.csv',
    header: ['order', 'rep', 'customer', 'date', 'product', 'amount', 'kind', 'refundOf'],
    rows: orders.map((order) => [
      ids.get(order) ?? '',
      order.rep.id,
      order.customer,
      order.date,
      order.product,
      money(order.cents),
      order.refunded ? 'refund' : 'sale',
      order.refunded ? (ids.get(order.refunded) ?? '') : '',
    ]),
  }
}

function drawQuarter(
  random: Random,
  rep: Rep,
  quarter: QuarterOf2026,
  known: readonly string[],
  fresh: readonly string[],
): Order[] {
  const certain = quarter === '2026-Q1' ? [...known, ...fresh] : fresh
  const repeating = known.length > 0 ? known : fresh
  const count = Math.round(seasons[quarter] * (20 + rep.level / 55_000) * (0.85 + 0.3 * random()))
  const luck = 0.85 + 0.3 * random()
  const average = (rep.level * seasons[quarter] * luck) / count
  const orders: Order[] = []
  for (let index = 0; index < count; index += 1) {
    const large = index === 0 ? largeFirstOrders[`${rep.id} ${quarter}`] : undefined
    orders.push({
      rep,
      customer: certain[index] ?? pick(random, repeating),
      date: drawDay(random, quarter),
      product: pick(random, products),
      cents: Math.round((large ?? average * size(random)) * 100),
    })
  }
  return orders
}

function newcomers(next: () => string, count: number): string[] {
  return Array.from({ length: count }, next)
}

function counter(): () => string {
  let last = 0
  return () => {
    last += 1
    return `C${String(last).padStart(3, '0')}`
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

import { addDays, workday } from './days.js'
import type { Order } from './orders.js'
import { between, chance, type Random } from './random.js'

/** One sale in forty is taken back, half of these wholly and half in part; none after the year's end. */
export function drawRefund(random: Random, sale: Order): Order[] {
  if (!chance(random, 0.025)) return []
  const date = workday(addDays(sale.date, between(random, 5, 40)))
  if (date > '2026-12-31') return []
  const share = chance(random, 0.5) ? 1 : between(random, 1, 8) / 10
  return [{ ...sale, date, cents: -Math.round(sale.cents * share), refunded: sale }]
}

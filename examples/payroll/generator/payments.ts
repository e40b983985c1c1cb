import { addDays, workday } from '../../close-the-quarter/generator/days.js'
import { between, chance, type Random, seeded } from '../../close-the-quarter/generator/random.js'
import { months } from '../policy.js'
import { type Order, refundedInDecember } from './orders.js'

/** Cash that came in for an order, or that was given back. */
export interface Payment {
  readonly order: Order
  readonly bookedOn: string
  readonly cents: number
  readonly refundOf?: Payment
}

/** The payments of the year's orders, by day; what is paid after the year is left to the next. */
export function drawPayments(orders: readonly Order[]): Payment[] {
  const random = seeded(206)
  const received = orders.flatMap((order) => drawInstalments(random, order))
  const refunds = received.flatMap((payment) => drawRefund(random, payment))
  const lastMonth = months.at(-1) ?? ''
  return [...received, ...refunds]
    .filter(({ bookedOn }) => bookedOn.slice(0, 7) <= lastMonth)
    .sort((left, right) => (left.bookedOn < right.bookedOn ? -1 : 1))
}

/** At once, a deposit and the rest, or three instalments a month apart. */
function drawInstalments(random: Random, order: Order): Payment[] {
  if (order === refundedInDecember) return [payment(order, '2026-06-18', order.cents)]
  const draw = random()
  const first = workday(addDays(order.orderedOn, between(random, 2, 20)))
  if (draw < 0.7) return [payment(order, first, order.cents)]
  const parts = draw < 0.85 ? [0.3, 0.7] : [0.34, 0.33, 0.33]
  let left = order.cents
  return parts.map((part, index) => {
    const cents = index === parts.length - 1 ? left : Math.round(order.cents * part)
    left -= cents
    return payment(order, workday(addDays(first, 30 * index)), cents)
  })
}

function payment(order: Order, bookedOn: string, cents: number): Payment {
  return { order, bookedOn, cents }
}

/** Few payments are given back, a part or all of them, within weeks; one comes half a year late. */
function drawRefund(random: Random, original: Payment): Payment[] {
  const { order, bookedOn, cents } = original
  if (order === refundedInDecember) return [refund(original, '2026-12-14', cents)]
  if (!chance(random, 0.02)) return []
  const part = chance(random, 0.5) ? cents : Math.round(cents / 3)
  return [refund(original, workday(addDays(bookedOn, between(random, 2, 40))), part)]
}

function refund(refundOf: Payment, bookedOn: string, cents: number): Payment {
  return { order: refundOf.order, bookedOn, cents: -cents, refundOf }
}

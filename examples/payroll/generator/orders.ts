import { addDays, workday } from '../../close-the-quarter/generator/days.js'
import {
  between,
  chance,
  pick,
  type Random,
  seeded,
  size,
} from '../../close-the-quarter/generator/random.js'
import { months } from '../policy.js'
import { isAway } from './absences.js'
import { type Payee, payees } from './payees.js'
import { shareOf } from './seasons.js'

/** An order of the year, before it has an id. */
export interface Order {
  readonly customer: string
  readonly product: string
  readonly orderedOn: string
  readonly cents: number
  /** The payees who share it. */
  readonly owners: readonly string[]
}

const products = ['Sensors', 'Controllers', 'Drives', 'Valves', 'Software', 'Service']
const customers = Array.from({ length: 90 }, (_, index) => `C${String(index + 1).padStart(3, '0')}`)

/** An order of June that is given back in December, of the payee whose statement is printed. */
export const refundedInDecember: Order = {
  customer: 'C017',
  product: 'Controllers',
  orderedOn: '2026-06-10',
  cents: 148_000_00,
  owners: ['P05'],
}

/** The year's orders, by day. */
export function drawOrders(): Order[] {
  const random = seeded(201)
  const drawn = payees.flatMap((payee) =>
    months
      .filter((month) => month >= payee.joinedOn.slice(0, 7) && !isAway(payee.id, month))
      .flatMap((month) => drawMonth(random, payee, month)),
  )
  return [...drawn, refundedInDecember].sort((left, right) =>
    left.orderedOn < right.orderedOn ? -1 : 1,
  )
}

/** The months with more of the year have larger orders, not more of them. */
function drawMonth(random: Random, payee: Payee, month: string): Order[] {
  const count = between(random, 4, 8)
  const average = (payee.level * 12 * shareOf(month)) / count
  return Array.from({ length: count }, () => {
    const orderedOn = workday(addDays(`${month}-01`, between(random, 0, 24)))
    const cents = Math.round(average * size(random))
    const owners = drawOwners(random, payee)
    return {
      customer: pick(random, customers),
      product: pick(random, products),
      orderedOn,
      cents: cents * owners.length,
      owners,
    }
  })
}

/** Most orders have one owner; some are shared by two or by three, each of whom brings in as much. */
function drawOwners(random: Random, { id, joinedOn }: Payee): string[] {
  if (!chance(random, 0.12)) return [id]
  const others = payees.filter((other) => other.id !== id && other.joinedOn <= joinedOn)
  if (others.length < 2) return [id]
  const first = between(random, 0, others.length - 2)
  const partners = others.slice(first, first + between(random, 1, 2)).map((other) => other.id)
  return [id, ...partners]
}

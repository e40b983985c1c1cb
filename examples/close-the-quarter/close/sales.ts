import { compareAmounts, periodOf } from 'sales-rules'
import { totalOf } from '../exact.js'
import { groupBy } from '../groupBy.js'
import { newCustomerMinimum, quarter } from '../policy.js'
import { type Company, valuesOf } from '../read/company.js'
import type { Order } from '../read/orders.js'

/** What a rep sold in the quarter. */
export interface RepSales {
  /** Sales and refunds of the quarter, in the order of the file. */
  readonly orders: readonly Order[]
  /** Net of refunds. */
  readonly net: string
  /** The cash that came in for these orders. */
  readonly collected: string
  /** The ids of orders that are their customer's first of all (COM-3). */
  readonly firstOrders: ReadonlySet<string>
  /** Customers whose first order of all was in the quarter and large enough (APP-3). */
  readonly newCustomers: readonly string[]
}

export function salesByRep(company: Company, paidUpTo: string): (rep: string) => RepSales {
  const orders = groupBy(valuesOf(company.orders).filter(inQuarter), ({ rep }) => rep)
  const paid = valuesOf(company.collections).filter(({ paidOn }) => paidOn <= paidUpTo)
  const payments = groupBy(paid, ({ order }) => order)
  const first = firstOrders(valuesOf(company.orders))
  const ids = new Set(first.map(({ order }) => order))
  const ofNewCustomers = groupBy(first.filter(isLargeEnough), ({ rep }) => rep)
  return (rep) => {
    const own = orders.get(rep) ?? []
    const cash = own.flatMap(({ order }) => payments.get(order) ?? [])
    return {
      orders: own,
      net: totalOf(own.map(({ amount }) => amount)),
      collected: totalOf(cash.map(({ amount }) => amount)),
      firstOrders: ids,
      newCustomers: (ofNewCustomers.get(rep) ?? []).map(({ customer }) => customer),
    }
  }
}

export function inQuarter({ date }: Order): boolean {
  return periodOf(date, 'quarter') === quarter
}

/**
 * First orders as they were placed: a refund later on takes nothing away. A rejected order is none; once it is corrected, the close
 * is run again and may find that a customer was not new.
 */
function firstOrders(orders: readonly Order[]): Order[] {
  const sales = orders.filter(({ kind }) => kind === 'sale')
  const firsts = new Map<string, Order>()
  for (const order of sales) {
    const first = firsts.get(order.customer)
    if (first === undefined || order.date < first.date) firsts.set(order.customer, order)
  }
  return [...firsts.values()].filter(inQuarter)
}

function isLargeEnough({ amount }: Order): boolean {
  return compareAmounts(amount, newCustomerMinimum) >= 0
}

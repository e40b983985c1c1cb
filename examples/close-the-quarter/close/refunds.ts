import { compareAmounts, periodOf, subtract } from 'sales-rules'
import { totalOf } from '../exact.js'
import { groupBy } from '../groupBy.js'
import { type Company, valuesOf } from '../read/company.js'
import type { Order } from '../read/orders.js'
import { inQuarter } from './sales.js'

/** A month in which a rep's refunds are larger than the sales: legal, and worth a look. */
export interface RefundNote {
  readonly rep: string
  readonly month: string
  readonly sales: string
  readonly refunds: string
}

export function noteRefunds(company: Company): RefundNote[] {
  const orders = valuesOf(company.orders).filter(inQuarter)
  const months = groupBy(orders, ({ rep, date }) => `${rep} ${periodOf(date, 'month')}`)
  return [...months].flatMap(([key, own]) => {
    const [rep = '', month = ''] = key.split(' ')
    const [sales, refunds] = [amountOf(own, 'sale'), amountOf(own, 'refund')]
    const refunded = subtract('0', refunds)
    return compareAmounts(sales, refunded) < 0 ? [{ rep, month, sales, refunds: refunded }] : []
  })
}

function amountOf(orders: readonly Order[], kind: Order['kind']): string {
  return totalOf(orders.filter((order) => order.kind === kind).map(({ amount }) => amount))
}

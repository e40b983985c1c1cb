import { periodOf } from 'sales-rules'
import { fromUnits, sum, toUnits } from '../exact.js'
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
    return sales + refunds < 0n
      ? [{ rep, month, sales: fromUnits(sales), refunds: fromUnits(-refunds) }]
      : []
  })
}

function amountOf(orders: readonly Order[], kind: Order['kind']): bigint {
  return sum(orders.filter((order) => order.kind === kind).map(({ amount }) => toUnits(amount)))
}

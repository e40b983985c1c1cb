import * as write from '../../kernel/number/write.js'
import type { OrderLine } from '../lines/orders.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type Log, listOf } from './log.js'
import { isNothing, isPlain, type RefundOfOrder, sumRefunds, type Totals } from './totals.js'
import type { CommissionTotals, PendingOrder } from './types.js'
import { writeNotCounted } from './writeMoney.js'

/** Running totals as plain JSON, to be stored and sent. */
export function writeTotals(totals: Totals, plan: ExactPlan): CommissionTotals {
  const { lines, sums, dates, orders, refunded, converted, notCounted } = totals
  const json: CommissionTotals = {
    lines,
    sales: write.decimal(sums.sales),
    ...(isPlain(plan) || isNothing(totals)
      ? {}
      : { bases: sums.bases.map((parts) => parts.map(write.decimal)) }),
    ...(dates === null ? {} : { dates }),
  }
  writeLater(json, 'orders', orders, (entries) => entries.map(writeOrder))
  writeLater(json, 'refunded', refunded, (entries) => [...sumRefunds(entries)].map(writeRefunded))
  writeLater(json, 'converted', converted, (entries) => [...entries])
  writeLater(json, 'notCounted', notCounted, (entries) => writeNotCounted(entries, plan))
  return Object.freeze(json)
}

/**
 * What is kept line by line is written when somebody looks at it: most totals are added to at once, and to write all of it each time
 * would make of n lines n × n.
 */
function writeLater<Entry>(
  json: CommissionTotals,
  key: keyof CommissionTotals,
  log: Log<Entry>,
  writeAll: (entries: readonly Entry[]) => unknown,
): void {
  if (log.length === 0) return
  let value: unknown
  const get = () => {
    value ??= writeAll(listOf(log))
    return value
  }
  Object.defineProperty(json, key, { get, enumerable: true })
}

function writeOrder({
  id,
  sales,
  given: { order, customer, firstOrder, newMarket },
}: OrderLine): PendingOrder {
  return {
    line: id,
    sales: write.decimal(sales),
    ...(order === undefined ? {} : { order }),
    ...(customer === undefined ? {} : { customer }),
    ...(firstOrder === undefined ? {} : { firstOrder }),
    ...(newMarket === undefined ? {} : { newMarket }),
  }
}

function writeRefunded([line, sales]: RefundOfOrder) {
  return { line, sales: write.decimal(sales) }
}

import type { AccountPeriod } from './account.js'

/** What a line says of its order, as far as that matters here. */
interface Said {
  readonly order?: unknown
  readonly customer?: unknown
  readonly firstOrder?: unknown
}

/** Whether a period may have lines of one of these orders, or another first order of one of these customers. */
export function sharesOrders(
  lines: readonly (Said | undefined)[],
): (period: AccountPeriod) => boolean {
  const names = new Set(lines.flatMap(namesOf))
  return ({ read }) => (read.sales.lines ?? []).flatMap(namesOf).some((name) => names.has(name))
}

/** The order, and the customer unless the line denies that it is a first order: another line may say so. */
function namesOf(line: Said | undefined): string[] {
  const { order = null, customer = null, firstOrder } = line ?? {}
  const isFirst = firstOrder === true || (order !== null && firstOrder !== false)
  return [
    ...(order === null ? [] : [`order ${String(order)}`]),
    ...(customer === null || !isFirst ? [] : [`customer ${String(customer)}`]),
  ]
}

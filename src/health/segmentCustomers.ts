import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import { computeRfm, type ExactRfm, readOrders, readRfm } from './exactRfm.js'
import type { RfmOptions, RfmOrder, RfmScore, RfmSegments } from './types.js'

/**
 * Shares out all customers between segments, by the scores of {@link scoreRfm}, and says how many and how much each segment has. An order that is
 * wrong is left out, and named in `issues`; the others go on.
 *
 * @throws SalesRulesError for options that are wrong, and `VALUE_INVALID` for what is no list.
 *
 * @example
 * ```ts
 * import { segmentCustomers } from 'sales-rules'
 *
 * const orders = [
 *   { customer: 'Acme', date: '2026-06-30', amount: 100 },
 *   { customer: 'Beta', date: '2026-01-15', amount: 80 },
 *   { customer: 'Core', date: '2026-07-01', amount: 80 },
 * ]
 * const result = segmentCustomers(orders, { asOf: '2026-06-30' })
 * result.segments.filter(({ customers }) => customers > 0).map(({ segment, amount }) => [segment, amount])
 * // => [['about-to-sleep', '100'], ['hibernating', '80']]
 * result.issues.map(({ code, path }) => [code, path]) // => [['DATES_OUT_OF_ORDER', ['orders', 2, 'date']]]
 * ```
 */
export function segmentCustomers(orders: readonly RfmOrder[], options: RfmOptions): RfmSegments {
  const exact = readRfm(options)
  const issues: Issue[] = []
  const ofRows: Issue[] = []
  const known = readOrders(orders, exact, { path: ['orders'], issues, ofRows })
  issue.refuseIfAny(issues)
  const customers = computeRfm(known, exact)
  const amounts = amountsBySegment(known, customers)
  return {
    asOf: exact.asOf,
    bins: exact.bins,
    customers,
    segments: writeSegments(customers, amounts, exact),
    issues: ofRows,
  }
}

/** What the customers of each segment have bought together. */
function amountsBySegment(
  orders: readonly { readonly customer: string; readonly amount: fraction.Fraction }[],
  customers: readonly RfmScore[],
): ReadonlyMap<string, fraction.Fraction> {
  const segments = new Map(customers.map(({ customer, segment }) => [customer, segment] as const))
  const amounts = new Map<string, fraction.Fraction>()
  for (const { customer, amount } of orders) {
    const segment = segments.get(customer) ?? ''
    amounts.set(segment, fraction.add(amounts.get(segment) ?? fraction.ZERO, amount))
  }
  return amounts
}

function writeSegments(
  customers: readonly RfmScore[],
  amounts: ReadonlyMap<string, fraction.Fraction>,
  { segments }: ExactRfm,
): RfmSegments['segments'] {
  return [...new Set(segments.map(({ id }) => id))].map((segment) => {
    const within = customers.filter((one) => one.segment === segment)
    return {
      segment,
      customers: within.length,
      orders: within.reduce((count, { orders }) => count + orders, 0),
      amount: write.decimal(amounts.get(segment) ?? fraction.ZERO),
    }
  })
}

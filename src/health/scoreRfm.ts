import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import { computeRfm, readOrders, readRfm } from './exactRfm.js'
import type { RfmOptions, RfmOrder, RfmScore } from './types.js'

/**
 * Scores customers by how recently, how often and for how much they ordered, from 1 to 5, and names their segment. The better, the higher.
 *
 * By quantiles a score is 1 + ⌊bins × the share of customers who are strictly worse⌋, so that equal customers have equal scores, which fifths
 * of sorted rows do not give; where `bounds` are given, it is that of the best bound reached. An order of the day itself is 0 days old. An amount below 0
 * is a refund: it lowers the value, and is no order. The usual ten segments look at recency and frequency; segments of your own must have each
 * combination of scores once. Where orders may be wrong and the others should go on, use {@link segmentCustomers}.
 *
 * @throws SalesRulesError with all that is wrong: `DATES_OUT_OF_ORDER` for an order after `asOf`, `DATE_INVALID`, `NUMBER_INVALID`, `OUT_OF_ORDER`
 *   for bounds, `POLICY_CONFLICT` for segments that overlap or leave something out.
 *
 * @example Two customers who ordered once, and one who orders often
 * ```ts
 * import { scoreRfm } from 'sales-rules'
 *
 * const orders = [
 *   { customer: 'Acme', date: '2026-06-30', amount: 100 },
 *   { customer: 'Acme', date: '2026-05-02', amount: 300 },
 *   { customer: 'Beta', date: '2026-01-15', amount: '80.50' },
 *   { customer: 'Core', date: '2026-04-01', amount: 80.5 },
 * ]
 * const [acme, beta, core] = scoreRfm(orders, { asOf: '2026-06-30', bins: 5 })
 * acme // => { customer: 'Acme', recency: 4, frequency: 4, monetary: 4, segment: 'loyal', daysSince: 0, orders: 2, amount: '400' }
 * beta?.recency // => 1
 * beta?.frequency // => 1
 * beta?.monetary // => 1
 * core?.recency // => 2
 * core?.frequency // => 1
 * core?.monetary // => 1
 * ```
 */
export function scoreRfm(orders: readonly RfmOrder[], options: RfmOptions): RfmScore[] {
  const exact = readRfm(options)
  const issues: Issue[] = []
  const known = readOrders(orders, exact, { path: ['orders'], issues, ofRows: issues })
  issue.refuseIfAny(issues)
  return computeRfm(known, exact)
}

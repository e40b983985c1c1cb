import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { Clawback } from '../plan/terms.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { NO_CLAWBACK } from './issues.js'
import { type ReadSale, readCancelledSales } from './readCancelledSales.js'
import type { CancelledSale, ClawbackEntry, CommissionClawback } from './types.js'

/**
 * What cancelled sales give back of the commission that was paid for them, as the plan's clawback says: all of it, all of it within a
 * time, or the part of a time that was still to come.
 *
 * Use it for sales whose statement was right when it was paid; for lines that were wrong use {@link restateCommission}. Each line of the
 * outcome can be given to {@link settleCommission} as an adjustment.
 *
 * A sale that is cancelled in parts has a row for each, and all of them are given each time, with what was taken back before. Parts are
 * rounded together: whatever is cancelled in the end has given back what was paid for it, and never more. A row that cannot be read, or
 * that cancels more than is left, is set aside in `notCounted`, and the others go on.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` when the plan has no clawback; `VALUE_INVALID` for something else than a list;
 *   `POLICY_NOT_DEFINED`.
 *
 * @example A contract of a year, cancelled after 73 of its 365 days: four fifths come back
 * ```ts
 * import { clawBack, defineCommissionPlan } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   clawback: { kind: 'pro-rata', within: { length: 12, unit: 'month' } },
 * })
 * const sale = { id: 'O-1', commission: '500.00', soldOn: '2026-01-01', cancelledOn: '2026-03-15' }
 * const { lines, total } = clawBack([sale], plan)
 * total // => '-400.00'
 * lines.map(({ share, elapsedDays, until }) => [share, elapsedDays, until]) // => [['0.8', 73, '2026-12-31']]
 * ```
 *
 * @example A window of 90 days: all of it on the last day, nothing on the day after
 * ```ts
 * import { clawBack, defineCommissionPlan } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   clawback: { kind: 'window', within: { length: 90, unit: 'day' } },
 * })
 * const sold = { commission: '500.00', soldOn: '2026-01-01' }
 * const sales = [
 *   { ...sold, id: 'O-1', cancelledOn: '2026-04-01' },
 *   { ...sold, id: 'O-2', cancelledOn: '2026-04-02' },
 * ]
 * clawBack(sales, plan).lines.map(({ amount }) => amount) // => ['-500.00', '0.00']
 * ```
 */
export function clawBack(
  sales: readonly CancelledSale[],
  plan: DefinedCommissionPlan,
): CommissionClawback {
  const exact = exactPlan(plan)
  const { clawback } = exact
  if (clawback === undefined) return issue.refuse(NO_CLAWBACK, [], {})
  const { sales: read, notCounted } = readCancelledSales(sales, clawback, exact)
  const entries: { readonly line: ClawbackEntry; readonly amount: Fraction }[] = []
  const balances = openBalances(read)
  for (const sale of read) {
    const before = balances.get(sale.id) ?? NOTHING
    const part = partOf(sale, clawback)
    const due = fraction.add(before.due, fraction.multiply(sale.commission, part.share))
    const taken = fraction.larger(before.taken, fraction.round(due, exact.rounding))
    balances.set(sale.id, { due, taken })
    const amount = fraction.subtract(before.taken, taken)
    entries.push({ line: writeEntry(sale, part, amount, exact), amount })
  }
  return {
    lines: entries.map(({ line }) => line),
    total: write.money(fraction.sum(entries.map(({ amount }) => amount)), exact.currency),
    currency: exact.currency,
    notCounted,
    policy: exact.reference,
  }
}

/** Of one sale: what its cancellations so far give back, exactly, and what was taken. */
interface Balance {
  readonly due: Fraction
  readonly taken: Fraction
}

const NOTHING: Balance = { due: fraction.ZERO, taken: fraction.ZERO }

/** What was taken back before for a sale is deducted from all of its cancellations, whichever row says so. */
function openBalances(sales: readonly ReadSale[]): Map<string, Balance> {
  const balances = new Map<string, Balance>()
  for (const { id, takenBefore } of sales) {
    const { taken } = balances.get(id) ?? NOTHING
    balances.set(id, { due: fraction.ZERO, taken: fraction.add(taken, takenBefore) })
  }
  return balances
}

interface Part {
  /** Of what was paid for the sale, what this cancellation gives back. */
  readonly share: Fraction
  readonly elapsed: number
  readonly until: string | null
}

/** The last day of a window still gives back all of it; the time that a sale had to last is over on its last day. */
function partOf({ soldOn, cancelledOn, share, end }: ReadSale, { kind }: Clawback): Part {
  const elapsed = time.daysBetween(soldOn, cancelledOn)
  if (end === null) return { share, elapsed, until: null }
  if (kind === 'window')
    return { share: cancelledOn <= end ? share : fraction.ZERO, elapsed, until: end }
  const length = time.daysBetween(soldOn, end)
  const left = { n: BigInt(Math.max(0, length - elapsed)), d: BigInt(length) }
  return { share: fraction.multiply(share, left), elapsed, until: time.addDays(end, -1) }
}

function writeEntry(sale: ReadSale, part: Part, amount: Fraction, plan: ExactPlan): ClawbackEntry {
  return {
    id: sale.id,
    amount: write.money(amount, plan.currency),
    currency: plan.currency,
    share: write.decimal(part.share),
    elapsedDays: part.elapsed,
    until: part.until,
  }
}

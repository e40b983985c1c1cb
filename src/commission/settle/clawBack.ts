import * as issue from '../../kernel/input/issue.js'
import * as decimal from '../../kernel/number/decimal.js'
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
 * time, the part of a time that was still to come, in days or in months, or a share by steps.
 *
 * Use it for sales whose statement was right when it was paid; for lines that were wrong use {@link restateCommission}. Each line of the
 * outcome can be given to {@link settleCommission} as an adjustment.
 *
 * A sale that is cancelled in parts has a row for each, and all of them are given each time, with what was taken back before. Parts are
 * rounded together: whatever is cancelled in the end has given back what was paid for it, and never more. A row that cannot be read, or
 * that cancels more than is left, is set aside in `notCounted`, and the others go on; one with a key that nothing reads is refused.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` when the plan has no clawback; `VALUE_INVALID` for something else than a list;
 *   `UNKNOWN_KEY`; `POLICY_NOT_DEFINED`.
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
 *
 * @example Nine months paid in advance, and the policy lapses in the fourth: five of nine come back
 * ```ts
 * import { clawBack, defineCommissionPlan } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'USD',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   clawback: { kind: 'months', months: 9 },
 * })
 * const policy = { id: 'P-1', commission: '612.00', soldOn: '2026-01-10', cancelledOn: '2026-04-25' }
 * clawBack([policy], plan).total // => '-340.00'
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

/** The last day of a window, and of a step, still gives back its share; the time that a sale had to last is over on its last day. */
function partOf(sale: ReadSale, clawback: Clawback): Part {
  const { soldOn, cancelledOn, share, ends } = sale
  const elapsed = time.daysBetween(soldOn, cancelledOn)
  const end = ends.at(-1)
  if (end === undefined) return { share, elapsed, until: null }
  const hasLast = clawback.kind === 'window' || clawback.kind === 'steps'
  return {
    share: fraction.multiply(share, givenBack(sale, end, clawback)),
    elapsed,
    until: hasLast ? end : time.addDays(end, -1),
  }
}

/** Of the commission on what is cancelled, the part that comes back. */
function givenBack(
  { soldOn, cancelledOn, ends }: ReadSale,
  end: string,
  clawback: Clawback,
): Fraction {
  switch (clawback.kind) {
    case 'full':
      return fraction.ONE
    case 'window':
      return cancelledOn <= end ? fraction.ONE : fraction.ZERO
    case 'pro-rata':
      return partLeft(time.daysBetween(soldOn, cancelledOn), time.daysBetween(soldOn, end))
    case 'months':
      return partLeft(monthsInForce(soldOn, cancelledOn, clawback.inForce), clawback.months)
    case 'steps': {
      const step = clawback.steps[ends.findIndex((last) => cancelledOn <= last)]
      return decimal.knownOrNull(step?.share) ?? fraction.ZERO
    }
  }
}

function partLeft(over: number, length: number): Fraction {
  return { n: BigInt(Math.max(0, length - over)), d: BigInt(length) }
}

/** A month of a sale ends on the day of the next month on which it was made, or on the last day of that month if it has none. */
function monthsInForce(soldOn: string, cancelledOn: string, counts: 'started' | 'whole'): number {
  const months = monthNumber(cancelledOn) - monthNumber(soldOn)
  const end = time.addMonths(soldOn, months)
  if (counts === 'started') return cancelledOn > end ? months + 1 : months
  return cancelledOn < end ? months - 1 : months
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
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

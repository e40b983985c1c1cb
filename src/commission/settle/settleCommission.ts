import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { writeStatement } from '../statement/writeStatement.js'
import { earnByPeriod, type PeriodEarnings } from './earnByPeriod.js'
import { dropSettled, earnByProgress, type Progress } from './earnByProgress.js'
import { NO_PAYMENT_TERMS } from './issues.js'
import { type PaidOut, payOut } from './payOut.js'
import type { Balance } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import { readSettlement } from './readSettlement.js'
import type { SettledPeriod, Settlement, SettlementInput } from './types.js'
import { withoutFollowed } from './withoutFollowed.js'
import { writeBalance } from './writeBalance.js'

/**
 * What one payee is paid, period by period, under the plan's payment terms.
 *
 * The commission of each period is earned first: on its own, or as the year-to-date commission less what the year earned before
 * (true-up); as soon as it is booked, or in proportion to what was invoiced or collected. Then, in this order: a guarantee tops it
 * up; a part of what was earned is held back and earlier parts are released; adjustments and what was carried over are added; an
 * advance fills up what is missing and is recovered from later earnings, by whatever plan; an amount below the minimum payout is
 * carried over. Nobody is paid less than nothing: what would be negative is carried over.
 *
 * Everything earned is paid, or stands in the closing balance: paid + held back + carried − draw owed = opening + earned + adjusted
 * + guarantees. A settlement can open with what the one before closed with, and then pays what one settlement of all periods would.
 *
 * An invoice or a payment that names no line, or more than is open, is set aside in `notCounted`, and the others go on.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` when the plan has no payment terms, or does not pay on what is given;
 *   `PERIODS_NOT_CONSECUTIVE`, `PERIOD_NOT_CLOSED`, `COEFFICIENT_CHANGED`; `VALUE_MISSING` for sales without lines where the plan
 *   pays on invoices or cash; `CURRENCY_MIXED` for an adjustment in another currency; and what {@link calculateCommission} refuses.
 *
 * @example A recoverable draw of 2,000 a month
 * ```ts
 * import { defineCommissionPlan, settleCommission } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   payment: { draw: { amount: '2000', kind: 'recoverable' } },
 * })
 * const settlement = settleCommission(
 *   {
 *     payee: 'E-7',
 *     periods: [
 *       { period: '2026-01', sales: '5000' },
 *       { period: '2026-02', sales: '30000' },
 *       { period: '2026-03', sales: '40000' },
 *     ],
 *   },
 *   plan,
 * )
 * settlement.periods.map(({ earned, drawn, recovered, paid }) => [earned, drawn, recovered, paid])
 * // => [['500.00', '1500.00', '0.00', '2000.00'], ['3000.00', '0.00', '1000.00', '2000.00'], ['4000.00', '0.00', '500.00', '3500.00']]
 * settlement.closing.draw // => '0.00'
 * ```
 *
 * @example Paid as the customer pays
 * ```ts
 * import { defineCommissionPlan, settleCommission } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({
 *   currency: 'EUR',
 *   scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] },
 *   payment: { on: 'collected' },
 * })
 * const settlement = settleCommission(
 *   {
 *     payee: 'E-7',
 *     periods: [
 *       { period: '2026-01', lines: [{ id: 'O-1', amount: '900' }] },
 *       { period: '2026-02', lines: [] },
 *     ],
 *     collected: [
 *       { line: 'O-1', period: '2026-01', amount: '300' },
 *       { line: 'O-1', period: '2026-02', amount: '600' },
 *     ],
 *   },
 *   plan,
 * )
 * settlement.periods.map(({ paid }) => paid) // => ['30.00', '60.00']
 * ```
 */
export function settleCommission(input: SettlementInput, plan: DefinedCommissionPlan): Settlement {
  const exact = exactPlan(plan)
  const { payment } = exact
  if (payment === null) return issue.refuse(NO_PAYMENT_TERMS, [], {})
  const read = readSettlement(input, payment, exact)
  const steps: Step[] = []
  let balance = read.opening
  for (const [index, period] of read.periods.entries()) {
    const step = settleOne(period, read.rows[index] ?? [], balance, exact)
    steps.push(step)
    balance = step.balance
  }
  const total = (of: (step: Step) => Fraction) =>
    write.money(fraction.sum(steps.map(of)), exact.currency)
  return {
    payee: read.payee,
    currency: exact.currency,
    periods: steps.map((step) => writePeriod(step, exact)),
    earned: total(({ earned }) => earned),
    adjusted: total(({ period }) => period.adjusted),
    paid: total(({ paid }) => paid),
    closing: writeBalance(balance, exact),
    notCounted: [...read.notCounted, ...steps.flatMap(({ notCounted }) => notCounted)],
    terms: payment,
    policy: exact.reference,
  }
}

interface Step extends PaidOut {
  readonly period: ReadPeriod
  readonly earned: Fraction
  readonly commission: PeriodEarnings['commission']
  readonly notCounted: Settlement['notCounted']
  readonly balance: Balance
}

function settleOne(
  given: ReadPeriod,
  rows: readonly ProgressRow[],
  before: Balance,
  plan: ExactPlan,
): Step {
  const { lines } = before
  if (isNewYear(before, given)) dropSettled(lines)
  const { period, notCounted } = withoutFollowed(given, lines)
  const earnings = earnByPeriod(period, before.year, plan)
  const progress = { lines, rows, before: earnings.year.paid }
  const payable = becomePayable(earnings, period, progress, plan)
  const paid = payOut(payable.amount, period, before, plan)
  const settled = { from: before.settled?.from ?? period.at, to: period.at }
  return {
    ...paid,
    period,
    earned: payable.amount,
    commission: earnings.commission,
    notCounted: [...notCounted, ...payable.notCounted],
    balance: { ...paid.open, settled, year: { ...earnings.year, paid: payable.paid }, lines },
  }
}

/** At the turn of the year, lines that are settled leave: nothing that happens in the new year changes their share. */
function isNewYear({ settled }: Balance, { at }: ReadPeriod): boolean {
  return settled !== undefined && time.yearOf(settled.to) !== time.yearOf(at)
}

/** What is booked is payable at once; where the plan waits for invoices or cash, the lines are followed. */
function becomePayable(
  earnings: PeriodEarnings,
  period: ReadPeriod,
  progress: Progress,
  plan: ExactPlan,
) {
  if (plan.payment?.on === 'booked') return { amount: earnings.amount, notCounted: [], paid: null }
  return earnByProgress(earnings, period, progress, plan)
}

function writePeriod(step: Step, plan: ExactPlan): SettledPeriod {
  const money = (amount: Fraction) => write.money(amount, plan.currency)
  return {
    period: step.period.period.name,
    earned: money(step.earned),
    adjusted: money(step.period.adjusted),
    heldBack: money(step.heldBack),
    released: money(step.released),
    drawn: money(step.drawn),
    guaranteed: money(step.guaranteed),
    recovered: money(step.recovered),
    paid: money(step.paid),
    carried: money(step.open.carried),
    drawOwed: money(step.open.draw),
    statement: writeStatement(step.commission, plan),
  }
}

import { refuse } from '../../kernel/input/issue.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import * as time from '../../kernel/time/time.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { CommissionPlan, DefinedCommissionPlan } from '../plan/types.js'
import { type Earned, earnByPeriod } from './earnByPeriod.js'
import { earnByProgress, withoutSettled } from './earnByProgress.js'
import { type PaidOut, payOut } from './payOut.js'
import type { Balance, Followed } from './readBalance.js'
import type { ProgressRow } from './readProgress.js'
import { type ReadPeriod, type ReadSettlement, readSettlement } from './readSettlement.js'
import type { SettledPeriod, Settlement, SettlementInput } from './types.js'
import { withoutFollowed } from './withoutFollowed.js'
import { writeBalance } from './writeBalance.js'

/**
 * What one payee is paid, period by period, under the plan's payment terms.
 *
 * The commission of each period is earned first: on its own, or as the year-to-date commission less what the year earned before
 * (true-up); as soon as it is booked, or in proportion to what was invoiced or collected. Then, in this order: a part is held back
 * and earlier parts are released; adjustments and what was carried over are added; a draw fills up what is missing and is recovered
 * from later earnings; an amount below the minimum payout is carried over. Nobody is paid less than nothing: what would be negative
 * is carried over.
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
  defined.check(plan, 'CommissionPlan')
  const { payment } = plan
  if (payment === undefined) {
    const reason =
      'the plan has no "payment", so there is nothing to settle by. Add its terms, or pay the statements as they are.'
    return refuse('POLICY_CONFLICT', [], { reason }, reason)
  }
  const given = readSettlement(input, plan, payment)
  const periods: SettledPeriod[] = []
  const notCounted = [...given.notCounted]
  let balance = given.opening
  for (const period of given.periods) {
    const step = settleOne(period, given, balance, payment, plan)
    periods.push(describe(step, plan))
    notCounted.push(...step.notCounted)
    balance = step.balance
  }
  const money = (amount: Fraction) => write.money(amount, plan.currency)
  return {
    payee: given.payee,
    currency: plan.currency,
    periods,
    earned: money(fraction.sum(periods.map(({ earned }) => decimal.known(earned)))),
    adjusted: money(fraction.sum(periods.map(({ adjusted }) => decimal.known(adjusted)))),
    paid: money(fraction.sum(periods.map(({ paid }) => decimal.known(paid)))),
    closing: writeBalance(balance, payment, plan),
    notCounted,
    terms: payment,
    policy: defined.reference(plan),
  }
}

interface Step extends PaidOut {
  readonly period: ReadPeriod
  readonly earned: Fraction
  readonly statement: Earned['statement']
  readonly notCounted: Settlement['notCounted']
  readonly balance: Balance
}

function settleOne(
  given: ReadPeriod,
  { payee, rows }: ReadSettlement,
  before: Balance,
  terms: PaymentTerms,
  plan: DefinedCommissionPlan,
): Step {
  const followed = stillFollowed(before, given)
  const { period, notCounted } = withoutFollowed(given, followed)
  const earned = earnByPeriod(period, payee, before.year, terms, plan)
  const payable = becomePayable(earned, period, followed, rows, terms, plan)
  const from = before.settled?.from ?? period.at
  const sinceFirst = period.at.position - from.position
  const paid = payOut(payable.amount, period, sinceFirst, before, terms, plan)
  const balance = {
    ...paid.open,
    settled: { from, to: period.at },
    year: earned.year,
    lines: payable.lines,
  }
  return {
    ...paid,
    period,
    earned: payable.amount,
    statement: earned.statement,
    notCounted: [...notCounted, ...payable.notCounted],
    balance,
  }
}

/** At the turn of the year, lines that are settled leave: nothing that happens in the new year changes their share. */
function stillFollowed({ settled, lines }: Balance, { at }: ReadPeriod): Followed {
  const isSameYear = settled === undefined || time.yearOf(settled.to) === time.yearOf(at)
  return isSameYear ? lines : withoutSettled(lines)
}

/** What is booked is payable at once; where the plan waits for invoices or cash, the lines are followed. */
function becomePayable(
  earned: Earned,
  period: ReadPeriod,
  lines: Followed,
  rows: readonly ProgressRow[],
  { on }: PaymentTerms,
  plan: DefinedCommissionPlan,
) {
  if (on === 'booked') return { amount: earned.amount, lines, notCounted: [] }
  const own = rows.filter(({ to }) => period.from <= to && to <= period.to)
  return earnByProgress(earned, period, lines, own, plan)
}

function describe(step: Step, plan: CommissionPlan): SettledPeriod {
  const money = (amount: Fraction) => write.money(amount, plan.currency)
  return {
    period: step.period.name,
    earned: money(step.earned),
    adjusted: money(step.period.adjusted),
    heldBack: money(step.heldBack),
    released: money(step.released),
    drawn: money(step.drawn),
    guaranteed: money(step.guaranteed),
    recovered: money(step.recovered),
    paid: money(step.paid),
    carried: money(step.balance.carried),
    drawOwed: money(step.balance.draw),
    statement: step.statement,
  }
}

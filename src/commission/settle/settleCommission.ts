import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { Commission } from '../earn/computeCommission.js'
import { yearOf } from '../lines/periods.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { writeStatement } from '../statement/writeStatement.js'
import { type AccountYear, leavingAt, periodsOf, turnTo } from './account.js'
import { applyCorrections, type ChangedPeriod, type Corrected } from './applyCorrections.js'
import { guarantee } from './computeAgain.js'
import { drawIn } from './drawIn.js'
import { earnAccount } from './earnAccount.js'
import { dropSettled, type PartDue } from './earnByProgress.js'
import { exactTerms } from './exactTerms.js'
import { type Handed, handedMore } from './handedParts.js'
import { NO_PAYMENT_TERMS, YEAR_NOT_TRUED_UP } from './issues.js'
import { computePayout, type ReadPayout, sumPayouts, writePayout } from './payIn.js'
import { type PaidOut, payOut } from './payOut.js'
import { planOfBalance } from './planOfBalance.js'
import type { Balance } from './readBalance.js'
import type { Plans, ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import { readSettlement } from './readSettlement.js'
import { refuseClawedBackBefore, refuseRefundedToo } from './refuseTakenTwice.js'
import { setAside } from './setAside.js'
import type {
  HandedOver,
  PlanChange,
  SettledAdjustment,
  SettledPeriod,
  Settlement,
  SettlementInput,
} from './types.js'
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
 *   `PERIODS_NOT_CONSECUTIVE`, `PERIOD_NOT_CLOSED`, `PLAN_CHANGED`, `PERIODS_TO_RESTATE`; `VALUE_MISSING` for sales without lines where the plan
 *   pays on invoices or cash, and for the plan of a corrected period (`earlierPlans`); `CURRENCY_MIXED` for an adjustment in another currency; and what {@link calculateCommission} refuses.
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
  const ofCompany = exactPlan(plan)
  const { payment } = ofCompany
  if (payment === null) return issue.refuse(NO_PAYMENT_TERMS, [], {})
  const read = readSettlement(input, ofCompany)
  const { plan: exact, plans } = read
  const steps: Step[] = []
  let balance = read.opening
  for (const [index, period] of read.periods.entries()) {
    const isFinal = read.isFinal && index === read.periods.length - 1
    const rows = read.rows[index] ?? []
    const step = settleOne(
      { period, rows, isFinal, planChange: read.planChange, plans },
      balance,
      exact,
    )
    steps.push(step)
    balance = step.balance
  }
  const total = (of: (step: Step) => Fraction) =>
    write.money(fraction.sum(steps.map(of)), exact.currency)
  const payouts = steps.map(({ out, period }) => computePayout(out.paid, period.payIn, exact))
  return {
    payee: read.payee,
    currency: exact.currency,
    periods: steps.map((step, index) =>
      writePeriod(step, { payee: read.payee, payout: payouts[index] ?? null }, exact),
    ),
    earned: total(({ earned }) => earned),
    adjusted: total(({ adjusted }) => adjusted),
    paid: total(({ out }) => out.paid),
    ...sumPayouts(payouts.filter((one) => one !== null)),
    closing: writeBalance(balance, read.payee, exact),
    notCounted: [...read.notCounted, ...steps.flatMap(({ notCounted }) => notCounted)],
    terms: payment,
    policy: exact.reference,
  }
}

interface Step {
  readonly period: ReadPeriod
  readonly out: PaidOut
  readonly guaranteed: Fraction
  readonly earned: Fraction
  readonly adjusted: Fraction
  readonly cut: Fraction
  readonly changes: readonly ChangedPeriod[]
  readonly adjustments: readonly SettledAdjustment[]
  readonly parts: readonly PartDue[]
  readonly handed: readonly Handed[]
  readonly commission: Commission
  readonly notCounted: Settlement['notCounted']
  readonly balance: Balance
}

interface ToSettle {
  readonly period: ReadPeriod
  readonly rows: readonly ProgressRow[]
  readonly isFinal: boolean
  readonly planChange: PlanChange | null
  readonly plans: Plans
}

function settleOne(
  { period, rows, isFinal, planChange, plans }: ToSettle,
  before: Balance,
  plan: ExactPlan,
): Step {
  const { lines } = before
  const opened = turnTo(yearOf(period.period, plan), before.account)
  if (opened !== before.account) {
    dropSettled(lines)
    refuseUntrued(before.account.year, period)
  }
  const account = { ...opened, year: withBefore(opened.year, period) }
  refuseClawedBackBefore(period, periodsOf(account))
  const corrected = applyCorrections(account, period, { lines, plan, plans })
  const change = isOtherPlan(before, plan) ? (planChange ?? 'continue') : null
  const { lastYear } = corrected.account
  const coming = { read: period, rows, change, byHand: null, isFinal, lastYear }
  const earned = earnAccount(corrected.account.year, coming, lines, plan)
  refuseRefundedToo(period, periodsOf({ lastYear, year: earned.year }), plan)
  const leaving = leavingAt(account.year, isFinal)
  const sumOf = (of: (one: ChangedPeriod) => Fraction) => fraction.sum(corrected.changes.map(of))
  const guaranteed = sumOf((one) => one.guaranteed)
  const adjusted = fraction.sum([
    sumOf(({ is, was }) => fraction.subtract(is, was)),
    ...corrected.outside.map(({ amount }) => amount),
    period.adjustments.amount,
  ])
  const drawFrom = drawFromOf(before, period, plan)
  const opening = { ...before, drawFrom }
  const extra = fraction.add(adjusted, guaranteed)
  const out = payOut(earned.period.due, { of: period, adjusted: extra, leaving }, opening, plan)
  const to = { ...period.period, ...period.at }
  const settled = { from: before.settled?.from ?? to, to }
  const promised = leaving === 'after' ? null : guaranteeOf(opening, period, plan)
  const last = guarantee({ ...earned.period, guarantee: promised })
  const year = { ...earned.year, periods: [...earned.year.periods.slice(0, -1), last] }
  return {
    period,
    out,
    guaranteed: fraction.add(out.guaranteed, guaranteed),
    earned: last.due,
    adjusted,
    cut: fraction.add(last.cut, fraction.subtract(last.earned, last.capped)),
    changes: corrected.changes,
    adjustments: adjustmentsOf(period, corrected),
    parts: earned.parts,
    handed: handedMore([...earned.period.handed, ...corrected.handed], []),
    commission: earned.commission,
    notCounted: setAside(earned, period, plan),
    balance: {
      held: out.open.held,
      carried: out.open.carried,
      draw: out.open.draw,
      drawFrom,
      joined: before.joined,
      settled,
      account: { ...corrected.account, year },
      plan: planOfBalance(plan.json),
      lines,
    },
  }
}

/** A company's own period cannot know that it was the last of its year where the next is longer: what it still owes would be lost. */
function refuseUntrued({ periods }: AccountYear, { path }: ReadPeriod): void {
  const last = periods.at(-1)
  if (last === undefined || last.read.period.unit !== 'own' || fraction.isZero(last.owed)) return
  issue.refuse(YEAR_NOT_TRUED_UP, [...path, 'period'], { id: last.read.period.name })
}

/** Since when the plan's draw has counted. An advance and a guarantee count apart, and a plan without one ends the count. */
function drawFromOf(
  { drawFrom, account }: Balance,
  { at }: ReadPeriod,
  { payment }: ExactPlan,
): Balance['drawFrom'] {
  if (!payment?.draw) return undefined
  const last = periodsOf(account).at(-1)
  const wasGuarantee = last !== undefined && last.guarantee !== null
  const isGuarantee = payment.draw.kind === 'non-recoverable'
  return last !== undefined && wasGuarantee !== isGuarantee ? at : (drawFrom ?? at)
}

/** What the plan guarantees the period, whatever it earns; null where it guarantees nothing. */
function guaranteeOf(since: Balance, period: ReadPeriod, plan: ExactPlan): Fraction | null {
  const { payment } = plan
  const draw = payment && exactTerms(payment).draw
  return draw?.kind === 'non-recoverable' ? drawIn(draw, period, since, plan).amount : null
}

/** What a year sold before its first period that is settled here. */
function withBefore(year: AccountYear, { before }: ReadPeriod): AccountYear {
  return before === null ? year : { ...year, before }
}

/** A balance that does not say its plan goes on by the one at hand. */
function isOtherPlan({ plan: before, account }: Balance, { json }: ExactPlan): boolean {
  const { id, digest } = planOfBalance(json)
  if (before !== null) return before.id !== id || before.digest !== digest
  const known = periodsOf(account).at(-1)?.plan ?? digest
  return known !== digest
}

/** What is paid as it was given; what corrects a period of the account stands in its corrections, and an amount by hand in both. */
function adjustmentsOf({ adjustments }: ReadPeriod, { outside }: Corrected): SettledAdjustment[] {
  return adjustments.given.flatMap(({ given, correction }): SettledAdjustment[] => {
    if (correction === null || outside.includes(correction)) return [given]
    return correction.from === null ? [{ ...given, inCorrections: true }] : []
  })
}

/** Whose a period is, and what it is paid out as. */
interface PaidTo {
  readonly payee: string
  readonly payout: ReadPayout | null
}

function writePeriod(step: Step, { payee, payout }: PaidTo, plan: ExactPlan): SettledPeriod {
  const { out } = step
  const money = (amount: Fraction) => write.money(amount, plan.currency)
  return {
    period: step.period.period.name,
    earned: money(step.earned),
    cut: money(step.cut),
    adjusted: money(step.adjusted),
    corrections: step.changes.map(({ period, was, is, guaranteed }) => ({
      period,
      was: money(was),
      is: money(is),
      guaranteed: money(guaranteed),
    })),
    adjustments: step.adjustments,
    ...(plan.payment?.parts && { parts: writeParts(step, plan) }),
    ...(step.handed.length > 0 && { handedOver: writeHanded(payee, step, plan) }),
    heldBack: money(out.heldBack),
    released: money(out.released),
    drawn: money(out.drawn),
    guaranteed: money(step.guaranteed),
    recovered: money(out.recovered),
    paid: money(out.paid),
    ...(payout && { payout: writePayout(payout) }),
    carried: money(out.open.carried),
    drawOwed: money(out.open.draw),
    statement: writeStatement(step.commission, plan),
  }
}

/** What was paid of which part of which line. */
function writeParts({ parts }: Step, { currency }: ExactPlan): NonNullable<SettledPeriod['parts']> {
  return parts
    .filter(({ amount }) => !fraction.isZero(amount))
    .map((one) => ({ ...one, amount: write.money(one.amount, currency) }))
}

/** What belongs to others of it, as an adjustment of theirs. */
function writeHanded(
  by: string,
  { handed }: Pick<Step, 'handed'>,
  { currency }: ExactPlan,
): HandedOver[] {
  return handed.map(({ line, payee, amount }) => ({
    id: `${by}/${line}`,
    payee,
    amount: write.money(amount, currency),
    currency,
    reason: `commission on ${line}, handed over`,
    by,
  }))
}

import {
  add,
  compare,
  currencyDecimals,
  type Fraction,
  isNegative,
  known,
  multiply,
  negate,
  referTo,
  refuse,
  requireDefined,
  roundFraction,
  smaller,
  subtract,
  sum,
  writePadded,
  ZERO,
} from '../kernel/inside.js'
import { type EarnedPeriod, earnByPeriod } from './earnByPeriod.js'
import type {
  CommissionPlan,
  DefinedCommissionPlan,
  PaymentTerms,
  SettledPeriod,
  Settlement,
  SettlementInput,
} from './types.js'

/**
 * What one payee is paid, period by period, under the plan's payment terms.
 *
 * The commission of each period is earned first: on its own, or as the year-to-date commission less what the year earned before
 * (true-up). Then, in this order: a part is held back and earlier parts are released; what was carried over is added; a draw fills up
 * what is missing and is recovered from later earnings; an amount below the minimum payout is carried over. Nobody is paid less
 * than nothing: what would be negative is carried over.
 *
 * Everything earned is paid, or stands in the closing balances: paid + held back + carried − draw owed = earned + guarantees.
 *
 * @throws SalesRulesError `POLICY_CONFLICT` when the plan has no payment terms; `PERIODS_NOT_CONSECUTIVE`,
 *   `COEFFICIENT_CHANGED`, and what {@link calculateCommission} refuses.
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
 */
export function settleCommission(input: SettlementInput, plan: DefinedCommissionPlan): Settlement {
  requireDefined(plan, 'CommissionPlan')
  const { payment } = plan
  if (payment === undefined) {
    const reason =
      'the plan has no "payment", so there is nothing to settle by. Add its terms, or pay the statements as they are.'
    return refuse('POLICY_CONFLICT', [], { reason }, reason)
  }
  const earned = earnByPeriod(input, plan, payment.accrual)
  const periods: SettledPeriod[] = []
  let state: State = { held: [], carried: ZERO, draw: ZERO }
  for (const [index, one] of earned.periods.entries()) {
    const step = settleOne(one, index, state, payment, plan)
    periods.push(write(one, step, plan))
    state = step.state
  }
  const money = (amount: Fraction) => writePadded(amount, currencyDecimals(plan.currency) ?? 0)
  return {
    payee: earned.payee,
    currency: plan.currency,
    periods,
    earned: money(sum(earned.periods.map((one) => one.earned))),
    paid: money(sum(periods.map(({ paid }) => known(paid)))),
    closing: {
      held: money(sum(state.held.map(({ amount }) => amount))),
      carried: money(state.carried),
      draw: money(state.draw),
    },
    policy: referTo(plan),
  }
}

/** What a payee is owed, and owes, between two periods. */
interface State {
  /** Parts held back, and the position of the period in which each is released. */
  readonly held: readonly { readonly amount: Fraction; readonly release: number }[]
  readonly carried: Fraction
  /** Advances not yet recovered. */
  readonly draw: Fraction
}

interface Step {
  readonly heldBack: Fraction
  readonly released: Fraction
  readonly drawn: Fraction
  readonly guaranteed: Fraction
  readonly recovered: Fraction
  readonly paid: Fraction
  readonly state: State
}

function settleOne(
  { earned }: EarnedPeriod,
  index: number,
  before: State,
  terms: PaymentTerms,
  plan: CommissionPlan,
): Step {
  const heldBack = holdBack(earned, terms, plan)
  const released = sum(
    before.held.filter(({ release }) => release <= index).map(({ amount }) => amount),
  )
  const stillHeld = before.held.filter(({ release }) => release > index)
  const release = index + (terms.holdback?.releaseAfter ?? 0)
  const held = heldBack.n === 0n ? stillHeld : [...stillHeld, { amount: heldBack, release }]
  const available = sum([earned, negate(heldBack), released, before.carried])
  const draw = applyDraw(available, index, before.draw, terms, plan)
  const payable = sum([available, draw.drawn, draw.guaranteed, negate(draw.recovered)])
  const paid = isPayable(payable, terms) ? payable : ZERO
  const owed = subtract(add(before.draw, draw.drawn), draw.recovered)
  return {
    heldBack,
    released,
    ...draw,
    paid,
    state: { held, carried: subtract(payable, paid), draw: owed },
  }
}

/** A share of what was earned, in whole cents; nothing of a period that earned nothing. */
function holdBack(
  earned: Fraction,
  { holdback }: PaymentTerms,
  { rounding }: CommissionPlan,
): Fraction {
  if (holdback === undefined || earned.n <= 0n) return ZERO
  return roundFraction(multiply(earned, known(holdback.share)), rounding)
}

/** A draw fills up to its amount; what it advanced is recovered from later earnings, as far as the terms allow. */
function applyDraw(
  available: Fraction,
  index: number,
  owed: Fraction,
  { draw }: PaymentTerms,
  { rounding }: CommissionPlan,
) {
  const nothing = { drawn: ZERO, guaranteed: ZERO, recovered: ZERO }
  if (draw === undefined) return nothing
  const over = subtract(available, known(draw.amount))
  if (isNegative(over)) {
    const lacking = negate(over)
    return draw.kind === 'recoverable'
      ? { ...nothing, drawn: lacking }
      : { ...nothing, guaranteed: lacking }
  }
  if (index < draw.recoverAfter) return nothing
  const share = multiply(available, known(draw.recoverAtMost))
  const limit = roundFraction(share, { mode: 'down', decimals: rounding.decimals })
  const source = draw.recoverFrom === 'above-draw' ? over : available
  return { ...nothing, recovered: smaller(owed, smaller(limit, source)) }
}

function isPayable(payable: Fraction, { minimumPayout }: PaymentTerms): boolean {
  if (isNegative(payable)) return false
  return minimumPayout === undefined || compare(payable, known(minimumPayout)) >= 0
}

function write(
  { period, earned, statement }: EarnedPeriod,
  step: Step,
  plan: CommissionPlan,
): SettledPeriod {
  const money = (amount: Fraction) => writePadded(amount, currencyDecimals(plan.currency) ?? 0)
  return {
    period,
    earned: money(earned),
    heldBack: money(step.heldBack),
    released: money(step.released),
    drawn: money(step.drawn),
    guaranteed: money(step.guaranteed),
    recovered: money(step.recovered),
    paid: money(step.paid),
    carried: money(step.state.carried),
    drawOwed: money(step.state.draw),
    statement,
  }
}

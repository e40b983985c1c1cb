import type { DecimalInput, Issue } from '../../kernel/index.js'
import { refuse, refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import { type PayoutCurve, payoutCurveOf, segmentFrom } from '../earn/payoutCurve.js'
import { readFacts } from '../lines/readInput.js'
import { soldAsFigure } from '../lines/sold.js'
import type {
  CommissionFacts,
  CommissionPlan,
  DefinedCommissionPlan,
  SalesForCommission,
} from '../types.js'
import { writeBase } from './writeMoney.js'
import { stateCommission } from './writeStatement.js'

/**
 * What must be sold to earn an amount: the smallest sales whose commission, before rounding, is at least that. The inverse of
 * {@link calculateCommission}.
 *
 * @throws SalesRulesError `COMMISSION_UNREACHABLE` when no sales earn so much, with the highest amount and what stops it;
 *   `PLAN_NEEDS_LINES` where the plan looks at each line; `TARGET_MISSING`, `NUMBER_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { handbook, salesForCommission } from 'sales-rules'
 *
 * salesForCommission('50000', handbook.commission, { target: '1200000' }).sales // => '1500000.00'
 * ```
 *
 * @example Below the target nothing is paid, so the target itself is what must be sold
 * ```ts
 * import { handbook, salesForCommission } from 'sales-rules'
 *
 * salesForCommission('100', handbook.commission, { target: '1200000' }).sales // => '1200000.00'
 * ```
 */
export function salesForCommission(
  amount: DecimalInput,
  plan: DefinedCommissionPlan,
  facts: CommissionFacts = {},
): SalesForCommission {
  defined.check(plan, 'CommissionPlan')
  const issues: Issue[] = []
  const wanted =
    read.decimal(amount, ['amount'], issues, { minimum: fraction.ZERO }) ?? fraction.ZERO
  refuseIfAny(issues)
  const known = readFacts(facts, plan)
  const line = payoutCurveOf(known, plan)
  const sales = smallestSales(wanted, line, salesDecimals(plan))
  if (sales === undefined) return refuseUnreachable(wanted, line, known, plan)
  return {
    sales: writeBase(sales, plan),
    statement: stateCommission(soldAsFigure(sales, plan), known, plan),
  }
}

/** Sales are money with the currency's decimals, or whole units. */
function salesDecimals({ scale, currency }: CommissionPlan): number {
  return scale.thresholds === 'units' ? 0 : (currencies.decimalsOf(currency) ?? 0)
}

/** Goes up the line, bend by bend and along each straight part, to the first sales that can be written and earn enough. */
function smallestSales(
  wanted: Fraction,
  { pay, bends }: PayoutCurve,
  decimals: number,
): Fraction | undefined {
  const isEnough = (sales: Fraction) => fraction.compare(pay(sales), wanted) >= 0
  for (const [index, bend] of bends.entries()) {
    const next = bends[index + 1]
    if (isWritable(bend, decimals) && isEnough(bend)) return bend
    const { start, slope } = segmentFrom(bend, next, pay)
    const lacking = fraction.subtract(wanted, start)
    if (lacking.n > 0n && slope.n <= 0n) continue
    const reached = lacking.n > 0n ? fraction.add(bend, fraction.divide(lacking, slope)) : bend
    const sales = fraction.larger(ceiling(reached, decimals), after(bend, decimals))
    if (next === undefined || fraction.compare(sales, next) < 0) return sales
  }
  return undefined
}

function ceiling(value: Fraction, decimals: number): Fraction {
  return fraction.round(value, { mode: 'ceiling', decimals })
}

function isWritable(value: Fraction, decimals: number): boolean {
  return fraction.compare(ceiling(value, decimals), value) === 0
}

/** The first sales above a bend. */
function after(bend: Fraction, decimals: number): Fraction {
  const floor = fraction.round(bend, { mode: 'floor', decimals })
  return fraction.add(floor, { n: 1n, d: floor.d })
}

/** Says what the highest amount is, and whether it is the caps or the scale that stops there. */
function refuseUnreachable(
  wanted: Fraction,
  line: PayoutCurve,
  facts: ReturnType<typeof readFacts>,
  plan: CommissionPlan,
): never {
  const { cap: _, ...uncapped } = plan
  const isCapped =
    plan.cap !== undefined &&
    smallestSales(wanted, payoutCurveOf(facts, uncapped), salesDecimals(plan)) !== undefined
  const amount = write.decimal(wanted)
  const highest = write.money(highestOf(line), plan.currency)
  const reason = isCapped ? 'cap' : 'scale'
  const stop = isCapped ? 'the cap of the plan' : 'its scale, which ends'
  const text = `got ${amount}, and no sales earn so much by this plan: the highest amount is ${highest}, because of ${stop}.`
  return refuse('COMMISSION_UNREACHABLE', ['amount'], { amount, highest, reason }, text)
}

/** The most that the line comes to; past its last bend it is flat, or it would reach any amount. */
function highestOf({ pay, bends }: PayoutCurve): Fraction {
  let highest = fraction.ZERO
  for (const [index, bend] of bends.entries()) {
    const { start, slope } = segmentFrom(bend, bends[index + 1], pay)
    const next = bends[index + 1]
    const end =
      next === undefined
        ? start
        : fraction.add(start, fraction.multiply(slope, fraction.subtract(next, bend)))
    highest = [pay(bend), start, end].reduce(fraction.larger, highest)
  }
  return highest
}

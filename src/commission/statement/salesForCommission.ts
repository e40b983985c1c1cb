import type { DecimalInput, Issue } from '../../kernel/index.js'
import {
  add,
  compare,
  currencyDecimals,
  divide,
  type Fraction,
  larger,
  multiply,
  readDecimal,
  refuse,
  refuseIfAny,
  requireDefined,
  roundFraction,
  subtract,
  writeDecimal,
  writeMoney,
  ZERO,
} from '../../kernel/inside.js'
import { readFacts } from '../lines/readInput.js'
import { soldAsFigure } from '../lines/sold.js'
import { type PayoutCurve, payoutCurveOf, segmentFrom } from '../earn/payoutCurve.js'
import { stateCommission } from './writeStatement.js'
import { writeBase } from './writeMoney.js'
import type {
  CommissionFacts,
  CommissionPlan,
  DefinedCommissionPlan,
  SalesForCommission,
} from '../types.js'

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
  requireDefined(plan, 'CommissionPlan')
  const issues: Issue[] = []
  const wanted = readDecimal(amount, ['amount'], issues, { minimum: ZERO }) ?? ZERO
  refuseIfAny(issues)
  const read = readFacts(facts, plan)
  const line = payoutCurveOf(read, plan)
  const sales = smallestSales(wanted, line, salesDecimals(plan))
  if (sales === undefined) return refuseUnreachable(wanted, line, read, plan)
  return {
    sales: writeBase(sales, plan),
    statement: stateCommission(soldAsFigure(sales, plan), read, plan),
  }
}

/** Sales are money with the currency's decimals, or whole units. */
function salesDecimals({ scale, currency }: CommissionPlan): number {
  return scale.thresholds === 'units' ? 0 : (currencyDecimals(currency) ?? 0)
}

/** Goes up the line, bend by bend and along each straight part, to the first sales that can be written and earn enough. */
function smallestSales(
  wanted: Fraction,
  { pay, bends }: PayoutCurve,
  decimals: number,
): Fraction | undefined {
  const isEnough = (sales: Fraction) => compare(pay(sales), wanted) >= 0
  for (const [index, bend] of bends.entries()) {
    const next = bends[index + 1]
    if (isWritable(bend, decimals) && isEnough(bend)) return bend
    const { start, slope } = segmentFrom(bend, next, pay)
    const lacking = subtract(wanted, start)
    if (lacking.n > 0n && slope.n <= 0n) continue
    const reached = lacking.n > 0n ? add(bend, divide(lacking, slope)) : bend
    const sales = larger(ceiling(reached, decimals), after(bend, decimals))
    if (next === undefined || compare(sales, next) < 0) return sales
  }
  return undefined
}

function ceiling(value: Fraction, decimals: number): Fraction {
  return roundFraction(value, { mode: 'ceiling', decimals })
}

function isWritable(value: Fraction, decimals: number): boolean {
  return compare(ceiling(value, decimals), value) === 0
}

/** The first sales above a bend. */
function after(bend: Fraction, decimals: number): Fraction {
  const floor = roundFraction(bend, { mode: 'floor', decimals })
  return add(floor, { n: 1n, d: floor.d })
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
  const amount = writeDecimal(wanted)
  const highest = writeMoney(highestOf(line), plan.currency)
  const reason = isCapped ? 'cap' : 'scale'
  const stop = isCapped ? 'the cap of the plan' : 'its scale, which ends'
  const text = `got ${amount}, and no sales earn so much by this plan: the highest amount is ${highest}, because of ${stop}.`
  return refuse('COMMISSION_UNREACHABLE', ['amount'], { amount, highest, reason }, text)
}

/** The most that the line comes to; past its last bend it is flat, or it would reach any amount. */
function highestOf({ pay, bends }: PayoutCurve): Fraction {
  let highest = ZERO
  for (const [index, bend] of bends.entries()) {
    const { start, slope } = segmentFrom(bend, bends[index + 1], pay)
    const next = bends[index + 1]
    const end = next === undefined ? start : add(start, multiply(slope, subtract(next, bend)))
    highest = [pay(bend), start, end].reduce(larger, highest)
  }
  return highest
}

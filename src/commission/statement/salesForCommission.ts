import type { DecimalInput, Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { computeCommission } from '../earn/computeCommission.js'
import { type PayoutCurve, payoutCurveOf, segmentFrom } from '../earn/payoutCurve.js'
import { ceiling, firstAbove, salesDecimals } from '../earn/writableSales.js'
import { COMMISSION_UNREACHABLE } from '../issues.js'
import { countFigure } from '../lines/countSales.js'
import { type ReadFacts, readFacts } from '../lines/readFacts.js'
import type { CommissionFacts } from '../lines/types.js'
import { type ExactCap, type ExactPlan, exactPlan, NO_CAP_ON_AMOUNTS } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { SalesForCommission } from './types.js'
import { writeBase } from './writeMoney.js'
import { writeStatement } from './writeStatement.js'

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
  const exact = exactPlan(plan)
  const issues: Issue[] = []
  const bounds = { minimum: fraction.ZERO }
  const wanted = read.within(amount, ['amount'], issues, bounds) ?? fraction.ZERO
  issue.refuseIfAny(issues)
  const known = readFacts(facts, exact)
  const curve = payoutCurveOf(known, exact)
  const sales = smallestSales(wanted, curve, salesDecimals(exact))
  if (sales === undefined) return refuseUnreachable(wanted, curve, known, exact)
  return {
    sales: writeBase(sales, exact),
    statement: writeStatement(computeCommission(countFigure(sales, exact), known, exact), exact),
  }
}

/** Goes up the curve, breakpoint by breakpoint and along each straight part, to the first sales that can be written and earn enough. */
function smallestSales(
  wanted: Fraction,
  { pay, breakpoints }: PayoutCurve,
  decimals: number,
): Fraction | undefined {
  const isEnough = (sales: Fraction) => fraction.compare(pay(sales), wanted) >= 0
  for (const [index, point] of breakpoints.entries()) {
    const next = breakpoints[index + 1]
    if (isWritable(point, decimals) && isEnough(point)) return point
    const { start, slope } = segmentFrom(point, next, pay)
    const lacking = fraction.subtract(wanted, start)
    if (lacking.n > 0n && slope.n <= 0n) continue
    const reached = lacking.n > 0n ? fraction.add(point, fraction.divide(lacking, slope)) : point
    const sales = fraction.larger(ceiling(reached, decimals), firstAbove(point, decimals))
    if (next === undefined || fraction.compare(sales, next) < 0) return sales
  }
  return undefined
}

function isWritable(value: Fraction, decimals: number): boolean {
  return fraction.compare(ceiling(value, decimals), value) === 0
}

const NO_CAP: ExactCap = { base: null, rate: null, line: null, ...NO_CAP_ON_AMOUNTS }

/** Says what the highest amount is, and whether it is the caps or the scale that stops there. */
function refuseUnreachable(
  wanted: Fraction,
  curve: PayoutCurve,
  facts: ReadFacts,
  plan: ExactPlan,
): never {
  const uncapped = payoutCurveOf(facts, { ...plan, cap: NO_CAP })
  const isCapped = smallestSales(wanted, uncapped, salesDecimals(plan)) !== undefined
  return issue.refuse(COMMISSION_UNREACHABLE, ['amount'], {
    amount: write.decimal(wanted),
    highest: write.money(highestOf(curve), plan.currency),
    reason: isCapped ? 'cap' : 'scale',
  })
}

/** The most that the curve comes to; past its last breakpoint it is flat, or it would reach any amount. */
function highestOf({ pay, breakpoints }: PayoutCurve): Fraction {
  let highest = fraction.ZERO
  for (const [index, point] of breakpoints.entries()) {
    const { start, slope } = segmentFrom(point, breakpoints[index + 1], pay)
    const next = breakpoints[index + 1]
    const end =
      next === undefined
        ? start
        : fraction.add(start, fraction.multiply(slope, fraction.subtract(next, point)))
    highest = [pay(point), start, end].reduce(fraction.larger, highest)
  }
  return highest
}

import type { DecimalInput, Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { ordered, type PayoutCurve, payoutCurveOf, segmentFrom } from '../earn/payoutCurve.js'
import { toPayable } from '../earn/toPayable.js'
import { readFacts } from '../lines/readFacts.js'
import type { CommissionFacts } from '../lines/types.js'
import { type ExactPlan, exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import type { CommissionCurve, CurvePoint } from './types.js'
import { writeBase, writeUnits } from './writeMoney.js'

/**
 * The payout curve of a plan: every breakpoint, where it bends or jumps, from sales of 0 upward. Between two points it is straight.
 *
 * Draw it by joining the points: from (`sales`, `amount`) to the next point's (`sales`, `below`). It shows what a plan rewards: a point
 * whose `amount` is less than its `below` is a cliff, where selling more pays less.
 *
 * @throws SalesRulesError `TARGET_MISSING` where the plan needs a target; `PLAN_NEEDS_LINES` where it looks at each
 *   line; `POLICY_NOT_DEFINED`, `NUMBER_INVALID`.
 *
 * @example With a target of 1,200,000, nothing is paid below it; then 4% and 5% on what more is sold
 * ```ts
 * import { commissionCurve, handbook } from 'sales-rules'
 *
 * const curve = commissionCurve(handbook.commission, { target: '1200000' })
 * curve.points.map(({ sales, below, amount, rate }) => [sales, below, amount, rate])
 * // => [['0.00', '0.00', '0.00', '0'], ['1200000.00', '0.00', '38000.00', '0.04'], ['2000000.00', '70000.00', '70000.00', '0.05']]
 * ```
 */
export function commissionCurve(
  plan: DefinedCommissionPlan,
  facts: CommissionFacts & { readonly upTo?: DecimalInput } = {},
): CommissionCurve {
  const exact = exactPlan(plan)
  const issues: Issue[] = []
  const { upTo = null, ...others } = read.record(facts ?? {}, ['facts'], issues) ?? {}
  const end = upTo === null ? undefined : read.positive(upTo, ['upTo'], issues)
  issue.refuseIfAny(issues)
  const curve = payoutCurveOf(readFacts(others, exact), exact)
  return {
    currency: plan.currency,
    points: pointsOf(curve, end).map((one) => writePoint(one, exact)),
  }
}

/** A breakpoint, with what is paid on both sides of it. */
interface Point {
  readonly sales: Fraction
  readonly below: Fraction
  readonly amount: Fraction
  readonly above: Fraction
  readonly slope: Fraction
}

/** Each breakpoint up to an end; one where nothing changes is left out, but for the first and the end. */
function pointsOf({ pay, breakpoints }: PayoutCurve, end: Fraction | undefined): Point[] {
  const all = end === undefined ? breakpoints : ordered([...breakpoints, end])
  let below = fraction.ZERO
  let slopeBefore: Fraction | null = null
  return all.flatMap((sales, index) => {
    const next = all[index + 1]
    const { start, slope } = segmentFrom(sales, next, pay)
    const point = { sales, below, amount: pay(sales), above: start, slope }
    const isSmooth =
      fraction.compare(point.amount, below) === 0 && fraction.compare(start, below) === 0
    const isStraight = slopeBefore !== null && fraction.compare(slope, slopeBefore) === 0
    if (next !== undefined)
      below = fraction.add(start, fraction.multiply(slope, fraction.subtract(next, sales)))
    slopeBefore = slope
    const order = end === undefined ? -1 : fraction.compare(sales, end)
    return order > 0 || (order < 0 && isSmooth && isStraight) ? [] : [point]
  })
}

function writePoint({ sales, below, amount, above, slope }: Point, plan: ExactPlan): CurvePoint {
  const writePaid = (paid: Fraction) => writeUnits(toPayable(paid, plan), plan)
  return {
    sales: writeBase(sales, plan),
    below: writePaid(below),
    amount: writePaid(amount),
    above: writePaid(above),
    rate: write.decimal(slope),
  }
}

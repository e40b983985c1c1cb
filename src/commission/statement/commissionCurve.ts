import type { DecimalInput, Issue } from '../../kernel/index.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import { ordered, type PayoutFunction, payoutCurveOf, segmentFrom } from '../earn/payoutCurve.js'
import { readFacts } from '../lines/readInput.js'
import type {
  CommissionCurve,
  CommissionFacts,
  CommissionPlan,
  CurvePoint,
  DefinedCommissionPlan,
} from '../types.js'
import { writeBase, writeUnits } from './writeMoney.js'

/**
 * The pay line of a plan: every point where it bends or jumps, from sales of 0 upward. Between two points it is straight.
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
  defined.check(plan, 'CommissionPlan')
  const issues: Issue[] = []
  const { upTo, ...others } = read.record(facts ?? {}, ['facts'], issues) ?? {}
  const above = { minimum: fraction.ZERO, above: true }
  const end = upTo === undefined ? undefined : read.decimal(upTo, ['upTo'], issues, above)
  refuseIfAny(issues)
  const { pay, bends } = payoutCurveOf(readFacts(others, plan), plan)
  return { currency: plan.currency, points: describe(bends, end, pay, plan) }
}

function describe(
  bends: readonly Fraction[],
  end: Fraction | undefined,
  line: PayoutFunction,
  plan: CommissionPlan,
): CurvePoint[] {
  const { decimals, mode } = plan.rounding
  const writePaid = (amount: Fraction) => writeUnits(fraction.toUnits(amount, decimals, mode), plan)
  return bendsWithLimits(bends, end, line).map(({ bend, below, at, above, slope }) => ({
    sales: writeBase(bend, plan),
    below: writePaid(below),
    amount: writePaid(at),
    above: writePaid(above),
    rate: write.decimal(slope),
  }))
}

/** Each bend up to an end, with what is paid on both sides of it; one where nothing changes is left out, but for the first and the end. */
function bendsWithLimits(
  all: readonly Fraction[],
  end: Fraction | undefined,
  line: PayoutFunction,
) {
  const bends = end === undefined ? all : ordered([...all, end])
  let below = fraction.ZERO
  let slopeBefore: Fraction | null = null
  return bends.flatMap((bend, index) => {
    const next = bends[index + 1]
    const { start, slope } = segmentFrom(bend, next, line)
    const point = { bend, below, at: line(bend), above: start, slope }
    const isSmooth = fraction.compare(point.at, below) === 0 && fraction.compare(start, below) === 0
    const isStraight = slopeBefore !== null && fraction.compare(slope, slopeBefore) === 0
    if (next !== undefined)
      below = fraction.add(start, fraction.multiply(slope, fraction.subtract(next, bend)))
    slopeBefore = slope
    const order = end === undefined ? -1 : fraction.compare(bend, end)
    return order > 0 || (order < 0 && isSmooth && isStraight) ? [] : [point]
  })
}

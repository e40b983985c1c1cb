import {
  type CommissionCurve,
  type CommissionFacts,
  commissionCurve,
  type DefinedCommissionPlan,
} from '../commission/index.js'
import {
  compareAmounts,
  type DecimalInput,
  type PolicyReference,
  subtract,
} from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'

type CurvePoint = CommissionCurve['points'][number]

/** Where a payout curve bends or jumps. */
export interface Kink {
  readonly sales: string
  /** `bend`: the rate changes. `jump`: more is paid at once. `cliff`: less is paid at once, so that selling more pays less. */
  readonly kind: 'bend' | 'cliff' | 'jump'
  /** What a further unit of sales pays before it and after it. */
  readonly rateBefore: string
  readonly rateAfter: string
  /** What is paid at once, below zero at a cliff. */
  readonly step: string
}

/** The payout curve of one plan. */
export interface PlanCurve {
  readonly policy: PolicyReference
  readonly currency: string
  /** As {@link commissionCurve} gives them: join (`sales`, `amount`) to the next point's (`sales`, `below`). */
  readonly points: readonly CurvePoint[]
  readonly kinks: readonly Kink[]
}

/**
 * The payout curves of several plans for the same facts, with every kink named, for one plot.
 *
 * @throws SalesRulesError as {@link commissionCurve} does, with the place of the plan.
 *
 * @example
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { curvesOf } from 'sales-rules/scenario'
 *
 * const [curve] = curvesOf([handbook.commission], { target: '1200000', upTo: '2500000' })
 * curve?.kinks.map(({ sales, kind, step }) => [sales, kind, step])
 * // => [['1200000.00', 'jump', '38000.00'], ['2000000.00', 'bend', '0.00']]
 * ```
 */
export function curvesOf(
  plans: readonly DefinedCommissionPlan[],
  facts: CommissionFacts & { readonly upTo?: DecimalInput } = {},
): PlanCurve[] {
  const issues: issue.Issue[] = []
  const given = read.array(plans, ['plans'], issues) ?? []
  issue.refuseIfAny(issues)
  return given.map((plan, index) =>
    issue.within(['plans', index], () => curveOf(plan as DefinedCommissionPlan, facts)),
  )
}

function curveOf(
  plan: DefinedCommissionPlan,
  facts: CommissionFacts & { readonly upTo?: DecimalInput },
): PlanCurve {
  const { currency, points } = commissionCurve(plan, facts)
  const { id, version } = plan
  const kinks = points.flatMap((point, index) => kinkAt(point, points[index - 1]) ?? [])
  return { policy: { id, version }, currency, points, kinks }
}

/** What happens at a point; nothing does at the origin, or where a curve is cut. */
function kinkAt(point: CurvePoint, before: CurvePoint | undefined): Kink | undefined {
  if (before === undefined) return undefined
  const { sales, below, above, rate } = point
  const side = compareAmounts(above, below)
  if (side === 0 && before.rate === rate) return undefined
  const kind = side < 0 ? 'cliff' : side > 0 ? 'jump' : 'bend'
  return { sales, kind, rateBefore: before.rate, rateAfter: rate, step: subtract(above, below) }
}

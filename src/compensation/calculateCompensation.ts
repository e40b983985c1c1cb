import { calculateCommission } from '../commission/index.js'
import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { takeCap, writeCap } from './exactCompensationCap.js'
import { type ExactCompensationPlan, exactCompensationPlan } from './exactCompensationPlan.js'
import {
  type ComputedComponent,
  componentRow,
  type Figures,
  noteFigures,
  type ReadRow,
  readRow,
  unitsOf,
  writeComponent,
} from './exactComponentInput.js'
import { COMPONENTS_MISSING } from './issues.js'
import type { Compensation, CompensationInput, DefinedCompensationPlan } from './types.js'

/**
 * What one payee is paid for a period by several components, each with everything it came from.
 *
 * A component is a commission of its own: on sales, on the score of an appraisal, or on what a table with two dimensions says. One with a
 * weight has that share of the payee's target incentive. They are computed in the order in which the plan has them, and what one has come
 * to, a later one may look at: its gate asks for `meetings.attainment`. The amounts of the components add up to the amount; what the cap of
 * the plan takes, it takes of all of them in proportion, to the cent.
 *
 * For one measure alone use {@link calculateCommission}; for bonuses and raises by grades {@link payConsequences}; from period to period
 * {@link settleCompensation}.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `VALUE_MISSING` for a component or the target incentive, `FACT_MISSING`, and what
 *   {@link calculateCommission} and {@link appraise} refuse, with the component in its path.
 *
 * @example 70% of 2,000 on meetings; 30% on conversions, once meetings are at 80%
 * ```ts
 * import { calculateCompensation, defineCompensationPlan } from 'sales-rules'
 *
 * const curve = {
 *   payout: 'of-target-incentive',
 *   scale: {
 *     mode: 'interpolated',
 *     thresholds: 'attainment',
 *     tiers: [{ id: 'to-target', upTo: '1', amount: '1' }, { id: 'above', upTo: null }],
 *   },
 * } as const
 * const plan = defineCompensationPlan({
 *   currency: 'EUR',
 *   components: [
 *     { id: 'meetings', weight: '0.7', commission: curve },
 *     {
 *       id: 'conversions',
 *       weight: '0.3',
 *       commission: {
 *         ...curve,
 *         gate: {
 *           conditions: { id: 'meetings.attainment', comparison: 'at-least', required: '0.8', unit: 'ratio' },
 *         },
 *       },
 *     },
 *   ],
 * })
 * const paid = (meetings: number) =>
 *   calculateCompensation(
 *     {
 *       targetIncentive: '2000',
 *       components: { meetings: { sales: meetings, target: 20 }, conversions: { sales: 6, target: 8 } },
 *     },
 *     plan,
 *   )
 * paid(16).amount // => '1570.00'
 * paid(15).components.map(({ id, amount }) => [id, amount]) // => [['meetings', '1050.00'], ['conversions', '0.00']]
 * paid(15).components[1]?.outcome.gate?.forgone // => '450.00'
 * ```
 *
 * @example A score of 75 pays three quarters of the incentive
 * ```ts
 * import { calculateCompensation, defineCompensationPlan } from 'sales-rules'
 *
 * const goals = { indicators: [{ id: 'launch', weight: 50 }, { id: 'hiring', weight: 50 }], missing: 'refuse' } as const
 * const plan = defineCompensationPlan({
 *   currency: 'EUR',
 *   components: [{ id: 'goals', weight: '1', appraisal: goals }],
 * })
 * const results = { launch: { actual: 1, target: 1 }, hiring: { actual: 2, target: 4 } }
 * calculateCompensation({ targetIncentive: '80000', components: { goals: { results } } }, plan).amount // => '60000.00'
 * ```
 */
export function calculateCompensation<Id extends string>(
  input: CompensationInput<NoInfer<Id>>,
  plan: DefinedCompensationPlan<Id>,
): Compensation {
  const exact = exactCompensationPlan(plan)
  if (exact.components.length === 0) issue.refuse(COMPONENTS_MISSING, ['components'], {})
  const issues: Issue[] = []
  const row = readRow(input, [], exact, issues)
  issue.refuseIfAny(issues)
  return writeCompensation(computeComponents(row, exact), row, exact)
}

/** A component that was computed, and what it comes to, in units of the currency. */
interface Computed extends ComputedComponent {
  readonly units: bigint
}

function computeComponents(row: ReadRow, { components, decimals }: ExactCompensationPlan) {
  const figures: Figures = new Map()
  return components.map((component): Computed => {
    const path = [...row.path, 'components', component.id]
    return issue.within(path, () => {
      const computed = componentRow(component, row, figures)
      const outcome = calculateCommission(computed.input, component.plan)
      noteFigures(component, computed, outcome, figures)
      return { ...computed, component, outcome, units: unitsOf(outcome.amount, decimals) }
    })
  })
}

function writeCompensation(
  computed: readonly Computed[],
  row: ReadRow,
  plan: ExactCompensationPlan,
): Compensation {
  const money = (units: bigint) => write.fixed(units, plan.decimals)
  const taken = takeCap(
    computed.map(({ units }) => units),
    row.incentive,
    plan,
  )
  const cuts = computed.map((_, index) => taken?.cuts[index] ?? 0n)
  const total = computed.reduce((sum, { units }) => sum + units, 0n) - (taken?.total ?? 0n)
  return {
    payee: row.payee,
    period: row.period && time.writeAnyPeriod(row.period),
    amount: money(total),
    currency: plan.currency,
    targetIncentive: row.incentive && write.money(row.incentive, plan.currency),
    components: computed.map((one, index) =>
      writeComponent(one, { paid: one.units - (cuts[index] ?? 0n), cut: cuts[index] ?? 0n }, plan),
    ),
    ...(taken && { cap: writeCap(taken, plan) }),
    policy: plan.policy,
    clauses: clausesOf(computed),
  }
}

function clausesOf(computed: readonly Computed[]): string[] {
  const all = computed.flatMap(({ outcome, appraisal }) => [
    ...outcome.clauses,
    ...(appraisal?.clauses ?? []),
  ])
  return [...new Set(all)]
}

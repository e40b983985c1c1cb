/** The parts of a plan that look at facts, of a payee or of a line. */
import type { CommissionPlan } from '../../commission/index.js'
import type { Condition, FactCondition } from '../../kernel/index.js'
import { factConditionsOf } from '../../policy/internal.js'

type Match = NonNullable<CommissionPlan['rates']>[number]['when']
type Multiplier = NonNullable<CommissionPlan['multipliers']>[number]

/** The conditions on what is known of a payee. */
export function conditionsOfPlan(plan: CommissionPlan): Condition[] {
  const { gate, accelerator, rates = [], awards = [] } = plan
  return [gate, accelerator, ...rates, ...awards].flatMap((part) => part?.conditions ?? [])
}

export function multipliersOf({ kpiMultiplier, multipliers = [] }: CommissionPlan): Multiplier[] {
  return [...(kpiMultiplier === undefined ? [] : [kpiMultiplier]), ...multipliers]
}

/** What lines are matched by. */
export function matchesOf(plan: CommissionPlan): Match[] {
  const { rates = [], factors = [], awards = [], eligibility } = plan
  return [...rates, ...factors, ...awards, ...(eligibility?.exclude ?? [])].flatMap(
    ({ when }) => when ?? [],
  )
}

/** The conditions on lines. */
export function conditionsOfLines(plan: CommissionPlan): FactCondition[] {
  return matchesOf(plan).flatMap(({ is }) => (is === undefined ? [] : factConditionsOf(is)))
}

/** What chooses the tier of a line, or the step of a factor, and where tiers and steps end. */
export interface LineMeasure {
  readonly name: string
  readonly ends: readonly string[]
}

/** The figures and facts of lines that tiers and factors go by. */
export function measuresOf(plan: CommissionPlan): LineMeasure[] {
  const { scale, measuredBy, rates = [], factors = [] } = plan
  const ofScales = [{ scale, measuredBy }, ...rates].flatMap((one) => {
    if (one.measuredBy === undefined) return []
    const name = typeof one.measuredBy === 'string' ? one.measuredBy : one.measuredBy.fact
    return [{ name, ends: endsIn(one.scale.tiers) }]
  })
  const ofFactors = factors.flatMap(({ by }) =>
    by === undefined ? [] : [{ name: by.fact, ends: endsIn(by.steps) }],
  )
  return [...ofScales, ...ofFactors]
}

function endsIn(steps: readonly { readonly upTo: string | null }[]): string[] {
  return steps.flatMap(({ upTo }) => upTo ?? [])
}

/** Where something begins or ends by a figure of lines, or by a fact that they say; undefined where nothing looks at it. */
export function edgesBy(name: string, plan: CommissionPlan): readonly string[] | undefined {
  const measures = measuresOf(plan).filter((one) => one.name === name)
  const conditions = conditionsOfLines(plan).filter((one) => one.id === name)
  if (measures.length + conditions.length === 0) return undefined
  const required = conditions.flatMap((one) => one.required).map(String)
  return [...measures.flatMap(({ ends }) => ends), ...required]
}

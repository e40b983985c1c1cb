/** The one seam between a what-if and the rules: how a policy computes one row, and what is compared of it. */

import type { PolicyReference } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import { A_SCENARIO_POLICY, FIGURE_TOO_LARGE } from './issues.js'
import { appraisalMeasure } from './kinds/appraisal.js'
import { commissionMeasure } from './kinds/commission.js'
import { compensationMeasure } from './kinds/compensation.js'
import { gradingMeasure } from './kinds/grading.js'
import { healthMeasure } from './kinds/health.js'
import { leadsMeasure } from './kinds/leads.js'
import type { Roster } from './roster.js'
import type { ScenarioPolicy } from './types.js'

/** One step of a derivation, as it is compared with that of the other policy. */
export interface DerivationStep {
  /** Where the kind of step comes in the derivation: of two that differ, the lower one comes first. */
  readonly rank: number
  readonly step: string
  readonly id: string | null
  /** Null where this policy has no such thing. */
  readonly value: string | null
  /** Says how other steps come about, and is compared only where the other derivation has it too. */
  readonly ifBoth?: true
  /** What it adds to the figure by itself; absent where only all steps without it say that together. */
  readonly adds?: Fraction
}

/** What a policy says of one row. */
export interface Measured {
  readonly figure: Fraction
  /** A tier, a shut gate, a band, a grade; null where the policy has no such thing. */
  readonly class: string | null
  /** The sales that it counts; null where it counts none. */
  readonly sales: Fraction | null
  /** How the figure came about. It is asked of rows whose figure has changed. */
  readonly steps: () => readonly DerivationStep[]
}

/** How a policy computes rows. */
export interface Measure {
  readonly kind: defined.PolicyKind
  readonly policy: PolicyReference
  /** A currency, `points`, `grades`. */
  readonly unit: string
  /** No figure has more. */
  readonly decimals: number
  /** Throws what is wrong with the input. */
  readonly compute: (input: unknown) => Measured
  /** The figures of all rows at batch speed, in units of the decimals; NaN where `compute` is to be asked. */
  readonly batch?: (roster: Roster) => Float64Array
}

/** How the policy computes rows; refuses one that says nothing of a row. */
export function measureOf(policy: unknown, path: issue.Path): Measure {
  const kind = issue.within(path, () => defined.kindOf(policy))
  const build = BUILD[kind]
  if (build === undefined)
    throw new issue.SalesRulesError([issue.invalid(policy, path, A_SCENARIO_POLICY)])
  return { kind, policy: defined.reference(policy as ScenarioPolicy), ...build(policy as never) }
}

const BUILD: {
  readonly [Kind in defined.PolicyKind]?: (policy: never) => Omit<Measure, 'kind' | 'policy'>
} = {
  AppraisalScheme: appraisalMeasure,
  CommissionPlan: commissionMeasure,
  CompensationPlan: compensationMeasure,
  GradingPolicy: gradingMeasure,
  HealthModel: healthMeasure,
  LeadModel: leadsMeasure,
}

/** A figure in units of so many decimals, which a number holds exactly; a larger one is refused. */
export function unitsOf(figure: Fraction, decimals: number): number {
  const units = Number(fraction.toUnits(figure, decimals, 'half-up'))
  if (Number.isSafeInteger(units)) return units
  return issue.refuse(FIGURE_TOO_LARGE, [], {
    given: String(units),
    minimum: null,
    maximum: `${Number.MAX_SAFE_INTEGER} units`,
  })
}

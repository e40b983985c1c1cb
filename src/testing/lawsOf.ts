import * as defined from '../kernel/policy/defined.js'
import type { DefinedSalesPolicy, SectionName } from '../policy/index.js'
import type { AnyLaw } from './law.js'
import { appraisalLaws } from './laws/appraisal.js'
import { careLaws } from './laws/care.js'
import { careerLaws } from './laws/careers.js'
import { commissionLaws } from './laws/commission.js'
import { compensationLaws } from './laws/compensation.js'
import { contestLaws } from './laws/contest.js'
import { gradingLaws } from './laws/grading.js'
import { healthLaws } from './laws/health.js'
import { leadLaws } from './laws/leads.js'
import { pipelineLaws } from './laws/pipeline.js'
import { rewardLaws } from './laws/rewards.js'
import { scaleLaws } from './laws/scale.js'
import { targetLaws } from './laws/targets.js'
import { calendarLaws, serviceLaws, workingHoursLaws } from './laws/time.js'
import type { ExemptLaw, FastCheck, Law, TestedPolicy } from './types.js'

/**
 * The laws of a policy, each ready for a test of your own: what holds for every policy, and what holds for most good ones.
 *
 * A whole document has the laws of each section of each version. What the policy itself decides otherwise, in a named field, is not among them:
 * {@link exemptLawsOf} has those, and why. Give fast-check as you import it; this entry loads none.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example Every law, as a test each: `for (const law of lawsOf(fc, plan)) it(law.name, () => fc.assert(law.property))`
 * ```ts
 * import fc from 'fast-check'
 * import { handbook } from 'sales-rules'
 * import { lawsOf } from 'sales-rules/testing'
 *
 * const laws = lawsOf(fc, handbook.commission)
 * for (const law of laws) fc.assert(law.property)
 * laws.filter((law) => law.of === 'policy').map((law) => law.name)[0] // => 'more sales never pay less'
 * ```
 */
export function lawsOf(fc: FastCheck, policy: TestedPolicy): readonly Law[] {
  return allLaws(fc, policy).filter((law) => !isExempt(law))
}

/**
 * The laws that a policy is exempt from, each with the field that decides otherwise. Ask for one all the same, to see what that decision does.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { handbook } from 'sales-rules'
 * import { exemptLawsOf } from 'sales-rules/testing'
 *
 * exemptLawsOf(fc, handbook.commission).map(({ name, because }) => [name, because])
 * // => [['no sale earns more than it brings in', 'gate.counts: once the gate opens, sales made before are paid too']]
 * ```
 */
export function exemptLawsOf(fc: FastCheck, policy: TestedPolicy): readonly ExemptLaw[] {
  return allLaws(fc, policy).filter(isExempt)
}

function isExempt(law: AnyLaw): law is ExemptLaw {
  return 'because' in law
}

/** By the kind of a policy, its laws: the compiler asks for those of a new kind. */
const LAWS: Readonly<
  Record<Exclude<defined.PolicyKind, 'Policy'>, (fc: FastCheck, policy: never) => AnyLaw[]>
> = {
  AppraisalScheme: appraisalLaws,
  Calendar: calendarLaws,
  CareerPolicy: careerLaws,
  CarePolicy: careLaws,
  CommissionPlan: commissionLaws,
  CompensationPlan: compensationLaws,
  ContestRules: contestLaws,
  GradingPolicy: gradingLaws,
  HealthModel: healthLaws,
  LeadModel: leadLaws,
  RewardPolicy: rewardLaws,
  SalesProcess: pipelineLaws,
  Scale: scaleLaws,
  ServiceStandards: serviceLaws,
  TargetPlan: targetLaws,
  WorkingHours: workingHoursLaws,
}

function allLaws(fc: FastCheck, policy: TestedPolicy): AnyLaw[] {
  const kind = defined.kindOf(policy)
  if (kind === 'Policy') return documentLaws(fc, policy as DefinedSalesPolicy<SectionName>)
  return LAWS[kind](fc, policy as never)
}

/** Of a document the laws of its sections, each under the names of the version and the section. */
function documentLaws(
  fc: FastCheck,
  { versions }: { readonly versions: readonly { readonly version: string }[] },
): AnyLaw[] {
  return versions.flatMap((one) =>
    Object.entries(one).flatMap(([section, policy]) => {
      if (!defined.isDefined(policy)) return []
      const name = (law: AnyLaw) => `${section} ${one.version}: ${law.name}`
      return allLaws(fc, policy as unknown as TestedPolicy).map((law) => ({
        ...law,
        name: name(law),
      }))
    }),
  )
}

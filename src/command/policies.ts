import type { Defined } from '../kernel/index.js'
import * as policy from '../policy/index.js'

/** The kinds of policy, as the sections of a document are named; each with what defines it, and keys that no other kind has. */
export const POLICIES = {
  appraisal: kind(['indicators'], policy.defineAppraisalScheme),
  calendar: kind(['weekend'], policy.defineCalendar),
  care: kind(['rhythms', 'packages', 'protection'], policy.defineCarePolicy),
  careers: kind(['ladders'], policy.defineCareerPolicy),
  commission: kind(['scale'], policy.defineCommissionPlan),
  compensation: kind(['components'], policy.defineCompensationPlan),
  contest: kind(['prizes', 'pot'], policy.defineContestRules),
  grading: kind(['grades'], policy.defineGradingPolicy),
  health: kind(['unansweredInARow', 'worstPart'], policy.defineHealthModel),
  leads: kind(['disqualifiers', 'highValueFrom'], policy.defineLeadModel),
  pipeline: kind(['stages'], policy.defineSalesProcess),
  policy: kind(['versions'], policy.definePolicy),
  rewards: kind(['equity', 'hallOfFame', 'allowances'], policy.defineRewardPolicy),
  scale: kind(['mode'], policy.defineScale),
  service: kind(['standards'], policy.defineServiceStandards),
  targets: kind(['measures', 'proration', 'signing'], policy.defineTargetPlan),
  workingHours: kind(['week'], policy.defineWorkingHours),
} as const

export type PolicyName = keyof typeof POLICIES

export const POLICY_NAMES = Object.keys(POLICIES) as readonly PolicyName[]

interface Kind {
  readonly signs: readonly string[]
  readonly define: (json: unknown) => Defined<object>
}

function kind(signs: readonly string[], define: (json: never) => Defined<object>): Kind {
  return { signs, define: define as Kind['define'] }
}

/** The kind of policy that a file is: by the schema that it names, or by a key that only one kind has. */
export function kindOfPolicy(json: unknown): PolicyName | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { $schema } = json as { $schema?: unknown }
  const named = typeof $schema === 'string' ? /([A-Za-z]+)\.json$/.exec($schema)?.[1] : undefined
  if (named !== undefined && Object.hasOwn(POLICIES, named)) return named as PolicyName
  const found = POLICY_NAMES.filter((name) =>
    POLICIES[name].signs.some((sign) => Object.hasOwn(json, sign)),
  )
  return found.length === 1 ? found[0] : undefined
}

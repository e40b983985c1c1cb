/** What defines policies, and takes them from documents. It loads zod, so that only those load it who are given a file. */
import { attempt, type Defined, type Issue } from '../kernel/index.js'
import * as policy from '../policy/index.js'
import { EXIT, Failure, usage } from './exit.js'
import type { PolicyName } from './policies.js'
import type { Voice } from './words.js'

type Define = (json: unknown) => Defined<object>

/** The define function of each kind. */
export const DEFINE = {
  appraisal: policy.defineAppraisalScheme,
  calendar: policy.defineCalendar,
  care: policy.defineCarePolicy,
  careers: policy.defineCareerPolicy,
  commission: policy.defineCommissionPlan,
  compensation: policy.defineCompensationPlan,
  contest: policy.defineContestRules,
  grading: policy.defineGradingPolicy,
  health: policy.defineHealthModel,
  leads: policy.defineLeadModel,
  pipeline: policy.defineSalesProcess,
  policy: policy.definePolicy,
  rewards: policy.defineRewardPolicy,
  scale: policy.defineScale,
  service: policy.defineServiceStandards,
  targets: policy.defineTargetPlan,
  workingHours: policy.defineWorkingHours,
} as unknown as Readonly<Record<PolicyName, Define>>

/** A policy file that is read: what it says, and how issues are told. */
export interface PolicyFile {
  readonly file: string
  readonly json: unknown
  readonly voice: Voice
}

/** Defines what a file says, or ends with all that is wrong with it. */
export function define(kind: PolicyName, { file, json, voice }: PolicyFile): Defined<object> {
  const defined = attempt(() => DEFINE[kind](json))
  if (defined.ok) return defined.value
  throw refusal(file, defined.issues, voice)
}

/** The section of a document that is in force on a day. */
export function sectionOf(
  kind: PolicyName,
  { on, group }: { readonly on: string | undefined; readonly group: string | undefined },
  given: PolicyFile,
): Defined<object> {
  const { file, voice } = given
  const document = define('policy', given)
  if (on === undefined)
    throw usage(
      `${file} is a document of dated versions.`,
      'Say the day whose version is meant: --on 2026-03-31.',
    )
  const inForce = attempt(() =>
    policy.policyOn(document as never, on, group === undefined ? {} : { group }),
  )
  if (!inForce.ok) throw refusal(file, inForce.issues, voice)
  const section = (inForce.value as Readonly<Record<string, unknown>>)[kind]
  if (section === undefined) throw usage(`${file} has no section ${kind} in force on ${on}.`)
  return section as Defined<object>
}

function refusal(file: string, issues: readonly Issue[], voice: Voice): Failure {
  const lines = issues.map((issue) => `  ${voice(issue)}`)
  return new Failure(EXIT.refused, [`${file} is refused:`, ...lines].join('\n'))
}

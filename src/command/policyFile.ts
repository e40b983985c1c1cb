import * as handbook from '../handbook/index.js'
import { attempt, type Defined, type Issue, SalesRulesError } from '../kernel/index.js'
import { policyOn } from '../policy/index.js'
import { meant } from './args.js'
import type { Option } from './command.js'
import { EXIT, Failure, usage } from './exit.js'
import type { Io } from './io.js'
import { kindOfPolicy, POLICIES, POLICY_NAMES, type PolicyName } from './policies.js'
import { readJson } from './read/json.js'
import { issueText, localeOf } from './words.js'

export const POLICY_OPTIONS = {
  on: { value: 'DATE', help: 'the day whose version is meant, of a document with versions' },
  group: { value: 'GROUP', help: 'the group that is meant, of a document with groups' },
} as const satisfies Record<string, Option>

/** The ready policies by the section that each is of. */
const READY: Partial<Record<PolicyName, Defined<object>>> = {
  ...handbook,
  calendar: handbook.chinaCalendar,
  policy: handbook.handbookPolicy,
}

/** The ready policies that are called otherwise than their section. */
const VARIANTS: Readonly<Record<string, readonly [PolicyName, Defined<object>]>> = {
  bantLeads: ['leads', handbook.bantLeads],
  challengeAppraisal: ['appraisal', handbook.challengeAppraisal],
}

/** A ready policy by its name, and the section that it is of. */
export function readyPolicy(name: string): readonly [PolicyName, Defined<object>] {
  const variant = Object.hasOwn(VARIANTS, name) ? VARIANTS[name] : undefined
  if (variant !== undefined) return variant
  const ready = Object.hasOwn(POLICIES, name) ? READY[name as PolicyName] : undefined
  if (ready !== undefined) return [name as PolicyName, ready]
  const known = [...POLICY_NAMES.filter((one) => READY[one]), ...Object.keys(VARIANTS)]
  throw usage(
    `The handbook has no policy "${name}".${meant(name, known)}`,
    `It has ${known.join(', ')}.`,
  )
}

export interface PolicyGiven {
  readonly text: (name: string) => string | undefined
}

/** A policy of the kind that a command needs: the handbook's, that of a file, or a section of a document. */
export async function readPolicy<Policy extends Defined<object>>(
  file: string,
  kind: PolicyName,
  given: PolicyGiven,
  io: Io,
): Promise<Policy> {
  if (file === 'handbook') return readyPolicy(kind)[1] as Policy
  const json = await readJson(file, io)
  const found = kindOfPolicy(json)
  if (found === 'policy') return sectionOf(define('policy', json, file, given), kind, file, given)
  if (found !== undefined && found !== kind)
    throw usage(`${file} is a policy of the kind ${found}, and ${kind} is needed.`)
  return define(kind, json, file, given) as Policy
}

/** Defines what a file says, or ends with all that is wrong with it. */
function define(
  kind: PolicyName,
  json: unknown,
  file: string,
  given: PolicyGiven,
): Defined<object> {
  const defined = attempt(() => POLICIES[kind].define(json))
  if (defined.ok) return defined.value
  throw refusal(file, defined.issues, given)
}

export function refusal(file: string, issues: readonly Issue[], given: PolicyGiven): Failure {
  const locale = localeOf(given)
  const lines = issues.map((issue) => `  ${issueText(issue, locale)}`)
  return new Failure(EXIT.refused, [`${file} is refused:`, ...lines].join('\n'))
}

function sectionOf<Policy>(
  document: Defined<object>,
  kind: PolicyName,
  file: string,
  given: PolicyGiven,
): Policy {
  const [on, group] = [given.text('on'), given.text('group')]
  if (on === undefined)
    throw usage(
      `${file} is a document of dated versions.`,
      'Say the day whose version is meant: --on 2026-03-31.',
    )
  try {
    const inForce = policyOn(document as never, on, group === undefined ? {} : { group })
    const section = (inForce as Readonly<Record<string, unknown>>)[kind]
    if (section !== undefined) return section as Policy
  } catch (error) {
    if (error instanceof SalesRulesError) throw refusal(file, error.issues, given)
    throw error
  }
  throw usage(`${file} has no section ${kind} in force on ${on}.`)
}

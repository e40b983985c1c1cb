import * as handbook from '../handbook/index.js'
import type { Defined } from '../kernel/index.js'
import { meant } from './args.js'
import { usage } from './exit.js'
import { isPolicyName, POLICY_NAMES, type PolicyName } from './policies.js'

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
  const ready = isPolicyName(name) ? READY[name] : undefined
  if (ready !== undefined) return [name as PolicyName, ready]
  const known = [...POLICY_NAMES.filter((one) => READY[one]), ...Object.keys(VARIANTS)]
  throw usage(
    `The handbook has no policy "${name}".${meant(name, known)}`,
    `It has ${known.join(', ')}.`,
  )
}

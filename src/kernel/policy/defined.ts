/**
 * What tells a defined policy from any other object. A policy is checked once, by its define function, then frozen; a rule
 * takes only such a policy and so need not check it again.
 */
import { refuse } from '../input/issue.js'
import type { PolicyHeader, PolicyReference } from './provenance.js'

/** Marks a policy that its define function has checked. Exists for the type checker alone; the object stays plain JSON. */
declare const defined: unique symbol

/** A policy that was checked and frozen by its define function. */
export type Defined<Policy> = Policy & { readonly [defined]: true }

/** The policies and the function that defines each. */
const definers = {
  AppraisalScheme: 'defineAppraisalScheme',
  Calendar: 'defineCalendar',
  CareerPolicy: 'defineCareerPolicy',
  CommissionPlan: 'defineCommissionPlan',
  GradingPolicy: 'defineGradingPolicy',
  HealthModel: 'defineHealthModel',
  LeadModel: 'defineLeadModel',
  Scale: 'defineScale',
} as const

/** The name of a kind of policy. */
export type PolicyKind = keyof typeof definers

const kinds = new WeakMap<object, PolicyKind>()

/**
 * Freezes a checked policy through and through and remembers what it is.
 *
 * @internal
 */
export function seal<Policy extends object>(kind: PolicyKind, policy: Policy): Defined<Policy> {
  deepFreeze(policy)
  kinds.set(policy, kind)
  return policy as Defined<Policy>
}

/**
 * Refuses a policy that did not come from its define function.
 *
 * @internal
 */
export function check(policy: unknown, kind: PolicyKind): void {
  // What is no object is never in the map.
  if (kinds.get(policy as object) === kind) return
  const define = definers[kind]
  const text = `the policy given is not a defined ${kind}. Pass it through ${define} first and use what that returns.`
  refuse('POLICY_NOT_DEFINED', [], { define }, text)
}

/**
 * Remembers what was made of a policy, so that it is made once.
 *
 * @internal
 */
export function oncePerPolicy<Policy extends object, Made>(
  make: (policy: Policy) => Made,
): (policy: Policy) => Made {
  const made = new WeakMap<Policy, Made>()
  return (policy) => {
    const before = made.get(policy)
    if (before !== undefined) return before
    const now = make(policy)
    made.set(policy, now)
    return now
  }
}

function deepFreeze(value: unknown): void {
  // What is no object is frozen as it is.
  if (Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value as object)) deepFreeze(part)
}

/**
 * What every result says of the policy it was made with.
 *
 * @internal
 */
export function reference({ id, version }: PolicyHeader): PolicyReference {
  return { id, version }
}

/** Makes the exact form of a policy, once for each policy, and refuses one that was not defined. */
export function compiler<Policy extends object, Exact>(
  kind: PolicyKind,
  compile: (policy: Policy) => Exact,
): (policy: Defined<Policy>) => Exact {
  const compiled = oncePerPolicy(compile)
  return (policy) => {
    check(policy, kind)
    return compiled(policy)
  }
}

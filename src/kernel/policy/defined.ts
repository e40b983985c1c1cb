/**
 * What tells a defined policy from any other object. A policy is checked once, by its define function, then frozen; a rule
 * takes only such a policy and so need not check it again.
 *
 * The frozen object itself bears the mark, under a symbol that every copy of the library knows: one program may well load two
 * (an ES module and a CommonJS one, two bundles), and what one has defined the other takes, if they are of the same version.
 * The mark names the object that it was put on, so that no copy, proxy or heir of it passes for it. It guards against accidents,
 * not against forgery.
 */
import { type Path, refuse, show } from '../input/issue.js'
import {
  POLICY_MISSING,
  POLICY_NOT_DEFINED,
  POLICY_OF_OTHER_KIND,
  POLICY_OF_OTHER_VERSION,
} from '../issues.js'
import type { PolicyHeader, PolicyOrigin, PolicyReference } from './provenance.js'
import { VERSION } from './version.js'

/** Marks a policy that its define function has checked, for the type checker. */
declare const defined: unique symbol

/**
 * A policy that was checked and frozen by its define function. What it names (criteria, bands, tiers, …) is known to the compiler where it
 * was written in the call; anywhere else the names are any text.
 */
export type Defined<Policy, Names = unknown> = Policy & { readonly [defined]: Names }

/** Facts by name: those that the compiler knows, or else any. */
export type FactsNamed<Name extends string> = string extends Name
  ? object
  : { readonly [One in Name]?: unknown }

/** The name of a kind of policy; `define` and the name is the function that defines it. */
export type PolicyKind =
  | 'AppraisalScheme'
  | 'Calendar'
  | 'CareerPolicy'
  | 'CarePolicy'
  | 'CommissionPlan'
  | 'CompensationPlan'
  | 'ContestRules'
  | 'GradingPolicy'
  | 'HealthModel'
  | 'LeadModel'
  | 'Policy'
  | 'RewardPolicy'
  | 'SalesProcess'
  | 'Scale'
  | 'ServiceStandards'
  | 'TargetPlan'
  | 'WorkingHours'

const MARK = /* @__PURE__ */ Symbol.for('sales-rules/defined')

interface Mark {
  readonly kind: PolicyKind
  /** The version of the library that checked it. */
  readonly version: string
  readonly policy: object
  /** Of a section of a document, which version it belongs to. */
  readonly origin: PolicyOrigin | undefined
}

/** Freezes a checked policy through and through, and marks what it is. Which names it has is for the caller to say. */
export function seal<Policy extends object>(
  kind: PolicyKind,
  policy: Policy,
  origin?: PolicyOrigin,
): Defined<Policy, never> {
  const mark: Mark = { kind, version: VERSION, policy, origin }
  // Not enumerable: a spread, JSON and a test that compares leave it out.
  Object.defineProperty(policy, MARK, { value: Object.freeze(mark) })
  deepFreeze(policy)
  return policy as Defined<Policy, never>
}

/** Refuses a policy that did not come from its define function, or from that of another version. */
export function check(policy: unknown, kind: PolicyKind): void {
  const mark = markOf(policy)
  const define = `define${kind}`
  if (mark === undefined) refuseUndefined(policy, define)
  if (mark.kind !== kind) refuse(POLICY_OF_OTHER_KIND, [], { given: `define${mark.kind}`, define })
  const { version: definedBy } = mark
  if (definedBy !== VERSION)
    refuse(POLICY_OF_OTHER_VERSION, [], { define, definedBy, version: VERSION })
}

/** A copy has all that the policy has but that it was checked. */
function refuseUndefined(policy: unknown, define: string): never {
  if (typeof policy === 'object' && policy !== null) refuse(POLICY_NOT_DEFINED, [], { define })
  refuse(POLICY_MISSING, [], { given: show(policy), define })
}

/** What kind of policy this is; refuses what is none, as {@link check} does. */
export function kindOf(policy: unknown): PolicyKind {
  const kind = markOf(policy)?.kind
  if (kind === undefined) refuseUndefined(policy, 'define…()')
  check(policy, kind)
  return kind
}

/** Whether a value is a policy that its define function has made. */
export function isDefined(value: unknown): value is Defined<object> {
  return markOf(value) !== undefined
}

function markOf(policy: unknown): Mark | undefined {
  try {
    const mark = (policy as { readonly [MARK]?: Mark } | null | undefined)?.[MARK]
    return mark?.policy === policy ? mark : undefined
  } catch {
    // A proxy that throws.
    return undefined
  }
}

/**
 * Makes the function that rules read a policy by: it takes a defined policy and returns its exact form, which `compile` makes
 * once for each. Each copy of the library compiles for itself.
 */
export function compiler<Policy extends object, Exact>(
  kind: PolicyKind,
  compile: (policy: Policy) => Exact,
): (policy: Policy) => Exact {
  return oncePerPolicy((policy) => {
    check(policy, kind)
    return compile(policy)
  })
}

/** Remembers what was made of a policy, so that it is made once. */
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

/** Everything in a policy that was sealed, the whole included: what it is and where it stands. */
export function sealsIn(value: unknown, path: Path = []): readonly Seal[] {
  if (typeof value !== 'object' || value === null) return []
  const mark = markOf(value)
  const own =
    mark === undefined
      ? []
      : [{ path, kind: mark.kind, ...(mark.origin === undefined ? {} : { origin: mark.origin }) }]
  const inner = Array.isArray(value)
    ? value.flatMap((part, index) => sealsIn(part, [...path, index]))
    : Object.entries(value).flatMap(([key, part]) => sealsIn(part, [...path, key]))
  return [...own, ...inner]
}

interface Seal {
  readonly path: Path
  readonly kind: PolicyKind
  readonly origin?: PolicyOrigin
}

/** What every result says of the policy it was made with. */
export function reference(policy: PolicyHeader): PolicyReference {
  const { id, version } = policy
  return { id, version, ...originOf(policy) }
}

/** Which version of a document a policy belongs to, where it is a section of one. */
export function originOf(policy: object): PolicyOrigin | undefined {
  return markOf(policy)?.origin
}

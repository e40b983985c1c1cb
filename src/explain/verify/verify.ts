import type { Defined, Issue, Path, PolicyHeader, PolicyReference } from '../../kernel/index.js'
import { type Attempt, attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as defined from '../../kernel/policy/defined.js'
import { callRule, type Rule } from '../../policy/internal.js'
import { byThisPlan } from './byThisPlan.js'
import { type Difference, differencesOf } from './differences.js'
import { INPUT_OF_OUTCOME, NO_POLICY, OTHER_POLICY } from './issues.js'
import { ruleOf } from './ruleOf.js'
import { fromSnapshot, snapshotOf } from './snapshot.js'

/** Whether an outcome is what its input and its policy come to; if not, where it first differs. */
export type Verification =
  | { readonly identical: true }
  | {
      readonly identical: false
      readonly path: Path
      /** What the outcome says; absent where it says nothing. */
      readonly was?: unknown
      /** What it comes to; absent for what should not be there. */
      readonly is?: unknown
      /**
       * Present where it comes to nothing: why the function refuses this input by this policy, so that one of them is not the one that the
       * outcome was made from. `path` is then the place of the first problem.
       */
      readonly issues?: readonly Issue[]
    }

export interface VerifyOptions {
  /** The name of the function that returned the outcome, where it cannot be told from others: a text, an empty list, a step of a procedure. */
  readonly of?: string
}

/**
 * Computes an archived outcome again: it is identical, or this is the first place where it differs.
 *
 * The outcome may come from JSON; the policy is the one that it was made by, defined again, or null for a function that reads none. The
 * input is the one given or, without one, that which {@link withInput} has recorded. Of a function with several arguments beside its policy
 * it is an object that has them by name: `{ facts, rung }` for `checkPromotion`; a first one that is no object may be given alone. Which
 * function it was is told by the outcome; where several return the same (`advanceApplication`, `setTarget`), or it is a text or an empty list,
 * `of` names it.
 *
 * An outcome says which policy it was made by. Another one is refused by name and nothing is compared: what that would come to says
 * nothing of this outcome. A policy of the same id and version whose figures are others shows as a difference; so does one that refuses
 * the input, with the `issues`: an outcome was made from it.
 *
 * @throws SalesRulesError `VALUE_MISSING` without an input, and for `of` where it is needed; `PLAN_CHANGED` for another policy than the outcome
 *   names; `VALUE_INVALID` for what is no outcome; `POLICY_NOT_DEFINED`; and for an input that is none of this function, whatever the policy:
 *   `UNKNOWN_KEY`, `KEY_FORBIDDEN`, `VALUE_UNREADABLE`.
 *
 * @example A digit was changed
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 * import { verify } from 'sales-rules/explain'
 *
 * const input = { payee: 'Li', period: '2026-Q1', sales: '1500000', target: '1200000' }
 * const statement = calculateCommission(input, handbook.commission)
 * verify(statement, handbook.commission, input) // => { identical: true }
 * const [first, second] = statement.slices
 * const changed = { ...statement, slices: [first, { ...second, amount: '20001.00' }] }
 * verify(changed, handbook.commission, input)
 * // => { identical: false, path: ['slices', 1, 'amount'], was: '20001.00', is: '20000.00' }
 * ```
 *
 * @example An empty list does not say whose it is
 * ```ts
 * import { gradeConsequences, handbook } from 'sales-rules'
 * import { verify } from 'sales-rules/explain'
 *
 * const history = [{ period: '2026-Q1', grade: 'B' }]
 * const found = gradeConsequences(history, handbook.grading)
 * verify(found, handbook.grading, history, { of: 'gradeConsequences' }) // => { identical: true }
 * ```
 */
export function verify(
  outcome: unknown,
  policy: Defined<object> | null,
  input?: unknown,
  options?: VerifyOptions,
): Verification {
  const archived = snapshotOf(outcome, ['outcome'])
  const rule = readRule(archived, policy, options)
  refuseOther(archived, policy)
  const { recorded, said } = partedFrom(archived)
  const used = input === undefined ? fromSnapshot(recorded) : input
  if (used === undefined)
    throw new issue.SalesRulesError([issue.invalid(undefined, ['input'], INPUT_OF_OUTCOME)])
  const computed = computeAgain(used, { rule, policy, said })
  if (!computed.ok) return refusedBy(computed.issues)
  return (
    firstOf(differencesOf(said, snapshotOf(computed.value, []))) ?? againstGiven(recorded, input)
  )
}

interface Making {
  readonly rule: Rule
  readonly policy: Defined<object> | null
  readonly said: unknown
}

/** What the input comes to; where that is refused, what it comes to once the plan is taken for the one that its balances name. */
function computeAgain(used: unknown, { rule, policy, said }: Making): Attempt<unknown> {
  const run = (input: unknown) =>
    attempt(() => issue.within(['input'], () => callRule(rule, input, policy ?? undefined)))
  const computed = run(used)
  if (computed.ok) return computed
  const renamed = byThisPlan(said, used, rule, policy)
  const again = renamed === undefined ? computed : run(renamed)
  return again.ok ? again : computed
}

/** What no policy would read is not the input of any outcome. */
const OF_NO_INPUT = ['UNKNOWN_KEY', 'KEY_FORBIDDEN', 'VALUE_UNREADABLE', 'POLICY_NOT_DEFINED']

function refusedBy(issues: readonly Issue[]): Verification {
  if (issues.some(({ code }) => OF_NO_INPUT.includes(code))) throw new issue.SalesRulesError(issues)
  return { identical: false, path: issues[0]?.path ?? [], issues }
}

function readRule(archived: unknown, policy: unknown, options: unknown): Rule {
  const issues: Issue[] = []
  const fields = read.options(options, ['options'], ['of'], issues) ?? {}
  issue.refuseIfAny(issues)
  const kind = policy === null ? null : issue.within(['policy'], () => defined.kindOf(policy))
  const rule = ruleOf(archived, fields['of'], kind)
  if (kind === null) return rule
  if (rule.kind === null)
    throw new issue.SalesRulesError([issue.invalid(policy, ['policy'], NO_POLICY)])
  const { kind: needed } = rule
  issue.within(['policy'], () => defined.check(policy, needed))
  return rule
}

/** An outcome names the policy that it was made by. */
function refuseOther(archived: unknown, policy: Defined<object> | null): void {
  const said = read.record(archived, [], [])?.['policy']
  const was = said === undefined ? undefined : read.reference(said, [], [])
  const is = policy === null ? undefined : referenceTo(policy)
  if (is === undefined || was === undefined) return
  if (firstOf(differencesOf(was, is)) === undefined) return
  issue.refuse(OTHER_POLICY, ['policy'], { was: nameOf(was), is: nameOf(is) })
}

/** What an outcome says of this policy; opening hours have no name. */
function referenceTo(policy: Defined<object>): PolicyReference | undefined {
  const { id, version } = policy as Partial<PolicyHeader>
  if (id === undefined || version === undefined) return undefined
  return { id, version, ...defined.originOf(policy) }
}

function nameOf({ id, version, effectiveFrom, fingerprint }: PolicyReference): string {
  const from = effectiveFrom === undefined ? '' : ` from ${effectiveFrom}`
  return `${id} ${version}${from}${fingerprint === undefined ? '' : ` (${fingerprint})`}`
}

/** What the outcome says, and the input that was recorded in it. */
function partedFrom(archived: unknown) {
  if (typeof archived !== 'object' || archived === null || Array.isArray(archived))
    return { recorded: undefined, said: archived }
  const { input: recorded, ...said } = archived as Readonly<Record<string, unknown>>
  return { recorded, said }
}

/** Where an input is given, what was recorded is to be the same. */
function againstGiven(recorded: unknown, given: unknown): Verification {
  if (recorded === undefined || given === undefined) return { identical: true }
  return (
    firstOf(differencesOf(recorded, snapshotOf(given, ['input']), ['input'])) ?? { identical: true }
  )
}

function firstOf(differences: Iterable<Difference>): Verification | undefined {
  for (const difference of differences) return { identical: false, ...difference }
  return undefined
}

import type { Defined, Issue } from '../../kernel/index.js'
import * as attempt from '../../kernel/input/attempt.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import * as defined from '../../kernel/policy/defined.js'
import { defineAs } from '../kinds.js'
import { changePlace } from './changePlace.js'
import type { ExactEdit } from './exactEdit.js'
import { readEdits } from './exactEdit.js'
import { withoutLostProvenance } from './provenance.js'
import type { Edit } from './types.js'

/**
 * Answers "what would the policy be if …": a new policy with these edits made in order, checked as a whole.
 *
 * The policy that is given stays as it is, and a result of the new one cannot be taken for one of the old: keep both. `multiply` and `add` are exact.
 * What is left out in a policy is filled in when it is defined, so a path leads to every choice that it has. An entry of `provenance`
 * that speaks of a part which the edits take away goes with it.
 *
 * @throws SalesRulesError with everything that is wrong: `NOT_IN_POLICY` for a path that leads nowhere, with the nearest that does; what the
 * define function refuses, at its place in the new policy.
 *
 * @example The second rate from 4% to 4.5%, and one tier more
 * ```ts
 * import { applyEdits, calculateCommission, handbook } from 'sales-rules'
 *
 * const plan = applyEdits(handbook.commission, [
 *   { path: 'scale.tiers.second.rate', set: '0.045' },
 *   { path: 'scale.tiers', insert: { id: 'start', upTo: '500000', rate: '0.02' }, before: 'first' },
 * ])
 * plan.scale.tiers.map(({ id, rate }) => [id, rate])
 * // => [['start', '0.02'], ['first', '0.03'], ['second', '0.045'], ['top', '0.05']]
 * calculateCommission({ sales: '1500000', target: '1500000' }, plan).amount // => '47500.00'
 * ```
 *
 * @example A path that leads nowhere
 * ```ts
 * import { applyEdits, attempt, handbook } from 'sales-rules'
 *
 * const result = attempt(() => applyEdits(handbook.commission, [{ path: 'scale.tier.second.rate', set: '0.045' }]))
 * result.ok ? '' : result.issues[0]?.message
 * // => 'edits[0].path: got "scale.tier.second.rate", a place that the policy does not have. There it has: mode, boundary, negative, thresholds, measure, tiers. Did you mean "scale.tiers.second.rate"?'
 * ```
 */
export function applyEdits<Policy extends Defined<object>>(
  policy: Policy,
  edits: readonly Edit[],
): Policy {
  const kind = defined.kindOf(policy)
  const issues: Issue[] = []
  const exact = readEdits(edits, kind === 'Policy', issues)
  const tree = changeAll(policy, exact, issues)
  refuseIfAny(issues)
  if (exact.length === 0) return policy
  return defineAs(kind as never, withoutLostProvenance(tree, policy)) as Policy
}

/** Makes all edits that can be made; of the others it says why not. */
function changeAll(policy: unknown, edits: readonly ExactEdit[], issues: Issue[]): unknown {
  let tree = policy
  for (const edit of edits) {
    const before = tree
    const outcome = attempt.attempt(() => changePlace(before, edit))
    if (outcome.ok) tree = outcome.value
    else issues.push(...outcome.issues)
  }
  return tree
}

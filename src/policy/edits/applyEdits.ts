import type { Defined, Issue, PolicyKind } from '../../kernel/index.js'
import * as attempt from '../../kernel/input/attempt.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import * as defined from '../../kernel/policy/defined.js'
import { definePolicy } from '../definePolicy.js'
import { defineAs } from '../kinds.js'
import type { SalesPolicy } from '../types.js'
import { changeDocument } from './changeDocument.js'
import { changePlace } from './changePlace.js'
import type { ExactEdit } from './exactEdit.js'
import { OF_DOCUMENT, readEdits } from './exactEdit.js'
import { documentWithoutLost, withoutLostProvenance } from './provenance.js'
import type { Edit } from './types.js'

/**
 * Answers "what would the policy be if …": a new policy with these edits made in order, checked as a whole.
 *
 * In a document, a path starts at a section and holds in all versions, or on the days from `from` to `to`: there versions are cut, and the parts that
 * begin on another day are named after it, `2026@2026-07-01`. With `group` it is the section of a group. A path that starts with `versions` leads through the
 * document itself: `versions.2026.commission.cap`. An edit of `id` goes on to the sections that have it.
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
 *
 * @example In a document, for the third quarter alone
 * ```ts
 * import { applyEdits, definePolicy, handbook, policyOn } from 'sales-rules'
 *
 * const { commission } = handbook
 * const policy = definePolicy({ versions: [{ version: '2026', effectiveFrom: '2026-01-01', commission }] })
 * const summer = applyEdits(policy, [
 *   { path: 'commission.scale.tiers.second.rate', set: '0.05', from: '2026-07-01', to: '2026-09-30' },
 * ])
 * summer.versions.map(({ version }) => version) // => ['2026', '2026@2026-07-01', '2026@2026-10-01']
 * policyOn(summer, '2026-09-30').commission.scale.tiers[1]?.rate // => '0.05'
 * policyOn(summer, '2026-10-01').commission.scale.tiers[1]?.rate // => '0.04'
 * ```
 */
export function applyEdits<Policy extends Defined<object>>(
  policy: Policy,
  edits: readonly Edit[],
): Policy {
  const kind = defined.kindOf(policy)
  const issues: Issue[] = []
  const exact = readEdits(edits, kind === 'Policy' ? OF_DOCUMENT : [], issues)
  const change = (tree: object, edit: ExactEdit) =>
    kind === 'Policy' ? changeDocument(tree as SalesPolicy, edit) : changePlace(tree, edit)
  const tree = changeAll(policy, exact, { change, issues })
  refuseIfAny(issues)
  return exact.length === 0 ? policy : (defineAgain(kind, tree, policy) as Policy)
}

interface Changing<Tree> {
  readonly change: (tree: Tree, edit: ExactEdit) => unknown
  readonly issues: Issue[]
}

/** Makes all edits that can be made; of the others it says why not. */
export function changeAll<Tree>(
  policy: Tree,
  edits: readonly ExactEdit[],
  { change, issues }: Changing<Tree>,
): Tree {
  let tree = policy
  for (const edit of edits) {
    const before = tree
    const outcome = attempt.attempt(() => change(before, edit))
    if (outcome.ok) tree = outcome.value as Tree
    else issues.push(...outcome.issues)
  }
  return tree
}

/** Defines what edits have made of a policy. */
export function defineAgain(kind: PolicyKind, tree: object, before: object): Defined<object> {
  if (kind !== 'Policy') return defineAs(kind, withoutLostProvenance(tree, before))
  return definePolicy(documentWithoutLost(tree as SalesPolicy, before as SalesPolicy))
}

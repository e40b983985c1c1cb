/** An input as if the plan at hand had made the balances and corrections in it: those of its name that another text of it made. */
import { attempt } from '../../kernel/input/attempt.js'
import { callRule, type Rule } from '../../policy/internal.js'
import { inside } from './inside.js'
import { fromSnapshot, snapshotOf } from './snapshot.js'

/**
 * A settlement refuses to correct a period whose plan it is not given, and a plan that was edited and kept its name is another one: an account
 * knows it by its digest. What it would come to all the same shows what was edited. Undefined where the input names no other plan.
 */
export function byThisPlan(outcome: unknown, input: unknown, rule: Rule, policy: unknown): unknown {
  const closing = inside(outcome, 'closing')
  if (closing === undefined) return undefined
  const renamed = attempt(() => {
    const nothing = callRule(rule, { payee: 'nobody', periods: [] }, policy)
    const digests = digestsOf(closing, inside(nothing, 'closing'))
    return digests.size === 0 ? undefined : fromSnapshot(renamedIn(snapshotOf(input, []), digests))
  })
  return renamed.ok ? renamed.value : undefined
}

/** By the digest of each plan that has made a balance, the digest of the same plan at hand: of the whole, and of each component. */
function digestsOf(was: unknown, is: unknown): ReadonlyMap<unknown, unknown> {
  const components = Object.keys((inside(is, 'components') as object | undefined) ?? {})
  const balances = [
    [was, is],
    ...components.map((id) => [
      inside(inside(was, 'components'), id),
      inside(inside(is, 'components'), id),
    ]),
  ]
  const digests = balances.map(([one, other]) => [digestIn(one), digestIn(other)] as const)
  return new Map(digests.filter(([one, other]) => one !== undefined && one !== other))
}

function digestIn(balance: unknown): unknown {
  return inside(inside(balance, 'plan'), 'digest')
}

function renamedIn(value: unknown, digests: ReadonlyMap<unknown, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return digests.get(value) ?? value
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, digests))
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, renamedIn(part, digests)]),
  )
}

import type { Path } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import { applyEdits, type Edit } from '../policy/index.js'
import type { ScenarioPolicy } from './types.js'

/** A policy with another number in one place, written as the one that was there: as a text, or as a number. */
export function withNumber<Policy extends ScenarioPolicy>(
  policy: Policy,
  path: string,
  value: string,
): Policy {
  const edits = [
    { path, multiply: 0 },
    { path, add: value },
  ]
  return editPlace(policy, edits, ['goal', 'path'])
}

/** Makes edits of one place; what is wrong with its path is said once, where the path was given. */
export function editPlace<Policy extends ScenarioPolicy>(
  policy: Policy,
  edits: readonly Edit[],
  at: Path,
): Policy {
  const outcome = attempt(() => applyEdits(policy, edits))
  if (outcome.ok) return outcome.value
  const named = outcome.issues.flatMap((one) => {
    const [first, index] = one.path
    if (first !== 'edits') return [one]
    return index === 0 ? [issue.moved(at, one)] : []
  })
  throw new issue.SalesRulesError(named)
}

import { applyEdits } from '../policy/index.js'
import type { ScenarioPolicy } from './types.js'

/** A policy with another number in one place, written as the one that was there: as a text, or as a number. */
export function withNumber<Policy extends ScenarioPolicy>(
  policy: Policy,
  path: string,
  value: string,
): Policy {
  return applyEdits(policy, [
    { path, multiply: 0 },
    { path, add: value },
  ])
}

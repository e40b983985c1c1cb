import type { Issue } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as defined from '../kernel/policy/defined.js'
import { diffPolicies, type Edit } from '../policy/index.js'
import { KINDS_DIFFER, TWO_POLICIES, UNITS_DIFFER } from './issues.js'
import { type Measure, measureOf } from './measure.js'
import type { ScenarioPolicy } from './types.js'

/** Two policies whose figures can be compared. */
export interface Pair {
  readonly now: Measure
  readonly then: Measure
  readonly unit: string
  /** Those of the finer one. */
  readonly decimals: number
}

/** A pair, and what makes the one policy into the other. */
export interface PairOfPolicies extends Pair {
  readonly changes: readonly Edit[]
}

/** Reads two policies of one kind and one unit. */
export function pairOf(policies: unknown): PairOfPolicies {
  // One after the other, as two arguments: its keys would all be unknown.
  if (attempt(() => defined.kindOf(policies)).ok)
    throw new issue.SalesRulesError([issue.invalid(policies, ['policies'], TWO_POLICIES)])
  const issues: Issue[] = []
  const fields = read.fields(policies, ['policies'], ['now', 'then'], issues) ?? {}
  issue.refuseIfAny(issues)
  const { now, then } = fields
  const pair = paired(measureOf(now, ['now']), measureOf(then, ['then']))
  return { ...pair, changes: changesOf(now as ScenarioPolicy, then as ScenarioPolicy) }
}

/** Where values come from is no change of what is computed. */
function changesOf(now: ScenarioPolicy, then: ScenarioPolicy): Edit[] {
  return diffPolicies(now, then).filter(({ path }) => !/^provenance\b/.test(path))
}

export function paired(now: Measure, then: Measure): Pair {
  if (now.kind !== then.kind)
    issue.refuse(KINDS_DIFFER, ['then'], { given: then.kind, unit: now.kind })
  if (now.unit !== then.unit)
    issue.refuse(UNITS_DIFFER, ['then'], { given: then.unit, expected: now.unit })
  return { now, then, unit: now.unit, decimals: Math.max(now.decimals, then.decimals) }
}

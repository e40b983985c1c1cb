import type { Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { KINDS_DIFFER, UNITS_DIFFER } from './issues.js'
import { type Measure, measureOf } from './measure.js'

/** Two policies whose figures can be compared. */
export interface Pair {
  readonly now: Measure
  readonly then: Measure
  readonly unit: string
  /** Those of the finer one. */
  readonly decimals: number
}

/** Reads two policies of one kind and one unit. */
export function pairOf(policies: unknown): Pair {
  const issues: Issue[] = []
  const fields = read.fields(policies, ['policies'], ['now', 'then'], issues) ?? {}
  issue.refuseIfAny(issues)
  return paired(measureOf(fields['now'], ['now']), measureOf(fields['then'], ['then']))
}

export function paired(now: Measure, then: Measure): Pair {
  if (now.kind !== then.kind)
    issue.refuse(KINDS_DIFFER, ['then'], { given: then.kind, unit: now.kind })
  if (now.unit !== then.unit)
    issue.refuse(UNITS_DIFFER, ['then'], { given: then.unit, expected: now.unit })
  return { now, then, unit: now.unit, decimals: Math.max(now.decimals, then.decimals) }
}

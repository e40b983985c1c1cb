import type { Issue } from '../kernel/index.js'
import { attempt } from '../kernel/input/attempt.js'
import { type Measure, unitsOf } from './measure.js'
import type { Roster } from './roster.js'
import type { NotComputedRow } from './types.js'

/** What one policy says of all rows, without derivations. */
export interface Figures {
  /** In units of `decimals`; NaN where a row is refused. */
  readonly units: Float64Array
  readonly decimals: number
  /** Why a row is refused, by its place. */
  readonly refused: ReadonlyMap<number, readonly Issue[]>
}

/** The figures of all rows: at batch speed where the policy and the row allow it, by the rule itself where not. */
export function figuresOf(roster: Roster, measure: Measure): Figures {
  const { inputs } = roster
  const { decimals } = measure
  const units = measure.batch?.(roster) ?? new Float64Array(inputs.length).fill(Number.NaN)
  const refused = new Map<number, readonly Issue[]>()
  for (let row = 0; row < units.length; row += 1) {
    if (!Number.isNaN(units[row])) continue
    const outcome = attempt(() => unitsOf(measure.compute(inputs[row]).figure, decimals))
    if (outcome.ok) units[row] = outcome.value
    else refused.set(row, outcome.issues)
  }
  return { units, decimals, refused }
}

/** The rows that were refused, named; the first 1,000 of them. */
export function nameRefused(roster: Roster, refused: Figures['refused']): NotComputedRow[] {
  return [...refused].slice(0, MOST_NAMED).map(([row, issues]) => ({
    id: roster.ids[row] ?? '',
    group: roster.groups[row] ?? null,
    by: 'now',
    issues,
  }))
}

/** More would tell nobody anything. */
export const MOST_NAMED = 1000

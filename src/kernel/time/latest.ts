/** The latest periods of a history, for what looks at several of them together: two of the last three years, the mean of four quarters. */
import { firstPosition } from './period.js'
import { type PeriodPosition, writePeriod } from './periodText.js'
import type { HistoryEntry } from './streak.js'

/** So many periods up to one, and those that are passed over among them. */
export interface LatestPeriods<Value> {
  readonly from: string
  readonly to: string
  readonly values: readonly Value[]
  /** Those without a value, oldest first. */
  readonly missing: readonly string[]
}

/**
 * The latest periods up to the one asked in or, while that one has no value yet, up to the one before. What comes later does not count, and
 * a period that is excused is passed over: the one before it stands in for it.
 */
export function latestPeriods<Value>(
  asOf: PeriodPosition,
  entries: readonly HistoryEntry<Value>[],
  count: number,
): LatestPeriods<Value> {
  const byPosition = new Map(entries.map((entry) => [entry.at.position, entry]))
  const least = firstPosition(asOf.unit)
  const to = byPosition.has(asOf.position) ? asOf.position : Math.max(asOf.position - 1, least)
  const values: Value[] = []
  const missing: number[] = []
  let position = to
  for (; values.length + missing.length < count && position >= least; position -= 1) {
    const entry = byPosition.get(position)
    if (entry === undefined) missing.push(position)
    else if ('value' in entry) values.push(entry.value)
  }
  const named = (at: number) => writePeriod({ unit: asOf.unit, position: at })
  return {
    from: named(position + 1),
    to: named(to),
    values,
    missing: missing.reverse().map(named),
  }
}

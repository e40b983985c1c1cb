/** Periods as text, and as positions on a line; no dates are needed for that. */
import { add, type Issue, missingOr, type Path } from '../input/issue.js'
import { A_PERIOD, PERIOD_INVALID } from '../issues.js'

/** How long a period is. */
export type PeriodUnit = 'month' | 'quarter' | 'year'

const PERIOD_TEXT = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/

/** How many months a period has. */
export const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** A period as a position on the line of all periods of its length, so that neighbours differ by 1. */
export interface PeriodPosition {
  readonly unit: PeriodUnit
  readonly position: number
}

/** Reads a period; on failure adds an issue and returns undefined. */
export function readPeriod(
  value: unknown,
  path: Path,
  issues: Issue[],
): PeriodPosition | undefined {
  const match = typeof value === 'string' ? PERIOD_TEXT.exec(value) : null
  if (match === null || match[1] === '0000') {
    add(issues, missingOr(PERIOD_INVALID, value, path, A_PERIOD))
    return undefined
  }
  const [, year, month, quarter] = match
  if (month !== undefined) return { unit: 'month', position: Number(year) * 12 + Number(month) - 1 }
  if (quarter !== undefined)
    return { unit: 'quarter', position: Number(year) * 4 + Number(quarter) - 1 }
  return { unit: 'year', position: Number(year) }
}

export function writePeriod({ unit, position }: PeriodPosition): string {
  const perYear = 12 / MONTHS[unit]
  const year = String(Math.floor(position / perYear)).padStart(4, '0')
  const part = (position % perYear) + 1
  if (unit === 'year') return year
  return unit === 'quarter' ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, '0')}`
}

/** The period of a length that a period lies in; undefined where that length is shorter than the period. */
export function periodAround(
  { unit, position }: PeriodPosition,
  per: PeriodUnit,
): PeriodPosition | undefined {
  if (MONTHS[per] < MONTHS[unit]) return undefined
  return { unit: per, position: Math.floor((position * MONTHS[unit]) / MONTHS[per]) }
}

/** The calendar year that a period is in. */
export function yearOf({ unit, position }: PeriodPosition): string {
  return writePeriod({ unit: 'year', position: Math.floor((position * MONTHS[unit]) / 12) })
}

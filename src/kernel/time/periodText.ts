/** Periods as text, and as positions on a line. */
import { add, type Issue, missingOr, type Path } from '../input/issue.js'
import { A_PERIOD, PERIOD_INVALID } from '../issues.js'
import { readWeek, writeWeek } from './weeks.js'

/** How long a period may be, the shortest first. */
export const PERIOD_UNITS = ['week', 'month', 'quarter', 'half-year', 'year'] as const

/** How long a period is. */
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

const PERIOD_TEXT = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])|W(\d\d)))?$/

/** How many months a period has; a week has none. */
export const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const

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
  const at = match === null || match[1] === '0000' ? undefined : positionOf(match)
  if (at === undefined) add(issues, missingOr(PERIOD_INVALID, value, path, A_PERIOD))
  return at
}

function positionOf([, year, month, quarter, half, week]: RegExpExecArray):
  | PeriodPosition
  | undefined {
  const inYear = (unit: keyof typeof MONTHS, part: string) => ({
    unit,
    position: (Number(year) * 12) / MONTHS[unit] + Number(part) - 1,
  })
  if (month !== undefined) return inYear('month', month)
  if (quarter !== undefined) return inYear('quarter', quarter)
  if (half !== undefined) return inYear('half-year', half)
  if (week === undefined) return inYear('year', '1')
  const position = readWeek(year as string, week)
  return position === undefined ? undefined : { unit: 'week', position }
}

export function writePeriod({ unit, position }: PeriodPosition): string {
  if (unit === 'week') return writeWeek(position)
  const perYear = 12 / MONTHS[unit]
  const year = String(Math.floor(position / perYear)).padStart(4, '0')
  const part = (position % perYear) + 1
  if (unit === 'year') return year
  if (unit === 'month') return `${year}-${String(part).padStart(2, '0')}`
  return `${year}-${unit === 'quarter' ? 'Q' : 'H'}${part}`
}

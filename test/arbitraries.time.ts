import fc from 'fast-check'
import type { PeriodHeld, PeriodUnit, StreakRule } from '../src/kernel/index.js'
import { daysFrom } from './oracle/calendar.js'
import { periodAfter } from './oracle/streak.js'

/** Dates, calendars and histories that lean to the edges: month end, leap day, year end, neighbouring and equal dates. */

const two = (value: number) => String(value).padStart(2, '0')
const four = (value: number) => String(value).padStart(4, '0')

/** A year of the calendar; leap years, common years, and the centuries that are only one of them. */
const year = fc.oneof(
  fc.integer({ min: 2024, max: 2029 }),
  fc.constantFrom(1, 99, 100, 1900, 2000, 2100, 9999),
  fc.integer({ min: 1, max: 9999 }),
)

function daysInMonth(inYear: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  const isLeap = (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0
  return isLeap ? 29 : 28
}

/** Any date there is. */
export const anyDate = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => `${four(y)}-${two(m)}-${two(Math.min(d, daysInMonth(y, m)))}`)

/** A day within two years of the start of 2027, so that two of them are near each other. */
export const nearDate = fc
  .oneof(fc.constantFrom(-1, 0, 58, 59, 364, 365, 424, 425), fc.integer({ min: -730, max: 730 }))
  .map((days) => daysFrom('2027-01-01', days))

export const unit = fc.constantFrom<PeriodUnit>('week', 'month', 'quarter', 'half-year', 'year')

const FIRST_PERIODS = {
  week: '2026-W45',
  month: '2025-11',
  quarter: '2025-Q3',
  'half-year': '2025-H1',
  year: '2025',
} as const

/** The periods of one length, from late 2025 on. */
function periodsFrom(first: string, count: number): string[] {
  const periods = [first]
  while (periods.length < count) periods.push(periodAfter(periods.at(-1) ?? first))
  return periods
}

/** A history in any order, with gaps and excused periods. */
export const history: fc.Arbitrary<readonly PeriodHeld[]> = unit.chain((per) =>
  fc.shuffledSubarray(periodsFrom(FIRST_PERIODS[per], 16)).chain((periods) =>
    fc
      .array(fc.constantFrom(true, true, true, false, 'excused' as const), {
        minLength: periods.length,
        maxLength: periods.length,
      })
      .map((drawn) =>
        periods.map((period, index): PeriodHeld => {
          const held = drawn[index] ?? true
          return held === 'excused' ? { period, excused: 'leave' } : { period, held }
        }),
      ),
  ),
)

export const streakRule: fc.Arbitrary<StreakRule> = fc
  .record({
    length: fc.integer({ min: 1, max: 5 }),
    gap: fc.constantFrom('ignore' as const, 'break' as const),
    repeat: fc.constantFrom('once' as const, 'each-multiple' as const),
    most: fc.constantFrom(undefined, 1, 2, 5),
  })
  .map(({ most, ...rule }) =>
    rule.gap === 'break' || most === undefined ? rule : { ...rule, gapAtMost: most },
  )

/** The days that a calendar in these laws covers, from a Thursday over a leap day. */
const COVERED = Array.from({ length: 90 }, (_, index) => daysFrom('2028-01-06', index))

/** A day that the calendar covers, its first and last more often than others. */
export const coveredDate = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(COVERED[0] ?? '', COVERED.at(-1) ?? '') },
  { weight: 8, arbitrary: fc.constantFrom(...COVERED) },
)

/** A calendar of ninety days as it is written down: dates in any order, no date both off and worked. */
export const calendarInput = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
    dates: fc.shuffledSubarray(COVERED, { maxLength: 30 }),
    split: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ weekend, dates, split }) => ({
    from: COVERED[0] ?? '',
    to: COVERED.at(-1) ?? '',
    weekend,
    holidays: dates.slice(0, split),
    workdays: dates.slice(split),
  }))

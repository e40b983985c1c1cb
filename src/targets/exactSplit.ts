/** The months or weeks of a period, and what each of them weighs. */
import type { DefinedCalendar, Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { OUTSIDE_YEARS, WEIGHTS_NOT_POSITIVE } from '../kernel/issues.js'
import * as allocation from '../kernel/number/allocate.js'
import * as fraction from '../kernel/number/fraction.js'
import * as defined from '../kernel/policy/defined.js'
import * as time from '../kernel/time/time.js'
import type { ExactTargetPlan } from './exactTargetPlan.js'
import {
  NO_WORKING_DAYS,
  PERIOD_TOO_LONG,
  PROFILE_LENGTH,
  PROFILE_MONTH_MISSING,
  WEEK_INTO_MONTHS,
} from './issues.js'
import { type ExactTarget, isList, MONTHS_OF_YEAR } from './read.js'
import type { TargetSplit } from './types.js'

export type Into = 'month' | 'week'

/** A part of a period: as much of a month or a week as is in it. */
export interface ExactPart {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** How parts are weighed, as it was given. */
export interface Weighing {
  readonly into: Into
  /** Of the months, by 01 to 12; or one weight for each part. */
  readonly profile: unknown
  readonly calendar: unknown
  /** Where the two were given, and the period. */
  readonly at: { readonly profile: Path; readonly calendar: Path; readonly period: Path }
}

/** What parts weigh, and by what. */
export interface ExactWeights {
  readonly by: TargetSplit['by']
  readonly weights: readonly fraction.Fraction[]
}

const MOST_DAYS = 3660

/** The months or weeks of a period, those at its ends cut. */
export function readParts(period: time.AnyPeriod, into: Into, path: Path): ExactPart[] {
  const { unit, name: given } = period
  if (unit === 'week' && into === 'month') issue.refuse(WEEK_INTO_MONTHS, path, { given })
  refuseLong(period, path)
  return cut(period, into, path)
}

/** A period of the company's may be as long as it says. */
export function refuseLong({ name: given, from, to }: time.AnyPeriod, path: Path): void {
  if (time.daysBetween(from, to) >= MOST_DAYS) issue.refuse(PERIOD_TOO_LONG, path, { given })
}

type Days = Pick<ExactPart, 'from' | 'to'>

function cut({ from: first, to: last }: Days, into: Into, path: Path): ExactPart[] {
  const parts: ExactPart[] = []
  for (let from = first; from <= last; ) {
    const at = time.periodWith(from, into)
    if (at === undefined) {
      const params = { date: from, from: time.FIRST_DATE, to: time.LAST_DATE }
      return issue.refuse(OUTSIDE_YEARS, path, params)
    }
    const whole = time.rangeOf(at)
    const to = whole.to < last ? whole.to : last
    parts.push({ name: whole.name, from, to })
    if (to === time.LAST_DATE) break
    from = time.dayAfter(to)
  }
  return parts
}

/** The weeks or months that end in a period, whole. */
export function wholeParts(period: time.AnyPeriod, unit: Into, path: Path): ExactPart[] {
  const { from, to } = period
  refuseLong(period, path)
  const parts: ExactPart[] = []
  for (let day = from; day <= to; ) {
    const at = time.periodWith(day, unit)
    if (at === undefined) break
    const part = time.rangeOf(at)
    if (part.to <= to) parts.push({ name: part.name, from: part.from, to: part.to })
    if (part.to === time.LAST_DATE) break
    day = time.dayAfter(part.to)
  }
  return parts
}

/** Reads what the parts weigh; where no profile is given, the plan's holds. */
export function readWeights(
  parts: readonly ExactPart[],
  weighing: Weighing,
  plan: ExactTargetPlan | null,
  issues: Issue[],
): ExactWeights {
  const { into, profile, at } = weighing
  const calendar = readCalendar(weighing.calendar)
  if (isList(profile)) return readList(profile, at.profile, parts, issues)
  const isGiven = (profile ?? null) !== null
  const season = isGiven ? readSeason(profile, at.profile, parts, issues) : (plan?.profile ?? null)
  if (issues.length > 0) return { by: 'profile', weights: [] }
  const weights = parts.map((part) => {
    const pieces = into === 'month' ? [part] : cut(part, 'month', [])
    return issue.within(at.period, () =>
      fraction.sum(pieces.map((piece) => weigh(piece, season, calendar, into))),
    )
  })
  if (weights.every(fraction.isZero)) issues.push(nothingWeighs(season, calendar, weighing))
  return { by: byOf(season, calendar, into), weights }
}

function readCalendar(calendar: unknown): DefinedCalendar | null {
  if ((calendar ?? null) === null) return null
  defined.check(calendar, 'Calendar')
  return calendar as DefinedCalendar
}

/** A weight for each part. */
function readList(
  value: unknown,
  path: Path,
  parts: readonly ExactPart[],
  issues: Issue[],
): ExactWeights {
  const list = read.array(value, path, issues) ?? []
  if (list.length !== parts.length) {
    const params = { given: String(list.length), count: parts.length }
    issue.add(issues, issue.at(PROFILE_LENGTH, path, params))
    return { by: 'parts', weights: [] }
  }
  const weights = list.map(
    (weight, index) => readWeight(weight, [...path, index], issues) ?? fraction.ZERO,
  )
  if (issues.length === 0 && weights.every(fraction.isZero))
    issue.add(issues, issue.at(WEIGHTS_NOT_POSITIVE, path, { weights: weights.length }))
  return { by: 'parts', weights }
}

type Season = ReadonlyMap<string, fraction.Fraction>

/** A weight for each month that the period has. */
function readSeason(
  value: unknown,
  path: Path,
  parts: readonly ExactPart[],
  issues: Issue[],
): Season {
  const fields = read.fields(value, path, MONTHS_OF_YEAR, issues) ?? {}
  const asked = new Set(parts.flatMap(({ from, to }) => [monthOf(from), monthOf(to)]))
  const season = new Map<string, fraction.Fraction>()
  for (const month of MONTHS_OF_YEAR) {
    const isGiven = (fields[month] ?? null) !== null
    if (!isGiven && issues.length === 0 && asked.has(month))
      issue.add(issues, issue.at(PROFILE_MONTH_MISSING, [...path, month], {}))
    const weight = isGiven ? readWeight(fields[month], [...path, month], issues) : undefined
    if (weight !== undefined) season.set(month, weight)
  }
  return season
}

function readWeight(value: unknown, path: Path, issues: Issue[]) {
  return read.within(value, path, issues, { minimum: fraction.ZERO })
}

const monthOf = (date: string) => date.slice(5, 7)

/** What days within a month weigh: their part of the month's weight in the season, or themselves. */
function weigh(
  piece: Days,
  season: Season | null,
  calendar: DefinedCalendar | null,
  into: Into,
): fraction.Fraction {
  if (season !== null) {
    const weight = season.get(monthOf(piece.from)) ?? fraction.ZERO
    return fraction.multiply(weight, partOfMonth(piece, calendar))
  }
  if (calendar === null && into === 'month') return partOfMonth(piece, null)
  return fraction.whole(count(piece, calendar))
}

function partOfMonth(piece: Days, calendar: DefinedCalendar | null): fraction.Fraction {
  const at = time.periodWith(piece.from, 'month') as time.PeriodPosition
  const month = time.rangeOf(at)
  if (piece.from === month.from && piece.to === month.to) return fraction.ONE
  const all = count(month, calendar)
  return all === 0
    ? fraction.ZERO
    : fraction.quotient(fraction.whole(count(piece, calendar)), fraction.whole(all))
}

/** Days, or working days where there is a calendar. */
function count({ from, to }: Days, calendar: DefinedCalendar | null): number {
  if (calendar === null) return time.daysBetween(from, to) + 1
  return time.countWorkingDays(from, to, calendar)
}

function byOf(
  season: Season | null,
  calendar: DefinedCalendar | null,
  into: Into,
): TargetSplit['by'] {
  if (season !== null) return 'profile'
  if (calendar !== null) return 'working-day'
  return into === 'month' ? 'month' : 'day'
}

/** A profile of nothing but 0, or a calendar that has every day off. */
function nothingWeighs(
  season: Season | null,
  calendar: DefinedCalendar | null,
  { at }: Weighing,
): Issue {
  const isOff = season === null || [...season.values()].some(({ n }) => n > 0n)
  if (calendar !== null && isOff) return issue.at(NO_WORKING_DAYS, at.calendar, { weights: 0 })
  return issue.at(WEIGHTS_NOT_POSITIVE, at.profile, { weights: season?.size ?? 0 })
}

/** Units by weight, in whole steps, that add up to them. */
export function splitUnits(
  units: bigint,
  weights: readonly fraction.Fraction[],
  { precision: { step } }: Pick<ExactTarget, 'precision'>,
): bigint[] {
  return allocation.allocateUnits(units / step, weights).map((part) => part * step)
}

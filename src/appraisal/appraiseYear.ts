import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { EXCUSED_WITH_VALUE } from '../kernel/issues.js'
import * as decimal from '../kernel/number/decimal.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import * as score from '../kernel/score/score.js'
import * as time from '../kernel/time/time.js'
import { type ExactAppraisalScheme, exactAppraisalScheme } from './exactAppraisalScheme.js'
import {
  NO_PERIOD_COUNTS,
  PART_OUTSIDE_PERIOD,
  PARTS_OVERLAP,
  PERIOD_EXCUSED_TWICE,
  PERIOD_OF_OTHER_LENGTH,
  PERIOD_WITHOUT_SCORE,
  SCHEME_LACKS,
  YEAR_EXPECTED,
} from './issues.js'
import type {
  DefinedAppraisalScheme,
  YearAppraisal,
  YearInput,
  YearPart,
  YearRule,
} from './types.js'

/**
 * The score of a year from those of its months, quarters or half-years, as the scheme says: their mean, by days, or the mean of the best
 * ones (APP-9).
 *
 * A period of which only a part was appraised, and one that was appraised in parts because its target was revised, says the days of each
 * part; its score is their mean by days. Every period of the year that the person was employed in has a score, or says why it is
 * excused. {@link gradeScore} grades the year; a cap on the grade is of its period, and is not carried over.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `POLICY_CONFLICT` for a scheme without `year`, `PERIOD_INVALID`, `FACT_MISSING` for a period
 *   without a score, or where none counts, `DATE_NOT_COVERED` for days outside the period, `VERSIONS_OVERLAP` for a day in two parts.
 *
 * @example Somebody who joined in May, and whose target for the last quarter was revised on 15 November
 * ```ts
 * import { appraiseYear, handbook } from 'sales-rules'
 *
 * const year = appraiseYear(
 *   {
 *     year: '2026',
 *     from: '2026-05-18',
 *     periods: [
 *       { period: '2026-Q2', score: 70 },
 *       { period: '2026-Q3', score: 88 },
 *       { period: '2026-Q4', score: 90, to: '2026-11-15' },
 *       { period: '2026-Q4', score: 98, from: '2026-11-16' },
 *     ],
 *   },
 *   handbook.appraisal,
 * )
 * year.score // => 84
 * year.periods.map(({ period, score, days, of }) => [period, score, days, of])
 * // => [['2026-Q2', 70, 44, 91], ['2026-Q3', 88, 92, 92], ['2026-Q4', 94, 92, 92]]
 * ```
 */
export function appraiseYear(input: YearInput, scheme: DefinedAppraisalScheme): YearAppraisal {
  const exact = exactAppraisalScheme(scheme)
  const rule = exact.year ?? issue.refuse(SCHEME_LACKS, ['scheme'], { field: 'year' })
  const year = readYear(input, rule)
  return writeYear(year, chooseCounted(year, rule), rule, exact)
}

/** A year that was read. */
interface ReadYear {
  readonly employee: string | null
  readonly name: string
  /** Those that the person was employed in, in order. */
  readonly periods: readonly ReadPeriod[]
}

interface ReadPeriod {
  readonly name: string
  readonly of: number
  readonly days: number
  /** The mean of its parts by days; null where it is excused. */
  readonly score: Fraction | null
  readonly excused: string | null
}

/** A row of the input: a part of a period with its score, or why there is none. */
interface Row extends time.Span {
  readonly to: string
  readonly at: time.PeriodPosition
  readonly path: Path
  readonly score: Fraction | null
  readonly excused: string | null
}

function readYear(input: unknown, rule: YearRule): ReadYear {
  const issues: Issue[] = []
  const known = ['employee', 'year', 'from', 'to', 'periods']
  const fields = read.fields(input, [], known, issues) ?? {}
  const employee = fields['employee'] ?? null
  if (employee !== null) read.name(employee, ['employee'], issues)
  const at = read.period(fields['year'], ['year'], issues)
  if (at !== undefined && at.unit !== 'year')
    issue.add(issues, issue.at(YEAR_EXPECTED, ['year'], { given: time.writePeriod(at) }))
  const dates = { from: fields['from'] ?? time.FIRST_DATE, to: fields['to'] ?? time.LAST_DATE }
  const employed = read.closedSpan(dates, [], issues)
  const rows = read.array(fields['periods'], ['periods'], issues)
  issue.refuseIfAny(issues)
  const year = time.rangeOf(at as time.PeriodPosition)
  const stay = employed as { readonly from: string; readonly to: string }
  const asked = periodsOf(year, rule)
    .map((period) => ({ ...period, ...within(period, stay) }))
    .filter(({ first, last }) => first <= last)
  const place = { year: year.name, unit: rule.per, asked }
  const found = (rows ?? []).flatMap((row, index) =>
    readRow(row, ['periods', index], place, issues),
  )
  issue.refuseIfAny(issues)
  const periods = asked.map((period) => joinRows(period, found, issues))
  issue.refuseIfAny(issues)
  return { employee: employee as string | null, name: year.name, periods }
}

/** A period of the year, and the days of it on which the person was employed. */
interface AskedPeriod extends time.ExactPeriod {
  readonly first: string
  readonly last: string
}

function periodsOf({ position }: time.ExactPeriod, { per }: YearRule): time.ExactPeriod[] {
  const count = time.MONTHS.year / time.MONTHS[per]
  return Array.from({ length: count }, (_, index) =>
    time.rangeOf({ unit: per, position: position * count + index }),
  )
}

function within(
  { from, to }: time.ExactPeriod,
  stay: { readonly from: string; readonly to: string },
) {
  return { first: from < stay.from ? stay.from : from, last: to > stay.to ? stay.to : to }
}

/** What a row is read by. */
interface RowPlace {
  readonly year: string
  readonly unit: YearRule['per']
  readonly asked: readonly AskedPeriod[]
}

/** No score is above 1000; a larger one is a mistake of its unit. */
const BOUNDS = { minimum: fraction.ZERO, maximum: { n: 1000n, d: 1n } }

function readRow(value: unknown, path: Path, place: RowPlace, issues: Issue[]): Row[] {
  const before = issues.length
  const fields = read.fields(value, path, ['period', 'score', 'from', 'to', 'excused'], issues)
  const period = fields && readPeriodOf(fields, path, place, issues)
  if (fields === undefined || period === undefined) return []
  const scored = readScored(fields, path, issues)
  const { first, last } = period
  const dates = { from: fields['from'] ?? first, to: fields['to'] ?? last }
  const span = read.closedSpan(dates, path, issues)
  if (issues.length > before || span === undefined) return []
  const outside = [span.from, span.to].find((date) => date < first || date > last)
  if (outside === undefined) return [{ ...span, ...scored, at: period, path }]
  issue.add(issues, issue.at(PART_OUTSIDE_PERIOD, path, { date: outside, from: first, to: last }))
  return []
}

/** One of the periods that are asked for. */
function readPeriodOf(
  fields: read.Fields,
  path: Path,
  { year, unit, asked }: RowPlace,
  issues: Issue[],
): AskedPeriod | undefined {
  const at = read.period(fields['period'], [...path, 'period'], issues)
  if (at === undefined) return undefined
  const given = time.writePeriod(at)
  const period = asked.find(({ name }) => name === given)
  if (period !== undefined) return period
  const params = { given, unit, period: year }
  issue.add(issues, issue.at(PERIOD_OF_OTHER_LENGTH, [...path, 'period'], params))
  return undefined
}

/** The score of a row, or why it has none. */
function readScored(
  fields: read.Fields,
  path: Path,
  issues: Issue[],
): Pick<Row, 'score' | 'excused'> {
  const { required, optional } = read.of(fields, path, issues)
  const excused = optional('excused', read.name) ?? null
  if (excused === null) {
    const score = required('score', (one, at, found) => read.within(one, at, found, BOUNDS))
    return { score: score ?? null, excused }
  }
  if ((fields['score'] ?? null) !== null)
    issue.add(issues, issue.at(EXCUSED_WITH_VALUE, [...path, 'excused'], { field: 'score' }))
  return { score: null, excused }
}

/** The rows of a period as one. */
function joinRows(period: AskedPeriod, rows: readonly Row[], issues: Issue[]): ReadPeriod {
  const own = time.inOrder(rows.filter(({ at }) => at.position === period.position))
  const of = daysIn(period.from, period.to)
  const nothing = { name: period.name, of, days: 0, score: null }
  const excused = own.find((row) => row.excused !== null)
  if (excused !== undefined) {
    if (own.length > 1) {
      const params = { id: period.name }
      issue.add(issues, issue.at(PERIOD_EXCUSED_TWICE, [...excused.path, 'excused'], params))
    }
    return { ...nothing, excused: excused.excused }
  }
  if (own.length === 0)
    issue.add(issues, issue.at(PERIOD_WITHOUT_SCORE, ['periods'], { id: period.name }))
  for (const [before, row] of time.overlaps(own)) {
    const params = { first: before.from, second: row.from, lastDay: before.lastDay }
    issue.add(issues, issue.at(PARTS_OVERLAP, row.path, params))
  }
  const parts = own.map(({ from, to, score: points }) => ({
    days: daysIn(from, to),
    points: points ?? fraction.ZERO,
  }))
  const days = parts.reduce((total, part) => total + part.days, 0)
  return {
    name: period.name,
    of,
    days,
    score: days === 0 ? null : meanOf(parts, days),
    excused: null,
  }
}

const daysIn = (from: string, to: string) => time.daysBetween(from, to) + 1

function meanOf(
  parts: readonly { readonly days: number; readonly points: Fraction }[],
  days: number,
): Fraction {
  const weighted = parts.map((part) => fraction.multiply(part.points, fraction.whole(part.days)))
  return fraction.divide(fraction.sum(weighted), fraction.whole(days))
}

/** Why each period does not count, by its place; null where it does. */
function chooseCounted({ periods }: ReadYear, { best, daysAtLeast = 0 }: YearRule) {
  const reasons = periods.map(({ score: points, days }): YearPart['notCounted'] => {
    if (points === null) return 'excused'
    return days < daysAtLeast ? 'too-short' : null
  })
  if (best === undefined) return reasons
  const ranked = [...periods.keys()]
    .filter((at) => reasons[at] === null)
    .sort((a, b) => fraction.compare(scoreAt(periods, b), scoreAt(periods, a)))
  for (const at of ranked.slice(best)) reasons[at] = 'not-among-the-best'
  return reasons
}

const scoreAt = (periods: readonly ReadPeriod[], at: number) => periods[at]?.score ?? fraction.ZERO

function writeYear(
  { employee, name, periods }: ReadYear,
  reasons: readonly YearPart['notCounted'][],
  { by }: YearRule,
  { card, policy }: ExactAppraisalScheme,
): YearAppraisal {
  const weights = periods.map(({ days }, at) => {
    if (reasons[at] !== null) return fraction.ZERO
    return by === 'days' ? fraction.whole(days) : fraction.ONE
  })
  const total = fraction.sum(weights)
  if (fraction.isZero(total)) issue.refuse(NO_PERIOD_COUNTS, ['periods'], { id: name })
  const shares = weights.map((weight) => fraction.divide(weight, total))
  const addends = shares.map((share, at) => fraction.multiply(share, scoreAt(periods, at)))
  const scored = score.round(addends, fraction.sum(addends), card)
  return {
    employee,
    year: name,
    score: decimal.toNumber(scored.score),
    by,
    periods: periods.map((period, at) => ({
      period: period.name,
      score: score.writePoints(period.score ?? undefined, card),
      days: period.days,
      of: period.of,
      weightUsed: score.percentOf(shares[at] ?? fraction.ZERO),
      contribution: score.writeContribution(scored.contributions[at], card),
      notCounted: reasons[at] ?? null,
      excused: period.excused,
    })),
    policy,
    clauses: ['APP-9'],
  }
}

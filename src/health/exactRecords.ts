import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { NUMBER_OUT_OF_RANGE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as score from '../kernel/score/score.js'
import * as time from '../kernel/time/time.js'
import type { ExactHealthModel } from './exactHealthModel.js'
import { VALUE_OF_RECORD_MISSING } from './issues.js'
import { readNamed, readPast } from './read.js'
import type { HealthScore, RecordMeasure } from './types.js'

/** What happened with a customer. */
export interface Records {
  readonly asOf: string
  readonly rows: readonly ExactRecord[]
}

interface ExactRecord {
  readonly path: Path
  readonly date: string
  readonly kind: string
  readonly value: fraction.Fraction | null
}

/** Reads what happened up to the day asked about. */
export function readRecords(
  facts: read.Fields,
  { kinds }: ExactHealthModel,
  issues: Issue[],
): Records | undefined {
  const asOf = read.date(facts['asOf'], ['asOf'], issues)
  const rows = (read.array(facts['records'], ['records'], issues) ?? []).flatMap((row, index) => {
    const path = ['records', index]
    const fields = read.fields(row, path, ['date', 'kind', 'value'], issues)
    if (fields === undefined) return []
    const { optional } = read.of(fields, path, issues)
    const date = readPast(fields['date'], [...path, 'date'], asOf, issues)
    const kind = readNamed(fields['kind'], [...path, 'kind'], kinds, issues)
    const value = optional('value', read.decimal) ?? null
    return date === undefined || kind === undefined ? [] : [{ path, date, kind, value }]
  })
  return asOf === undefined ? undefined : { asOf, rows }
}

/** A fact that was measured; the figure is null where there is nothing to measure. */
export interface Measured {
  readonly figure: fraction.Fraction | null
  readonly from: string | null
  readonly records: number
}

/** Measures a fact. What is counted is 0 of nothing; a mean, the latest and how long ago it was are not known. */
export function measure(
  { by, kinds, windowDays }: RecordMeasure,
  { asOf, rows }: Records,
  issues: Issue[],
): Measured {
  const from = windowDays === undefined ? null : firstDay(asOf, windowDays)
  const counted = rows.filter(
    ({ kind, date }) => kinds.includes(kind) && (from === null || date >= from),
  )
  const latest = counted.reduce((day, { date }) => (date > day ? date : day), '')
  const ofLatest = counted.filter(({ date }) => date === latest)
  const count = counted.length
  const known = count === 0 ? null : fraction.ZERO
  const figures: Record<RecordMeasure['by'], () => fraction.Fraction | null> = {
    count: () => fraction.whole(count),
    days: () => fraction.whole(new Set(counted.map(({ date }) => date)).size),
    total: () => fraction.sum(valuesOf(counted, by, issues)),
    mean: () => known && meanOf(valuesOf(counted, by, issues)),
    latest: () => known && meanOf(valuesOf(ofLatest, by, issues)),
    'days-since': () => known && fraction.whole(time.daysBetween(latest, asOf)),
  }
  return { figure: figures[by](), from, records: count }
}

/** A record of so many days still counts. */
function firstDay(asOf: string, windowDays: number): string {
  const day = time.dayNumber(asOf) - windowDays
  return day < time.dayNumber(time.FIRST_DATE) ? time.FIRST_DATE : time.dateOfDay(day)
}

function valuesOf(
  rows: readonly ExactRecord[],
  by: RecordMeasure['by'],
  issues: Issue[],
): fraction.Fraction[] {
  return rows.flatMap(({ path, value }) => {
    if (value !== null) return [value]
    issue.add(issues, issue.at(VALUE_OF_RECORD_MISSING, [...path, 'value'], { field: by }))
    return []
  })
}

function meanOf(values: readonly fraction.Fraction[]): fraction.Fraction {
  const count = fraction.whole(Math.max(values.length, 1))
  return fraction.divide(fraction.sum(values), count)
}

/** The points of a figure that was measured, as its curve gives them. */
export function readMeasured(
  figure: fraction.Fraction,
  curve: score.ExactCurve,
  path: Path,
  issues: Issue[],
): score.ReadFact | undefined {
  if (curve.takes === 'figure' || curve.takes === 'ratio')
    return { points: score.pointsAt(figure, curve), ratio: null }
  const isRating = curve.takes === 'rating'
  const [minimum, maximum] = isRating
    ? [curve.minimum, curve.maximum]
    : [fraction.ZERO, curve.highest]
  if (fraction.compare(figure, minimum) < 0 || fraction.compare(figure, maximum) > 0) {
    const bounds = { minimum: write.decimal(minimum), maximum: write.decimal(maximum) }
    const params = { given: write.decimal(figure), ...bounds }
    issue.add(issues, issue.at(NUMBER_OUT_OF_RANGE, path, params))
    return undefined
  }
  const points = fraction.divide(fraction.multiply(figure, fraction.HUNDRED), maximum)
  return { points: isRating ? points : figure, ratio: null }
}

/** What was measured, as callers see it. */
export function writeMeasured(
  id: string,
  { by }: RecordMeasure,
  { figure, from, records }: Measured,
  asOf: string,
): HealthScore['measured'][number] {
  const text = figure === null ? null : write.decimal(figure)
  return { id, by, figure: text, from, to: asOf, records }
}

import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as score from '../kernel/score/score.js'
import * as time from '../kernel/time/time.js'
import { type ExactHealthModel, exactHealthModel } from './exactHealthModel.js'
import type { DefinedHealthModel, HealthTrend, PeriodScore } from './types.js'

/**
 * Says where a customer's health is going, from the scores of periods of one length, in any order (HEA-1).
 *
 * It gives the change from the first score to the last and since the period before, the slope by least squares, and each change of band: a
 * small change can cross a band, and a large one need not. Up and down again has a slope of 0 and is `mixed`, not `steady`. A period without a
 * score takes its room: 80, none, 65 falls by 7.5 a period, not by 15.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `PERIOD_INVALID`, `PERIODS_MIXED`, `ID_DUPLICATE`, `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE`.
 *
 * @example Three months, from healthy to watch
 * ```ts
 * import { handbook, healthTrend } from 'sales-rules'
 *
 * const scores = [{ period: '2026-01', score: 80 }, { period: '2026-02', score: 72 }, { period: '2026-03', score: 65 }]
 * const trend = healthTrend(scores, handbook.health)
 * trend.change // => -15
 * trend.perPeriod // => '-7.5'
 * trend.direction // => 'falling'
 * trend.sincePrevious // => { period: '2026-02', change: -7 }
 * trend.bandChanges // => [{ period: '2026-03', from: 'healthy', to: 'watch' }]
 * ```
 */
export function healthTrend(
  scores: readonly PeriodScore[],
  model: DefinedHealthModel,
): HealthTrend {
  const exact = exactHealthModel(model)
  const issues: Issue[] = []
  const field = { key: 'score', read: readScore }
  const history = read.history(scores, ['scores'], issues, field)
  issue.refuseIfAny(issues)
  return writeTrend(history.flatMap(toPoint), exact)
}

/** Null, where there is none. */
function readScore(value: unknown, path: Path, issues: Issue[]) {
  return value === undefined || value === null
    ? null
    : read.within(value, path, issues, { minimum: fraction.ZERO })
}

/** A score in its place. */
interface Point {
  readonly position: number
  readonly period: string
  readonly score: fraction.Fraction
}

function toPoint(entry: time.HistoryEntry<fraction.Fraction | null>): Point[] {
  if ('excused' in entry || entry.value === null) return []
  const { position } = entry.at
  return [{ position, period: time.writePeriod(entry.at), score: entry.value }]
}

function writeTrend(points: readonly Point[], { bands, policy }: ExactHealthModel): HealthTrend {
  const [first, last, previous] = [points[0], points.at(-1), points.at(-2)]
  const change = (from: Point | undefined) =>
    from === undefined || last === undefined || from === last
      ? null
      : decimal.toNumber(fraction.subtract(last.score, from.score))
  const sincePrevious = change(previous)
  const slope = slopeOf(points)
  const scores = points.map((one) => one.score)
  const bandOf = (one: Point) => bands[score.bandAt(one.score, bands)]?.id ?? ''
  return {
    from: first?.period ?? null,
    to: last?.period ?? null,
    scores: points.length,
    change: change(first),
    sincePrevious:
      previous === undefined || sincePrevious === null
        ? null
        : { period: previous.period, change: sincePrevious },
    perPeriod: slope && write.decimal(slope),
    direction: directionOf(scores),
    lowest: scores.length < 2 ? null : decimal.toNumber(scores.reduce(fraction.smaller)),
    highest: scores.length < 2 ? null : decimal.toNumber(scores.reduce(fraction.larger)),
    bandChanges: points.flatMap((one, index) => {
      const before = points[index - 1]
      if (before === undefined || bandOf(before) === bandOf(one)) return []
      return [{ period: one.period, from: bandOf(before), to: bandOf(one) }]
    }),
    policy,
    clauses: ['HEA-1'],
  }
}

/** The slope of the least-squares line: (n Σxy − Σx Σy) ÷ (n Σx² − (Σx)²), with x counted from the first. */
function slopeOf(points: readonly Point[]): fraction.Fraction | null {
  const [first] = points
  if (first === undefined || points.length < 2) return null
  const at = points.map(({ position }) => fraction.whole(position - first.position))
  const count = fraction.whole(points.length)
  const sumOfProducts = (a: readonly fraction.Fraction[], b: readonly fraction.Fraction[]) =>
    fraction.sum(a.map((one, index) => fraction.multiply(one, b[index] ?? fraction.ZERO)))
  const scores = points.map(({ score }) => score)
  const [x, y] = [fraction.sum(at), fraction.sum(scores)]
  const beyond = (products: fraction.Fraction, other: fraction.Fraction) =>
    fraction.subtract(fraction.multiply(count, products), fraction.multiply(x, other))
  return fraction.divide(beyond(sumOfProducts(at, scores), y), beyond(sumOfProducts(at, at), x))
}

function directionOf(scores: readonly fraction.Fraction[]): HealthTrend['direction'] {
  if (scores.length < 2) return 'unknown'
  const steps = scores
    .slice(1)
    .map((one, index) => fraction.compare(one, scores[index] ?? fraction.ZERO))
  const [rises, falls] = [steps.includes(1), steps.includes(-1)]
  if (rises && falls) return 'mixed'
  if (rises) return 'rising'
  return falls ? 'falling' : 'steady'
}

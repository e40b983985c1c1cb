/** Payout curves as they come from `commissionCurve` or `curvesOf`: read, and as what happens where they bend or jump. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type Figure, isSame, readFigure, readOrRefuse } from './figures.js'
import { A_CURVE, TOO_MANY_TO_DRAW } from './issues.js'
import type { Page } from './page.js'

export interface Point {
  readonly sales: Figure
  readonly below: Figure
  readonly amount: Figure
  readonly above: Figure
  readonly rate: Figure
}

export interface Curve {
  readonly currency: string
  /** What the sales count: money, or units, each of which a rate pays an amount for. */
  readonly salesIn: SalesIn
  readonly points: readonly Point[]
  readonly kinks: readonly CurveKink[]
  /** Where it was cut; null where it goes on. */
  readonly end: Fraction | null
}

/** A point where the curve bends or jumps, and the rate before it. */
export interface CurveKink extends Point {
  readonly kind: 'bend' | 'cliff' | 'jump'
  readonly before: Figure
}

type SalesIn = 'money' | 'units'

const MOST_POINTS = 1000

export function readCurve(fields: read.Fields, key: string): Curve {
  const given = fields['salesIn'] ?? 'money'
  const words = ['money', 'units'] as const
  const salesIn = readOrRefuse(given, ['salesIn'], (value, path, issues) =>
    read.word(value, path, words, issues),
  )
  return { ...readOrRefuse(fields[key], [key], readPoints), salesIn }
}

function readPoints(
  value: unknown,
  path: Path,
  issues: Issue[],
): Omit<Curve, 'salesIn'> | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const currency = read.name(fields['currency'], [...path, 'currency'], issues)
  const place = [...path, 'points']
  const given = read.array(fields['points'], place, issues)
  if (given === undefined || currency === undefined) return undefined
  if (given.length > MOST_POINTS) issue.refuse(TOO_MANY_TO_DRAW, place, { limit: MOST_POINTS })
  const points = given.flatMap((one, index) => readPoint(one, [...place, index], issues) ?? [])
  if (points.length === 0) issue.add(issues, issue.invalid(given, place, A_CURVE))
  const kinks = points.flatMap((point, index) => kinkAt(point, points[index - 1]) ?? [])
  return { currency, points, kinks, end: endOf(points, kinks) }
}

function readPoint(value: unknown, path: Path, issues: Issue[]): Point | undefined {
  const fields = read.record(value, path, issues)
  if (fields === undefined) return undefined
  const { required } = read.of(fields, path, issues)
  const [sales, rate] = [required('sales', readFigure), required('rate', readFigure)]
  const below = required('below', readFigure)
  const amount = required('amount', readFigure)
  const above = required('above', readFigure)
  return sales && below && amount && above && rate && { sales, below, amount, above, rate }
}

function kinkAt(point: Point, previous: Point | undefined): CurveKink | undefined {
  if (previous === undefined) return undefined
  const side = fraction.compare(point.above.exact, point.below.exact)
  if (side === 0 && isSame(point.rate, previous.rate)) return undefined
  const kind = side < 0 ? 'cliff' : side > 0 ? 'jump' : 'bend'
  return { ...point, kind, before: previous.rate }
}

/** A last point where nothing happens is where the curve was cut. */
function endOf(points: readonly Point[], kinks: readonly CurveKink[]): Fraction | null {
  const last = points.at(-1)
  if (last === undefined || points.length === 1) return null
  return kinks.at(-1)?.sales === last.sales ? null : last.sales.exact
}

/** What is paid at the end of a piece that goes on straight, as far as it is drawn. */
export function paidAt(sales: Fraction, { sales: from, above, rate }: Point): Fraction {
  const more = fraction.subtract(sales, from.exact)
  return fraction.add(above.exact, fraction.multiply(rate.exact, more))
}

/** Sales as they count, and a rate as what it pays for each of them. */
export function salesText(sales: Figure, { salesIn, currency }: Curve, page: Page): string {
  return salesIn === 'units'
    ? page.words.units(page.voice.number(sales))
    : page.voice.money(sales, currency)
}

export function rateText(rate: Figure, { salesIn, currency }: Curve, { voice }: Page): string {
  return salesIn === 'units' ? voice.money(rate, currency) : voice.percent(rate)
}

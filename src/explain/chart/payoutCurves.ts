/** Two payout curves over the same axes: a plan before and after a change. */
import type * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type Curve, type CurveKink, type Point, rateText, readCurve, salesText } from './curve.js'
import { isSame, requireCurrency } from './figures.js'
import { type Drawing, type Page, sentences } from './page.js'
import { partOrRefuse } from './payoutCurve.js'
import { curvesTable, kinkKeys, kinkText, marked, type Series } from './series.js'

export function drawPayoutCurves(fields: read.Fields, page: Page): Drawing {
  const [now, then] = [readCurve(fields, 'now'), readCurve(fields, 'then')]
  requireCurrency(then.currency, now.currency, ['then', 'currency'])
  const { words } = page
  const before = marked(now.kinks)
  const after = marked(changedKinks(then, now), before.length)
  const series: readonly Series[] = [
    { curve: now, line: 'first', name: words.now, marked: before },
    { curve: then, line: 'second', name: words.then, marked: after },
  ]
  const key = series.flatMap((one) => kinkKeys(one, page))
  return {
    title: titleOf(now, then, page),
    description: sentences(page, [words.curve.descriptionOfTwo, ...kinkTexts(series, page)]),
    plot: partOrRefuse(series, page),
    key,
    table: curvesTable(series, page),
  }
}

function kinkTexts(series: readonly Series[], page: Page): readonly string[] {
  return series.flatMap(({ curve, name, marked }) =>
    marked.map(({ kink }) => page.words.labelled(name ?? '', kinkText(kink, curve, page))),
  )
}

/** Kinks of a curve that the other one does not have, or has otherwise. */
function changedKinks({ kinks }: Curve, other: Curve): readonly CurveKink[] {
  return kinks.filter((kink) => !other.kinks.some((one) => isSameKink(one, kink)))
}

/** A bend is the same at another height, too. */
function isSameKink(one: CurveKink, other: CurveKink): boolean {
  const keys = ['sales', 'before', 'rate'] as const
  const heights = one.kind === 'bend' ? [] : (['below', 'above'] as const)
  return (
    one.kind === other.kind && [...keys, ...heights].every((key) => isSame(one[key], other[key]))
  )
}

/** The largest difference at sales that are a point of both; else what bends or jumps in one of them alone, or how they start. */
function titleOf(now: Curve, then: Curve, page: Page): string {
  const { words, voice } = page
  const [largest] = differencesOf(now, then)
  if (largest !== undefined)
    return words.curve.instead({
      sales: salesText(largest.was.sales, now, page),
      now: voice.money(largest.was.amount, now.currency),
      then: voice.money(largest.is.amount, then.currency),
    })
  const [added] = changedKinks(then, now)
  if (added !== undefined) return words.labelled(words.then, kinkText(added, then, page))
  const [gone] = changedKinks(now, then)
  if (gone !== undefined) return words.curve.gone({ sales: salesText(gone.sales, now, page) })
  const [was, is] = [now.points[0]?.rate, then.points[0]?.rate]
  if (was === undefined || is === undefined || isSame(was, is)) return words.curve.same
  return words.labelled(words.then, words.curve.straight({ rate: rateText(is, then, page) }))
}

interface Difference {
  readonly was: Point
  readonly is: Point
}

function differencesOf(now: Curve, then: Curve): readonly Difference[] {
  const size = ({ was, is }: Difference): Fraction =>
    fraction.absolute(fraction.subtract(is.amount.exact, was.amount.exact))
  return now.points
    .flatMap((was) => {
      const is = then.points.find((point) => isSame(point.sales, was.sales))
      return is === undefined || isSame(is.amount, was.amount) ? [] : [{ was, is }]
    })
    .sort((one, other) => fraction.compare(size(other), size(one)))
}

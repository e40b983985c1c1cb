/** A payout curve: what sales pay, where that bends or jumps, and where somebody stands. */
import * as issue from '../../kernel/input/issue.js'
import type * as read from '../../kernel/input/read.js'
import { type Curve, rateText, readCurve } from './curve.js'
import { readOrRefuse, requireCurrency } from './figures.js'
import { A_CURVE } from './issues.js'
import { type Drawing, type Page, type Part, sentences } from './page.js'
import { type Place, placeKey, placeText, readPlace } from './place.js'
import { curvesPart, curvesTable, kinkKeys, kinkText, marked, type Series } from './series.js'

export function drawPayoutCurve(fields: read.Fields, page: Page): Drawing {
  const curve = readCurve(fields, 'curve')
  const place = readPlaceIfAny(fields)
  if (place !== null) requireCurrency(place.currency, curve.currency, ['statement', 'currency'])
  const series: Series = { curve, line: 'first', name: null, marked: marked(curve.kinks) }
  return {
    title: titleOf(curve, place, page),
    description: sentences(page, [
      page.words.curve.description,
      ...series.marked.map(({ kink }) => kinkText(kink, curve, page)),
      ...(place === null ? [] : [placeText(place, curve, page)]),
    ]),
    plot: partOrRefuse([series], page, place),
    key: [...kinkKeys(series, page), ...placeKey(place, curve, page)],
    table: curvesTable([series], page),
  }
}

function readPlaceIfAny(fields: read.Fields): Place | null {
  const given = fields['statement'] ?? null
  return given === null ? null : readOrRefuse(given, ['statement'], readPlace)
}

/** The curves as they are drawn; refused where they have neither a breakpoint nor an end, and nobody stands on them. */
export function partOrRefuse(
  series: readonly Series[],
  page: Page,
  place: Place | null = null,
): Part {
  const part = curvesPart(series, place, page)
  if (part !== undefined) return part
  const key = series.length === 1 ? 'curve' : 'now'
  throw new issue.SalesRulesError([issue.invalid([], [key, 'points'], A_CURVE)])
}

/** Where somebody stands; else a cliff, the largest that a reader has to know; else the first jump, the last bend, or one rate for all. */
function titleOf(curve: Curve, place: Place | null, page: Page): string {
  const { words } = page
  if (place !== null) return placeText(place, curve, page)
  const { kinks } = curve
  const kink =
    kinks.find(({ kind }) => kind === 'cliff') ??
    kinks.find(({ kind }) => kind === 'jump') ??
    kinks.at(-1)
  if (kink !== undefined) return kinkText(kink, curve, page)
  const rate = curve.points[0]?.rate
  return rate === undefined ? '' : words.curve.straight({ rate: rateText(rate, curve, page) })
}

/** One or two payout curves over the same axes, with letters where they bend or jump, and a key that says what happens there. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { domainOf } from './axis.js'
import { type Curve, type CurveKink, type Point, paidAt, rateText, salesText } from './curve.js'
import { isSame } from './figures.js'
import { widthOf } from './lettering.js'
import { type Node, node, path } from './markup.js'
import { type ChartTable, type KeyEntry, letters, type Page, type Part } from './page.js'
import { type Place, placeNodes } from './place.js'
import { type Dimension, type Plot, plotOf } from './plot.js'

/** A curve, with which line it is drawn, and whose it is where there are two. */
export interface Series {
  readonly curve: Curve
  readonly line: 'first' | 'second'
  readonly name: string | null
  /** The kinks that have letters, from left to right. */
  readonly marked: readonly MarkedKink[]
}

interface MarkedKink {
  readonly kink: CurveKink
  readonly letter: string
}

const LETTERS_OF_KINKS = 'ABCDEFGHJKLM'

/** Kinks with a letter each. Of many, the first have one; the table has all of them. */
export function marked(kinks: readonly CurveKink[], used = 0): readonly MarkedKink[] {
  return [...LETTERS_OF_KINKS].slice(used).flatMap((letter, index) => {
    const kink = kinks[index]
    return kink === undefined ? [] : [{ kink, letter }]
  })
}

/** Up to where sales are drawn: the ends of the curves, or beyond all that happens. */
function reachOf(series: readonly Series[], place: Place | null): Fraction {
  const ends = series.flatMap(({ curve }) => curve.end ?? [])
  const last = series.flatMap(({ curve }) => curve.kinks.at(-1)?.sales.exact ?? [])
  const inside = [...last, ...(place === null ? [] : [place.sales.exact])]
  const beyond = inside.map((sales) => fraction.multiply(sales, BEYOND))
  const isOpen = series.some(({ curve }) => curve.end === null)
  return [...ends, ...(isOpen ? beyond : inside)].reduce(fraction.larger, fraction.ZERO)
}

const BEYOND = { n: 5n, d: 4n }

/** Pieces of a curve from left to right, each from what is paid just above its start to what is paid just below its end. */
interface Piece {
  readonly from: Point
  readonly to: Fraction
  readonly paid: Fraction
}

function piecesOf({ points, end }: Curve, reach: Fraction): readonly Piece[] {
  return points.flatMap((from, index) => {
    const next = points[index + 1]
    if (next !== undefined) return [{ from, to: next.sales.exact, paid: next.below.exact }]
    return end === null ? [{ from, to: reach, paid: paidAt(reach, from) }] : []
  })
}

/** A curve with the pieces of it that are drawn. */
interface Drawn extends Series {
  readonly pieces: readonly Piece[]
}

/** Nothing, where no sales can be drawn: the curve has neither a breakpoint nor an end, and nobody stands on it. */
export function curvesPart(
  series: readonly Series[],
  place: Place | null,
  page: Page,
): Part | undefined {
  const reach = reachOf(series, place)
  if (fraction.isZero(reach)) return undefined
  const ends = place === null ? [reach] : [reach, place.sales.exact]
  const drawn = series.map((one) => ({ ...one, pieces: piecesOf(one.curve, reach) }))
  const plot = plotOf(
    { across: acrossOf(drawn, ends, page), upright: uprightOf(drawn, place, page) },
    page,
    HEAD,
  )
  return {
    height: plot.height,
    nodes: [
      ...plot.nodes,
      ...letterNodes(series, plot),
      ...drawn.flatMap((one) => seriesNodes(one, plot)),
      ...(drawn.length === 1 ? drawn : []).flatMap((one) => rateNodes(one, plot, page)),
      ...placeNodes(place, plot),
    ],
  }
}

/** Room for the title of the upright axis, and a row of letters. */
const HEAD = 50

function acrossOf([first]: readonly Drawn[], ends: readonly Fraction[], page: Page): Dimension {
  const isMoney = first?.curve.salesIn !== 'units'
  const unit = isMoney ? (first?.curve.currency ?? null) : page.words.unitsSold
  return { measure: { name: page.words.sales, unit }, domain: domainOf(ends) }
}

function uprightOf(drawn: readonly Drawn[], place: Place | null, page: Page): Dimension {
  const paid = drawn
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece) => [piece.from.above.exact, piece.from.amount.exact, piece.paid])
  const unit = drawn[0]?.curve.currency ?? null
  const domain = domainOf(place === null ? paid : [...paid, place.amount.exact])
  return { measure: { name: page.words.pay, unit }, domain }
}

function seriesNodes({ curve, line, pieces }: Drawn, plot: Plot): readonly Node[] {
  const d = pieces.map((piece, index) => pieceOf(piece, pieces[index - 1], plot)).join('')
  const jumps = curve.kinks.filter(({ kind }) => kind !== 'bend')
  return [
    node('path', { class: `sr-${line}-line`, d }),
    ...jumps.flatMap((kink) => jumpNodes(kink, line, plot)),
    ...curve.kinks.map(({ sales, amount }) => dotAt(sales.exact, amount.exact, `sr-${line}`, plot)),
  ]
}

function pieceOf({ from, to, paid }: Piece, before: Piece | undefined, plot: Plot): string {
  const isJoined = before !== undefined && fraction.compare(before.paid, from.above.exact) === 0
  const start = isJoined ? '' : path`M${plot.x(from.sales.exact)} ${plot.y(from.above.exact)}`
  return start + path`L${plot.x(to)} ${plot.y(paid)}`
}

/** What is paid on the other sides of a jump is hollow: it is paid just below or above it, and not at it. */
function jumpNodes(kink: CurveKink, line: Series['line'], plot: Plot): readonly Node[] {
  const { sales, below, amount, above } = kink
  const sides = [below, above].filter((side) => !isSame(side, amount))
  const x = plot.x(sales.exact)
  const d = path`M${x} ${plot.y(below.exact)}V${plot.y(above.exact)}`
  return [
    node('path', { class: `sr-${line}-line sr-guide`, d }),
    ...sides.map((side) => dotAt(sales.exact, side.exact, `sr-${line}-hollow`, plot)),
  ]
}

function dotAt(sales: Fraction, paid: Fraction, style: string, plot: Plot): Node {
  return node('circle', { class: style, cx: plot.x(sales), cy: plot.y(paid), r: 4 })
}

/** Letters in a row above the grid, with lines down to the axis; those that are too close move to the right. */
function letterNodes(series: readonly Series[], plot: Plot): readonly Node[] {
  const all = series.flatMap((one) => one.marked)
  const places = all
    .map(({ kink, letter }) => ({ letter, x: plot.x(kink.sales.exact) }))
    .sort((one, other) => one.x - other.x)
  let free = 0
  return places.flatMap(({ letter, x }) => {
    const shown = Math.max(x, free)
    free = shown + 16
    const attributes = { 'text-anchor': 'middle', 'font-weight': 600 }
    const d = path`M${shown} ${plot.top - 4}L${x} ${plot.top + 4}V${plot.bottom}`
    return [
      node('path', { class: 'sr-axis sr-guide', d }),
      letters(letter, [shown, plot.top - 9], attributes),
    ]
  })
}

/** What each further unit earns, along the line where there is room. */
function rateNodes({ curve, pieces }: Drawn, plot: Plot, page: Page): readonly Node[] {
  return pieces.flatMap(({ from, to, paid }) => {
    const text = rateText(from.rate, curve, page)
    const [start, end] = [plot.x(from.sales.exact), plot.x(to)]
    if (end - start < widthOf(text) + 16) return []
    const y = (plot.y(from.above.exact) + plot.y(paid)) / 2
    const isLow = y > plot.bottom - 12
    const attributes = { 'text-anchor': isLow ? 'middle' : 'end', class: 'sr-ink sr-halo' }
    return [letters(text, [(start + end) / 2 - (isLow ? 0 : 6), y - 8], attributes)]
  })
}

/** What happens at each letter. */
export function kinkKeys({ curve, line, name, marked }: Series, page: Page): readonly KeyEntry[] {
  const entries = marked.map(({ kink, letter }) => {
    const attributes = { 'text-anchor': 'middle', 'font-weight': 600 }
    return { mark: letters(letter, [0, 5], attributes), text: kinkText(kink, curve, page) }
  })
  return name === null ? entries : [{ mark: lineSample(line), text: name }, ...entries]
}

export function lineSample(line: Series['line']): Node {
  return node('path', { class: `sr-${line}-line`, d: 'M-13 0H13' })
}

export function kinkText(kink: CurveKink, curve: Curve, page: Page): string {
  const { words, voice } = page
  const { currency } = curve
  return words.curve[kink.kind]({
    sales: salesText(kink.sales, curve, page),
    below: voice.money(kink.below, currency),
    above: voice.money(kink.above, currency),
    before: rateText(kink.before, curve, page),
    rate: rateText(kink.rate, curve, page),
  })
}

export function curvesTable(series: readonly Series[], page: Page): ChartTable {
  const { words, voice } = page
  const isNamed = series.some(({ name }) => name !== null)
  const rows = series.flatMap(({ curve, name }) =>
    curve.points.map((point) => [
      ...(isNamed ? [name ?? ''] : []),
      salesText(point.sales, curve, page),
      ...[point.below, point.amount, point.above].map((paid) => voice.money(paid, curve.currency)),
      rateText(point.rate, curve, page),
    ]),
  )
  const { payBelow, payAt, payAbove, rateFrom } = words.curve
  const heads = [words.sales, payBelow, payAt, payAbove, rateFrom]
  const columns = heads.map((head) => ({ head, isNumber: true }))
  return {
    columns: isNamed ? [{ head: words.plan, isNumber: false }, ...columns] : columns,
    rows,
  }
}

/** Where somebody stands on a payout curve, as their statement says it. */
import type { Issue } from '../../kernel/index.js'
import type { Path } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { type Curve, paidAt, rateText, salesText } from './curve.js'
import { type Figure, isSame, readFigure, readLabel } from './figures.js'
import { type Node, node, path } from './markup.js'
import { type KeyEntry, type Page, sentences } from './page.js'
import type { Plot } from './plot.js'

export interface Place {
  readonly payee: string | null
  readonly currency: string
  readonly sales: Figure
  readonly amount: Figure
  /** What pays more, and how much is missing to it in sales. */
  readonly next: { readonly remaining: Figure; readonly rate: Figure } | null
}

export function readPlace(value: unknown, at: Path, issues: Issue[]): Place | undefined {
  const fields = read.record(value, at, issues)
  if (fields === undefined) return undefined
  const { required, optional } = read.of(fields, at, issues)
  const payee = readLabel(fields['payee'], [...at, 'payee'], issues)
  const currency = required('currency', read.name)
  const [sales, amount] = [required('sales', readFigure), required('amount', readFigure)]
  const next = optional('next', readNext) ?? null
  if (currency === undefined) return undefined
  return sales && amount && { payee, currency, sales, amount, next }
}

function readNext(value: unknown, at: Path, issues: Issue[]): Place['next'] {
  const fields = read.record(value, at, issues)
  // Another tier of a separate measure is not reached by sales.
  if (fields === undefined || fields['by'] === 'measure') return null
  const { required } = read.of(fields, at, issues)
  const [remaining, rate] = [required('remaining', readFigure), required('rate', readFigure)]
  return remaining && rate ? { remaining, rate } : null
}

/** A diamond, and lines to both axes. */
export function placeNodes(place: Place | null, plot: Plot): readonly Node[] {
  if (place === null) return []
  const [x, y] = [plot.x(place.sales.exact), plot.y(place.amount.exact)]
  const guides = path`M${plot.left} ${y}H${x}V${plot.bottom}`
  return [
    node('path', { class: 'sr-axis sr-guide', d: guides }),
    node('g', { transform: path`translate(${x} ${y})` }, [diamond()]),
  ]
}

function diamond(): Node {
  return node('path', { class: 'sr-place', d: 'M0 -9L9 0L0 9L-9 0Z' })
}

/** What their sales pay, and what is missing to more. */
export function placeText(place: Place, curve: Curve, page: Page): string {
  const { payee, currency, sales, amount, next } = place
  const { words, voice } = page
  const paid = { sales: salesText(sales, curve, page), amount: voice.money(amount, currency) }
  const missing = next && {
    remaining: salesText(next.remaining, curve, page),
    rate: rateText(next.rate, curve, page),
  }
  const { pays, payeePays, next: more } = words.curve
  const text = payee === null ? pays(paid) : payeePays({ payee, ...paid })
  return sentences(page, [text, missing === null ? '' : more(missing)])
}

/** Who it is; and, where their pay is not what the curve pays, that it is not. */
export function placeKey(place: Place | null, curve: Curve, { words }: Page): readonly KeyEntry[] {
  if (place === null) return []
  const label = place.payee ?? words.curve.here
  return [{ mark: diamond(), text: isOn(curve, place) ? label : words.curve.offCurve(label) }]
}

/** Whether a curve pays what is paid, to the last decimal. */
function isOn({ points }: Curve, { sales, amount }: Place): boolean {
  const at = points.filter((point) => fraction.compare(point.sales.exact, sales.exact) <= 0).at(-1)
  if (at === undefined) return false
  const paid = isSame(at.sales, sales) ? at.amount.exact : paidAt(sales.exact, at)
  const decimals = amount.text.split('.')[1]?.length ?? 0
  const apart = fraction.absolute(fraction.subtract(paid, amount.exact))
  return fraction.compare(apart, { n: 1n, d: fraction.powerOfTen(decimals) }) <= 0
}

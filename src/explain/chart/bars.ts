/** Rows of bars that lie on their side: as wide as a phone, with a whole line for each name, and its figure written out. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { domainOf, placed } from './axis.js'
import { clip, widthOf } from './lettering.js'
import { type Node, node, path } from './markup.js'
import { letters, MARGIN, type Page, type Part } from './page.js'
import { acrossAxis, fittingRuler, type Measure } from './plot.js'

/** A row: its name, a remark at the end of that line, and its bars. */
export interface BarRow {
  readonly name: string
  readonly remark?: string
  readonly bars: readonly Bar[]
  /** From where a line leads down to the next row. */
  readonly carried?: Fraction
}

export interface Bar {
  readonly from: Fraction
  readonly to: Fraction
  /** Filled, hollow, or grey. */
  readonly look: 'first' | 'first-hollow' | 'second-hollow' | 'total'
  readonly text: string
}

const NAME = 22
const BAR = 16
const GAP = 4
const ROW_GAP = 10

export function barsPart(rows: readonly BarRow[], measure: Measure, page: Page): Part {
  const bars = rows.flatMap((row) => row.bars)
  const domain = domainOf(bars.flatMap(({ from, to }) => [from, to]))
  const room = Math.max(...bars.map(({ text }) => widthOf(text))) + 8
  const left = fraction.isNegative(domain.from) ? MARGIN + 12 : MARGIN
  const right = Math.max(page.width - MARGIN - room, page.width / 3)
  const at = (value: Fraction) => placed(value, domain, [left, right])
  const nodes: Node[] = []
  let top = 0
  for (const row of rows) {
    nodes.push(...rowNodes(row, top, at, page))
    top += heightOf(row)
  }
  const ruler = fittingRuler({ measure, domain }, right - left, page)
  const box = { left, right: page.width - MARGIN - 12, top: 0, bottom: top }
  return { height: top + 48, nodes: [...acrossAxis(ruler, box, at), ...nodes] }
}

const heightOf = ({ bars }: BarRow) => NAME + bars.length * (BAR + GAP) + ROW_GAP

function rowNodes(
  row: BarRow,
  top: number,
  at: (value: Fraction) => number,
  page: Page,
): readonly Node[] {
  const [start, end] = [top + NAME, top + heightOf(row)]
  const bars = row.bars.flatMap((bar, index) => barNodes(bar, start + index * (BAR + GAP), at))
  const zero = path`M${at(fraction.ZERO)} ${start - 2}V${end - ROW_GAP - GAP + 2}`
  const lines = [node('path', { class: 'sr-axis', d: zero })]
  if (row.carried !== undefined) {
    const d = path`M${at(row.carried)} ${start}V${end + NAME}`
    lines.unshift(node('path', { class: 'sr-axis sr-guide', d }))
  }
  return [...lines, ...nameNodes(row, top, page), ...bars]
}

function nameNodes({ name, remark = '' }: BarRow, top: number, { width }: Page): readonly Node[] {
  const room = width - 2 * MARGIN - (remark === '' ? 0 : widthOf(remark) + 12)
  const end = { 'text-anchor': 'end', class: 'sr-soft' }
  const named = letters(clip(name, room), [MARGIN, top + 15], { class: 'sr-ink sr-halo' })
  if (remark === '') return [named]
  return [named, letters(remark, [width - MARGIN, top + 15], end)]
}

function barNodes(
  { from, to, look, text }: Bar,
  top: number,
  at: (value: Fraction) => number,
): readonly Node[] {
  const [start, end] = [at(from), at(to)].sort((one, other) => one - other)
  const [x, width] = [start ?? 0, (end ?? 0) - (start ?? 0)]
  // A bar of nothing is still to be seen.
  const shape = { class: `sr-${look}`, x, y: top, width: Math.max(width, 1), height: BAR }
  return [
    node('rect', shape),
    letters(text, [x + width + 6, top + 13], { class: 'sr-ink sr-halo' }),
  ]
}

/** How bars of one look stand in a key. */
export function barSample(look: Bar['look']): Node {
  return node('rect', { class: `sr-${look}`, x: -9, y: -6, width: 18, height: 12 })
}

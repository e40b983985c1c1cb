import { harmless } from '../io.js'
import type { OutColumn } from './rows.js'

/** A table for people: as wide as what stands in it, Chinese too. */
export function tableText(
  columns: readonly OutColumn[],
  rows: Iterable<readonly unknown[]>,
): string {
  const body = [...rows].map((row) => row.map(shown))
  const head = columns.map(({ name }) => name)
  const widths = head.map((name, at) =>
    body.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), widthOf(name)),
  )
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, at) => padded(cell, widths[at] ?? 0, columns[at]?.isFigure === true))
      .join('  ')
      .trimEnd()}\n`
  return [line(head), ...body.map(line)].join('')
}

/** On one line, and without what steers a terminal. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  return harmless(String(value)).replaceAll('\n', ' ')
}

function padded(text: string, width: number, isFigure: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)))
  return isFigure ? blanks + text : text + blanks
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const MARK = /\p{Mn}|\p{Me}|\u200d|\ufe0f/u

/** The cells of a terminal that a text takes: a Chinese character takes two, a mark none. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += MARK.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
  return width
}

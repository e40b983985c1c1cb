import type { Block, Cell, Document, Fact, Table } from '../document.js'
import { clean } from './clean.js'
import { withoutEmpty } from './columns.js'
import { type Depth, sentencesOf } from './lines.js'
import { joined } from './paragraph.js'
import { padded, widthOf } from './width.js'

/** A table that is wider is written row by row. */
const WIDEST = 100

/** Plain text: for terminals, logs and mails. */
export function writeText(document: Document, depth: Depth): string {
  const said = joined(sentencesOf(document, depth).map(clean), document.locale)
  if (depth !== 'full') return said
  const { title, head, blocks, foot } = document
  const parts = [
    underlined(clean(title), '='),
    factLines(head),
    said,
    ...blocks.map(blockText),
    factLines(foot),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function underlined(title: string, line: string): string {
  return `${title}\n${line.repeat(widthOf(title))}`
}

function factLines(facts: readonly Fact[]): string {
  // A label may name a currency, and so what somebody has written.
  const lines = facts.map(({ label, cell }) => [clean(label), clean(cell.text)] as const)
  const width = Math.max(0, ...lines.map(([label]) => widthOf(label)))
  return lines.map(([label, text]) => `${padded(label, width)}  ${text}`).join('\n')
}

function blockText({ title, sentences = [], facts = [], table }: Block): string {
  const parts = [
    underlined(clean(title), '-'),
    sentences.map(clean).join('\n'),
    factLines(facts),
    table ? tableText(table) : '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function tableText(table: Table): string {
  const shown = withoutEmpty(table)
  const heads = shown.columns.map(({ head }) => clean(head))
  const rows = [...shown.rows, ...(shown.total ? [shown.total] : [])].map((row) => row.map(textOf))
  const widths = heads.map((head, at) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const width = widths.reduce((sum, one) => sum + one + 2, -2)
  if (width > WIDEST) return rows.map((row) => recordText(heads, row)).join('\n\n')
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0, shown.columns[at]?.isNumber))
      .join('  ')
      .trimEnd()
  const rule = widths.map((one) => '-'.repeat(one)).join('  ')
  const body = shown.rows.length
  return [
    line(heads),
    rule,
    ...rows.slice(0, body).map(line),
    ...(shown.total ? [rule, ...rows.slice(body).map(line)] : []),
  ].join('\n')
}

function recordText(heads: readonly string[], row: readonly string[]): string {
  const width = Math.max(...heads.map(widthOf))
  return heads
    .map((head, at) => [head, row[at] ?? ''] as const)
    .filter(([, cell]) => cell !== '')
    .map(([head, cell]) => `${padded(head, width)}  ${cell}`)
    .join('\n')
}

function textOf({ text }: Cell): string {
  return clean(text)
}

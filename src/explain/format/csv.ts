import type { Block, Cell, Document, Fact } from '../document.js'
import { clean } from './clean.js'
import { type Depth, sentencesOf } from './lines.js'
import { joined } from './paragraph.js'

/**
 * Comma-separated values (RFC 4180): a row for each fact, and for each row of a table. All tables share one header, so that columns of the
 * same name stand in the same place. Numbers are plain.
 */
export function writeCsv(document: Document, depth: Depth): string {
  const { names, title, head, foot } = document
  const blocks = depth === 'full' ? document.blocks : []
  const heads = blocks.flatMap(({ table }) => table?.columns.map(({ head }) => head) ?? [])
  const columns = [...new Set([names.section, names.item, names.value, ...heads])]
  const said = joined(sentencesOf(document, depth), document.locale)
  const answer = { label: names.answer, cell: { text: said, plain: said, isNumber: false } }
  const facts: readonly Fact[] = depth === 'full' ? [...head, answer, ...foot] : [answer]
  const rows = facts.map((fact) => factRow(title, fact, names))
  const records = [...rows, ...blocks.flatMap((block) => recordsOf(block, names))]
  return [
    columns.map(guarded),
    ...records.map((record) => columns.map((column) => record[column] ?? '')),
  ]
    .map((record) => `${record.map(quoted).join(',')}\r\n`)
    .join('')
}

type Row = Readonly<Record<string, string>>

function factRow(section: string, { label, cell }: Fact, names: Document['names']): Row {
  return { [names.section]: section, [names.item]: label, [names.value]: fieldOf(cell) }
}

/** A row for each sentence of the block, for each of its facts, and for each row of its table. */
function recordsOf(block: Block, names: Document['names']): Row[] {
  const { title, sentences = [], facts = [], table } = block
  const section = { [names.section]: guarded(title) }
  const said = [
    ...sentences.map((sentence) => ({ ...section, [names.value]: guarded(sentence) })),
    ...facts.map((fact) => factRow(guarded(title), fact, names)),
  ]
  if (table === undefined) return said
  const written = (row: readonly Cell[]) =>
    Object.fromEntries(table.columns.map(({ head }, at) => [head, row[at] ? fieldOf(row[at]) : '']))
  const rows = [...table.rows, ...(table.total ? [table.total] : [])]
  return [...said, ...rows.map((row) => ({ ...written(row), ...section }))]
}

function fieldOf({ plain, isNumber }: Cell): string {
  return isNumber ? plain : guarded(plain)
}

/** A spreadsheet takes a text that begins like a formula for one; an apostrophe before it says that it is text. Numbers keep their sign. */
function guarded(text: string): string {
  const shown = clean(text)
  return /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(shown) ? `'${shown}` : shown
}

function quoted(field: string): string {
  const shown = clean(field)
  return /[",]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

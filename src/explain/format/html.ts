import type { Block, Cell, Column, Document, Fact, Table } from '../document.js'
import { clean } from './clean.js'
import { withoutEmpty } from './columns.js'
import { type Depth, sentencesOf } from './lines.js'
import { joined } from './paragraph.js'
import { STYLE } from './style.js'

/** A page without scripts that reads on a phone, on a screen, in the dark and on A4; of a sentence or a paragraph, that paragraph alone. */
export function writeHtml(document: Document, depth: Depth): string {
  const { locale, title, head, blocks, foot } = document
  const said = escaped(joined(sentencesOf(document, depth), locale))
  if (depth !== 'full') return `<p lang="${locale}">${said}</p>`
  const [number = '', ...others] = sentencesOf(document, 'short')
  const why = others.length === 0 ? '' : `\n<p>${escaped(joined(others, locale))}</p>`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${factList(head)}<p class="answer">${escaped(number)}</p>${why}
${blocks.map(blockHtml).join('')}</main>
<footer>
${factList(foot)}</footer>
</body>
</html>
`
}

function factList(facts: readonly Fact[]): string {
  if (facts.length === 0) return ''
  const rows = facts.map(
    ({ label, cell }) => `<div><dt>${escaped(label)}</dt><dd>${escaped(cell.text)}</dd></div>\n`,
  )
  return `<dl>\n${rows.join('')}</dl>\n`
}

function blockHtml({ title, sentences = [], facts = [], table }: Block): string {
  const said = sentences.map((sentence) => `<p>${escaped(sentence)}</p>\n`).join('')
  return `<section>\n<h2>${escaped(title)}</h2>\n${said}${factList(facts)}${table ? tableHtml(title, table) : ''}</section>\n`
}

/** The wrapper scrolls where a table is wider than the screen, and is reached by the keyboard. */
export function tableHtml(title: string, table: Table): string {
  const { columns, rows, total } = withoutEmpty(table)
  const heads = columns.map(
    (column) => `<th scope="col"${classOf(column)}>${escaped(column.head)}</th>`,
  )
  const foot = total ? `<tfoot>\n${rowHtml(columns, total)}</tfoot>\n` : ''
  return `<div class="table" role="region" aria-label="${escaped(title)}" tabindex="0">
<table>
<caption>${escaped(title)}</caption>
<thead>
<tr>${heads.join('')}</tr>
</thead>
<tbody>
${rows.map((row) => rowHtml(columns, row)).join('')}</tbody>
${foot}</table>
</div>
`
}

/** The first cell names the row. */
function rowHtml(columns: readonly Column[], row: readonly Cell[]): string {
  const cells = columns.map((column, at) => {
    const text = escaped(row[at]?.text ?? '')
    return at === 0
      ? `<th scope="row"${classOf(column)}>${text}</th>`
      : `<td${classOf(column)}>${text}</td>`
  })
  return `<tr>${cells.join('')}</tr>\n`
}

function classOf({ isNumber }: Column): string {
  return isNumber ? ' class="number"' : ''
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found)
}

/** A picture with its table beside it, in HTML. */
import { tableHtml } from '../format/html.js'
import { textCell } from '../table.js'
import { writeNode } from './markup.js'
import { type Drawing, moreText, type Page, pageNode, sentences } from './page.js'

/** More rows are nobody's to read. */
const MOST_ROWS = 1000

export function writeFigure(drawing: Drawing, page: Page): string {
  const { title, table } = drawing
  const shown = table.rows.slice(0, MOST_ROWS)
  const isCut = shown.length < table.rows.length
  const more = isCut ? moreText(shown.length, table.rows.length, page) : ''
  const columns = table.columns.map((column, index) => ({ id: `${index}`, ...column }))
  const rows = shown.map((row) => row.map(textCell))
  return `<figure class="sr-figure" lang="${page.voice.locale}">
${writeNode(pageNode(drawing, page))}
${tableHtml(sentences(page, [title, more]), { columns, rows })}</figure>`
}

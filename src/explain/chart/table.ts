/** A picture with its table beside it, in HTML. */
import { type Node, node } from './markup.js'
import { type ChartTable, type Drawing, type Page, writePage } from './page.js'

/** More rows are nobody's to read. */
const MOST_ROWS = 1000

export function figureNode(drawing: Drawing, page: Page): Node {
  const attributes = { class: 'sr-figure', lang: page.voice.locale }
  return node('figure', attributes, [writePage(drawing, page), tableNode(drawing, page)])
}

function tableNode({ title, table }: Drawing, { words }: Page): Node {
  const { columns, rows } = table
  const shown = rows.slice(0, MOST_ROWS)
  const counted = { shown: `${shown.length}`, all: `${rows.length}` }
  const more = rows.length > shown.length ? words.firstOnly(counted) : ''
  const heads = columns.map(({ head, isNumber }) =>
    node('th', { scope: 'col', ...aligned(isNumber) }, [head]),
  )
  return node('table', {}, [
    node('caption', {}, [words.sentences([title, more])]),
    node('thead', {}, [node('tr', {}, heads)]),
    node(
      'tbody',
      {},
      shown.map((row) => rowNode(row, columns)),
    ),
  ])
}

/** The first cell is the head of its row. */
function rowNode(row: readonly string[], columns: ChartTable['columns']): Node {
  const cells = row.map((text, index) => {
    const attributes = aligned(columns[index]?.isNumber === true)
    return index === 0
      ? node('th', { scope: 'row', ...attributes }, [text])
      : node('td', attributes, [text])
  })
  return node('tr', {}, cells)
}

const aligned = (isNumber: boolean): Node['attributes'] =>
  isNumber ? { style: 'text-align:right' } : { style: 'text-align:left' }

/** Reading explanations again, as somebody would who has nothing else. */

/** The records of a CSV by RFC 4180, without its header, each by column. */
export function readCsv(text: string): Readonly<Record<string, string>>[] {
  const [columns = [], ...records] = recordsOf(text)
  return records.map((record) => {
    if (record.length !== columns.length) throw new Error(`${record.length} fields`)
    return Object.fromEntries(columns.map((column, at) => [column, record[at] ?? '']))
  })
}

function recordsOf(text: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    record.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    records.push(record)
    record = []
  }
  return records
}

/** The tables of a page: of each the rows, of each row the cells, as text. */
export function readHtml(page: string): string[][][] {
  return [...page.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => unescaped(cell)),
    ),
  )
}

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

function unescaped(text: string): string {
  return text.replace(
    /&(?:lt|gt|quot|#39|amp);/g,
    (found) => ENTITIES[found as keyof typeof ENTITIES],
  )
}

/** The tables of Markdown. */
export function readMarkdown(text: string): string[][][] {
  return text
    .split('\n\n')
    .filter((part) => part.startsWith('|'))
    .map((part) =>
      part.split('\n').map((line) =>
        line
          .slice(2, -2)
          .split(/ (?<!\\)\| /)
          .map((cell) => cell.replace(/^\*\*(.*)\*\*$/, '$1').replace(/\\(.)/g, '$1')),
      ),
    )
}

/** The column of that head in the block of that title of a text: its table has columns or, where it is too wide, a line for each field. */
export function readText(text: string, title: string, head: string): string[] {
  const [, rest = ''] = text.split(`\n\n${title}\n${'-'.repeat(widthOf(title))}\n`)
  const [block = ''] = rest.split(/\n\n.+\n-+\n/)
  const lines = block.split('\n')
  const rule = lines.findIndex((line) => /^-+(?: {2}-+)+$/.test(line))
  if (rule === -1)
    return lines
      .filter((line) => line.startsWith(`${head} `))
      .map((line) => line.slice(head.length).trim())
  const heads = lines[rule - 1]?.split(/ {2,}/) ?? []
  if (heads.at(-1) !== head) throw new Error(heads.join())
  return lines
    .slice(rule + 1)
    .filter((line) => !/^-+(?: {2}-+)*$/.test(line) && line !== '')
    .map((line) => line.split(/ {2,}/).at(-1) ?? '')
}

/** In columns of a terminal: what is not of the first alphabets takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one > '\u1100' ? 2 : 1), 0)
}

const NUMBER = /-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?/g

/** The numbers in a text, without commas and without zeros that say nothing. */
export function numbersIn(text: string): string[] {
  return (text.match(NUMBER) ?? []).map((found) => plain(found))
}

export function plain(text: string): string {
  const [whole = '', decimals = ''] = text.replaceAll(',', '').split('.')
  const rest = decimals.replace(/0+$/, '')
  const start = whole.replace(/^(-?)0+(?=\d)/, '$1')
  return rest === '' ? start : `${start}.${rest}`
}

/** The numbers that a text about an outcome may have: its own, and its ratios as percentages. */
export function numbersOf(outcome: unknown): ReadonlySet<string> {
  const written = numbersIn(JSON.stringify(outcome))
  const percentages = written.map((number) => plain(moved(number)))
  return new Set([...written, ...written.map(unsigned), ...percentages, ...percentages.map(cut)])
}

/** A date's parts are parted by hyphens, which are no signs. */
function unsigned(number: string): string {
  return number.replace(/^-/, '')
}

/** A percentage that does not end soon is shown with two decimals. */
function cut(number: string): string {
  return plain(number.replace(/(\.\d\d)\d{3,}$/, '$1'))
}

/** The point two places to the right. */
function moved(number: string): string {
  const [whole = '', decimals = ''] = number.split('.')
  const digits = decimals.padEnd(2, '0')
  return `${whole}${digits.slice(0, 2)}.${digits.slice(2)}`
}

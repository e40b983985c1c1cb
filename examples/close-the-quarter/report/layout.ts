// Columns for people, padded by hand: no locale, no library, the same text everywhere.

const PAGE_WIDTH = 100

/** How many columns of a terminal a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0)
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Rows in columns as wide as their widest cell; `alignment` has an `l` or an `r` for each column. */
export function columns(rows: readonly (readonly string[])[], alignment: string): string[] {
  const widths = [...alignment].map((_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows.map((row) =>
    `  ${row.map((cell, column) => pad(cell, widths[column] ?? 0, alignment[column])).join('  ')}`.trimEnd(),
  )
}

function pad(text: string, width: number, alignment = 'l'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return alignment === 'r' ? space + text : text + space
}

/** A text of several lines where one is too long; the later ones are indented. */
export function wrapped(text: string, indent = '  ', later = `${indent}  `): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const margin = lines.length === 0 ? indent : later
    if (line !== '' && widthOf(`${margin}${line} ${word}`) > PAGE_WIDTH) {
      lines.push(margin + line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, (lines.length === 0 ? indent : later) + line]
}

export function title(text: string): string[] {
  return ['', `${text.toUpperCase()} `.padEnd(PAGE_WIDTH, '-')]
}

/** A round amount without its zeros: `'360000.00'` as `'360000'`. */
export function short(amount: string): string {
  return amount.replace(/\.0+$/, '')
}

/** `'-1234567.8'` as `'-1,234,567.8'`. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const thousands = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? thousands : `${thousands}.${fraction}`
}

/** The first and the last line of a row. */
export type LinesOfRows = (row: number) => { readonly first: number; readonly last: number }

interface LineCounter {
  /** Counts a record, by its text. */
  readonly count: (raw: string) => void
  readonly linesOf: LinesOfRows
}

/**
 * Counts the lines of records, of which the first is the given row and on line 2, below the header. It keeps a number only where a
 * record has more than one line. The parser's own count is not used: within quotes it takes CRLF for two lines.
 */
export function lineCounter(firstRow: number): LineCounter {
  const longer: { row: number; extra: number }[] = []
  let row = firstRow
  let extra = 0
  /** Line breaks within the rows before this one. */
  const extraBefore = (place: number) => longer.filter((at) => at.row < place).at(-1)?.extra ?? 0
  return {
    count: (raw) => {
      const breaks = raw.match(/\n(?!$)/g)?.length ?? 0
      extra += breaks
      if (breaks > 0) longer.push({ row, extra })
      row += 1
    },
    linesOf: (place) => {
      const line = (at: number) => at - firstRow + 2 + extraBefore(at)
      return { first: line(place), last: line(place + 1) - 1 }
    },
  }
}

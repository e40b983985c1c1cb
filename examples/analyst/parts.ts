import { openSync, readSync, statSync } from 'node:fs'

const NEWLINE = 10
const LONGEST_LINE = 1 << 16

/** Cuts a file into so many parts of whole lines, the header left out: the bytes at which each starts and ends. */
export function partsOf(file: URL, count: number): { from: number; to: number }[] {
  const { size } = statSync(file)
  const first = nextLine(file, 0)
  const starts = Array.from({ length: count }, (_, part) =>
    part === 0 ? first : nextLine(file, first + Math.floor(((size - first) * part) / count)),
  )
  return starts.map((from, part) => ({ from, to: starts[part + 1] ?? size }))
}

function nextLine(file: URL, position: number): number {
  const bytes = new Uint8Array(LONGEST_LINE)
  const size = readSync(openSync(file, 'r'), bytes, 0, LONGEST_LINE, position)
  const newline = bytes.subarray(0, size).indexOf(NEWLINE)
  return newline === -1 ? position + size : position + newline + 1
}

import { closeSync, openSync, readSync, statSync } from 'node:fs'

const NEWLINE = 10
const BLOCK = 1 << 16

/** Cuts a file into so many parts of whole lines, the header left out: the bytes at which each starts and ends. */
export function partsOf(file: URL, count: number): { from: number; to: number }[] {
  const { size } = statSync(file)
  const descriptor = openSync(file, 'r')
  try {
    const first = nextLine(descriptor, 0)
    const starts = Array.from({ length: count }, (_, part) =>
      part === 0
        ? first
        : nextLine(descriptor, first + Math.floor(((size - first) * part) / count)),
    )
    return starts.map((from, part) => ({ from, to: starts[part + 1] ?? size }))
  } finally {
    closeSync(descriptor)
  }
}

/** Where the line after the one at this byte starts: the end of the file where there is none. */
function nextLine(descriptor: number, position: number): number {
  const bytes = new Uint8Array(BLOCK)
  let at = position
  let size = readSync(descriptor, bytes, 0, BLOCK, at)
  while (size > 0) {
    const newline = bytes.subarray(0, size).indexOf(NEWLINE)
    if (newline !== -1) return at + newline + 1
    at += size
    size = readSync(descriptor, bytes, 0, BLOCK, at)
  }
  return at
}

import { openSync, readSync } from 'node:fs'
import type { CommissionColumnsBuilder } from 'sales-rules'

const [COMMA, NEWLINE] = [44, 10]
const CHUNK = 1 << 20

/**
 * Adds the lines of a file of `order,payee,amount` that start from one byte on, up to and not including another. No text is made of
 * a field: the builder reads its bytes. Fields in quotes go to it with their quotes, and so are refused: use a CSV parser for those.
 */
export function addPart(
  file: URL,
  from: number,
  to: number,
  builder: CommissionColumnsBuilder,
): void {
  const descriptor = openSync(file, 'r')
  const bytes = new Uint8Array(CHUNK)
  let position = from
  while (position < to) {
    const size = readSync(descriptor, bytes, 0, CHUNK, position)
    const used = addLines(bytes, size, to - position, builder)
    if (used === 0) break
    position += used
  }
}

/** Adds the whole lines among these bytes that start before an end; says how many bytes they were. */
function addLines(
  bytes: Uint8Array,
  size: number,
  end: number,
  builder: CommissionColumnsBuilder,
): number {
  let start = 0
  while (start < end) {
    const newline = bytes.indexOf(NEWLINE, start)
    if (newline === -1 || newline >= size) break
    const first = bytes.indexOf(COMMA, start) + 1
    const second = bytes.indexOf(COMMA, first) + 1
    builder.addBytes(bytes, first, second - 1, second, newline)
    start = newline + 1
  }
  return start
}

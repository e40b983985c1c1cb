import { EXIT, Failure } from '../exit.js'
import type { Io } from '../io.js'
import type { Source } from '../read/csv.js'
import { decode, type Encoding, type Place } from '../read/encoding.js'
import { nameOf, openBytes } from '../read/source.js'

const LONGEST = 1_000_000
const NEW_LINE = 10
const RETURN = 13

/** Opens a file of lines, or standard input, as bytes of UTF-8. */
export async function openLines(
  file: string,
  encoding: string | undefined,
  io: Io,
): Promise<Source> {
  const [name, place] = [nameOf(file), { line: 1 }]
  const bytes = await openBytes(file, io)
  const named = encoding as Encoding | undefined
  const decoded = await decode({ name, place, bytes, encoding: named, isKnown: () => false })
  return { name, place, bytes: decoded.bytes }
}

/** Takes lines by their places in bytes, which are good until `endChunk`. */
export interface TakeBytes {
  /** Takes what lines it can from here up to a place after a new line, without their ends being known, counts them, and says where it stopped. */
  readonly ahead: (bytes: Uint8Array, start: number, limit: number, place: Place) => number
  readonly line: (bytes: Uint8Array, start: number, end: number) => void
  readonly endChunk: () => void
}

/** Reads lines as they come, without making texts of them; blank ones are passed over. */
export async function readByteLines(
  { bytes, name, place }: Source,
  take: TakeBytes,
): Promise<void> {
  let open: Uint8Array = new Uint8Array()
  /** Takes what is whole, and says what is not. */
  const rest = (chunk: Uint8Array): Uint8Array => {
    const from = takeLines(chunk, place, take)
    take.endChunk()
    return chunk.slice(from)
  }
  for await (const given of bytes) {
    // A view, as bytes of one kind are read faster than those of two.
    const chunk = new Uint8Array(given.buffer, given.byteOffset, given.length)
    const first = open.length === 0 ? 0 : chunk.indexOf(NEW_LINE) + 1 || chunk.length
    open = first === 0 ? open : rest(joined(open, chunk.subarray(0, first)))
    if (first < chunk.length) open = rest(chunk.subarray(first))
    if (open.length > LONGEST)
      throw new Failure(
        EXIT.data,
        `${name}, line ${place.line}: more than a million bytes.`,
        'One JSON object is expected on each line.',
      )
  }
  takeLine(open, 0, open.length, take)
  take.endChunk()
}

/** Takes the lines that end in a chunk, and says where the last one starts, which goes on in the next. */
function takeLines(chunk: Uint8Array, place: Place, take: TakeBytes): number {
  // There is a new line before it, so that nobody who stops at one reads beyond the end, which is slow.
  const limit = chunk.lastIndexOf(NEW_LINE) + 1
  let start = 0
  for (;;) {
    start = take.ahead(chunk, start, limit, place)
    if (start >= limit) return start
    const end = chunk.indexOf(NEW_LINE, start)
    takeLine(chunk, start, end, take)
    place.line += 1
    start = end + 1
  }
}

function takeLine(bytes: Uint8Array, start: number, to: number, take: TakeBytes): void {
  const end = to > start && bytes[to - 1] === RETURN ? to - 1 : to
  if (end > start) take.line(bytes, start, end)
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

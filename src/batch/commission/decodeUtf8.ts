/**
 * The text of a slice of UTF-8, or undefined where the bytes are none. It is as strict as a `TextDecoder` with `fatal`, and keeps a mark
 * at the front; that class is not there in every runtime, and only names that are new and fields that are wrong come here.
 */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = ''
  let at = start
  while (at < end) {
    const point = pointAt(bytes, at, end)
    if (point === NONE) return undefined
    text += String.fromCodePoint(point)
    at += sizeOf(point)
  }
  return text
}

const NONE = -1

/** The code point that starts at a byte. */
function pointAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return lead
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (lead < 0xc2 || lead > 0xf4 || at + size > end) return NONE
  let point = lead & (0x7f >> size)
  for (let next = at + 1; next < at + size; next += 1) {
    const byte = bytes[next] ?? 0
    if (byte >> 6 !== 0b10) return NONE
    point = (point << 6) | (byte & 0x3f)
  }
  return isSpelledBy(size, point) ? point : NONE
}

/** Of a point there is one spelling, the shortest; surrogates are none. */
function isSpelledBy(size: number, point: number): boolean {
  return sizeOf(point) === size && (point < 0xd800 || point > 0xdfff) && point <= 0x10ffff
}

function sizeOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

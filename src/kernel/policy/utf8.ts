/** The bytes of a text in UTF-8, written by its own rules: not every runtime has a `TextEncoder`. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes[length++] = code
    else length = addLong(bytes, length, code)
  }
  return bytes.subarray(0, length)
}

/** A character of several bytes: the first begins with as many ones as there are, each that follows with 10. */
function addLong(bytes: Uint8Array, start: number, code: number): number {
  const following = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3
  bytes[start] = ((0xf00 >> (following + 1)) & 0xff) | (code >> (6 * following))
  for (let at = 1; at <= following; at += 1)
    bytes[start + at] = 0x80 | ((code >> (6 * (following - at))) & 0x3f)
  return start + following + 1
}

/** The bytes of a text in UTF-8: not every runtime has a `TextEncoder`. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 128) bytes.push(code)
    else for (const hex of encodeURI(character).split('%').slice(1)) bytes.push(Number(`0x${hex}`))
  }
  return Uint8Array.from(bytes)
}

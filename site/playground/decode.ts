/** The text of a file, which says of itself at best by its first bytes how it is written. */

const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const

/** A spreadsheet in China saves GB 18030, one in Taiwan Big5; nothing in the file tells the two apart. */
const OLDER = { en: 'windows-1252', 'zh-CN': 'gb18030', 'zh-TW': 'big5' } as const

export function decode(bytes: Uint8Array, locale: keyof typeof OLDER): string {
  const mark = MARKS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte))
  if (mark) return new TextDecoder(mark.encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(OLDER[locale]).decode(bytes)
  }
}

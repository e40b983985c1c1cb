/** How much room a text takes. Nothing here can measure a font: it is estimated, generously, character by character. */

/** The size of all letters but the title's: on a phone, where a picture shrinks a little, still 11 pixels. */
export const LETTERS = 14
/** Of the title, which is bold: they take the room of larger ones. */
export const TITLE_LETTERS = 17
export const BOLD = 1.12

const NARROW = /[ijltfrI.,:;'|!()[\] -]/
const WIDE = /[mwMW@%]/
const CAPITAL = /[A-Z&]/
/** Chinese, Japanese and Korean characters and their punctuation, emoji. */
const FULL =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[^\0-\uffff]/u

function emsOf(character: string): number {
  if (FULL.test(character)) return 1
  if (NARROW.test(character)) return 0.38
  if (WIDE.test(character)) return 0.95
  return CAPITAL.test(character) ? 0.72 : 0.63
}

export function widthOf(text: string, size = LETTERS): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

/** The text, or as much of it as there is room for. */
export function clip(text: string, room: number, size = LETTERS): string {
  if (widthOf(text, size) <= room) return text
  let kept = ''
  let width = size
  for (const character of text) {
    width += emsOf(character) * size
    if (width > room) break
    kept += character
  }
  return `${kept}…`
}

/** What may not stand at the start of a line, and what not at its end. */
const STAYS_BEFORE = /^[，。、；：？！）」』》%…]/u
const STAYS_AFTER = /[（「『《]$/u

const PIECE = new RegExp(`${FULL.source}|[^\\u2e80-\\uffef]+`, 'gu')

/** Pieces between which a line may end: after a space, and beside a Chinese character. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (const word of text.match(/\S+\s*|\s+/gu) ?? []) {
    const parts = word.match(PIECE) ?? [word]
    for (const [index, part] of parts.entries()) {
      const before = pieces.at(-1)
      const isJoined =
        index > 0 && before !== undefined && (STAYS_BEFORE.test(part) || STAYS_AFTER.test(before))
      if (isJoined) pieces[pieces.length - 1] = before + part
      else pieces.push(part)
    }
  }
  return pieces
}

/** A longer text says no more in a picture; the table has all of it. */
const MOST_LINES = 6

/** The lines of a text. A word that is longer than a line is cut. */
export function wrap(text: string, room: number, size = LETTERS): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > room) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  const all = [...lines, line.trimEnd()].map((one) => clip(one, room, size))
  return all.length <= MOST_LINES ? all : [...all.slice(0, MOST_LINES), '…']
}

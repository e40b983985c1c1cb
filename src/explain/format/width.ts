/** How wide text is where each character has one width: those of East Asia take two columns. */

/** Wide and full-width blocks: Hangul Jamo, CJK and its punctuation, kana, Hangul, compatibility forms, emoji, and the planes of rare Han. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** The text filled up with spaces, on the right or, for numbers, on the left. */
export function padded(text: string, width: number, isRight = false): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return isRight ? space + text : text + space
}

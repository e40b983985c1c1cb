/** What the Chinese texts have in common, whatever their characters. */

/** The word for a keyword, or the keyword itself where there is none. */
export function wordFor(keyword: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, keyword) ? (words[keyword] ?? keyword) : keyword
}

/** A space stands between Chinese and Latin. */
export function spaced(text: string): string {
  return /^[!-~]/.test(text) ? ` ${text}` : text
}

export function quoted(names: readonly string[], joint = '、'): string {
  return names.map((name) => JSON.stringify(name)).join(joint)
}

import { outsideCode } from './links.js'

/** Words that are functions, and in prose as often something else. */
const WORDS = new Set(['allowances', 'multiply'])

/** Links the names of functions and types in prose to the reference; titles and what is a link already stay as they are. */
export function linkNames(text: string, referenceOf: (name: string) => string | undefined): string {
  const link = (code: string, name: string) => {
    const place = WORDS.has(name) ? undefined : referenceOf(name)
    return place === undefined ? code : `[${code}](${place})`
  }
  const inLine = (line: string) =>
    line.startsWith('#')
      ? line
      : line
          .split(/(\[[^\]]*\]\([^)]*\))/)
          .map((part) => (part.startsWith('[') ? part : part.replace(/`(\w+)(?:\(\))?`/g, link)))
          .join('')
  return outsideCode(text, (prose) => prose.split('\n').map(inLine).join('\n'))
}

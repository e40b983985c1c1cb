import { show } from '../../kernel/input/issue.js'
import { EXIT, Failure } from '../exit.js'

const LONGEST = 1_000_000

/** A line of JSON, or why it is none. */
export type JsonLine =
  | { readonly object: Readonly<Record<string, unknown>> }
  | { readonly fault: string }

/** Reads lines of JSON as they come; blank ones are passed over. */
export async function readLines(
  texts: AsyncIterable<string>,
  name: string,
  take: (text: string, line: number) => void,
): Promise<void> {
  let line = 0
  let open = ''
  for await (const text of texts) {
    const lines = (open + text).split('\n')
    open = lines.pop() ?? ''
    for (const one of lines) {
      line += 1
      if (one.trim() !== '') take(one, line)
    }
    if (open.length > LONGEST)
      throw new Failure(
        EXIT.data,
        `${name}, line ${line + 1}: more than a million characters.`,
        'One JSON object is expected on each line.',
      )
  }
  if (open.trim() !== '') take(open, line + 1)
}

export function parseLine(text: string): JsonLine {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { object: value as Readonly<Record<string, unknown>> }
    return { fault: `got ${show(value)}, expected a JSON object.` }
  } catch {
    return { fault: `got ${show(text.trim())}, expected a JSON object.` }
  }
}

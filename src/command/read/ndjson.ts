import { show } from '../../kernel/input/issue.js'
import { EXIT, Failure } from '../exit.js'
import type { Source } from './csv.js'

const LONGEST = 1_000_000

/** A line of JSON, or why it is none. */
export type JsonLine =
  | { readonly object: Readonly<Record<string, unknown>> }
  | { readonly fault: string }

/** Reads lines of JSON as they come; blank ones are passed over. */
export async function readLines(
  { bytes, name, place }: Source,
  take: (text: string, line: number) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let open = ''
  for await (const chunk of bytes) {
    const lines = (open + decoder.decode(chunk, { stream: true })).split('\n')
    open = lines.pop() ?? ''
    for (const one of lines) {
      if (one.trim() !== '') take(one, place.line)
      place.line += 1
    }
    if (open.length > LONGEST)
      throw new Failure(
        EXIT.data,
        `${name}, line ${place.line}: more than a million characters.`,
        'One JSON object is expected on each line.',
      )
  }
  if (open.trim() !== '') take(open, place.line)
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

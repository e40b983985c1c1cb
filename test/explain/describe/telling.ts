/** How the tests of descriptions tell an outcome: in three languages, and with everything that it has. */
import {
  type ExplainedFunction,
  type ExplainedOutcome,
  explain,
} from '../../../src/explain/index.js'

/** Examples by the function that returned them, or `function: what is special`. */
export type Examples = Readonly<Record<string, () => ExplainedOutcome>>

const functionOf = (name: string) => name.split(':')[0] as ExplainedFunction

/** The whole document in English. */
export function full(examples: Examples, name: string): string {
  return explain(outcomeOf(examples, name), { locale: 'en', of: functionOf(name) })
}

/** The paragraph in each language, and the line that it begins with. */
export function short(examples: Examples, name: string): readonly string[] {
  const outcome = outcomeOf(examples, name)
  const options = { of: functionOf(name) } as const
  return (['en', 'zh-CN', 'zh-TW'] as const).map((locale) => {
    const told = explain(outcome, { ...options, locale, depth: 'short' })
    const line = explain(outcome, { ...options, locale, depth: 'line' })
    if (!told.startsWith(line)) throw new Error(`${line} is not the beginning of ${told}`)
    return told
  })
}

function outcomeOf(examples: Examples, name: string): ExplainedOutcome {
  const example = examples[name]
  if (example === undefined) throw new Error(name)
  return example()
}

/**
 * The paths of what an outcome has and its table of comma-separated values does not: numbers, names and keywords, but no places in a list
 * (`index`), no formats, and no answers of yes and no, which the documents show as words.
 */
export function unsaid(examples: Examples, name: string): readonly string[] {
  const outcome = outcomeOf(examples, name)
  const csv = explain(outcome, { locale: 'en', format: 'csv', of: functionOf(name) })
  const said = new Set(csv.split(/[",\r\n()]+/).map((cell) => cell.trim()))
  return leaves(outcome, '')
    .filter(([, value]) => !said.has(value) && !REASONS.includes(value))
    .map(([path, value]) => `${path}: ${value}`)
}

/** Reasons that are told in words of their own. */
const REASONS = ['at-least', 'no-score', 'lapsed', 'measure', 'amount', 'owner', 'period']

const BOOKKEEPING = ['index', 'format']

function leaves(value: unknown, path: string): (readonly [path: string, value: string])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]]
  if (typeof value !== 'object' || value === null || 'code' in value) return []
  return Object.entries(value)
    .filter(([key]) => !BOOKKEEPING.includes(key))
    .flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

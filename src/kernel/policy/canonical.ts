/** JSON in its canonical form (RFC 8785), so that two texts differ only where the data do. */
import {
  add,
  at,
  type Issue,
  invalid,
  type Path,
  refuseIfAny,
  SalesRulesError,
} from '../input/issue.js'
import { CYCLE, OBJECT_THROWS, PLAIN_JSON, TOO_DEEP, TOO_MANY_VALUES, UNICODE } from '../issues.js'
import { isDecimal } from '../number/decimal.js'

const DEEPEST = 100
const MOST_VALUES = 10_000_000

interface Writing {
  /** Takes the text, piece by piece. */
  readonly take: (text: string) => void
  readonly issues: Issue[]
  /** The objects that the value is in, from the outside in: meeting one again is a cycle. */
  readonly above: object[]
  values: number
}

/**
 * Writes plain data with the keys of each object in the order of their UTF-16 code units, and nothing between its parts. A Decimal is
 * its text; a field that is undefined is left out.
 */
export function writeCanonical(value: unknown, take: (text: string) => void): void {
  const writing: Writing = { take, issues: [], above: [], values: 0 }
  writeValue(value, [], writing)
  refuseIfAny(writing.issues)
}

function writeValue(value: unknown, path: Path, writing: Writing): void {
  writing.values += 1
  if (writing.values > MOST_VALUES) stop(at(TOO_MANY_VALUES, path, { limit: MOST_VALUES }), writing)
  if (typeof value === 'string') writeText(value, path, writing)
  else if (value === null || typeof value === 'boolean' || Number.isFinite(value))
    writing.take(JSON.stringify(value))
  else if (typeof value !== 'object') add(writing.issues, invalid(value, path, PLAIN_JSON))
  else if (isDecimal(value)) writing.take(JSON.stringify(String(value)))
  else writeObject(value, path, writing)
}

function stop(issue: Issue, { issues }: Writing): void {
  add(issues, issue)
  refuseIfAny(issues)
}

function writeText(text: string, path: Path, { take, issues }: Writing): void {
  if (/\p{Surrogate}/u.test(text)) add(issues, invalid(text, path, UNICODE))
  take(JSON.stringify(text))
}

function writeObject(value: object, path: Path, writing: Writing): void {
  const { above, issues } = writing
  if (above.includes(value)) add(issues, at(CYCLE, path, {}))
  else if (above.length >= DEEPEST) add(issues, at(TOO_DEEP, path, { limit: DEEPEST }))
  else {
    above.push(value)
    writeParts(value, path, writing)
    above.pop()
  }
}

function writeParts(value: object, path: Path, writing: Writing): void {
  try {
    if (Array.isArray(value)) writeArray(value, path, writing)
    else if (isPlain(value)) writeRecord(value, path, writing)
    else add(writing.issues, invalid(value, path, PLAIN_JSON))
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    // A getter or a proxy that throws.
    add(writing.issues, at(OBJECT_THROWS, path, {}))
  }
}

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function writeArray(values: readonly unknown[], path: Path, writing: Writing): void {
  writing.take('[')
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) writing.take(',')
    writeValue(values[index], [...path, index], writing)
  }
  writing.take(']')
}

function writeRecord(
  fields: Readonly<Record<string, unknown>>,
  path: Path,
  writing: Writing,
): void {
  let separator = ''
  writing.take('{')
  for (const key of Object.keys(fields).sort()) {
    const part = fields[key]
    if (part === undefined) continue
    writing.take(separator)
    writeText(key, [...path, key], writing)
    writing.take(':')
    writeValue(part, [...path, key], writing)
    separator = ','
  }
  writing.take('}')
}

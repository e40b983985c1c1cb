/** Makes sure that a policy is plain JSON before anything reads it: no cycles, no prototypes, no surprises, no end in time. */
import {
  CYCLE,
  PLAIN_JSON,
  POLICY_TEXT_TOO_LONG,
  POLICY_THROWS,
  TOO_DEEP,
  TOO_MANY_VALUES,
} from '../issues.js'
import { add, at, type Issue, invalid, type Path, SalesRulesError } from './issue.js'
import { forbiddenKey } from './values.js'

const DEEPEST = 32
const MOST_VALUES = 100_000
const LONGEST_TEXT = 10_000
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']

/** A copy of a value made of plain objects, arrays and single values only; what is not plain adds an issue. */
export function copyPlain(value: unknown, issues: Issue[]): unknown {
  const seen = { values: 0, above: [] as object[] }
  return copyValue(value, [], seen, issues)
}

interface Seen {
  values: number
  /** The objects that the value is in, from the outside in: meeting one again is a cycle. */
  readonly above: object[]
}

function copyValue(value: unknown, path: Path, seen: Seen, issues: Issue[]): unknown {
  seen.values += 1
  if (seen.values > MOST_VALUES)
    return refused(at(TOO_MANY_VALUES, path, { limit: MOST_VALUES }), issues)
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    return refused(at(POLICY_TEXT_TOO_LONG, path, { limit: LONGEST_TEXT }), issues)
  if (typeof value === 'function' || typeof value === 'symbol')
    return refused(invalid(value, path, PLAIN_JSON), issues)
  if (typeof value !== 'object' || value === null || isDecimal(value)) return value
  if (seen.above.includes(value)) return refused(at(CYCLE, path, {}), issues)
  if (seen.above.length >= DEEPEST) return refused(at(TOO_DEEP, path, { limit: DEEPEST }), issues)
  seen.above.push(value)
  const copy = copyObject(value, path, seen, issues)
  seen.above.pop()
  return copy
}

function copyObject(value: object, path: Path, seen: Seen, issues: Issue[]): unknown {
  try {
    if (Array.isArray(value)) return copyArray(value, path, seen, issues)
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return refused(invalid(value, path, PLAIN_JSON), issues)
    return copyRecord(value as Record<string, unknown>, path, seen, issues)
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    // A getter or a proxy that throws.
    return refused(at(POLICY_THROWS, path, {}), issues)
  }
}

function copyArray(values: readonly unknown[], path: Path, seen: Seen, issues: Issue[]): unknown {
  const copy: unknown[] = []
  for (let index = 0; index < values.length && seen.values <= MOST_VALUES; index += 1) {
    copy.push(copyValue(values[index], [...path, index], seen, issues))
  }
  return copy
}

function copyRecord(
  value: Record<string, unknown>,
  path: Path,
  seen: Seen,
  issues: Issue[],
): unknown {
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    if (seen.values > MOST_VALUES) break
    if (FORBIDDEN_KEYS.includes(key)) add(issues, forbiddenKey(key, path))
    else if (value[key] !== undefined)
      copy[key] = copyValue(value[key], [...path, key], seen, issues)
  }
  return copy
}

function isDecimal(value: object): boolean {
  try {
    return (value as { toStringTag?: unknown }).toStringTag === '[object Decimal]'
  } catch {
    // A getter or a proxy that throws: whatever it is, it is not a Decimal.
    return false
  }
}

function refused(issue: Issue, issues: Issue[]): undefined {
  add(issues, issue)
}

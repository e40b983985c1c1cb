/** Makes sure that what is given is plain JSON before anything reads it: no cycles, no prototypes, no surprises, no end in time. */
import {
  CYCLE,
  OBJECT_THROWS,
  PLAIN_JSON,
  POLICY_TEXT_TOO_LONG,
  POLICY_THROWS,
  TOO_DEEP,
  TOO_MANY_VALUES,
} from '../issues.js'
import { add, at, type Issue, invalid, type Path, SalesRulesError } from './issue.js'
import { forbiddenKey } from './values.js'

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']

/** How a value is copied. */
interface Copying {
  readonly deepest: number
  readonly mostValues: number
  readonly longestText: number
  readonly throws: typeof OBJECT_THROWS
  /** What stands in the copy for a value that is not copied part by part; itself for one that is. */
  readonly standIn: (value: unknown) => unknown
  /** Whether a value without parts may be in the copy. */
  readonly isSingle: (value: unknown) => boolean
}

const POLICY: Copying = {
  deepest: 32,
  mostValues: 100_000,
  longestText: 10_000,
  throws: POLICY_THROWS,
  standIn: (value) => value,
  isSingle: (value) => typeof value !== 'function' && typeof value !== 'symbol',
}

/** What was computed, or is computed from, may be far larger than a policy; it is what JSON can be, and no more. */
const DATA: Copying = {
  deepest: 100,
  mostValues: 10_000_000,
  longestText: 2_000_000_000,
  throws: OBJECT_THROWS,
  standIn: (value) =>
    typeof value === 'bigint' || isDecimal(value) ? String(value) : value === 0 ? 0 : value,
  isSingle: (value) =>
    typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value),
}

/** A copy of a value made of plain objects, arrays and single values only; what is not plain adds an issue. */
export function copyPlain(value: unknown, issues: Issue[]): unknown {
  return copyValue(value, startOf(POLICY, []), issues)
}

/**
 * A copy of data as JSON would keep it: a bigint and a Decimal are text. `standIn` says what stands for an object that is not to be copied part
 * by part; an object itself is.
 */
export function copyData(
  value: unknown,
  path: Path,
  issues: Issue[],
  standIn: (value: unknown) => unknown = (one) => one,
): unknown {
  const copying = { ...DATA, standIn: (one: unknown) => DATA.standIn(standIn(one)) }
  return copyValue(value, startOf(copying, path), issues)
}

interface Seen extends Copying {
  values: number
  /** Where the copying is: a list of its own only for what is refused, since there may be ten million values. */
  readonly path: (string | number)[]
  /** The objects that the value is in, from the outside in: meeting one again is a cycle. */
  readonly above: object[]
}

function startOf(copying: Copying, path: Path): Seen {
  return { ...copying, values: 0, path: [...path], above: [] }
}

function copyValue(given: unknown, seen: Seen, issues: Issue[]): unknown {
  seen.values += 1
  if (seen.values > seen.mostValues)
    return refused(at(TOO_MANY_VALUES, [...seen.path], { limit: seen.mostValues }), issues)
  const value = standInFor(given, seen, issues)
  if (typeof value === 'string' && value.length > seen.longestText)
    return refused(at(POLICY_TEXT_TOO_LONG, [...seen.path], { limit: seen.longestText }), issues)
  if (value === null || (typeof value === 'object' && isDecimal(value))) return value
  if (typeof value !== 'object')
    return seen.isSingle(value)
      ? value
      : refused(invalid(value, [...seen.path], PLAIN_JSON), issues)
  if (seen.above.includes(value)) return refused(at(CYCLE, [...seen.path], {}), issues)
  if (seen.above.length >= seen.deepest)
    return refused(at(TOO_DEEP, [...seen.path], { limit: seen.deepest }), issues)
  seen.above.push(value)
  const copy = copyObject(value, seen, issues)
  seen.above.pop()
  return copy
}

function standInFor(value: unknown, seen: Seen, issues: Issue[]): unknown {
  try {
    return seen.standIn(value)
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    // What is to be written as text throws.
    refused(at(seen.throws, [...seen.path], {}), issues)
    return null
  }
}

function copyObject(value: object, seen: Seen, issues: Issue[]): unknown {
  try {
    if (Array.isArray(value)) return copyArray(value, seen, issues)
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return refused(invalid(value, [...seen.path], PLAIN_JSON), issues)
    return copyRecord(value as Record<string, unknown>, seen, issues)
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    // A getter or a proxy that throws.
    return refused(at(seen.throws, [...seen.path], {}), issues)
  }
}

function copyArray(values: readonly unknown[], seen: Seen, issues: Issue[]): unknown {
  const copy: unknown[] = []
  const { length } = values
  const room = seen.mostValues - seen.values
  if (length > room) {
    // At once: a list of four billion holes is not read up to the limit.
    seen.values = seen.mostValues + 1
    return refused(at(TOO_MANY_VALUES, [...seen.path, room], { limit: seen.mostValues }), issues)
  }
  for (let index = 0; index < length && seen.values <= seen.mostValues; index += 1) {
    copy.push(copyAt(index, values[index], seen, issues))
  }
  return copy
}

function copyRecord(value: Record<string, unknown>, seen: Seen, issues: Issue[]): unknown {
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    if (seen.values > seen.mostValues) break
    if (FORBIDDEN_KEYS.includes(key)) add(issues, forbiddenKey(key, [...seen.path]))
    else if (value[key] !== undefined) copy[key] = copyAt(key, value[key], seen, issues)
  }
  return copy
}

function copyAt(step: string | number, value: unknown, seen: Seen, issues: Issue[]): unknown {
  seen.path.push(step)
  const copy = copyValue(value, seen, issues)
  seen.path.pop()
  return copy
}

function isDecimal(value: unknown): boolean {
  try {
    return (value as { toStringTag?: unknown } | null)?.toStringTag === '[object Decimal]'
  } catch {
    // A getter or a proxy that throws: whatever it is, it is not a Decimal.
    return false
  }
}

function refused(issue: Issue, issues: Issue[]): undefined {
  add(issues, issue)
}

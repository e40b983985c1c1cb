/**
 * Reads values that nobody vouches for: rows, facts, options. Each function adds what is wrong to a list and goes on, so that
 * a caller learns of all problems at once. Only own keys of plain objects are read: nothing inherited, no prototype tricks.
 */
import {
  closest,
  didYouMean,
  type Issue,
  issueAt,
  type Path,
  refuseIfTooMany,
  show,
} from './issue.js'

/** An object whose keys are known and whose values are not. */
export type Fields = Readonly<Record<string, unknown>>

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']
const MOST_KEYS = 1000
/** A longer list is streamed, or stored as columns; reading a length that is a mistake would take all memory. */
const MOST_ENTRIES = 10_000_000

/**
 * Reads an object that may have these keys and no others.
 *
 * @internal
 */
export function readFields(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): Fields | undefined {
  const fields = readRecord(value, path, issues)
  if (fields === undefined) return undefined
  for (const key of Object.keys(fields)) {
    // A forbidden key is reported where the record is read.
    if (!known.includes(key) && !FORBIDDEN_KEYS.includes(key))
      issues.push(unknownKey(key, path, known))
  }
  return fields
}

/**
 * Reads an object with any keys, as a copy that inherits nothing.
 *
 * @internal
 */
export function readRecord(value: unknown, path: Path, issues: Issue[]): Fields | undefined {
  refuseIfTooMany(issues)
  const fields = copyOwn(value)
  if (fields === undefined || typeof fields === 'string') {
    issues.push(
      fields === undefined ? invalid(value, path, 'a plain object') : unreadable(fields, path),
    )
    return undefined
  }
  for (const key of Object.keys(fields)) {
    if (FORBIDDEN_KEYS.includes(key)) issues.push(forbiddenKey(key, path))
  }
  return fields
}

/**
 * Reads the options of a function: as an object, none given meaning an empty one.
 *
 * @internal
 */
export function readOptions(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): Fields | undefined {
  return readFields(value ?? {}, path, known, issues)
}

/** The fields; why they cannot be read; or undefined where it is no plain object. */
function copyOwn(value: unknown): Fields | string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    if (Array.isArray(value)) return undefined
    if (value instanceof Date || value instanceof Map || value instanceof Set) return undefined
    const keys = Object.keys(value)
    if (keys.length > MOST_KEYS) return `an object of more than ${MOST_KEYS} keys`
    const copy = new Bare()
    for (const key of keys) {
      const field = (value as Fields)[key]
      if (field !== undefined) copy[key] = field
    }
    return copy
  } catch {
    return THROWS
  }
}

/** Makes objects that inherit nothing, which are read several times as fast as those of `Object.create(null)`. */
const Bare = /* @__PURE__ */ (() => {
  // biome-ignore lint/complexity/useArrowFunction: an arrow makes nothing.
  const make = function () {} as unknown as new () => Record<string, unknown>
  make.prototype = Object.freeze(Object.create(null))
  return make
})()

/** A proxy, or a getter of it, throws. */
const THROWS = 'an object that throws when it is read'

function unreadable(reason: string, path: Path): Issue {
  const text = `got ${reason}, expected plain data.`
  return issueAt('VALUE_UNREADABLE', path, { reason }, text)
}

/** @internal */
export function unknownKey(key: string, path: Path, known: readonly string[]): Issue {
  if (FORBIDDEN_KEYS.includes(key)) return forbiddenKey(key, path)
  const suggestion = closest(key, known)
  const text = `is not a known key. Known: ${known.join(', ')}.${didYouMean(suggestion)}`
  return issueAt('UNKNOWN_KEY', [...path, key], { key, known, suggestion }, text)
}

/** @internal */
export function forbiddenKey(key: string, path: Path): Issue {
  return issueAt(
    'KEY_FORBIDDEN',
    [...path, key],
    { key },
    'is a key that is never read. Remove it.',
  )
}

/** @internal */
export function invalid(value: unknown, path: Path, expected: string): Issue {
  if (value === undefined || value === null) {
    return issueAt('VALUE_MISSING', path, { expected }, `is missing, expected ${expected}.`)
  }
  const given = show(value)
  const text = `got ${given}, expected ${expected}.`
  return issueAt('VALUE_INVALID', path, { given, expected }, text)
}

/**
 * Reads one of several words.
 *
 * @internal
 */
export function readWord<Word extends string>(
  value: unknown,
  path: Path,
  allowed: readonly Word[],
  issues: Issue[],
): Word | undefined {
  if ((allowed as readonly unknown[]).includes(value)) return value as Word
  issues.push(notAllowed(value, path, allowed))
  return undefined
}

/** @internal */
export function notAllowed(value: unknown, path: Path, allowed: readonly string[]): Issue {
  const list = allowed.map((word) => JSON.stringify(word)).join(', ')
  if (value === undefined) return invalid(value, path, `one of ${list}`)
  const given = show(value)
  const suggestion = typeof value === 'string' ? closest(value, allowed) : null
  const text = `got ${given}, expected one of ${list}.${didYouMean(suggestion)}`
  return issueAt('VALUE_NOT_ALLOWED', path, { given, allowed, suggestion }, text)
}

const LONGEST_NAME = 200

/** @internal */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME
}

/**
 * Reads a name: a text of 1 to 200 characters.
 *
 * @internal
 */
export function readName(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (isName(value)) return value
  refuseIfTooMany(issues)
  issues.push(invalid(value, path, `a text of 1 to ${LONGEST_NAME} characters`))
  return undefined
}

/** @internal */
export function readBoolean(value: unknown, path: Path, issues: Issue[]): boolean | undefined {
  if (typeof value === 'boolean') return value
  issues.push(invalid(value, path, 'true or false'))
  return undefined
}

/**
 * Reads a list, as a copy without holes.
 *
 * @internal
 */
export function readArray(
  value: unknown,
  path: Path,
  issues: Issue[],
): readonly unknown[] | undefined {
  refuseIfTooMany(issues)
  const length = readLength(value, path, issues)
  if (length === undefined) return undefined
  try {
    const list: unknown[] = []
    // By position: what the array's own iterator gives need not end.
    for (let index = 0; index < length; index += 1) list.push((value as unknown[])[index])
    return list
  } catch {
    issues.push(unreadable(THROWS, path))
    return undefined
  }
}

/**
 * Reads how long a list is, for those who look at its entries where they are.
 *
 * @internal
 */
export function readLength(value: unknown, path: Path, issues: Issue[]): number | undefined {
  const length = lengthOf(value)
  if (typeof length === 'number') return length
  issues.push(length === undefined ? invalid(value, path, 'an array') : unreadable(length, path))
  return undefined
}

function lengthOf(value: unknown): number | string | undefined {
  try {
    if (!Array.isArray(value)) return undefined
    const { length } = value
    return length <= MOST_ENTRIES ? length : `an array of more than ${MOST_ENTRIES} entries`
  } catch {
    return THROWS
  }
}

/**
 * Whether a value is a typed column of this kind. A proxy of one is none, so that nothing in between can throw.
 *
 * @internal
 */
export function isTyped(value: unknown, kind: string): boolean {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === kind
}

/**
 * Reads a whole number between two bounds.
 *
 * @internal
 */
export function readInteger(
  value: unknown,
  path: Path,
  issues: Issue[],
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): number | undefined {
  const range = `a whole number from ${minimum} to ${maximum}`
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    issues.push(invalid(value, path, range))
    return undefined
  }
  if (value < minimum || value > maximum) {
    const params = { given: String(value), minimum: String(minimum), maximum: String(maximum) }
    issues.push(issueAt('NUMBER_OUT_OF_RANGE', path, params, `got ${value}, expected ${range}.`))
    return undefined
  }
  return value
}

/**
 * Reads values that nobody vouches for: rows, facts, options. Each function adds what is wrong to a list and goes on, so that
 * a caller learns of all problems at once. Only own keys of plain objects are read: nothing inherited, no prototype tricks. A field that is
 * undefined is one that is left out, whoever has it and whether a loop over keys shows it or not.
 */
import {
  A_NAME,
  A_PLAIN_OBJECT,
  A_WHOLE_NUMBER,
  AN_ARRAY,
  FIELD_NOT_OWN,
  KEY_FORBIDDEN,
  OBJECT_THROWS,
  ONE_OF,
  TOO_MANY_ENTRIES,
  TOO_MANY_KEYS,
  TRUE_OR_FALSE,
  UNKNOWN_KEY,
  VALUE_NOT_ALLOWED,
  WHOLE_NUMBER_OUT_OF_RANGE,
} from '../issues.js'
import {
  add,
  at,
  closest,
  type Issue,
  invalid,
  type Path,
  refuseIfTooMany,
  SalesRulesError,
  show,
} from './issue.js'

/** An object whose keys are known and whose values are not. */
export type Fields = Readonly<Record<string, unknown>>

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype']
const MOST_KEYS = 1000
/** A longer list is streamed, or stored as columns; reading a length that is a mistake would take all memory. */
const MOST_ENTRIES = 10_000_000

/** Reads one value; on failure adds issues. */
export type Reader<Value> = (value: unknown, path: Path, issues: Issue[]) => Value

/** Reads the fields of an object one by one, each at its own path. Null stands for absent, as it does in a database. */
export function readersOf(fields: Fields, path: Path, issues: Issue[]) {
  const required = <Value>(key: string, reader: Reader<Value>): Value =>
    reader(fields[key], [...path, key], issues)
  const optional = <Value>(key: string, reader: Reader<Value>): Value | undefined =>
    (fields[key] ?? null) === null ? undefined : required(key, reader)
  return { required, optional }
}

/** Reads an object that may have these keys and no others. */
export function readFields(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): Fields | undefined {
  const fields = readRecord(value, path, issues, known)
  if (fields === undefined) return undefined
  for (const key of Object.keys(fields)) {
    // A forbidden key is reported where the record is read.
    if (!known.includes(key) && !FORBIDDEN_KEYS.includes(key))
      add(issues, unknownKey(key, path, known))
  }
  return fields
}

/**
 * Reads an object with any keys, as a copy that inherits nothing. One of the `known` keys that is there, but as an accessor of its
 * class, inherited or not enumerable, is refused: it would be passed over.
 */
export function readRecord(
  value: unknown,
  path: Path,
  issues: Issue[],
  known: readonly string[] = [],
): Fields | undefined {
  refuseIfTooMany(issues)
  try {
    if (!isRecord(value)) {
      issues.push(invalid(value, path, A_PLAIN_OBJECT))
      return undefined
    }
    const keys = Object.keys(value)
    if (keys.length > MOST_KEYS) {
      issues.push(at(TOO_MANY_KEYS, path, { limit: MOST_KEYS }))
      return undefined
    }
    const hidden = hiddenKeys(value, keys, known)
    for (const key of hidden) add(issues, at(FIELD_NOT_OWN, [...path, key], {}))
    // What is refused is read all the same, so that it is not reported as missing, too.
    return copyFields(value, [...keys, ...hidden], path, issues)
  } catch (error) {
    if (error instanceof SalesRulesError) throw error
    // A proxy, or a getter of it, throws.
    add(issues, at(OBJECT_THROWS, path, {}))
    return undefined
  }
}

/** Whether a value is an object with something in this field of its own. */
export function hasField(value: unknown, key: string): boolean {
  try {
    return Object.hasOwn(value as object, key) && (value as Fields)[key] !== undefined
  } catch {
    // Nothing at all, or a proxy that throws: the object cannot be read.
    return false
  }
}

function isRecord(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(value instanceof Date || value instanceof Map || value instanceof Set)
}

/** Known keys under which an object has something, but not among its own, enumerable ones. */
function hiddenKeys(
  value: Fields,
  keys: readonly string[],
  known: readonly string[],
): readonly string[] {
  // Most objects are plain and hide nothing, which is seen several times as fast as that each key is not there.
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === Object.prototype || prototype === null
  if (isPlain && Object.getOwnPropertyNames(value).length === keys.length) return []
  return known.filter((key) => !keys.includes(key) && value[key] !== undefined)
}

function copyFields(value: Fields, keys: readonly string[], path: Path, issues: Issue[]): Fields {
  const copy = new Bare()
  for (const key of keys) {
    if (FORBIDDEN_KEYS.includes(key)) add(issues, forbiddenKey(key, path))
    const field = value[key]
    if (field !== undefined) copy[key] = field
  }
  return copy
}

/** Reads the options of a function: as an object, none given meaning an empty one. */
export function readOptions(
  value: unknown,
  path: Path,
  known: readonly string[],
  issues: Issue[],
): Fields | undefined {
  return readFields(value ?? {}, path, known, issues)
}

/** Makes objects that inherit nothing, which are read several times as fast as those of `Object.create(null)`. */
const Bare = /* @__PURE__ */ (() => {
  // biome-ignore lint/complexity/useArrowFunction: an arrow makes nothing.
  const make = function () {} as unknown as new () => Record<string, unknown>
  make.prototype = Object.freeze(Object.create(null))
  return make
})()

export function unknownKey(key: string, path: Path, known: readonly string[]): Issue {
  if (FORBIDDEN_KEYS.includes(key)) return forbiddenKey(key, path)
  const suggestion = closest(key, known)
  return at(UNKNOWN_KEY, [...path, key], { key, known, suggestion })
}

export function forbiddenKey(key: string, path: Path): Issue {
  return at(KEY_FORBIDDEN, [...path, key], { key })
}

/** Reads one of several words. */
export function readWord<Word extends string>(
  value: unknown,
  path: Path,
  allowed: readonly Word[],
  issues: Issue[],
): Word | undefined {
  if ((allowed as readonly unknown[]).includes(value)) return value as Word
  add(issues, notAllowed(value, path, allowed))
  return undefined
}

export function notAllowed(value: unknown, path: Path, allowed: readonly string[]): Issue {
  if (value === undefined) return invalid(value, path, ONE_OF, { allowed })
  const given = show(value)
  const suggestion = typeof value === 'string' ? closest(value, allowed) : null
  return at(VALUE_NOT_ALLOWED, path, { given, allowed, suggestion })
}

const LONGEST_NAME = 200

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME
}

/** Reads a name: a text of 1 to 200 characters. */
export function readName(value: unknown, path: Path, issues: Issue[]): string | undefined {
  if (isName(value)) return value
  add(issues, invalid(value, path, A_NAME))
  return undefined
}

/** Reads why something was decided: a name that says something. */
export function readReason(value: unknown, path: Path, issues: Issue[]): string | undefined {
  const reason = readName(value, path, issues)
  if (reason === undefined || reason.trim() !== '') return reason
  add(issues, invalid(value, path, A_NAME))
  return undefined
}

export function readBoolean(value: unknown, path: Path, issues: Issue[]): boolean | undefined {
  if (typeof value === 'boolean') return value
  add(issues, invalid(value, path, TRUE_OR_FALSE))
  return undefined
}

/** Reads a list, as a copy without holes. */
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
    issues.push(at(OBJECT_THROWS, path, {}))
    return undefined
  }
}

/** Reads how long a list is, for those who look at its entries where they are. */
export function readLength(value: unknown, path: Path, issues: Issue[]): number | undefined {
  try {
    if (Array.isArray(value)) {
      const { length } = value
      if (length <= MOST_ENTRIES) return length
      add(issues, at(TOO_MANY_ENTRIES, path, { limit: MOST_ENTRIES }))
    } else add(issues, invalid(value, path, AN_ARRAY))
  } catch {
    // A proxy that throws.
    add(issues, at(OBJECT_THROWS, path, {}))
  }
  return undefined
}

/** Whether a value is a typed column of this kind. A proxy of one is none, so that nothing in between can throw. */
export function isTyped(value: unknown, kind: string): boolean {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === kind
}

/** Reads a whole number between two bounds. */
export function readInteger(
  value: unknown,
  path: Path,
  issues: Issue[],
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
): number | undefined {
  const range = { minimum: String(minimum), maximum: String(maximum) }
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    add(issues, invalid(value, path, A_WHOLE_NUMBER, range))
    return undefined
  }
  if (value < minimum || value > maximum) {
    add(issues, at(WHOLE_NUMBER_OUT_OF_RANGE, path, { given: String(value), ...range }))
    return undefined
  }
  // Not -0, which would show in what is made of it.
  return value + 0
}

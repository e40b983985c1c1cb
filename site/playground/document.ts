/** A policy while it is edited: JSON that need not be valid yet, seen as text and as fields. */

export type Path = readonly (string | number)[]

export type Json = null | boolean | number | string | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** What a text says, or where it stops being JSON. */
export type Parsed =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly place: Place | null }

/** From 1, as editors count. */
interface Place {
  readonly line: number
  readonly column: number
}

/** Nobody writes a policy as deep as this; what goes through it calls itself. */
const DEEPEST = 60

export function parseDocument(text: string): Parsed {
  try {
    const document: unknown = JSON.parse(text)
    return isObject(document) && !isDeeper(document, DEEPEST)
      ? { ok: true, document }
      : { ok: false, place: null }
  } catch (error) {
    return { ok: false, place: placeIn(text, String(error)) }
  }
}

export function writeDocument(document: JsonObject): string {
  return JSON.stringify(document, null, 2)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}

/** Some engines say the line and the column, some the position, and some neither. */
function placeIn(text: string, message: string): Place | null {
  const said = /line (\d+) column (\d+)/.exec(message)
  if (said) return { line: Number(said[1]), column: Number(said[2]) }
  const position = /position (\d+)/.exec(message)?.[1]
  if (position === undefined) return null
  const before = text.slice(0, Number(position)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** What is in a place; undefined where nothing is. */
export function valueAt(document: Json | undefined, path: Path): Json | undefined {
  let value = document
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as { readonly [step: string | number]: Json })[step]
  }
  return value
}

/** The same with another value in a place; undefined takes it out. What is missing on the way comes into being, and what is left empty goes. */
export function withValueAt(document: JsonObject, path: Path, value: Json | undefined): JsonObject {
  return (changed(document, path, value) ?? {}) as JsonObject
}

function changed(
  container: Json | undefined,
  path: Path,
  value: Json | undefined,
): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') return changedList(listOf(container), step, rest, value)
  const before = isObject(container) ? container : {}
  const inner = changed(valueAt(before, [step]), rest, value)
  if (inner === undefined) return without(before, step)
  // In its place among the others, and last where it is new.
  const entries = Object.entries(before)
  return Object.hasOwn(before, step)
    ? Object.fromEntries(entries.map(([key, kept]) => [key, key === step ? inner : kept]))
    : Object.fromEntries([...entries, [step, inner]])
}

function without(container: JsonObject, step: string): JsonObject | undefined {
  const left = Object.entries(container).filter(([key]) => key !== step)
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

function changedList(
  list: readonly Json[],
  at: number,
  rest: Path,
  value: Json | undefined,
): readonly Json[] {
  const inner = changed(list[at], rest, value)
  const kept = inner === undefined ? [] : [inner]
  return [...list.slice(0, at), ...kept, ...list.slice(at + 1)]
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** What somebody typed in the place of a value: a number where there was one and it stays the same number, a text otherwise. */
export function typed(text: string, before: Json | undefined): Json {
  return typeof before === 'number' && String(Number(text)) === text ? Number(text) : text
}

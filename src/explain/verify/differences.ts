/** Where two pieces of plain data differ. */
import type { Path } from '../../kernel/index.js'

/** A place where two pieces of data differ; what one of them does not have is left out. */
export interface Difference {
  readonly path: Path
  readonly was?: unknown
  readonly is?: unknown
}

/** By what the entries of a list are told apart; undefined where it is their positions. */
export type NamesOf = (list: readonly unknown[]) => readonly string[] | undefined

/** The places in which two pieces of plain data differ, in the order of the second; what only the first has comes last. */
export function* differencesOf(
  was: unknown,
  is: unknown,
  path: Path = [],
  namesOf: NamesOf = () => undefined,
): Generator<Difference> {
  const both = partsOf(was, is, namesOf)
  if (both === null) {
    if (was !== is) yield { path, was, is }
    return
  }
  const [left, right] = both
  for (const [key, part] of right)
    if (left.has(key)) yield* differencesOf(left.get(key), part, [...path, key], namesOf)
    else yield { path: [...path, key], is: part }
  for (const [key, part] of left) if (!right.has(key)) yield { path: [...path, key], was: part }
}

type Parts = ReadonlyMap<string | number, unknown>

/** The parts of two objects, or of two lists; null where they are not both one. */
function partsOf(was: unknown, is: unknown, namesOf: NamesOf): readonly [Parts, Parts] | null {
  if (Array.isArray(was) && Array.isArray(is)) return entriesOf(was, is, namesOf)
  return isRecord(was) && isRecord(is) ? [fieldsOf(was), fieldsOf(is)] : null
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldsOf(record: object): Parts {
  return new Map(Object.entries(record))
}

type List = readonly unknown[]

/** Two lists by the names of their entries where both have such names, else by position. */
function entriesOf(was: List, is: List, namesOf: NamesOf): readonly [Parts, Parts] {
  const [left, right] = [namesOf(was), namesOf(is)]
  if (left === undefined || right === undefined)
    return [new Map(was.entries()), new Map(is.entries())]
  return [namedBy(left, was), namedBy(right, is)]
}

function namedBy(names: readonly string[], list: List): Parts {
  return new Map(names.map((name, index) => [name, list[index]]))
}

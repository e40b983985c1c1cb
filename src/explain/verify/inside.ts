/** Looking into plain data of which nobody knows what it is. */
import * as read from '../../kernel/input/read.js'

/** What an object has in a field; undefined where it has none, or is no object. */
export function inside(value: unknown, key: string): unknown {
  return read.record(value, [], [])?.[key]
}

/** The list in a field; an empty one where there is none. */
export function listIn(value: unknown, key: string): readonly unknown[] {
  return read.array(inside(value, key), [], []) ?? []
}

/** The single value in a field, as text; null where there is none. */
export function textIn(value: unknown, key: string): string | null {
  const single = inside(value, key) ?? null
  return single === null || typeof single === 'object' ? null : String(single)
}

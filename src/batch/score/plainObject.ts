/** The fields of an object, as they can be read. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Whether nothing but own keys can be read of an object. What inherits from anything else may show keys that are not its own, and is
 * for the strict reader.
 */
export function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * The same of a row, of which a program has few shapes: up to four an engine knows the prototype by the shape, which takes 9 and 20 ns off
 * the 59 and 108 of a customer and a lead under three models in turn. Of results, which have more shapes, it would take 40 ns more.
 */
export function isPlainRow(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  // biome-ignore lint/suspicious/noProto: the call that reads it otherwise is what the time goes to.
  const prototype = (value as Fields)['__proto__']
  return prototype === Object.prototype || isPlainObject(value)
}

/**
 * Whether plain objects inherit none of these keys, and none that a loop over keys would show: a program may have changed the prototype
 * of all objects.
 */
export function inheritsNone(keys: readonly string[]): boolean {
  for (const _ in {}) return false
  return keys.every((key) => !(key in Object.prototype))
}

/** The bit of a key that a loop has seen; those after the 31st have none. */
export const bitOf = (at: number): number => (at < 31 ? 1 << at : 0)

/** Whether one of these keys has a value that is no enumerable field, which the rule refuses. A loop has seen those of these bits. */
export function hides(value: Fields, keys: readonly string[], seen: number): boolean {
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as string
    const isHidden = (seen & bitOf(at)) === 0 && value[key] !== undefined
    if (isHidden && !Object.prototype.propertyIsEnumerable.call(value, key)) return true
  }
  return false
}

/**
 * Whether the rule surely refuses a row, seen from its keys alone: one that nothing knows has a value, or one that must be there has none.
 * Written out, the issues of a misspelt column take fifty times as long.
 */
export function isSurelyRefused(
  value: Fields,
  known: ReadonlyMap<string, unknown>,
  required: readonly string[],
): boolean {
  for (const key in value) if (!known.has(key) && value[key] !== undefined) return true
  return required.some((key) => (value[key] ?? null) === null)
}

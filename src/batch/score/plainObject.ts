/** The fields of an object, as they can be read. */
export type Fields = Readonly<Record<string, unknown>>

/**
 * Whether nothing but own keys can be read of an object. What inherits from anything else may show keys that are not its own, and is
 * for the strict reader.
 */
export function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  // biome-ignore lint/suspicious/noProto: an engine knows it by the shape of the object; a call costs as much as scoring the row.
  return (value as Record<string, unknown>)['__proto__'] === Object.prototype || isBare(value)
}

function isBare(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * Whether plain objects inherit none of these keys, and none that a loop over keys would show: a program may have changed the prototype
 * of all objects.
 */
export function inheritsNone(keys: readonly string[]): boolean {
  for (const _ in {}) return false
  return keys.every((key) => !(key in Object.prototype))
}

/**
 * Whether an object has one of these keys that a loop, which has seen so many, does not show: it is no enumerable field, which the rule
 * refuses.
 */
export function hides(value: Fields, keys: readonly string[], seen: number): boolean {
  let there = 0
  for (const key of keys) if (key in value) there += 1
  return there !== seen
}

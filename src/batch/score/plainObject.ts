/**
 * Whether nothing but own keys can be read of an object. What inherits from anything else may show keys that are not its own, and such a
 * row is for the strict reader.
 *
 * @internal
 */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  // biome-ignore lint/suspicious/noProto: an engine knows it by the shape of the object; a call costs as much as scoring the row.
  return (value as Record<string, unknown>)['__proto__'] === Object.prototype || isBare(value)
}

function isBare(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * How many keys an object has. Where as many known ones have a value, there is no unknown one.
 *
 * @internal
 */
export function countKeys(value: object): number {
  let count = 0
  for (const _ in value) count += 1
  return count
}

/**
 * Whether plain objects inherit none of these keys, and none that a loop over keys would show: a program may have changed the prototype
 * of all objects.
 *
 * @internal
 */
export function inheritsNone(keys: readonly string[]): boolean {
  return countKeys({}) === 0 && keys.every((key) => !(key in Object.prototype))
}

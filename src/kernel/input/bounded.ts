/** How much a value may hold. */
export interface Bounds {
  readonly mostValues: number
  readonly longestText: number
  readonly deepest: number
}

/**
 * Whether a value can be read to its end by who does not look out: no cycle, no list of four billion holes, nothing that throws when it
 * is looked at, and no more than the bounds. `JSON.stringify` of some hundred million holes takes all memory, or ends the process.
 */
export function isBounded(value: unknown, bounds: Bounds): boolean {
  const left = { values: bounds.mostValues }
  try {
    return isWithin(value, bounds, left, 0)
  } catch {
    // A getter or a proxy.
    return false
  }
}

function isWithin(
  value: unknown,
  bounds: Bounds,
  left: { values: number },
  depth: number,
): boolean {
  left.values -= 1
  if (typeof value === 'string') return value.length <= bounds.longestText
  if (typeof value !== 'object' || value === null) return true
  if (depth > bounds.deepest || ArrayBuffer.isView(value)) return false
  const parts = Array.isArray(value) ? value : Object.values(value)
  if (parts.length > left.values) return false
  for (let index = 0; index < parts.length; index += 1)
    if (!isWithin(parts[index], bounds, left, depth + 1)) return false
  return left.values >= 0
}

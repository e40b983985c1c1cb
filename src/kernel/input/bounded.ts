/** More levels than any policy or outcome has. */
const DEEPEST = 100

/**
 * Whether a value can be read to its end by who does not look out: no cycle, no list of four billion holes, nothing that throws when it
 * is looked at, at most so many values, and no longer text. `JSON.stringify` of some hundred million holes takes all memory, or ends the program.
 */
export function isBounded(value: unknown, mostValues: number, longestText: number): boolean {
  let left = mostValues
  const isWithin = (one: unknown, depth: number): boolean => {
    left -= 1
    if (typeof one === 'string') return one.length <= longestText
    if (typeof one !== 'object' || one === null) return true
    if (depth > DEEPEST || ArrayBuffer.isView(one)) return false
    const parts = Array.isArray(one) ? one : Object.values(one)
    return parts.length <= left && parts.every((part) => isWithin(part, depth + 1))
  }
  try {
    return isWithin(value, 0)
  } catch {
    // A getter or a proxy.
    return false
  }
}

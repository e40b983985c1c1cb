/** Whether a value is a Map, of whichever realm; a proxy of one is not, as nothing can be looked up in it. */
export function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  // What throws takes a hundred times as long, and most figures are of all payees and no Map.
  if (typeof value !== 'object' || value === null) return false
  try {
    Map.prototype.has.call(value as Map<unknown, unknown>, undefined)
    return true
  } catch {
    return false
  }
}

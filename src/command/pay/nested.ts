/** `{ 'facts.margin': 1 }` as `{ facts: { margin: 1 } }`: a table is flat, and an input is not. */
export function nested(flat: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, value] of flat) {
    const dot = key.indexOf('.')
    if (dot === -1) {
      made[key] = value
      continue
    }
    const [outer, inner] = [key.slice(0, dot), key.slice(dot + 1)]
    made[outer] = { ...(made[outer] as object | undefined), [inner]: value }
  }
  return made
}

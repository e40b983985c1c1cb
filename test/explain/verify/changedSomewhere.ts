/** Plain data with one of its single values changed. */

/** Each place with a single value, and the data with another one there. */
export function* changesOf(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) {
    yield otherThan(value)
    return
  }
  for (const [key, part] of Object.entries(value))
    for (const changed of changesOf(part)) {
      const copy: object = Array.isArray(value) ? [...value] : { ...value }
      yield Object.assign(copy, { [key]: changed })
    }
}

/** The data changed in one of its places, counted around; undefined where it has none. */
export function changedSomewhere(value: unknown, place: number): unknown {
  const all = [...changesOf(value)]
  return all[place % all.length]
}

/** Another digit, or another word. */
function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return 'x'
  const digit = /\d(?=\D*$)/.exec(value)
  if (digit === null) return `${value}x`
  const next = String((Number(digit[0]) + 1) % 10)
  return value.slice(0, digit.index) + next + value.slice(digit.index + 1)
}

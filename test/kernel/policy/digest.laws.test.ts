import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/kernel/policy/digest.js'

/** Any JSON: keys and texts of whole Unicode characters, numbers with every exponent. */
const json = fc
  .jsonValue({ maxDepth: 4, stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)))

type Json = ReturnType<typeof JSON.parse>

/** The same data with the keys of every object the other way round. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, part]) => [key, turned(part)] as const)
  return Object.fromEntries(fields.reverse())
}

/** The places of all single values, and of what is empty. */
function placesOf(value: Json, path: readonly string[] = []): (readonly string[])[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (parts.length === 0) return [path]
  return parts.flatMap(([key, part]) => placesOf(part, [...path, key]))
}

function withOther(value: Json, [key, ...rest]: readonly string[]): Json {
  if (key === undefined) return [value]
  const copy = Array.isArray(value) ? [...value] : Object.fromEntries(Object.entries(value))
  Object.defineProperty(copy, key, { value: withOther(value[key], rest), enumerable: true })
  return copy
}

describe('for all data, the digest', () => {
  it('of a copy through JSON is the same', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(digestOf(JSON.parse(JSON.stringify(value)))).toBe(digestOf(value))
      }),
    )
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(digestOf(turned(value))).toBe(digestOf(value))
      }),
    )
  })

  it('changes with any value in it', () => {
    fc.assert(
      fc.property(json, fc.nat(), (value, pick) => {
        const places = placesOf(value)
        const changed = withOther(value, places[pick % places.length] ?? [])
        expect(digestOf(changed)).not.toBe(digestOf(value))
      }),
    )
  })

  it('is the same for two values only where their JSON is', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        const same = JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
        expect(digestOf(one) === digestOf(other)).toBe(same)
      }),
    )
  })
})

function sorted(value: Json): Json {
  if (Array.isArray(value)) return ['list', value.map(sorted)]
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, sorted(part)])
}

import { describe, expect, it } from 'vitest'
import { isBounded } from '../../../src/kernel/input/bounded.js'

const bounds = { mostValues: 5, longestText: 3, deepest: 2 }
const cyclic: unknown[] = []
cyclic.push(cyclic)
const revoked = Proxy.revocable({}, {})
revoked.revoke()

describe('isBounded', () => {
  it.each([[1], ['abc'], [null], [{ a: 1, b: [2] }], [[1, 2, 3, 4]]])('takes %j', (value) => {
    expect(isBounded(value, bounds)).toBe(true)
  })

  it.each([
    ['a long text', 'abcd'],
    ['one value too many', [1, 2, 3, 4, 5]],
    ['one value too many in parts', [[1, 2], [3]]],
    ['a list of four billion holes', new Array(4_000_000_000)],
    ['what is too deep', [[[[]]]]],
    ['a cycle', cyclic],
    ['a column', new Uint8Array(1)],
    ['a revoked proxy', revoked.proxy],
  ])('refuses %s', (_, value) => {
    expect(isBounded(value, bounds)).toBe(false)
  })
})

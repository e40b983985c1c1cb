import { describe, expect, it } from 'vitest'
import { isBounded } from '../../../src/kernel/input/bounded.js'

const nested = (levels: number): unknown[] => (levels === 0 ? [] : [nested(levels - 1)])
const cyclic: unknown[] = []
cyclic.push(cyclic)
const revoked = Proxy.revocable({}, {})
revoked.revoke()

describe('isBounded', () => {
  it.each([[1], ['abc'], [null], [{ a: 1, b: [2] }], [[1, 2, 3, 4]]])('takes %j', (value) => {
    expect(isBounded(value, 5, 3)).toBe(true)
  })

  it.each([
    ['a long text', 'abcd'],
    ['one value too many', [1, 2, 3, 4, 5]],
    ['one value too many in parts', [[1, 2], [3]]],
    ['a list of four billion holes', new Array(4_000_000_000)],
    ['a cycle', cyclic],
    ['a column', new Uint8Array(1)],
    ['a revoked proxy', revoked.proxy],
  ])('refuses %s', (_, value) => {
    expect(isBounded(value, 5, 3)).toBe(false)
  })

  it('refuses what is more than a hundred levels deep', () => {
    expect(isBounded(nested(100), 1000, 3)).toBe(true)
    expect(isBounded(nested(101), 1000, 3)).toBe(false)
  })
})

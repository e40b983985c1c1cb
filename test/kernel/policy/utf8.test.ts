import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../../src/kernel/policy/utf8.js'

describe('utf8', () => {
  it('has the bytes that a TextEncoder has', () => {
    const encoder = new TextEncoder()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...utf8(text)]).toEqual([...encoder.encode(text)])
      }),
    )
    expect([...utf8('a客𝄞')]).toEqual([...encoder.encode('a客𝄞')])
  })
})

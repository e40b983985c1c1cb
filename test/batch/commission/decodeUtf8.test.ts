import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from '../../../src/batch/commission/decodeUtf8.js'

const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function byPlatform(bytes: Uint8Array): string | undefined {
  try {
    return platform.decode(bytes)
  } catch {
    return undefined
  }
}

describe('UTF-8 that is decoded by hand', () => {
  it.each([
    ['nothing', []],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an overlong point of three bytes', [0xe0, 0x9f, 0xbf]],
    ['an overlong point of four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['the last point before the surrogates', [0xed, 0x9f, 0xbf]],
    ['the last point', [0xf4, 0x8f, 0xbf, 0xbf]],
    ['a point beyond the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a point that is cut off', [0xe4, 0xb8]],
    ['a byte that only continues', [0x80]],
    ['a byte that never occurs', [0xff]],
    ['a mark at the front', [0xef, 0xbb, 0xbf, 0x41]],
  ])('is, or is refused, as by the platform: %s', (_, list) => {
    const bytes = Uint8Array.from(list)
    expect(decodeUtf8(bytes, 0, bytes.length)).toBe(byPlatform(bytes))
  })

  it('is that of the platform for any text, and for any bytes', () => {
    const utf8 = new TextEncoder()
    const texts = fc.string({ unit: 'binary' }).map((text) => utf8.encode(text))
    const leads = fc.constantFrom(0x7f, 0x80, 0xbf, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5)
    const bytes = fc.array(fc.oneof(fc.nat(255), leads)).map((list) => Uint8Array.from(list))
    fc.assert(
      fc.property(fc.oneof(texts, bytes), (drawn) => {
        expect(decodeUtf8(drawn, 0, drawn.length)).toBe(byPlatform(drawn))
      }),
      { numRuns: 20_000 },
    )
  })

  it('is that of its slice alone', () => {
    const bytes = new TextEncoder().encode('é,丁,𝄞')
    expect(decodeUtf8(bytes, 3, 6)).toBe('丁')
    expect(decodeUtf8(bytes, 3, 5)).toBeUndefined()
  })
})

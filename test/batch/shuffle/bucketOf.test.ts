import fc from 'fast-check'
import { attempt } from 'sales-rules'
import { bucketOf } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'

const ALL = 2 ** 32

/** CRC-32 by division of polynomials, a bit at a time, over BigInts: slow, and with nothing in common with a table. */
function crcOf(bytes: Uint8Array): number {
  const degree = 32n
  const divisor = 0x104c11db7n
  const reversed = (value: number, width: number) =>
    BigInt(`0b${[...value.toString(2).padStart(width, '0')].reverse().join('')}`)
  const message = bytes.reduce((all, byte) => (all << 8n) | reversed(byte, 8), 0n)
  const length = BigInt(bytes.length * 8)
  let rest = (message << degree) ^ (0xffffffffn << length)
  for (let bit = length + degree - 1n; bit >= degree; bit -= 1n)
    if ((rest >> bit) & 1n) rest ^= divisor << (bit - degree)
  return Number(reversed(Number(rest ^ 0xffffffffn), 32))
}

describe('the bucket of a key', () => {
  // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms (reveng.sourceforge.io/crc-catalogue), and Python's zlib.
  it.each([
    ['123456789', 0xcbf43926],
    ['Ann', 3748476051],
    ['张三', 2038739146],
  ])('is its CRC-32, whoever computes it: %s', (key, crc) => {
    expect(bucketOf(key, ALL)).toBe(crc)
  })

  it('is what division of polynomials comes to, for any text', () => {
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: ALL }), (text, buckets) => {
        const crc = crcOf(new TextEncoder().encode(text))
        expect(bucketOf(text, buckets)).toBe(crc % buckets)
      }),
    )
  })

  it.each([
    ['a number', 7, 64, 'key: got 7'],
    ['nothing', '', 64, 'key: got ""'],
    ['no buckets', 'Ann', 0, 'buckets: got 0'],
    ['half a bucket', 'Ann', 1.5, 'buckets: got 1.5'],
    ['too many', 'Ann', ALL + 1, 'buckets: got 4294967297'],
  ])('is refused for %s', (_, key, buckets, message) => {
    const outcome = attempt(() => bucketOf(key as string, buckets))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.message)).toEqual([
      expect.stringContaining(message),
    ])
  })
})

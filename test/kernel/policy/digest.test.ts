import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/kernel/policy/digest.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('digestOf', () => {
  it('is SHA-256 over canonical JSON: keys in order, nothing between the parts, what is undefined left out', () => {
    const value = { b: [1, 'é', null, true], a: { d: '2', c: undefined }, '€': 0.5 }
    expect(digestOf(value)).toBe(sha256('{"a":{"d":"2"},"b":[1,"é",null,true],"€":0.5}'))
  })

  it('orders keys by their UTF-16 code units, as RFC 8785 does in its example', () => {
    const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö']
    const value = Object.fromEntries(keys.map((key) => [key, 0]))
    const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33']
    const text = `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`
    expect(digestOf(value)).toBe(sha256(text))
  })
})

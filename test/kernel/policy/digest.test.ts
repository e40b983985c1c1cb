import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { digestOf, digestOfContents } from '../../../src/kernel/policy/digest.js'
import { problemsOf, refused } from '../refused.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const problems = (value: unknown) => problemsOf(attempt(() => digestOf(value)))

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

function thrown(): never {
  throw new Error('not for you')
}

describe('digestOf', () => {
  it('is the digest that OCI publishes for an empty object', () => {
    // https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidance-for-an-empty-descriptor
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  it('is SHA-256 over the canonical text that RFC 8785 publishes in section 3.2.3', () => {
    const given = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    const canonical =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`
    expect(digestOf(JSON.parse(given))).toBe(sha256(canonical))
  })

  it('orders keys by their UTF-16 code units, as RFC 8785 does in its example', () => {
    const keys = ['€', '\r', '\ufb33', '1', '😀', '\u0080', 'ö']
    const value = Object.fromEntries(keys.map((key) => [key, 0]))
    const sorted = ['\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33']
    const text = `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`
    expect(digestOf(value)).toBe(sha256(text))
  })

  it('has nothing between the parts, and leaves out what is undefined', () => {
    const value = { b: [1, 'é', null, true], a: { d: '2', c: undefined }, '€': 0.5 }
    expect(digestOf(value)).toBe(sha256('{"a":{"d":"2"},"b":[1,"é",null,true],"€":0.5}'))
    expect(digestOf([-0, '', {}, []])).toBe(sha256('[0,"",{},[]]'))
  })

  it('reads a Decimal as its text, which is what JSON makes of it', () => {
    expect(digestOf({ rate: new Decimal('0.030') })).toBe(digestOf({ rate: '0.03' }))
    expect(digestOf({ rate: 0.03 })).not.toBe(digestOf({ rate: '0.03' }))
  })

  it('takes single values, objects without a prototype, and one object twice side by side', () => {
    expect(digestOf('abc')).toBe(sha256('"abc"'))
    expect(digestOf(null)).toBe(sha256('null'))
    expect(digestOf(Object.assign(Object.create(null), { x: 1 }))).toBe(sha256('{"x":1}'))
    const shared = { x: 1 }
    expect(digestOf([shared, shared])).toBe(sha256('[{"x":1},{"x":1}]'))
    expect(digestOf(JSON.parse('{"__proto__":1}'))).toBe(sha256('{"__proto__":1}'))
  })

  it('hashes piece by piece what is longer than a piece', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => ({ id: `O-${index}`, city: '北京' }))
    expect(digestOf(lines)).toBe(
      sha256(JSON.stringify(lines.map(({ id, city }) => ({ city, id })))),
    )
  })
})

describe('what has no digest', () => {
  class Line {
    readonly amount = '1'
  }
  it.each([
    ['a function', () => 1, 'a function'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['a bigint', 1n, 'a bigint'],
    ['no number', Number.NaN, 'NaN'],
    ['infinity', Number.POSITIVE_INFINITY, 'Infinity'],
    ['a Decimal that is no number', new Decimal(Number.NaN), 'an object'],
    ['a Date', new Date(0), 'a Date'],
    ['a map', new Map(), 'an object'],
    ['a class of its own', new Line(), 'an object'],
  ])('is refused, with its place: %s', (_, value, given) => {
    expect(attempt(() => digestOf({ lines: [0, value] }))).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['lines', 1],
        params: { given, expected: 'plain-json' },
        message: `lines[1]: got ${given}, expected plain JSON: objects, arrays, texts, numbers, true, false, null.`,
      }),
    )
  })

  it('is a hole in a list, or nothing at all', () => {
    expect(problems([0, undefined])).toEqual(['VALUE_MISSING [1]'])
    expect(problems(undefined)).toEqual(['VALUE_MISSING '])
  })

  it('is half of a surrogate pair, which RFC 8785 refuses, in a text or in a key', () => {
    expect(digestOf('😀')).toBe(sha256('"😀"'))
    expect(problems({ name: '\ud83d' })).toEqual(['VALUE_INVALID name'])
    expect(problems({ '\ude00': 1 })).toEqual(['VALUE_INVALID \ude00'])
  })

  it('is told all at once', () => {
    expect(problems({ a: 1n, b: [Number.NaN], c: 1 })).toEqual([
      'VALUE_INVALID a',
      'VALUE_INVALID b[0]',
    ])
  })

  it('is a cycle', () => {
    const cyclic: Record<string, unknown> = { name: 'x' }
    cyclic['list'] = [1, { back: cyclic }]
    expect(problems(cyclic)).toEqual(['VALUE_UNREADABLE list[1].back'])
  })

  it('is deeper than 100 levels', () => {
    expect(digestOf(nested(100))).toBe(sha256(`${'['.repeat(100)}1${']'.repeat(100)}`))
    expect(problems(nested(101))).toEqual([`VALUE_UNREADABLE ${'[0]'.repeat(100)}`])
    expect(problems(nested(100_000))).toHaveLength(1)
  })

  it.each([
    ['a getter', Object.defineProperty({}, 'x', { enumerable: true, get: thrown })],
    ['a proxy', new Proxy({}, { get: thrown, getPrototypeOf: thrown, ownKeys: thrown })],
    ['a list', new Proxy([1], { get: thrown })],
  ])('is %s that throws, and what comes after it is still read', (_, value) => {
    expect(problems({ part: value, rest: 1n })).toEqual([
      'VALUE_UNREADABLE part',
      'VALUE_INVALID rest',
    ])
  })
})

describe('the digest of what a policy decides', () => {
  it('looks past its name, its version and its provenance', () => {
    const header = { id: 'a', version: '1', provenance: [] }
    const contents = { currency: 'EUR' }
    expect(digestOfContents({ ...header, ...contents })).toBe(digestOf(contents))
  })
})

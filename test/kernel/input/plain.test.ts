import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import type { IssueParams, Path } from '../../../src/kernel/input/issue.js'
import { copyPlain } from '../../../src/kernel/input/plain.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

const copy = (value: unknown) => collected((issues) => copyPlain(value, issues))

const unreadable = (
  path: Path,
  at: string,
  words: string,
  params: IssueParams['VALUE_UNREADABLE'],
) =>
  refused({
    code: 'VALUE_UNREADABLE',
    path,
    params,
    message: `${at}got ${words}. Simplify it.`,
  })

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

function thrown(): never {
  throw new Error('not for you')
}

describe('a plain copy', () => {
  it('has the same values and no object of the original', () => {
    const value = { a: [1, 'x', true, null, { b: 2n }], c: {} }
    const outcome = copy(value)
    expect(outcome).toEqual(answered(value))
    const copied = (outcome as { value: typeof value }).value
    expect(copied).not.toBe(value)
    expect(copied.a).not.toBe(value.a)
    expect(copied.a[4]).not.toBe(value.a[4])
  })

  it('leaves out what is undefined', () => {
    expect(Object.keys((copy({ a: undefined, b: 1 }) as { value: object }).value)).toEqual(['b'])
  })

  it('keeps a Decimal as it is', () => {
    const decimal = new Decimal('1.5')
    expect((copy({ a: decimal }) as { value: { a: Decimal } }).value.a).toBe(decimal)
  })

  it('may meet the same object twice, side by side', () => {
    const shared = { x: 1 }
    expect(copy([shared, shared])).toEqual(answered([shared, shared]))
  })

  it('takes objects without a prototype, and of another realm', () => {
    const bare = Object.assign(Object.create(null), { x: 1 })
    const foreign = Object.assign(Object.create(Object.create(null)), { x: 1 })
    expect([bare, foreign].map(copy)).toEqual([answered({ x: 1 }), answered({ x: 1 })])
  })
})

describe('what is not plain', () => {
  const expected = 'plain JSON: objects, arrays, texts, numbers, true, false, null'
  class Policy {
    readonly mode = 'marginal'
  }
  it.each([
    ['a Date', new Date(0), 'a Date'],
    ['a map', new Map(), 'an object'],
    ['a class of its own', new Policy(), 'an object'],
    ['an object with inherited keys', Object.create({ mode: 'marginal' }), 'an object'],
    ['a function', () => 1, 'a function'],
    ['a symbol', Symbol('x'), 'a symbol'],
  ])('is refused: %s', (_, value, given) => {
    expect(copy({ part: [value] })).toEqual(
      refused({
        code: 'VALUE_INVALID',
        path: ['part', 0],
        params: { given, expected: 'plain-json' },
        message: `part[0]: got ${given}, expected ${expected}.`,
      }),
    )
  })

  it.each(['__proto__', 'constructor', 'prototype'])('is refused: the key %s', (key) => {
    expect(copy(JSON.parse(`{"part": {"${key}": {"isAdmin": true}}}`))).toEqual(
      refused({
        code: 'KEY_FORBIDDEN',
        path: ['part', key],
        params: { key },
        message: `part.${key}: is never read. Remove it.`,
      }),
    )
    expect(({} as { isAdmin?: boolean }).isAdmin).toBe(undefined)
  })
})

describe('what cannot be read to its end', () => {
  it('is a cycle', () => {
    const cyclic: Record<string, unknown> = { name: 'x' }
    cyclic['list'] = [1, { back: cyclic }]
    expect(copy(cyclic)).toEqual(
      unreadable(['list', 1, 'back'], 'list[1].back: ', 'a cycle, expected plain data', {
        reason: 'cycle',
      }),
    )
  })

  it('is deeper than 32 levels', () => {
    expect(copy(nested(32))).toEqual(answered(nested(32)))
    expect(problemsOf(copy(nested(33)))).toEqual([`VALUE_UNREADABLE ${'[0]'.repeat(32)}`])
    expect(copy(nested(10_000))).toMatchObject({
      issues: [{ params: { reason: 'too-deep', limit: 32 } }],
    })
  })

  it('is a text of more than 10,000 characters', () => {
    expect(copy('x'.repeat(10_000))).toEqual(answered('x'.repeat(10_000)))
    const words = 'a text of more than 10000 characters, which no policy needs'
    const params = { reason: 'text-too-long', limit: 10_000 }
    expect(copy({ id: 'x'.repeat(10_000_000) })).toEqual(unreadable(['id'], 'id: ', words, params))
  })

  it('is more than 100,000 values, told once', () => {
    expect(copy(Array(99_999).fill(0)).ok).toBe(true)
    const words = 'more than 100000 values, expected plain data'
    const params = { reason: 'too-many-values', limit: 100_000 }
    expect(copy(Array(100_000).fill(0))).toEqual(unreadable([99_999], '[99999]: ', words, params))
    const record = Object.fromEntries(Array(100_000).fill(0).entries())
    expect(copy(record)).toEqual(unreadable(['99999'], '99999: ', words, params))
    const keys = Object.fromEntries(Array(100_001).fill(0).entries())
    expect(copy([keys, keys])).toMatchObject({ issues: [{ params }] })
    expect(copy(Array(4_000_000_000))).toMatchObject({ issues: [{ params }] })
  })

  it.each([
    ['a getter', Object.defineProperty({}, 'x', { enumerable: true, get: thrown })],
    ['a proxy', new Proxy({}, { get: thrown, getPrototypeOf: thrown, ownKeys: thrown })],
    ['a list', new Proxy([1], { get: thrown })],
  ])('is %s that throws', (_, value) => {
    const words = 'an object that cannot be read, which no policy needs'
    const reason = [words, { reason: 'policy-throws' }] as const
    expect(copy(value)).toEqual(unreadable([], '', ...reason))
    expect(copy({ part: value })).toEqual(unreadable(['part'], 'part: ', ...reason))
  })
})

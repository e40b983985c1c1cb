import { describe, expect, it } from 'vitest'
import type { Issue, IssueParams, Path } from '../../../src/kernel/input/issue.js'
import {
  readArray,
  readBoolean,
  readFields,
  readInteger,
  readName,
  readOptions,
  readRecord,
  readWord,
} from '../../../src/kernel/input/values.js'
import { readDecimal } from '../../../src/kernel/number/decimal.js'
import { readDate } from '../../../src/kernel/time/dates.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

const PATH: Path = ['input']
const fields = (value: unknown) =>
  collected((issues) => readFields(value, PATH, ['amount', 'target'], issues))
const record = (value: unknown) => collected((issues) => readRecord(value, PATH, issues))

const invalidValue = (
  given: string,
  words: string,
  params: Omit<IssueParams['VALUE_INVALID'], 'given'>,
) =>
  refused({
    code: 'VALUE_INVALID',
    path: PATH,
    params: { given, ...params },
    message: `input: got ${given}, expected ${words}.`,
  })

const unreadable = (words: string, params: IssueParams['VALUE_UNREADABLE']) =>
  refused({
    code: 'VALUE_UNREADABLE',
    path: PATH,
    params,
    message: `input: got ${words}, expected plain data.`,
  })

const missing = (words: string, params: IssueParams['VALUE_MISSING']) =>
  refused({
    code: 'VALUE_MISSING',
    path: PATH,
    params,
    message: `input: is missing, expected ${words}.`,
  })

function thrown(): never {
  throw new Error('not for you')
}

describe('fields', () => {
  it('are a copy that inherits nothing, of own keys with a value', () => {
    const given = Object.assign(Object.create({ target: 'inherited' }), {
      amount: '5',
      target: undefined,
    })
    const outcome = fields(given)
    expect(outcome).toEqual(answered({ amount: '5' }))
    const inherited = outcome.ok && Object.getPrototypeOf(outcome.value)
    expect(Reflect.ownKeys(inherited)).toEqual([])
    expect(Object.isFrozen(inherited)).toBe(true)
    expect(Object.getPrototypeOf(inherited)).toBe(null)
    expect(outcome.ok && Object.keys(outcome.value ?? {})).toEqual(['amount'])
  })

  it('are refused when a key is unknown, with the one that was meant', () => {
    expect(fields({ amuont: 1, x: 2 })).toEqual(
      refused(
        {
          code: 'UNKNOWN_KEY',
          path: ['input', 'amuont'],
          params: { key: 'amuont', known: ['amount', 'target'], suggestion: 'amount' },
          message:
            'input.amuont: is not a known key. Known: amount, target. Did you mean "amount"?',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['input', 'x'],
          params: { key: 'x', known: ['amount', 'target'], suggestion: null },
          message: 'input.x: is not a known key. Known: amount, target.',
        },
      ),
    )
  })

  it.each(['__proto__', 'constructor', 'prototype'])('are refused with the key %s', (key) => {
    const given = JSON.parse(`{"${key}": {"isAdmin": true}}`)
    const issue = {
      code: 'KEY_FORBIDDEN' as const,
      path: ['input', key],
      params: { key },
      message: `input.${key}: is never read. Remove it.`,
    }
    expect(record(given)).toEqual(refused(issue))
    expect(fields(given)).toEqual(refused(issue))
    expect(({} as { isAdmin?: boolean }).isAdmin).toBe(undefined)
  })

  it.each([
    ['a text', 'x', '"x"'],
    ['a number', 5, '5'],
    ['an array', [], 'an array'],
    ['a Date', new Date(0), 'a Date'],
    ['a map', new Map([['amount', 1]]), 'an object'],
    ['a set', new Set(), 'an object'],
    ['a function', () => 1, 'a function'],
  ])('are refused of %s', (_, value, given) => {
    expect(record(value)).toEqual(
      invalidValue(given, 'a plain object', { expected: 'plain-object' }),
    )
  })

  const { proxy: revoked, revoke } = Proxy.revocable({}, {})
  revoke()
  const throws = ['an object that throws when it is read', { reason: 'throws' }] as const
  it.each([
    [
      'a getter that throws',
      Object.defineProperty({}, 'x', { enumerable: true, get: thrown }),
      ...throws,
    ],
    ['a proxy that throws', new Proxy({}, { ownKeys: thrown }), ...throws],
    ['a proxy that throws sooner', new Proxy({}, { getPrototypeOf: thrown }), ...throws],
    ['a revoked proxy', revoked, ...throws],
    [
      '1,001 keys',
      Object.fromEntries([...Array(1001).keys()].entries()),
      'an object of more than 1000 keys',
      { reason: 'too-many-keys', limit: 1000 },
    ],
  ])('say why they cannot be read: %s', (_, value, words, params) => {
    expect(record(value)).toEqual(unreadable(words, params))
  })

  it('may be 1,000', () => {
    const many = Object.fromEntries([...Array(1000).keys()].entries())
    expect(record(many)).toEqual(answered(many))
  })

  it.each([null, undefined])('are missing when there are none: %s', (value) => {
    expect(fields(value)).toEqual(missing('a plain object', { expected: 'plain-object' }))
  })
})

describe('a known key', () => {
  class Line {
    amount = '100'
  }
  class WithAccessor extends Line {
    get target() {
      return '1'
    }
  }
  const problems = (value: unknown) => problemsOf(fields(value))

  it('is read of an instance whose fields are its own, whatever its methods', () => {
    class Order extends Line {
      total() {
        return this.amount
      }
    }
    expect(fields(new Order())).toEqual(answered({ amount: '100' }))
  })

  it.each([
    ['behind an accessor of its class', new WithAccessor()],
    ['inherited', Object.create({ target: '1' })],
    ['inherited twice', Object.create(Object.create({ target: null }))],
    ['not enumerable', Object.defineProperty({}, 'target', { value: '1' })],
  ])('is refused %s, where it would be passed over', (_, value) => {
    expect(fields(value)).toEqual(
      refused({
        code: 'VALUE_UNREADABLE',
        path: ['input', 'target'],
        params: { reason: 'not-own' },
        message:
          'input.target: is inherited or an accessor, which is not read. Copy it into a plain object.',
      }),
    )
  })

  it('is not there where it is undefined, or covered by an own one', () => {
    expect(problems(Object.create({ target: undefined }))).toEqual([])
    expect(problems(Object.assign(Object.create({ target: 1 }), { target: 2 }))).toEqual([])
  })

  it('is refused of a record, too, where it is known', () => {
    const read = (known: string[]) =>
      collected((issues) => readRecord(new WithAccessor(), PATH, issues, known))
    expect(problemsOf(read(['target']))).toEqual(['VALUE_UNREADABLE input.target'])
    expect(read([])).toEqual(answered({ amount: '100' }))
  })
})

describe('options', () => {
  it('are empty when none are given', () => {
    const options = (value: unknown) =>
      collected((issues) => readOptions(value, PATH, ['decimals'], issues))
    expect([undefined, null, {}].map(options)).toEqual(Array(3).fill(answered({})))
    expect(options({ decimals: 2 })).toEqual(answered({ decimals: 2 }))
    expect(options('x')).toEqual(
      invalidValue('"x"', 'a plain object', { expected: 'plain-object' }),
    )
  })
})

describe('a word', () => {
  const word = (value: unknown) =>
    collected((issues) => readWord(value, PATH, ['mirror', 'zero'], issues))

  it('is one of those allowed', () => {
    expect(word('zero')).toEqual(answered('zero'))
  })

  it.each([
    ['miror', '"miror"', 'mirror', ' Did you mean "mirror"?'],
    ['nothing like it', '"nothing like it"', null, ''],
    [5, '5', null, ''],
    [null, 'null', null, ''],
    [['zero'], 'an array', null, ''],
  ])('is refused when it is %j', (value, given, suggestion, hint) => {
    expect(word(value)).toEqual(
      refused({
        code: 'VALUE_NOT_ALLOWED',
        path: PATH,
        params: { given, allowed: ['mirror', 'zero'], suggestion },
        message: `input: got ${given}, expected one of "mirror", "zero".${hint}`,
      }),
    )
  })

  it('is missing when it is not given', () => {
    expect(word(undefined)).toEqual(
      missing('one of "mirror", "zero"', { expected: 'one-of', allowed: ['mirror', 'zero'] }),
    )
  })
})

describe('a name', () => {
  const name = (value: unknown) => collected((issues) => readName(value, PATH, issues))
  const expected = ['a text of 1 to 200 characters', { expected: 'name' }] as const

  it('has 1 to 200 characters', () => {
    expect(['x', 'x'.repeat(200)].map(name)).toEqual(['x', 'x'.repeat(200)].map(answered))
    expect(name('')).toEqual(invalidValue('""', ...expected))
    expect(name('x'.repeat(201))).toEqual(invalidValue(`"${'x'.repeat(40)}…"`, ...expected))
    expect(name(7)).toEqual(invalidValue('7', ...expected))
    expect(name(undefined)).toEqual(missing(...expected))
  })
})

describe('true or false', () => {
  const truth = (value: unknown) => collected((issues) => readBoolean(value, PATH, issues))

  it('is nothing else', () => {
    expect([true, false].map(truth)).toEqual([answered(true), answered(false)])
    expect(truth('true')).toEqual(invalidValue('"true"', 'true or false', { expected: 'boolean' }))
    expect(truth(0)).toEqual(invalidValue('0', 'true or false', { expected: 'boolean' }))
    expect(truth(null)).toEqual(missing('true or false', { expected: 'boolean' }))
  })
})

describe('a list', () => {
  const list = (value: unknown) => collected((issues) => readArray(value, PATH, issues))

  it('is a copy without holes', () => {
    const given = [1]
    given[2] = 3
    const outcome = list(given)
    expect(outcome).toEqual(answered([1, undefined, 3]))
    expect(outcome.ok && outcome.value).not.toBe(given)
    expect(outcome.ok && Object.keys(outcome.value ?? [])).toEqual(['0', '1', '2'])
  })

  it('is an array and nothing like it', () => {
    expect(list({ length: 0 })).toEqual(
      invalidValue('an object', 'an array', { expected: 'array' }),
    )
    expect(list('abc')).toEqual(invalidValue('"abc"', 'an array', { expected: 'array' }))
    expect(list(undefined)).toEqual(missing('an array', { expected: 'array' }))
    const throws = unreadable('an object that throws when it is read', { reason: 'throws' })
    expect(list(new Proxy([], { get: thrown }))).toEqual(throws)
    expect(list(new Proxy([1], { get: (_, key) => (key === '0' ? thrown() : 1) }))).toEqual(throws)
  })

  it.each([
    ['one entry more', new Array(10_000_001)],
    ['holes', new Array(4_000_000_000)],
    ['one entry far away', Object.assign([], { 4294967290: 1 })],
    ['a length that is made up', new Proxy([], { get: () => 4_294_967_295 })],
  ])('has at most ten million entries, and is refused unread: %s', (_, value) => {
    expect(list(value)).toEqual(
      unreadable('an array of more than 10000000 entries', {
        reason: 'too-many-entries',
        limit: 10_000_000,
      }),
    )
  })

  it('is read by position, whatever its iterator gives', () => {
    const endless = Object.assign([1], {
      *[Symbol.iterator]() {
        for (;;) yield 1
      },
    })
    expect(list(endless)).toEqual(answered([1]))
  })
})

describe('many problems', () => {
  const rows = Array.from({ length: 1_000_000 }, () => null)

  it.each([
    ['objects', readRecord],
    ['numbers', readDecimal],
    ['dates', readDate],
    ['names', readName],
    ['lists', readArray],
    ['truths', readBoolean],
    [
      'whole numbers',
      (row: unknown, path: Path, issues: Issue[]) =>
        readInteger(row, path, issues, { minimum: 0, maximum: 1 }),
    ],
  ])('end the reading of %s after a thousand', (_, read) => {
    const outcome = collected((issues) => rows.map((row, at) => read(row, [at], issues)))
    expect(problemsOf(outcome)).toEqual(
      Array.from({ length: 1000 }, (_empty, at) => `VALUE_MISSING [${at}]`),
    )
  })
})

describe('a whole number', () => {
  const bounds = { minimum: -1, maximum: 12 }
  const integer = (value: unknown) =>
    collected((issues) => readInteger(value, PATH, issues, bounds))
  const words = 'a whole number from -1 to 12'
  const range = { expected: 'whole-number', minimum: '-1', maximum: '12' }

  it('lies between its bounds, both included', () => {
    expect([-1, 0, 12].map(integer)).toEqual([-1, 0, 12].map(answered))
    expect(integer(-0)).toEqual(answered(0))
  })

  it.each([-2, 13, 1e300])('is out of range when it is %d', (value) => {
    expect(integer(value)).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: PATH,
        params: { given: String(value), ...range },
        message: `input: got ${value}, expected ${words}.`,
      }),
    )
  })

  it.each([
    [1.5, '1.5'],
    ['1', '"1"'],
    [1n, 'a bigint'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('is not %o', (value, given) => {
    expect(integer(value)).toEqual(invalidValue(given, words, range))
  })

  it('is missing when it is not given', () => {
    expect(integer(null)).toEqual(missing(words, range))
  })
})

import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { at, code, type Issue } from '../../../src/kernel/input/issue.js'
import {
  calendarDate,
  checked,
  checkPolicy,
  decimal,
  decimalsKept,
  duplicateIds,
  name,
  notNegative,
  notRising,
  points,
  positive,
  ratio,
  roundingMode,
  strict,
  wholeNumber,
} from '../../../src/kernel/input/schema.js'
import { answered, refused } from '../refused.js'

const check = (schema: z.ZodType, policy: unknown) => attempt(() => checkPolicy(schema, policy))

/** A part on its own, under the key `value`. */
const part = (schema: z.ZodType, value: unknown) => check(strict({ value: schema }), { value })

const problem = (code: Issue['code'], path: Issue['path'], params: object, message: string) =>
  refused({ code, path, params, message } as Issue)

describe('a decimal', () => {
  it.each([
    ['1.50', '1.5'],
    [1.5, '1.5'],
    ['-0', '0'],
    ['1e-3', '0.001'],
    [10n, '10'],
    [new Decimal('2.50'), '2.5'],
    [`0.${'0'.repeat(93)}1e-30`, `0.${'0'.repeat(123)}1`],
    [`1${'0'.repeat(93)}e30`, `1${'0'.repeat(123)}`],
  ])('becomes its canonical string: %s', (value, expected) => {
    expect(part(decimal(), value)).toEqual(answered({ value: expected }))
  })

  it.each([
    ['1,000', '"1,000"', '1000'],
    ['¥5', '"¥5"', '5'],
    ['abc', '"abc"', null],
    [Number.NaN, 'NaN', null],
    [true, 'true', null],
    [['1'], 'an array', null],
  ])('is refused when it is none: %s', (value, given, suggestion) => {
    const fix = suggestion === null ? '' : ` Did you mean "${suggestion}"?`
    expect(part(decimal(), value)).toEqual(
      problem(
        'NUMBER_INVALID',
        ['value'],
        { given, suggestion },
        `value: got ${given}, expected a plain decimal.${fix}`,
      ),
    )
  })

  it('is missing when it is not there', () => {
    expect(check(strict({ value: decimal() }), {})).toEqual(
      problem(
        'VALUE_MISSING',
        ['value'],
        { expected: 'decimal' },
        'value: is missing, expected a decimal.',
      ),
    )
  })
})

describe('bounds', () => {
  it.each([
    ['positive', positive(), '0.000000000001', '0', 'more than 0', { expected: 'above-minimum' }],
    ['not negative', notNegative(), '0', '-0.000000000001', '0 or more', {}],
  ])('are kept: %s', (_, schema, least, below, words, params) => {
    expect(part(schema, least)).toEqual(answered({ value: least }))
    expect(part(schema, below)).toEqual(
      problem(
        'NUMBER_OUT_OF_RANGE',
        ['value'],
        { given: `"${below}"`, minimum: '0', maximum: null, ...params },
        `value: got "${below}", expected ${words}.`,
      ),
    )
  })
})

describe('a ratio', () => {
  it.each([
    [0, '0'],
    ['0.030', '0.03'],
    [1, '1'],
  ])('goes from 0 to 1: %s', (value, expected) => {
    expect(part(ratio(), value)).toEqual(answered({ value: expected }))
  })

  it.each([
    [3, '3', '0.03', '3'],
    ['1.01', '"1.01"', '0.0101', '1.01'],
    [100, '100', '1', '100'],
  ])('is no percentage: %s', (value, given, suggestion, percent) => {
    expect(part(ratio(), value)).toEqual(
      problem(
        'NUMBER_LOOKS_LIKE_PERCENT',
        ['value'],
        { given, suggestion, maximum: '1', percent },
        `value: got ${given}, expected a ratio from 0 to 1. Did you mean ${suggestion} (${percent}%)?`,
      ),
    )
  })

  it.each([
    [100.5, '100.5'],
    [-0.01, '-0.01'],
    [-3, '-3'],
  ])('is nothing else: %s', (value, given) => {
    expect(part(ratio(), value)).toEqual(
      problem(
        'NUMBER_OUT_OF_RANGE',
        ['value'],
        { given, expected: 'ratio', minimum: '0', maximum: '1' },
        `value: got ${given}, expected a ratio from 0 to 1.`,
      ),
    )
  })
})

describe('points', () => {
  it.each([
    [0, 0],
    ['87.50', 87.5],
    [1000, 1000],
    ['0.000000000001', 1e-12],
  ])('are a number: %s', (value, expected) => {
    expect(part(points(), value)).toEqual(answered({ value: expected }))
  })

  it.each([
    [points(), '1000.1', '1000'],
    [points(100), '100.1', '100'],
    [points(), '-0.1', '1000'],
  ])('go from 0 to their maximum', (schema, value, maximum) => {
    expect(part(schema, value)).toEqual(
      problem(
        'NUMBER_OUT_OF_RANGE',
        ['value'],
        { given: `"${value}"`, minimum: '0', maximum },
        `value: got "${value}", expected from 0 to ${maximum}.`,
      ),
    )
  })

  it('have at most 12 decimals', () => {
    expect(part(points(), '0.0000000000001')).toEqual(
      problem(
        'NUMBER_TOO_PRECISE',
        ['value'],
        { given: '"0.0000000000001"', limit: 12, counted: 'decimals' },
        'value: got "0.0000000000001", expected at most 12 decimals.',
      ),
    )
  })
})

describe('a name', () => {
  it.each(['a', '销售', 'x'.repeat(200)])('has 1 to 200 characters: %s', (value) => {
    expect(part(name(), value)).toEqual(answered({ value }))
  })

  it.each([
    ['', '""', 'at least 1 character', { expected: 'at-least', minimum: '1', unit: 'characters' }],
    [
      'x'.repeat(201),
      `"${'x'.repeat(40)}…"`,
      'at most 200 characters',
      { expected: 'at-most', maximum: '200', unit: 'characters' },
    ],
    [1, '1', 'a value of type string', { expected: 'type', unit: 'string' }],
  ])('is refused otherwise: %s', (value, given, words, params) => {
    expect(part(name(), value)).toEqual(
      problem(
        'VALUE_INVALID',
        ['value'],
        { given, ...params },
        `value: got ${given}, expected ${words}.`,
      ),
    )
  })
})

describe('a whole number', () => {
  it.each([
    [0, 'at least 1', { expected: 'at-least', minimum: '1', unit: 'number' }],
    [11, 'at most 10', { expected: 'at-most', maximum: '10', unit: 'number' }],
    [1.5, 'a whole number', { expected: 'type', unit: 'int' }],
    [Number.POSITIVE_INFINITY, 'a value of type number', { expected: 'type', unit: 'number' }],
  ])('lies within its bounds: %s is refused', (value, words, params) => {
    const given = String(value)
    expect(part(wholeNumber(1, 10), value)).toEqual(
      problem(
        'VALUE_INVALID',
        ['value'],
        { given, ...params },
        `value: got ${given}, expected ${words}.`,
      ),
    )
  })

  it('includes its bounds', () => {
    expect(part(wholeNumber(1, 10), 1)).toEqual(answered({ value: 1 }))
    expect(part(wholeNumber(1, 10), 10)).toEqual(answered({ value: 10 }))
  })
})

describe('decimals kept', () => {
  it('are never -0', () => {
    expect(part(decimalsKept(), -0)).toEqual(answered({ value: 0 }))
  })

  it.each([0, 12])('may be %i', (value) => {
    expect(part(decimalsKept(), value)).toEqual(answered({ value }))
  })

  it.each([-1, 13])('may not be %i', (value) => {
    expect(part(decimalsKept(), value)).toMatchObject({ ok: false })
  })
})

describe('a date in a policy', () => {
  it('is kept as it is when it exists, and refused when it does not', () => {
    expect(part(calendarDate(), '2028-02-29')).toEqual(answered({ value: '2028-02-29' }))
    expect(part(calendarDate(), '2026-02-29')).toEqual(
      problem(
        'DATE_INVALID',
        ['value'],
        { given: '"2026-02-29"' },
        'value: got "2026-02-29", expected a calendar date YYYY-MM-DD that exists.',
      ),
    )
  })
})

describe('a word in a policy', () => {
  const allowed = ['half-up', 'half-even', 'half-down', 'up', 'down', 'ceiling', 'floor']
  const list = allowed.map((word) => `"${word}"`).join(', ')

  it.each([
    ['half-uo', '"half-uo"', 'half-up'],
    ['HALF-EVEN', '"HALF-EVEN"', 'half-even'],
    ['banker', '"banker"', null],
    [7, '7', null],
  ])(
    'is one of those allowed: %s is refused with the one that was meant',
    (value, given, suggestion) => {
      const fix = suggestion === null ? '' : ` Did you mean "${suggestion}"?`
      expect(part(roundingMode(), value)).toEqual(
        problem(
          'VALUE_NOT_ALLOWED',
          ['value'],
          { given, allowed, suggestion },
          `value: got ${given}, expected one of ${list}.${fix}`,
        ),
      )
    },
  )
})

describe('null', () => {
  const part = strict({ label: name().exactOptional(), most: positive().nullable() })
  const schema = strict({
    name: name().default('all'),
    mode: z.enum(['one', 'two']).exactOptional(),
    part: part.exactOptional(),
    forms: z
      .array(
        z.discriminatedUnion('kind', [
          strict({ kind: z.literal('a'), part: part.exactOptional() }),
        ]),
      )
      .exactOptional(),
  })

  it('leaves out what may be left out, however deep', () => {
    expect(check(schema, { name: null, mode: null, part: null, forms: null })).toEqual(
      answered({ name: 'all' }),
    )
    const deep = {
      part: { label: null, most: 1 },
      forms: [{ kind: 'a', part: { label: null, most: 2 } }],
    }
    expect(check(schema, deep)).toEqual(
      answered({
        name: 'all',
        part: { most: '1' },
        forms: [{ kind: 'a', part: { most: '2' } }],
      }),
    )
  })

  it('is no number, though one may be left out', () => {
    const numbers = strict({
      rate: notNegative().prefault('0'),
      decimals: decimalsKept().default(2),
    })
    expect(check(numbers, {})).toEqual(answered({ rate: '0', decimals: 2 }))
    expect(check(numbers, { rate: null, decimals: null })).toMatchObject({
      issues: [
        { code: 'VALUE_MISSING', path: ['rate'] },
        { code: 'VALUE_MISSING', path: ['decimals'] },
      ],
    })
  })

  it('is kept where it says something, and is missing where a value must be', () => {
    expect(check(schema, { part: { most: null } })).toEqual(
      answered({ name: 'all', part: { most: null } }),
    )
    expect(
      check(strict({ id: name(), mode: z.enum(['one']) }), { id: null, mode: null }),
    ).toMatchObject({
      issues: [
        { code: 'VALUE_MISSING', path: ['id'] },
        { code: 'VALUE_MISSING', path: ['mode'] },
      ],
    })
    expect(check(z.array(name()), [null])).toMatchObject({
      issues: [{ code: 'VALUE_MISSING', path: [0] }],
    })
  })
})

describe('what is wrong with a policy', () => {
  it('is told a thousand times at most', () => {
    const outcome = check(z.array(name()), Array(50_000).fill(1))
    expect(outcome.ok ? 0 : outcome.issues.length).toBe(1000)
  })
})

describe('a strict object', () => {
  const schema = strict({ weight: points(), curve: name().default('ratio') })

  it('names every key that nothing reads, and the one that was meant', () => {
    expect(check(schema, { weight: 1, wieght: 2, colour: 'red' })).toEqual(
      refused(
        {
          code: 'UNKNOWN_KEY',
          path: ['wieght'],
          params: { key: 'wieght', known: ['weight', 'curve'], suggestion: 'weight' },
          message: 'wieght: is not a known key. Known: weight, curve. Did you mean "weight"?',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['colour'],
          params: { key: 'colour', known: ['weight', 'curve'], suggestion: null },
          message: 'colour: is not a known key. Known: weight, curve.',
        },
      ),
    )
  })

  it('names all that is wrong at once', () => {
    expect(check(schema, { weight: -1, curve: '' })).toMatchObject({
      issues: [{ path: ['weight'] }, { path: ['curve'] }],
    })
  })

  it.each([
    ['a text, which may be JSON,', '{"weight":1}', { expected: 'parsed-object' }],
    ['a number', 7, { expected: 'type', unit: 'object' }],
  ])('says what makes an object of %s where something does', (_, value, params) => {
    expect(check(schema, value)).toMatchObject({ issues: [{ path: [], params }] })
  })

  it('says so of the policy alone, and not of a part of it', () => {
    expect(part(schema, '{"weight":1}')).toMatchObject({
      issues: [{ path: ['value'], params: { expected: 'type', unit: 'object' } }],
    })
  })

  it.each([
    ['nothing', undefined, 'VALUE_MISSING'],
    ['null', null, 'VALUE_MISSING'],
    ['a list', [], 'VALUE_INVALID'],
    ['a text', 'policy', 'VALUE_INVALID'],
  ])('is an object: %s is refused', (_, value, code) => {
    expect(check(schema, value)).toMatchObject({ issues: [{ code, path: [] }] })
  })

  it('says so when a key must be there, whatever its value', () => {
    expect(check(strict({ value: z.unknown() }), {})).toEqual(
      problem(
        'VALUE_MISSING',
        ['value'],
        { expected: 'value' },
        'value: is missing, expected a value.',
      ),
    )
  })
})

describe('a check across fields', () => {
  const text = 'got 2, expected less than 1.'
  const params = { given: '2', previous: '1' }
  const falling = code('OUT_OF_ORDER', () => text)
  const span = strict({ low: points(), high: points() }).superRefine(
    checked(({ low, high }) => (low <= high ? [] : [at(falling, ['low'], params)])),
  )

  it('reports where the policy has the field', () => {
    expect(check(strict({ spans: z.array(span) }), { spans: [{ low: 2, high: 1 }] })).toEqual(
      problem('OUT_OF_ORDER', ['spans', 0, 'low'], params, `spans[0].low: ${text}`),
    )
  })

  it('is silent when all is well, and when a field is wrong already', () => {
    expect(check(span, { low: 1, high: 2 })).toEqual(answered({ low: 1, high: 2 }))
    expect(check(span, { low: 'x', high: 2 })).toMatchObject({
      issues: [{ code: 'NUMBER_INVALID', path: ['low'] }],
    })
  })
})

describe('duplicateIds', () => {
  it('names each id that was there before', () => {
    const list = ['a', 'b', 'a', 'c', 'b', 'a'].map((id) => ({ id }))
    expect(duplicateIds(list, ['tiers']).map(({ path, message }) => [path, message])).toEqual([
      [['tiers', 2, 'id'], 'tiers[2].id: got "a" twice, expected each id once.'],
      [['tiers', 4, 'id'], 'tiers[4].id: got "b" twice, expected each id once.'],
      [['tiers', 5, 'id'], 'tiers[5].id: got "a" twice, expected each id once.'],
    ])
  })

  it('takes names of the prototype for names like others', () => {
    const list = ['constructor', 'toString', '__proto__'].map((id) => ({ id }))
    expect(duplicateIds(list, [])).toEqual([])
  })
})

describe('notRising', () => {
  const problems = (...values: readonly string[]) =>
    notRising(values.map((value, index) => [[index], value])).map(({ message }) => message)

  it('names each number that is not more than the one before', () => {
    expect(problems('1', '2', '2', '1.5', '3')).toEqual([
      '[2]: got 2, expected more than the 2 before it.',
      '[3]: got 1.5, expected more than the 2 before it.',
    ])
  })

  it('compares numbers, not texts', () => {
    expect(problems('9', '10', '10.5', '100')).toEqual([])
    expect(problems('-2', '-1', '0')).toEqual([])
  })
})

describe('a policy that is not plain JSON', () => {
  const anything = strict({ value: z.unknown() })
  const cycle: Record<string, unknown> = {}
  cycle['value'] = { cycle }
  const throwing = () => {
    throw new Error('cannot be read')
  }

  it.each([
    ['a function', { value: () => 1 }, 'VALUE_INVALID', ['value']],
    ['a symbol', { value: Symbol('x') }, 'VALUE_INVALID', ['value']],
    ['a Date', { value: new Date(0) }, 'VALUE_INVALID', ['value']],
    ['a class', { value: new (class Policy {})() }, 'VALUE_INVALID', ['value']],
    ['an inherited key', Object.create({ value: 1 }), 'VALUE_INVALID', []],
    ['a cycle', cycle, 'VALUE_UNREADABLE', ['value', 'cycle']],
    [
      'a getter that throws',
      Object.defineProperty({}, 'value', { enumerable: true, get: throwing }),
      'VALUE_UNREADABLE',
      [],
    ],
    [
      'a proxy that throws',
      { value: new Proxy({ key: 1 }, { get: throwing }) },
      'VALUE_UNREADABLE',
      ['value'],
    ],
    ['a long text', { value: 'x'.repeat(10_001) }, 'VALUE_UNREADABLE', ['value']],
    [
      'a prototype',
      JSON.parse('{"value":{"__proto__":{"admin":true}}}'),
      'KEY_FORBIDDEN',
      ['value', '__proto__'],
    ],
    ['a constructor', { value: { constructor: 1 } }, 'KEY_FORBIDDEN', ['value', 'constructor']],
  ])('is refused before anything reads it: %s', (_, policy, code, path) => {
    expect(check(anything, policy)).toMatchObject({ ok: false, issues: [{ code, path }] })
  })

  it('is refused when it is deeper than 32 levels', () => {
    const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)])
    expect(check(z.unknown(), nest(32))).toMatchObject({ ok: true })
    expect(check(z.unknown(), nest(33))).toMatchObject({
      issues: [{ code: 'VALUE_UNREADABLE', params: { reason: 'too-deep', limit: 32 } }],
    })
  })

  it('leaves the object and the prototype of all objects alone', () => {
    const given = Object.freeze({ value: Object.freeze(['1']) })
    expect(check(strict({ value: z.array(decimal()) }), given)).toEqual(answered({ value: ['1'] }))
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { attempt, attemptEach } from '../../../src/kernel/input/attempt.js'
import {
  asWarning,
  at,
  closest,
  code,
  didYouMean,
  formatPath,
  type Issue,
  refuse,
  refuseIfAny,
  SalesRulesError,
  show,
  under,
  within,
} from '../../../src/kernel/input/issue.js'
import { round } from '../../../src/kernel/number/rounding.js'
import { answered, refused } from '../refused.js'

const NEGATIVE = code('BASE_NEGATIVE', ({ given }) => `got ${given}, expected 0 or more.`)
const negative = (path: Issue['path']) => at(NEGATIVE, path, { given: '-1' })

describe('an issue', () => {
  it('is plain data, and its message starts with its path', () => {
    expect(negative(['scale', 'tiers', 1, 'base'])).toEqual({
      code: 'BASE_NEGATIVE',
      severity: 'error',
      path: ['scale', 'tiers', 1, 'base'],
      params: { given: '-1' },
      message: 'scale.tiers[1].base: got -1, expected 0 or more.',
    })
  })

  it('without a path is its text alone', () => {
    expect(negative([]).message).toBe('got -1, expected 0 or more.')
  })

  it('is the same seen from further out, but for its path', () => {
    expect(under(['plans', 0], negative(['base']))).toEqual(negative(['plans', 0, 'base']))
    expect(under(['base'], negative([]))).toEqual(negative(['base']))
    expect(under([], negative(['base']))).toEqual(negative(['base']))
  })

  it('is the same as a warning, but for its severity', () => {
    expect(asWarning(negative(['base']))).toEqual({ ...negative(['base']), severity: 'warning' })
  })

  it.each<[Issue['path'], string]>([
    [[], ''],
    [['rate'], 'rate'],
    [[0, 'rate'], '[0].rate'],
    [['tiers', 1, 2, 'rate'], 'tiers[1][2].rate'],
    [['x'.repeat(41), 'rate'], `${'x'.repeat(40)}….rate`],
  ])('is found at %j, written "%s"', (path, text) => {
    expect(formatPath(path)).toBe(text)
  })
})

function issuesThrown(call: () => unknown): readonly Issue[] {
  try {
    call()
  } catch (error) {
    if (error instanceof SalesRulesError) return error.issues
    throw error
  }
  return []
}

const invalidValue = (name: string, given: string, expected: string, words: string) =>
  at(
    code('VALUE_INVALID', () => `got ${given}, expected ${words}.`),
    [name],
    { given, expected },
  )

describe('a SalesRulesError', () => {
  it('carries all issues, one line of its message each', () => {
    const issues = [negative(['a']), negative(['b'])]
    const error = new SalesRulesError(issues)
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe('SalesRulesError')
    expect(error.issues).toBe(issues)
    expect(error.message).toBe('a: got -1, expected 0 or more.\nb: got -1, expected 0 or more.')
  })

  /** What the error of another copy of the library is: of another class, and marked the same. */
  class Elsewhere extends Error {
    readonly issues = [negative(['a'])]

    constructor() {
      super()
      Object.defineProperty(this, Symbol.for('sales-rules/error'), { value: true })
    }
  }
  class Ours extends SalesRulesError {}

  it('is known whichever copy of the library threw it', () => {
    expect(new Elsewhere()).toBeInstanceOf(SalesRulesError)
    const outcome = attempt(() => {
      throw new Elsewhere()
    })
    expect(outcome).toEqual({ ok: false, issues: [negative(['a'])] })
  })

  it('is known by a class that extends it as any error is', () => {
    expect(new Ours([])).toBeInstanceOf(SalesRulesError)
    expect(new Ours([])).toBeInstanceOf(Ours)
    expect(new SalesRulesError([])).not.toBeInstanceOf(Ours)
    expect(new Elsewhere()).not.toBeInstanceOf(Ours)
  })

  const error = new SalesRulesError([negative(['a'])])
  it.each([
    ['an error that is named so', Object.assign(new Error(), { name: error.name, issues: [] })],
    ['a spread of one', { ...error }],
    ['a structured clone of one', structuredClone(error)],
    ['another error', new TypeError()],
    ['a proxy that throws', new Proxy({}, { get: () => expect.fail() })],
    ['null', null],
    ['nothing', undefined],
    ['a text', 'SalesRulesError'],
  ])('is not %s', (_, value) => {
    expect(value instanceof SalesRulesError).toBe(false)
  })

  it('is made again of its issues where they were sent to', () => {
    const sent = structuredClone(error.issues)
    expect(new SalesRulesError(sent)).toMatchObject({ message: error.message, issues: sent })
  })

  it('keeps the first hundred of very many in its message', () => {
    const issues = Array.from({ length: 1_000_000 }, (_, index) => negative([index]))
    const error = new SalesRulesError(issues)
    expect(error.issues).toBe(issues)
    const lines = error.message.split('\n')
    expect(lines).toHaveLength(101)
    expect(lines[99]).toBe('[99]: got -1, expected 0 or more.')
    expect(lines[100]).toBe('… and 999900 more')
    expect(new SalesRulesError(issues.slice(0, 100)).message.split('\n').at(-1)).toBe(lines[99])
  })

  it('is thrown for one issue or more, and not for none', () => {
    expect(() => refuseIfAny([])).not.toThrow()
    expect(() => refuseIfAny([negative(['a'])])).toThrow(SalesRulesError)
    expect(attempt(() => refuse(NEGATIVE, ['a'], { given: '-1' }))).toEqual(
      refused({
        code: 'BASE_NEGATIVE',
        path: ['a'],
        params: { given: '-1' },
        message: 'a: got -1, expected 0 or more.',
      }),
    )
  })
})

describe('attempt', () => {
  it('gives the value, or the issues instead of a throw', () => {
    expect(attempt(() => round('2.5', { decimals: 0 }))).toEqual(answered('3'))
    expect(attempt(() => refuseIfAny([negative(['a'])]))).toEqual({
      ok: false,
      issues: [negative(['a'])],
    })
  })

  it('throws on what is no refusal', () => {
    const fault = new TypeError('a fault of the program')
    const failing = () => {
      throw fault
    }
    expect(() => attempt(failing)).toThrow(fault)
  })

  it.each([undefined, null, 5, {}])('refuses a call that is no function: %s', (call) => {
    expect(issuesThrown(() => attempt(call as never))).toEqual([
      invalidValue('call', show(call), 'function', 'a function'),
    ])
  })

  it.each([
    ['keeps', async () => 1],
    ['breaks', async () => refuseIfAny([negative(['a'])])],
    ['pretends', () => ({ then: () => 1 })],
  ])('refuses what %s a promise', (_, call) => {
    expect(issuesThrown(() => attempt<unknown>(call))).toEqual([
      invalidValue(
        'call',
        'a promise',
        'synchronous-function',
        'a function that returns its value at once',
      ),
    ])
  })

  it('gives a value that cannot be looked at', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(attempt(() => proxy).ok).toBe(true)
  })
})

describe('a call on a part of an input', () => {
  it('gives its value', () => {
    expect(within(['rows', 1], () => 'paid')).toBe('paid')
  })

  it('names all that is wrong from the outside in', () => {
    const call = () => refuseIfAny([negative(['base']), negative([])])
    expect(attempt(() => within(['rows', 1], call))).toEqual({
      ok: false,
      issues: [negative(['rows', 1, 'base']), negative(['rows', 1])],
    })
  })

  it('throws on what is no refusal', () => {
    const fault = new TypeError('a fault of the program')
    const failing = () => {
      throw fault
    }
    expect(() => within(['rows', 1], failing)).toThrow(fault)
  })
})

describe('attemptEach', () => {
  it('gives one outcome for each row, in order, and stops for no bad one', () => {
    const rows = attemptEach(['1.5', 'x', '2.4'], (row, index) =>
      round(row, { decimals: index === 0 ? 1 : 0 }),
    )
    expect([...rows]).toEqual([
      { index: 0, ok: true, value: '1.5' },
      {
        index: 1,
        ...refused({
          code: 'NUMBER_INVALID',
          path: ['value'],
          params: { given: '"x"', suggestion: null },
          message: 'value: got "x", expected a plain decimal.',
        }),
      },
      { index: 2, ok: true, value: '2' },
    ])
  })

  it.each([undefined, null, 5, {}])('refuses what is no iterable, at once: %s', (inputs) => {
    expect(issuesThrown(() => attemptEach(inputs as never, () => 1))).toEqual([
      invalidValue('inputs', show(inputs), 'iterable', 'an iterable of inputs'),
    ])
  })

  it('refuses a rule that is no function, at once', () => {
    expect(issuesThrown(() => attemptEach([], 5 as never))).toEqual([
      invalidValue('rule', '5', 'function', 'a function'),
    ])
  })

  it('refuses a rule that returns a promise', () => {
    const outcomes = attemptEach([1], async () => 1)
    expect(issuesThrown(() => outcomes.next())).toEqual([
      invalidValue(
        'call',
        'a promise',
        'synchronous-function',
        'a function that returns its value at once',
      ),
    ])
  })

  it('asks for the next row only when it is wanted', () => {
    const asked: number[] = []
    function* rows() {
      for (let row = 0; ; row += 1) {
        asked.push(row)
        yield row
      }
    }
    const outcomes = attemptEach(rows(), (row) => row * 2)
    expect(asked).toEqual([])
    expect(outcomes.next().value).toEqual({ index: 0, ok: true, value: 0 })
    expect(asked).toEqual([0])
  })

  it('throws on what is no refusal', () => {
    const outcomes = attemptEach([null as unknown as string], (row) => row.length)
    expect(() => [...outcomes]).toThrow(TypeError)
  })
})

describe('a value in a message', () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  it.each([
    ['abc', '"abc"'],
    ['say "no"\n', '"say \\"no\\"\\n"'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(40)}…"`],
    [null, 'null'],
    [undefined, 'undefined'],
    [-1.5, '-1.5'],
    [Number.NaN, 'NaN'],
    [true, 'true'],
    [12n, 'a bigint'],
    [[1], 'an array'],
    [new Date(0), 'a Date'],
    [{}, 'an object'],
    [new Map(), 'an object'],
    [() => 1, 'a function'],
    [Symbol('x'), 'a symbol'],
  ])('%o is shown as %s', (value, shown) => {
    expect(show(value)).toBe(shown)
  })

  it('is an object where it cannot be looked at', () => {
    const throwing = new Proxy({}, { getPrototypeOf: () => show(Symbol('x')) as never })
    expect([show(proxy), show(throwing)]).toEqual(['an object', 'an object'])
  })
})

describe('the word that was meant', () => {
  it.each([
    ['rat', ['id', 'rate', 'upTo'], 'rate'],
    ['RATE', ['id', 'rate', 'upTo'], 'rate'],
    ['minimun', ['minimum', 'maximum'], 'minimum'],
    ['maxinum', ['minimum', 'maximum'], 'maximum'],
    ['boundry', ['boundary'], 'boundary'],
    ['wholeamount', ['whole-amount'], 'whole-amount'],
    // One letter in three may be wrong, and no more; of one or two letters none but their case.
    ['abcxyz', ['abcdef'], null],
    ['abcdxy', ['abcdef'], 'abcdef'],
    ['x', ['a'], null],
    ['ie', ['id'], null],
    ['ID', ['id'], 'id'],
    ['', ['ab'], null],
    ['rate', [], null],
    ['r'.repeat(40), ['r'.repeat(40)], 'r'.repeat(40)],
    ['r'.repeat(41), ['r'.repeat(41)], null],
  ])('by %s among %j is %s', (word, known, meant) => {
    expect(closest(word, known)).toBe(meant)
  })

  it('is the first of two that are as near', () => {
    expect(closest('bat', ['cat', 'hat'])).toBe('cat')
  })

  it('is asked for, where there is one', () => {
    expect([didYouMean('rate'), didYouMean(null)]).toEqual([' Did you mean "rate"?', ''])
  })
})

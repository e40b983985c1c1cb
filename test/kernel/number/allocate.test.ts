import { describe, expect, it } from 'vitest'
import { allocate, attempt } from '../../../src/kernel/index.js'
import { allocateUnits, roundTogether } from '../../../src/kernel/number/allocate.js'
import { problemsOf, refused } from '../refused.js'

describe('allocate', () => {
  it.each([
    ['100.00', ['1', '1', '1'], 2, ['33.34', '33.33', '33.33']],
    ['-100.00', ['1', '1', '1'], 2, ['-33.34', '-33.33', '-33.33']],
    ['100', ['1', '1', '1'], 0, ['34', '33', '33']],
    ['-0.05', ['1', '1'], 2, ['-0.03', '-0.02']],
    // 1.5 and 3.5 units: one is left, the tie goes to the first.
    ['0.05', ['3', '7'], 2, ['0.02', '0.03']],
    // 0.1666…, 0.3333…, 0.5: the largest remainder is the first's.
    ['1', ['1', '2', '3'], 1, ['0.2', '0.3', '0.5']],
    ['0.01', ['1', '2', '1'], 2, ['0.00', '0.01', '0.00']],
    ['10', ['0', '1', '0.5'], 2, ['0.00', '6.67', '3.33']],
    ['-0.01', ['0', '1'], 2, ['0.00', '-0.01']],
    ['0', ['1', '2'], 2, ['0.00', '0.00']],
    ['7', ['5'], 0, ['7']],
    ['1', ['1e-30', '1e30'], 2, ['0.00', '1.00']],
  ])('splits %s by %j to %i decimals: %j', (total, weights, decimals, expected) => {
    expect(allocate(total, weights, { decimals })).toEqual(expected)
  })

  it('gives nothing to a weight of zero, though units are left over', () => {
    expect(allocate('0.02', ['0', '1', '1', '1'], { decimals: 2 })).toEqual([
      '0.00',
      '0.01',
      '0.01',
      '0.00',
    ])
  })

  it('shares out seats as the method of largest remainders is known to', () => {
    // Wikipedia, "Largest remainder method", the example with the Hare quota: 100,000 votes, 10 seats.
    const votes = [47_000, 16_000, 15_900, 12_000, 6_000, 3_100]
    expect(allocate(10, votes, { decimals: 0 })).toEqual(['5', '2', '1', '1', '1', '0'])
  })

  it('takes numbers of any kind', () => {
    expect(allocate(1n, [1, '1', 1n], { decimals: 2 })).toEqual(['0.34', '0.33', '0.33'])
  })

  it('refuses a total that has more decimals than the parts', () => {
    expect(attempt(() => allocate('0.0010', [1], { decimals: 2 }))).toEqual(
      refused({
        code: 'TOTAL_TOO_PRECISE',
        path: ['total'],
        params: { total: '0.001', decimals: 2 },
        message: 'total: got 0.001, expected at most 2 decimals. Round it first.',
      }),
    )
    expect(allocate('0.0100', [1], { decimals: 2 })).toEqual(['0.01'])
  })

  it('refuses each weight below zero where it is', () => {
    const below = (index: number) => ({
      code: 'WEIGHTS_NOT_POSITIVE' as const,
      path: ['weights', index],
      params: { weights: 3 },
      message: `weights[${index}]: expected weights of 0 or more, at least one of them above 0.`,
    })
    expect(attempt(() => allocate('1', ['-2', '2', '-1'], { decimals: 2 }))).toEqual(
      refused(below(0), below(2)),
    )
  })

  it.each([[[]], [['0', '0']]])('refuses the weights %j', (weights) => {
    expect(attempt(() => allocate('1', weights, { decimals: 2 }))).toEqual(
      refused({
        code: 'WEIGHTS_NOT_POSITIVE',
        path: ['weights'],
        params: { weights: weights.length },
        message: 'weights: expected weights of 0 or more, at least one of them above 0.',
      }),
    )
  })

  it('names a wrong weight by its position, a hole as missing, and then says no more', () => {
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
    const weights = [1, , 'x'] as never
    expect(attempt(() => allocate('1', weights, { decimals: 2 }))).toEqual(
      refused(
        {
          code: 'VALUE_MISSING',
          path: ['weights', 1],
          params: { expected: 'decimal' },
          message: 'weights[1]: is missing, expected a decimal.',
        },
        {
          code: 'NUMBER_INVALID',
          path: ['weights', 2],
          params: { given: '"x"', suggestion: null },
          message: 'weights[2]: got "x", expected a plain decimal.',
        },
      ),
    )
  })

  it('refuses a total, weights and options that are wrong, all at once', () => {
    const options = { decimals: 13, digits: 2 } as never
    expect(attempt(() => allocate('1,000', [], options))).toEqual(
      refused(
        {
          code: 'NUMBER_INVALID',
          path: ['total'],
          params: { given: '"1,000"', suggestion: '1000' },
          message: 'total: got "1,000", expected a plain decimal. Did you mean "1000"?',
        },
        {
          code: 'WEIGHTS_NOT_POSITIVE',
          path: ['weights'],
          params: { weights: 0 },
          message: 'weights: expected weights of 0 or more, at least one of them above 0.',
        },
        {
          code: 'UNKNOWN_KEY',
          path: ['options', 'digits'],
          params: { key: 'digits', known: ['decimals'], suggestion: null },
          message: 'options.digits: is not a known key. Known: decimals.',
        },
        {
          code: 'NUMBER_OUT_OF_RANGE',
          path: ['options', 'decimals'],
          params: { given: '13', minimum: '0', maximum: '12', expected: 'whole-number' },
          message: 'options.decimals: got 13, expected a whole number from 0 to 12.',
        },
      ),
    )
  })

  it('refuses a total that is no number, however many decimals the parts have', () => {
    expect(problemsOf(attempt(() => allocate('x', [1], { decimals: 2 })))).toEqual([
      'NUMBER_INVALID total',
    ])
  })

  const noDecimals = {
    code: 'VALUE_MISSING' as const,
    path: ['options', 'decimals'],
    params: { expected: 'whole-number', minimum: '0', maximum: '12' },
    message: 'options.decimals: is missing, expected a whole number from 0 to 12.',
  }

  it('refuses to split without decimals', () => {
    expect(attempt(() => allocate('0.5', [1], {} as never))).toEqual(refused(noDecimals))
    expect(attempt(() => allocate('0.5', [1], undefined as never))).toEqual(refused(noDecimals))
  })

  it('refuses options that are no object, and misses the decimals in them', () => {
    expect(attempt(() => allocate('0.5', [1], 2 as never))).toEqual(
      refused(
        {
          code: 'VALUE_INVALID',
          path: ['options'],
          params: { given: '2', expected: 'plain-object' },
          message: 'options: got 2, expected a plain object.',
        },
        noDecimals,
      ),
    )
  })

  it('refuses weights that are no list, or that cannot be read', () => {
    const unreadable = new Proxy([1], { get: () => unreadableField() })
    for (const [weights, given] of [
      ['1,1', '"1,1"'],
      [{ length: 1, 0: 1 }, 'an object'],
    ] as const) {
      expect(attempt(() => allocate('1', weights as never, { decimals: 2 }))).toEqual(
        refused({
          code: 'VALUE_INVALID',
          path: ['weights'],
          params: { given, expected: 'array' },
          message: `weights: got ${given}, expected an array.`,
        }),
      )
    }
    expect(attempt(() => allocate('1', unreadable, { decimals: 2 }))).toEqual(
      refused({
        code: 'VALUE_UNREADABLE',
        path: ['weights'],
        params: { reason: 'throws' },
        message: 'weights: got an object that throws when it is read, expected plain data.',
      }),
    )
  })
})

function unreadableField(): never {
  throw new Error('not for you')
}

describe('whole units', () => {
  it('are split by exact weights, thirds included', () => {
    const weights = [
      { n: 1n, d: 3n },
      { n: 1n, d: 6n },
    ]
    expect(allocateUnits(3n, weights)).toEqual([2n, 1n])
    expect(allocateUnits(-4n, weights)).toEqual([-3n, -1n])
  })

  it('of exact parts are rounded together, to a total that is rounded down or up', () => {
    const parts = [
      { n: 4n, d: 3n },
      { n: 5n, d: 3n },
      { n: 4n, d: 3n },
    ]
    expect(roundTogether(parts, 4n)).toEqual([1n, 2n, 1n])
    expect(roundTogether(parts, 5n)).toEqual([2n, 2n, 1n])
    expect(roundTogether(parts, 3n)).toEqual([1n, 1n, 1n])
  })

  it('of parts that cancel out are rounded together as well', () => {
    // 0.5 and -0.5 are 0 and -1 rounded down; one unit is left, and the tie goes to the first.
    const parts = [
      { n: 1n, d: 2n },
      { n: -1n, d: 2n },
    ]
    expect(roundTogether(parts, 0n)).toEqual([1n, -1n])
  })
})

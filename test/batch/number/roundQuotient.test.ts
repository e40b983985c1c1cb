import { describe, it } from 'vitest'
import { quotientRounding, roundQuotient } from '../../../src/batch/number/roundQuotient.js'
import { LARGEST } from '../../../src/batch/number/scaled.js'
import type { RoundingMode } from '../../../src/kernel/index.js'
import { toUnits as roundToUnits } from '../../../src/kernel/number/fraction.js'
import { roundingModes } from '../../../src/kernel/number/rounding.js'
import { seededRandom } from '../../oracle/random.js'

/** Compares a quotient, and that of the opposite dividend, with the rounding of fractions. */
function check(size: number, divisor: number, mode: RoundingMode): void {
  for (const dividend of [size, 0 - size]) {
    const exact = Number(roundToUnits({ n: BigInt(dividend), d: BigInt(divisor) }, 0, mode)) + 0
    const rounded = roundQuotient(dividend, quotientRounding(divisor, mode))
    if (!Object.is(rounded, exact))
      throw new Error(`${dividend} / ${divisor} ${mode} is ${rounded}, expected ${exact}`)
  }
}

/** A dividend itself, and those next to a whole quotient and next to a tie. */
function aroundWhole(top: number, divisor: number): number[] {
  const whole = Math.floor(top / divisor) * divisor
  const tie = whole - divisor / 2
  return [top, whole, whole - 1, whole + 1, tie, tie - 1, tie + 1]
}

describe.each(roundingModes)('a quotient rounded %s', (mode) => {
  it.each([2, 4, 10, 100])(
    'by %i is right for every dividend around zero, ties among them',
    (divisor) => {
      for (let size = 0; size <= 5 * divisor; size += 1) check(size, divisor, mode)
    },
  )

  it('is right up to the largest dividend, next to each whole number and to each tie', () => {
    const random = seededRandom(43)
    for (let round = 0; round < 10_000; round += 1) {
      const divisor = 2 * random.integer(1, 10 ** random.integer(1, 9))
      const { above, below } = quotientRounding(divisor, mode)
      const room = LARGEST - Math.max(above, below)
      const top = room - random.integer(0, 10 ** random.integer(0, 15))
      const sizes = aroundWhole(top, divisor).filter((size) => size >= 0 && size <= room)
      for (const size of sizes) check(size, divisor, mode)
    }
  })
})

import {
  allocate as allocateDinero,
  dinero,
  down,
  halfAwayFromZero,
  halfEven,
  halfTowardsZero,
  toSnapshot,
  transformScale,
  up,
} from 'dinero.js'
import { allocate, round } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../oracle/random.js'

/**
 * Against dinero.js: splits to the cent, and rounding from one scale to another.
 *
 * They differ by design in who has the units left over: dinero.js gives them to the first shares that are not zero, we to the largest
 * remainders, first come on a tie. So equal shares are split alike, and others by the same parts but for a unit. The names of rounding differ
 * too: their `up` and `down` go by sign (our `ceiling` and `floor`), and their `halfUp` takes a tie to the greater, which we do not have.
 */
const random = seededRandom(2)
const CNY = { code: 'CNY', base: 10, exponent: 2 }
const text = (units: number) => {
  const digits = String(Math.abs(units)).padStart(3, '0')
  return `${units < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const theirs = (units: number, weights: readonly number[]) =>
  allocateDinero(dinero({ amount: units, currency: CNY }), weights).map(
    (part) => toSnapshot(part).amount,
  )
const ours = (units: number, weights: readonly number[]) =>
  allocate(text(units), weights, { decimals: 2 }).map((part) => Math.round(Number(part) * 100))

describe('splits, against dinero.js', () => {
  it('are the same where the shares are equal', () => {
    for (let count = 0; count < 2000; count += 1) {
      const units = random.integer(-1_000_000, 1_000_000)
      const weights = Array.from({ length: random.integer(1, 12) }, () => 1)
      expect(ours(units, weights)).toEqual(theirs(units, weights))
    }
  })

  it('differ by less than a unit for each share where they are not, and add up to the same', () => {
    let differing = 0
    for (let count = 0; count < 2000; count += 1) {
      const units = random.integer(-1_000_000, 1_000_000)
      const weights = [
        1,
        ...Array.from({ length: random.integer(1, 8) }, () => random.integer(0, 50)),
      ]
      const [one, other] = [ours(units, weights), theirs(units, weights)]
      const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0)
      expect([sum(one), sum(other)]).toEqual([units, units])
      for (const [at, part] of one.entries()) {
        expect(Math.abs(part - (other[at] ?? Number.NaN))).toBeLessThanOrEqual(1)
        const total = sum(weights)
        // Ours is never off by a whole unit; theirs is not either, but the units left over are not where they weigh most.
        expect(Math.abs(part - (units * (weights[at] ?? 0)) / total)).toBeLessThan(1)
      }
      if (one.join() !== other.join()) differing += 1
    }
    expect(differing).toBeGreaterThan(100)
  })
})

describe('rounding, against dinero.js', () => {
  it.each([
    ['half-up', halfAwayFromZero],
    ['half-even', halfEven],
    ['half-down', halfTowardsZero],
    ['ceiling', up],
    ['floor', down],
  ] as const)('%s', (mode, divide) => {
    for (let count = 0; count < 2000; count += 1) {
      const cut = random.integer(1, 3)
      const units = random.oneIn(2)
        ? random.integer(-200, 200) * 5 * 10 ** (cut - 1)
        : random.integer(-10_000_000, 10_000_000)
      const amount = dinero({ amount: units, currency: CNY, scale: 2 + cut })
      const rounded = toSnapshot(transformScale(amount, 2, divide)).amount
      const written = `${units}e-${2 + cut}`
      expect(round(written, { mode, decimals: 2 }), `${written} ${mode}`).toBe(text(rounded))
    }
  })
})

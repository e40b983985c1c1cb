import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type InstalmentRule,
  instalmentRules,
  payInInstalments,
} from '../../../src/kernel/number/instalments.js'
import { fraction } from '../../oracle/fraction.js'
import { instalments } from '../../oracle/instalments.js'

const ones = (count: number) => Array.from({ length: count }, () => fraction(1n))

describe('payInInstalments', () => {
  // Open Cap Format, enum AllocationType: 18 shares over four tranches.
  it.each<[InstalmentRule, bigint[]]>([
    ['cumulative-rounding', [5n, 4n, 5n, 4n]],
    ['cumulative-round-down', [4n, 5n, 4n, 5n]],
    ['front-loaded', [5n, 5n, 4n, 4n]],
    ['back-loaded', [4n, 4n, 5n, 5n]],
    ['front-loaded-to-single-tranche', [6n, 4n, 4n, 4n]],
    ['back-loaded-to-single-tranche', [4n, 4n, 4n, 6n]],
  ])('shares 18 over 4 %s as the standard has it', (rule, expected) => {
    expect(payInInstalments(18n, ones(4), rule)).toEqual(expected)
  })

  it('gives each its weight, as far as whole units go', () => {
    const weights = [fraction(1n, 2n), fraction(1n, 3n), fraction(1n, 6n)]
    expect(payInInstalments(100n, weights, 'cumulative-round-down')).toEqual([50n, 33n, 17n])
    expect(payInInstalments(100n, weights, 'back-loaded')).toEqual([50n, 33n, 17n])
    expect(payInInstalments(100n, weights, 'front-loaded')).toEqual([51n, 33n, 16n])
  })

  const weights = fc.array(
    fc.tuple(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: 12n })),
    { minLength: 1, maxLength: 60 },
  )
  const totals = fc.oneof(
    fc.constantFrom(0n, 1n, 18n, 10n ** 15n),
    fc.bigInt({ min: 0n, max: 5000n }),
  )

  it('adds up to the total, takes nothing back, and is what a second implementation deals out', () => {
    fc.assert(
      fc.property(totals, weights, fc.constantFrom(...instalmentRules), (total, drawn, rule) => {
        const all = drawn.map(([n, d]) => fraction(n, d))
        const parts = payInInstalments(total, all, rule)
        expect(parts).toEqual(instalments(total, all, rule))
        expect(parts.reduce((one, other) => one + other, 0n)).toBe(total)
        expect(parts.filter((part) => part < 0n)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** The laws of docs/commission/how-mechanisms-meet.md about chains and corrections, on random years. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted, FEWER, TIMEOUT } from './count.js'
import { chains } from './draw.js'
import { inAll, settleYear } from './oracle.js'
import { cleanOf, cleanRunOf, followedBy, togetherOf } from './variants.js'

const settle = counted()

const hasCorrections = (chain: { year: { periods: readonly { corrections?: unknown }[] } }) =>
  chain.year.periods.some(({ corrections }) => corrections !== undefined)

const corrected = chains().filter(hasCorrections)

describe('the oracle', () => {
  it(
    'pays in all what it pays with the facts that are right in the end',
    () => {
      fc.assert(
        fc.property(chains(), ({ year }) => {
          expect(inAll(settleYear(year))).toBe(inAll(settleYear(cleanOf(year))))
        }),
        { numRuns: FEWER },
      )
    },
    TIMEOUT,
  )

  it(
    'pays the same in whatever order corrections come',
    () => {
      fc.assert(
        fc.property(chains().filter(hasCorrections), (chain) => {
          expect(inAll(settleYear(togetherOf(chain).year))).toBe(inAll(settleYear(chain.year)))
        }),
        { numRuns: FEWER },
      )
    },
    TIMEOUT,
  )
})

describe('any chain of settlements', () => {
  it(
    'pays in all what one clean run pays',
    () => {
      fc.assert(
        fc.property(chains(), (chain) => {
          const settled = settle(chain)
          const clean = settle(cleanRunOf(chain))
          if (settled && clean) expect(inAll(settled.pays)).toBe(inAll(clean.pays))
        }),
        { numRuns: FEWER },
      )
    },
    TIMEOUT,
  )
})

describe('corrections', () => {
  it(
    'pay the same in any order, in one run or over several',
    () => {
      fc.assert(
        fc.property(corrected, (chain) => {
          const settled = settle(chain)
          const together = settle(togetherOf(chain))
          if (settled && together) expect(inAll(together.pays)).toBe(inAll(settled.pays))
        }),
        { numRuns: FEWER },
      )
    },
    TIMEOUT,
  )

  it(
    'pay nothing more when they are given again',
    () => {
      fc.assert(
        fc.property(corrected, (chain) => {
          const longer = followedBy(chain)
          const once = settle(longer)
          const again = settle(longer, true)
          if (once && again) expect(again.pays).toEqual(once.pays)
        }),
        { numRuns: FEWER },
      )
    },
    TIMEOUT,
  )
})

/**
 * The laws of docs/commission/how-mechanisms-meet.md, on random years. Set `YEAR_CASES` to try more of them
 * (`YEAR_CASES=20000 npx vitest run test/independent/year`).
 */
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Chain, chains } from './draw.js'
import * as landed from './landed.js'
import { inAll, type SettledPay, settleYear } from './oracle.js'
import { run } from './run.js'
import { cleanOf } from './variants.js'

const CASES = Number(process.env['YEAR_CASES'] ?? 500)
const TIMEOUT = Math.max(120_000, CASES * 50)

const counts = { settled: 0, refused: new Map<string, number>() }

/** Runs a chain, and counts what is refused. */
function settle(chain: Chain) {
  const result = run(chain)
  if (result.refused === null) counts.settled += 1
  else counts.refused.set(result.refused, (counts.refused.get(result.refused) ?? 0) + 1)
  return result.refused === null ? result : undefined
}

/** What is held is known at the end of a settlement. */
function withoutHeld(pays: readonly SettledPay[]) {
  return pays.map(({ held: _, ...pay }) => pay)
}

describe('the oracle', () => {
  it('pays in all what it pays with the facts that are right in the end', () => {
    fc.assert(
      fc.property(chains(landed.all), ({ year }) => {
        expect(inAll(settleYear(year))).toBe(inAll(settleYear(cleanOf(year))))
      }),
      { numRuns: CASES },
    )
  })
})

describe('any chain of settlements', () => {
  it(
    'pays in each period what the oracle says',
    () => {
      fc.assert(
        fc.property(chains(landed.today), (chain) => {
          const settled = settle(chain)
          if (settled === undefined) return
          const expected = settleYear(chain.year)
          expect(withoutHeld(settled.pays)).toEqual(withoutHeld(expected))
          expect(inAll(settled.pays)).toBe(inAll(expected))
        }),
        { numRuns: CASES },
      )
    },
    TIMEOUT,
  )
})

afterAll(() => {
  const refused = [...counts.refused.values()].reduce((total, count) => total + count, 0)
  expect(refused).toBeLessThan((counts.settled + refused) * 0.05)
})

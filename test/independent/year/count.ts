import { afterAll, expect } from 'vitest'
import type { Chain } from './draw.js'
import { today } from './landed.js'
import { type Run, run, UNRESTATED } from './run.js'
import { givenAgain } from './variants.js'

/**
 * How many random years are settled period by period against the oracle. A quick run tries a few hundred; `YEAR_CASES` sets more
 * (`YEAR_CASES=20000 npx vitest run test/independent/year`). Each other law tries a fifth as many.
 */
export const CASES = Number(process.env['YEAR_CASES'] ?? 300)
export const FEWER = Math.ceil(CASES / 5)
export const TIMEOUT = Math.max(120_000, CASES * 60)

/** Runs chains, and holds in the end that fewer than one in twenty was refused, by any code. */
export function counted() {
  const refused = new Map<string, number>()
  let settled = 0
  afterAll(() => {
    const count = [...refused.values()].reduce((total, times) => total + times, 0)
    if (count >= (settled + count) * 0.05)
      expect.fail(
        `${count} of ${settled + count} refused: ${JSON.stringify([...refused], null, 1)}`,
      )
  })
  return (chain: Chain, isGivenAgain = false): Exclude<Run, { refused: string }> | undefined => {
    if (!today.chain(isGivenAgain ? givenAgain(chain) : chain)) return undefined
    const result = run(chain, isGivenAgain)
    if (result.refused === UNRESTATED) return undefined
    if (result.refused !== null) {
      refused.set(result.refused, (refused.get(result.refused) ?? 0) + 1)
      return undefined
    }
    settled += 1
    return result
  }
}

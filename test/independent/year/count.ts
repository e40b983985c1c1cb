import fc from 'fast-check'
import { afterAll, expect } from 'vitest'
import type { Chain } from './draw.js'
import { inAll, type SettledPay, settleYear } from './oracle.js'
import { type Run, run } from './run.js'

/**
 * How many random years are settled period by period against the oracle. `YEAR_CASES` sets fewer for a quick run, or more
 * (`YEAR_CASES=100000 npx vitest run test/independent/year`). Each other law tries a twentieth of them. A fault that is left may come once in a
 * hundred thousand years: .github/workflows/years.yml looks for it each night, among some hundred thousand of each kind.
 */
export const CASES = Number(process.env['YEAR_CASES'] ?? 10_000)
export const FEWER = Math.ceil(CASES / 20)
export const TIMEOUT = Math.max(120_000, CASES * 60)

/** Why a year may be refused: the page says so. */
const refusals = ['PERIODS_TO_RESTATE', 'POLICY_CONFLICT', 'TARGET_MISSING']

/** Runs chains, and holds in the end that fewer than one in twenty was refused, for no reason but those of the page. */
export function counted(calendar?: Parameters<typeof run>[2]) {
  const refused = new Map<string, number>()
  let settled = 0
  afterAll(() => {
    const count = [...refused.values()].reduce((total, times) => total + times, 0)
    const isNamed = [...refused.keys()].every((reason) => refusals.includes(codeOf(reason)))
    if (!isNamed || count >= (settled + count) * 0.05)
      expect.fail(
        `${count} of ${settled + count} refused: ${JSON.stringify([...refused], null, 1)}`,
      )
  })
  return (chain: Chain, isGivenAgain = false): Exclude<Run, { refused: string }> | undefined => {
    const result = run(chain, isGivenAgain, calendar)
    if (result.refused !== null) {
      refused.set(result.refused, (refused.get(result.refused) ?? 0) + 1)
      return undefined
    }
    settled += 1
    return result
  }
}

function codeOf(reason: string): string {
  return reason.split(' ', 1)[0] ?? ''
}

/** Holds that years are settled as the oracle settles them, half of all that are tried. */
export function expectAsByOracle(
  years: fc.Arbitrary<Chain>,
  settle: ReturnType<typeof counted>,
  numRuns = Math.ceil(CASES / 2),
): void {
  fc.assert(
    fc.property(years, (chain) => {
      const settled = settle(chain)
      if (settled === undefined) return
      const expected = settleYear(chain.year)
      expect(withoutHeld(settled.pays)).toEqual(withoutHeld(expected))
      expect(inAll(settled.pays)).toBe(inAll(expected))
    }),
    { numRuns },
  )
}

/** What is held is known at the end of a settlement only. */
function withoutHeld(pays: readonly SettledPay[]) {
  return pays.map(({ held: _, ...pay }) => pay)
}

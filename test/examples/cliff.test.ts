import { describe, expect, it } from 'vitest'
import { brokenLaws, page } from '../../examples/cliff/page.js'
import { mended, plan } from '../../examples/cliff/plan.js'
import { runExample } from './runExample.js'

describe('a plan with a cliff', () => {
  it.each([2026, 1, 2, 3, 4])(
    'is found by one law, at the cent on which it lies, from whichever seed (%i)',
    (seed) => {
      expect(brokenLaws(plan, seed)).toEqual([
        {
          law: 'more sales never pay less',
          counterexample: { less: { sales: '999999.99' }, more: { sales: '1000000.00' } },
          said: 'sales of 999999.99 pay 50000.00, and sales of 1000000.00 pay 40000.00',
        },
      ])
    },
  )

  it('is mended where each tier pays its own sales: every law holds', () => {
    expect(brokenLaws(mended)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('cliff', 'America/New_York')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`${page().join('\n')}\n`)
    expect(stdout).toContain('\n  broken: more sales never pay less\n')
  })
})

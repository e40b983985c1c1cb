import { applyEdits, diffPolicies } from 'sales-rules'
import { handbookPolicy } from 'sales-rules/handbook'
import { describe, expect, it } from 'vitest'
import { widthOf } from '../../examples/close-the-quarter/report/layout.js'
import { page } from '../../examples/own-policy/page.js'
import { after, before, failing, received, statements } from '../../examples/own-policy/policy.js'
import { runExample } from './runExample.js'

describe('a company that takes the handbook as its own policy', () => {
  it('is paid what was worked out by hand on either side of the change', () => {
    // 1,000,000 at 3%, and 500,000 at 4% and at 4.5%.
    expect(statements().map(({ period, amount, policy }) => [period, amount, policy.id])).toEqual([
      ['2026-Q2', '50000.00', 'acme-sales'],
      ['2026-Q3', '52500.00', 'acme-sales'],
    ])
  })

  it('differs from the handbook in what it decided, and in nothing else', () => {
    expect(diffPolicies(handbookPolicy, before)).toEqual([
      { path: 'id', set: 'acme-sales' },
      { path: 'versions.1.commission.tiersPer', set: 'quarter' },
      { path: 'name', set: 'Acme sales rules' },
    ])
    expect(applyEdits(before, diffPolicies(before, after))).toEqual(after)
  })

  it('receives the document that it sent', () => {
    expect(received).toEqual(after)
    expect(failing).toEqual([])
  })

  it('prints no line that is too long', () => {
    expect(page().filter((line) => widthOf(line) > 100)).toEqual([])
  })

  it('ends well, and prints the same page in another process and time zone', async () => {
    const { code, stdout, stderr } = await runExample('own-policy', 'America/New_York')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toBe(`${page().join('\n')}\n`)
    expect(stdout).toContain('\n  commission.scale.tiers.second.rate: 0.04 → 0.045\n')
    expect(stdout).toContain('\nWorked examples: 1, of which 0 come out otherwise\n')
    expect(stdout).toContain('\n  sent and received are the same: true\n')
  })
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { defineCommissionPlan, defineScale, defineWorkingHours, handbook } from 'sales-rules'
import { exemptLawsOf, lawsOf } from 'sales-rules/testing'
import { describe, expect, it } from 'vitest'

const tiers = [{ id: 'all', upTo: null, rate: '0.1' }]
const full = defineCommissionPlan({
  currency: 'EUR',
  scale: { mode: 'marginal', tiers },
  gate: { attainment: '1' },
  cap: { amount: '1000' },
  clawback: { kind: 'full' },
  payment: {},
})
const { appraisal, careers, chinaCalendar, grading, health, leads, rewards, service, targets } =
  handbook
const hours = defineWorkingHours({ timeZone: 'UTC', week: { 1: ['09:00-17:00'] } })
const policies = [
  ...[full, defineScale({ mode: 'marginal', tiers }), chinaCalendar, hours],
  ...[appraisal, careers, grading, health, leads, rewards, service, targets],
]

describe('the table of laws that can be run', () => {
  const page = readFileSync('docs/laws.md', 'utf8')
  const rows = [...page.matchAll(/^\| (.+?) \| `(library|policy)` \|/gm)].map(
    ([, name, of]) => `${of}: ${name}`,
  )

  it('has each law once, under its name, and no other', () => {
    const laws = policies.flatMap((policy) => [...lawsOf(fc, policy), ...exemptLawsOf(fc, policy)])
    const named = laws.map(
      ({ name, of }) =>
        `${of}: ${name.replace(/\b(fit|intent|health|appraisal) score/, 'lead score')}`,
    )
    expect(rows.length).toBeGreaterThan(30)
    expect([...rows].sort()).toEqual([...new Set(named)].sort())
  })
})

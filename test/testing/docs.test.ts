import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  defineCommissionPlan,
  defineCompensationPlan,
  defineContestRules,
  defineScale,
  defineWorkingHours,
  handbook,
} from 'sales-rules'
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
const { appraisal, care, careers, chinaCalendar, compensation, grading, health, leads } = handbook
const { pipeline, rewards, service, targets } = handbook
const contest = defineContestRules({ currency: 'EUR', prizes: [{ amount: '100' }] })
const paid = defineCompensationPlan({
  currency: 'EUR',
  cap: { amount: '100' },
  consequences: [{ kind: 'bonus', pays: 'bonus' }],
  components: [{ id: 'all', commission: { scale: { mode: 'marginal', tiers } } }],
})
const hours = defineWorkingHours({ timeZone: 'UTC', week: { 1: ['09:00-17:00'] } })
const policies = [
  ...[full, contest, paid, defineScale({ mode: 'marginal', tiers }), hours],
  ...[appraisal, care, careers, chinaCalendar, compensation, grading, health, leads],
  ...[pipeline, rewards, service, targets],
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
        `${of}: ${name.replace(/^component all: /, '').replace(/\b(fit|intent|health|appraisal) score/, 'lead score')}`,
    )
    expect(rows.length).toBeGreaterThan(30)
    expect([...rows].sort()).toEqual([...new Set(named)].sort())
  })
})

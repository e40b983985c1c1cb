import { handbook, scoreLead, scoreLeadEach } from 'sales-rules'
import { expect, it } from 'vitest'

it('yields what scoreLead says of each lead, in order', () => {
  const lead = { budget: 90, authority: 70, urgency: 60 }
  const leads = [lead, { ...lead, urgency: undefined }, { ...lead, duplicate: true }]
  expect([...scoreLeadEach(leads, handbook.leads)]).toMatchObject([
    { index: 0, ok: true, value: scoreLead(lead, handbook.leads) },
    { index: 1, ok: false, issues: [{ code: 'FACT_MISSING', path: ['urgency'] }] },
    { index: 2, ok: true, value: { band: null, disqualified: { reasons: ['duplicate'] } } },
  ])
})

it('refuses a model that was not defined before anything is read', () => {
  expect(() => scoreLeadEach([], { ...handbook.leads })).toThrow('defineLeadModel')
})

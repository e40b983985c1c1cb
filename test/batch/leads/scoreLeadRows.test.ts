import { attempt, defineLeadModel, handbook, type LeadFacts } from 'sales-rules'
import { scoreLeadRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat } from '../flat.js'

const lead = { budget: 90, authority: 70, urgency: 60 }

describe('the scores of many leads', () => {
  it('have a band each, and the reasons of those that are invalid', () => {
    const rows: readonly LeadFacts[] = [
      lead,
      { ...lead, reachable: true, duplicate: false, inMarket: true },
      { ...lead, reachable: false, duplicate: true, inMarket: true },
      { duplicate: true },
      { ...lead, duplicate: 'yes' },
      { ...lead, duplicate: null },
      { budget: 99, authority: 80, urgency: 70, reachable: true },
    ]
    const scored = scoreLeadRows(rows, handbook.leads)
    expect([...scored.scores]).toEqual([75, 75, 75, Number.NaN, Number.NaN, 75, 84.6])
    expect([...scored.bands]).toEqual([1, 1, -1, -1, -1, 1, 0])
    expect(scored.disqualified).toEqual([
      { row: 2, reasons: ['no-reachable-contact', 'duplicate'] },
      { row: 3, reasons: ['duplicate'] },
    ])
    expect(scored.refused).toBe(1)
    expect(flat(scored.issues)).toMatchObject([
      {
        code: 'VALUE_INVALID',
        path: [4, 'duplicate'],
        message: 'duplicate: got "yes", expected true or false.',
      },
    ])
    expect(scored).toMatchObject({
      bandNames: ['hot', 'warm', 'cold'],
      highValueUpTo: 0,
      policy: { id: 'handbook-leads', version: '1' },
      clauses: ['LEA-1', 'LEA-2', 'LEA-3'],
    })
  })

  it('are refused for a number of more digits than it can have, and for an unknown fact', () => {
    const rows = [
      { ...lead, budget: 0.1 + 0.2 },
      { ...lead, buget: 1 },
      { ...lead, budget: 100.01 },
    ]
    expect(flat(scoreLeadRows(rows, handbook.leads).issues).map(({ code }) => code)).toEqual([
      'NUMBER_TOO_PRECISE',
      'UNKNOWN_KEY',
      'NUMBER_OUT_OF_RANGE',
    ])
  })

  it('are filtered by conditions of any form', () => {
    const model = defineLeadModel({
      criteria: [{ id: 'budget', weight: 100, curve: 'points' }],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
      disqualifiers: [
        {
          reason: 'small',
          when: {
            all: [
              { id: 'staff', comparison: 'below', required: 10, unit: 'count' },
              { id: 'funded', comparison: 'equals', required: false },
            ],
          },
        },
      ],
    })
    const rows = [
      { budget: 50, staff: 5, funded: false },
      { budget: 50, staff: 5, funded: true },
      { budget: 50, staff: 5 },
      { budget: 50 },
      { budget: 50, staff: 'few' },
    ]
    const { scores, disqualified, issues } = scoreLeadRows(rows, model)
    expect([...scores]).toEqual([50, 50, 50, 50, Number.NaN])
    expect(disqualified).toEqual([{ row: 0, reasons: ['small'] }])
    expect(flat(issues)).toMatchObject([{ code: 'NUMBER_INVALID', path: [4, 'staff'] }])
  })

  it('take no yes for a history of them', () => {
    const model = defineLeadModel({
      ...{ ...handbook.leads, provenance: [] },
      disqualifiers: [
        {
          reason: 'silent-for-two-months',
          when: {
            ...{ id: 'silent', comparison: 'equals', required: true },
            inARow: { length: 2, per: 'month', gap: 'break' },
          },
        },
      ],
    })
    const silent = ['2026-02', '2026-03'].map((period) => ({ period, value: true }))
    const rows = [
      { ...lead, silent: true },
      { ...lead, silent, asOf: '2026-03' },
    ]
    const { disqualified, issues, scores } = scoreLeadRows(rows, model)
    expect(disqualified).toEqual([{ row: 1, reasons: ['silent-for-two-months'] }])
    expect(flat(issues)).toMatchObject([
      { code: 'VALUE_INVALID', path: [0, 'silent'] },
      { code: 'VALUE_MISSING', path: [0, 'asOf'] },
    ])
    expect([...scores]).toEqual([Number.NaN, 75])
  })

  it('have each of 40 reasons, one by one', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `reason-${at}`)
    const model = defineLeadModel({
      ...{ ...handbook.leads, provenance: [] },
      disqualifiers: ids.map((id) => ({
        reason: id,
        when: { id, comparison: 'equals', required: true },
      })),
    })
    const none = Object.fromEntries(ids.map((id) => [id, false]))
    const rows = ids.map((id) => ({ ...lead, ...none, [id]: true }))
    expect(scoreLeadRows(rows, model).disqualified).toEqual(
      ids.map((id, row) => ({ row, reasons: [id] })),
    )
  })

  it('may rest on a fact that is also a reason', () => {
    const model = defineLeadModel({
      criteria: [{ id: 'budget', weight: 100, curve: 'points' }],
      missing: 'refuse',
      bands: [{ id: 'any', from: 0 }],
      disqualifiers: [
        {
          reason: 'poor',
          when: { id: 'budget', comparison: 'below', required: 10, unit: 'points' },
        },
      ],
    })
    const { scores, bands, disqualified } = scoreLeadRows([{ budget: 5 }, { budget: 50 }], model)
    expect([...scores]).toEqual([5, 50])
    expect([...bands]).toEqual([-1, 0])
    expect(disqualified).toEqual([{ row: 0, reasons: ['poor'] }])
  })

  it('may have their facts in any order, some flags among them, and no flag that is hidden', () => {
    const other = { urgency: 60, duplicate: false, budget: 90, authority: 70 }
    const hiding = Object.defineProperty({ ...other }, 'inMarket', { value: false })
    const rows = [other, other, lead, { ...other, urgency: 101 }, hiding, { ...other, size: 1 }]
    const { scores, issues } = scoreLeadRows(rows, handbook.leads)
    expect([...scores]).toEqual([75, 75, 75, Number.NaN, Number.NaN, Number.NaN])
    expect(issues.map(({ issues: [first] }) => first?.code)).toEqual([
      'NUMBER_OUT_OF_RANGE',
      'VALUE_UNREADABLE',
      'UNKNOWN_KEY',
    ])
  })

  it('refuses rows that are no list, and a model that was not defined', () => {
    const issuesOf = (rows: unknown, model = handbook.leads) => {
      const outcome = attempt(() => scoreLeadRows(rows as LeadFacts[], model))
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code)
    }
    expect(issuesOf('rows')).toEqual(['VALUE_INVALID'])
    expect(issuesOf([], throughJson(handbook.leads) as typeof handbook.leads)).toEqual([
      'POLICY_NOT_DEFINED',
    ])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import {
  addDays,
  checkDiscount,
  checkStage,
  collectionPeriod,
  forecastPipeline,
  handbook,
  measureCompleteness,
  measureFunnel,
  prioritise,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** What each clause of the sales process says, in its words and with its figures, by the ready policy. */
const { clauses, pipeline } = handbook
const asOf = '2026-06-30'
const stages = pipeline.stages.map(({ id }) => id)
const lacking = (stage: string, facts: object = {}) =>
  checkStage({ ...facts }, stage, pipeline).missing.map(({ id }) => id)
const holding = (stage: string, clause: string) =>
  checkStage({}, stage, pipeline)
    .checks.filter((one) => one.holdsBack && one.clause === clause)
    .map(({ id }) => id)

describe('the sales process', () => {
  it('PIP-1: prospecting, needs analysis, solution design, negotiation and signing, delivery, after-sales care', () => {
    expect(stages).toEqual([
      ...['prospecting', 'needs-analysis', 'solution-design'],
      ...['negotiation-signing', 'delivery', 'after-sales-care'],
    ])
    for (const [at, from] of stages.entries()) {
      const allowed = stages.filter(
        (to) => to !== from && checkStage({}, { from, to }, pipeline).allowed,
      )
      expect(allowed).toEqual([...stages.slice(0, at), ...stages.slice(at + 1, at + 2)])
    }
  })

  it('PIP-2: conversion stage by stage, sales per customer and per order, days until cash, from lead to deal', () => {
    const entered = (days: readonly string[]) =>
      days.map((on, at) => ({ stage: stages[at + 1] ?? '', on: `2026-${on}` }))
    const deals = [
      {
        ...{ id: 'a', customer: 'Acme', created: '2026-01-01', value: '100' },
        stages: entered(['01-11', '01-21', '02-01', '02-10']),
      },
      {
        ...{ id: 'b', customer: 'Acme', created: '2026-01-01', value: '300' },
        stages: entered(['01-11', '01-21', '02-01', '03-02']),
      },
      { id: 'c', created: '2026-01-01', stages: entered(['01-11']), lost: '2026-02-01' },
    ]
    const funnel = measureFunnel({ asOf, deals }, pipeline)
    expect(funnel.steps.map(({ conversion }) => conversion)).toEqual([
      ...['1', '0.666666666666', '1', '1', '0'],
    ])
    expect(funnel.sales).toMatchObject({ salesPerCustomer: '400.00', salesPerOrder: '200.00' })
    expect(funnel.leadToDeal).toMatchObject({ median: '50', shortest: '40', longest: '60' })
    const invoice = { amount: '100', invoiced: '2026-01-01', delivered: '2026-01-06' }
    const payments = [{ amount: '100', on: '2026-01-11' }]
    const input = { asOf, invoices: [{ ...invoice, payments }] }
    expect(collectionPeriod(input, pipeline).days).toBe('10')
  })

  it('PIP-3: the bottleneck is found from the data', () => {
    const counts = [100, 90, 80, 20, 15, 9]
    const reached = Object.fromEntries(stages.map((id, at) => [id, counts[at] ?? 0]))
    const { bottleneck } = measureFunnel({ reached }, pipeline)
    expect(bottleneck.byConversion).toMatchObject([
      { from: 'solution-design', to: 'negotiation-signing', reached: 80, wentOn: 20 },
    ])
  })

  it('PIP-4: profile and form, 3 success stories, in exchange only, a signed confirmation, 3 suggestions', () => {
    expect(stages.flatMap((stage) => holding(stage, 'PIP-4'))).toEqual([
      ...['customerProfile', 'needsAnalysisForm', 'successStories', 'givenInExchange'],
      ...['serviceConfirmationSigned', 'improvementSuggestions'],
    ])
    expect(lacking('solution-design', { successStories: 2 })).toContain('successStories')
    expect(lacking('solution-design', { successStories: 3 })).not.toContain('successStories')
    const care = (count: number) => lacking('after-sales-care', { improvementSuggestions: count })
    expect([care(2).length - care(3).length, care(3).length]).toEqual([1, 3])
  })

  it('PIP-5: quadrants, and care of key customers is always important and urgent', () => {
    const { tasks } = prioritise(
      [
        { id: 'neither', important: 0, urgent: 0 },
        { id: 'urgent', important: 0, urgent: 100 },
        { id: 'important', important: 100, urgent: 0 },
        { id: 'both', important: 100, urgent: 100 },
        { id: 'care', important: 0, urgent: 0, kind: 'care', customerTier: 'key' },
      ],
      pipeline,
    )
    expect(tasks.map(({ id, quadrant }) => [id, quadrant])).toEqual([
      ['both', 1],
      ['care', 1],
      ['important', 2],
      ['urgent', 3],
      ['neither', 4],
    ])
  })

  it('PIP-6: each stage leaves its documents', () => {
    const documents = [
      ['priorityMap', 'firstContactScript'],
      [
        ...['painList', 'situationQuestions', 'problemQuestions', 'implicationQuestions'],
        ...['needPayoffQuestions', 'needsReport'],
      ],
      ['tailoredProposal', 'competitorComparison', 'demonstration'],
      ['floorSet', 'concessionsSet', 'answersToObjections'],
      ['progressBoard', 'acceptanceCriteria'],
      ['customerTier', 'servicePackage', 'feedbackLoop'],
    ]
    for (const [at, stage] of stages.entries())
      expect(lacking(stage)).toEqual(expect.arrayContaining(documents[at] ?? []))
  })

  it('PIP-7: installed, trained, feedback given', () => {
    expect(stages.flatMap((stage) => holding(stage, 'PIP-7'))).toEqual([
      ...['installed', 'trained', 'feedbackGiven'],
    ])
  })

  it('PIP-8: a floor and concessions set beforehand, and nothing but in exchange', () => {
    expect(holding('negotiation-signing', 'PIP-8')).toEqual(['floorSet', 'concessionsSet'])
    expect(pipeline.discounts?.exchange.concessions).toEqual([
      ...['instalments', 'long-term-discount', 'longer-warranty'],
    ])
    const request = {
      ...{ rung: 'sales-director', listPrice: '100', price: '90', cost: '10', floor: '80' },
      inExchange: ['prepayment'],
    }
    const decided = (rest: object) => checkDiscount({ ...request, ...rest }, pipeline).decision
    expect([decided({}), decided({ floor: null }), decided({ inExchange: [] })]).toEqual([
      ...['granted', 'unknown', 'refused'],
    ])
    for (const { id } of (pipeline.discounts?.exchange.concessions ?? []).map((id) => ({ id })))
      expect(decided({ concessions: [{ id }] })).toBe('refused')
  })

  it('PIP-9: a forecast by stage, or as measured', () => {
    const deal = { stage: 'prospecting', value: '1000', expected: addDays(asOf, 1) }
    const forecastOf = (rest = {}) =>
      forecastPipeline({ asOf, deals: [deal], ...rest }, pipeline).total.expected
    expect(forecastOf()).toBe('100.00')
    expect(forecastOf({ probabilities: { prospecting: '0.2' } })).toBe('200.00')
  })

  it('PIP-10: complete and in time, 98% asked', () => {
    const fields = ['customer', 'contact', 'purpose', 'result', 'nextStep']
    const records = Array.from({ length: 20 }, (_, at) => ({
      ...{ kind: 'visit', occurred: '2026-06-01T09:00:00Z', recorded: '2026-06-02T09:00:00Z' },
      fields: Object.fromEntries(
        fields.map((field) => [field, field === 'result' && at < 2 ? '' : 'x']),
      ),
    }))
    const measured = measureCompleteness({ asOf: '2026-06-30T00:00:00Z', records }, pipeline)
    expect(measured).toMatchObject({ target: '0.98', met: true })
    expect(measured.total).toMatchObject({ ofFields: '0.98', ofRecords: '0.9', onTime: '1' })
  })
})

describe('each clause of leads, the sales process and customer health', () => {
  const rooms = { LEA: 'leads', PIP: 'pipeline', HEA: 'health' } as const
  const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const testsOf = (room: string) =>
    readdirSync(new URL(`../${room}`, import.meta.url))
      .map((name) => text(`test/${room}/${name}`))
      .join('\n')
  const ofRooms = Object.keys(clauses).flatMap((id) => {
    const room = rooms[id.slice(0, 3) as keyof typeof rooms]
    return room === undefined ? [] : [[id, room] as const]
  })

  it('are 29', () => {
    expect(ofRooms).toHaveLength(29)
  })

  it.each(ofRooms)('%s is named by a test of %s, and by its page', (id, room) => {
    const named = new RegExp(`\\b${id}\\b`)
    expect(testsOf(room)).toMatch(named)
    expect(text(`docs/${room}.md`)).toMatch(named)
  })
})

import {
  type AppraisalInput,
  appraise,
  attempt,
  defineAppraisalScheme,
  handbook,
} from 'sales-rules'
import { appraiseRows } from 'sales-rules/batch'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { flat } from '../flat.js'

const results = {
  sales: { actual: '1500000', target: '1200000' },
  newCustomers: { actual: 8, target: 10 },
  satisfaction: { points: 90, source: 'survey' },
  collectionRate: { actual: 0.95, target: 0.95 },
}

describe('the appraisals of many', () => {
  it('have a score per row, and the issues of those that are refused', () => {
    const rows = [
      { employee: 'E-1042', period: '2026-Q1', results },
      { results: { ...results, satisfaction: { points: 98, source: 'self' } } },
      { results: { ...results, sales: null } },
      { period: '2026-Q5', results },
      { results: { ...results, sales: { value: '0.9' } } },
      { results: { ...results, sales: 5 } },
      null,
    ]
    const { scores, issues, refused, policy, clauses } = appraiseRows(
      rows as readonly AppraisalInput[],
      handbook.appraisal,
    )
    expect([...scores]).toEqual([92, NaN, NaN, NaN, 88, NaN, NaN])
    expect(flat(issues).map(({ code, path, clause }) => [code, clause ?? null, ...path])).toEqual([
      ['SOURCE_REFUSED', 'APP-7', 1, 'results', 'satisfaction', 'source'],
      ['FACT_MISSING', null, 2, 'results', 'sales'],
      ['PERIOD_INVALID', null, 3, 'period'],
      ['VALUE_INVALID', null, 5, 'results', 'sales'],
      ['VALUE_MISSING', null, 6],
      ['VALUE_MISSING', null, 6, 'results'],
    ])
    expect(refused).toBe(5)
    expect(policy).toEqual({ id: 'handbook-appraisal', version: '1' })
    expect(clauses).toEqual(['APP-1', 'APP-2', 'APP-7', 'APP-10', 'APP-11'])
  })

  it('are no higher than the maximum of the scheme, as that of one', () => {
    const scheme = defineAppraisalScheme({
      missing: 'refuse',
      maximum: 60,
      indicators: [{ id: 'quality', weight: 100, curve: { kind: 'points', maximum: 100 } }],
    })
    const rows = [50, 60, 90].map((points) => ({ results: { quality: { points } } }))
    expect([...appraiseRows(rows, scheme).scores]).toEqual([50, 60, 60])
    expect(rows.map((row) => appraise(row, scheme).score)).toEqual([50, 60, 60])
  })

  it.each([[0], [-0], ['0'], ['-0']])(
    'are those of one where less is better and there is %o',
    (actual) => {
      const scheme = defineAppraisalScheme({
        missing: 'refuse',
        indicators: [
          { id: 'complaints', weight: 100, curve: { kind: 'lower-is-better', floor: 10, cap: 90 } },
        ],
      })
      const row = { results: { complaints: { actual, target: 4 } } }
      const { score } = appraise(row, scheme)
      expect(score).toBe(90)
      expect([...appraiseRows([row], scheme).scores]).toEqual([score])
    },
  )

  it.each<[string, unknown, string]>([
    ['a figure of more than 15 digits', { actual: 1 / 3, target: 1 }, 'NUMBER_TOO_PRECISE'],
    ['a target of more than 15 digits', { actual: 1, target: 1 / 3 }, 'NUMBER_TOO_PRECISE'],
    ['no target to speak of', { actual: 1, target: 0 }, 'NUMBER_OUT_OF_RANGE'],
    ['another key', { actual: 1, target: 1, unit: 'CNY' }, 'UNKNOWN_KEY'],
    ['another key in place of the target', { actual: 1, goal: 1 }, 'UNKNOWN_KEY'],
    ['two forms at once', { value: 1, points: 1 }, 'VALUE_INVALID'],
    ['points and another key', { points: 1, unit: 'CNY' }, 'UNKNOWN_KEY'],
    ['a percentage', { value: 105 }, 'NUMBER_LOOKS_LIKE_PERCENT'],
    ['an empty source', { points: 1, source: '' }, 'VALUE_INVALID'],
  ])('are refused for %s, as one is', (_, sales, code) => {
    const rows = [{ results: { ...results, sales } }] as readonly AppraisalInput[]
    const { scores, issues } = appraiseRows(rows, handbook.appraisal)
    expect([...scores]).toEqual([NaN])
    expect(flat(issues).map((issue) => issue.code)).toContain(code)
  })

  it.each<[object, string]>([
    [{ employee: '', results }, 'VALUE_INVALID'],
    [{ employee: 'E-1', results, grade: 'S' }, 'UNKNOWN_KEY'],
    [{ period: '2026-13', results }, 'PERIOD_INVALID'],
  ])('are refused for %j', (input, code) => {
    const rows = [{ results }, input] as readonly AppraisalInput[]
    const { scores, issues } = appraiseRows(rows, handbook.appraisal)
    expect([...scores]).toEqual([92, NaN])
    expect(flat(issues).map((issue) => [issue.code, issue.path[0]])).toEqual([[code, 1]])
  })

  it.each([
    ['half-up', 90],
    ['half-even', 90],
    ['half-down', 89.99],
    ['up', 90],
    ['down', 89.99],
  ] as const)('of 89.995 points are rounded %s to %d, once', (rounding, score) => {
    const scheme = defineAppraisalScheme({ ...throughJson(handbook.appraisal), rounding })
    const tie = Object.fromEntries(
      Object.entries(results).map(([id]) => [
        id,
        { points: 89.995, source: id === 'satisfaction' ? 'survey' : 'crm' },
      ]),
    )
    expect([...appraiseRows([{ results: tie }], scheme).scores]).toEqual([score])
  })

  it('round a tie that a quotient makes as the rule does', () => {
    const scheme = defineAppraisalScheme({
      indicators: [{ id: 'sales', weight: 100 }],
      missing: 'refuse',
    })
    // 1799.9 ÷ 2000 is 89.995%, and the float of it is less; 2 ÷ 3 is no tie.
    const row = (actual: number, target: number) => ({ results: { sales: { actual, target } } })
    const { scores } = appraiseRows([row(1799.9, 2000), row(2, 3), row(3, 3)], scheme)
    expect([...scores]).toEqual([90, 66.67, 100])
  })

  it('round a tie that two quotients make together, whatever each is off', () => {
    const scheme = defineAppraisalScheme({
      indicators: [
        { id: 'sales', weight: 20 },
        { id: 'visits', weight: 20 },
        { id: 'satisfaction', weight: 60, curve: 'points' },
      ],
      missing: 'refuse',
    })
    const rows = Array.from({ length: 600 }, (_, index) => {
      const target = 3 + (index % 60)
      const actual = 1 + (index % (target - 1))
      const sales = { actual, target }
      const visits = { actual: target - actual, target }
      return { results: { sales, visits, satisfaction: { points: 83.325 } } }
    })
    // 20 in all for sales and visits, and 49.995.
    expect(new Set(appraiseRows(rows, scheme).scores)).toEqual(new Set([70]))
  })

  it('round a tie that nine quotients make together as the rule does', () => {
    const ids = Array.from({ length: 9 }, (_, index) => `part-${index}`)
    const scheme = defineAppraisalScheme({
      indicators: [
        ...ids.map((id) => ({ id, weight: 10 })),
        { id: 'satisfaction', weight: 10, curve: 'points' },
      ],
      missing: 'refuse',
    })
    const rows = Array.from({ length: 800 }, (_, index) => {
      const target = 7 + (index % 90)
      const shares = ids.slice(1).map((_, part) => (part * (index + 5) + 3) % target)
      // The last share makes a whole number of all of them.
      const last = target - (shares.reduce((sum, share) => sum + share, 0) % target)
      const results = [...shares, last].map((actual, part) => [ids[part], { actual, target }])
      return { results: { ...Object.fromEntries(results), satisfaction: { points: 99.95 } } }
    })
    const { scores } = appraiseRows(rows, scheme)
    expect([...scores]).toEqual(rows.map((row) => appraise(row, scheme).score))
    expect([...scores].every((score) => score % 10 === 0)).toBe(true)
  })

  it('leave out or count as zero what is missing, as the scheme says', () => {
    const indicators = [
      { id: 'sales', weight: 75 },
      { id: 'visits', weight: 25 },
    ]
    const rows = [{ results: { sales: { actual: 4, target: 5 }, visits: null } }, { results: {} }]
    const score = (missing: 'zero' | 'reweight' | 'refuse') => [
      ...appraiseRows(rows, defineAppraisalScheme({ indicators, missing })).scores,
    ]
    expect(score('zero')).toEqual([60, 0])
    expect(score('reweight')).toEqual([80, NaN])
    expect(score('refuse')).toEqual([NaN, NaN])
  })

  it('refuses rows that are no list, and a scheme that was not defined', () => {
    const issuesOf = (rows: unknown, scheme = handbook.appraisal) => {
      const outcome = attempt(() => appraiseRows(rows as AppraisalInput[], scheme))
      return outcome.ok ? [] : outcome.issues.map(({ code }) => code)
    }
    expect(issuesOf({ results })).toEqual(['VALUE_INVALID'])
    expect(issuesOf([], throughJson(handbook.appraisal) as typeof handbook.appraisal)).toEqual([
      'POLICY_NOT_DEFINED',
    ])
  })
})

/**
 * Scoring many rows stays far quicker than scoring them one by one: a ratio of the two on the same machine in the same seconds, with room
 * for a busy machine. It would be lost if rows went through the rule itself without need, which no result would show.
 */
import { performance } from 'node:perf_hooks'
import { appraise, attempt, handbook, scoreHealth, scoreLead } from 'sales-rules'
import { appraiseRows, scoreHealthRows, scoreLeadRows } from 'sales-rules/batch'
import { expect, it } from 'vitest'

const ROWS = 20_000
const SINGLE = 200
const ROUNDS = 9
/** It is 200 to 1,000 times where nothing else runs. */
const LEAST = 20

const facts = Array.from({ length: ROWS }, (_, row) => ({
  first: (row * 7) % 101,
  second: ((row * 13) % 1001) / 10,
  third: ((row * 17) % 10_001) / 100,
}))

it.each([
  {
    name: 'customers',
    rows: facts.map(({ first, second, third }) => ({
      interaction: first,
      satisfaction: second,
      purchase: third,
    })),
    many: (rows: readonly object[]) => scoreHealthRows(rows as never, handbook.health),
    single: (row: object) => scoreHealth(row as never, handbook.health),
  },
  {
    name: 'leads',
    rows: facts.map(({ first, second, third }) => ({
      budget: first,
      authority: second,
      urgency: third,
      duplicate: first === 7,
    })),
    many: (rows: readonly object[]) => scoreLeadRows(rows as never, handbook.leads),
    single: (row: object) => scoreLead(row as never, handbook.leads),
  },
  {
    name: 'appraisals',
    rows: facts.map(({ first, second, third }) => ({
      results: {
        sales: { actual: first + 0.5, target: 90 },
        newCustomers: { actual: first, target: 70 },
        satisfaction: { points: second, source: 'survey' },
        collectionRate: { actual: third, target: 95 },
      },
    })),
    many: (rows: readonly object[]) => appraiseRows(rows as never, handbook.appraisal),
    single: (row: object) => appraise(row as never, handbook.appraisal),
  },
])(
  'many $name are scored at least twenty times as fast as one by one',
  ({ rows, many, single }) => {
    const few = rows.slice(0, SINGLE)
    const ratios = Array.from({ length: ROUNDS }, () => {
      const one = timeOf(() => few.forEach(single)) / SINGLE
      return one / (timeOf(() => many(rows)) / ROWS)
    })
    expect(Math.max(...ratios)).toBeGreaterThan(LEAST)
  },
)

it.each([
  {
    name: 'customers',
    rows: facts.map(({ first, second }) => ({ interaction: first, satisfacton: second })),
    many: (rows: readonly object[]) => scoreHealthRows(rows as never, handbook.health),
    single: (row: object) => attempt(() => scoreHealth(row as never, handbook.health)),
  },
  {
    name: 'leads',
    rows: facts.map(({ first, second, third }) => ({
      budget: first,
      authority: second,
      urgencey: third,
      duplicate: false,
    })),
    many: (rows: readonly object[]) => scoreLeadRows(rows as never, handbook.leads),
    single: (row: object) => attempt(() => scoreLead(row as never, handbook.leads)),
  },
  {
    name: 'appraisals',
    rows: facts.map(({ first }) => ({ results: { sales: { actual: first, target: 90 } } })),
    many: (rows: readonly object[]) => appraiseRows(rows as never, handbook.appraisal),
    single: (row: object) => attempt(() => appraise(row as never, handbook.appraisal)),
  },
])(
  'many $name with a misspelt or missing column are counted at least five times as fast as one by one',
  ({ rows, many, single }) => {
    const few = rows.slice(0, SINGLE)
    const ratios = Array.from({ length: ROUNDS }, () => {
      const one = timeOf(() => few.forEach(single)) / SINGLE
      return one / (timeOf(() => many(rows)) / ROWS)
    })
    expect(Math.max(...ratios)).toBeGreaterThan(5)
  },
)

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

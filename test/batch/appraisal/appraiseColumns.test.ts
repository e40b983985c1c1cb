import fc from 'fast-check'
import {
  type AppraisalColumns,
  type AppraisalInput,
  appraiseColumns,
  appraiseRows,
  attempt,
  defineAppraisalScheme,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../../arbitraries.rooms.js'
import { cells, columnOf } from '../../columns.js'

const COLUMNS = ['sales', 'goal', 'customers', 'points', 'rate']

type Row = Readonly<Record<string, number>>

/** The results of a row; a form of which a figure is missing is no result. */
function resultsOf({ sales, goal, customers, points, rate }: Row, source: string | undefined) {
  return {
    ...(sales !== undefined && goal !== undefined && { sales: { actual: sales, target: goal } }),
    ...(customers !== undefined &&
      goal !== undefined && { newCustomers: { actual: customers, target: goal } }),
    ...(points !== undefined && {
      satisfaction: source === undefined ? { points } : { points, source },
    }),
    ...(rate !== undefined && { collectionRate: { value: rate } }),
  }
}

function columnsOf(rows: readonly Row[], source: string | undefined): AppraisalColumns {
  const of = (id: string) => columnOf(rows, id)
  const points = { points: of('points') }
  return {
    sales: { actual: of('sales'), target: of('goal') },
    newCustomers: { actual: of('customers'), target: of('goal') },
    satisfaction: source === undefined ? points : { ...points, source },
    collectionRate: { value: of('rate') },
  }
}

describe('the scores of results in columns', () => {
  it.each(['refuse', 'zero', 'reweight'] as const)(
    'are those of the same results as rows, where %s is the rule for what is missing',
    (missing) => {
      const scheme = defineAppraisalScheme({ ...throughJson(handbook.appraisal), missing } as never)
      const sources = fc.constantFrom('survey', 'survey', 'self', undefined)
      fc.assert(
        fc.property(cells(COLUMNS), sources, (rows, source) => {
          const inputs = rows.map((row) => ({ results: resultsOf(row, source) }))
          expect(appraiseColumns(columnsOf(rows, source), scheme)).toEqual(
            appraiseRows(inputs as readonly AppraisalInput[], scheme),
          )
        }),
        { numRuns: 400 },
      )
    },
  )

  it.each<[string, object, string]>([
    [
      'no form',
      { sales: {} },
      'sales: got an object, expected columns "actual" and "target", or "points", or "value".',
    ],
    [
      'half a form',
      { sales: { actual: new Float64Array(1) } },
      'sales: got an object, expected columns "actual" and "target", or "points", or "value".',
    ],
    [
      'two forms',
      { sales: { points: new Float64Array(1), value: new Float64Array(1) } },
      'sales: got an object, expected columns "actual" and "target", or "points", or "value".',
    ],
    [
      'a target of another length',
      { sales: { actual: new Float64Array(2), target: new Float64Array(1) } },
      'sales.target: got an object, expected as many rows as "actual" has.',
    ],
    ['a list', { sales: { points: [90] } }, 'sales.points: got an array, expected a Float64Array.'],
    [
      'a source that is none',
      { sales: { points: new Float64Array(1), source: 1 } },
      'sales.source: got 1, expected a text of 1 to 200 characters.',
    ],
  ])('refuse %s', (_, results, message) => {
    const outcome = attempt(() => appraiseColumns(results as AppraisalColumns, handbook.appraisal))
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.message)).toEqual([message])
  })
})

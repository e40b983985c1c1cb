import fc from 'fast-check'
import { attempt, type GradedPeriod, gradeConsequences, gradeRuns, handbook } from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { gradeHistories, shuffled } from '../arbitraries.rooms.js'

const graded = (...rows: (readonly [period: string, grade: string])[]): GradedPeriod[] =>
  rows.map(([period, grade]) => ({ period, grade }))

/** The periods of the run that leads to a consequence, and how many are missing. */
const runOf = (kind: string, history: readonly GradedPeriod[], asOf?: string) => {
  const runs = gradeRuns(history, handbook.grading, asOf === undefined ? {} : { asOf })
  const run = runs.find((one) => one.kind === kind)
  return [run?.periods, run?.remaining]
}

describe('gradeRuns', () => {
  it('says of each run how far it is from what follows (GRA-5 to GRA-7)', () => {
    const history = graded(['2026-Q1', 'C'], ['2026-Q2', 'C'])
    expect(gradeRuns(history, handbook.grading)).toEqual([
      {
        kind: 'commission-coefficient',
        clause: 'GRA-5',
        grades: ['S', 'A'],
        length: 2,
        periods: [],
        remaining: 2,
      },
      {
        kind: 'base-pay',
        clause: 'GRA-6',
        grades: ['C'],
        length: 2,
        periods: ['2026-Q1', '2026-Q2'],
        remaining: 0,
      },
      {
        kind: 'improvement-plan',
        clause: 'GRA-6',
        grades: ['C'],
        length: 2,
        periods: ['2026-Q1', '2026-Q2'],
        remaining: 0,
      },
      {
        kind: 'observation',
        clause: 'GRA-7',
        grades: ['C'],
        length: 3,
        periods: ['2026-Q1', '2026-Q2'],
        remaining: 1,
      },
    ])
  })

  it('takes a history that stopped for no run that goes on', () => {
    const history = graded(['2025-Q1', 'C'], ['2025-Q2', 'C'])
    expect(runOf('observation', history, '2025-Q2')).toEqual([['2025-Q1', '2025-Q2'], 1])
    expect(runOf('observation', history, '2025-Q3')).toEqual([['2025-Q1', '2025-Q2'], 1])
    expect(runOf('observation', history, '2025-Q4')).toEqual([[], 3])
  })

  it('does not look at what comes later', () => {
    const history = graded(['2025-Q1', 'C'], ['2025-Q2', 'B'])
    expect(runOf('observation', history, '2025-Q1')).toEqual([['2025-Q1'], 2])
  })

  it('passes leave over, and finds none in years or in no history', () => {
    const history = [
      ...graded(['2026-Q1', 'A'], ['2026-Q3', 'S']),
      { period: '2026-Q2', excused: 'leave' },
    ]
    expect(runOf('commission-coefficient', history)).toEqual([['2026-Q1', '2026-Q3'], 0])
    expect(runOf('commission-coefficient', graded(['2025', 'A'], ['2026', 'A']))).toEqual([[], 2])
    expect(runOf('commission-coefficient', [], '2026-Q1')).toEqual([[], 2])
  })

  it('refuses what gradeConsequences refuses', () => {
    const outcome = attempt(() => gradeRuns(graded(['2026-Q1', 'D']), handbook.grading))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code: 'VALUE_NOT_ALLOWED' }])
  })

  it('reaches the length in the period in which the consequence is earned', () => {
    fc.assert(
      fc.property(
        gradeHistories.filter((history) => history.length > 0),
        (history) => {
          for (const { kind, period } of gradeConsequences(history, handbook.grading)) {
            const run = gradeRuns(history, handbook.grading, { asOf: period }).find(
              (one) => one.kind === kind,
            )
            if (run !== undefined)
              expect([run.remaining, run.periods.length]).toEqual([0, run.length])
          }
        },
      ),
    )
  })

  it('is the same whatever the order of the history', () => {
    const reordered = gradeHistories.chain((history) =>
      fc.tuple(fc.constant(history), shuffled(history)),
    )
    fc.assert(
      fc.property(reordered, ([history, others]) => {
        expect(gradeRuns(others, handbook.grading)).toEqual(gradeRuns(history, handbook.grading))
      }),
    )
  })
})

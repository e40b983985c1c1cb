import {
  analyseLeavers,
  attempt,
  type DefinedGradingPolicy,
  defineGradingPolicy,
  type GradingPolicyInput,
  gradeConsequences,
  gradeRuns,
  gradeScore,
  handbook,
  pairMentors,
  suggestMoves,
  suggestTraining,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

type Path = readonly (string | number)[]

/** Every figure of the ready policy, by its path. */
function figuresIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number') return [path]
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'provenance' || key === 'version' ? [] : figuresIn(inner, [...path, key]),
  )
}

type Json = Record<string | number, unknown>

/** The policy with a figure changed by one, or by a tenth of it where it is a text; a threshold must stay above the next. */
function changedAt(path: Path): DefinedGradingPolicy {
  const policy = throughJson(handbook.grading) as unknown as Json
  const owner = path.slice(0, -1).reduce((at, key) => at[key] as Json, policy)
  const key = path.at(-1) ?? ''
  const was = owner[key]
  owner[key] = typeof was === 'string' ? String(Number(was) / 2 + 0.03125) : Number(was) + 1
  return defineGradingPolicy({ ...policy, provenance: [] } as unknown as GradingPolicyInput)
}

/** What the rules say by a policy of facts in which each figure counts. */
function outcomesBy(policy: DefinedGradingPolicy): string {
  const graded = (unit: string, grades: string) =>
    [...grades].map((grade, at) => ({
      period: `${2025 + Math.floor(at / 4)}-${unit}${(at % 4) + 1}`,
      grade,
    }))
  const histories = ['SSSBAAAB', 'CCCBCCCB', 'BABACACA'].map((grades) => graded('Q', grades))
  const years = ['S', 'A', 'B', 'C'].map((grade, at) => ({ period: String(2025 + at), grade }))
  const quarterlyGrades = graded('Q', 'CCC').map(({ period, grade }) => ({ period, value: grade }))
  const yearlyGrades = [{ period: '2025', value: 'S' }]
  const facts = { quarterlyGrades, yearlyGrades, highPotential: true }
  const people = ['SBBBB', 'B', 'B', 'B', 'B'].map((grades, at) => ({
    id: `p${at}`,
    history: graded('Q', grades),
    ...(at === 0 ? { left: { on: '2027-01-15', kind: 'own-accord' } } : {}),
  }))
  // Two for one mentor: how many find one is a matter of capacity.
  const chosen = { choices: ['a', 'b'] }
  const candidates = {
    mentors: [{ id: 'm', grade: 'A', eligible: true, ...chosen }],
    mentees: [
      { id: 'a', grade: 'C', choices: ['m'] },
      { id: 'b', grade: 'C', choices: ['m'] },
    ],
  }
  return JSON.stringify([
    [100, 90, 89.996, 80, 60, 59.9, 0].map((score) => attempt(() => gradeScore(score, policy))),
    histories.flatMap((history) => [
      gradeConsequences(history, policy),
      gradeRuns(history, policy),
    ]),
    gradeConsequences(years, policy),
    suggestTraining({ appraisal: { parts: [{ id: 'newCustomers', points: 60 }] } }, policy),
    suggestMoves({ ...facts, asOf: '2025-12-31' }, policy),
    analyseLeavers(people, policy),
    ['peer', 'career'].map((kind) => pairMentors(candidates, kind, policy)),
  ])
}

describe('every figure of the ready grading policy', () => {
  const figures = figuresIn(handbook.grading)
  const before = outcomesBy(
    defineGradingPolicy({
      ...(throughJson(handbook.grading) as GradingPolicyInput),
      provenance: [],
    }),
  )

  it('is among those that are changed', () => {
    expect(figures.length).toBeGreaterThan(28)
  })

  it.each(figures.map((path) => [path.join('.'), path] as const))(
    'decides something: %s',
    (_, path) => {
      const changed = attempt(() => outcomesBy(changedAt(path)))
      // The lowest grade starts at 0, or the policy is refused.
      const isLowest = path.join('.') === 'grades.3.from'
      expect(changed.ok).toBe(!isLowest)
      if (changed.ok) expect(changed.value).not.toBe(before)
    },
  )
})

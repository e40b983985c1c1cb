import {
  type ApplicationStep,
  advanceApplication,
  aggregateReviews,
  attempt,
  type CareerPolicyInput,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkTraining,
  type DefinedCareerPolicy,
  defineCareerPolicy,
  handbook,
  measureNewcomerRetention,
  openApplication,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'
import { china2026 } from './policies.js'

/** Every figure of the ready policy, by its path. */
function figuresIn(value: unknown, path: readonly (string | number)[] = []): (typeof path)[] {
  if (typeof value === 'number') return [path]
  if (typeof value === 'string') return /^\d+(\.\d+)?$/.test(value) ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'provenance' || key === 'version' ? [] : figuresIn(inner, [...path, key]),
  )
}

type Json = Record<string | number, unknown>

/** The policy with a figure changed by one, or by a tenth where it is a ratio; another weight makes up for a weight. */
function changedAt(path: readonly (string | number)[]): DefinedCareerPolicy {
  const policy = throughJson(handbook.careers) as unknown as Json
  const owner = path.slice(0, -1).reduce((at, key) => at[key] as Json, policy)
  const key = path.at(-1) ?? ''
  const was = Number(owner[key])
  const isRatio = owner['unit'] === 'ratio'
  const now = isRatio ? was + 0.1 : was > 1 ? was - 1 : was + 1
  owner[key] = typeof owner[key] === 'string' ? String(now) : now
  if (key === 'weight') {
    const list = path.slice(0, -2).reduce((at, step) => at[step] as Json, policy)
    const other = list[path.at(-2) === '0' ? 1 : 0] as { weight: number }
    other.weight += 1
  }
  return defineCareerPolicy({ ...policy, provenance: [] } as unknown as CareerPolicyInput)
}

const steps: readonly ApplicationStep[] = [
  {
    step: 'review-360',
    on: '2026-09-10',
    reviews: { manager: ['90.333'], peers: ['80', '70', '75'], customers: ['85'] },
  },
  { step: 'defence', on: '2026-09-21', kind: 'management-case', passed: true },
  { step: 'publication', on: '2026-09-29' },
]

/** What the rules say by a policy of facts in which each figure counts. */
function outcomesBy(policy: DefinedCareerPolicy): string {
  const rungs = policy.ladders.flatMap((ladder) => ladder.rungs.map(({ id }) => id))
  const facts = { ability: '81.333', contribution: 70, potential: 60 }
  const best = { ability: 100, contribution: 100, potential: 100 }
  const input = {
    applicant: 'Li',
    rung: 'sales-supervisor',
    on: '2026-09-01',
    proofs: [{ for: 'managementAssessment', document: 'report' }],
  }
  const withEach = (reviews: object) => attempt(() => aggregateReviews(reviews as never, policy))
  return JSON.stringify([
    rungs.map((rung) => checkPromotion(facts, rung, policy)),
    attempt(() => checkPromotion(best, 'product-expert', policy)),
    attempt(() =>
      steps.reduce(
        (application, step) => advanceApplication(application, step, policy, china2026),
        openApplication(input, policy),
      ),
    ),
    withEach({ manager: ['90.333'], peers: [80, 70], customers: [100] }),
    withEach({ manager: [100], peers: [100, 99, 98], customers: [1, 2] }),
    checkMentor({}, policy),
    checkMentoring(
      {
        mentor: 'Zhao',
        mentee: 'Li',
        chosenBy: [],
        from: '2026-01-01',
        asOf: '2026-02-01',
        sessions: ['2026-01-09'],
      },
      policy,
    ),
    measureNewcomerRetention({ asOf: '2026-09-01', people: [] }, policy),
    checkTraining({}, policy),
  ])
}

describe('every figure of the ready career policy', () => {
  const figures = figuresIn(handbook.careers)
  const before = outcomesBy(
    defineCareerPolicy({ ...(throughJson(handbook.careers) as CareerPolicyInput), provenance: [] }),
  )

  it('is among those that are changed', () => {
    expect(figures.length).toBeGreaterThan(35)
  })

  it.each(figures.map((path) => [path.join('.'), path] as const))(
    'decides something: %s',
    (_, path) => {
      expect(outcomesBy(changedAt(path))).not.toBe(before)
    },
  )
})

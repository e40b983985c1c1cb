import fc from 'fast-check'
import {
  appraise,
  attempt,
  defineGradingPolicy,
  type GradingPolicyInput,
  handbook,
  suggestTraining,
  type TrainingNeed,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { throughJson } from '../arbitraries.rooms.js'

/** An appraisal of nothing but these points. */
const scored = (points: Readonly<Record<string, number | null>>, employee?: string) => ({
  ...(employee === undefined ? {} : { employee }),
  parts: Object.entries(points).map(([id, one]) => ({ id, points: one })),
})

const training = (rules: NonNullable<GradingPolicyInput['training']>) =>
  defineGradingPolicy({ ...(throughJson(handbook.grading) as GradingPolicyInput), training: rules })

/** Newcomers learn to find customers, everybody else to develop key accounts. */
const byGroup = training({
  clause: 'GRA-8',
  weakBelow: 60,
  courses: [
    {
      id: 'prospecting',
      indicator: 'newCustomers',
      clause: 'PRO-15',
      requires: { id: 'trainingGroup', comparison: 'one-of', required: ['newcomers'] },
    },
    {
      id: 'key-account-development',
      indicator: 'newCustomers',
      requires: { id: 'trainingGroup', comparison: 'one-of', required: ['backbone', 'reserve'] },
    },
    { id: 'negotiation', indicator: 'sales', weakBelow: 75 },
  ],
})

function issuesOf(need: unknown, policy = byGroup) {
  const outcome = attempt(() => suggestTraining(need as TrainingNeed, policy))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('suggestTraining (GRA-8)', () => {
  it('names the course of the handbook for too few new customers, and how many points are missing', () => {
    const appraisal = scored({ sales: 90, newCustomers: 45, satisfaction: 85 }, 'Li')
    expect(suggestTraining({ appraisal }, handbook.grading)).toEqual({
      employee: 'Li',
      courses: ['key-account-development'],
      weak: [
        {
          indicator: 'newCustomers',
          points: 45,
          weakBelow: 60,
          remaining: 15,
          courses: [
            {
              course: 'key-account-development',
              clause: 'GRA-8',
              suggested: true,
              checks: [],
            },
          ],
        },
      ],
      missing: [],
      policy: { id: 'handbook-grading', version: '1' },
      clauses: ['GRA-8'],
    })
  })

  it('takes an appraisal as it comes', () => {
    const results = {
      sales: { actual: 50, target: 100, source: 'crm' },
      newCustomers: { actual: 3, target: 10 },
      satisfaction: { points: 85, source: 'survey' },
      collectionRate: { points: 95, source: 'crm' },
    }
    const appraisal = appraise({ employee: 'Li', results }, handbook.appraisal)
    const { weak, courses } = suggestTraining({ appraisal }, handbook.grading)
    expect(weak.map((one) => [one.indicator, one.points, one.courses.length])).toEqual([
      ['newCustomers', 30, 1],
      ['sales', 50, 0],
    ])
    expect(courses).toEqual(['key-account-development'])
  })

  it('finds nothing weak at exactly the threshold, and something a hundredth below', () => {
    const weakAt = (newCustomers: number) =>
      suggestTraining({ appraisal: scored({ newCustomers }) }, handbook.grading).weak
    expect(weakAt(60)).toEqual([])
    expect(weakAt(59.99)).toMatchObject([{ remaining: 0.01 }])
  })

  it('says of an indicator without points neither that it is weak nor that it is not', () => {
    const found = suggestTraining({ appraisal: scored({ newCustomers: null }) }, handbook.grading)
    expect([found.weak, found.courses, found.missing]).toEqual([[], [], ['newCustomers']])
  })

  it('counts a course by its own threshold', () => {
    const facts = { trainingGroup: 'backbone' }
    const { weak } = suggestTraining({ appraisal: scored({ sales: 70 }), facts }, byGroup)
    expect(weak).toMatchObject([{ indicator: 'sales', weakBelow: 75, remaining: 5 }])
  })

  it('names a course once, that of the weakest indicator first', () => {
    const policy = training({
      clause: 'GRA-8',
      weakBelow: 60,
      courses: [
        { id: 'basics', indicator: 'sales' },
        { id: 'basics', indicator: 'newCustomers' },
        { id: 'service', indicator: 'satisfaction' },
      ],
    })
    const appraisal = scored({ sales: 50, newCustomers: 40, satisfaction: 45 })
    expect(suggestTraining({ appraisal }, policy).courses).toEqual(['basics', 'service'])
  })
})

describe('the groups of those who are trained (PRO-15)', () => {
  const appraisal = scored({ newCustomers: 30 })

  it.each([
    ['newcomers', ['prospecting']],
    ['reserve', ['key-account-development']],
    ['guests', []],
  ])('%s get %j', (trainingGroup, courses) => {
    expect(suggestTraining({ appraisal, facts: { trainingGroup } }, byGroup).courses).toEqual(
      courses,
    )
  })

  it('that nobody named leave it unknown, and never met', () => {
    const { courses, weak, clauses } = suggestTraining({ appraisal }, byGroup)
    expect(courses).toEqual([])
    expect(weak[0]?.courses.map(({ suggested }) => suggested)).toEqual(['unknown', 'unknown'])
    expect(clauses).toEqual(['GRA-8', 'PRO-15'])
  })
})

describe('what is refused', () => {
  const appraisal = scored({ sales: 50 })

  it.each([
    ['no appraisal', {}, [['VALUE_MISSING', 'need.appraisal']]],
    ['an appraisal without parts', { appraisal: {} }, [['VALUE_MISSING', 'need.appraisal.parts']]],
    [
      'points of another unit',
      { appraisal: { parts: [{ id: 'sales', points: 120000 }] } },
      [['NUMBER_OUT_OF_RANGE', 'need.appraisal.parts.0.points']],
    ],
    [
      'an indicator twice',
      { appraisal: { parts: [...appraisal.parts, ...appraisal.parts] } },
      [['ID_DUPLICATE', 'need.appraisal.parts.1.id']],
    ],
    [
      'a fact of no course',
      { appraisal, facts: { group: 'x' } },
      [['UNKNOWN_KEY', 'need.facts.group']],
    ],
    ['nothing', undefined, [['VALUE_MISSING', 'need']]],
  ])('%s', (_, need, expected) => {
    expect(issuesOf(need)).toEqual(expected)
  })

  it('a fact of another kind than a course looks at, where it stands', () => {
    const requires = { id: 'group', comparison: 'equals', required: 'newcomers' } as const
    const policy = defineGradingPolicy({
      grades: handbook.grading.grades,
      training: {
        clause: 'GRA-8',
        weakBelow: 60,
        courses: [{ id: 'basics', indicator: 'sales', requires }],
      },
    })
    const facts = { group: 5 }
    const outcome = attempt(() => suggestTraining({ appraisal, facts }, policy))
    expect(
      outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')]),
    ).toEqual([['VALUE_INVALID', 'need.facts.group']])
  })

  it('by a policy that says nothing of training', () => {
    const { training: _, ...without } = throughJson(handbook.grading) as GradingPolicyInput
    const policy = defineGradingPolicy({ ...without, provenance: [] })
    expect(issuesOf({ appraisal }, policy)).toEqual([['VALUE_MISSING', 'policy.training']])
  })
})

it('more points never ask for more courses', () => {
  const each = fc.integer({ min: 0, max: 100 })
  fc.assert(
    fc.property(each, each, fc.nat({ max: 50 }), (sales, newCustomers, more) => {
      const coursesAt = (points: number) =>
        suggestTraining({ appraisal: scored({ sales: points, newCustomers }) }, byGroup).courses
      for (const course of coursesAt(Math.min(100, sales + more)))
        expect(coursesAt(sales)).toContain(course)
    }),
  )
})

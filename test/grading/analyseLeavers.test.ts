import fc from 'fast-check'
import {
  type AppraisedPerson,
  analyseLeavers,
  attempt,
  defineGradingPolicy,
  type GradingPolicyInput,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { gradeHistories, shuffled, throughJson } from '../arbitraries.rooms.js'

/** Somebody with these grades of quarters from 2025-Q1 on; `L` is one on leave. */
const person = (id: string, grades: string, kind?: string): AppraisedPerson => ({
  id,
  history: [...grades].map((grade, at) => {
    const period = `${2025 + Math.floor(at / 4)}-Q${(at % 4) + 1}`
    return grade === 'L' ? { period, excused: 'leave' } : { period, grade }
  }),
  ...(kind === undefined ? {} : { left: { on: '2027-01-15', kind } }),
})

const analyse = (...people: AppraisedPerson[]) => analyseLeavers(people, handbook.grading)

function issuesOf(people: unknown, policy = handbook.grading) {
  const outcome = attempt(() => analyseLeavers(people as AppraisedPerson[], policy))
  return outcome.ok ? [] : outcome.issues.map(({ code, path }) => [code, path.join('.')])
}

describe('analyseLeavers (GRA-10)', () => {
  it('says with which grade people left, and how they got there, beside those who stayed', () => {
    const people = [
      person('a', 'SSAB', 'own-accord'),
      person('b', 'BBAS', 'own-accord'),
      person('c', 'CC', 'dismissed'),
      person('d', 'BBBB'),
      person('e', 'BBB'),
      person('f', 'SB'),
      person('g', 'AB'),
      person('h', '', 'own-accord'),
    ]
    expect(analyse(...people)).toEqual({
      all: { left: 3, of: 7, rate: '0.428571428571' },
      leftOtherwise: ['c'],
      byLastGrade: [
        { grade: 'S', left: 1, of: 1, rate: null },
        { grade: 'A', left: 0, of: 0, rate: null },
        { grade: 'B', left: 1, of: 5, rate: '0.2' },
        { grade: 'C', left: 0, of: 0, rate: null },
        { grade: null, left: 1, of: 1, rate: null },
      ],
      byTrend: [
        { trend: 'rising', left: 1, of: 1, rate: null },
        { trend: 'steady', left: 0, of: 2, rate: null },
        { trend: 'falling', left: 1, of: 3, rate: null },
        { trend: 'unknown', left: 1, of: 1, rate: null },
      ],
      leavers: [
        {
          id: 'a',
          leftOn: '2027-01-15',
          lastGrade: 'B',
          trend: 'falling',
          grades: [
            { period: '2025-Q1', grade: 'S' },
            { period: '2025-Q2', grade: 'S' },
            { period: '2025-Q3', grade: 'A' },
            { period: '2025-Q4', grade: 'B' },
          ],
          regretted: false,
        },
        {
          id: 'b',
          leftOn: '2027-01-15',
          lastGrade: 'S',
          trend: 'rising',
          grades: [
            { period: '2025-Q1', grade: 'B' },
            { period: '2025-Q2', grade: 'B' },
            { period: '2025-Q3', grade: 'A' },
            { period: '2025-Q4', grade: 'S' },
          ],
          regretted: true,
        },
        {
          id: 'h',
          leftOn: '2027-01-15',
          lastGrade: null,
          trend: 'unknown',
          grades: [],
          regretted: false,
        },
      ],
      policy: { id: 'handbook-grading', version: '1' },
      clauses: ['GRA-10'],
    })
  })

  it.each([
    ['SBBBB', 'steady'],
    ['BBBS', 'rising'],
    ['SLLA', 'falling'],
    ['LS', 'unknown'],
    ['S', 'unknown'],
  ])('looks at the four latest graded quarters of %s: %s', (grades, trend) => {
    expect(analyse(person('a', grades, 'own-accord')).leavers[0]?.trend).toBe(trend)
  })

  it('names leavers by the day they left and, of one day, by id', () => {
    const leaving = (id: string, on: string) => ({
      ...person(id, 'B'),
      left: { on, kind: 'own-accord' },
    })
    const people = [
      leaving('a', '2027-03-01'),
      leaving('c', '2027-01-15'),
      leaving('b', '2027-01-15'),
      leaving('d', '2026-12-31'),
      leaving('e', '2027-02-01'),
    ]
    expect(analyse(...people).leavers.map(({ id }) => id)).toEqual(['d', 'b', 'c', 'e', 'a'])
  })

  it('has nothing to say of nobody, and no rate of 0 of 0', () => {
    expect(analyse().all).toEqual({ left: 0, of: 0, rate: null })
  })

  it('takes the kinds and figures of the policy', () => {
    const policy = defineGradingPolicy({
      ...(throughJson(handbook.grading) as GradingPolicyInput),
      leavers: { clause: 'HR-9', kinds: ['resigned', 'end-of-term'], periods: 2, minimum: 1 },
    })
    const found = analyseLeavers(
      [person('a', 'SAB', 'resigned'), person('b', 'B', 'own-accord')],
      policy,
    )
    expect(found.all).toEqual({ left: 1, of: 1, rate: '1' })
    expect(found.leftOtherwise).toEqual(['b'])
    expect(found.leavers[0]?.grades.map(({ grade }) => grade)).toEqual(['A', 'B'])
    expect(found.leavers[0]?.regretted).toBe(false)
    expect(found.clauses).toEqual(['HR-9'])
  })
})

describe('what is refused', () => {
  const late = {
    ...person('a', 'S'),
    history: [{ period: '2027-Q2', grade: 'S' }],
    left: { on: '2027-03-31', kind: 'own-accord' },
  }

  it.each([
    ['a grade of a time after leaving', [late], [['DATES_OUT_OF_ORDER', 'people.0.history']]],
    ['somebody twice', [person('a', 'S'), person('a', 'A')], [['ID_DUPLICATE', 'people.1.id']]],
    [
      'a grade of no policy',
      [person('a', 'Z')],
      [['VALUE_NOT_ALLOWED', 'people.0.history.0.grade']],
    ],
    [
      'a leaver without a day',
      [{ ...person('a', 'S'), left: { kind: 'own-accord' } }],
      [['VALUE_MISSING', 'people.0.left.on']],
    ],
    ['no people', undefined, [['VALUE_MISSING', 'people']]],
  ])('%s', (_, people, expected) => {
    expect(issuesOf(people)).toEqual(expected)
  })

  it('by a policy that says nothing of leavers', () => {
    const { leavers: _, ...without } = throughJson(handbook.grading) as GradingPolicyInput
    const policy = defineGradingPolicy({ ...without, provenance: [] })
    expect(issuesOf([], policy)).toEqual([['VALUE_MISSING', 'policy.leavers']])
  })

  it('in the policy: a missed grade that it does not have', () => {
    const policy = throughJson(handbook.grading) as GradingPolicyInput
    const leavers = { clause: 'GRA-10', regretted: ['Z'] }
    const outcome = attempt(() => defineGradingPolicy({ ...policy, leavers }))
    expect(outcome.ok ? [] : outcome.issues).toMatchObject([{ code: 'VALUE_NOT_ALLOWED' }])
  })
})

it('tells who is there twice, and what to correct', () => {
  const messages = (people: unknown) => {
    const outcome = attempt(() => analyseLeavers(people as AppraisedPerson[], handbook.grading))
    return outcome.ok ? [] : outcome.issues.map(({ message }) => message)
  }
  expect(messages([person('Li', 'S'), person('Li', 'A')])[0]).toContain('Li')
  const late = {
    ...{ id: 'Li', history: [{ period: '2027-Q2', grade: 'S' }] },
    left: { on: '2027-03-31', kind: 'own-accord' },
  }
  expect(messages([late])).toEqual([
    'people[0].history: begins on 2027-04-01, and the person left on 2027-03-31. Correct one of them.',
  ])
})

describe('the laws of the analysis', () => {
  const crowds = fc
    .array(fc.tuple(gradeHistories, fc.constantFrom(undefined, 'own-accord', 'dismissed')), {
      maxLength: 12,
    })
    .map((rows) =>
      rows.map(
        ([history, kind], at): AppraisedPerson => ({
          id: `p${at}`,
          history,
          ...(kind === undefined ? {} : { left: { on: '2027-01-15', kind } }),
        }),
      ),
    )

  it('everybody is counted once: by grade, by trend, and with those who left otherwise', () => {
    fc.assert(
      fc.property(crowds, (people) => {
        const { all, byLastGrade, byTrend, leftOtherwise, leavers } = analyse(...people)
        expect(all.of + leftOtherwise.length).toBe(people.length)
        for (const rows of [byLastGrade, byTrend]) {
          expect(rows.reduce((sum, { of }) => sum + of, 0)).toBe(all.of)
          expect(rows.reduce((sum, { left }) => sum + left, 0)).toBe(all.left)
        }
        expect(leavers).toHaveLength(all.left)
      }),
    )
  })

  it('the order of people decides nothing', () => {
    const orders = crowds.chain((people) => fc.tuple(fc.constant(people), shuffled(people)))
    fc.assert(
      fc.property(orders, ([people, others]) => {
        expect(analyse(...others)).toEqual(analyse(...people))
      }),
    )
  })
})

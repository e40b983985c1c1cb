import fc from 'fast-check'
import {
  attempt,
  type DecimalInput,
  defineGradingPolicy,
  type GradingPolicyInput,
  gradeScore,
  handbook,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'
import { modes, throughJson } from '../arbitraries.rooms.js'
import { parse, toDecimal } from '../oracle/fraction.js'
import { bandOf } from '../oracle/scorecard.js'

function handbookRounding(rounding: 'half-up' | 'half-down' | 'down') {
  return defineGradingPolicy({ ...throughJson(handbook.grading), rounding } as GradingPolicyInput)
}

function issuesOf(score: unknown, policy = handbook.grading) {
  const outcome = attempt(() => gradeScore(score as DecimalInput, policy))
  return outcome.ok ? [] : outcome.issues
}

describe('the handbook’s grades (GRA-1)', () => {
  it('give 92 an S, and say how', () => {
    expect(gradeScore(92, handbook.grading)).toEqual({
      grade: 'S',
      gradeByScore: 'S',
      because: null,
      next: null,
      score: 92,
      policy: { id: 'handbook-grading', version: '1' },
      clauses: ['GRA-1'],
    })
  })

  it.each([
    ['150', 'S', null, null],
    ['90', 'S', null, null],
    ['89.99', 'A', 'S', 0.01],
    ['87.5', 'A', 'S', 2.5],
    ['80', 'A', 'S', 10],
    ['79.99', 'B', 'A', 0.01],
    ['60', 'B', 'A', 20],
    ['59.99', 'C', 'B', 0.01],
    ['0', 'C', 'B', 60],
  ])('give %s: %s', (score, grade, next, missing) => {
    const given = gradeScore(score, handbook.grading)
    expect([given.grade, given.next?.grade ?? null, given.next?.remaining ?? null]).toEqual([
      grade,
      next,
      missing,
    ])
  })

  it.each([
    ['half-up', '89.995', 'S'],
    ['half-down', '89.995', 'A'],
    ['down', '89.999', 'A'],
    ['half-up', '89.9949999999', 'A'],
    ['half-down', '89.9950000001', 'S'],
  ] as const)('round %s: %s is %s', (rounding, score, grade) => {
    expect(gradeScore(score, handbookRounding(rounding)).grade).toBe(grade)
  })

  it.each([
    ['a score below 0', '-0.01', 'NUMBER_OUT_OF_RANGE'],
    ['a score of 1001', 1001, 'NUMBER_OUT_OF_RANGE'],
    ['no number', NaN, 'NUMBER_INVALID'],
    ['an endless score', Infinity, 'NUMBER_INVALID'],
    ['a text', 'ninety', 'NUMBER_INVALID'],
    ['a grade', 'S', 'NUMBER_INVALID'],
    ['nothing', undefined, 'VALUE_MISSING'],
    ['an object', { score: 92 }, 'NUMBER_INVALID'],
    ['noise', 0.1 + 0.2, 'NUMBER_TOO_PRECISE'],
  ])('refuse %s', (_, score, code) => {
    expect(issuesOf(score)).toMatchObject([{ code, path: ['score'] }])
  })

  it('are capped by what an appraisal names, whatever the score (today-06)', () => {
    const gradeAtMost = [{ grade: 'C', because: 'compliance' }]
    expect(gradeScore({ score: 92, gradeAtMost }, handbook.grading)).toMatchObject({
      score: 92,
      grade: 'C',
      gradeByScore: 'S',
      because: 'compliance',
      next: null,
    })
    const below = gradeScore({ score: 50, gradeAtMost }, handbook.grading)
    expect([below.grade, below.because, below.next?.grade]).toEqual(['C', null, 'B'])
    const free = gradeScore({ score: 92, gradeAtMost: [] }, handbook.grading)
    expect([free.grade, free.because]).toEqual(['S', null])
  })

  it('are held by the lowest of several caps, of which the first is named', () => {
    const gradeAtMost = [
      { grade: 'A', because: 'visits' },
      { grade: 'B', because: 'satisfaction' },
      { grade: 'B', because: 'complaints' },
    ]
    const { grade, because } = gradeScore({ score: 92, gradeAtMost }, handbook.grading)
    expect([grade, because]).toEqual(['B', 'satisfaction'])
  })

  it.each([
    [[{ grade: 'D', because: 'x' }], ['VALUE_NOT_ALLOWED gradeAtMost.0.grade']],
    [[{ grade: 'C' }], ['VALUE_MISSING gradeAtMost.0.because']],
    [[{ grade: 'C', because: 'x', clause: 'y' }], ['UNKNOWN_KEY gradeAtMost.0.clause']],
    ['C', ['VALUE_INVALID gradeAtMost']],
  ])('refuse caps like %j', (gradeAtMost, problems) => {
    const found = issuesOf({ score: 92, gradeAtMost }).map(
      ({ code, path }) => `${code} ${path.join('.')}`,
    )
    expect(found).toEqual(problems)
  })

  it('refuse to be used before they are defined', () => {
    const copy = throughJson(handbook.grading) as typeof handbook.grading
    expect(issuesOf(92, copy)).toMatchObject([
      { code: 'POLICY_NOT_DEFINED', params: { define: 'defineGradingPolicy' } },
    ])
  })
})

describe('a grading policy', () => {
  const grades = [
    { id: 'pass', from: 60 },
    { id: 'fail', from: 0 },
  ]

  it('is filled in, so that it names every choice', () => {
    const consequences = [
      { kind: 'bonus', clause: 'HR-1', unit: 'ratio', values: { pass: 0.1 } },
      {
        kind: 'plan',
        clause: 'HR-2',
        unit: 'measure',
        streak: { grades: ['fail'], length: 2, per: 'month' },
      },
    ] as const
    expect(defineGradingPolicy({ grades, consequences })).toEqual({
      id: 'grading',
      version: '1',
      provenance: [],
      grades,
      decimals: 2,
      rounding: 'half-up',
      consequences: [
        {
          kind: 'bonus',
          clause: 'HR-1',
          unit: 'ratio',
          per: null,
          once: 'period',
          values: { pass: '0.1' },
        },
        {
          kind: 'plan',
          clause: 'HR-2',
          unit: 'measure',
          streak: { grades: ['fail'], length: 2, per: 'month', gap: 'break', repeat: 'once' },
          value: '1',
        },
      ],
      moves: [],
      raises: { kind: 'raise', aboveMaximum: 'to-pool', rounding: 'half-up' },
      mentoring: [],
    })
  })

  const base = { kind: 'bonus', clause: 'HR-1', unit: 'ratio' }
  it.each([
    [
      'a value for a grade it does not have',
      { consequences: [{ ...base, values: { passed: 1 } }] },
      'VALUE_NOT_ALLOWED',
      'consequences.0.values',
    ],
    [
      'a run of a grade it does not have',
      { consequences: [{ ...base, streak: { grades: ['S'], length: 2, per: 'year' } }] },
      'VALUE_NOT_ALLOWED',
      'consequences.0.streak',
    ],
    [
      'a run of no length',
      { consequences: [{ ...base, streak: { grades: ['pass'], length: 0, per: 'year' } }] },
      'VALUE_INVALID',
      'consequences.0.streak.length',
    ],
    [
      'both values and a run',
      {
        consequences: [
          { ...base, values: {}, streak: { grades: ['pass'], length: 1, per: 'year' } },
        ],
      },
      'UNKNOWN_KEY',
      'consequences.0.values',
    ],
    [
      'a cut of 10 where 10% is meant',
      {
        consequences: [
          {
            ...{ ...base, unit: 'ratio', value: -10 },
            streak: { grades: ['fail'], length: 2, per: 'year' },
          },
        ],
      },
      'NUMBER_LOOKS_LIKE_PERCENT',
      'consequences.0.value',
    ],
    [
      'a raise of 8 where 8% is meant',
      { consequences: [{ ...base, unit: 'ratio', values: { pass: 8 } }] },
      'NUMBER_LOOKS_LIKE_PERCENT',
      'consequences.0.values.pass',
    ],
    [
      'grades from the lowest up',
      { grades: [...grades].reverse() },
      'OUT_OF_ORDER',
      'grades.1.from',
    ],
    [
      'no grade for a low score',
      { grades: grades.slice(0, 1) },
      'NUMBER_OUT_OF_RANGE',
      'grades.0.from',
    ],
    [
      'one grade twice',
      { grades: [{ id: 'fail', from: 5 }, ...grades.slice(1)] },
      'ID_DUPLICATE',
      'grades.1.id',
    ],
  ])('with %s is refused', (_, change, code, path) => {
    const written = { grades, ...change } as GradingPolicyInput
    const outcome = attempt(() => defineGradingPolicy(written))
    const found = outcome.ok ? [] : outcome.issues.map((one) => [one.code, one.path.join('.')])
    expect(found).toContainEqual([code, path])
  })
})

describe('for any score', () => {
  const scores = fc
    .oneof(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc
        .tuple(fc.constantFrom(60_000, 80_000, 90_000), fc.integer({ min: -11, max: 11 }))
        .map(([edge, offset]) => edge + offset),
    )
    .map((thousandths) => String(thousandths / 1_000))

  it('the grade is never lower than that of a lower score', () => {
    const order = handbook.grading.grades.map(({ id }) => id)
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        const [low, high] = [one, other]
          .sort((a, b) => Number(a) - Number(b))
          .map((score) => order.indexOf(gradeScore(score, handbook.grading).grade))
        expect(high).toBeLessThanOrEqual(low ?? 0)
      }),
    )
  })

  it('the score is rounded first and graded then, computed another way', () => {
    fc.assert(
      fc.property(scores, modes, fc.nat({ max: 3 }), (score, rounding, decimals) => {
        const { grades } = handbook.grading
        const rounded = toDecimal(parse(score), decimals, rounding)
        const bands = grades.map(({ id, from }) => ({ id, from: String(from) }))
        const grade = gradeScore(score, defineGradingPolicy({ grades, rounding, decimals }))
        expect(grade.score).toBe(Number(rounded))
        expect(grade.grade).toBe(bandOf(rounded, bands))
      }),
      { numRuns: 300 },
    )
  })

  it('what is missing leads exactly to the next grade, and the result survives JSON', () => {
    fc.assert(
      fc.property(scores, (score) => {
        const grade = gradeScore(score, handbook.grading)
        expect(throughJson(grade)).toStrictEqual(grade)
        const { next } = grade
        if (next === null) return
        const reached = (Math.round(grade.score * 100) + Math.round(next.remaining * 100)) / 100
        expect(reached).toBe(next.from)
        expect(gradeScore(reached, handbook.grading).grade).toBe(next.grade)
      }),
    )
  })
})

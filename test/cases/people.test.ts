import {
  allocate,
  appraise,
  attempt,
  calibrateGrades,
  checkDistribution,
  checkPromotion,
  defineAppraisalScheme,
  defineCareerPolicy,
  defineGradingPolicy,
  gradeByRank,
  gradeConsequences,
  gradeRuns,
  gradeScore,
  handbook,
  overrideAppraisal,
  pairMentors,
  type RankedPerson,
  type RankingRules,
  shareMeritBudget,
  sumOf,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** The cases that were collected for the rooms of people, each with its numbers as they were written down. */
const { grading, careers } = handbook

const places = (people: number, shares: RankingRules['shares']) => {
  const scored = Array.from({ length: people }, (_, at) => ({ id: `p${at}`, score: 100 - at }))
  const rows = gradeByRank(scored, { shares })
  const grades = Object.keys(shares)
  return Object.fromEntries(
    grades.map((grade) => [grade, rows.filter((row) => row.grade === grade).length]),
  )
}
const scored = (scores: Readonly<Record<string, number | string | null>>): RankedPerson[] =>
  Object.entries(scores).map(([id, score]) => ({ id, score }))
const gradesOf = (people: readonly RankedPerson[], rules: RankingRules) =>
  Object.fromEntries(gradeByRank(people, rules).map(({ id, grade }) => [id, grade]))
const tiedIn = (people: readonly RankedPerson[], rules: RankingRules) => {
  const outcome = attempt(() => gradeByRank(people, rules))
  return outcome.ok ? [] : outcome.issues.map(({ params }) => (params as { tied?: unknown }).tied)
}
const forced = { S: 10, A: 20, B: 60, C: 10 }

describe('forced ranking', () => {
  it('rank-01: the place that is left goes to the largest remainder', () => {
    const shares = { low: '33.3', medium: '33.4', high: '33.3' }
    expect(places(4, shares)).toEqual({ low: 1, medium: 2, high: 1 })
  })

  it('rank-03: three people have no S and no forced C', () => {
    expect(places(3, forced)).toEqual({ S: 0, A: 1, B: 2, C: 0 })
  })

  it('rank-06: remainders that tie go to the better grade, and the places are five', () => {
    expect(places(5, { A: 20, B: 70, C: 10 })).toEqual({ A: 1, B: 4, C: 0 })
  })

  it('rank-08: a tie across a cut is better, worse, or refused by name', () => {
    const people = scored({ p1: 95, p2: 90, p3: 90, p4: 80, p5: 70 })
    const rules = { shares: { S: 1, A: 1, B: 3 }, weights: 'parts' } as const
    expect(gradesOf(people, { ...rules, ties: 'better' })).toEqual({
      ...{ p1: 'S', p2: 'A', p3: 'A', p4: 'B', p5: 'B' },
    })
    expect(gradesOf(people, { ...rules, ties: 'worse' })).toEqual({
      ...{ p1: 'S', p2: 'B', p3: 'B', p4: 'B', p5: 'B' },
    })
    expect(tiedIn(people, rules)).toEqual([['p2', 'p3']])
  })

  it('rank-11: who reads the same figure ties', () => {
    const people = scored({ p1: '88.0049', p2: '88.0041', p3: '70' })
    const rules = { shares: { S: 1, A: 1, B: 1 }, weights: 'parts', decimals: 2 } as const
    expect(tiedIn(people, rules)).toEqual([['p1', 'p2']])
    const shown = gradeByRank(people, { ...rules, ties: 'better' }).map(({ score }) => score)
    expect(shown).toEqual([88, 88, 70])
  })

  it('rank-13: a place for which no score is enough moves down, or lapses', () => {
    const people = scored({ p1: 85, p2: 84, p3: 70, p4: 65, p5: 50 })
    const shares = { S: 1, A: 1, B: 2, C: 1 }
    const rules = { shares, weights: 'parts', atLeast: { S: 90 } } as const
    expect(gradesOf(people, rules)).toEqual({ p1: 'A', p2: 'A', p3: 'B', p4: 'B', p5: 'C' })
    expect(gradesOf(people, { ...rules, unfilled: 'lapse' })).toEqual({
      ...{ p1: 'A', p2: 'B', p3: 'B', p4: 'C', p5: 'C' },
    })
  })

  it('rank-16: whoever has no score takes no place and is not in the base', () => {
    const people = scored({ p1: 90, p2: null, p3: 70, p4: 60 })
    const rows = gradeByRank(people, { shares: { S: 25, A: 25, B: 25, C: 25 } })
    expect(rows.map(({ id, grade, base }) => [id, grade, base])).toEqual([
      ['p1', 'S', 3],
      ['p3', 'A', 3],
      ['p4', 'B', 3],
      ['p2', null, 0],
    ])
  })
})

describe('calibration', () => {
  const movesOf = (proposed: Readonly<Record<string, number>>) =>
    checkDistribution(proposed, { shares: forced }).grades.map(({ grade, places: at, move }) => [
      ...[grade, at, move],
    ])

  it('calib-01: how many to add to each grade, or to take out; the moves add up to 0', () => {
    expect(movesOf({ S: 4, A: 6, B: 7, C: 2 })).toEqual([
      ['S', 2, -2],
      ['A', 4, -2],
      ['B', 11, 4],
      ['C', 2, 0],
    ])
  })

  it('calib-03: what was computed stays beside what was decided', () => {
    const decision = { by: 'committee', on: '2026-04-15', reason: 'project result not yet booked' }
    const computed = { score: '87.5', grade: 'A' }
    const decisions = [{ grade: 'S', ...decision }]
    expect(overrideAppraisal({ computed, decisions }, handbook.appraisal)).toMatchObject({
      ...{ grade: 'S', computed: { score: 87.5, grade: 'A' } },
      ...{ decidedBy: 'committee', decidedOn: '2026-04-15' },
    })
  })

  it('calib-06: an empty session has no places and no moves', () => {
    expect(movesOf({ S: 0, A: 0, B: 0, C: 0 })).toEqual(
      ['S', 'A', 'B', 'C'].map((id) => [id, 0, 0]),
    )
    const { people, moved } = calibrateGrades({ people: [], decisions: [] }, grading)
    expect([people, moved.count]).toEqual([[], 0])
  })
})

describe('raises', () => {
  const sharing = (people: readonly object[], budget: string) =>
    shareMeritBudget({ currency: 'CNY', budget, people: people as never }, grading)

  it('raise-01: 2,380 are cut to 2,000 in proportion, to the cent', () => {
    const people = [
      { id: 'p1', salary: '10000', rate: '0.15' },
      { id: 'p2', salary: '8000', rate: '0.08' },
      { id: 'p3', salary: '8000', rate: '0.03' },
      { id: 'p4', salary: '6000', rate: '0' },
    ]
    const shares = sharing(people, '2000.00')
    expect(shares.people.map(({ wanted, amount }) => [wanted, amount])).toEqual([
      ['1500.00', '1260.50'],
      ['640.00', '537.82'],
      ['240.00', '201.68'],
      ['0.00', '0.00'],
    ])
    expect(sumOf(shares.people.map(({ amount }) => amount))).toBe('2000.00')
    expect(shares.factor).toBe('0.840336134453')
  })

  it('raise-03: nobody wants anything, and all is left', () => {
    const { people, left } = sharing([{ id: 'p1', salary: '6000', rate: '0' }], '500.00')
    expect([people[0]?.amount, left]).toEqual(['0.00', '500.00'])
  })

  it('raise-06: two halves are not rounded one by one', () => {
    expect(allocate('2747.885', [50, 50], { decimals: 3 })).toEqual(['1373.943', '1373.942'])
  })

  it('raise-08: a band that ends at 10,000 cuts 584, which is named', () => {
    const people = [{ id: 'p1', salary: '9800', rate: '0.08', maximum: '10000' }]
    const { people: rows } = sharing(people, '1000')
    expect(rows[0]).toMatchObject({ wanted: '784.00', amount: '200.00', cutByMaximum: '584.00' })
  })
})

describe('mentors', () => {
  it('mentor-01: two places for three people, and who is left is named', () => {
    const mentors = [
      { id: 'm1', grade: 'S', capacity: 1 },
      { id: 'm2', grade: 'A', capacity: 1 },
    ]
    const mentees = ['c1', 'c2', 'c3'].map((id) => ({ id, grade: 'C' }))
    const outcome = pairMentors({ mentors, mentees }, 'peer', grading)
    expect(outcome.pairs).toHaveLength(2)
    expect(outcome.mentees.filter(({ mentor }) => mentor === null)).toEqual([
      { id: 'c3', mentor: null, because: 'taken' },
    ])
    expect(outcome.mentors.map(({ mentees: own }) => own.length)).toEqual([1, 1])
  })

  it('mentor-03: as many as can be are paired', () => {
    const mentors = ['m1', 'm2'].map((id) => ({ id, grade: 'A' }))
    const mentees = [
      { id: 'c1', grade: 'C', choices: ['m1', 'm2'] },
      { id: 'c2', grade: 'C', choices: ['m1'] },
    ]
    const { pairs } = pairMentors({ mentors, mentees }, 'peer', grading)
    expect(pairs.map(({ mentee, mentor }) => [mentee, mentor]).sort()).toEqual([
      ['c1', 'm2'],
      ['c2', 'm1'],
    ])
  })
})

describe('streaks', () => {
  const ignoring = defineGradingPolicy({
    ...grading,
    consequences: grading.consequences.map((rule) =>
      'streak' in rule ? { ...rule, streak: { ...rule.streak, gap: 'ignore' as const } } : rule,
    ),
  })

  it('today-01: three C’s in six years are no two in a row and no three, by any reading of a gap', () => {
    const history = ['2019-Q4', '2022-Q2', '2026-Q1'].map((period) => ({ period, grade: 'C' }))
    for (const policy of [grading, ignoring]) {
      expect(gradeConsequences(history, policy)).toEqual([])
      const runs = gradeRuns(history, policy).filter(
        ({ kind }) => kind !== 'commission-coefficient',
      )
      expect(runs.map(({ length, periods }) => [length, periods.length])).toEqual([
        [2, 1],
        [2, 1],
        [3, 1],
      ])
    }
  })

  const stopped = [
    { period: '2010', value: 'S' },
    { period: '2011', value: 'S' },
  ]

  it('today-02: S in 2010 and 2011 is no fast track in 2026, and was one in 2011', () => {
    const facts = { attainmentLast12Months: '1.04', newcomerRetention: '0.85' }
    const asked = (asOf: string) => {
      const given = { ...facts, managementAssessment: true, yearlyGrades: stopped, asOf }
      const { eligible, checks } = checkPromotion(given, 'sales-supervisor', careers)
      return [eligible, checks.find(({ clause }) => clause === 'PRO-10')?.outcome]
    }
    expect(asked('2026')).toEqual([false, 'unmet'])
    expect(asked('2011')).toEqual([true, 'met'])
  })

  it('today-02: nor does such a run go on for what follows from grades', () => {
    const yearly = defineGradingPolicy({
      grades: grading.grades,
      consequences: [
        {
          ...{ kind: 'fast-track', clause: 'PRO-10', unit: 'measure' },
          streak: { grades: ['S'], length: 2, per: 'year' },
        },
      ],
    })
    const history = stopped.map(({ period, value }) => ({ period, grade: value }))
    const running = (asOf: string) => gradeRuns(history, yearly, { asOf })[0]
    expect(running('2026')).toMatchObject({ periods: [], remaining: 2 })
    expect(running('2011')).toMatchObject({ periods: ['2010', '2011'], remaining: 0 })
  })

  it('today-10: half-years follow one another, and the next is the one after', () => {
    const halves = defineGradingPolicy({
      grades: grading.grades,
      consequences: [
        {
          ...{ kind: 'rise', clause: 'GRA-5', unit: 'ratio', value: '0.005' },
          streak: { grades: ['A'], length: 2, per: 'half-year' },
          ends: [{ after: 'run', grades: ['B', 'C'] }],
        },
      ],
    })
    const history = ['2025-H2', '2026-H1'].map((period) => ({ period, grade: 'A' }))
    expect(gradeRuns(history, halves)[0]).toMatchObject({ periods: ['2025-H2', '2026-H1'] })
    expect(gradeConsequences(history, halves)).toMatchObject([
      { period: '2026-H1', from: '2026-H2', until: null, state: 'coming' },
    ])
  })
})

describe('conditions', () => {
  const asking = (requires: object) =>
    defineCareerPolicy({
      ladders: [
        { id: 'any', clause: 'PRO-1', rungs: [{ id: 'next', requires: requires as never }] },
      ],
    })

  it('today-03: two of the last three years', () => {
    const policy = asking({
      ...{ id: 'yearlyGrades', comparison: 'equals', required: 'S' },
      ofLast: { atLeast: 2, periods: 3, per: 'year' },
    })
    const yearlyGrades = [
      { period: '2023', value: 'S' },
      { period: '2024', value: 'A' },
      { period: '2025', value: 'S' },
    ]
    expect(checkPromotion({ yearlyGrades, asOf: '2025' }, 'next', policy).eligible).toBe(true)
  })

  it('today-09: 1200% of a small target is a fact where target and actual are given', () => {
    const policy = asking({
      id: 'attainment',
      comparison: 'at-least',
      required: '1.1',
      unit: 'ratio',
    })
    const attainment = { actual: 12, target: 1 }
    expect(checkPromotion({ attainment }, 'next', policy).eligible).toBe(true)
  })
})

describe('appraisal', () => {
  const points = (id: string, weight: number, more = {}) => ({
    ...{ id, weight, curve: 'points' as const, ...more },
  })

  it('today-04: three equal parts of 100, 100 and 39.985 are 80, an A', () => {
    const indicators = ['a', 'b', 'c'].map((id) => points(id, 1))
    const scheme = defineAppraisalScheme({ indicators, weights: 'parts', missing: 'refuse' })
    const results = { a: { points: '100' }, b: { points: '100' }, c: { points: '39.985' } }
    const { score } = appraise({ results }, scheme)
    expect([score, gradeScore(score, grading).grade]).toEqual([80, 'A'])
  })

  it('today-05: 85 + 5 − 2 = 88', () => {
    const scheme = defineAppraisalScheme({
      indicators: [points('work', 100)],
      bonuses: [{ id: 'bonus' }],
      deductions: [{ id: 'deduction' }],
      maximum: 100,
      missing: 'refuse',
    })
    const results = { work: { points: '85' }, bonus: { points: '5' }, deduction: { points: '2' } }
    expect(appraise({ results }, scheme).score).toBe(88)
  })

  it('today-06: a veto caps the grade of 92 at C, because of compliance', () => {
    const requires = { id: 'compliant', comparison: 'equals', required: true } as const
    const scheme = defineAppraisalScheme({
      indicators: [points('work', 100)],
      gradeCaps: [{ id: 'compliance', requires, gradeAtMost: 'C' }],
      missing: 'refuse',
    })
    const given = { results: { work: { points: '92' } }, facts: { compliant: false } }
    const { score, gradeAtMost } = appraise(given, scheme)
    const { grade, because } = gradeScore({ score, gradeAtMost }, grading)
    expect([score, grade, because]).toEqual([92, 'C', 'compliance'])
  })

  it('today-07: from a baseline of 10 down to a target of 0', () => {
    const scheme = defineAppraisalScheme({
      indicators: [{ id: 'complaints', weight: 100, curve: 'progress' }],
      missing: 'refuse',
    })
    const parts = ['7', '0', '-10', '12'].map((actual) => {
      const complaints = { actual, target: '0', baseline: '10' }
      return appraise({ results: { complaints } }, scheme).parts[0]
    })
    expect(parts.map((part) => part?.attainment)).toEqual(['0.3', '1', '2', '-0.2'])
    expect(parts.map((part) => part?.points)).toEqual([30, 100, 100, 0])
  })

  it('today-08: a target of 0 accidents is met, or not', () => {
    const scheme = defineAppraisalScheme({
      indicators: [{ id: 'accidents', weight: 100, curve: 'lower-is-better' }],
      missing: 'refuse',
    })
    const scores = ['0', '1'].map(
      (actual) => appraise({ results: { accidents: { actual, target: '0' } } }, scheme).score,
    )
    expect(scores).toEqual([100, 0])
  })

  it('today-11: a quarter of the weight is no score', () => {
    const scheme = defineAppraisalScheme({
      indicators: [points('a', 25), points('b', 35), points('c', 40)],
      missing: 'reweight',
      knownWeightAtLeast: 50,
    })
    const outcome = attempt(() =>
      appraise({ results: { a: { points: 90 }, b: null, c: null } }, scheme),
    )
    expect(outcome.ok ? [] : outcome.issues.map(({ params }) => params)).toMatchObject([
      { knownWeight: '25' },
      { knownWeight: '25' },
    ])
  })

  it('today-12: goals are needed, and a missing self-assessment leaves them all the weight', () => {
    const scheme = defineAppraisalScheme({
      indicators: [
        points('goals', 60, { missing: 'refuse' }),
        points('self', 40, { missing: 'reweight' }),
      ],
      missing: 'refuse',
    })
    const { score, parts } = appraise({ results: { goals: { points: 80 } } }, scheme)
    expect([score, parts[0]?.weightUsed]).toEqual([80, 100])
  })
})

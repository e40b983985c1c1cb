import {
  analyseLeavers,
  type Calibration,
  calibrateGrades,
  checkDistribution,
  type DefinedGradingPolicy,
  defineGradingPolicy,
  type GradingPolicy,
  gradeByRank,
  gradeConsequences,
  gradeRuns,
  handbook,
  type LeaverAnalysis,
  type MentorPairs,
  type MeritShares,
  pairMentors,
  type RankedGrade,
  shareMeritBudget,
  suggestMoves,
  suggestTraining,
} from 'sales-rules'
import { describe, expectTypeOf, it } from 'vitest'

const grades = [
  { id: 'pass', from: 60 },
  { id: 'fail', from: 0 },
]
const policy = defineGradingPolicy({ grades })
const { grading } = handbook
const shares = { S: 10, A: 20, B: 60, C: 10 }

describe('a grading policy', () => {
  it('is defined before anything follows from it', () => {
    expectTypeOf(policy).toEqualTypeOf<DefinedGradingPolicy>()
    // @ts-expect-error a policy that nobody has checked
    analyseLeavers([], policy as GradingPolicy)
    // @ts-expect-error a policy of another kind
    gradeRuns([], handbook.appraisal)
    // @ts-expect-error no policy at all
    calibrateGrades({ people: [], decisions: [] })
  })

  it('says of a consequence what it is counted in, and what ends it', () => {
    const rule = { kind: 'bonus', clause: 'HR-1', values: { pass: '1' } }
    defineGradingPolicy({ grades, consequences: [{ ...rule, unit: 'days', ends: [] }] })
    // @ts-expect-error one of what?
    defineGradingPolicy({ grades, consequences: [rule] })
    const ends = [{ after: 'run' as const }]
    // @ts-expect-error a run of which grades?
    defineGradingPolicy({ grades, consequences: [{ ...rule, unit: 'days', ends }] })
  })
})

describe('a ranking', () => {
  it('needs shares, and knows its rules by name', () => {
    const people = [{ id: 'Li', score: '88.5' }, { id: 'Wang' }]
    expectTypeOf(gradeByRank(people, { shares })).toEqualTypeOf<RankedGrade[]>()
    // @ts-expect-error which shares?
    gradeByRank(people, {})
    // @ts-expect-error a tie is refused, or goes one way
    gradeByRank(people, { shares, ties: 'first-come' })
    // @ts-expect-error so many people of a grade
    checkDistribution({ S: 'many' }, { shares })
  })
})

describe('a session of calibration', () => {
  it('moves people for a reason', () => {
    const people = [{ id: 'Li', grade: 'A' }]
    expectTypeOf(calibrateGrades({ people, decisions: [] }, grading)).toEqualTypeOf<Calibration>()
    const bare = { id: 'Li', grade: 'S', by: 'committee', on: '2026-04-15' }
    // @ts-expect-error why?
    calibrateGrades({ people, decisions: [bare] }, grading)
  })
})

describe('a history', () => {
  it('has a grade in each period, or a reason for none', () => {
    gradeConsequences([{ period: '2026-Q1', excused: 'leave' }], grading, { asOf: '2026-Q2' })
    // @ts-expect-error neither a grade nor a reason
    gradeConsequences([{ period: '2026-Q1' }], grading)
    // @ts-expect-error not an option
    gradeConsequences([], grading, { until: '2026-Q2' })
    const stayed = [{ id: 'Li', history: [] }]
    expectTypeOf(analyseLeavers(stayed, grading)).toEqualTypeOf<LeaverAnalysis>()
    // @ts-expect-error how did they leave?
    analyseLeavers([{ id: 'Li', history: [], left: { on: '2026-01-15' } }], grading)
  })
})

describe('a budget', () => {
  it('is of a currency, and of people with a grade or a rate', () => {
    const li = { id: 'Li', salary: '10000', grade: 'S' }
    const budget = { currency: 'CNY', budget: '1000', people: [li] }
    expectTypeOf(shareMeritBudget(budget, grading)).toEqualTypeOf<MeritShares>()
    // @ts-expect-error of which currency?
    shareMeritBudget({ budget: '1000', people: [li] }, grading)
    // @ts-expect-error neither a grade nor a rate
    shareMeritBudget({ ...budget, people: [{ id: 'Li', salary: '10000' }] }, grading)
  })
})

describe('courses, moves and mentors', () => {
  it('look at an appraisal, at facts, and at two sides', () => {
    const courses = suggestTraining({ appraisal: { parts: [] } }, grading).courses
    expectTypeOf(courses).toEqualTypeOf<readonly string[]>()
    // @ts-expect-error of which appraisal?
    suggestTraining({ facts: {} }, grading)
    const [move] = suggestMoves({ highPotential: true }, grading).moves
    expectTypeOf(move?.suggested).toEqualTypeOf<boolean | 'unknown' | undefined>()
    const pairs = pairMentors({ mentors: [], mentees: [] }, 'peer', grading)
    expectTypeOf(pairs).toEqualTypeOf<MentorPairs>()
    // @ts-expect-error who is mentored?
    pairMentors({ mentors: [] }, 'peer', grading)
    // @ts-expect-error a mentee takes nobody
    pairMentors({ mentors: [], mentees: [{ id: 'Li', capacity: 1 }] }, 'peer', grading)
  })
})

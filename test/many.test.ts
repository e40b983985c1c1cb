import {
  analyseLeavers,
  appraiseYear,
  attempt,
  calibrateGrades,
  gradeByRank,
  gradeConsequences,
  handbook,
  measureVisits,
  overrideAppraisal,
  pairMentors,
  payConsequences,
  shareMeritBudget,
  suggestMoves,
  suggestTraining,
} from 'sales-rules'
import { describe, expect, it } from 'vitest'

/** Rows of a long list: far more than anybody reads what is wrong with. */
const LENGTH = 3000
/** Of one list no more is told than this. */
const MOST = 1000

const rows = <Row>(row: (index: number) => Row) =>
  Array.from({ length: LENGTH }, (_, index) => row(index))
const { appraisal, compensation, grading } = handbook
const shares = { S: 10, A: 20, B: 60, C: 10 }
const decision = { by: 'committee', on: '2026-04-15', reason: 'a late booking' }
const graded = (id: string) => ({ id, grade: 'A' })
const visit = (index: number, customer: string) => ({
  ...{ id: `V-${index}`, customer, date: '2026-03-02', proof: 'check-in' },
})
const month = { period: '2026-03', customers: [{ id: 'Hua', kind: 'new' }] }
const paying = { period: '2026', baseSalary: '1' }
const budget = { currency: 'CNY', budget: '1' }

/** Lists in which every row is wrong, each in another way. */
const wrong: Readonly<Record<string, () => unknown>> = {
  'people of a ranking without a score that can be read': () =>
    gradeByRank(rows((at) => ({ id: `p${at}`, score: 'high' })) as never, { shares }),
  'people of a ranking without a group': () =>
    gradeByRank(
      [...rows((at) => ({ id: `p${at}`, score: 1 })), { id: 'p', score: 1, group: 'a' }],
      {
        shares,
      },
    ),
  'people of a ranking who are one person': () =>
    gradeByRank(
      rows(() => ({ id: 'p', score: 1 })),
      { shares },
    ),
  'people of a ranking without what breaks a tie': () =>
    gradeByRank(
      rows((at) => ({ id: `p${at}`, score: 1 })),
      { shares, tieBreakers: ['sales'] },
    ),
  'people of a session above a veto': () =>
    calibrateGrades(
      {
        people: rows((at) => ({
          ...graded(`p${at}`),
          gradeAtMost: [{ grade: 'C', because: 'compliance' }],
        })),
        decisions: [],
      },
      grading,
    ),
  'decisions of a session on somebody else': () =>
    calibrateGrades(
      { people: [graded('Li')], decisions: rows(() => ({ ...graded('Wang'), ...decision })) },
      grading,
    ),
  'decisions of a session by whom they are on': () =>
    calibrateGrades(
      {
        people: [graded('Li')],
        decisions: rows(() => ({ ...graded('Li'), ...decision, by: 'Li' })),
      },
      grading,
    ),
  'decisions of a committee that decide nothing': () =>
    overrideAppraisal({ computed: { score: 1 }, decisions: rows(() => decision) }, appraisal),
  'decisions of a committee each before the last': () =>
    overrideAppraisal(
      {
        computed: { score: 1 },
        decisions: rows((at) => ({
          ...{ ...decision, grade: 'S' },
          on: at % 2 === 0 ? '2026-04-15' : '2026-04-14',
        })),
      },
      appraisal,
    ),
  'parts of a year that overlap': () =>
    appraiseYear(
      { year: '2026', periods: rows(() => ({ period: '2026-Q1', score: 1 })) },
      appraisal,
    ),
  'periods of another year': () =>
    appraiseYear(
      { year: '2026', periods: rows(() => ({ period: '2025-Q1', score: 1 })) },
      appraisal,
    ),
  'visits to nobody known': () =>
    measureVisits({ ...month, visits: rows((at) => visit(at, `c${at}`)) }, appraisal),
  'visits that are one visit': () =>
    measureVisits({ ...month, visits: rows(() => visit(1, 'Hua')) }, appraisal),
  'customers who are one customer': () =>
    measureVisits(
      { period: '2026-03', customers: rows(() => ({ id: 'Hua', kind: 'new' })), visits: [] },
      appraisal,
    ),
  'periods of a history that are one period': () =>
    gradeConsequences(
      rows(() => ({ period: '2026-Q1', grade: 'A' })),
      grading,
    ),
  'periods of a history of other lengths': () =>
    gradeConsequences(
      rows((at) => ({ period: at % 2 === 0 ? `${2000 + at}` : `${2000 + at}-Q1`, grade: 'A' })),
      grading,
    ),
  'periods that are excused and have a grade': () =>
    gradeConsequences(
      rows((at) => ({ period: `${2000 + at}`, grade: 'A', excused: 'x' })),
      grading,
    ),
  'consequences that are none': () =>
    payConsequences({ ...paying, consequences: rows(() => ({})) as never }, compensation),
  'months that are one month': () =>
    payConsequences(
      {
        ...{ ...paying, consequences: [] },
        attendance: rows(() => ({ month: '2026-01', attended: 1, due: 1 })),
      },
      compensation,
    ),
  'salaries from one day': () =>
    payConsequences(
      {
        ...{ ...paying, consequences: [] },
        baseSalary: rows(() => ({ from: '2026-01-01', monthly: 1 })),
      },
      compensation,
    ),
  'people of a budget who are one person': () =>
    shareMeritBudget(
      { ...budget, people: rows(() => ({ id: 'p', salary: '1', grade: 'A' })) },
      grading,
    ),
  'indicators that are one indicator': () =>
    suggestTraining({ appraisal: { parts: rows(() => ({ id: 'sales', points: 1 })) } }, grading),
  'grades of a fact that are one grade': () =>
    suggestMoves(
      { quarterlyGrades: rows(() => ({ period: '2026-Q1', value: 'C' })), asOf: '2026-Q1' },
      grading,
    ),
  'leavers graded after they left': () =>
    analyseLeavers(
      rows((at) => ({
        ...{ id: `p${at}`, history: [{ period: '2026-Q2', grade: 'A' }] },
        left: { on: '2026-01-15', kind: 'own-accord' },
      })),
      grading,
    ),
}

describe('of a long list that is wrong all over, a thousand problems are told', () => {
  it.each(Object.entries(wrong))('%s', (_, run) => {
    const outcome = attempt(run)
    expect(outcome.ok ? 0 : outcome.issues.length).toBe(MOST)
  })

  it('of a side that is too long for pairing, that it is', () => {
    const outcome = attempt(() =>
      pairMentors({ mentors: rows((at) => graded(`p${at}`)), mentees: [] }, 'peer', grading),
    )
    expect(outcome.ok ? [] : outcome.issues.map(({ code }) => code)).toEqual(['VALUE_UNREADABLE'])
  })
})

describe('a long list that is right is taken whole', () => {
  it('everybody of a ranking has a grade, and the places add up', () => {
    const people = rows((at) => ({ id: `p${at}`, score: at / 10 }))
    const grades = gradeByRank(people, { shares }).map(({ grade }) => grade)
    const count = (grade: string) => grades.filter((one) => one === grade).length
    expect(['S', 'A', 'B', 'C'].map(count)).toEqual([300, 600, 1800, 300])
  })

  it('a budget for raises is spent to the cent', () => {
    const people = rows((at) => ({ id: `p${at}`, salary: String(5000 + at), grade: 'A' }))
    const shared = shareMeritBudget({ currency: 'CNY', budget: '100000.01', people }, grading)
    expect([shared.amount, shared.left]).toEqual(['100000.01', '0.00'])
  })

  it('records of visits that do not count are all named', () => {
    const visits = rows((at) => ({ ...visit(at, 'Hua'), proof: null }))
    const measured = measureVisits({ ...month, visits }, appraisal)
    expect([measured.actual, measured.notCounted.length]).toEqual([0, LENGTH])
  })
})

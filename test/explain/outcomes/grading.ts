import {
  analyseLeavers,
  appraise,
  calibrateGrades,
  checkDistribution,
  defineGradingPolicy,
  gradeByRank,
  gradeConsequences,
  gradeRuns,
  gradeScore,
  handbook,
  pairMentors,
  shareMeritBudget,
  suggestMoves,
  suggestTraining,
} from 'sales-rules'

const { grading } = handbook

const shares = { S: 10, A: 20, B: 60, C: 10 }

const bound = defineGradingPolicy({
  ...grading,
  calibration: { movedAtMost: '0.5', shares: { S: '10', A: '20', B: '60', C: '10' } },
})

const decision = { by: 'committee', on: '2026-04-15', reason: 'harder region than the others' }

const merit = (budget: string, maximum?: string) =>
  shareMeritBudget(
    {
      currency: 'CNY',
      budget,
      people: [
        { id: 'Li', salary: '10000', grade: 'S' },
        { id: 'Wu', salary: '9800', grade: 'A', ...(maximum && { maximum }) },
      ],
    },
    grading,
  )

const team = [
  { id: 'Li', score: 95 },
  { id: 'Wang', score: 90 },
  { id: 'Zhao', score: 90 },
  { id: 'Chen', score: 80 },
  { id: 'Sun', score: null },
]

const fallen = [
  { period: '2026-Q1', grade: 'S' },
  { period: '2026-Q2', grade: 'A' },
]
const steady = [
  { period: '2026-Q1', grade: 'B' },
  { period: '2026-Q2', grade: 'B' },
]
const left = { on: '2026-07-15', kind: 'own-accord' }
const stayed = ['Gu', 'He', 'Jia', 'Kong'].map((id) => ({ id, history: steady }))

const need = (newCustomers: number) => ({
  appraisal: appraise(
    {
      employee: 'E-1042',
      results: {
        sales: { actual: 90, target: 100, source: 'crm' },
        newCustomers: { actual: newCustomers, target: 10 },
        satisfaction: { points: 85, source: 'survey' },
        collectionRate: { points: 95, source: 'crm' },
      },
    },
    handbook.appraisal,
  ),
})

const grades = [
  { period: '2026-Q1', grade: 'A' },
  { period: '2026-Q2', grade: 'S' },
]

export const gradingOutcomes = {
  analyseLeavers: () =>
    analyseLeavers(
      [
        { id: 'Li', history: fallen, left },
        { id: 'Wang', history: steady, left: { on: '2026-06-30', kind: 'dismissal' } },
        ...stayed,
      ],
      grading,
    ),
  calibrateGrades: () =>
    calibrateGrades(
      {
        people: [
          { id: 'Li', grade: 'A', score: 88 },
          { id: 'Wang', grade: 'A' },
          { id: 'Zhao', grade: 'B' },
        ],
        decisions: [{ id: 'Li', grade: 'S', ...decision }],
      },
      bound,
    ),
  checkDistribution: () => checkDistribution({ S: 4, A: 6, B: 7, C: 2 }, { shares }),
  gradeByRank: () =>
    gradeByRank(team, { shares: { S: 20, A: 20, B: 60 }, atLeast: { S: 96 }, ties: 'better' }),
  gradeConsequences: () => gradeConsequences(grades, grading),
  gradeRuns: () =>
    gradeRuns(
      [
        { period: '2026-Q1', grade: 'C' },
        { period: '2026-Q2', grade: 'C' },
      ],
      grading,
    ),
  gradeScore: () => gradeScore(87.5, grading),
  pairMentors: () =>
    pairMentors(
      {
        mentors: [
          { id: 'Chen', grade: 'S' },
          { id: 'Zhao', grade: 'A' },
          { id: 'Lu', grade: 'B' },
        ],
        mentees: [
          { id: 'Gu', grade: 'C', choices: ['Chen', 'Zhao'] },
          { id: 'He', grade: 'C', choices: ['Chen'] },
          { id: 'Jia', grade: 'C', choices: ['Zhao'] },
        ],
      },
      'peer',
      grading,
    ),
  shareMeritBudget: () => merit('2000.00'),
  suggestMoves: () =>
    suggestMoves(
      {
        quarterlyGrades: ['Q1', 'Q2', 'Q3'].map((quarter) => ({
          period: `2026-${quarter}`,
          value: 'C',
        })),
        asOf: '2026-Q3',
      },
      grading,
    ),
  suggestTraining: () => suggestTraining(need(4), grading),
}

export const gradingBranches = {
  'analyseLeavers: too few for a rate': () =>
    analyseLeavers([{ id: 'Li', history: steady, left }], grading),
  'calibrateGrades: nothing binds': () =>
    calibrateGrades({ people: [{ id: 'Li', grade: 'A' }], decisions: [] }, grading),
  'checkDistribution: fits': () => checkDistribution({ S: 1, A: 2, B: 6, C: 1 }, { shares }),
  'gradeByRank: nobody': () => gradeByRank([], { shares }),
  'gradeByRank: a person alone': () =>
    gradeByRank(
      [
        { id: 'Li', score: 95 },
        { id: 'Wang', score: 80 },
      ],
      { shares: { S: 50, A: 50 } },
    ).slice(1),
  'gradeByRank: a person without a score': () =>
    gradeByRank([{ id: 'Sun', score: null }], { shares }),
  'gradeByRank: a grade that a cap holds': () =>
    gradeByRank([{ id: 'Li', score: 95, gradeAtMost: [{ grade: 'C', because: 'compliance' }] }], {
      shares: { S: 100, C: 0 },
    }),
  'gradeRuns: none goes on': () =>
    gradeRuns([{ period: '2026-Q1', grade: 'B' }], grading, { asOf: '2026-Q4' }),
  'gradeRuns: without any': () =>
    gradeRuns(
      [],
      defineGradingPolicy({
        id: 'plain',
        version: '1',
        provenance: [],
        grades: grading.grades,
        decimals: 2,
        rounding: 'half-up',
        consequences: [],
      }),
    ),
  'gradeScore: the best': () => gradeScore(92, grading),
  'gradeScore: held': () =>
    gradeScore({ score: 92, gradeAtMost: [{ grade: 'C', because: 'compliance' }] }, grading),
  'pairMentors: nobody': () => pairMentors({ mentors: [], mentees: [] }, 'peer', grading),
  'shareMeritBudget: enough': () => merit('3000'),
  'shareMeritBudget: the end of a band': () => merit('3000', '10000'),
  'shareMeritBudget: nobody': () =>
    shareMeritBudget({ currency: 'CNY', budget: '100', people: [] }, grading),
  'suggestMoves: none': () =>
    suggestMoves({ quarterlyGrades: [], asOf: '2026-Q3', highPotential: false }, grading),
  'suggestTraining: none': () => suggestTraining(need(8), grading),
}

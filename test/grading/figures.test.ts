import {
  analyseLeavers,
  calibrateGrades,
  type DefinedGradingPolicy,
  defineGradingPolicy,
  gradeConsequences,
  gradeRuns,
  gradeScore,
  handbook,
  pairMentors,
  shareMeritBudget,
  suggestMoves,
  suggestTraining,
} from 'sales-rules'
import { type Change, everyLeafDecides } from '../handbook/leaves.js'

type By = (policy: DefinedGradingPolicy) => unknown

/** Quarters from 2025 on; a dash is left out. */
const quarters = (grades: string) =>
  [...grades].flatMap((grade, at) => {
    const period = `${2025 + Math.floor(at / 4)}-Q${(at % 4) + 1}`
    return grade === '-' ? [] : [{ period, grade }]
  })
const years = (grades: string) =>
  [...grades].map((grade, at) => ({ period: String(2025 + at), grade }))

const following =
  (history: ReturnType<typeof quarters>): By =>
  (policy) => [gradeConsequences(history, policy), gradeRuns(history, policy)]

const valued = (history: ReturnType<typeof quarters>) =>
  history.map(({ period, grade }) => ({ period, value: grade }))
const cGap = valued(quarters('CC-C'))

const people = ['SBBBB', 'SSSSA', 'BBBBS', 'B', 'B'].map((grades, at) => ({
  id: `p${at}`,
  history: quarters(grades),
  ...(at < 3 ? { left: { on: '2027-01-15', kind: 'own-accord' } } : {}),
}))
const budget = {
  currency: 'CNY',
  budget: '900.00',
  people: [
    { id: 'a', salary: '10000', grade: 'S', maximum: '10100' },
    { id: 'b', salary: '8000.33', grade: 'A' },
    { id: 'c', salary: '7000', grade: 'B' },
    { id: 'd', salary: '7000', grade: 'C' },
  ],
}
const both = { choices: ['a', 'b'], eligible: true }
/** For one mentor two who chose the mentor: how many are paired is a matter of capacity. */
const two = (mentor: object, mentee: object) => ({
  mentors: [{ id: 'm', ...both, ...mentor }],
  mentees: ['a', 'b'].map((id) => ({ id, choices: ['m'], ...mentee })),
})
/** Two of each, where what the mentors want most is not what the mentees want most. */
const crossed = {
  mentors: [
    { id: 'm', grade: 'A', eligible: true, choices: ['a', 'b'] },
    { id: 'n', grade: 'A', eligible: true, choices: ['b', 'a'] },
  ],
  mentees: [
    { id: 'a', grade: 'C', choices: ['n', 'm'] },
    { id: 'b', grade: 'C', choices: ['m', 'n'] },
  ],
}
const noChoice = {
  mentors: [{ id: 'm', grade: 'A', eligible: true }],
  mentees: [{ id: 'a', grade: 'C' }],
}
const notAsked = {
  mentors: [{ id: 'm', grade: 'A', choices: ['a'] }],
  mentees: [{ id: 'a', grade: 'C', choices: ['m'] }],
}

const pairing =
  (candidates: Parameters<typeof pairMentors>[0]): By =>
  (policy) =>
    policy.mentoring.map(({ id }) => {
      try {
        return pairMentors(candidates, id, policy)
      } catch (error) {
        return String(error)
      }
    })

const trained =
  (points: number): By =>
  (policy) =>
    suggestTraining({ appraisal: { parts: [{ id: 'newCustomers', points }] } }, policy)

const moving =
  (facts: object): By =>
  (policy) =>
    suggestMoves(facts as Parameters<typeof suggestMoves>[0], policy)

const outcomes: Record<string, By> = {
  scores: (policy) => [100, 90, 89.996, 80, 60, 59.9, 0].map((score) => gradeScore(score, policy)),
  'a calibration': (policy) =>
    calibrateGrades({ people: [{ id: 'p', grade: 'B' }], decisions: [] }, policy),
  'quarters at S and A': following(quarters('SSSBAAAB')),
  'quarters at C': following(quarters('CCCBCCCB')),
  'quarters at C, lifted by an S and by an A': following(quarters('CCSSCCAA')),
  'quarters at A that end with C': following(quarters('AACAAAAA')),
  'all grades': following(quarters('BABACACA')),
  'six quarters at C': following(quarters('CCCCCC')),
  'a quarter left out between A’s': following(quarters('BA-A')),
  'a quarter left out between C’s': following(quarters('AC-CC')),
  'a quarter left out between B’s that end a cut': following(quarters('CCB-B')),
  'a quarter left out between B’s that end a rise': following(quarters('AAB-B')),
  years: following(years('SABC')),
  'an indicator just short': trained(59),
  'an indicator just good enough': trained(60),
  'leavers and those who stayed': (policy) => analyseLeavers(people, policy),
  'a budget for raises': (policy) => shareMeritBudget(budget, policy),
  'a budget without raises at C': (policy) =>
    shareMeritBudget({ ...budget, people: budget.people.slice(3) }, policy),
  'two who chose one mentor': pairing(two({ grade: 'A' }, { grade: 'C' })),
  'two who chose a mentor at S': pairing(two({ grade: 'S' }, { grade: 'C' })),
  'crossed choices': pairing(crossed),
  'nobody chose': pairing(noChoice),
  'nobody asked whether they may': pairing(notAsked),
  'three C’s and a high potential': moving({
    quarterlyGrades: valued(quarters('CCC')),
    yearlyGrades: [{ period: '2025', value: 'S' }],
    highPotential: true,
    asOf: '2025-12-31',
  }),
  'a year at A': moving({ yearlyGrades: [{ period: '2025', value: 'A' }], asOf: '2025-12-31' }),
  'C’s with a quarter left out': moving({ quarterlyGrades: cGap, asOf: '2025-12-31' }),
  'years with one left out': moving({
    yearlyGrades: [
      { period: '2023', value: 'S' },
      { period: '2025', value: 'S' },
    ],
    asOf: '2025-12-31',
  }),
}

const define = defineGradingPolicy as (json: never) => DefinedGradingPolicy

interface Rule {
  per: string
  unit: string
  kind: string
  ends: { length?: number; after: string }[]
}

const inRule =
  (index: number, change: (rule: Rule) => void): Change =>
  (copy) => {
    const rule = (copy['consequences'] as Rule[])[index]
    if (rule !== undefined) change(rule)
  }
const endsWithYear = (index: number) =>
  inRule(index, (rule) => {
    rule.ends = [{ after: 'year' }]
  })
const endsAfterTwo = (index: number) =>
  inRule(index, ({ ends }) => {
    for (const end of ends) end.length = 2
  })
const countsQuarters = (index: number) =>
  inRule(index, (rule) => {
    rule.per = 'quarter'
  })

/** What is shared out of a budget is always a part of a salary; another kind need not be. */
const praises = inRule(2, (rule) => {
  rule.kind = 'praise'
})

/** Another name for a grade, wherever it stands. */
const renamed: Change = (copy, was) => {
  const plain = JSON.stringify(copy).replaceAll(`"${was}"`, `"${was}-changed"`)
  Object.assign(copy, JSON.parse(plain))
}

everyLeafDecides('the handbook’s grading', {
  ...{ policy: handbook.grading, define, outcomes },
  changes: {
    ...Object.fromEntries([0, 1, 2, 3].map((at) => [`grades.${at}.id`, renamed])),
    rounding: 'down',
    once: 'year',
    'consequences.0.unit': 'measure',
    'consequences.1.unit': 'quarters-of-base-salary',
    'consequences.2.unit': 'measure',
    'consequences.2.ends': [{ after: 'year' }],
    'consequences.3.unit': 'measure',
    'consequences.4.unit': 'measure',
    'consequences.5.unit': 'days',
    'consequences.6.unit': 'days',
    'consequences.3.ends.0.after': endsWithYear(3),
    'consequences.4.ends.0.after': endsWithYear(4),
    'mentoring.0.choice': 'mutual',
    'mentoring.1.choice': 'open',
    'mentoring.1.mentorGrades': ['B'],
    'mentoring.1.menteeGrades': ['B'],
    comparison: 'at-least',
    'raises.aboveMaximum': 'lapses',
    'raises.rounding': 'down',
  },
  words: {
    ...{ S: 'B', A: 'C', B: 'A', C: 'A', year: 'quarter', quarter: 'half-year' },
    ...{ break: 'ignore', once: 'each-multiple', mentees: 'mentors' },
  },
  given: {
    // A year is graded once in a year: what is given once a year differs where quarters count.
    'consequences.0.once': countsQuarters(0),
    'consequences.2.once': countsQuarters(2),
    'consequences.2.unit': praises,
    // A run of one has no gap.
    'consequences.3.ends.0.gap': endsAfterTwo(3),
    'consequences.4.ends.0.gap': endsAfterTwo(4),
  },
  refused: {
    // The lowest grade takes everybody, or nobody knows the grade of 0.
    'grades.3.from': 'NUMBER_OUT_OF_RANGE',
    // Words are not more or less.
    'moves.0.requires.comparison': 'POLICY_CONFLICT',
    'moves.1.requires.all.0.comparison': 'POLICY_CONFLICT',
    'moves.1.requires.all.1.comparison': 'POLICY_CONFLICT',
  },
})

// Who applies in the autumn of 2026, what is known of them, and what happens to each application.
import type { ApplicationStep, Mentoring, ReviewScores, TeamOnDay } from 'sales-rules'

export interface Candidate {
  readonly name: string
  readonly rung: string
  readonly facts: Readonly<Record<string, unknown>>
  /** The team that the candidate coaches or belongs to, where the rung asks about it. */
  readonly team?: TeamOnDay['people']
  /** What is handed in, by the condition that it proves. */
  readonly proofs: Readonly<Record<string, string>>
  /** What follows the application; none where it is turned down at once. */
  readonly steps: readonly ApplicationStep[]
  /** Who coaches the candidate. */
  readonly mentoring?: Omit<Mentoring, 'mentee' | 'asOf' | 'promotion'>
}

/** What is known of those who coach. */
export const mentors: Readonly<Record<string, object>> = {
  'Zhao Min': {
    currentRung: 'sales-supervisor',
    yearlyAttainment: [
      { period: '2024', value: '1.08' },
      { period: '2025', value: { actual: '4100000', target: '4000000' } },
    ],
    coachedBefore: true,
  },
}

/** The day on which applications are handed in. */
export const openedOn = '2026-09-01'

/** The day on which the season is looked at. */
export const closedOn = '2026-10-31'

const review = (reviews: ReviewScores): ApplicationStep => ({
  step: 'review-360',
  on: '2026-09-14',
  reviews,
})
const defence = (kind: string, passed = true): ApplicationStep => ({
  step: 'defence',
  on: '2026-09-21',
  kind,
  passed,
})
const publication: ApplicationStep = { step: 'publication', on: '2026-09-29' }
const decision = (on: string, promoted = true): ApplicationStep => ({
  step: 'decision',
  on,
  by: 'promotion committee',
  promoted,
})

const joinedSince = (...dates: readonly string[]) =>
  dates.map((joined, index) => ({ id: `newcomer ${index + 1}`, joined }))

const sessions = ['01-09', '01-23', '02-06', '02-27', '03-06', '03-20', '04-10', '04-24']
  .concat(['05-08', '05-22', '06-05', '06-18', '07-03', '07-17', '08-07', '08-21'])
  .concat(['09-04', '09-18', '10-09', '10-16'])
  .map((day) => `2026-${day}`)

export const candidates: readonly Candidate[] = [
  {
    name: 'Li Na',
    rung: 'sales-supervisor',
    facts: {
      currentRung: 'sales-representative',
      attainmentLast12Months: { actual: '3360000', target: '3000000' },
      managementAssessment: true,
      ability: 82,
      contribution: 88,
      potential: 75,
    },
    team: [
      ...joinedSince('2026-01-12', '2026-03-02', '2026-05-11', '2026-07-06'),
      { id: 'newcomer 5', joined: '2025-11-03', left: '2026-06-30' },
    ],
    proofs: { attainmentLast12Months: 'CRM report 2026-08', managementAssessment: 'result 114' },
    steps: [
      review({ manager: [90], peers: [80, 70, 75], customers: [85] }),
      defence('management-case'),
      publication,
      decision('2026-10-12'),
      decision('2026-10-13'),
    ],
    mentoring: {
      mentor: 'Zhao Min',
      chosenBy: ['mentor', 'mentee'],
      from: '2026-01-01',
      sessions,
      assessments: ['2026-Q1', '2026-Q2', '2026-Q3'],
    },
  },
  {
    name: 'Wang Lei',
    rung: 'sales-supervisor',
    facts: {
      currentRung: 'sales-representative',
      attainmentLast12Months: '1.05',
      managementAssessment: true,
    },
    team: joinedSince('2026-02-02'),
    proofs: { attainmentLast12Months: 'CRM report 2026-08' },
    steps: [],
  },
  {
    name: 'Chen Jing',
    rung: 'sales-supervisor',
    facts: {
      currentRung: 'sales-representative',
      yearlyGrades: [
        { period: '2024', value: 'S' },
        { period: '2025', value: 'S' },
      ],
      ability: 91,
      contribution: 84,
      potential: 90,
    },
    proofs: { yearlyGrades: 'grade notices 2024 and 2025' },
    steps: [
      review({ manager: [94], peers: [88, 90, 83, 91], customers: [92, 89] }),
      defence('management-case'),
      publication,
      {
        step: 'objection',
        on: '2026-10-09',
        id: 'O1',
        by: 'Sun Hao',
        reason: 'the accounts of 2025 were shared',
      },
      {
        step: 'answer',
        on: '2026-10-15',
        id: 'O1',
        by: 'promotion committee',
        upheld: false,
        reason: 'the grade counts shares as they were credited',
      },
      decision('2026-10-16'),
    ],
  },
  {
    name: 'Zhou Yan',
    rung: 'regional-manager',
    facts: {
      currentRung: 'sales-supervisor',
      regionalAttainment: [
        { period: '2026-Q1', value: '1.02' },
        { period: '2026-Q2', value: '1.04' },
      ],
      channelCases: 2,
      strategyDefence: true,
      teamSize: 11,
    },
    proofs: { regionalAttainment: 'quarterly reports', channelCases: 'two signed contracts' },
    steps: [
      review({ manager: [85], peers: [78, 82, 80], customers: [90] }),
      defence('management-case'),
      publication,
      {
        step: 'objection',
        on: '2026-10-12',
        id: 'O2',
        by: 'Xu Fang',
        reason: 'one of the channel contracts was cancelled in July',
      },
      {
        step: 'answer',
        on: '2026-10-19',
        id: 'O2',
        by: 'promotion committee',
        upheld: true,
        reason: 'the contract was cancelled: one case is left',
      },
      decision('2026-10-19', false),
    ],
  },
  {
    name: 'Ma Jun',
    rung: 'senior-industry-consultant',
    facts: {
      currentRung: 'junior-product-consultant',
      industryCertificate: true,
      industrySolutions: 4,
      satisfaction: '91.5',
      mastersIndustrySolutions: true,
    },
    proofs: { industryCertificate: 'certificate 2025-77', industrySolutions: 'four references' },
    steps: [
      review({ manager: [88], peers: [75, 79, 72], customers: [80] }),
      defence('solution', false),
    ],
  },
  {
    name: 'Gao Rui',
    rung: 'product-expert',
    facts: { currentRung: 'senior-industry-consultant', proposalsAdopted: 6 },
    proofs: { proposalsAdopted: 'list of the product board' },
    steps: [],
  },
  {
    name: 'He Ping',
    rung: 'customer-success',
    facts: { currentRung: 'sales-representative', moveApproved: true },
    proofs: {},
    steps: [],
  },
]

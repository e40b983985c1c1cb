import {
  type ApplicationStep,
  advanceApplication,
  aggregateReviews,
  checkMentor,
  checkMentoring,
  checkPromotion,
  checkTraining,
  defineCareerPolicy,
  handbook,
  measureNewcomerRetention,
  nextRungs,
  openApplication,
} from 'sales-rules'

const { careers, chinaCalendar } = handbook

const passMark = defineCareerPolicy({
  ...careers,
  provenance: [],
  reviews: {
    clause: 'PRO-11',
    groups: [{ id: 'manager', weight: 100, minimum: 1, anonymous: false }],
    maximum: 100,
    decimals: 2,
    rounding: 'half-up',
    passMark: 80,
  },
})

const application = () =>
  openApplication(
    {
      applicant: 'Li Na',
      rung: 'regional-manager',
      on: '2026-09-01',
      proofs: [{ for: 'channelCases', document: 'two signed contracts' }],
    },
    careers,
  )

const reviews = { manager: [90], peers: [80, 70, 75], customers: [85] }

/** An application after these steps. */
const after = (...steps: readonly ApplicationStep[]) =>
  steps.reduce(
    (stored, step) => advanceApplication(stored, step, careers, chinaCalendar),
    application(),
  )

const reviewed = { step: 'review-360', on: '2026-09-10', reviews } as const
const defended = { step: 'defence', on: '2026-09-14', kind: 'management-case' } as const
const published = { step: 'publication', on: '2026-09-15' } as const
const objected = {
  step: 'objection',
  on: '2026-09-16',
  id: 'O-1',
  by: 'Wang',
  reason: 'a case was counted twice',
} as const

const mentoring = {
  mentor: 'Zhao',
  mentee: 'Li Na',
  chosenBy: ['mentor', 'mentee'],
  from: '2026-01-01',
  asOf: '2026-03-10',
  sessions: ['2026-01-09', '2026-01-23', '2026-02-13', '2026-03-06'],
} as const

const regional = {
  currentRung: 'sales-supervisor',
  regionalAttainment: [
    { period: '2026-Q1', value: '1.02' },
    { period: '2026-Q2', value: '0.98' },
  ],
  channelCases: 2,
  strategyDefence: true,
  asOf: '2026-09-10',
}

export const careersOutcomes = {
  advanceApplication: () => after(reviewed, { ...defended, passed: true }, published, objected),
  aggregateReviews: () => aggregateReviews(reviews, careers),
  checkMentor: () =>
    checkMentor(
      {
        yearlyAttainment: [
          { period: '2024', value: '0.97' },
          { period: '2025', value: '1' },
        ],
        asOf: '2026-03-01',
      },
      careers,
    ),
  checkMentoring: () =>
    checkMentoring(
      { ...mentoring, promotion: { on: '2026-03-05', rung: 'sales-supervisor' } },
      careers,
    ),
  checkPromotion: () =>
    checkPromotion(
      {
        attainmentLast12Months: '1.05',
        newcomerRetention: '0.85',
        managementAssessment: true,
        teamSize: 2,
        teamManagementCertificate: true,
        currentRung: 'sales-representative',
        ability: 80,
        contribution: 60,
        potential: 50,
      },
      'sales-supervisor',
      careers,
    ),
  checkTraining: () =>
    checkTraining(
      { trainingGroup: 'newcomers', productHandbook: true, productCertificate: false },
      careers,
    ),
  measureNewcomerRetention: () =>
    measureNewcomerRetention(
      {
        asOf: '2026-09-01',
        people: [
          { id: 'Wang', joined: '2026-03-01' },
          { id: 'Chen', joined: '2025-10-15', left: '2026-02-28' },
          { id: 'Zhao', joined: '2021-06-01' },
        ],
      },
      careers,
    ),
  nextRungs: () => nextRungs(regional, careers),
  openApplication: application,
}

export const careersBranches = {
  'advanceApplication: promoted': () =>
    after(
      reviewed,
      { ...defended, passed: true },
      published,
      objected,
      {
        step: 'answer',
        on: '2026-09-17',
        id: 'O-1',
        by: 'committee',
        upheld: false,
        reason: 'they are two cases',
      },
      { step: 'decision', on: '2026-09-23', by: 'director', promoted: true },
    ),
  'advanceApplication: rejected': () =>
    after(reviewed, { ...defended, passed: true }, published, {
      step: 'decision',
      on: '2026-09-23',
      by: 'director',
      promoted: false,
      reason: 'no post is free',
    }),
  'advanceApplication: failed': () => after(reviewed, { ...defended, passed: false }),
  'advanceApplication: withdrawn': () => after({ step: 'withdrawal', on: '2026-09-02' }),
  'aggregateReviews: too few': () => aggregateReviews({ manager: [90], peers: [80, 70] }, careers),
  'aggregateReviews: passed': () => aggregateReviews({ manager: [90] }, passMark),
  'aggregateReviews: not passed': () => aggregateReviews({ manager: [70] }, passMark),
  'checkMentor: eligible': () =>
    checkMentor(
      {
        yearlyAttainment: [
          { period: '2024', value: '1.02' },
          { period: '2025', value: '1' },
        ],
        asOf: '2026-03-01',
        coachedBefore: true,
      },
      careers,
    ),
  'checkMentor: not known': () => checkMentor({ asOf: '2026-03-01' }, careers),
  'checkMentoring: all is done': () =>
    checkMentoring(
      { ...mentoring, asOf: '2026-02-10', sessions: ['2026-01-09', '2026-01-23'] },
      careers,
    ),
  'checkMentoring: not mutual, and an assessment is missing': () =>
    checkMentoring({ ...mentoring, chosenBy: ['mentor'], asOf: '2026-04-10' }, careers),
  'checkMentoring: not known yet': () =>
    checkMentoring({ ...mentoring, asOf: '2026-01-10', sessions: [] }, careers),
  'checkPromotion: open': () =>
    checkPromotion(
      {
        attainmentLast12Months: '1.15',
        newcomerRetention: '0.85',
        managementAssessment: true,
        ability: 80,
        contribution: 80,
        potential: 80,
      },
      'sales-supervisor',
      careers,
    ),
  'checkPromotion: not known': () =>
    checkPromotion({ attainmentLast12Months: '1.15' }, 'sales-supervisor', careers),
  'checkPromotion: a sideways move': () =>
    checkPromotion({ moveApproved: true }, 'training', careers),
  'checkTraining: none': () =>
    checkTraining({ trainingGroup: 'others', currentRung: 'sales-director' }, careers),
  'checkTraining: complete': () =>
    checkTraining({ trainingGroup: 'backbone', advancedSellingCourse: true }, careers),
  'measureNewcomerRetention: no newcomers': () =>
    measureNewcomerRetention({ asOf: '2026-09-01', people: [] }, careers),
  'nextRungs: open': () =>
    nextRungs(
      {
        ...regional,
        regionalAttainment: [
          { period: '2026-Q1', value: '1.02' },
          { period: '2026-Q2', value: '1.04' },
        ],
      },
      careers,
    ),
  'nextRungs: none': () =>
    nextRungs(
      { currentRung: 'chief-technical-consultant' },
      defineCareerPolicy({ ...careers, sidewaysMoves: [], provenance: [] }),
    ),
}

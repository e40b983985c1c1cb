/** Every function of the root and of batches, with what it may well be called with: a call has each field that a caller can give. */
import * as rules from 'sales-rules'
import * as batch from 'sales-rules/batch'

const { handbook } = rules

const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value
const scale = rules.defineScale({
  mode: 'marginal',
  tiers: [
    { id: 'low', upTo: '10', rate: '0.1' },
    { id: 'high', upTo: null, rate: '0.2' },
  ],
})
const calendar = rules.defineCalendar({ from: '2026-01-01', to: '2026-12-31', weekend: [6, 7] })
const covered = { from: '2026-01-01', to: '2026-01-31', weekend: [6, 7] }
/** An office in Berlin, or wherever its clock is an hour ahead of UTC. */
export const officeIn = (timeZone: string) =>
  rules.defineWorkingHours({
    timeZone,
    week: { 1: ['09:00-12:00', '13:00-17:00'], 2: ['09:00-17:00'] },
    calendar: {
      from: '2026-01-01',
      to: '2026-12-31',
      weekend: [3, 4, 5, 6, 7],
      workdays: ['2026-02-14'],
    },
    makeUpDays: 2,
    holidays: ['2026-05-01'],
    worked: { '2026-05-02': ['09:00-12:00'] },
  })
const berlin = rules.attempt(() => officeIn('Europe/Berlin'))
/** A runtime may have no time zones. */
export const office = berlin.ok ? berlin.value : officeIn('+01:00')
const standards = rules.defineServiceStandards({
  ...json(handbook.service),
  standards: [
    {
      ...{ id: 'answer', clauses: ['SLA-6'], within: 8, unit: 'working-hours', namedContact: true },
      buffer: { within: 1, unit: 'days' },
      warning: { before: 1, unit: 'working-hours' },
    },
  ],
  provenance: [],
})
const asOf = '2026-03-10T10:00:00Z'
const complaint = {
  ...{ id: 'C-1', rep: 'Li', customerKind: 'key', contact: 'Zhao', standard: 'answer' },
  started: '2026-03-06T16:00:00Z',
  done: '2026-03-10T09:00:00Z',
  holds: [{ from: '2026-03-07T16:00:00Z', to: '2026-03-08T16:00:00Z' }],
}
const plan = rules.defineCommissionPlan({ ...json(handbook.commission), payment: {} })
const sold = { payee: 'Li', period: '2026-Q1', sales: '1500000', target: '1200000' }
const toSettle = { payee: 'Li', periods: [{ period: '2026-Q1', sales: '1', target: '1' }] }
const settled = rules.settleCommission(toSettle, plan)

const contest = rules.defineContestRules({
  currency: 'EUR',
  prizes: [{ amount: '10' }],
  enter: { figure: 0 },
  tieBreakers: ['deals'],
})
/** Sales, a score, and a table of both. */
const several = rules.defineCompensationPlan({
  currency: 'EUR',
  payment: {},
  components: [
    {
      id: 'sales',
      commission: { scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } },
    },
    {
      id: 'goals',
      weight: '0.5',
      appraisal: { missing: 'refuse', indicators: [{ id: 'x', weight: 100 }] },
    },
    {
      id: 'table',
      weight: '0.5',
      matrix: {
        rows: { by: 'sales.attainment', steps: [{ id: 'any', upTo: null }] },
        columns: { by: 'margin', steps: [{ id: 'any', upTo: null }] },
        pays: [['1']],
      },
    },
  ],
})
const componentsOfSeveral = {
  sales: { sales: 1, target: 2 },
  goals: { results: { x: { points: 50 } } },
  table: { facts: { margin: '0.2' } },
}
const compensated = {
  ...{ payee: 'Li', period: '2026-01', targetIncentive: '100' },
  components: componentsOfSeveral,
}
const settledBySeveral = rules.settleCompensation(
  {
    payee: 'Li',
    periods: [{ period: '2026-01', targetIncentive: '100', components: componentsOfSeveral }],
  },
  several,
)
const paidBySeveral = {
  ...{ period: '2026-02', targetIncentive: '100', facts: { margin: '0.1' } },
  components: componentsOfSeveral,
}
const total = rules.commissionAccumulator(handbook.commission)
const career = {
  attainmentLast12Months: '1.2',
  managementAssessment: true,
  yearlyGrades: [{ period: '2025', value: 'S' }],
  asOf: '2026',
}
const { careers } = handbook
const applying = {
  applicant: 'Li',
  rung: 'sales-supervisor',
  on: '2026-03-02',
  proofs: [{ for: 'managementAssessment', document: 'report' }],
}
const reviewing = {
  step: 'review-360',
  on: '2026-03-09',
  reviews: { manager: [90], peers: [80, 70, 75], customers: [85] },
} as const
const publishing = { step: 'publication', on: '2026-03-20', workingDays: 5 } as const
const applied = rules.advanceApplication(
  rules.advanceApplication(rules.openApplication(applying, careers), reviewing, careers),
  { step: 'defence', on: '2026-03-16', kind: 'management-case', passed: true },
  careers,
)
const published = rules.advanceApplication(
  json(applied),
  publishing,
  careers,
  handbook.chinaCalendar,
)
const objecting = {
  step: 'objection',
  on: '2026-03-23',
  id: 'O',
  by: 'Sun',
  reason: 'shared',
} as const
const objected = rules.advanceApplication(json(published), objecting, careers)
const answering = {
  step: 'answer',
  on: '2026-03-24',
  id: 'O',
  by: 'committee',
  upheld: false,
  reason: 'looked into',
} as const
const answered = rules.advanceApplication(json(objected), answering, careers)
const deciding = {
  step: 'decision',
  on: '2026-03-30',
  by: 'committee',
  promoted: true,
  reason: 'x',
}
const mentoring = {
  mentor: 'Zhao',
  mentee: 'Li',
  chosenBy: ['mentor', 'mentee'] as const,
  from: '2026-01-01',
  to: '2026-05-31',
  asOf: '2026-06-30',
  sessions: ['2026-01-09'],
  assessments: ['2026-Q1'],
  promotion: { on: '2026-05-04', rung: 'sales-supervisor' },
}
const crmLead = {
  budget: { amount: '5', currency: 'CNY' },
  authority: 'user',
  urgency: 'none',
  industry: 'core',
  behaviour: { asOf: '2026-01-02', events: [{ date: '2026-01-01', kind: 'question' }] },
}
const rankedLead = { id: 'M', score: 80, arrived: '2026-03-02T10:00:00Z' }
const evaluated = [
  { id: 'a', score: 1, probability: '0.5', outcome: true },
  { id: 'b', score: 0, probability: '0.2', outcome: false },
]
const evaluating = {
  bands: [{ id: 'all', from: 0 }],
  top: '0.5',
  bins: ['0', '0.5', '1'],
  minimumSample: 1,
  minimumPerOutcome: 1,
}

const decaying = rules.defineHealthModel({
  missing: 'zero',
  bands: [{ id: 'any', from: 0 }],
  criteria: [
    { id: 'visits', weight: 50, curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 9 } } },
    { id: 'ratio', weight: 50 },
  ],
})
const measuring = rules.defineHealthModel({
  missing: 'zero',
  bands: [{ id: 'any', from: 0 }],
  worstPart: { below: 5, bandAtMost: 'any', criteria: ['a'] },
  criteria: [
    {
      id: 'a',
      weight: 100,
      curve: { kind: 'points', maximum: 100 },
      measure: { kinds: ['x'], by: 'mean', windowDays: 9 },
    },
  ],
})
const asOfDay = '2026-03-31'
const records = [{ date: asOfDay, kind: 'x', value: '5' }]
const kept = {
  customer: 'Acme',
  tier: 'vip',
  asOf: asOfDay,
  warnings: [{ kind: 'unanswered', since: '2026-03-01' }],
  done: [{ measure: 'special-offer', date: '2026-03-02' }],
}
const caredFor = {
  customer: 'Acme',
  tier: 'vip',
  asOf: asOfDay,
  since: '2026-01-01',
  starts: { 'product-check': '2026-01-01' },
  done: [{ care: 'follow-up', date: '2026-03-30', for: 'Wang' }],
  dates: [{ id: 'birthday', date: '1980-01-01', of: 'Wang' }],
  answers: [{ id: 'S-1', date: '2026-03-01', rating: 1, closed: '2026-03-02' }],
}
const purchases = {
  asOf: asOfDay,
  contracts: [
    { id: 'C', customer: 'a', product: 'b', from: '2025-01-01', to: '2026-01-01', ended: false },
  ],
  orders: [{ customer: 'a', product: 'b', date: '2026-01-01' }],
}
const bought = [{ customer: 'a', date: '2026-01-01', amount: '5' }]
const rfm = {
  asOf: asOfDay,
  bins: 2,
  bounds: { recency: [30], frequency: [2], monetary: ['5'] },
  segments: [{ id: 'all', recency: [1, 2], frequency: [1, 2], monetary: [1, 2] }],
}
const claimed = {
  customer: 'Acme',
  asOf: asOfDay,
  claims: [{ rep: 'Li', date: '2026-03-01', share: 1, claimedThatDay: 1, customersHeld: 1 }],
  followUps: [{ rep: 'Li', date: '2026-03-02' }],
  deals: [{ rep: 'Li', date: '2026-03-02' }],
  reps: [{ rep: 'Li', lastDay: '2026-12-31' }],
}
const visits = { asOf: '2026-03-31', events: [{ date: '2026-03-01', kind: 'visit' }] }

const credited = {
  lines: [
    { id: 'a', amount: '9', cost: '1', customer: 'Acme', date: '2026-01-02' },
    { id: 'b', amount: '9', date: '2026-01-02', owners: [{ payee: 'Li', parts: 1 }] },
  ],
  ownership: [{ customer: 'Acme', payee: 'Li', from: '2026-01-01' }],
  reporting: [{ payee: 'Li', manager: 'Zhao', from: '2026-01-01' }],
}
const overriding = rules.defineCommissionPlan({
  ...json(handbook.commission),
  credit: { override: { levels: ['0.01'] } },
})
const paidSince = {
  payments: [{ line: 'a', customer: 'Acme', date: '2026-01-02', on: '2026-02-03', amount: '9' }],
  ownership: [{ customer: 'Acme', payee: 'Li', from: '2026-01-01' }],
}
const company = {
  id: 'acme',
  versions: [
    {
      version: '2026',
      effectiveFrom: '2026-01-01',
      commission: json(handbook.commission),
      groups: { seniors: { commission: json(handbook.commission) } },
      examples: [
        {
          id: 'one',
          rule: 'calculateCommission',
          group: 'seniors',
          input: { sales: '1', target: '1' },
          expect: { amount: '0.03' },
        },
      ],
    },
  ],
}
const document = rules.definePolicy(company)
const raised = { path: 'scale.tiers.second.rate', set: '0.045' }
const handingOver = rules.defineCommissionPlan({
  ...json(handbook.commission),
  credit: { handover: { share: '0.3', months: 6 } },
})
const givingBack = rules.defineCommissionPlan({
  ...json(handbook.commission),
  clawback: { kind: 'pro-rata', within: { length: 12, unit: 'month' } },
})
const cancelled = {
  id: 'a',
  commission: '500.00',
  soldOn: '2026-01-01',
  cancelledOn: '2026-03-15',
  share: '0.5',
  takenBefore: '1',
}
const proratedBy = (by: 'day' | 'working-day') =>
  rules.defineTargetPlan({ currency: 'CNY', proration: { by } })
const employment = {
  period: '2026-Q2',
  from: '2026-05-18',
  to: '2026-06-29',
  leave: [{ from: '2026-06-01', to: '2026-06-02' }],
}
const builder = batch.commissionColumnsBuilder(handbook.commission)
builder.addTexts(['Li', 'Wang'], ['900000', '1'])
export const columns = builder.finish()
export const wide = {
  ...columns,
  amounts: Float64Array.of(Number.NaN, 1),
  wide: new Map([[0, '0.005']]),
}
const adding = batch.commissionColumnsBuilder(handbook.commission, { keep: 'totals' })
adding.addTexts(['Li', 'Li'], ['1', '2'])
const totals = adding.finish()
const facts = { target: ['1', '2'], coefficientUplift: '0.005' }
const rows = [{ payee: 'Li', amount: '5' }]
const facing = { results: { sales: { points: 8 } } }
const scheme = rules.defineAppraisalScheme({
  indicators: [{ id: 'sales', weight: 100 }],
  missing: 'refuse',
})
const fullScheme = rules.defineAppraisalScheme({
  indicators: [
    {
      id: 'sales',
      weight: 50,
      components: [
        { id: 'a', weight: 6 },
        { id: 'b', weight: 4 },
      ],
      levels: [{ id: 'x', from: 1 }],
    },
    { id: 'costs', weight: 25, curve: 'progress', acceptedSources: ['crm', null] },
    { id: 'teamwork', weight: 25, curve: { kind: 'rating', maximum: 5 }, missing: 'reweight' },
  ],
  bonuses: [{ id: 'bonus' }],
  deductions: [{ id: 'deduction' }],
  maximum: 100,
  gradeCaps: [
    {
      id: 'cap',
      requires: { id: 'compliant', comparison: 'equals', required: true },
      gradeAtMost: 'C',
    },
  ],
  missing: 'refuse',
  knownWeightAtLeast: 50,
})
const appraisedInFull = {
  results: {
    sales: { components: { a: { actual: 1, target: 2 }, b: { points: 5 } } },
    costs: { actual: 7, target: 0, baseline: 10, source: 'crm' },
    teamwork: { value: 4.5 },
    bonus: { points: 5 },
    deduction: { points: 2 },
  },
  facts: { compliant: true },
}
const visited = {
  employee: 'E-1',
  period: '2026-03',
  customers: [{ id: 'Hua', kind: 'new' }],
  visits: [{ id: 'V-1', customer: 'Hua', date: '2026-03-02', proof: 'check-in' }],
}
const overridden = {
  computed: { employee: 'E-1', period: '2026-Q1', score: 87.5, grade: 'A' },
  decisions: [
    {
      score: 91,
      grade: 'S',
      by: 'committee',
      on: '2026-01-15',
      reason: 'why',
      appeal: { announced: '2026-01-05', filed: '2026-01-07' },
    },
  ],
}
const yearly = {
  employee: 'E-1',
  year: '2026',
  from: '2026-07-01',
  to: '2026-12-31',
  periods: [
    { period: '2026-Q3', score: 88, from: '2026-07-01', to: '2026-09-30' },
    { period: '2026-Q4', excused: 'leave' },
  ],
}
const lead = { budget: 1, authority: 2, urgency: 3, duplicate: false }
const customer = { interaction: 50, satisfaction: 80, purchase: 40 }
const yearTarget = {
  owner: 'Li',
  measure: 'sales',
  amount: '1200000',
  period: '2026',
  reason: 'last year and 8%',
}
const set = rules.setTarget(yearTarget, handbook.targets)
const halfSigned = rules.signOffTarget(set, { as: 'person', by: 'Li', on: '2026-01-05' })
const grant = {
  plan: 'restricted-stock',
  shares: 4,
  start: '2026-03-01',
  tranches: 4,
  every: 'month',
  cliffMonths: 1,
  allocation: 'front-loaded',
  asOf: '2027-01-01',
  results: [{ performanceGrowth: '0.1' }],
  leaver: { kind: 'good', lastDay: '2026-09-01' },
}
const optionRequests = {
  plan: 'expert-options',
  pool: { size: 9, granted: 2, returned: 1 },
  projects: [{ id: 'P', options: 4 }],
  requests: [{ id: 'R', project: 'P', options: 1, facts: { rung: 'product-expert' } }],
}
const certificates = {
  payee: 'Li',
  period: '2026-Q1',
  certificates: [{ certificate: 'PMP', from: '2026-01-01', to: '2026-02-01' }],
  employment: { from: '2026-01-01', to: '2026-03-01' },
}
const stepped = {
  ...json(handbook.rewards),
  educationFund: {
    clause: 'REW-5',
    repayment: {
      kind: 'steps' as const,
      steps: [{ upToMonths: 12, share: '1' }],
      boundary: 'upper-tier' as const,
    },
  },
}
const dealOfPipeline = {
  ...{ id: 'D-1', customer: 'Acme', created: '2026-01-05', value: '80000', currency: 'CNY' },
  stages: [{ stage: 'needs-analysis', on: '2026-01-12' }],
  lost: '2026-02-01',
}
const openDeal = {
  ...{ id: 'D-1', stage: 'prospecting', value: '5', expected: '2026-04-10', currency: 'CNY' },
  probability: '0.5',
}
const invoiceOfPipeline = {
  ...{ id: 'I-1', customer: 'Acme', amount: '5', currency: 'CNY', invoiced: '2026-01-05' },
  ...{ delivered: '2026-01-06', due: '2026-02-05', terms: 30 },
  payments: [{ amount: '1', on: '2026-01-31' }],
}
const dealRecord = {
  ...{ id: 'R-1', rep: 'Li', kind: 'visit', occurred: '2026-03-02T10:00:00Z' },
  ...{ recorded: '2026-03-02T11:00:00Z', fields: { customer: 'Acme' } },
}
/** The first outcomes of a rule that is lazy. */
const some = (outcomes: Iterable<unknown>) => {
  let left = 100
  for (const _ of outcomes) if (--left === 0) return
}
/** As every builder adds: to one that has nothing yet. */
export const building =
  (add: keyof batch.CommissionColumnsBuilder) =>
  (...given: readonly unknown[]) => {
    const to = batch.commissionColumnsBuilder(handbook.commission)
    return (to[add] as (...all: readonly unknown[]) => unknown)(...given)
  }

export type Call = readonly [
  name: string,
  run: (...given: never[]) => unknown,
  given: readonly unknown[],
]
export const calls: readonly Call[] = [
  ['round', rules.round, ['1.5', { mode: 'half-up', decimals: 0 }]],
  ['allocate', rules.allocate, ['100', [1, 1], { decimals: 2 }]],
  ['sumOf', rules.sumOf, [['0.10', 2]]],
  ['subtract', rules.subtract, ['1.5', 1]],
  ['compareAmounts', rules.compareAmounts, ['1.5', 1]],
  ['multiply', rules.multiply, ['1.5', 2, { mode: 'half-up', decimals: 0 }]],
  ['applyScale', rules.applyScale, ['38', scale, { target: '1' }]],
  ['invertScale', rules.invertScale, ['3', scale, { decimals: 2 }]],
  ['addDays', rules.addDays, ['2026-01-01', 3]],
  ['addMonths', rules.addMonths, ['2026-01-31', 1]],
  ['daysBetween', rules.daysBetween, ['2026-01-01', '2026-02-01']],
  ['addPeriods', rules.addPeriods, ['2026-Q1', 1]],
  ['periodOf', rules.periodOf, ['2026-01-01', 'month']],
  ['periodRange', rules.periodRange, ['2026-Q1']],
  ['isWorkingDay', rules.isWorkingDay, ['2026-01-02', calendar]],
  ['addWorkingDays', rules.addWorkingDays, ['2026-01-02', 3, calendar]],
  ['countWorkingDays', rules.countWorkingDays, ['2026-01-02', '2026-02-02', calendar]],
  [
    'findStreaks',
    rules.findStreaks,
    [[{ period: '2026', held: true }], { length: 1, gap: 'ignore', repeat: 'once' }],
  ],
  ['versionOn', rules.versionOn, [[{ from: '2026-01-01', to: null, value: 1 }], '2026-01-01']],
  ['calculateCommission', rules.calculateCommission, [sold, plan]],
  [
    'calculateCommission of lines',
    rules.calculateCommission,
    [{ lines: [{ id: 'a', amount: '1' }], target: 1 }, plan],
  ],
  [
    'attributeCommission',
    rules.attributeCommission,
    [{ lines: [{ id: 'a', amount: '1' }], target: 1 }, plan],
  ],
  ['salesForCommission', rules.salesForCommission, ['50000', plan, { target: '1200000' }]],
  ['commissionCurve', rules.commissionCurve, [plan, { target: '1200000' }]],
  ['commissionAccumulator.add', total.add, [total.create(), { id: 'a', amount: '1' }]],
  ['commissionAccumulator.merge', total.merge, [total.create(), total.create()]],
  ['commissionAccumulator.finish', total.finish, [total.create(), { target: '1' }]],
  ['splitCredit', rules.splitCredit, ['100', [{ payee: 'a', parts: 1 }], plan]],
  ['settleCommission', rules.settleCommission, [toSettle, plan]],
  ['payrollRows', rules.payrollRows, [json(settled)]],
  ['accrualOf', rules.accrualOf, [json(settled)]],
  [
    'restateCommission',
    rules.restateCommission,
    [{ paid: [json(rules.calculateCommission(sold, plan))], now: [sold] }, plan],
  ],
  [
    'appraise',
    rules.appraise,
    [
      {
        results: {
          sales: { actual: 1, target: 2 },
          newCustomers: { points: 80 },
          satisfaction: { points: 90, source: 'survey' },
          collectionRate: { value: '0.9' },
        },
      },
      handbook.appraisal,
    ],
  ],
  ['gradeScore', rules.gradeScore, [92, handbook.grading]],
  [
    'suggestTraining',
    rules.suggestTraining,
    [
      { appraisal: { employee: 'Li', parts: [{ id: 'newCustomers', points: 40 }] }, facts: {} },
      handbook.grading,
    ],
  ],
  [
    'suggestMoves',
    rules.suggestMoves,
    [
      {
        quarterlyGrades: [{ period: '2026-Q1', value: 'C' }],
        yearlyGrades: [{ period: '2025', value: 'S' }],
        highPotential: true,
        asOf: '2026-03-31',
      },
      handbook.grading,
    ],
  ],
  [
    'analyseLeavers',
    rules.analyseLeavers,
    [
      [
        {
          id: 'Li',
          history: [{ period: '2026-Q1', grade: 'A' }],
          left: { on: '2026-07-15', kind: 'own-accord' },
        },
      ],
      handbook.grading,
    ],
  ],
  [
    'gradeRuns',
    rules.gradeRuns,
    [[{ period: '2026-Q1', grade: 'A' }], handbook.grading, { asOf: '2026-Q2' }],
  ],
  [
    'calibrateGrades',
    rules.calibrateGrades,
    [
      {
        people: [{ id: 'Li', grade: 'A', score: 80, gradeAtMost: [{ grade: 'S', because: 'x' }] }],
        decisions: [{ id: 'Li', grade: 'S', by: 'Wang', on: '2026-04-15', reason: 'x' }],
      },
      handbook.grading,
    ],
  ],
  [
    'gradeByRank',
    rules.gradeByRank,
    [
      [
        {
          id: 'Li',
          score: 92,
          group: 'north',
          figures: { sales: 1 },
          gradeAtMost: [{ grade: 'C', because: 'x' }],
        },
      ],
      {
        shares: { S: 10, C: 90 },
        weights: 'percent',
        ties: 'better',
        tieBreakers: ['sales'],
        decimals: 2,
        rounding: 'half-up',
        atLeast: { S: 90 },
        unfilled: 'lapse',
        pools: [['north']],
        minimumGroup: 3,
      },
    ],
  ],
  [
    'gradeByRank, shares as a list',
    rules.gradeByRank,
    [[{ id: 'Li', score: 92 }], { shares: [{ grade: '5', share: 100 }] }],
  ],
  [
    'checkDistribution',
    rules.checkDistribution,
    [
      { S: 1, C: 2 },
      { shares: { S: 10, C: 90 }, weights: 'percent' },
    ],
  ],
  [
    'gradeConsequences',
    rules.gradeConsequences,
    [[{ period: '2026-Q1', grade: 'A' }], handbook.grading, { asOf: '2026-Q2' }],
  ],
  [
    'payConsequences',
    rules.payConsequences,
    [
      {
        payee: 'Li',
        period: '2026',
        baseSalary: [{ from: '2026-01-01', monthly: '8000' }],
        employment: { from: '2026-02-01', to: '2026-11-30' },
        attendance: [{ month: '2026-01', attended: 1, due: 2 }],
        consequences: json(
          rules.gradeConsequences(
            [
              { period: '2026-Q1', grade: 'C' },
              { period: '2026-Q2', grade: 'C' },
              { period: '2026-Q3', grade: 'A' },
            ],
            handbook.grading,
          ),
        ),
      },
      handbook.compensation,
    ],
  ],
  ['calculateCompensation', rules.calculateCompensation, [compensated, several]],
  [
    'settleCompensation',
    rules.settleCompensation,
    [{ payee: 'Li', periods: [paidBySeveral], opening: settledBySeveral.closing }, several],
  ],
  [
    'restateCompensation',
    rules.restateCompensation,
    [{ paid: json(settledBySeveral.periods), now: [compensated] }, several],
  ],
  ['accrualByComponent', rules.accrualByComponent, [json(settledBySeveral)]],
  [
    'payContest',
    rules.payContest,
    [{ period: '2026', entrants: [{ id: 'Li', figure: 1, figures: { deals: 2 } }] }, contest],
  ],
  [
    'amortizeCost',
    rules.amortizeCost,
    ['900', { from: '2026-01-15', months: 3, by: 'day', endedOn: '2026-02-01', decimals: 2 }],
  ],
  [
    'pairMentors',
    rules.pairMentors,
    [
      {
        mentors: [{ id: 'a', grade: 'S', eligible: true, capacity: 1, choices: ['b'] }],
        mentees: [{ id: 'b', grade: 'C', choices: ['a'] }],
      },
      'peer',
      handbook.grading,
    ],
  ],
  [
    'shareMeritBudget',
    rules.shareMeritBudget,
    [
      {
        currency: 'CNY',
        budget: '1',
        people: [
          { id: 'a', salary: '10', grade: 'S', maximum: '11' },
          { id: 'b', salary: '10', rate: '0.1' },
        ],
      },
      handbook.grading,
    ],
  ],
  ['appraise by all there is', rules.appraise, [appraisedInFull, fullScheme]],
  [
    'gradeScore within caps',
    rules.gradeScore,
    [{ score: 92, gradeAtMost: [{ grade: 'C', because: 'x' }] }, handbook.grading],
  ],
  ['measureVisits', rules.measureVisits, [visited, handbook.appraisal]],
  ['overrideAppraisal', rules.overrideAppraisal, [overridden, handbook.appraisal, calendar]],
  ['appraiseYear', rules.appraiseYear, [yearly, handbook.appraisal]],
  ['checkPromotion', rules.checkPromotion, [career, 'sales-supervisor', handbook.careers]],
  ['nextRungs', rules.nextRungs, [{ ...career, currentRung: 'training', asOf: '2026' }, careers]],
  ['openApplication', rules.openApplication, [applying, careers]],
  ['advanceApplication', rules.advanceApplication, [json(applied), publishing, careers, calendar]],
  [
    'advanceApplication by a review',
    rules.advanceApplication,
    [json(rules.openApplication(applying, careers)), reviewing, careers],
  ],
  [
    'advanceApplication by an objection',
    rules.advanceApplication,
    [json(published), objecting, careers],
  ],
  [
    'advanceApplication by an answer',
    rules.advanceApplication,
    [json(objected), answering, careers, handbook.chinaCalendar],
  ],
  [
    'advanceApplication by a decision',
    rules.advanceApplication,
    [json(answered), deciding, careers, handbook.chinaCalendar],
  ],
  [
    'advanceApplication by a withdrawal',
    rules.advanceApplication,
    [json(answered), { step: 'withdrawal', on: '2026-03-30', reason: 'x' }, careers],
  ],
  ['aggregateReviews', rules.aggregateReviews, [reviewing.reviews, careers]],
  ['checkMentor', rules.checkMentor, [{ coachedBefore: true, asOf: '2026' }, careers]],
  ['checkMentoring', rules.checkMentoring, [mentoring, careers]],
  ['checkTraining', rules.checkTraining, [{ trainingGroup: 'reserve' }, careers]],
  [
    'measureNewcomerRetention',
    rules.measureNewcomerRetention,
    [{ asOf: '2026-01-01', people: [{ id: 'a', joined: '2025-07-01', left: null }] }, careers],
  ],
  ['scoreLead', rules.scoreLead, [{ budget: 1, authority: 2, urgency: 3 }, handbook.leads]],
  ['scoreLead of a CRM', rules.scoreLead, [crmLead, handbook.leads]],
  ['rankLeads', rules.rankLeads, [[{ id: 'L', facts: lead }, rankedLead], handbook.leads]],
  [
    'routeLeads',
    rules.routeLeads,
    [
      {
        leads: [rankedLead],
        reps: [{ id: 'r', rank: 'senior', capacity: 2, load: 1, active: true }],
      },
      handbook.leads,
    ],
  ],
  [
    'reviewSources',
    rules.reviewSources,
    [
      { currency: 'CNY', sources: [{ id: 's', leads: 50, open: 5, won: 9, cost: '5' }] },
      handbook.leads,
    ],
  ],
  ['evaluateScores', rules.evaluateScores, [evaluated, { ...evaluating, before: evaluated }]],
  [
    'rankSegments',
    rules.rankSegments,
    [[{ id: 's', facts: { demand: { amount: '1' }, growth: '0.1', pain: 1 } }], handbook.leads],
  ],
  [
    'staleProfiles',
    rules.staleProfiles,
    [{ asOf: '2026-06-01', profiles: [{ id: 'p', refreshed: '2026-01-31' }] }, handbook.leads],
  ],
  ['scoreHealth', rules.scoreHealth, [{ visits, ratio: { actual: 1, target: 2 } }, decaying]],
  [
    'churnWarnings',
    rules.churnWarnings,
    [[{ date: '2026-01-01', answered: false }], handbook.health],
  ],
  ['checkFollowUps', rules.checkFollowUps, [[{ date: asOfDay, answered: null }], handbook.health]],
  ['healthTrend', rules.healthTrend, [[{ period: '2026-01', score: 1 }], handbook.health]],
  ['scoreHealth of records', rules.scoreHealth, [{ asOf: asOfDay, records }, measuring]],
  [
    'tierCustomers',
    rules.tierCustomers,
    [[{ customer: 'a', value: '1', owner: null }], handbook.care],
  ],
  ['retentionPlan', rules.retentionPlan, [kept, handbook.care]],
  ['servicePackage', rules.servicePackage, [{ tier: 'vip', received: ['x'] }, handbook.care]],
  ['careDue', rules.careDue, [caredFor, handbook.care, handbook.chinaCalendar]],
  ['renewalsDue', rules.renewalsDue, [purchases, handbook.care]],
  ['scoreRfm', rules.scoreRfm, [bought, rfm]],
  ['segmentCustomers', rules.segmentCustomers, [bought, rfm]],
  ['protectCustomer', rules.protectCustomer, [claimed, handbook.care]],
  ['appraiseRows', batch.appraiseRows, [[facing], scheme]],
  ['scoreHealthRows', batch.scoreHealthRows, [[customer], handbook.health]],
  ['scoreHealthRows of dated events', batch.scoreHealthRows, [[{ visits, ratio: 1 }], decaying]],
  ['scoreLeadRows', batch.scoreLeadRows, [[lead], handbook.leads]],
  ['clawBack', rules.clawBack, [[cancelled], givingBack]],
  ['planNeeds', rules.planNeeds, [plan]],
  ['lintPolicy', rules.lintPolicy, [plan, { payee: { target: '1200000', facts: { score: '1' } } }]],
  ['applyEdits', rules.applyEdits, [plan, [raised]]],
  ['withValue', rules.withValue, [plan, 'scale.tiers.second.rate', '0.045']],
  ['definePolicy', rules.definePolicy, [company]],
  ['policyOn', rules.policyOn, [document, '2026-03-31', { group: 'seniors' }]],
  ['policiesOver', rules.policiesOver, [document, '2026-Q1', { group: 'seniors' }]],
  [
    'amendPolicy',
    rules.amendPolicy,
    [document, [{ path: 'commission.scale.tiers.second.rate', set: '0.045' }], '2027-01-01'],
  ],
  ['diffPolicies', rules.diffPolicies, [plan, handbook.commission]],
  ['checkExamples', rules.checkExamples, [document]],
  ['packPolicy', rules.packPolicy, [plan]],
  ['unpackPolicy', rules.unpackPolicy, [json(rules.packPolicy(plan))]],
  ['creditLines', rules.creditLines, [credited, overriding]],
  ['creditPayments', rules.creditPayments, [paidSince, handingOver]],
  ['prorateTarget', rules.prorateTarget, ['910000', employment, proratedBy('day')]],
  [
    'prorateTarget by working day',
    rules.prorateTarget,
    ['910000', employment, proratedBy('working-day'), calendar],
  ],
  [
    'commissionColumnsBuilder',
    batch.commissionColumnsBuilder,
    [handbook.commission, { keep: 'lines', decimals: 2 }],
  ],
  ['commissionColumnsBuilder.addRow', building('addRow'), rows],
  ['commissionColumnsBuilder.addRows', building('addRows'), [rows]],
  ['commissionColumnsBuilder.addTexts', building('addTexts'), [['Li'], ['5']]],
  [
    'commissionColumnsBuilder.addBytes',
    building('addBytes'),
    [Uint8Array.of(76, 105, 44, 53), Int32Array.of(0, 2, 3, 4)],
  ],
  ['commissionColumnsBuilder.addColumns', building('addColumns'), [columns]],
  ['commissionColumnsBuilder.addColumns of wide amounts', building('addColumns'), [wide]],
  ['commissionColumnsBuilder.addColumns of totals', building('addColumns'), [totals]],
  ['bucketOf', batch.bucketOf, ['Li', 64]],
  [
    'reconcile',
    batch.reconcile,
    [
      [{ payee: 'Li', lines: 2, sales: '5', policy: 'p' }],
      [{ payee: 'Li', lines: 2, sales: '5', policy: 'p' }],
    ],
  ],
  [
    'calculateCommissionColumns',
    batch.calculateCommissionColumns,
    [columns, handbook.commission, facts],
  ],
  [
    'calculateCommissionColumns of wide amounts',
    batch.calculateCommissionColumns,
    [wide, handbook.commission, { target: 1 }],
  ],
  [
    'attributeCommissionColumns',
    batch.attributeCommissionColumns,
    [columns, handbook.commission, facts],
  ],
  [
    'attributeCommissionColumns of wide amounts',
    batch.attributeCommissionColumns,
    [wide, handbook.commission, { target: 1 }],
  ],
  [
    'calculateCommissionRows',
    batch.calculateCommissionRows,
    [rows, handbook.commission, { target: '1', measure: '1' }],
  ],
  [
    'attributeCommissionRows',
    batch.attributeCommissionRows,
    [rows, handbook.commission, { target: '1' }],
  ],
  ['digestOf', rules.digestOf, [json(sold)]],
  ['attempt', rules.attempt, [() => 1]],
  [
    'attemptEach',
    (...given: Parameters<typeof rules.attemptEach>) => some(rules.attemptEach(...given)),
    [['1.5'], (row: string) => rules.round(row, { decimals: 0 })],
  ],
  [
    'cascadeTarget',
    rules.cascadeTarget,
    [
      '1000',
      {
        id: 'company',
        head: { id: 'Li', share: '0.3' },
        children: [
          { id: 'north', weight: 1 },
          { id: 'south', locked: 100 },
        ],
      },
      { decimals: 0, measure: 'sales' },
      handbook.targets,
    ],
  ],
  [
    'checkCascade',
    rules.checkCascade,
    [
      {
        id: 'company',
        amount: 2,
        head: { id: 'Li', amount: 1 },
        children: [{ id: 'north', amount: 1, by: 'weight' }],
      },
    ],
  ],
  [
    'splitTarget',
    rules.splitTarget,
    [
      '1000',
      '2026-Q1',
      { into: 'week', profile: { '01': 1, '02': 2, '03': 3 }, calendar, decimals: 2 },
      handbook.targets,
    ],
  ],
  [
    'splitTarget of an own period',
    rules.splitTarget,
    ['1000', { id: 'P', from: '2026-01-01', to: '2026-02-28' }, { into: 'month', profile: [1, 2] }],
  ],
  ['setTarget', rules.setTarget, [{ ...yearTarget, profile: null }, handbook.targets, calendar]],
  [
    'reviseTarget',
    rules.reviseTarget,
    [json(set), { from: '2026-07-01', amount: '1500000', reason: 'growth' }, handbook.targets],
  ],
  [
    'signOffTarget',
    rules.signOffTarget,
    [json(set), { as: 'person', by: 'Li', on: '2026-01-05', version: 1 }],
  ],
  ['targetOn', rules.targetOn, [json(halfSigned), '2026-03-31']],
  ['checkTarget', rules.checkTarget, [yearTarget, handbook.targets]],
  [
    'measureGoals',
    rules.measureGoals,
    [
      {
        owner: 'Li',
        period: '2026-01',
        asOf: '2026-01-31',
        results: [{ goal: 'deals', date: '2026-01-05', amount: 1 }],
      },
      handbook.targets,
    ],
  ],
  ['vestingSchedule', rules.vestingSchedule, [grant, handbook.rewards]],
  [
    'vestingSchedule of its own terms',
    rules.vestingSchedule,
    [{ shares: 18, tranches: [{ months: 12, weight: 1 }], start: '2026-03-01', every: 'year' }],
  ],
  ['grantOptions', rules.grantOptions, [optionRequests, handbook.rewards]],
  ['hallOfFame', rules.hallOfFame, [[{ id: 'Li', result: 1 }], handbook.rewards]],
  ['allowances', rules.allowances, [certificates, handbook.rewards]],
  [
    'educationRepayment',
    rules.educationRepayment,
    [
      { payee: 'Li', amount: 1, from: '2026-01-01', to: '2027-12-31', lastDay: '2026-06-30' },
      rules.defineRewardPolicy(stepped),
    ],
  ],
  [
    'awardTitles',
    rules.awardTitles,
    [
      { period: '2026', people: [{ id: 'Li', facts: { sales: 1, monthsOfService: 3 } }] },
      handbook.rewards,
    ],
  ],
  [
    'checkReward',
    rules.checkReward,
    [{ yearlyGrades: [{ period: '2025', value: 'S' }], asOf: '2026' }, 'emba', handbook.rewards],
  ],
  ['dueAt', rules.dueAt, ['2026-03-06T16:00:00Z', { within: 4, unit: 'working-hours' }, office]],
  ['checkServiceLevel', rules.checkServiceLevel, [{ ...complaint, asOf }, standards, office]],
  [
    'measureServiceLevels',
    rules.measureServiceLevels,
    [{ asOf, per: 'month', cases: [complaint] }, standards, office],
  ],
  ['checkQuality', rules.checkQuality, [{ onTimeDelivery: '0.95' }, handbook.service]],
  [
    'workingTimeBetween',
    rules.workingTimeBetween,
    ['2026-03-06T16:00:00Z', '2026-03-09T10:00:00Z', office],
  ],
  ['localDateOf', rules.localDateOf, ['2026-03-06T16:00:00Z', office]],
  ['instantsOf', rules.instantsOf, ['2026-03-06T16:00', office]],
  ['calendarFromDays', rules.calendarFromDays, [[{ date: '2026-01-01', isOffDay: true }], covered]],
  ['calendarFromWorkdays', rules.calendarFromWorkdays, [() => true, covered]],
  ['checkStage', rules.checkStage, [{ successStories: 2 }, 'solution-design', handbook.pipeline]],
  [
    'checkStage of a move',
    rules.checkStage,
    [{}, { from: 'delivery', to: 'prospecting' }, handbook.pipeline],
  ],
  [
    'measureFunnel',
    rules.measureFunnel,
    [{ asOf: '2026-03-31', deals: [dealOfPipeline] }, handbook.pipeline],
  ],
  [
    'measureFunnel of counts',
    rules.measureFunnel,
    [
      {
        reached: Object.fromEntries(handbook.pipeline.stages.map(({ id }) => [id, 5])),
        medianDays: { prospecting: '3' },
      },
      handbook.pipeline,
    ],
  ],
  [
    'salesVelocity',
    rules.salesVelocity,
    [
      { open: 1, dealSize: '5', winRate: '0.5', cycleDays: 9, times: { winRate: '1.1' } },
      handbook.pipeline,
    ],
  ],
  [
    'salesVelocity of counts',
    rules.salesVelocity,
    [{ open: 1, dealSize: '5', won: 1, lost: 2, cycleDays: 9 }, handbook.pipeline],
  ],
  [
    'forecastPipeline',
    rules.forecastPipeline,
    [
      {
        asOf: '2026-04-01',
        deals: [openDeal],
        per: 'month',
        probabilities: { prospecting: '0.2' },
      },
      handbook.pipeline,
    ],
  ],
  [
    'collectionPeriod',
    rules.collectionPeriod,
    [{ asOf: '2026-03-31', invoices: [invoiceOfPipeline] }, handbook.pipeline],
  ],
  [
    'collectionPeriod of totals',
    rules.collectionPeriod,
    [{ receivables: 1, sales: 2, days: 30 }, handbook.pipeline],
  ],
  [
    'collectionPeriod of months',
    rules.collectionPeriod,
    [{ receivables: 1, months: [{ month: '2026-03', sales: 2 }] }, handbook.pipeline],
  ],
  [
    'ageReceivables',
    rules.ageReceivables,
    [{ asOf: '2026-03-31', invoices: [invoiceOfPipeline] }, handbook.pipeline],
  ],
  [
    'checkDiscount',
    rules.checkDiscount,
    [
      {
        ...{ rung: 'sales-representative', listPrice: '100', price: '95', cost: '20', floor: '80' },
        inExchange: ['prepayment'],
        concessions: [{ id: 'instalments', inExchange: 'prepayment' }],
      },
      handbook.pipeline,
    ],
  ],
  [
    'measureCompleteness',
    rules.measureCompleteness,
    [{ asOf: '2026-03-31T00:00:00Z', records: [dealRecord] }, handbook.pipeline],
  ],
  [
    'prioritise',
    rules.prioritise,
    [
      [
        {
          id: 't',
          important: 50,
          urgent: 50,
          due: '2026-03-31',
          kind: 'care',
          customerTier: 'key',
        },
      ],
      handbook.pipeline,
    ],
  ],
  ['defineSalesProcess', rules.defineSalesProcess, [json(handbook.pipeline)]],
  ['defineWorkingHours', rules.defineWorkingHours, [json(office)]],
  ['defineServiceStandards', rules.defineServiceStandards, [json(standards)]],
  ['defineAppraisalScheme', rules.defineAppraisalScheme, [json(handbook.appraisal)]],
  ['defineCareerPolicy', rules.defineCareerPolicy, [json(handbook.careers)]],
  ['defineCarePolicy', rules.defineCarePolicy, [json(handbook.care)]],
  ['defineHealthModel of records', rules.defineHealthModel, [json(measuring)]],
  ['defineCommissionPlan', rules.defineCommissionPlan, [json(plan)]],
  ['defineGradingPolicy', rules.defineGradingPolicy, [json(handbook.grading)]],
  ['defineHealthModel', rules.defineHealthModel, [json(handbook.health)]],
  ['defineLeadModel', rules.defineLeadModel, [json(handbook.leads)]],
  ['defineCompensationPlan', rules.defineCompensationPlan, [json(handbook.compensation)]],
  ['defineCompensationPlan of several', rules.defineCompensationPlan, [json(several)]],
  ['defineContestRules', rules.defineContestRules, [json(contest)]],
  ['defineRewardPolicy', rules.defineRewardPolicy, [stepped]],
  ['defineScale', rules.defineScale, [json(scale)]],
  ['defineTargetPlan', rules.defineTargetPlan, [json(proratedBy('day'))]],
  ['defineCalendar', rules.defineCalendar, [json(calendar)]],
]

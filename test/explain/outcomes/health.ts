import {
  type CarePolicy,
  careDue,
  checkFollowUps,
  churnWarnings,
  defineCarePolicy,
  defineHealthModel,
  handbook,
  healthTrend,
  protectCustomer,
  renewalsDue,
  retentionPlan,
  scoreHealth,
  scoreRfm,
  segmentCustomers,
  servicePackage,
  tierCustomers,
} from 'sales-rules'

const { care, health } = handbook

const measuring = defineHealthModel({
  criteria: [
    {
      id: 'visits',
      weight: 60,
      curve: {
        kind: 'linear',
        knots: [
          { at: 0, points: 0 },
          { at: 3, points: 100 },
        ],
      },
      measure: { kinds: ['visit'], by: 'count', windowDays: 90 },
    },
    {
      id: 'satisfaction',
      weight: 40,
      curve: { kind: 'rating', maximum: 5 },
      measure: { kinds: ['survey'], by: 'latest' },
    },
  ],
  missing: 'reweight',
  bands: [
    { id: 'healthy', from: 70 },
    { id: 'watch', from: 40 },
    { id: 'at-risk', from: 0 },
  ],
  worstPart: { below: 50, bandAtMost: 'watch' },
})

const visits = ['2026-01-01', '2026-02-10', '2026-03-20', '2026-03-31'].map((date) => ({
  date,
  kind: 'visit',
}))

const silent = [
  { date: '2026-01-05', answered: true },
  { date: '2026-01-12', answered: false },
  { date: '2026-01-19', answered: false },
  { date: '2026-01-26', answered: false },
]
const warnings = [{ kind: 'unanswered', since: '2026-01-12', raised: '2026-01-26' }]

const values = [
  ['Acme', 500, 'Li'],
  ['Beta', 300, null],
  ['Core', 100, null],
  ['Dune', -20, null],
] as const

const orders = [
  { customer: 'Acme', date: '2026-06-30', amount: 100 },
  { customer: 'Acme', date: '2026-05-02', amount: 300 },
  { customer: 'Beta', date: '2026-01-15', amount: '80.50' },
  { customer: 'Core', date: '2026-07-01', amount: 80 },
]

const scores = [80, 72, 65].map((score, at) => ({ period: `2026-0${at + 1}`, score }))

const paper = ['2026-01-02', '2026-01-30', '2026-03-01'].map((date) => ({
  customer: 'Acme',
  product: 'paper',
  date,
}))
const contract = { customer: 'Acme', product: 'licence', from: '2025-05-01' }

const protecting = (protection: NonNullable<CarePolicy['protection']>) =>
  defineCarePolicy({ ...care, provenance: [], protection })

const claims = [
  { rep: 'Li', date: '2026-01-05' },
  { rep: 'Wang', date: '2026-01-20' },
  { rep: 'Wang', date: '2026-02-12' },
]

export const healthOutcomes = {
  careDue: () =>
    careDue(
      {
        customer: 'Acme',
        tier: 'vip',
        asOf: '2026-10-12',
        since: '2026-10-01',
        done: [{ care: 'follow-up', date: '2026-10-09' }],
        dates: [{ id: 'birthday', date: '1980-10-15', of: 'Wang' }],
      },
      care,
      handbook.chinaCalendar,
    ),
  checkFollowUps: () =>
    checkFollowUps(
      [
        { date: '2026-02-20', answered: true },
        { date: '2026-03-01', answered: false },
        { date: '2026-03-08', answered: false },
        { date: '2026-03-15', answered: null },
      ],
      health,
    ),
  churnWarnings: () => churnWarnings(silent, health),
  healthTrend: () => healthTrend(scores, health),
  protectCustomer: () =>
    protectCustomer(
      {
        customer: 'Acme',
        asOf: '2026-02-20',
        claims,
        followUps: [{ rep: 'Li', date: '2026-01-12' }],
      },
      care,
    ),
  renewalsDue: () =>
    renewalsDue(
      {
        asOf: '2026-03-31',
        contracts: [
          { ...contract, id: 'C-1', to: '2026-04-30' },
          { ...contract, id: 'C-2', product: 'support', to: '2026-12-31' },
        ],
        orders: [...paper, { customer: 'Beta', product: 'paper', date: '2026-03-02' }],
      },
      care,
    ),
  retentionPlan: () =>
    retentionPlan({ customer: 'Acme', tier: 'vip', asOf: '2026-01-26', warnings }, care),
  scoreHealth: () =>
    scoreHealth(
      {
        asOf: '2026-03-31',
        records: [...visits, { date: '2026-03-15', kind: 'survey', value: 2 }],
      },
      measuring,
    ),
  scoreRfm: () => scoreRfm(orders.slice(0, 3), { asOf: '2026-06-30', bins: 5 }),
  segmentCustomers: () => segmentCustomers(orders, { asOf: '2026-06-30' }),
  servicePackage: () =>
    servicePackage({ tier: 'ordinary', received: ['weekly-follow-up', 'priority-support'] }, care),
  tierCustomers: () =>
    tierCustomers(
      values.map(([customer, value, owner]) => ({ customer, value, owner })),
      care,
    ),
}

export const healthBranches = {
  'careDue: nothing': () =>
    careDue(
      { tier: 'ordinary', asOf: '2026-10-12', since: '2026-10-01' },
      defineCarePolicy({
        ...care,
        provenance: [],
        rhythms: [],
        occasions: { clause: 'HEA-7', daysAhead: 7, yearly: ['birthday'] },
      }),
    ),
  'checkFollowUps: a warning': () => checkFollowUps(silent, health),
  'churnWarnings: none': () => churnWarnings([], health),
  'healthTrend: too few scores': () => healthTrend(scores.slice(0, 1), health),
  'healthTrend: rising': () =>
    healthTrend(
      scores.map(({ period }, at) => ({ period, score: 60 + at })),
      health,
    ),
  'healthTrend: steady': () =>
    healthTrend(
      scores.map(({ period }) => ({ period, score: 60 })),
      health,
    ),
  'healthTrend: up and down': () =>
    healthTrend(
      scores.map(({ period }, at) => ({ period, score: at === 1 ? 70 : 60 })),
      health,
    ),
  'protectCustomer: nobody': () => protectCustomer({ asOf: '2026-02-20', claims: [] }, care),
  'protectCustomer: waiting': () =>
    protectCustomer(
      { asOf: '2026-01-21', claims: claims.slice(0, 2) },
      protecting({ clause: 'HEA-4', rule: 'protection-period', days: 30 }),
    ),
  'protectCustomer: shared': () =>
    protectCustomer(
      {
        asOf: '2026-01-21',
        claims: [
          { rep: 'Li', date: '2026-01-05', share: '0.6' },
          { rep: 'Wang', date: '2026-01-06', share: '0.4' },
        ],
        reps: [{ rep: 'Li' }, { rep: 'Wang', lastDay: '2026-01-10' }],
      },
      protecting({ clause: 'HEA-4', rule: 'shares' }),
    ),
  'protectCustomer: for good': () =>
    protectCustomer(
      { asOf: '2026-01-21', claims: claims.slice(0, 1) },
      protecting({ clause: 'HEA-4', rule: 'first-report' }),
    ),
  'renewalsDue: nothing': () => renewalsDue({ asOf: '2026-03-31' }, care),
  'renewalsDue: lapsed and late': () =>
    renewalsDue(
      {
        asOf: '2026-06-30',
        contracts: [{ ...contract, id: 'C-1', to: '2026-04-30' }],
        orders: paper,
      },
      care,
    ),
  'retentionPlan: none': () =>
    retentionPlan({ tier: 'vip', asOf: '2026-01-26', warnings: [] }, care),
  'retentionPlan: overdue': () =>
    retentionPlan({ tier: 'vip', asOf: '2026-03-26', warnings }, care),
  'retentionPlan: done': () =>
    retentionPlan(
      {
        tier: 'vip',
        asOf: '2026-02-26',
        warnings,
        done: [{ measure: 'special-offer', date: '2026-01-28' }],
      },
      care,
    ),
  'scoreHealth: watch': () =>
    scoreHealth({ interaction: 50, satisfaction: 80, purchase: 40 }, health),
  'scoreHealth: a fact is missing': () =>
    scoreHealth({ asOf: '2026-03-31', records: visits }, measuring),
  'scoreRfm: nobody': () => scoreRfm([], { asOf: '2026-06-30', bins: 5 }),
  'segmentCustomers: nobody': () => segmentCustomers([], { asOf: '2026-06-30' }),
  'servicePackage: complete': () =>
    servicePackage(
      {
        tier: 'ordinary',
        received: ['weekly-follow-up', 'quarterly-product-check', 'standard-support'],
      },
      care,
    ),
  'tierCustomers: nobody': () => tierCustomers([], care),
}

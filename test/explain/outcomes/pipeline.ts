import {
  ageReceivables,
  checkDiscount,
  checkStage,
  collectionPeriod,
  defineSalesProcess,
  forecastPipeline,
  handbook,
  measureCompleteness,
  measureFunnel,
  prioritise,
  salesVelocity,
} from 'sales-rules'

const { pipeline } = handbook

const request = {
  rung: 'sales-representative',
  listPrice: '80000',
  price: '73600',
  cost: '36000',
  floor: '70000',
  inExchange: ['longer-term'],
}

const won = {
  customer: 'Acme',
  created: '2026-01-05',
  value: '80000',
  stages: [
    { stage: 'needs-analysis', on: '2026-01-12' },
    { stage: 'solution-design', on: '2026-01-20' },
    { stage: 'negotiation-signing', on: '2026-02-02' },
    { stage: 'delivery', on: '2026-02-16' },
  ],
}
const deals = [
  { ...won, id: 'D-1' },
  {
    id: 'D-2',
    created: '2026-01-07',
    stages: [{ stage: 'needs-analysis', on: '2026-01-21' }],
    lost: '2026-02-01',
  },
  { id: 'D-3', created: '2026-02-20', value: '50000' },
  { id: 'D-4', created: '2026-02-20', won: '2026-02-10' },
]
/** Enough deals for probabilities and a bottleneck. */
const many = Array.from({ length: 40 }, (_, at) =>
  at % 4 === 0
    ? { ...won, id: `D-${at}` }
    : { id: `D-${at}`, created: '2026-01-07', lost: '2026-02-01' },
)

const open = [
  { id: 'D-1', stage: 'negotiation-signing', value: '100000', expected: '2026-04-10' },
  {
    id: 'D-2',
    stage: 'solution-design',
    value: '80000',
    expected: '2026-04-20',
    probability: '0.5',
  },
  { id: 'D-3', stage: 'prospecting', value: '50000', expected: '2026-05-31' },
  { id: 'D-4', stage: 'needs-analysis', value: '30000', expected: '2026-03-15' },
  { id: 'D-5', stage: 'needs-analysis', value: 'much', expected: '2026-03-15' },
]

const months = [
  { month: '2026-06', sales: '100000' },
  { month: '2026-05', sales: '80000' },
  { month: '2026-04', sales: '70000' },
]

const payments = [
  { amount: '500', on: '2026-01-11' },
  { amount: '300', on: '2026-01-31' },
]

const visit = {
  customer: 'Acme',
  contact: 'Zhao',
  purpose: 'needs',
  result: 'a second meeting',
  nextStep: 'proposal',
}
const record = {
  rep: 'Li',
  kind: 'visit',
  occurred: '2026-03-02T10:00:00+08:00',
  recorded: '2026-03-02T19:00:00+08:00',
  fields: visit,
}

const tasks = [
  { id: 'report', important: 20, urgent: 80 },
  { id: 'strategy', important: 80, urgent: 20 },
  { id: 'offer', important: 50, urgent: 50 },
  { id: 'call Acme', kind: 'care', customerTier: 'key' },
  { id: 'tidy', important: 10, urgent: 10 },
]

const byRecords = defineSalesProcess({
  ...pipeline,
  provenance: [],
  ...(pipeline.records && { records: { ...pipeline.records, of: 'records' as const } }),
})

export const pipelineOutcomes = {
  ageReceivables: () =>
    ageReceivables(
      {
        asOf: '2026-03-31',
        invoices: [
          { id: 'I-1', customer: 'Acme', amount: '5000', invoiced: '2026-03-15', terms: 60 },
          {
            id: 'I-2',
            customer: 'Acme',
            amount: '8000',
            due: '2026-03-01',
            payments: [{ amount: '3000', on: '2026-03-20' }],
          },
          { id: 'I-3', customer: 'Beta', amount: '900', invoiced: '2026-05-01', terms: 30 },
          { id: 'I-4', customer: 'Beta', amount: '700' },
        ],
      },
      pipeline,
    ),
  checkDiscount: () => checkDiscount(request, pipeline),
  checkStage: () =>
    checkStage(
      { tailoredProposal: true, successStories: 2, competitorComparison: true },
      { from: 'solution-design', to: 'negotiation-signing' },
      pipeline,
    ),
  collectionPeriod: () =>
    collectionPeriod(
      {
        asOf: '2026-03-31',
        invoices: [
          { id: 'I-1', amount: '1000', invoiced: '2026-01-01', payments },
          { id: 'I-2', amount: '50' },
        ],
      },
      pipeline,
    ),
  forecastPipeline: () => forecastPipeline({ asOf: '2026-04-01', deals: open }, pipeline),
  measureCompleteness: () =>
    measureCompleteness(
      {
        asOf: '2026-03-05T09:00:00+08:00',
        records: [
          { ...record, id: 'V-1' },
          {
            ...record,
            id: 'V-2',
            recorded: '2026-03-04T10:00:00+08:00',
            fields: { ...visit, nextStep: ' ' },
          },
        ],
      },
      pipeline,
    ),
  measureFunnel: () => measureFunnel({ asOf: '2026-03-01', deals }, pipeline),
  prioritise: () => prioritise(tasks, pipeline),
  salesVelocity: () =>
    salesVelocity(
      {
        open: 40,
        dealSize: '25000',
        winRate: '0.25',
        cycleDays: 90,
        times: { winRate: '1.1', cycleDays: '0.9' },
      },
      pipeline,
    ),
}

export const pipelineBranches = {
  'forecastPipeline: without a date, and won': () =>
    forecastPipeline(
      {
        asOf: '2026-04-01',
        deals: [
          { id: 'D-1', stage: 'prospecting', value: '100' },
          { id: 'D-2', stage: 'delivery', value: '100', expected: '2026-04-20' },
        ],
      },
      pipeline,
    ),
  'measureCompleteness: by records': () =>
    measureCompleteness(
      {
        asOf: '2026-03-05T09:00:00+08:00',
        records: [
          { ...record, id: 'V-1', fields: { ...visit, nextStep: null } },
          { ...record, id: 'V-2', kind: 'x' },
        ],
      },
      byRecords,
    ),
  'prioritise: one cannot be read': () =>
    prioritise([{ id: 'report', important: 'x', urgent: 80 }], pipeline),
  'ageReceivables: nothing': () => ageReceivables({ asOf: '2026-03-31', invoices: [] }, pipeline),
  'checkDiscount: granted': () => checkDiscount({ ...request, price: '77000' }, pipeline),
  'checkDiscount: refused': () => checkDiscount({ ...request, inExchange: [] }, pipeline),
  'checkDiscount: not known': () =>
    checkDiscount(
      {
        rung: 'sales-representative',
        listPrice: '80000',
        price: '73600',
        inExchange: ['longer-term'],
      },
      pipeline,
    ),
  'checkStage: skips a stage': () =>
    checkStage({}, { from: 'prospecting', to: 'solution-design' }, pipeline),
  'checkStage: may move': () =>
    checkStage(
      {
        tailoredProposal: true,
        successStories: 3,
        competitorComparison: true,
        demonstration: true,
      },
      'solution-design',
      pipeline,
    ),
  'checkStage: not known': () => checkStage({}, 'solution-design', pipeline),
  'checkStage: may be closed': () =>
    checkStage({ improvementSuggestions: 3 }, 'after-sales-care', pipeline),
  'collectionPeriod: by countback': () =>
    collectionPeriod({ receivables: '212000', months }, pipeline),
  'collectionPeriod: longer than the months': () =>
    collectionPeriod({ receivables: '300000', months }, pipeline),
  'collectionPeriod: nothing was sold': () =>
    collectionPeriod({ asOf: '2026-03-31', invoices: [] }, pipeline),
  'forecastPipeline: nothing': () => forecastPipeline({ asOf: '2026-04-01', deals: [] }, pipeline),
  'measureCompleteness: nothing': () =>
    measureCompleteness({ asOf: '2026-03-05T09:00:00+08:00', records: [] }, pipeline),
  'measureCompleteness: met': () =>
    measureCompleteness(
      { asOf: '2026-03-05T09:00:00+08:00', records: [{ ...record, id: 'V-1' }] },
      pipeline,
    ),
  'measureFunnel: many deals': () => measureFunnel({ asOf: '2026-03-01', deals: many }, pipeline),
  'measureFunnel: of counts': () =>
    measureFunnel(
      {
        reached: {
          prospecting: 100,
          'needs-analysis': 40,
          'solution-design': 30,
          'negotiation-signing': 20,
          delivery: 15,
          'after-sales-care': 10,
        },
      },
      pipeline,
    ),
  'measureFunnel: nothing': () => measureFunnel({ asOf: '2026-03-01', deals: [] }, pipeline),
  'prioritise: nothing': () => prioritise([], pipeline),
  'salesVelocity: a lever is missing': () =>
    salesVelocity({ open: 40, dealSize: '25000', winRate: null, cycleDays: 90 }, pipeline),
}

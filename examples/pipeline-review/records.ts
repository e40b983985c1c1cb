// What the CRM and the books of a small company hold on 31 March 2026. Three rows are wrong, as rows are.
import type { Deal, DiscountRequest, Invoice, SalesRecord, Task } from 'sales-rules'

export const asOf = '2026-03-31'

const STAGES = ['needs-analysis', 'solution-design', 'negotiation-signing', 'delivery']

/** Id, customer, value, the day it came in, and the days on which it entered the stages after the first; or on which it was lost. */
const rows = [
  ['D-01', 'Anhua', '120000', '2025-10-08', '10-15', '10-29', '11-20', '12-15'],
  ['D-02', 'Baoli', '80000', '2025-10-10', '10-22', '11-05', '12-10', '12-31'],
  ['D-03', 'Chuan', '45000', '2025-10-20', '10-27', 'lost 11-30'],
  ['D-04', 'Anhua', '60000', '2025-11-03', '11-10', '11-24', '12-22', '01-19'],
  ['D-05', 'Dahe', '200000', '2025-11-05', '11-19', '12-10', 'lost 02-02'],
  ['D-06', 'Emei', '30000', '2025-11-12', 'lost 12-01'],
  ['D-07', 'Fuyun', '95000', '2025-11-20', '12-01', '12-18', '01-28', '02-27'],
  ['D-08', 'Guohe', '150000', '2025-12-01', '12-15', '01-12', 'lost 03-10'],
  ['D-09', 'Hailan', '70000', '2025-12-08', '12-22', '01-15', '02-20', '03-16'],
  ['D-10', 'Jinma', '110000', '2025-12-15', '01-05', '02-03'],
  ['D-11', 'Kaixin', '65000', '2026-01-05', '01-19', '02-10', '03-18'],
  ['D-12', 'Lanshan', '240000', '2026-01-12', '02-02', '02-27', '03-25'],
  ['D-13', 'Minjiang', '85000', '2026-01-20', '02-09'],
  ['D-14', 'Nanhu', '50000', '2026-02-05', '03-02'],
  ['D-15', 'Ouya', '35000', '2026-02-20'],
  ['D-16', 'Putuo', '90000', '2026-03-12'],
] as const

/** `01-19` is of 2026, `12-15` of 2025. */
const dated = (day: string) => `${day < '10' ? 2026 : 2025}-${day}`

export const deals: readonly Deal[] = [
  ...rows.map(([id, customer, value, created, ...days]) => {
    const lost = days.find((day) => day.startsWith('lost'))
    return {
      ...{ id, customer, value, created },
      stages: days.flatMap((day, at) => {
        const stage = day.startsWith('lost') ? undefined : STAGES[at]
        return stage === undefined ? [] : [{ stage, on: dated(day) }]
      }),
      ...(lost === undefined ? {} : { lost: dated(lost.slice(5)) }),
    }
  }),
  // Won before it was there.
  { id: 'D-17', customer: 'Qilu', value: '20000', created: '2026-02-20', won: '2026-02-02' },
]

/** When the open ones are expected, and whose probability the rep knows better than the stage. */
export const expectations: Readonly<Record<string, { expected?: string; probability?: string }>> = {
  'D-10': { expected: '2026-04-20' },
  'D-11': { expected: '2026-04-10', probability: '0.9' },
  'D-12': { expected: '2026-05-15' },
  'D-13': { expected: '2026-06-30' },
  'D-14': { expected: '2026-03-20' },
  'D-16': { expected: '2026-06-15' },
}

/** What has been done in the stage that an open deal is in. */
export const done: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'D-10': { tailoredProposal: true, successStories: 2, competitorComparison: true },
  'D-11': {
    floorSet: true,
    concessionsSet: true,
    givenInExchange: true,
    answersToObjections: true,
  },
  'D-12': { floorSet: true, concessionsSet: false },
  'D-13': { needsReport: true, painList: true },
  'D-14': { painList: true },
  'D-15': { customerProfile: true },
  'D-16': {
    customerProfile: true,
    needsAnalysisForm: true,
    priorityMap: true,
    firstContactScript: true,
  },
}

export const requests: readonly (DiscountRequest & { readonly deal: string })[] = [
  {
    ...{ deal: 'D-11', rung: 'sales-representative', listPrice: '65000', price: '62000' },
    ...{ cost: '30000', floor: '58000', inExchange: ['prepayment'] },
  },
  {
    ...{ deal: 'D-12', rung: 'sales-representative', listPrice: '240000', price: '211200' },
    ...{ cost: '110000', floor: '200000', inExchange: ['longer-term'] },
    concessions: [{ id: 'longer-warranty', inExchange: 'reference' }],
  },
  {
    ...{ deal: 'D-10', rung: 'sales-supervisor', listPrice: '110000', price: '99000' },
    ...{ cost: '48000', floor: '95000' },
  },
]

const invoice = (id: string, customer: string, amount: string, invoiced: string) => ({
  ...{ id, customer, amount, invoiced, terms: 30 },
})

export const invoices: readonly Invoice[] = [
  {
    ...invoice('I-1', 'Anhua', '120000', '2025-12-20'),
    payments: [
      { amount: '60000', on: '2026-01-04' },
      { amount: '60000', on: '2026-02-18' },
    ],
  },
  {
    ...invoice('I-2', 'Baoli', '80000', '2026-01-08'),
    payments: [{ amount: '50000', on: '2026-02-12' }],
  },
  {
    ...invoice('I-3', 'Anhua', '60000', '2026-01-26'),
    payments: [{ amount: '60000', on: '2026-02-25' }],
  },
  invoice('I-4', 'Fuyun', '95000', '2026-03-01'),
  invoice('I-5', 'Hailan', '70000', '2026-03-20'),
  invoice('C-1', 'Baoli', '-5000', '2026-02-20'),
  // Paid twice.
  {
    ...invoice('I-6', 'Emei', '9000', '2026-02-01'),
    payments: [{ amount: '18000', on: '2026-02-20' }],
  },
]

const visit = (id: string, rep: string, recorded: string | null, fields: object): SalesRecord => ({
  ...{ id, rep, kind: 'visit', occurred: '2026-03-26T14:00:00+08:00', recorded },
  fields: { ...fields },
})
const full = {
  customer: 'Jinma',
  contact: 'Zhao',
  purpose: 'proposal',
  result: 'met',
  nextStep: 'call',
}

export const records: readonly SalesRecord[] = [
  visit('V-1', 'Li', '2026-03-26T18:00:00+08:00', full),
  visit('V-2', 'Li', '2026-03-28T09:00:00+08:00', full),
  visit('V-3', 'Wang', '2026-03-27T13:59:00+08:00', { ...full, nextStep: '' }),
  visit('V-4', 'Wang', null, { customer: 'Nanhu' }),
  // It is recorded on a day that has not come.
  visit('V-5', 'Wang', '2026-04-02T09:00:00+08:00', full),
]

export const tasks: readonly Task[] = [
  { id: 'third success story for Jinma', important: 80, urgent: 70, due: '2026-04-03' },
  { id: 'set concessions for Lanshan', important: 90, urgent: 50, due: '2026-04-02' },
  { id: 'quarterly expenses', important: 20, urgent: 90, due: '2026-04-01' },
  { id: 'plan the second half', important: 70, urgent: 10 },
  { id: 'call Anhua', kind: 'care', customerTier: 'key', due: '2026-04-07' },
  { id: 'tidy up the CRM', important: 30, urgent: 20 },
]

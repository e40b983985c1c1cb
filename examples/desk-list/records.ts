// What the CRM holds for Li on 8 October 2026, the first working day after the National Day holiday. Two rows are wrong, as rows are.
import type { CareFacts, CustomerValue, PurchaseHistory } from 'sales-rules'

export const rep = 'Li'
export const asOf = '2026-10-08'

/** The rest of the week. The Saturday is a working day, which makes up for one of the holiday. */
export const week = [
  { day: asOf, name: 'Thursday' },
  { day: '2026-10-09', name: 'Friday' },
  { day: '2026-10-10', name: 'Saturday' },
  { day: '2026-10-11', name: 'Sunday (off: see to it on Saturday)' },
] as const

/** What a customer bought in the year, and who is down as the owner. Guohe is a colleague's. */
export const values: readonly CustomerValue[] = [
  { customer: 'Anhua', value: '500000', owner: 'Li' },
  { customer: 'Baoli', value: '300000', owner: 'Li' },
  { customer: 'Guohe', value: '200000', owner: 'Zhao' },
  { customer: 'Chuan', value: '90000', owner: 'Li' },
  { customer: 'Dahe', value: '60000', owner: 'Li' },
  { customer: 'Emei', value: '40000', owner: 'Li' },
  { customer: 'Fuyun', value: '10000', owner: 'Li' },
]

/** A customer of Li's as the CRM holds them: each call is written down once, and three rules look at it. */
export interface Card extends Pick<CareFacts, 'dates' | 'answers' | 'starts'> {
  readonly customer: string
  /** The day of the first order, from when on there is care. */
  readonly since: string
  /** The day on which Li reported the customer: most were a colleague's, who left in August. */
  readonly reported: string
  readonly deals?: readonly string[]
  /** Day and answer; null while it is awaited. */
  readonly calls: readonly (readonly [day: string, answered: boolean | null])[]
  /** Other care, each the last time it was done. */
  readonly done: Readonly<Record<string, string>>
  /** Measures against a churn warning. */
  readonly kept?: readonly { readonly measure: string; readonly date: string }[]
}

const quarter = { 'product-check': '2026-07-16', 'satisfaction-survey': '2026-07-20' }

export const cards: readonly Card[] = [
  {
    customer: 'Anhua',
    since: '2025-01-15',
    reported: '2026-09-01',
    deals: ['2026-09-22'],
    calls: [
      ['2026-09-29', true],
      ['2026-09-30', true],
    ],
    done: {
      ...quarter,
      'usage-report': '2026-09-15',
      'profile-refresh': '2026-08-03',
      'national-day': '2026-09-30',
    },
    dates: [
      { id: 'birthday', date: '1980-10-10', of: 'Wang' },
      // No such day.
      { id: 'birthday', date: '1984-02-30', of: 'Zhu' },
    ],
  },
  {
    customer: 'Baoli',
    since: '2025-03-10',
    reported: '2026-09-01',
    calls: [
      ['2026-09-22', true],
      ['2026-09-24', false],
      ['2026-09-28', false],
      ['2026-09-29', false],
    ],
    done: {
      'product-check': '2026-06-12',
      'satisfaction-survey': '2026-09-11',
      'usage-report': '2026-09-10',
      'profile-refresh': '2026-07-09',
      'national-day': '2026-09-29',
    },
  },
  {
    customer: 'Chuan',
    since: '2025-04-11',
    reported: '2026-09-01',
    calls: [
      ['2026-09-23', true],
      ['2026-10-02', true],
    ],
    done: {
      ...quarter,
      'usage-report': '2026-09-11',
      'profile-refresh': '2026-09-01',
      'national-day': '2026-10-02',
    },
    answers: [{ id: 'S-14', date: '2026-10-02', rating: 2 }],
  },
  {
    customer: 'Dahe',
    since: '2025-02-20',
    reported: '2026-04-14',
    calls: [
      ['2026-05-12', true],
      ['2026-06-09', true],
      ['2026-07-07', true],
      ['2026-08-04', true],
      ['2026-09-01', true],
      ['2026-09-16', false],
      ['2026-09-23', false],
      ['2026-09-30', false],
      ['2026-10-07', null],
    ],
    done: {
      'product-check': '2026-08-20',
      'satisfaction-survey': '2026-08-21',
      'usage-report': '2026-09-21',
      'profile-refresh': '2026-08-20',
    },
    kept: [{ measure: 'added-service', date: '2026-10-02' }],
  },
  {
    customer: 'Emei',
    since: '2025-06-01',
    reported: '2026-09-01',
    calls: [['2026-09-09', true]],
    done: {
      'product-check': '2026-09-01',
      'satisfaction-survey': '2026-09-02',
      'usage-report': '2026-10-01',
      'profile-refresh': '2026-09-02',
      'national-day': '2026-10-01',
    },
    answers: [
      { id: 'S-15', date: '2026-09-02', rating: 1 },
      { id: 'S-09', date: '2026-06-02', rating: 2, closed: '2026-06-20' },
    ],
  },
  // Not called since August: no longer Li's.
  {
    customer: 'Fuyun',
    since: '2025-09-01',
    reported: '2026-08-03',
    calls: [['2026-08-20', true]],
    done: {},
  },
]

const orderDays = ['2026-06-02', '2026-06-30', '2026-07-28', '2026-08-25']

export const purchases: PurchaseHistory = {
  asOf,
  contracts: [
    { id: 'C-1', customer: 'Anhua', product: 'licence', from: '2025-12-01', to: '2026-11-30' },
    { id: 'C-2', customer: 'Baoli', product: 'support', from: '2025-10-01', to: '2026-09-30' },
    { id: 'C-3', customer: 'Emei', product: 'support', from: '2026-06-15', to: '2027-06-14' },
  ],
  orders: [
    ...orderDays.map((date) => ({ customer: 'Chuan', product: 'paper', date })),
    // Not yet.
    { customer: 'Dahe', product: 'paper', date: '2026-11-02' },
  ],
}

// The tables of events as rows, and who the people are.
import * as events from './events.js'

export const quarters = ['2026-Q1', '2026-Q2'] as const
export type Quarter = (typeof quarters)[number]

export interface Rep {
  readonly name: string
  readonly baseSalary: string
  /** The grade of the quarter before; null for whoever joined later. */
  readonly before: string | null
  readonly joined?: string
  readonly lastDay?: string
  /** The quarter in which nobody was there to be appraised, and why. */
  readonly excused?: { readonly quarter: Quarter; readonly reason: string }
  /** The quarter of a breach of compliance. */
  readonly breach?: Quarter
}

export const reps: readonly Rep[] = [
  { name: 'Li Na', baseSalary: '9000', before: 'A' },
  { name: 'Wang Lei', baseSalary: '8000', before: 'A' },
  { name: 'Zhou Yan', baseSalary: '7000', before: 'C' },
  { name: 'Ma Jun', baseSalary: '8000', before: 'A', lastDay: '2026-05-15' },
  { name: 'Chen Hao', baseSalary: '6000', before: null, joined: '2026-02-02' },
  { name: 'Sun Qi', baseSalary: '7500', before: 'B' },
  { name: 'He Ling', baseSalary: '8500', before: 'A', breach: '2026-Q1' },
  {
    name: 'Guo Fei',
    baseSalary: '7200',
    before: 'B',
    excused: { quarter: '2026-Q2', reason: 'parental leave' },
  },
]

/** What the managers of the region decided together, before the grades were announced. */
export const session = {
  '2026-Q1': {
    name: 'Chen Hao',
    grade: 'A',
    by: 'managers of the region',
    on: '2026-04-01',
    reason: 'five sevenths of the sales are one order, of a customer taken over from a colleague',
  },
  '2026-Q2': {
    name: 'Sun Qi',
    grade: 'A',
    by: 'managers of the region',
    on: '2026-07-01',
    reason: 'kept the customers of Ma Jun, who left in May',
  },
} as const

/** What the committee decided on an appeal (APP-8). */
export const decision = {
  name: 'Wang Lei',
  quarter: '2026-Q1',
  grade: 'A',
  by: 'review committee',
  on: '2026-04-15',
  reason: 'order O-134 of 120,000 was signed on 31 March, and booked on 1 April',
  appeal: { announced: '2026-04-02', filed: '2026-04-10' },
} as const

/** The cells of a table: a row to a line, two blanks or more between cells. */
function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(/ {2,}/))
}

export interface Order {
  readonly id: string
  readonly on: string
  readonly rep: string
  readonly customer: string
  readonly firstOrder: boolean
  readonly amount: string
  readonly cost: string
}

export const orders = cellsOf(events.orders).map(
  ([id = '', on = '', rep = '', customer = '', first, amount = '', cost = '']): Order => ({
    ...{ id, on, rep, customer, firstOrder: first === 'first', amount, cost },
  }),
)

/** A month of visits of a rep, each with what proves it. */
export const visits = cellsOf(events.visits).map(([month = '', rep = '', row = '']) => {
  const customers = row.split(' · ').map((cell) => cell.split(' '))
  return {
    ...{ month, rep },
    customers: customers.map(([id = ''], index) => ({
      id,
      kind: index === 0 ? 'new' : 'existing',
    })),
    visits: customers.flatMap(([customer = '', ...days]) =>
      days.map((day) => ({
        id: `${month}/${customer}/${day}`,
        customer,
        date: `${month}-${day.slice(0, 2)}`,
        proof: day.endsWith('?') ? null : 'check-in',
      })),
    ),
  }
})

const inShanghai = (instant: string) => `${instant}:00+08:00`

export const complaints = cellsOf(events.complaints).map(
  ([id = '', rep = '', started = '', done = '']) => ({
    ...{ id, rep, standard: 'complaint-resolution' },
    started: inShanghai(started),
    done: inShanghai(done),
  }),
)

export const answers = cellsOf(events.answers).map(([quarter = '', rep = '', given = '']) => ({
  ...{ quarter, rep },
  points: given.split(' '),
}))

export const collections = cellsOf(events.collections).map(
  ([quarter = '', rep = '', due = '', collected = '']) => ({ quarter, rep, due, collected }),
)

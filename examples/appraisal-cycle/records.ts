// What the region has on record for the first half of 2026: figures of the CRM and of the survey, and visits one by one. All of it is made up.
export const quarters = ['2026-Q1', '2026-Q2'] as const
export type Quarter = (typeof quarters)[number]

/** What a quarter's indicators are made of. */
export interface Figures {
  readonly sold: string
  readonly target: string
  readonly newCustomers: number
  readonly satisfaction: string
  readonly collected: string
}

export interface Rep {
  readonly name: string
  readonly baseSalary: string
  readonly lastDay?: string
  /** Visits with a check-in in each month, January to June; the one after them has no record, and counts for nothing. */
  readonly visits: readonly number[]
  readonly figures: Readonly<Record<Quarter, Figures>>
}

const figures = (
  sold: string,
  newCustomers: number,
  satisfaction: string,
  collected: string,
): Figures => ({ sold, target: '600000', newCustomers, satisfaction, collected })

export const reps: readonly Rep[] = [
  {
    name: 'Li Na',
    baseSalary: '9000',
    visits: [8, 8, 8, 8, 8, 8],
    figures: {
      '2026-Q1': figures('660000', 10, '92', '0.97'),
      '2026-Q2': figures('590000', 10, '91', '0.95'),
    },
  },
  {
    name: 'Wang Lei',
    baseSalary: '8000',
    visits: [8, 7, 8, 8, 8, 6],
    figures: {
      '2026-Q1': figures('420000', 8, '85', '0.9'),
      '2026-Q2': figures('480000', 9, '88', '0.9'),
    },
  },
  {
    name: 'Zhou Yan',
    baseSalary: '7000',
    visits: [5, 4, 6, 5, 5, 4],
    figures: {
      '2026-Q1': figures('300000', 4, '75', '0.8'),
      '2026-Q2': figures('270000', 5, '70', '0.85'),
    },
  },
  {
    name: 'Ma Jun',
    baseSalary: '8000',
    lastDay: '2026-05-15',
    visits: [8, 8, 8, 8, 4, 0],
    figures: {
      '2026-Q1': figures('600000', 9, '90', '1'),
      '2026-Q2': figures('280000', 8, '90', '1'),
    },
  },
]

/** In the quarter's review, a booking that came late: the committee decides on Wang Lei's first quarter (APP-8). */
export const decision = {
  name: 'Wang Lei',
  quarter: '2026-Q1',
  grade: 'A',
  by: 'review committee',
  on: '2026-04-15',
  reason: 'an order of 120,000 was booked on 1 April, and signed on 31 March',
  appeal: { announced: '2026-04-02', filed: '2026-04-10' },
} as const

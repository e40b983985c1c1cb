// The company, what it wants of 2026, and what happens on the way.
import type { GoalResults, TargetNode } from 'sales-rules'

export const year = '2026'

/** What the company wants, by measure; the sales of the south were promised to its board. */
export const totals = { sales: '36000000', cash: '33000000', newCustomers: 240 } as const
export type Measure = keyof typeof totals

const team = (hardware: readonly [string, number][], services: readonly [string, number][]) => [
  { id: 'hardware', weight: 3, children: hardware.map(([id, weight]) => ({ id, weight })) },
  { id: 'services', weight: 1, children: services.map(([id, weight]) => ({ id, weight })) },
]

/** By region, by last year; by product line, 3 : 1; and by person. Li leads the north and carries 30% of it in person. */
export function companyFor(measure: Measure): TargetNode {
  const south = team(
    [
      ['Gao', 1],
      ['Sun', 1],
    ],
    [['Gao', 1]],
  )
  const north = team(
    [
      ['Wang', 3],
      ['Zhao', 2],
    ],
    [['Zhao', 1]],
  )
  const settled = measure === 'sales' ? { locked: '14000000' } : {}
  return {
    id: 'company',
    children: [
      { id: 'north', lastYear: 19_500_000, head: { id: 'Li' }, children: north },
      { id: 'south', lastYear: 10_500_000, ...settled, children: south },
    ],
  }
}

/** Who manages whom. */
export const managers: Readonly<Record<string, string>> = {
  Li: 'Chen',
  Wang: 'Li',
  Zhao: 'Li',
  Gao: 'Chen',
  Sun: 'Chen',
}

/** The weak month is that of the Spring Festival, the strong ones end quarters. */
export const profile = {
  ...{ '01': 7, '02': 4, '03': 10, '04': 8, '05': 8, '06': 11 },
  ...{ '07': 7, '08': 7, '09': 10, '10': 7, '11': 9, '12': 12 },
}

/** A plant of the largest customer in the north closes. */
export const revision = {
  region: 'north',
  from: '2026-07-01',
  changeBy: '-0.1',
  reason: 'the plant in Harbin closes',
}

/** Zhao does not agree, and has not signed. */
export const notSigned = ['Zhao']

/** Sun starts on 18 May in a seat that had its target from January. */
export const joiner = { id: 'Sun', joined: '2026-05-18' }

/** Wang's deals of January. */
export const deals: GoalResults['results'] = [
  ...['2026-01-05', '2026-01-07', '2026-01-08', '2026-01-13', '2026-01-15', '2026-01-20'],
  ...['2026-01-21', '2026-01-21', '2026-01-29'],
].map((date) => ({ goal: 'deals', date, amount: 1 }))

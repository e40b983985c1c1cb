/** The figures of "What does a year to date earn?": a sentence, the year, and what it pays. */
import { changed, doubled, marginal, plan, wholeAmount, year } from './build.js'
import type { Plan, PlanChange, Year } from './facts.js'

export type Figure = readonly [string, Year, Expected]

export interface Expected {
  /** What the last periods pay. */
  readonly pays?: readonly number[]
  readonly earns?: readonly number[]
  readonly inAll?: number
  readonly owed?: number
  readonly held?: number
  readonly carried?: number
}

const toDate: Pick<Plan, 'payment'> = { payment: { accrual: 'year-to-date' } }
const byQuarter: Pick<Plan, 'payment'> = { payment: { accrual: 'quarter-to-date' } }
const handbook = { scale: marginal('0.03', 1_000_000, '0.04') }
const gate = { gate: { attainment: '1' } }
const uplifted = { coefficientUplift: '0.005' }
const same = (sales: number, count: number) => Array.from({ length: count }, () => sales)

export const toDateFigures: readonly Figure[] = [
  [
    'an uplift from the third quarter on',
    {
      plans: [{ from: 0, plan: plan(handbook, toDate) }],
      periods: ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter, index) => ({
        facts: {
          period: `2026-${quarter}`,
          sales: '500000',
          ...(index > 1 && uplifted),
        },
      })),
    },
    { pays: [15_000, 15_000, 22_500, 22_500] },
  ],
  ['a gate that opens late', year(plan(toDate, gate), [9_000, 11_000]), { pays: [0, 2_000] }],
  ['the same by period', year(plan(gate), [9_000, 11_000]), { pays: [0, 1_100] }],
  [
    'a quarter to date',
    year(plan(handbook, byQuarter), same(400_000, 4)),
    { pays: [12_000, 12_000, 14_000, 12_000] },
  ],
  ['a step of all', year(plan(toDate, doubled), [6_000, 14_000]), { pays: [600, 3_400] }],
  [
    'a gate that shuts',
    year(plan(toDate, gate), [12_000, 1_000]),
    { pays: [1_200, 0], carried: -1_200 },
  ],
]

type Change = readonly [
  string,
  (change: PlanChange) => Year,
  continues: number,
  restarts: number,
  fromStart: number,
]

const to5000 = { scale: marginal('0.1', 5_000, '0.2') }
const at = (rate: string, ...more: readonly Partial<Plan>[]) =>
  plan({ scale: marginal(rate) }, ...more)

const changes: readonly Change[] = [
  [
    '3% to 5% in July',
    (change) => changed(at('0.03', toDate), 7, at('0.05', toDate), same(100_000, 7), change),
    5_000,
    5_000,
    17_000,
  ],
  [
    '20% to 10% in April',
    (change) => changed(at('0.2', toDate), 4, at('0.1', toDate), same(1_000, 4), change),
    100,
    100,
    -200,
  ],
  [
    'a higher top tier in March',
    (change) =>
      changed(
        plan(to5000, toDate),
        3,
        plan({ scale: marginal('0.1', 5_000, '0.3') }, toDate),
        same(3_000, 3),
        change,
      ),
    900,
    300,
    1_000,
  ],
  [
    'a new plan with the same cap of the year',
    (change) =>
      changed(
        plan({ cap: { year: '900' } }),
        3,
        plan({ cap: { year: '900' }, id: 'new' }),
        [6_000, 5_000, 5_000],
        change,
      ),
    0,
    500,
    0,
  ],
  [
    'a higher cap of the year',
    (change) =>
      changed(
        plan({ cap: { year: '900' } }),
        3,
        plan({ cap: { year: '2000' } }),
        [6_000, 5_000, 5_000],
        change,
      ),
    500,
    500,
    700,
  ],
  [
    'a first cap of the year',
    (change) => changed(plan(), 3, plan({ cap: { year: '900' } }), same(6_000, 3), change),
    0,
    600,
    -300,
  ],
  [
    'by period, then to date',
    (change) => changed(plan(), 3, plan(to5000, toDate), same(3_000, 3), change),
    600,
    300,
    700,
  ],
  [
    'a gate over the year',
    (change) =>
      changed(
        at('0.03', toDate),
        7,
        at('0.05', toDate, gate),
        [...same(100_000, 6), 200_000],
        change,
        '110000',
      ),
    10_000,
    10_000,
    22_000,
  ],
  [
    'a first accelerator',
    (change) => changed(plan(toDate), 2, plan(toDate, doubled), [6_000, 14_000], change),
    2_800,
    2_800,
    3_400,
  ],
  [
    'a true-up that did not come',
    (change) =>
      changed(
        plan(handbook, { payment: { accrual: 'year-to-date', trueUp: 'year' } }),
        7,
        at('0.05', toDate),
        same(200_000, 7),
        change,
      ),
    12_000,
    12_000,
    34_000,
  ],
  [
    'a scale that goes by the whole amount',
    (change) =>
      changed(
        at('0.03', toDate),
        7,
        plan({ scale: wholeAmount('0.03', 700_000, '0.05') }, toDate),
        same(100_000, 7),
        change,
      ),
    5_000,
    3_000,
    17_000,
  ],
]

export const changeFigures: readonly Figure[] = changes.flatMap(([name, build, ...earned]) =>
  (['continue', 'restart', 'from-start-of-year'] as const).map(
    (change, index): Figure => [
      `${name}: ${change}`,
      build(change),
      { earns: [earned[index] ?? 0] },
    ],
  ),
)

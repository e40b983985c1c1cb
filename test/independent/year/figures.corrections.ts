/** The figures of "Correction and …". */
import { changed, doubled, line, marginal, plan, really, year } from './build.js'
import type { Draw, Plan } from './facts.js'
import type { Figure } from './figures.todate.js'

const cap900 = plan({ cap: { year: '900' } })
const toDate: Pick<Plan, 'payment'> = { payment: { accrual: 'year-to-date' } }
const gate = { gate: { attainment: '1' } }
const guarantee: Draw = { amount: '500', kind: 'non-recoverable' }
const advance: Draw = { amount: '600', kind: 'recoverable', recoverFrom: 'all', periods: 1 }
const onCollected = plan({ payment: { on: 'collected' } })
const came = (amount: number, id = 'O-1') => ({ collected: [{ line: id, amount: String(amount) }] })
const to5th = { scale: marginal('0.05', 10_000, '0.1') }
const mirrored = plan({ refunds: 'mirror' })
const back = { ...line('R-1', -1_000), refundOf: 'O-1' }

export const correctionFigures: readonly Figure[] = [
  [
    'January really 2,000 under a cap of the year',
    year(cap900, [6_000, 5_000, [1_000, really(1, 2_000)]]),
    { inAll: 800, pays: [600, 300, 0], carried: -100 },
  ],
  [
    'by hand −400 and +200',
    year(cap900, [
      6_000,
      5_000,
      [
        1_000,
        {
          byHand: [
            { amount: '-400', period: '2026-01' },
            { amount: '200', period: '2026-02' },
          ],
        },
      ],
    ]),
    { inAll: 800 },
  ],
  ['a cap holds', year(cap900, [2_000, 5_000, [5_000, really(1, 4_000)]]), { inAll: 900 }],
  [
    'a month that was cut gets back what is free',
    year(cap900, [6_000, 5_000, [1_000, really(1, 4_000)]]),
    { inAll: 900 },
  ],
  [
    'the cap of the period is applied again',
    year(plan({ cap: { amount: '500' } }), [6_000, [0, really(1, 4_000)]]),
    { carried: -100 },
  ],
  [
    'a year to date',
    year(plan(to5th, toDate), [8_000, 6_000, [4_000, really(1, 5_000)]]),
    { pays: [400, 500, 100] },
  ],
  [
    'a true-up by quarter',
    year(
      plan({
        scale: marginal('0.03', 1_000_000, '0.04'),
        payment: { accrual: 'year-to-date', trueUp: 'quarter' },
      }),
      [600_000, [600_000, really(1, 400_000)], 600_000],
    ),
    { pays: [18_000, 12_000, 24_000] },
  ],
  ['a gate opens', year(plan(gate), [9_000, [0, really(1, 10_000)]]), { pays: [0, 1_000] }],
  [
    'another step is reached',
    year(plan(doubled), [9_000, [0, really(1, 10_000)]]),
    { pays: [900, 1_100] },
  ],
  [
    'a guarantee is computed again',
    year(plan({ payment: { draw: guarantee } }), [2_000, [5_000, really(1, 9_000)]]),
    { pays: [500, 900], inAll: 1_400 },
  ],
  [
    'a guarantee is computed again, the other way',
    year(plan({ payment: { draw: guarantee } }), [6_000, [5_000, really(1, 2_000)]]),
    { inAll: 1_000 },
  ],
  [
    'an advance is recovered as it was',
    year(plan({ payment: { draw: advance } }), [2_000, [9_000, really(1, 4_000)]]),
    { pays: [600, 700], inAll: 1_300 },
  ],
  [
    'what was held is released',
    year(plan({ payment: { holdback: { share: '0.2', releaseAfter: 1 } } }), [
      6_000,
      [5_000, really(1, 2_000)],
    ]),
    { pays: [480, 120], held: 100, inAll: 700 },
  ],
  [
    'a share of what came in',
    year(onCollected, [
      [[line('O-1', 1_000)], came(300)],
      [[], really(1, [line('O-1', 800)])],
      [[], came(500)],
    ]),
    { pays: [30, 0, 50], inAll: 80 },
  ],
  [
    'a payment that was set aside fits now',
    year(onCollected, [
      [[line('O-1', 800)], came(1_000)],
      [[], really(1, [line('O-1', 1_000)])],
    ]),
    { pays: [0, 100] },
  ],
  [
    'a payment that fits no more',
    year(onCollected, [
      [[line('O-1', 1_000)], came(300)],
      [[], really(1, [line('O-1', 200)])],
      [[], came(200)],
    ]),
    { earns: [30, 0, 20], inAll: 20 },
  ],
  [
    'the place of a later plan moves',
    changed(
      plan({ scale: marginal('0.03') }),
      7,
      plan({ scale: marginal('0.05', 700_000, '0.06') }, toDate),
      [...Array.from({ length: 6 }, () => 100_000), [200_000, really(1, 80_000)]],
    ),
    { earns: [10_800], pays: [10_200] },
  ],
  [
    'both stretches of an uplift are computed again',
    {
      plans: [{ from: 0, plan: plan({ scale: marginal('0.03', 1_000_000, '0.04') }, toDate) }],
      periods: [1, 2, 3, 4].map((quarter) => ({
        facts: {
          period: `2026-Q${quarter}`,
          sales: '500000',
          ...(quarter > 2 && { coefficientUplift: '0.005' }),
        },
        ...(quarter === 4 && { corrections: [{ period: '2026-Q1', sales: '400000' }] }),
      })),
    },
    { pays: [18_500], inAll: 71_000 },
  ],
  [
    'a mirrored refund that is corrected as well',
    year(mirrored, [
      [[line('O-1', 1_000)], {}],
      [[back], {}],
      [
        [],
        {
          corrections: [
            { period: '2026-01', lines: [line('O-1', 800)] },
            { period: '2026-02', lines: [{ ...back, amount: '-800' }] },
          ],
        },
      ],
    ]),
    { inAll: 0 },
  ],
  [
    'after the final period it is carried',
    year(plan(), [
      [6_000, { isFinal: true }],
      [0, really(1, 5_000)],
    ]),
    { pays: [600, 0], carried: -100 },
  ],
  [
    'under a cap, what was collected',
    year(plan({ cap: { year: '900' }, payment: { on: 'collected' } }), [
      [[line('O-1', 6_000)], came(4_000)],
      [[line('O-2', 5_000)], came(2_500, 'O-2')],
      [[], really(1, [line('O-1', 4_000)])],
    ]),
    { pays: [400, 150, 100] },
  ],
]

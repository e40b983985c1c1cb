/** The figures of "Cap of the period and …", "Cap of the year and …" and "Gate, accelerator, target and …". */
import { changed, doubled, line, marginal, multiplied, plan, really, tiers, year } from './build.js'
import type { Draw, Line, Plan } from './facts.js'
import type { Figure } from './figures.todate.js'

const toDate: Pick<Plan, 'payment'> = { payment: { accrual: 'year-to-date' } }
const cap = (most: NonNullable<Plan['cap']>) => ({ cap: most })
const guarantee: Draw = { amount: '500', kind: 'non-recoverable' }
const half: Plan['payment'] = { holdback: { share: '0.5', releaseAfter: 1 } }
const onCollected: Pick<Plan, 'payment'> = { payment: { on: 'collected' } }
const came = (id: string, amount: number) => ({ collected: [{ line: id, amount: String(amount) }] })

const ofQuarter = plan(cap({ quarter: '500' }))

export const capFigures: readonly Figure[] = [
  [
    'first the period, then the year',
    year(plan(cap({ amount: '500', year: '900' })), [6_000, 6_000, 6_000]),
    { pays: [500, 400, 0] },
  ],
  [
    'what each period adds to a year to date',
    year(plan(cap({ amount: '1000' }), toDate), [9_000, 9_000, 9_000]),
    { pays: [900, 900, 900] },
  ],
  [
    'what is cut is lost',
    year(plan(cap({ amount: '1000' }), toDate), [15_000, 5_000]),
    { pays: [1_000, 500] },
  ],
  [
    'the true-up, too',
    year(
      plan(cap({ amount: '1000' }), { payment: { accrual: 'year-to-date', trueUp: 'quarter' } }),
      [9_000, 9_000, 9_000],
    ),
    { pays: [900, 900, 900] },
  ],
  [
    'after the accelerator',
    year(plan(cap({ amount: '1000' }), doubled), [9_000], '8000'),
    { pays: [1_000] },
  ],
  [
    'a guarantee after the cap',
    year(plan(cap({ amount: '300' }), { payment: { draw: guarantee } }), [9_000]),
    { earns: [300], pays: [500] },
  ],
  [
    'shares of the capped statement',
    year(plan(cap({ amount: '500' }), onCollected), [[[line('O-1', 6_000)], came('O-1', 3_000)]]),
    { pays: [250] },
  ],
  ...[onCollected, { payment: { ...onCollected.payment, accrual: 'year-to-date' as const } }].map(
    (payment): Figure => [
      `a line that reached the cap before a refund left it: ${payment.payment.accrual ?? 'period'}`,
      year(plan(cap({ amount: '500' }), payment), [
        [
          [
            line('O-1', 6_000),
            line('R-0', -2_000, { refundOf: { id: 'O-0', amount: '2000', commission: '200' } }),
          ],
          came('O-1', 3_000),
        ],
      ]),
      { pays: [150] },
    ],
  ),
  [
    'the year to date falls below the cap of the year',
    year(plan(cap({ year: '900' }), toDate), [12_000, -2_000]),
    { pays: [900, 0] },
  ],
  [
    'the cap of the year after the accelerator',
    year(plan(cap({ year: '900' }), doubled), [6_000], '5000'),
    { pays: [900] },
  ],
  [
    'a guarantee on top of the cap of the year',
    year(plan(cap({ year: '900' }), { payment: { draw: guarantee } }), [9_000, 4_000]),
    { pays: [900, 500] },
  ],
  [
    'an advance on top of the cap of the year',
    year(
      plan(cap({ year: '900' }), { payment: { draw: { ...guarantee, kind: 'recoverable' } } }),
      [9_000, 4_000],
    ),
    { pays: [900, 500], owed: 500 },
  ],
  [
    'a holdback of what the cap left',
    year(plan(cap({ year: '900' }), { payment: half }), [12_000]),
    { earns: [900], held: 450 },
  ],
  [
    'each line has its capped share',
    year(plan(cap({ year: '900' }), onCollected), [
      [[line('O-1', 6_000)], came('O-1', 4_000)],
      [[line('O-2', 5_000)], came('O-2', 2_500)],
    ]),
    { pays: [400, 150] },
  ],
  [
    'a first cap in mid-year',
    {
      ...year(plan(), [6_000, 6_000]),
      plans: [
        { from: 0, plan: plan() },
        { from: 1, plan: plan(cap({ year: '900' })) },
      ],
    },
    { pays: [600, 300] },
  ],
  [
    'a clawback does not look at it',
    year(plan(cap({ year: '900' })), [9_000, [0, { byHand: [{ amount: '-600' }] }], 5_000]),
    { pays: [900, 0, 0], carried: -600, earns: [0] },
  ],
  [
    'a year that starts in April',
    year(plan(cap({ year: '900' }), { yearStartsIn: 4 }), [0, 0, 9_000, 9_000]),
    { pays: [900, 900] },
  ],
  ['a quarter', year(ofQuarter, [3_000, 3_000, 3_000, 3_000]), { pays: [300, 200, 0, 300] }],
  [
    'first the period, then the quarter',
    year(plan(cap({ amount: '400', quarter: '500' })), [6_000, 6_000]),
    { pays: [400, 100] },
  ],
  [
    'the year, on what quarters have left',
    year(plan(cap({ quarter: '500', year: '1200' })), [6_000, 0, 0, 6_000, 0, 0, 6_000]),
    { pays: [500, 0, 0, 500, 0, 0, 200] },
  ],
  [
    'a quarter, then the half-year',
    year(plan(cap({ quarter: '500', half: '800' })), [6_000, 0, 0, 6_000, 0, 0, 6_000]),
    { pays: [500, 0, 0, 300, 0, 0, 500] },
  ],
  [
    'a quarter of a year to date',
    year(plan(cap({ quarter: '500' }), toDate), [8_000, -2_000, -4_000]),
    { earns: [500, 0, -300] },
  ],
  [
    'a quarter of which a month is corrected',
    year(ofQuarter, [6_000, 3_000, 0, 0, [0, really(1, 2_000)]]),
    { pays: [0], inAll: 500 },
  ],
  [
    'a quarter with an amount by hand',
    year(ofQuarter, [3_000, [0, { byHand: [{ amount: '400', period: '2026-01' }] }]]),
    { pays: [200], inAll: 500 },
  ],
  [
    'a quarter and a mirrored refund',
    year(plan(cap({ quarter: '500' }), { refunds: 'mirror' }), [
      [[line('O-1', 6_000)], {}],
      [[line('R-1', -6_000, { refundOf: 'O-1' })], {}],
    ]),
    { earns: [500, -500] },
  ],
  [
    'a first cap of the quarter in mid-quarter',
    changed(plan(), 2, ofQuarter, [4_000, 4_000, 4_000]),
    { pays: [400, 100, 0] },
  ],
  [
    'a cap of the quarter that begins anew',
    changed(plan(), 2, ofQuarter, [4_000, 4_000, 4_000], 'restart'),
    { pays: [400, 400, 100] },
  ],
  [
    'a share of the quarter, half collected',
    year(plan(cap({ quarter: '500' }), onCollected), [[[line('O-1', 6_000)], came('O-1', 3_000)]]),
    { pays: [250] },
  ],
]

const handbook = { scale: marginal('0.03', 1_000_000, '0.04', 2_000_000, '0.05') }
const gate = (attainment: string, more = {}) => ({ gate: { attainment, ...more } })
const ten = { scale: { mode: 'marginal' as const, tiers: tiers('1') } }
const uplift = { coefficientUplift: '0.005' }
const target = { target: { period: '2026', amount: '1000000' } }

export const gateFigures: readonly Figure[] = [
  [
    'above the target, below it',
    year(plan(ten, gate('0.8', { counts: 'above-target' })), [90], '100'),
    { pays: [0] },
  ],
  [
    'above the gate',
    year(plan(ten, gate('0.8', { counts: 'above-gate' })), [90], '100'),
    { pays: [10] },
  ],
  [
    'above the target, behind a higher gate',
    year(plan(ten, gate('1.15', { counts: 'above-target' })), [120], '100'),
    { pays: [20] },
  ],
  [
    'above a higher gate',
    year(plan(ten, gate('1.15', { counts: 'above-gate' })), [120], '100'),
    { pays: [5] },
  ],
  [
    'from the first tier',
    year(plan(handbook, gate('1', { counts: 'above-target' })), [1_500_000], '1200000'),
    { pays: [9_000] },
  ],
  [
    'in its own tier',
    year(
      plan(handbook, gate('1', { counts: 'above-target', startsIn: 'own-tier' })),
      [1_500_000],
      '1200000',
    ),
    { pays: [12_000] },
  ],
  [
    'a target of the year',
    year(plan(toDate, gate('1.05')), [
      [500_000, target],
      [550_000, target],
    ]),
    { pays: [0, 105_000] },
  ],
  [
    'plain targets add up',
    year(plan(toDate, gate('0.525')), [500_000, 550_000], '1000000'),
    { pays: [0, 105_000] },
  ],
  [
    'a month of leave',
    {
      plans: [{ from: 0, plan: plan({ scale: marginal('0.03') }, toDate, gate('1')) }],
      periods: [100_000, 100_000, 100_000, 0, 300_000].map((sales, index) => ({
        facts: {
          period: `2026-0${index + 1}`,
          sales: String(sales),
          ...(sales > 0 && { target: '100000' }),
        },
      })),
    },
    { pays: [3_000, 3_000, 3_000, 0, 9_000] },
  ],
  ...([
    [12_000, 2_400],
    [11_000, 1_100],
    [9_000, 0],
  ].map(([sold = 0, paid = 0]) => [
    `a gate and a step, ${sold}`,
    year(
      plan(gate('1'), { accelerator: { mode: 'whole-amount', steps: multiplied('1.2', '2') } }),
      [sold],
    ),
    { pays: [paid] },
  ]) as readonly Figure[]),
  ['an uplift before the step', year(plan(doubled), [[10_000, uplift]]), { pays: [2_100] }],
  [
    'an uplift after the step',
    year(plan(doubled, { coefficient: { applies: 'multiply' } }), [[10_000, uplift]]),
    { pays: [2_010] },
  ],
  [
    'a guarantee behind a shut gate',
    year(plan(gate('1'), { payment: { draw: guarantee } }), [9_000]),
    { pays: [500] },
  ],
  [
    'half collected behind an open gate',
    year(plan(gate('1'), onCollected), [[[line('O-1', 10_000)], came('O-1', 5_000)]]),
    { pays: [500] },
  ],
  [
    'all collected behind a shut gate',
    year(plan(gate('1'), onCollected), [
      [[line('O-1', 9_000)], {}],
      [[line('O-2', 20_000)], came('O-1', 9_000)],
    ]),
    { pays: [0, 0] },
  ],
  ...flatFigures(),
]

/** Of "A flat rate below the gate and …": 2% of what it keeps from the 10%. */
export function flatFigures(): readonly Figure[] {
  const below = (more = {}) => gate('1', { below: '0.02', ...more })
  const above = below({ counts: 'above-target' })
  const older = { id: 'O-0', amount: '2000', commission: '200', date: '2025-12-01' }
  const back: Line = { id: 'R-1', amount: '-2000', refundOf: older }
  const two: Partial<Plan> = { scale: marginal('0.03') }
  return [
    ['flat, by period', year(plan(below()), [9_000, 12_000]), { pays: [180, 1_200] }],
    ['flat up to the target', year(plan(above), [12_000]), { pays: [400] }],
    ['flat, to date', year(plan(toDate, below()), [9_000, 11_000]), { pays: [180, 1_820] }],
    [
      'flat, to date, once the gate shuts again',
      year(plan(toDate, below()), [12_000, 1_000]),
      { pays: [1_200, 0], carried: -940 },
    ],
    [
      'flat up to the target, to date',
      year(plan(toDate, above), [9_000, 12_000]),
      { pays: [180, 320] },
    ],
    [
      'flat after a change, the gate open',
      changed(plan(toDate, two), 2, plan(toDate, below()), [8_000, 13_000]),
      { pays: [240, 1_300] },
    ],
    [
      'flat after a change, the gate shut',
      changed(plan(toDate, two), 2, plan(toDate, below()), [8_000, 11_000]),
      { pays: [240, 220] },
    ],
    [
      'flat, a net refund',
      year(plan(below()), [[[line('O-1', 11_000), back], {}]]),
      { pays: [180] },
    ],
    [
      'flat, a mirrored refund',
      year(plan(below(), { refunds: 'mirror' }), [[[line('O-1', 11_000), back], {}]]),
      { pays: [900] },
    ],
    [
      'flat, a correction opens the gate',
      year(plan(below()), [9_000, [0, really(1, 10_000)]]),
      { pays: [180, 820] },
    ],
    [
      'flat, half collected',
      year(plan(below(), onCollected), [[[line('O-1', 9_000)], came('O-1', 4_500)]]),
      { pays: [90] },
    ],
    ['flat, raised', year(plan(below()), [[9_000, uplift]]), { pays: [225] }],
    ['flat, refunds alone', year(plan(below()), [9_000, -2_000]), { pays: [180, 0], carried: -40 }],
  ]
}

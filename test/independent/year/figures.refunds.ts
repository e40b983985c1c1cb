/** The figures of "Refund in a later run and …". */
import { changed, doubled, line, marginal, plan, really, year } from './build.js'
import type { Draw, Line, Plan } from './facts.js'
import type { Figure } from './figures.todate.js'

const refund = (amount: number, of: Line['refundOf'] = 'O-1', more: Partial<Line> = {}) =>
  line('R-1', -amount, { ...more, ...(of && { refundOf: of }) })
const older = (amount: number, commission: number) => ({
  id: 'O-0',
  amount: String(amount),
  commission: String(commission),
})
const mirror: Pick<Plan, 'refunds'> = { refunds: 'mirror' }
const gate = { gate: { attainment: '1' } }
const to10 = { scale: marginal('0.05', 10_000, '0.1') }
const to20 = marginal('0.1', 10_000, '0.2')
const toDate: Pick<Plan, 'payment'> = { payment: { accrual: 'year-to-date' } }
const cap = (year: string) => ({ cap: { year } })
const draw: Draw = { amount: '600', kind: 'recoverable' }

const uplift = { coefficientUplift: '0.01' }
const capped = (scale: Plan['scale']) =>
  plan({ scale, cap: { amount: '500' } }, mirror, {
    payment: { accrual: 'year-to-date', trueUp: 'quarter' },
  })

export const refundFigures: readonly Figure[] = [
  [
    'net, by period',
    year(plan(), [
      [[line('O-1', 10_000)], {}],
      [[line('O-2', 4_000), refund(10_000)], {}],
    ]),
    { pays: [1_000, 0], carried: -600 },
  ],
  [
    'mirrored, by period',
    year(plan(to10, mirror), [
      [[line('O-1', 10_000), line('O-2', 4_000)], {}],
      [[line('O-3', 12_000), refund(10_000)], {}],
    ]),
    { pays: [900, 200] },
  ],
  ['a year to date', year(plan(to10, toDate), [14_000, -4_000]), { earns: [900, -400] }],
  ['a cap of the year', year(plan(cap('900')), [12_000, -2_000]), { pays: [900, 0], carried: 0 }],
  [
    'a cap of the year that is not reached any more',
    year(plan(cap('900')), [12_000, -4_000]),
    { earns: [900, -100] },
  ],
  [
    'a cap of the period, net',
    year(plan({ cap: { amount: '500' } }), [
      [[line('O-1', 12_000)], {}],
      [[refund(12_000)], {}],
    ]),
    { earns: [500, -1_200] },
  ],
  [
    'a cap of the period, mirrored',
    year(plan({ cap: { amount: '500' } }, mirror), [
      [[line('O-1', 12_000)], {}],
      [[refund(12_000)], {}],
    ]),
    { earns: [500, -500] },
  ],
  [
    'a gate, net',
    year(plan(gate), [[[line('O-1', 11_000), refund(2_000, older(2_000, 200))], {}]]),
    { earns: [0] },
  ],
  [
    'a gate, mirrored',
    year(plan(gate, mirror), [[[line('O-1', 11_000), refund(2_000, older(2_000, 200))], {}]]),
    { earns: [900] },
  ],
  [
    'an accelerator, net',
    year(plan(doubled), [[[line('O-1', 11_000), refund(2_000, older(2_000, 200))], {}]]),
    { earns: [900] },
  ],
  [
    'an accelerator, mirrored',
    year(plan(doubled, mirror), [[[line('O-1', 11_000), refund(2_000, older(2_000, 200))], {}]]),
    { earns: [2_000] },
  ],
  [
    'a guarantee',
    year(
      plan({ payment: { draw: { amount: '500', kind: 'non-recoverable' } } }),
      [20_000, -10_000, 20_000],
    ),
    { pays: [2_000, 0, 1_500], inAll: 3_500 },
  ],
  [
    'an advance',
    year(plan({ payment: { draw } }), [20_000, -20_000, 30_000]),
    { pays: [2_000, 600, 600], owed: 200 },
  ],
  [
    'a holdback',
    year(plan({ payment: { holdback: { share: '0.2', releaseAfter: 1 } } }), [10_000, -10_000]),
    { pays: [800, 0], carried: -800, inAll: 0 },
  ],
  [
    'what is collected',
    year(plan({ payment: { on: 'collected' } }), [
      [[line('O-1', 1_000)], { collected: [{ line: 'O-1', amount: '300' }] }],
      [[refund(700)], {}],
      [[], { collected: [{ line: 'O-1', amount: '1' }] }],
    ]),
    { pays: [30, 0, 0], inAll: 30 },
  ],
  [
    'a new plan, net',
    changed(plan({ scale: marginal('0.03') }), 2, plan({ scale: marginal('0.05') }), [
      [[line('O-1', 1_000)], {}],
      [[refund(1_000)], {}],
    ]),
    { earns: [30, -50] },
  ],
  [
    'a new plan, mirrored',
    changed(plan({ scale: marginal('0.03') }), 2, plan({ scale: marginal('0.05') }, mirror), [
      [[line('O-1', 1_000)], {}],
      [[refund(1_000)], {}],
    ]),
    { earns: [30, -30] },
  ],
  [
    'a place after net refunds, now mirrored',
    changed(plan(), 3, plan({ scale: to20 }, mirror, toDate), [
      [[line('O-1', 1_000)], {}],
      [[refund(1_000)], {}],
      [[line('O-2', 12_000)], {}],
    ]),
    { earns: [100, -100, 1_400] },
  ],
  [
    'a place after mirrored refunds, now net',
    changed(plan(mirror), 3, plan({ scale: to20 }, toDate), [
      [[line('O-1', 1_000)], {}],
      [[refund(1_000)], {}],
      [[line('O-2', 12_000)], {}],
    ]),
    { earns: [100, -100, 1_500] },
  ],
  [
    'a year by a new plan',
    changed(
      plan(gate, mirror, toDate),
      3,
      plan({ scale: marginal('0.05') }, mirror),
      [
        [[line('O-1', 3_000)], {}],
        [[refund(2_500)], {}],
        [[], really(1, [line('O-1', 3_500)])],
      ],
      'from-start-of-year',
    ),
    { earns: [0, 0, 50] },
  ],
  [
    'a stretch that ends before its true-up',
    year(capped(marginal('0.1', 5_000, '0.05')), [
      [[line('O-1', 5_000)], {}],
      [[line('O-2', 8_000), refund(4_000, 'O-2')], {}],
      [[], uplift],
    ]),
    { earns: [500, 250, -125] },
  ],
  [
    'a stretch that is owed more than the cap of a period',
    year(capped(marginal('0.05', 5_000, '0.1')), [
      [[line('O-1', 5_000)], {}],
      [[line('O-2', 7_500), refund(2_500)], {}],
      [[], uplift],
    ]),
    { earns: [250, 375, 250] },
  ],
  [
    'a line of a period that pays what was owed before it',
    year(capped(marginal('0.05', 5_000, '0.1')), [
      [[line('O-1', 5_000)], {}],
      [[line('O-2', 5_000)], {}],
      [[line('O-3', 3_000)], uplift],
      [[refund(3_000, 'O-3')], uplift],
    ]),
    { earns: [250, 250, 500, -330] },
  ],
  [
    'a line of the account, named in full',
    year(plan(mirror), [
      [[line('O-1', 1_000)], {}],
      [[refund(500, { id: 'O-1', amount: '2000', commission: '20' })], {}],
    ]),
    { earns: [100, -50] },
  ],
  [
    'another currency',
    year(plan({ exchange: { on: 'order-date' } }), [
      [[line('O-1', 1_000, { currency: 'USD', date: '2026-01-15' })], rate('01', '0.9')],
      [[], {}],
      [[refund(1_000, 'O-1', { currency: 'USD', date: '2026-03-15' })], rate('03', '1.0')],
    ]),
    { earns: [90, 0, -90] },
  ],
  [
    'after the final period',
    year(plan(), [
      [[line('O-1', 1_000)], { isFinal: true }],
      [[refund(1_000)], {}],
    ]),
    { carried: -100 },
  ],
]

function rate(month: string, value: string) {
  const days = { from: `2026-${month}-01`, to: `2026-${month}-28` }
  return { exchangeRates: [{ currency: 'USD', ...days, rate: value }] }
}

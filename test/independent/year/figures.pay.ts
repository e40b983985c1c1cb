/** The figures of "Guarantee and …", "Advance and …", "Holdback, invoiced, collected and …" and "Leaver, leave, year, currency and …". */
import { changed, line, marginal, plan, wholeAmount, year } from './build.js'
import type { Draw, Plan } from './facts.js'
import type { Figure } from './figures.todate.js'

const guarantee: Draw = { amount: '500', kind: 'non-recoverable' }
const half = { holdback: { share: '0.5', releaseAfter: 1 } }
const draw = (amount: string, more: Partial<Draw> = {}): Draw => ({
  amount,
  kind: 'recoverable',
  ...more,
})
const by = (payment: Plan['payment']) => plan({ payment })
const onCollected = by({ on: 'collected' })
const came = (amount: number, id = 'O-1') => ({ collected: [{ line: id, amount: String(amount) }] })
const order = (amount: number, id = 'O-1') => [line(id, amount)]

export const payFigures: readonly Figure[] = [
  [
    'a guarantee and a clawback',
    year(by({ draw: guarantee }), [20_000, [0, { byHand: [{ amount: '-1000' }] }], 20_000]),
    { pays: [2_000, 0, 1_500], inAll: 3_500 },
  ],
  [
    'a guarantee and a holdback',
    year(by({ draw: guarantee, ...half }), [6_000, 6_000]),
    { pays: [300, 600], held: 300, inAll: 1_200 },
  ],
  [
    'a guarantee and what is collected',
    year(by({ draw: guarantee, on: 'collected' }), [
      [order(10_000), came(2_000)],
      [[], came(8_000)],
    ]),
    { pays: [500, 800] },
  ],
  [
    'a plan without a guarantee',
    changed(by({ draw: guarantee }), 2, by({}), [0, 0]),
    { pays: [500, 0] },
  ],
  ['a guarantee in a month of leave', year(by({ draw: guarantee }), [0]), { pays: [500] }],
  [
    'an advance owed, out of the guarantee',
    changed(by({ draw: draw('600') }), 2, by({ draw: guarantee }), [0, 0]),
    { pays: [600, 0], owed: 100 },
  ],
  [
    'a guarantee in the final period, and not after',
    year(by({ draw: guarantee }), [[0, { isFinal: true }], 0]),
    { pays: [500, 0] },
  ],
  [
    'an advance for three periods',
    year(by({ draw: draw('2000', { periods: 3 }) }), [15_000, 26_000, 9_000, 20_000]),
    { pays: [2_000, 2_100, 2_000, 900] },
  ],
  [
    'an advance that steps down',
    year(
      by({
        draw: draw('0', {
          schedule: [
            { periods: 1, amount: '2000' },
            { periods: 1, amount: '1000' },
          ],
        }),
      }),
      [5_000, 5_000, 25_000],
    ),
    { pays: [2_000, 1_000, 500] },
  ],
  [
    'a plan without a draw recovers from all',
    changed(by({ draw: draw('600') }), 2, by({}), [0, 10_000]),
    { pays: [600, 400] },
  ],
  [
    'an advance fills a clawback up',
    year(by({ draw: draw('600') }), [20_000, [0, { byHand: [{ amount: '-2000' }] }]]),
    { pays: [2_000, 600], owed: 2_600, inAll: 0 },
  ],
  [
    'an advance and a holdback',
    year(by({ draw: draw('500'), ...half }), [6_000, 6_000]),
    { pays: [500, 500], owed: 100 },
  ],
  ['an advance in a month of leave', year(by({ draw: draw('600') }), [0]), { pays: [600] }],
  [
    'held by a plan, released by another',
    changed(by(half), 2, by({}), [6_000, 0]),
    { pays: [300, 300] },
  ],
  [
    'to booked',
    changed(onCollected, 2, by({}), [
      [order(1_000), came(300)],
      [[], {}],
    ]),
    { pays: [30, 70] },
  ],
  [
    'from booked',
    changed(by({}), 2, onCollected, [
      [order(1_000), {}],
      [[], came(1_000)],
    ]),
    { pays: [100, 0] },
  ],
  [
    'an open line keeps its share',
    changed(onCollected, 2, plan({ scale: marginal('0.05'), payment: { on: 'collected' } }), [
      [order(1_000), {}],
      [[], came(1_000)],
    ]),
    { pays: [0, 100] },
  ],
  [
    'shares of the year so far',
    year(
      plan({
        scale: wholeAmount('0.05', 10_000, '0.1'),
        attribution: 'pro-rata',
        payment: { on: 'collected', accrual: 'year-to-date' },
      }),
      [
        [order(8_000), came(4_000)],
        [order(4_000, 'O-2'), {}],
      ],
    ),
    { pays: [200, 200] },
  ],
  [
    'cash after leaving',
    year(onCollected, [
      [order(1_000), { isFinal: true }],
      [[], came(1_000)],
    ]),
    { pays: [0, 100] },
  ],
  [
    'a share of cash after leaving',
    year(by({ on: 'collected', afterLeaving: '0.5' }), [
      [order(1_000), { ...came(300), isFinal: true }],
      [[], came(700)],
    ]),
    { pays: [30, 35] },
  ],
  [
    'what became due is held in part',
    year(by({ on: 'collected', ...half }), [[order(1_000), came(300)]]),
    { pays: [15], held: 15 },
  ],
  [
    'progress is in the currency of the line',
    year(plan({ exchange: { on: 'order-date' }, payment: { on: 'collected' } }), [
      [
        [line('O-1', 1_000, { currency: 'USD', date: '2026-01-15' })],
        {
          ...came(500),
          exchangeRates: [{ currency: 'USD', from: '2026-01-01', to: '2026-01-31', rate: '0.9' }],
        },
      ],
    ]),
    { pays: [45] },
  ],
  [
    'a yearly true-up comes with the final period',
    year(
      plan({
        scale: marginal('0.03', 1_000_000, '0.04'),
        payment: { accrual: 'year-to-date', trueUp: 'year' },
      }),
      [600_000, [600_000, { isFinal: true }]],
    ),
    { pays: [18_000, 20_000] },
  ],
  [
    'the final period pays less than the minimum, too',
    year(by({ minimumPayout: '100' }), [[500, { isFinal: true }]]),
    { pays: [50] },
  ],
  [
    'each period its own uplift',
    year(by({}), [
      [1_000, {}],
      [1_000, { coefficientUplift: '0.005' }],
    ]),
    { pays: [100, 105] },
  ],
]

/** The figures of "Parts and …": a third with the order and one in each of the next two months, unless it says halves. */
import { changed, line, marginal, plan, really, year } from './build.js'
import type { Part, Plan } from './facts.js'
import type { Figure } from './figures.todate.js'

const thirds: readonly Part[] = [
  { share: '1/3', on: 'booked' },
  { share: '1/3', on: 'booked', after: 1 },
  { share: '1/3', on: 'booked', after: 2 },
]
const halves: readonly Part[] = [
  { share: '0.5', on: 'booked' },
  { share: '0.5', on: 'collected' },
]
const inThirds = (more: Plan['payment'] = {}) => plan({ payment: { parts: thirds, ...more } })
const inHalves = (more: Plan['payment'] = {}) => plan({ payment: { parts: halves, ...more } })
const came = (amount: number, id = 'O-1') => ({ collected: [{ line: id, amount: String(amount) }] })
const order = (amount: number, id = 'O-1') => [line(id, amount)]
const refund = (amount: number) => [line('R-1', -amount, { refundOf: 'O-1' })]

export const partFigures: readonly Figure[] = [
  ['thirds', year(inThirds(), [order(900), [], [], []].map(sold)), { pays: [30, 30, 30, 0] }],
  [
    'thirds of 100.00',
    year(inThirds(), [order(1_000), [], []].map(sold)),
    { pays: [33.34, 33.33, 33.33] },
  ],
  [
    'halves of 1,000.01',
    year(inHalves(), [
      [order(10_000.1), {}],
      [[], came(4_000.04)],
      [[], came(6_000.06)],
    ]),
    { pays: [500.01, 200, 300] },
  ],
  [
    'a year to date',
    year(
      plan(
        { scale: marginal('0.05', 10_000, '0.1') },
        { payment: { parts: thirds, accrual: 'year-to-date' } },
      ),
      [order(6_000), order(5_000, 'O-2'), [], []].map(sold),
    ),
    { pays: [100, 200, 200, 100] },
  ],
  [
    'a cap of the year',
    year(
      plan({ cap: { year: '120' } }, { payment: { parts: thirds } }),
      [order(900), order(900, 'O-2'), [], []].map(sold),
    ),
    { pays: [30, 40, 40, 10] },
  ],
  [
    'a cap of the period',
    year(
      plan({ cap: { amount: '60' } }, { payment: { parts: thirds } }),
      [order(900), [], []].map(sold),
    ),
    { pays: [20, 20, 20] },
  ],
  [
    'a gate',
    year(
      plan({ gate: { attainment: '1' } }, { payment: { parts: thirds } }),
      [order(9_000), order(12_000, 'O-2'), []].map(sold),
    ),
    { pays: [0, 400, 400] },
  ],
  [
    'a guarantee',
    year(
      inThirds({ draw: { amount: '100', kind: 'non-recoverable' } }),
      [order(900), [], []].map(sold),
    ),
    { pays: [100, 100, 100] },
  ],
  [
    'an advance',
    year(inThirds({ draw: { amount: '50', kind: 'recoverable' } }), [order(900), [], []].map(sold)),
    { pays: [50, 50, 50], owed: 60, inAll: 90 },
  ],
  [
    'a holdback',
    year(inHalves({ holdback: { share: '0.5', releaseAfter: 1 } }), [
      [order(1_000), {}],
      [[], came(500)],
    ]),
    { pays: [25, 37.5], held: 12.5 },
  ],
  [
    'a minimum payout',
    year(inThirds({ minimumPayout: '40' }), [order(900), [], []].map(sold)),
    { pays: [0, 60, 0], carried: 30 },
  ],
  [
    'a correction',
    year(inThirds(), [
      [order(900), {}],
      [[], really(1, order(1_800))],
      [[], {}],
    ]),
    { pays: [30, 90, 60] },
  ],
  [
    'a correction of what was half collected',
    year(inHalves(), [
      [order(1_000), came(500)],
      [[], really(1, order(800))],
      [[], came(300)],
    ]),
    { earns: [75, 0, 15], pays: [75, 0, 5], inAll: 80 },
  ],
  [
    'a refund of all',
    year(inThirds(), [order(900), refund(900), []].map(sold)),
    { earns: [30, -30, 0], inAll: 0 },
  ],
  [
    'a refund of half',
    year(inThirds(), [order(900), refund(450), [], []].map(sold)),
    { pays: [30, 0, 15, 0] },
  ],
  [
    'a mirrored refund of half',
    year(
      plan({ refunds: 'mirror' }, { payment: { parts: thirds } }),
      [order(900), refund(450), [], []].map(sold),
    ),
    { pays: [30, 0, 15, 0] },
  ],
  [
    'a refund of what nobody has paid',
    year(inHalves(), [
      [order(1_000), came(300)],
      [refund(700), {}],
    ]),
    { earns: [65, -35], inAll: 30 },
  ],
  [
    'a clawback',
    year(inThirds(), [
      [order(900), {}],
      [[], { byHand: [{ amount: '-30' }] }],
      [[], {}],
    ]),
    { pays: [30, 0, 30] },
  ],
  [
    'a plan with other parts',
    changed(
      inThirds(),
      2,
      plan(
        { scale: marginal('0.2') },
        {
          payment: {
            parts: [
              { share: '0.5', on: 'booked' },
              { share: '0.5', on: 'booked', after: 1 },
            ],
          },
        },
      ),
      [order(900), order(600, 'O-2'), []].map(sold),
    ),
    { pays: [30, 90, 90] },
  ],
  [
    'a plan that books',
    changed(inThirds(), 2, plan({}), [order(900), [], []].map(sold)),
    { pays: [30, 60, 0] },
  ],
  [
    'a plan that had paid all as the cash came',
    changed(plan({ payment: { on: 'collected' } }), 2, inHalves(), [
      [order(1_000), came(300)],
      [[], came(700)],
    ]),
    { pays: [30, 70] },
  ],
  [
    'a share after leaving',
    year(inThirds({ afterLeaving: '0.5' }), [
      [order(900), { isFinal: true }],
      [[], {}],
      [[], {}],
    ]),
    { pays: [30, 15, 15] },
  ],
  [
    'dollars',
    year(plan({ exchange: { on: 'order-date' } }, { payment: { parts: halves } }), [
      [
        [line('O-1', 1_000, { currency: 'USD', date: '2026-01-10' })],
        { exchangeRates: [{ currency: 'USD', from: '2026-01-01', to: '2026-01-31', rate: '0.9' }] },
      ],
      [[], came(500)],
    ]),
    { pays: [45, 22.5] },
  ],
]

function sold<Lines>(lines: Lines): readonly [Lines, object] {
  return [lines, {}]
}

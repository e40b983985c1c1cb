/** The figures of "Orders and awards and …". */
import { changed, line, type Month, marginal, plan, really, year } from './build.js'
import type { Line, Plan, Year } from './facts.js'
import type { Figure } from './figures.todate.js'

const award = (atLeast: number, amount: number) => ({
  id: 'first',
  for: 'first-order' as const,
  order: { comparison: 'at-least' as const, amount: String(atLeast) },
  amount: String(amount),
})
const awarded: Pick<Plan, 'awards'> = { awards: [award(1_000, 500)] }
const mirror: Pick<Plan, 'refunds'> = { refunds: 'mirror' }
const pays = (payment: Plan['payment']): Pick<Plan, 'payment'> => ({ payment })
const quarterly = pays({ accrual: 'quarter-to-date' })

/** Lines of the orders A and B, which are both said to be the first of one customer. */
const of =
  (order: string) =>
  (amount: number, more: Partial<Line> = {}): Line =>
    line(more.id ?? `${order}-${amount}`, amount, {
      order,
      customer: 'Acme',
      firstOrder: true,
      ...more,
    })
const [a, b] = [of('A'), of('B')]
const second = { id: 'A-2' }
const back = (amount: number, refundOf: string) => line('R-1', -amount, { refundOf })
const month = (...lines: readonly Line[]): Month => [lines, {}]
const target = (amount: string, ...lines: readonly Line[]): Month => [lines, { target: amount }]
const silent = (order: string, amount: number) =>
  line(`${order}-${amount}`, amount, { order, customer: 'Acme' })

const two = [month(a(600)), month(a(600, second))]
const bothFirst = [month(a(1_200)), month(b(1_200))]

function by(...parts: readonly Partial<Plan>[]): Plan {
  return plan(awarded, ...parts)
}

function gated(whileGateShut: 'paid' | 'forgone'): Year {
  const awards = [{ ...award(1_000, 500), whileGateShut }]
  return year(plan({ awards, gate: { attainment: '1' } }), [
    target('2000', a(1_200)),
    target('100', a(300)),
    target('100', b(1_200)),
  ])
}

const dollars = [{ currency: 'USD', from: '2026-01-01', to: '2026-01-31', rate: '0.9' }]

export const orderFigures: readonly Figure[] = [
  ['one order of two lines', year(by(), [month(a(600), a(600, second))]), { pays: [620] }],
  ['two first orders', year(by(), [month(a(1_100), b(1_100))]), { pays: [720] }],
  ['an order that the second period makes enough', year(by(), two), { pays: [60, 560] }],
  [
    'an order that was enough before',
    year(by(), [month(a(1_200)), month(a(1_200, second))]),
    { pays: [620, 120] },
  ],
  ['a second first order', year(by(), bothFirst), { pays: [620, 120] }],
  [
    'a second first order, after one that was too small',
    year(by(), [month(a(900)), month(b(1_200))]),
    { pays: [90, 120] },
  ],
  [
    'an order that says later that it is the first',
    year(by(), [month(silent('A', 1_200)), month(a(100))]),
    { pays: [120, 510] },
  ],
  [
    'what net refunds left of an order',
    year(by(), [month(a(600)), month(back(600, 'A-600'), a(600, second)), month(a(400))]),
    { pays: [60, 0, 540] },
  ],
  [
    'an award that was earned before a net refund',
    year(by(), [month(a(1_200)), month(back(600, 'A-1200')), month(a(600))]),
    { earns: [620, -60, 60] },
  ],
  [
    'a mirrored refund',
    year(by(mirror), [...two, month(back(600, 'A-2'))]),
    { earns: [60, 560, -560] },
  ],
  [
    'all of a first order back, net',
    year(by(), [month(a(1_200)), month(back(1_200, 'A-1200'), b(1_200))]),
    { pays: [620, 500] },
  ],
  [
    'all of a first order back, mirrored',
    year(by(mirror), [month(a(1_200)), month(back(1_200, 'A-1200'), b(1_200))]),
    { pays: [620, 0] },
  ],
  [
    'all of a first order back after the second',
    year(by(), [...bothFirst, month(back(1_200, 'A-1200'))]),
    { earns: [620, 120, -120] },
  ],
  [
    'a first order that was never sold',
    year(by(), [...bothFirst, [[], really(1, [])]]),
    { earns: [620, 120, 0], inAll: 620 },
  ],
  [
    'an order that was smaller',
    year(by(), [...two, [[], really(1, [a(300)])]]),
    { earns: [60, 560, 0], inAll: 90 },
  ],
  [
    'an order that was larger',
    year(by(), [month(a(300)), month(a(600)), [[], really(1, [a(600, second)])]]),
    { earns: [30, 60, 0], inAll: 620 },
  ],
  [
    'a first order that was learned of later',
    year(by(), [month(), month(b(1_200)), [[], really(1, [a(1_200)])]]),
    { earns: [0, 620, 0], inAll: 740 },
  ],
  [
    'a second first order, in the next quarter',
    year(by(quarterly), [month(a(1_200)), month(), month(), month(b(1_200))]),
    { pays: [620, 0, 0, 120] },
  ],
  [
    'an order over two quarters',
    year(by(quarterly), [month(), month(), ...two]),
    { pays: [0, 0, 60, 560] },
  ],
  [
    'an award that a quarter lost in the end',
    year(by(quarterly), [month(a(1_200)), month(back(600, 'A-1200')), month(), month(a(600))]),
    { earns: [620, -560, 0, 560] },
  ],
  [
    'a true-up',
    year(by(pays({ accrual: 'year-to-date', trueUp: 'quarter' })), [...two, month()]),
    { pays: [60, 560, 0] },
  ],
  [
    'an uplift',
    year(by(pays({ accrual: 'year-to-date' })), [
      month(a(600)),
      [[a(600, second)], { coefficientUplift: '0.01' }],
    ]),
    { pays: [60, 566] },
  ],
  ['a cap of the period', year(by({ cap: { amount: '500' } }), two), { pays: [60, 500] }],
  ['an award behind a gate, forgone', gated('forgone'), { pays: [0, 30, 120] }],
  ['an award behind a gate, paid', gated('paid'), { pays: [500, 30, 120] }],
  [
    'an order that was enough under a plan without awards',
    changed(plan(), 2, by(), [month(a(1_200)), month(a(100))]),
    { pays: [120, 10] },
  ],
  ['an order over a change of plan', changed(plan(), 2, by(), two), { pays: [60, 560] }],
  [
    'a second first order after a change of plan',
    changed(plan(), 2, by(), bothFirst),
    { pays: [120, 120] },
  ],
  [
    'awards of two plans',
    changed(plan({ awards: [award(500, 300)] }), 2, by(), two),
    { pays: [360, 560] },
  ],
  [
    'from the start of the year',
    changed(plan(), 2, by(), bothFirst, 'from-start-of-year'),
    { pays: [120, 620] },
  ],
  [
    'what a year that was computed from its start has lost',
    changed(
      plan(),
      2,
      by(pays({ accrual: 'year-to-date' })),
      [
        month(a(1_200)),
        month(back(600, 'A-1200')),
        ...Array.from({ length: 10 }, () => month()),
        month(a(600)),
      ],
      'from-start-of-year',
    ),
    { earns: [120, -60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 560] },
  ],
  [
    'what was collected',
    year(by(pays({ on: 'collected' })), [
      [[a(600)], { collected: [{ line: 'A-600', amount: '300' }] }],
      [[a(600, second)], { collected: [{ line: 'A-2', amount: '300' }] }],
    ]),
    { pays: [30, 280] },
  ],
  [
    'a guarantee',
    year(by(pays({ draw: { amount: '100', kind: 'non-recoverable' } })), two),
    { pays: [100, 560] },
  ],
  [
    'another currency',
    year(by({ exchange: { on: 'order-date' } }), [
      [[a(600, { currency: 'USD', date: '2026-01-05' })], { exchangeRates: dollars }],
      month(a(500)),
    ]),
    { pays: [54, 550] },
  ],
  [
    'a new year',
    year(by(), [...Array.from({ length: 11 }, () => month()), ...two]),
    { pays: [60, 560] },
  ],
  [
    'lines that come to nothing, and say that it is the first',
    year(by({ scale: marginal('0.1') }), [month(silent('A', 1_200)), month(a(0), a(0, second))]),
    { pays: [120, 500] },
  ],
]

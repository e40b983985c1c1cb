/** An example of each outcome of the room, with as much in it as a case of everyday has. */
import {
  accrualOf,
  attributeCommission,
  calculateCommission,
  clawBack,
  commissionCurve,
  creditLines,
  creditPayments,
  defineCommissionPlan,
  handbook,
  payrollRows,
  restateCommission,
  salesForCommission,
  settleCommission,
} from 'sales-rules'

const input = {
  payee: 'E-17',
  period: '2026-03',
  lines: [
    { id: 'O-1', amount: '900000' },
    { id: 'O-2', amount: '300000' },
    { id: 'O-3', amount: '-20000' },
  ],
  target: '1000000',
  coefficientUplift: '0.005',
}

const TIERS = {
  mode: 'marginal',
  tiers: [
    { id: 'base', upTo: '100000', rate: '0.1' },
    { id: 'top', upTo: null, rate: '0.15' },
  ],
} as const

/** A fifth is held back for two periods; 2,000 are paid at least. */
export const settledPlan = defineCommissionPlan({
  id: 'field-sales',
  version: '2026',
  currency: 'EUR',
  scale: TIERS,
  payment: {
    holdback: { share: '0.2', releaseAfter: 2 },
    draw: { amount: '2000', kind: 'recoverable', recoverAfter: 1 },
  },
})

export const settled = () =>
  settleCommission(
    {
      payee: 'E-7',
      periods: [
        { period: '2026-01', sales: '5000' },
        {
          period: '2026-02',
          sales: '40000',
          adjustments: [
            { id: 'A-1', amount: '-100', reason: 'demo kit', by: 'Kim', on: '2026-02-20' },
          ],
          payIn: { currency: 'USD', rate: '1.1', on: '2026-02-27' },
        },
      ],
    },
    settledPlan,
  )

const clawbackPlan = defineCommissionPlan({
  currency: 'CNY',
  scale: TIERS,
  clawback: { kind: 'pro-rata', within: { length: 90, unit: 'day' } },
})

export const clawedBack = () =>
  clawBack(
    [
      { id: 'O-1', commission: '900', soldOn: '2026-01-01', cancelledOn: '2026-01-31' },
      { id: 'O-2', commission: '500', soldOn: '2026-01-01', cancelledOn: '2026-06-30' },
      { id: 'O-3', commission: 'much', soldOn: '2026-01-01', cancelledOn: '2026-06-30' },
    ],
    clawbackPlan,
  )

const creditPlan = defineCommissionPlan({
  currency: 'CNY',
  scale: TIERS,
  credit: { override: { levels: ['0.01'] }, team: { levels: 1 } },
})

const ownership = [
  { customer: 'Acme', payee: 'Ann', from: '2026-01-01', to: '2026-02-28' },
  { customer: 'Acme', payee: 'Ben', from: '2026-03-01' },
]

export const credited = () =>
  creditLines(
    {
      lines: [
        { id: 'L-1', amount: '1000', date: '2026-02-10', customer: 'Acme' },
        {
          id: 'L-2',
          amount: '600',
          date: '2026-03-10',
          owners: [
            { payee: 'Ann', parts: 1 },
            { payee: 'Ben', parts: 1 },
          ],
        },
        { id: 'L-3', amount: '50', date: '2026-03-11', customer: 'Nobody' },
      ],
      ownership,
      reporting: [{ payee: 'Ann', manager: 'Mia', from: '2026-01-01' }],
    },
    creditPlan,
  )

const handoverPlan = defineCommissionPlan({
  currency: 'CNY',
  scale: TIERS,
  payment: { on: 'collected' },
  credit: { handover: { share: '0.5', months: 3 } },
})

export const creditedPayments = () =>
  creditPayments(
    {
      payments: [
        { line: 'L-1', customer: 'Acme', date: '2026-02-10', on: '2026-04-02', amount: '800' },
      ],
      ownership,
    },
    handoverPlan,
  )

export const restated = () => {
  const before = { payee: 'Li', period: '2026-Q1', target: '1200000', sales: '1500000' }
  const paid = [calculateCommission(before, handbook.commission)]
  return restateCommission({ paid, now: [{ ...before, sales: '1300000' }] }, handbook.commission)
}

export const commissionOutcomes = {
  accrualOf: () => accrualOf(settled()),
  attributeCommission: () => attributeCommission(input, handbook.commission),
  calculateCommission: () => calculateCommission(input, handbook.commission),
  clawBack: clawedBack,
  commissionCurve: () => commissionCurve(handbook.commission, { target: '1200000' }),
  creditLines: credited,
  creditPayments: creditedPayments,
  payrollRows: () => payrollRows(settled()),
  restateCommission: restated,
  salesForCommission: () => salesForCommission('38000', handbook.commission, { target: '1000000' }),
  settleCommission: settled,
}

/** An example of each outcome of the room, with as much in it as a case of everyday has. */
import {
  accrualByComponent,
  amortizeCost,
  calculateCompensation,
  defineCompensationPlan,
  defineContestRules,
  gradeConsequences,
  handbook,
  payConsequences,
  payContest,
  restateCompensation,
  settleCompensation,
} from 'sales-rules'

const CURVE = {
  payout: 'of-target-incentive',
  scale: {
    mode: 'interpolated',
    thresholds: 'attainment',
    tiers: [
      { id: 'to-target', upTo: '1', amount: '1' },
      { id: 'above', upTo: null },
    ],
  },
} as const

const QUALITY = { indicators: [{ id: 'satisfaction', weight: 100 }], missing: 'refuse' } as const

/** Meetings, a score of satisfaction, and a table of growth and margin, under a cap of a tenth more than the target incentive. */
export const paidPlan = defineCompensationPlan({
  id: 'account-managers',
  version: '2026',
  currency: 'EUR',
  cap: { multiple: '1.1' },
  components: [
    {
      id: 'meetings',
      commission: {
        scale: {
          mode: 'marginal',
          tiers: [{ id: 'all', upTo: null, rate: '50' }],
          thresholds: 'units',
        },
      },
    },
    { id: 'quality', weight: '0.6', appraisal: QUALITY, commission: CURVE },
    {
      id: 'growth',
      weight: '0.4',
      matrix: {
        rows: {
          by: 'growth',
          steps: [
            { id: 'slow', upTo: '0.1' },
            { id: 'fast', upTo: null },
          ],
        },
        columns: {
          by: 'meetings.attainment',
          steps: [
            { id: 'below', upTo: '0.8' },
            { id: 'on', upTo: null },
          ],
        },
        pays: [
          ['0', '0.5'],
          ['0.5', '1.5'],
        ],
      },
      commission: CURVE,
    },
  ],
})

const month = {
  targetIncentive: '2000',
  components: {
    meetings: { sales: 30, target: 20 },
    quality: { results: { satisfaction: { points: 80 } } },
    growth: { facts: { growth: '0.12' } },
  },
}

export const compensated = () =>
  calculateCompensation({ payee: 'E-7', period: '2026-01', ...month }, paidPlan)

const SCALE = { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.1' }] } as const

export const settledPlan = defineCompensationPlan({
  id: 'two-lines',
  version: '2026',
  currency: 'EUR',
  components: [
    { id: 'licences', commission: { scale: SCALE, payment: { on: 'booked' } } },
    {
      id: 'services',
      commission: { scale: SCALE, payment: { holdback: { share: '0.2', releaseAfter: 1 } } },
    },
  ],
})

export const settledByComponent = () =>
  settleCompensation(
    {
      payee: 'E-7',
      periods: [
        {
          period: '2026-01',
          components: { licences: { sales: '1000' }, services: { sales: '500' } },
        },
        {
          period: '2026-02',
          components: { licences: { sales: '2000' }, services: { sales: '100' } },
        },
      ],
    },
    settledPlan,
  )

const january = (sales: string) => ({
  payee: 'E-7',
  period: '2026-01',
  components: { licences: { sales }, services: { sales: '500' } },
})

export const restatedByComponent = () =>
  restateCompensation(
    { paid: [calculateCompensation(january('1000'), settledPlan)], now: [january('1200')] },
    settledPlan,
  )

export const paidByGrades = () => {
  const history = [
    { period: '2026-Q1', grade: 'A' },
    { period: '2026-Q2', grade: 'A' },
  ]
  return payConsequences(
    {
      payee: 'E-7',
      period: '2026-H1',
      baseSalary: '8000',
      employment: { from: '2026-02-15' },
      consequences: gradeConsequences(history, handbook.grading),
    },
    handbook.compensation,
  )
}

const RULES = defineContestRules({
  id: 'spring',
  version: '2026',
  currency: 'CNY',
  prizes: [{ amount: '3000' }, { amount: '2000' }, { amount: '1000' }],
  enter: { comparison: 'above', figure: '50000' },
})

export const contested = () =>
  payContest(
    {
      period: '2026-Q2',
      entrants: [
        { id: 'A', figure: '60000' },
        { id: 'B', figure: '80000' },
        { id: 'C', figure: '80000' },
        { id: 'D', figure: '49000' },
      ],
    },
    RULES,
  )

export const compensationOutcomes = {
  accrualByComponent: () => accrualByComponent(settledByComponent()),
  amortizeCost: () =>
    amortizeCost('900.00', { from: '2026-01-15', months: 3, by: 'day', endedOn: '2026-02-10' }),
  calculateCompensation: compensated,
  payConsequences: paidByGrades,
  payContest: contested,
  restateCompensation: restatedByComponent,
  settleCompensation: settledByComponent,
}

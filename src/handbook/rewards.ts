import * as defined from '../kernel/policy/defined.js'
import type { DefinedRewardPolicy, RewardPolicy } from '../rewards/index.js'

/** Who leaves well keeps the running tranche by the days served, who leaves otherwise what has vested, and who is dismissed for cause nothing. */
const leavers: RewardPolicy['equity'][number]['vesting']['leavers'] = [
  { kind: 'good', vested: 'keep', unvested: 'pro-rata' },
  { kind: 'bad', vested: 'keep', unvested: 'forfeit' },
  { kind: 'cause', vested: 'forfeit', unvested: 'forfeit' },
]

/** So many years in a row graded S, up to the year asked in. */
const excellent = (length: number, clause: string) =>
  ({
    id: 'yearlyGrades',
    comparison: 'equals',
    required: 'S',
    inARow: { length, per: 'year', gap: 'break' },
    clause,
  }) as const

/**
 * The handbook's rewards: restricted stock over four years that performance must have grown for (REW-1), options of experts from a pool
 * (REW-2), the best tenth in the hall of fame (REW-3), 2,000 a month for PMP (REW-4), the education fund that is repaid by day (REW-5), three
 * titles (REW-6), training abroad or an EMBA after a year at S, and an internal venture after two (REW-7, REW-8: both ours).
 */
export const rewards: DefinedRewardPolicy = /* @__PURE__ */ defined.seal<RewardPolicy>(
  'RewardPolicy',
  {
    id: 'handbook-rewards',
    version: '1',
    provenance: [
      { path: 'currency', clause: 'REW-4', origin: 'ours' },
      { path: 'rounding', clause: 'REW-4', origin: 'ours' },
      { path: 'equity[0]', clause: 'REW-1', origin: 'handbook' },
      { path: 'equity[0].vesting.every', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[0].vesting.cliffMonths', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[0].vesting.allocation', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[0].vesting.requires.comparison', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[0].vesting.requires.required', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[0].vesting.unmet', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[0].vesting.leavers', clause: 'REW-1', origin: 'ours' },
      { path: 'equity[1]', clause: 'REW-2', origin: 'handbook' },
      { path: 'equity[1].pool.exceeded', clause: 'REW-2', origin: 'ours' },
      { path: 'equity[1].vesting', clause: 'REW-2', origin: 'ours' },
      { path: 'hallOfFame', clause: 'REW-3', origin: 'handbook' },
      { path: 'hallOfFame.rounding', clause: 'REW-3', origin: 'ours' },
      { path: 'hallOfFame.ties', clause: 'REW-3', origin: 'ours' },
      { path: 'allowances', clause: 'REW-4', origin: 'handbook' },
      { path: 'allowances.months', clause: 'REW-4', origin: 'ours' },
      { path: 'allowances.combine', clause: 'REW-4', origin: 'ours' },
      { path: 'educationFund', clause: 'REW-5', origin: 'handbook' },
      { path: 'educationFund.aboveLegalLimit', clause: 'REW-5', origin: 'ours' },
      { path: 'titles', clause: 'REW-6', origin: 'handbook' },
      { path: 'titles[0].per', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[0].by', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[0].places', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[0].ties', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[1].per', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[1].by', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[1].requires', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[1].places', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[1].ties', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[2].by', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[2].places', clause: 'REW-6', origin: 'ours' },
      { path: 'titles[2].ties', clause: 'REW-6', origin: 'ours' },
      { path: 'opportunities[0]', clause: 'REW-7', origin: 'handbook' },
      { path: 'opportunities[0].requires', clause: 'REW-7', origin: 'ours' },
      { path: 'opportunities[1]', clause: 'REW-7', origin: 'handbook' },
      { path: 'opportunities[1].requires', clause: 'REW-7', origin: 'ours' },
      { path: 'opportunities[2]', clause: 'REW-8', origin: 'handbook' },
      { path: 'opportunities[2].requires', clause: 'REW-8', origin: 'ours' },
    ],
    currency: 'CNY',
    rounding: { mode: 'half-up', decimals: 2 },
    equity: [
      {
        id: 'restricted-stock',
        clause: 'REW-1',
        requires: {
          id: 'rung',
          comparison: 'one-of',
          required: ['sales-director'],
          clause: 'REW-1',
        },
        vesting: {
          tranches: 4,
          every: 'year',
          cliffMonths: 0,
          allocation: 'cumulative-round-down',
          requires: {
            id: 'performanceGrowth',
            comparison: 'above',
            required: '0',
            unit: 'ratio',
            clause: 'REW-1',
          },
          unmet: 'forfeit',
          leavers,
        },
      },
      {
        id: 'expert-options',
        clause: 'REW-2',
        requires: {
          id: 'rung',
          comparison: 'one-of',
          required: [
            'junior-product-consultant',
            'senior-industry-consultant',
            'product-expert',
            'chief-technical-consultant',
          ],
          clause: 'REW-2',
        },
        pool: { exceeded: 'in-order' },
        vesting: {
          tranches: 4,
          every: 'year',
          cliffMonths: 0,
          allocation: 'cumulative-round-down',
          unmet: 'forfeit',
          leavers,
        },
      },
    ],
    hallOfFame: { clause: 'REW-3', share: '0.1', rounding: 'up', ties: 'all' },
    allowances: {
      clause: 'REW-4',
      certificates: [{ id: 'PMP', amount: '2000' }],
      months: 'started',
      combine: 'all',
    },
    educationFund: {
      clause: 'REW-5',
      requires: { id: 'highPotential', comparison: 'equals', required: true, clause: 'REW-5' },
      repayment: { kind: 'by-day' },
      aboveLegalLimit: 'cap',
    },
    titles: [
      { id: 'sales-champion', clause: 'REW-6', per: 'year', by: ['sales'], places: 1, ties: 'all' },
      {
        id: 'rising-star',
        clause: 'REW-6',
        per: 'year',
        by: ['sales'],
        requires: {
          id: 'monthsOfService',
          comparison: 'at-most',
          required: '12',
          unit: 'count',
          clause: 'REW-6',
        },
        places: 1,
        ties: 'all',
      },
      {
        id: 'star-of-the-week',
        clause: 'REW-6',
        per: 'week',
        by: ['sales'],
        places: 1,
        ties: 'all',
      },
    ],
    opportunities: [
      { id: 'training-abroad', clause: 'REW-7', requires: /* @__PURE__ */ excellent(1, 'REW-7') },
      { id: 'emba', clause: 'REW-7', requires: /* @__PURE__ */ excellent(1, 'REW-7') },
      { id: 'internal-venture', clause: 'REW-8', requires: /* @__PURE__ */ excellent(2, 'REW-8') },
    ],
  },
)

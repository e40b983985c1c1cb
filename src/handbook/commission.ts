import type { CommissionPlan, DefinedCommissionPlan } from '../commission/index.js'
import * as defined from '../kernel/policy/defined.js'

/**
 * The handbook's commission: 3% up to 1,000,000, 4% up to 2,000,000, 5% above, once the target is met (COM-1, COM-2); and 10,000 for
 * a first order above 1,000,000 (COM-3).
 *
 * @example
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 *
 * calculateCommission({ sales: '2500000', target: '2000000' }, handbook.commission).amount // => '95000.00'
 * ```
 */
export const commission: DefinedCommissionPlan = /* @__PURE__ */ defined.seal<CommissionPlan>(
  'CommissionPlan',
  {
    id: 'handbook-commission',
    version: '1',
    provenance: [
      { path: 'currency', clause: 'COM-1', origin: 'handbook' },
      { path: 'scale', clause: 'COM-1', origin: 'handbook' },
      { path: 'scale.mode', clause: 'COM-1', origin: 'ours' },
      { path: 'scale.boundary', clause: 'COM-1', origin: 'ours' },
      { path: 'scale.negative', clause: 'COM-1', origin: 'ours' },
      { path: 'gate', clause: 'COM-2', origin: 'handbook' },
      { path: 'gate.counts', clause: 'COM-2', origin: 'ours' },
      { path: 'gate.startsIn', clause: 'COM-2', origin: 'ours' },
      { path: 'awards', clause: 'COM-3', origin: 'handbook' },
      { path: 'awards[0].for', clause: 'COM-3', origin: 'ours' },
      { path: 'awards[0].order.comparison', clause: 'COM-3', origin: 'ours' },
      { path: 'awards[0].whileGateShut', clause: 'COM-3', origin: 'ours' },
      { path: 'coefficient', clause: 'COM-5', origin: 'handbook' },
      { path: 'coefficient.applies', clause: 'COM-5', origin: 'ours' },
      { path: 'base', clause: 'COM-1', origin: 'ours' },
      { path: 'payout', clause: 'COM-1', origin: 'ours' },
      { path: 'refunds', clause: 'COM-1', origin: 'ours' },
      { path: 'rounding', clause: 'COM-1', origin: 'ours' },
      { path: 'attribution', clause: 'COM-1', origin: 'ours' },
      { path: 'credit', clause: 'COM-1', origin: 'ours' },
    ],
    currency: 'CNY',
    base: 'amount',
    scale: /* @__PURE__ */ defined.seal('Scale', {
      mode: 'marginal',
      boundary: 'upper-tier',
      negative: 'mirror',
      thresholds: 'money',
      measure: 'base',
      tiers: [
        { id: 'first', upTo: '1000000', rate: '0.03' },
        { id: 'second', upTo: '2000000', rate: '0.04' },
        { id: 'top', upTo: null, rate: '0.05' },
      ],
    }),
    payout: 'money',
    gate: { attainment: '1', counts: 'all', startsIn: 'first-tier' },
    coefficient: { applies: 'add-to-rate' },
    awards: [
      {
        id: 'large-order',
        for: 'first-order',
        order: { comparison: 'above', amount: '1000000' },
        amount: '10000',
        whileGateShut: 'paid',
        clause: 'COM-3',
      },
    ],
    refunds: 'net',
    rounding: { mode: 'half-up', decimals: 2, at: 'total' },
    attribution: 'deal-order',
    credit: { overlays: 'refuse' },
  },
)

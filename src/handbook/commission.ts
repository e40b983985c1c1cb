import type { CommissionPlan, DefinedCommissionPlan } from '../commission/index.js'
import { seal } from '../kernel/inside.js'

/**
 * The handbook's commission: 3% up to 1,000,000, 4% up to 2,000,000, 5% above, once the target is met (COM-1, COM-2).
 *
 * @example
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 *
 * calculateCommission({ sales: '2500000', target: '2000000' }, handbook.commission).amount // => '95000.00'
 * ```
 */
export const commission: DefinedCommissionPlan = /* @__PURE__ */ seal<CommissionPlan>(
  'CommissionPlan',
  {
    id: 'handbook-commission',
    version: '1',
    provenance: [
      { path: 'currency', clause: 'COM-1', origin: 'handbook' },
      { path: 'scale', clause: 'COM-1', origin: 'handbook' },
      { path: 'scale.boundary', clause: 'COM-1', origin: 'ours' },
      { path: 'scale.negative', clause: 'COM-1', origin: 'ours' },
      { path: 'gate', clause: 'COM-2', origin: 'handbook' },
      { path: 'coefficient', clause: 'COM-5', origin: 'handbook' },
      { path: 'rounding', clause: 'COM-1', origin: 'ours' },
      { path: 'attribution', clause: 'COM-1', origin: 'ours' },
      { path: 'credit', clause: 'COM-1', origin: 'ours' },
    ],
    currency: 'CNY',
    scale: /* @__PURE__ */ seal('Scale', {
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
    gate: { attainment: '1', counts: 'all' },
    coefficient: { applies: 'add-to-rate' },
    rounding: { mode: 'half-up', decimals: 2, at: 'total' },
    attribution: 'deal-order',
    credit: { overlays: 'refuse' },
  },
)

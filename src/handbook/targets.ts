import * as defined from '../kernel/policy/defined.js'
import type { DefinedTargetPlan, TargetPlan } from '../targets/index.js'

/**
 * The handbook's targets: a head carries 30% in person (TAR-1), of sales, cash and new customers (TAR-2); revised by quarter (TAR-3), signed by
 * the person and the direct manager (TAR-4), and SMART (TAR-5), with small goals each week (TAR-6). How a joiner's target is lowered, and the
 * ramp of 25, 50, 75 and 100% by month of service, are ours.
 */
export const targets: DefinedTargetPlan = /* @__PURE__ */ defined.seal<TargetPlan>('TargetPlan', {
  id: 'handbook-targets',
  version: '1',
  provenance: [
    { path: 'currency', clause: 'TAR-2', origin: 'ours' },
    { path: 'rounding', clause: 'TAR-1', origin: 'ours' },
    { path: 'measures', clause: 'TAR-2', origin: 'handbook' },
    { path: 'headShare', clause: 'TAR-1', origin: 'handbook' },
    { path: 'revisedFrom', clause: 'TAR-3', origin: 'handbook' },
    { path: 'signing', clause: 'TAR-4', origin: 'handbook' },
    { path: 'signing.unsigned', clause: 'TAR-4', origin: 'ours' },
    { path: 'signing.revised', clause: 'TAR-4', origin: 'ours' },
    { path: 'requires', clause: 'TAR-5', origin: 'ours' },
    { path: 'goals', clause: 'TAR-6', origin: 'handbook' },
    { path: 'goals[0].amount', clause: 'TAR-6', origin: 'ours' },
    { path: 'proration', clause: 'TAR-2', origin: 'ours' },
    { path: 'ramp', clause: 'TAR-2', origin: 'ours' },
  ],
  currency: 'CNY',
  rounding: { mode: 'half-up', decimals: 2 },
  measures: [
    { id: 'sales', unit: 'money' },
    { id: 'cash', unit: 'money' },
    { id: 'newCustomers', unit: 'count' },
  ],
  headShare: '0.3',
  revisedFrom: 'quarter',
  signing: { by: ['person', 'direct-manager'], unsigned: 'not-counted', revised: 'again' },
  requires: ['measure', 'amount', 'owner', 'reason', 'period'],
  goals: [{ id: 'deals', per: 'week', amount: '3' }],
  proration: { by: 'day', months: 'started' },
  ramp: ['0.25', '0.5', '0.75', '1'],
})

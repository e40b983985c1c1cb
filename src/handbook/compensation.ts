import type { CompensationPlan, DefinedCompensationPlan } from '../compensation/index.js'
import * as defined from '../kernel/policy/defined.js'

/**
 * How the handbook's consequences of grades are paid: bonuses and base pay in money, extra leave in days. In what currency, for which part of a
 * period and to leavers is ours. The handbook has no year-end bonus, so this plan pays none.
 */
export const compensation: DefinedCompensationPlan = /* @__PURE__ */ defined.seal<CompensationPlan>(
  'CompensationPlan',
  {
    id: 'handbook-compensation',
    version: '1',
    provenance: [
      { path: 'currency', clause: 'GRA-3', origin: 'ours' },
      { path: 'rounding', clause: 'GRA-3', origin: 'ours' },
      { path: 'consequences[0]', clause: 'GRA-3', origin: 'ours' },
      { path: 'consequences[1]', clause: 'GRA-4', origin: 'handbook' },
      { path: 'consequences[2]', clause: 'GRA-6', origin: 'handbook' },
      { path: 'consequences[2].kind', clause: 'GRA-6', origin: 'ours' },
      { path: 'consequences[3]', clause: 'GRA-2', origin: 'handbook' },
      { path: 'consequences[3].proration', clause: 'GRA-2', origin: 'ours' },
      { path: 'consequences[3].leavers', clause: 'GRA-2', origin: 'ours' },
      { path: 'consequences[3].rounding', clause: 'GRA-2', origin: 'ours' },
    ],
    currency: 'CNY',
    rounding: { mode: 'half-up', decimals: 2 },
    consequences: [
      {
        kind: 'bonus',
        pays: 'bonus',
        months: '1',
        proration: 'day',
        leavers: 'pro-rata',
        attendance: 'ignore',
      },
      { kind: 'raise', pays: 'base-pay' },
      { kind: 'base-pay', pays: 'base-pay' },
      {
        kind: 'extra-leave',
        pays: 'leave',
        proration: 'none',
        leavers: 'none',
        rounding: { mode: 'down', decimals: 0 },
      },
    ],
  },
)

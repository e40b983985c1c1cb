import type { AppraisalScheme, DefinedAppraisalScheme } from '../appraisal/index.js'
import * as defined from '../kernel/policy/defined.js'

const attainment = { kind: 'ratio', floor: 0, cap: 100 } as const

/**
 * The handbook's appraisal: sales 40, new customers 30, satisfaction 20, collection rate 10 (APP-1). Each scores attainment × 100,
 * at most 100 (APP-10, ours); satisfaction must come from a survey (APP-7).
 */
export const appraisal: DefinedAppraisalScheme = /* @__PURE__ */ defined.seal<AppraisalScheme>(
  'AppraisalScheme',
  {
    id: 'handbook-appraisal',
    version: '1',
    provenance: [
      { path: 'indicators', clause: 'APP-1', origin: 'handbook' },
      { path: 'indicators[0].curve', clause: 'APP-10', origin: 'ours' },
      { path: 'indicators[1].curve', clause: 'APP-10', origin: 'ours' },
      { path: 'indicators[2].curve', clause: 'APP-10', origin: 'ours' },
      { path: 'indicators[3].curve', clause: 'APP-10', origin: 'ours' },
      { path: 'indicators[2].acceptedSources', clause: 'APP-7', origin: 'handbook' },
      { path: 'missing', clause: 'APP-1', origin: 'ours' },
      { path: 'decimals', clause: 'APP-1', origin: 'ours' },
      { path: 'rounding', clause: 'APP-1', origin: 'ours' },
    ],
    missing: 'refuse',
    decimals: 2,
    rounding: 'half-up',
    indicators: [
      { id: 'sales', weight: 40, curve: attainment },
      { id: 'newCustomers', weight: 30, curve: attainment },
      { id: 'satisfaction', weight: 20, curve: attainment, acceptedSources: ['survey'] },
      { id: 'collectionRate', weight: 10, curve: attainment },
    ],
  },
)

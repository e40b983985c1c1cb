import type { AppraisalScheme, DefinedAppraisalScheme } from '../appraisal/index.js'
import * as defined from '../kernel/policy/defined.js'

const attainment = { kind: 'ratio', floor: 0, cap: 100 } as const

/** A figure that names no source is taken for the CRM's, which most programs read their figures from; one that names another is refused. */
const fromCrm = ['crm', null]

const levels = [
  { id: 'base', from: '1.2' },
  { id: 'challenge', from: '1.5' },
]

/**
 * The handbook's appraisal: sales 40, new customers 30, satisfaction 20, collection rate 10 (APP-1). Each scores attainment × 100,
 * at most 100 (APP-10, ours); the levels of sales, 120% and 150%, are named in the outcome (APP-2). Satisfaction must come from a survey
 * (APP-7), sales and collections from the CRM (APP-11).
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
      { path: 'indicators[0].levels', clause: 'APP-2', origin: 'handbook' },
      { path: 'indicators[0].acceptedSources', clause: 'APP-11', origin: 'ours' },
      { path: 'indicators[2].acceptedSources', clause: 'APP-7', origin: 'handbook' },
      { path: 'indicators[3].acceptedSources', clause: 'APP-11', origin: 'ours' },
      { path: 'visits', clause: 'APP-6', origin: 'handbook' },
      { path: 'visits.counted', clause: 'APP-6', origin: 'ours' },
      { path: 'visits.acceptedProofs', clause: 'APP-11', origin: 'ours' },
      { path: 'appeal', clause: 'APP-8', origin: 'ours' },
      { path: 'year', clause: 'APP-9', origin: 'ours' },
      { path: 'missing', clause: 'APP-1', origin: 'ours' },
      { path: 'decimals', clause: 'APP-1', origin: 'ours' },
      { path: 'rounding', clause: 'APP-1', origin: 'ours' },
    ],
    missing: 'refuse',
    decimals: 2,
    rounding: 'half-up',
    indicators: [
      { id: 'sales', weight: 40, curve: attainment, acceptedSources: fromCrm, levels },
      { id: 'newCustomers', weight: 30, curve: attainment },
      { id: 'satisfaction', weight: 20, curve: attainment, acceptedSources: ['survey'] },
      { id: 'collectionRate', weight: 10, curve: attainment, acceptedSources: fromCrm },
    ],
    visits: {
      perMonth: { new: 4, existing: 2 },
      counted: 'per-customer',
      acceptedProofs: ['check-in', 'signed-confirmation'],
    },
    appeal: { workingDays: 5 },
    year: { per: 'quarter', by: 'mean' },
  },
)

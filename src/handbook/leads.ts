import * as defined from '../kernel/policy/defined.js'
import type { DefinedLeadModel, LeadModel } from '../leads/index.js'

const fullPoints = { kind: 'points', maximum: 100 } as const

/**
 * The handbook's lead score: budget, authority and urgency, each scored 0 to 100 by the company, weighted 40/30/30 (ours);
 * hot from 80, warm from 50 (ours). A lead without a reachable contact, a duplicate, or one outside the market is dropped (LEA-2; these
 * reasons are ours).
 */
export const leads: DefinedLeadModel = /* @__PURE__ */ defined.seal<LeadModel>('LeadModel', {
  id: 'handbook-leads',
  version: '1',
  provenance: [
    { path: 'criteria', clause: 'LEA-1', origin: 'handbook' },
    { path: 'criteria[0].weight', clause: 'LEA-1', origin: 'ours' },
    { path: 'criteria[1].weight', clause: 'LEA-1', origin: 'ours' },
    { path: 'criteria[2].weight', clause: 'LEA-1', origin: 'ours' },
    { path: 'criteria[0].curve', clause: 'LEA-1', origin: 'ours' },
    { path: 'criteria[1].curve', clause: 'LEA-1', origin: 'ours' },
    { path: 'criteria[2].curve', clause: 'LEA-1', origin: 'ours' },
    { path: 'missing', clause: 'LEA-1', origin: 'ours' },
    { path: 'decimals', clause: 'LEA-1', origin: 'ours' },
    { path: 'rounding', clause: 'LEA-1', origin: 'ours' },
    { path: 'bands', clause: 'LEA-3', origin: 'ours' },
    { path: 'highValueFrom', clause: 'LEA-3', origin: 'ours' },
    { path: 'disqualifiers', clause: 'LEA-2', origin: 'ours' },
  ],
  missing: 'refuse',
  decimals: 2,
  rounding: 'half-up',
  criteria: [
    { id: 'budget', weight: 40, curve: fullPoints },
    { id: 'authority', weight: 30, curve: fullPoints },
    { id: 'urgency', weight: 30, curve: fullPoints },
  ],
  bands: [
    { id: 'hot', from: 80 },
    { id: 'warm', from: 50 },
    { id: 'cold', from: 0 },
  ],
  highValueFrom: 'hot',
  disqualifiers: [
    {
      reason: 'no-reachable-contact',
      when: { id: 'reachable', comparison: 'equals', required: false, clause: 'LEA-2' },
    },
    {
      reason: 'duplicate',
      when: { id: 'duplicate', comparison: 'equals', required: true, clause: 'LEA-2' },
    },
    {
      reason: 'outside-market',
      when: { id: 'inMarket', comparison: 'equals', required: false, clause: 'LEA-2' },
    },
  ],
})

import type { DefinedHealthModel, HealthModel } from '../health/index.js'
import * as defined from '../kernel/policy/defined.js'

const fullPoints = { kind: 'points', maximum: 100 } as const

/**
 * The handbook's customer health: interaction, satisfaction and purchases, each scored 0 to 100 by the company, weighted 30/40/30
 * (ours); healthy from 70, watch from 40 (ours). Three follow-ups without an answer are a warning (HEA-2), each
 * on a day of its own (ours).
 */
export const health: DefinedHealthModel = /* @__PURE__ */ defined.seal<HealthModel>('HealthModel', {
  id: 'handbook-health',
  version: '1',
  provenance: [
    { path: 'criteria', clause: 'HEA-1', origin: 'handbook' },
    { path: 'criteria[0].weight', clause: 'HEA-1', origin: 'ours' },
    { path: 'criteria[1].weight', clause: 'HEA-1', origin: 'ours' },
    { path: 'criteria[2].weight', clause: 'HEA-1', origin: 'ours' },
    { path: 'criteria[0].curve', clause: 'HEA-1', origin: 'ours' },
    { path: 'criteria[1].curve', clause: 'HEA-1', origin: 'ours' },
    { path: 'criteria[2].curve', clause: 'HEA-1', origin: 'ours' },
    { path: 'missing', clause: 'HEA-1', origin: 'ours' },
    { path: 'decimals', clause: 'HEA-1', origin: 'ours' },
    { path: 'rounding', clause: 'HEA-1', origin: 'ours' },
    { path: 'bands', clause: 'HEA-1', origin: 'ours' },
    { path: 'unansweredInARow', clause: 'HEA-2', origin: 'handbook' },
    { path: 'unansweredBy', clause: 'HEA-2', origin: 'ours' },
  ],
  missing: 'refuse',
  decimals: 2,
  rounding: 'half-up',
  criteria: [
    { id: 'interaction', weight: 30, curve: fullPoints },
    { id: 'satisfaction', weight: 40, curve: fullPoints },
    { id: 'purchase', weight: 30, curve: fullPoints },
  ],
  bands: [
    { id: 'healthy', from: 70 },
    { id: 'watch', from: 40 },
    { id: 'at-risk', from: 0 },
  ],
  unansweredInARow: 3,
  unansweredBy: 'day',
})

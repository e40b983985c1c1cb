import * as defined from '../kernel/policy/defined.js'
import type { DefinedLeadModel, LeadModel } from '../leads/index.js'
import { leads } from './leads.js'

/**
 * The same model by BANT, which much of the field scores by: budget, authority, need and timeline, a quarter each. Every part is confirmed,
 * partly known or absent, or has points from 0 to 100; a budget may also be given in money. The weights and points are ours.
 */
export const bantLeads: DefinedLeadModel = /* @__PURE__ */ defined.seal<LeadModel>(
  'LeadModel',
  /* @__PURE__ */ byBant(leads),
)

function byBant(model: LeadModel): LeadModel {
  const names = { confirmed: 100, partly: 50, absent: 0 }
  const budget = model.criteria[0]?.curve
  const known = { kind: 'points', maximum: 100, names } as const
  const inMoney = budget?.kind === 'points' && budget.amounts ? { amounts: budget.amounts } : {}
  const isKept = ({ path }: { readonly path: string }) => !path.startsWith('criteria')
  return {
    ...model,
    id: 'handbook-bant-leads',
    provenance: [
      { path: 'criteria', clause: 'LEA-1', origin: 'ours' },
      ...model.provenance.filter(isKept),
    ],
    criteria: [
      { id: 'budget', weight: 25, curve: { ...known, ...inMoney } },
      { id: 'authority', weight: 25, curve: known },
      { id: 'need', weight: 25, curve: known },
      { id: 'timeline', weight: 25, curve: known },
    ],
  }
}

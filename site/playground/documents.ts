/** The policies of the examples. */
import { handbook } from 'sales-rules'
import type { JsonObject } from './document.js'
import { type ExampleId, firstOf } from './examples.js'
import type { Kind } from './kinds.js'
import { plain } from './rules.js'

const TIERS = [
  { id: 'first', upTo: '1000000', rate: '0.03' },
  { id: 'second', upTo: '2000000', rate: '0.04' },
  { id: 'top', upTo: null, rate: '0.05' },
]

const DOCUMENTS: Readonly<Record<ExampleId, JsonObject>> = {
  'handbook-commission': plain(handbook.commission),
  'flat-rate-below-target': {
    id: 'flat-rate-below-target',
    currency: 'CNY',
    scale: { mode: 'marginal', tiers: TIERS },
    gate: { attainment: '1', below: '0.02' },
  },
  'accelerator-with-catch-up': {
    id: 'accelerator-with-catch-up',
    currency: 'USD',
    scale: {
      mode: 'marginal',
      thresholds: 'attainment',
      tiers: [
        { id: 'to-quota', upTo: '1', rate: '0.1' },
        { id: 'above', upTo: null, rate: '0.2' },
      ],
    },
    accelerator: {
      mode: 'whole-amount',
      steps: [
        { id: 'behind', upTo: '0.5', multiplier: '0.5' },
        { id: 'caught-up', upTo: null, multiplier: '1' },
      ],
    },
  },
  'payout-curve-on-a-target-incentive': {
    id: 'payout-curve-on-a-target-incentive',
    currency: 'USD',
    payout: 'of-target-incentive',
    scale: {
      mode: 'marginal',
      thresholds: 'attainment',
      beyond: 'stop',
      tiers: [
        { id: 'to target', upTo: '1', multiple: '1' },
        { id: 'over', upTo: '1.5', multiple: '2' },
        { id: 'far over', upTo: '2', multiple: '1' },
      ],
    },
  },
  'deal-size-tiers': {
    id: 'deal-size-tiers',
    currency: 'EUR',
    scale: {
      mode: 'marginal',
      per: 'order',
      tiers: [
        { id: 'to 10,000', upTo: '10000', rate: '0.05' },
        { id: 'above', upTo: null, rate: '0.08' },
      ],
    },
  },
  'commission-on-gross-profit': {
    id: 'commission-on-gross-profit',
    currency: 'EUR',
    base: 'margin',
    scale: {
      mode: 'marginal',
      tiers: [
        { id: 'first', upTo: '10000', rate: '0.2' },
        { id: 'top', upTo: null, rate: '0.3' },
      ],
    },
    eligibility: { marginFloor: '0.1' },
  },
  'handbook-appraisal': plain(handbook.appraisal),
  'handbook-challenge-appraisal': plain(handbook.challengeAppraisal),
  'handbook-leads': plain(handbook.leads),
  'handbook-bant-leads': plain(handbook.bantLeads),
}

export function documentOf(id: ExampleId): JsonObject {
  return DOCUMENTS[id]
}

export function handbookPolicyOf(kind: Kind): JsonObject {
  return documentOf(firstOf(kind).id)
}

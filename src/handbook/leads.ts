import * as defined from '../kernel/policy/defined.js'
import type { DefinedLeadModel, LeadModel } from '../leads/index.js'

/** How well a part of the profile matches the customers that the company wants. */
const match = {
  kind: 'points',
  maximum: 100,
  names: { core: 100, adjacent: 50, outside: 0 },
} as const

const missing = 'reweight'

/**
 * The handbook's lead score: budget, authority and urgency, weighted 40/30/30 (ours); hot from 80, warm from 50 (ours). Each is given as a CRM has it
 * (a budget in money, a role, a time), or as points from 0 to 100. A lead without a reachable contact, a duplicate, or one outside the
 * market is dropped (LEA-2; these reasons are ours).
 *
 * Fit with the profile (LEA-5) and behaviour (LEA-6) stand beside the score, where something of them is known.
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
    { path: 'fit', clause: 'LEA-5', origin: 'ours' },
    { path: 'fit.criteria[0].id', clause: 'LEA-5', origin: 'handbook' },
    { path: 'fit.criteria[1].id', clause: 'LEA-5', origin: 'handbook' },
    { path: 'fit.criteria[2].id', clause: 'LEA-5', origin: 'handbook' },
    { path: 'fit.criteria[3].id', clause: 'LEA-5', origin: 'handbook' },
    { path: 'fit.criteria[4].id', clause: 'LEA-5', origin: 'handbook' },
    { path: 'fit.criteria[5].id', clause: 'LEA-5', origin: 'handbook' },
    { path: 'intent', clause: 'LEA-6', origin: 'ours' },
    { path: 'routing', clause: 'LEA-3', origin: 'ours' },
    { path: 'routing.ranks', clause: 'LEA-3', origin: 'handbook' },
    { path: 'sources', clause: 'LEA-4', origin: 'ours' },
    { path: 'segments.criteria', clause: 'LEA-7', origin: 'handbook' },
    { path: 'segments.criteria[0].weight', clause: 'LEA-7', origin: 'ours' },
    { path: 'segments.criteria[1].weight', clause: 'LEA-7', origin: 'ours' },
    { path: 'segments.criteria[2].weight', clause: 'LEA-7', origin: 'ours' },
    { path: 'segments.criteria[0].curve', clause: 'LEA-7', origin: 'ours' },
    { path: 'segments.criteria[1].curve', clause: 'LEA-7', origin: 'ours' },
    { path: 'segments.criteria[2].curve', clause: 'LEA-7', origin: 'ours' },
    { path: 'profiles', clause: 'LEA-8', origin: 'ours' },
    { path: 'profiles.refreshEveryMonths', clause: 'LEA-8', origin: 'handbook' },
  ],
  missing: 'refuse',
  decimals: 2,
  rounding: 'half-up',
  criteria: [
    {
      id: 'budget',
      weight: 40,
      curve: {
        kind: 'points',
        maximum: 100,
        amounts: {
          currency: 'CNY',
          knots: [
            { at: '0', points: 0 },
            { at: '500000', points: 100 },
          ],
        },
      },
    },
    {
      id: 'authority',
      weight: 30,
      curve: {
        kind: 'points',
        maximum: 100,
        names: { 'decision-maker': 100, influencer: 60, user: 30, none: 0 },
      },
    },
    {
      id: 'urgency',
      weight: 30,
      curve: {
        kind: 'points',
        maximum: 100,
        names: { 'this-month': 100, 'this-quarter': 75, 'this-year': 40, none: 0 },
      },
    },
  ],
  bands: [
    { id: 'hot', from: 80 },
    { id: 'warm', from: 50 },
    { id: 'cold', from: 0 },
  ],
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
  fit: {
    criteria: [
      { id: 'industry', weight: 25, curve: match, missing },
      { id: 'companySize', weight: 20, curve: match, missing },
      { id: 'location', weight: 15, curve: match, missing },
      { id: 'preference', weight: 15, curve: match, missing },
      { id: 'budgetRange', weight: 15, curve: match, missing },
      { id: 'decisionChain', weight: 10, curve: match, missing },
    ],
    bands: [
      { id: 'A', from: 80 },
      { id: 'B', from: 50 },
      { id: 'C', from: 0 },
    ],
  },
  intent: {
    criteria: [
      {
        id: 'behaviour',
        weight: 100,
        curve: {
          kind: 'decay',
          halfLifeDays: 30,
          events: { 'page-view': 5, question: 20 },
          maximum: 100,
        },
      },
    ],
    bands: [
      { id: '1', from: 70 },
      { id: '2', from: 40 },
      { id: '3', from: 0 },
    ],
  },
  routing: {
    ranks: ['senior', 'junior'],
    seniorFrom: 'senior',
    seniorsFull: 'overflow',
    balance: 'least-loaded',
  },
  sources: { threshold: '0.1', dropBelow: '0.05', confidence: '0.95', minimumSample: 30 },
  segments: {
    criteria: [
      {
        id: 'demand',
        weight: 40,
        curve: {
          kind: 'points',
          maximum: 100,
          amounts: {
            currency: 'CNY',
            knots: [
              { at: '0', points: 0 },
              { at: '100000000', points: 100 },
            ],
          },
        },
      },
      {
        id: 'growth',
        weight: 30,
        curve: {
          kind: 'linear',
          knots: [
            { at: '0', points: 0 },
            { at: '0.3', points: 100 },
          ],
        },
      },
      { id: 'pain', weight: 30, curve: { kind: 'points', maximum: 100 } },
    ],
  },
  profiles: { refreshEveryMonths: 3 },
  highValueFrom: 'hot',
})

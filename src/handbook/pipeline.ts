import type { FactCondition } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import type { DefinedSalesProcess, SalesProcess } from '../pipeline/index.js'

/** A document, or a step, that is there. */
const done = (id: string, clause: string) =>
  ({ id, comparison: 'equals', required: true, clause }) as const satisfies FactCondition

/** So many of something. */
const atLeast = (id: string, required: string, clause: string) =>
  ({
    ...{ id, comparison: 'at-least', required, unit: 'count', clause },
  }) as const satisfies FactCondition

/**
 * The handbook's sales process: six stages in order (PIP-1), what each asks for (PIP-4, PIP-6, PIP-7), and how it is measured (PIP-2, PIP-3), the
 * quadrants of work (PIP-5), discounts (PIP-8), the forecast (PIP-9) and complete records (PIP-10). Ours are: which documents hold a deal
 * back, that it is won when delivery starts, the probabilities, the authorities, the fields and the hours.
 */
export const pipeline: DefinedSalesProcess = /* @__PURE__ */ defined.seal<SalesProcess>(
  'SalesProcess',
  {
    id: 'handbook-pipeline',
    version: '1',
    provenance: [
      { path: 'currency', clause: 'PIP-2', origin: 'ours' },
      { path: 'rounding', clause: 'PIP-2', origin: 'ours' },
      { path: 'stages', clause: 'PIP-1', origin: 'handbook' },
      { path: 'stages[0].to', clause: 'PIP-1', origin: 'ours' },
      { path: 'stages[0].requires', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[0].reports', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[0].probability', clause: 'PIP-9', origin: 'ours' },
      { path: 'stages[1].to', clause: 'PIP-1', origin: 'ours' },
      { path: 'stages[1].requires', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[1].reports', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[1].probability', clause: 'PIP-9', origin: 'ours' },
      { path: 'stages[2].to', clause: 'PIP-1', origin: 'ours' },
      { path: 'stages[2].requires', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[2].reports', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[2].probability', clause: 'PIP-9', origin: 'ours' },
      { path: 'stages[3].to', clause: 'PIP-1', origin: 'ours' },
      { path: 'stages[3].requires', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[3].reports', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[3].probability', clause: 'PIP-9', origin: 'ours' },
      { path: 'stages[4].to', clause: 'PIP-1', origin: 'ours' },
      { path: 'stages[4].requires', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[4].reports', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[5].to', clause: 'PIP-1', origin: 'ours' },
      { path: 'stages[5].requires', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[5].reports', clause: 'PIP-6', origin: 'ours' },
      { path: 'stages[0].requires[0]', clause: 'PIP-4', origin: 'handbook' },
      { path: 'stages[0].requires[1]', clause: 'PIP-4', origin: 'handbook' },
      { path: 'stages[2].requires[1]', clause: 'PIP-4', origin: 'handbook' },
      { path: 'stages[3].requires[0]', clause: 'PIP-8', origin: 'handbook' },
      { path: 'stages[3].requires[1]', clause: 'PIP-8', origin: 'handbook' },
      { path: 'stages[3].requires[2]', clause: 'PIP-4', origin: 'handbook' },
      { path: 'stages[4].requires[0]', clause: 'PIP-7', origin: 'handbook' },
      { path: 'stages[4].requires[1]', clause: 'PIP-7', origin: 'handbook' },
      { path: 'stages[4].requires[2]', clause: 'PIP-7', origin: 'handbook' },
      { path: 'stages[4].requires[3]', clause: 'PIP-4', origin: 'handbook' },
      { path: 'stages[5].requires[0]', clause: 'PIP-4', origin: 'handbook' },
      { path: 'wonAt', clause: 'PIP-2', origin: 'ours' },
      { path: 'minimumSample', clause: 'PIP-3', origin: 'ours' },
      { path: 'forecast', clause: 'PIP-9', origin: 'ours' },
      { path: 'collection.startsAt', clause: 'PIP-2', origin: 'ours' },
      { path: 'receivables', clause: 'PIP-2', origin: 'ours' },
      { path: 'discounts', clause: 'PIP-8', origin: 'ours' },
      { path: 'discounts.floor.setBeforehand', clause: 'PIP-8', origin: 'handbook' },
      { path: 'discounts.exchange.above', clause: 'PIP-4', origin: 'handbook' },
      { path: 'discounts.exchange.concessions', clause: 'PIP-8', origin: 'handbook' },
      { path: 'records', clause: 'PIP-10', origin: 'ours' },
      { path: 'records.target', clause: 'PIP-10', origin: 'handbook' },
      { path: 'priorities', clause: 'PIP-5', origin: 'ours' },
      { path: 'priorities.always', clause: 'PIP-5', origin: 'handbook' },
    ],
    currency: 'CNY',
    rounding: { mode: 'half-up', decimals: 2 },
    stages: [
      {
        id: 'prospecting',
        to: ['needs-analysis'],
        requires: [
          /* @__PURE__ */ done('customerProfile', 'PIP-4'),
          /* @__PURE__ */ done('needsAnalysisForm', 'PIP-4'),
        ],
        reports: [
          /* @__PURE__ */ done('priorityMap', 'PIP-6'),
          /* @__PURE__ */ done('firstContactScript', 'PIP-6'),
        ],
        probability: '0.1',
      },
      {
        id: 'needs-analysis',
        to: ['prospecting', 'solution-design'],
        requires: [/* @__PURE__ */ done('needsReport', 'PIP-6')],
        reports: [
          /* @__PURE__ */ done('painList', 'PIP-6'),
          /* @__PURE__ */ done('situationQuestions', 'PIP-6'),
          /* @__PURE__ */ done('problemQuestions', 'PIP-6'),
          /* @__PURE__ */ done('implicationQuestions', 'PIP-6'),
          /* @__PURE__ */ done('needPayoffQuestions', 'PIP-6'),
        ],
        probability: '0.25',
      },
      {
        id: 'solution-design',
        to: ['prospecting', 'needs-analysis', 'negotiation-signing'],
        requires: [
          /* @__PURE__ */ done('tailoredProposal', 'PIP-6'),
          /* @__PURE__ */ atLeast('successStories', '3', 'PIP-4'),
        ],
        reports: [
          /* @__PURE__ */ done('competitorComparison', 'PIP-6'),
          /* @__PURE__ */ done('demonstration', 'PIP-6'),
        ],
        probability: '0.5',
      },
      {
        id: 'negotiation-signing',
        to: ['prospecting', 'needs-analysis', 'solution-design', 'delivery'],
        requires: [
          /* @__PURE__ */ done('floorSet', 'PIP-8'),
          /* @__PURE__ */ done('concessionsSet', 'PIP-8'),
          /* @__PURE__ */ done('givenInExchange', 'PIP-4'),
        ],
        reports: [/* @__PURE__ */ done('answersToObjections', 'PIP-6')],
        probability: '0.75',
      },
      {
        id: 'delivery',
        to: [
          'prospecting',
          'needs-analysis',
          'solution-design',
          'negotiation-signing',
          'after-sales-care',
        ],
        requires: [
          /* @__PURE__ */ done('installed', 'PIP-7'),
          /* @__PURE__ */ done('trained', 'PIP-7'),
          /* @__PURE__ */ done('feedbackGiven', 'PIP-7'),
          /* @__PURE__ */ done('serviceConfirmationSigned', 'PIP-4'),
        ],
        reports: [
          /* @__PURE__ */ done('progressBoard', 'PIP-6'),
          /* @__PURE__ */ done('acceptanceCriteria', 'PIP-6'),
        ],
      },
      {
        id: 'after-sales-care',
        to: ['prospecting', 'needs-analysis', 'solution-design', 'negotiation-signing', 'delivery'],
        requires: [/* @__PURE__ */ atLeast('improvementSuggestions', '3', 'PIP-4')],
        reports: [
          /* @__PURE__ */ done('customerTier', 'PIP-6'),
          /* @__PURE__ */ done('servicePackage', 'PIP-6'),
          /* @__PURE__ */ done('feedbackLoop', 'PIP-6'),
        ],
      },
    ],
    wonAt: 'delivery',
    minimumSample: 10,
    forecast: { deviations: '1' },
    collection: { startsAt: 'invoiced' },
    receivables: {
      ageBy: 'due',
      buckets: [
        { id: 'current', upTo: 0 },
        { id: '1-30', upTo: 30 },
        { id: '31-60', upTo: 60 },
        { id: '61-90', upTo: 90 },
        { id: 'over 90', upTo: null },
      ],
    },
    discounts: {
      floor: { setBeforehand: true, margin: '0.3' },
      exchange: {
        above: '0',
        concessions: ['instalments', 'long-term-discount', 'longer-warranty'],
        accepted: ['larger-order', 'longer-term', 'prepayment', 'earlier-signing', 'reference'],
      },
      authorities: [
        {
          rung: 'sales-representative',
          discountAtMost: '0.05',
          amountAtMost: '100000',
          marginAtLeast: '0.45',
        },
        {
          rung: 'sales-supervisor',
          discountAtMost: '0.1',
          amountAtMost: '500000',
          marginAtLeast: '0.45',
        },
        {
          rung: 'regional-manager',
          discountAtMost: '0.15',
          amountAtMost: '2000000',
          marginAtLeast: '0.4',
        },
        { rung: 'sales-director', discountAtMost: '0.25', marginAtLeast: '0.3' },
      ],
    },
    records: {
      target: '0.98',
      of: 'fields',
      kinds: [
        {
          kind: 'customer',
          fields: ['name', 'industry', 'size', 'location', 'contact', 'budgetRange'],
        },
        {
          kind: 'visit',
          fields: ['customer', 'contact', 'purpose', 'result', 'nextStep'],
          withinHours: '24',
        },
        { kind: 'deal', fields: ['customer', 'stage', 'value', 'expected'], withinHours: '48' },
      ],
    },
    priorities: {
      importantFrom: 50,
      urgentFrom: 50,
      always: {
        all: [
          { id: 'kind', comparison: 'equals', required: 'care', clause: 'PIP-5' },
          { id: 'customerTier', comparison: 'equals', required: 'key', clause: 'PIP-5' },
        ],
      },
    },
  },
)

import * as defined from '../kernel/policy/defined.js'
import type { DefinedServiceStandards, ServiceStandards } from '../service/index.js'

/**
 * The handbook's standards of service: first contact in 24 hours (SLA-1), needs report in 48 (SLA-2), solution and start of delivery in 3
 * working days (SLA-3, SLA-4) of the official calendar (SLA-10), after-sales answers in 2 hours (SLA-5), complaints answered in 24 and resolved
 * in 72 (SLA-6), the solution for a key customer in 48 (SLA-7), delivery as agreed with a buffer of 3 days (SLA-8), and technical support
 * through one named contact, in 8 hours (SLA-11, ours). Hours are around the clock. Below them, the gates of quality (SLA-9).
 */
export const service: DefinedServiceStandards = /* @__PURE__ */ defined.seal<ServiceStandards>(
  'ServiceStandards',
  {
    id: 'handbook-service',
    version: '1',
    provenance: [
      { path: 'standards[0]', clause: 'SLA-1', origin: 'handbook' },
      { path: 'standards[0].unit', clause: 'SLA-1', origin: 'ours' },
      { path: 'standards[1]', clause: 'SLA-2', origin: 'handbook' },
      { path: 'standards[1].unit', clause: 'SLA-2', origin: 'ours' },
      { path: 'standards[2]', clause: 'SLA-3', origin: 'handbook' },
      { path: 'standards[2].unit', clause: 'SLA-10', origin: 'handbook' },
      { path: 'standards[2].until', clause: 'SLA-3', origin: 'ours' },
      { path: 'standards[3]', clause: 'SLA-4', origin: 'handbook' },
      { path: 'standards[3].unit', clause: 'SLA-10', origin: 'handbook' },
      { path: 'standards[3].until', clause: 'SLA-4', origin: 'ours' },
      { path: 'standards[4]', clause: 'SLA-5', origin: 'handbook' },
      { path: 'standards[4].unit', clause: 'SLA-5', origin: 'ours' },
      { path: 'standards[5]', clause: 'SLA-6', origin: 'handbook' },
      { path: 'standards[5].unit', clause: 'SLA-6', origin: 'ours' },
      { path: 'standards[6]', clause: 'SLA-6', origin: 'handbook' },
      { path: 'standards[6].unit', clause: 'SLA-6', origin: 'ours' },
      { path: 'standards[7]', clause: 'SLA-7', origin: 'handbook' },
      { path: 'standards[7].unit', clause: 'SLA-7', origin: 'ours' },
      { path: 'standards[8]', clause: 'SLA-8', origin: 'handbook' },
      { path: 'standards[8].buffer.unit', clause: 'SLA-8', origin: 'ours' },
      { path: 'standards[9]', clause: 'SLA-11', origin: 'handbook' },
      { path: 'standards[9].within', clause: 'SLA-11', origin: 'ours' },
      { path: 'standards[9].unit', clause: 'SLA-11', origin: 'ours' },
      { path: 'quality', clause: 'SLA-9', origin: 'handbook' },
    ],
    standards: [
      { id: 'first-contact', clauses: ['SLA-1'], within: '24', unit: 'hours' },
      { id: 'needs-report', clauses: ['SLA-2'], within: '48', unit: 'hours' },
      {
        id: 'solution',
        clauses: ['SLA-3', 'SLA-10'],
        within: '3',
        unit: 'working-days',
        until: 'end-of-day',
      },
      {
        id: 'delivery-start',
        clauses: ['SLA-4', 'SLA-10'],
        within: '3',
        unit: 'working-days',
        until: 'end-of-day',
      },
      { id: 'after-sales-answer', clauses: ['SLA-5'], within: '2', unit: 'hours' },
      { id: 'complaint-answer', clauses: ['SLA-6'], within: '24', unit: 'hours' },
      { id: 'complaint-resolution', clauses: ['SLA-6'], within: '72', unit: 'hours' },
      { id: 'key-customer-solution', clauses: ['SLA-7'], within: '48', unit: 'hours' },
      { id: 'delivery', clauses: ['SLA-8'], buffer: { within: '3', unit: 'days' } },
      {
        id: 'support-answer',
        clauses: ['SLA-11'],
        within: '8',
        unit: 'hours',
        namedContact: true,
      },
    ],
    quality: [
      {
        id: 'needsAnalysisAccuracy',
        comparison: 'at-least',
        required: '0.9',
        unit: 'ratio',
        clause: 'SLA-9',
      },
      {
        id: 'solutionAcceptance',
        comparison: 'at-least',
        required: '0.85',
        unit: 'ratio',
        clause: 'SLA-9',
      },
      {
        id: 'contractClauseErrors',
        comparison: 'at-most',
        required: '0.01',
        unit: 'ratio',
        clause: 'SLA-9',
      },
      {
        id: 'onTimeDelivery',
        comparison: 'at-least',
        required: '0.95',
        unit: 'ratio',
        clause: 'SLA-9',
      },
      {
        id: 'satisfactionOfFive',
        comparison: 'at-least',
        required: '4.5',
        unit: 'points',
        maximum: '5',
        clause: 'SLA-9',
      },
    ],
  },
)

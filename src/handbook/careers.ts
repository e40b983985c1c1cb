import type { CareerPolicy, DefinedCareerPolicy } from '../careers/index.js'
import * as defined from '../kernel/policy/defined.js'

/** The management ladder (PRO-1) with the level standards of PRO-4. */
const management: CareerPolicy['ladders'][number] = {
  id: 'management',
  clause: 'PRO-1',
  rungs: [
    {
      id: 'sales-representative',
      requires: { id: 'hiringApproved', comparison: 'equals', required: true, clause: 'PRO-1' },
      standard: {
        id: 'monthlySales',
        comparison: 'at-least',
        required: '100000',
        unit: 'money',
        clause: 'PRO-4',
      },
    },
    {
      id: 'sales-supervisor',
      requires: {
        any: [
          {
            all: [
              {
                id: 'attainmentLast12Months',
                comparison: 'at-least',
                required: '1.1',
                unit: 'ratio',
                clause: 'PRO-5',
              },
              {
                any: [
                  {
                    id: 'newcomerRetention',
                    comparison: 'at-least',
                    required: '0.8',
                    unit: 'ratio',
                    clause: 'PRO-5',
                  },
                  {
                    id: 'newcomersInTeam',
                    comparison: 'equals',
                    required: '0',
                    unit: 'count',
                    absent: 'not-applicable',
                    clause: 'PRO-5',
                  },
                ],
              },
              { id: 'managementAssessment', comparison: 'equals', required: true, clause: 'PRO-5' },
            ],
          },
          {
            id: 'yearlyGrades',
            comparison: 'equals',
            required: 'S',
            inARow: { length: 2, per: 'year', gap: 'break' },
            absent: 'not-applicable',
            clause: 'PRO-10',
          },
        ],
      },
      standard: {
        all: [
          { id: 'teamSize', comparison: 'at-least', required: '3', unit: 'count', clause: 'PRO-4' },
          { id: 'teamSize', comparison: 'at-most', required: '5', unit: 'count', clause: 'PRO-4' },
          {
            id: 'teamManagementCertificate',
            comparison: 'equals',
            required: true,
            clause: 'PRO-4',
          },
        ],
      },
    },
    {
      id: 'regional-manager',
      requires: {
        all: [
          {
            id: 'regionalAttainment',
            comparison: 'above',
            required: '1',
            unit: 'ratio',
            inARow: { length: 2, per: 'quarter', gap: 'break' },
            clause: 'PRO-6',
          },
          {
            id: 'channelCases',
            comparison: 'at-least',
            required: '2',
            unit: 'count',
            clause: 'PRO-6',
          },
          { id: 'strategyDefence', comparison: 'equals', required: true, clause: 'PRO-6' },
        ],
      },
      standard: {
        id: 'teamSize',
        comparison: 'at-least',
        required: '10',
        unit: 'count',
        clause: 'PRO-4',
      },
    },
    {
      id: 'sales-director',
      requires: {
        all: [
          {
            id: 'largestProject',
            comparison: 'at-least',
            required: '5000000',
            unit: 'money',
            clause: 'PRO-7',
          },
          {
            id: 'supervisorsDeveloped',
            comparison: 'at-least',
            required: '2',
            unit: 'count',
            clause: 'PRO-7',
          },
          { id: 'executiveInterview', comparison: 'equals', required: true, clause: 'PRO-7' },
        ],
      },
    },
  ],
}

/** The expert ladder (PRO-2). */
const expert: CareerPolicy['ladders'][number] = {
  id: 'expert',
  clause: 'PRO-2',
  rungs: [
    {
      id: 'junior-product-consultant',
      requires: { id: 'hiringApproved', comparison: 'equals', required: true, clause: 'PRO-2' },
    },
    {
      id: 'senior-industry-consultant',
      requires: {
        all: [
          { id: 'industryCertificate', comparison: 'equals', required: true, clause: 'PRO-8' },
          {
            id: 'industrySolutions',
            comparison: 'at-least',
            required: '3',
            unit: 'count',
            clause: 'PRO-8',
          },
          {
            id: 'satisfaction',
            comparison: 'at-least',
            required: '90',
            unit: 'points',
            clause: 'PRO-8',
          },
        ],
      },
    },
    {
      id: 'product-expert',
      requires: {
        all: [
          {
            id: 'proposalsAdopted',
            comparison: 'at-least',
            required: '5',
            unit: 'count',
            clause: 'PRO-9',
          },
          { id: 'whitePaper', comparison: 'equals', required: true, clause: 'PRO-9' },
        ],
      },
    },
    {
      id: 'chief-technical-consultant',
      requires: { id: 'committeeApproved', comparison: 'equals', required: true, clause: 'PRO-2' },
    },
  ],
}

/**
 * The handbook's two ladders and what each rung asks for. Where the handbook names a rung and no condition of promotion to it (the two
 * entry rungs and the chief technical consultant), a decision of the company is asked for: that condition is ours. So is what PRO-5 asks
 * of somebody without newcomers in the team they coach or belong to: nothing, once `newcomersInTeam` is given as 0.
 */
export const careers: DefinedCareerPolicy = /* @__PURE__ */ defined.seal<CareerPolicy>(
  'CareerPolicy',
  {
    id: 'handbook-careers',
    version: '1',
    provenance: [
      { path: 'ladders', clause: 'PRO-1', origin: 'handbook' },
      { path: 'ladders[0].rungs[0].requires', clause: 'PRO-1', origin: 'ours' },
      { path: 'ladders[0].rungs[0].standard', clause: 'PRO-4', origin: 'handbook' },
      { path: 'ladders[0].rungs[1].requires.any[0]', clause: 'PRO-5', origin: 'handbook' },
      {
        path: 'ladders[0].rungs[1].requires.any[0].all[1].any[1]',
        clause: 'PRO-5',
        origin: 'ours',
      },
      { path: 'ladders[0].rungs[1].requires.any[1]', clause: 'PRO-10', origin: 'handbook' },
      { path: 'ladders[0].rungs[1].requires.any[1].inARow.gap', clause: 'PRO-10', origin: 'ours' },
      { path: 'ladders[0].rungs[1].requires.any[1].absent', clause: 'PRO-10', origin: 'ours' },
      { path: 'ladders[0].rungs[1].standard', clause: 'PRO-4', origin: 'handbook' },
      { path: 'ladders[0].rungs[2].requires', clause: 'PRO-6', origin: 'handbook' },
      { path: 'ladders[0].rungs[2].requires.all[0].comparison', clause: 'PRO-6', origin: 'ours' },
      { path: 'ladders[0].rungs[2].requires.all[0].inARow.gap', clause: 'PRO-6', origin: 'ours' },
      { path: 'ladders[0].rungs[2].standard', clause: 'PRO-4', origin: 'handbook' },
      { path: 'ladders[0].rungs[3].requires', clause: 'PRO-7', origin: 'handbook' },
      { path: 'ladders[1]', clause: 'PRO-2', origin: 'handbook' },
      { path: 'ladders[1].rungs[0].requires', clause: 'PRO-2', origin: 'ours' },
      { path: 'ladders[1].rungs[1].requires', clause: 'PRO-8', origin: 'handbook' },
      { path: 'ladders[1].rungs[2].requires', clause: 'PRO-9', origin: 'handbook' },
      { path: 'ladders[1].rungs[3].requires', clause: 'PRO-2', origin: 'ours' },
      { path: 'levelStandards', clause: 'PRO-4', origin: 'ours' },
    ],
    ladders: [management, expert],
    levelStandards: 'report',
  },
)

import type { CareerPolicy, DefinedCareerPolicy } from '../careers/index.js'
import * as defined from '../kernel/policy/defined.js'

/** The management ladder (PRO-1) with the level standards of PRO-4. */
const management: CareerPolicy['ladders'][number] = {
  id: 'management',
  clause: 'PRO-1',
  defence: 'management-case',
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

/** The expert ladder (PRO-2) with the levels of PRO-13. */
const expert: CareerPolicy['ladders'][number] = {
  id: 'expert',
  clause: 'PRO-2',
  defence: 'solution',
  rungs: [
    {
      id: 'junior-product-consultant',
      requires: { id: 'hiringApproved', comparison: 'equals', required: true, clause: 'PRO-2' },
      standard: {
        id: 'sellsStandardProductsAlone',
        comparison: 'equals',
        required: true,
        clause: 'PRO-13',
      },
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
      standard: {
        id: 'mastersIndustrySolutions',
        comparison: 'equals',
        required: true,
        clause: 'PRO-13',
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
      standard: {
        id: 'takesPartInProductDesign',
        comparison: 'equals',
        required: true,
        clause: 'PRO-13',
      },
    },
    {
      id: 'chief-technical-consultant',
      requires: { id: 'committeeApproved', comparison: 'equals', required: true, clause: 'PRO-2' },
      standard: {
        all: [
          {
            id: 'takesPartInIndustryStandards',
            comparison: 'equals',
            required: true,
            clause: 'PRO-13',
          },
          { id: 'leadsMajorDesigns', comparison: 'equals', required: true, clause: 'PRO-13' },
        ],
      },
    },
  ],
}

const moveApproved = {
  id: 'moveApproved',
  comparison: 'equals',
  required: true,
  clause: 'PRO-3',
} as const

/** What each group is trained in (PRO-15). */
const programmes: CareerPolicy['programmes'] = [
  {
    id: 'newcomers',
    clause: 'PRO-15',
    for: { id: 'trainingGroup', comparison: 'equals', required: 'newcomers', clause: 'PRO-15' },
    complete: {
      all: [
        { id: 'productHandbook', comparison: 'equals', required: true, clause: 'PRO-15' },
        { id: 'productPractice', comparison: 'equals', required: true, clause: 'PRO-15' },
        { id: 'productCertificate', comparison: 'equals', required: true, clause: 'PRO-15' },
      ],
    },
  },
  {
    id: 'backbone',
    clause: 'PRO-15',
    for: { id: 'trainingGroup', comparison: 'equals', required: 'backbone', clause: 'PRO-15' },
    complete: {
      id: 'advancedSellingCourse',
      comparison: 'equals',
      required: true,
      clause: 'PRO-15',
    },
  },
  {
    id: 'reserve',
    clause: 'PRO-15',
    for: { id: 'trainingGroup', comparison: 'equals', required: 'reserve', clause: 'PRO-15' },
    complete: { id: 'managementCourse', comparison: 'equals', required: true, clause: 'PRO-15' },
  },
  {
    id: 'supervisors',
    clause: 'PRO-15',
    for: {
      id: 'currentRung',
      comparison: 'equals',
      required: 'sales-supervisor',
      clause: 'PRO-15',
    },
    complete: { id: 'managerShadowed', comparison: 'equals', required: true, clause: 'PRO-15' },
  },
]

/**
 * The handbook's two ladders and what each rung asks for. Where the handbook names a rung and no condition of promotion to it (the two
 * entry rungs and the chief technical consultant), a decision of the company is asked for: that condition is ours. So is what PRO-5 asks
 * of somebody without newcomers in the team they coach or belong to: nothing, once `newcomersInTeam` is given as 0. Sideways moves ask for a
 * decision as well. The handbook names three dimensions and no weights, reviewers from all sides and none of theirs, programmes and little
 * of what is in them: these figures are ours.
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
      { path: 'ladders[0].defence', clause: 'PRO-11', origin: 'handbook' },
      { path: 'ladders[1].defence', clause: 'PRO-11', origin: 'handbook' },
      { path: 'ladders[1].rungs[0].requires', clause: 'PRO-2', origin: 'ours' },
      { path: 'ladders[1].rungs[0].standard', clause: 'PRO-13', origin: 'handbook' },
      { path: 'ladders[1].rungs[1].requires', clause: 'PRO-8', origin: 'handbook' },
      { path: 'ladders[1].rungs[1].standard', clause: 'PRO-13', origin: 'handbook' },
      { path: 'ladders[1].rungs[2].requires', clause: 'PRO-9', origin: 'handbook' },
      { path: 'ladders[1].rungs[2].standard', clause: 'PRO-13', origin: 'handbook' },
      { path: 'ladders[1].rungs[3].requires', clause: 'PRO-2', origin: 'ours' },
      { path: 'ladders[1].rungs[3].standard', clause: 'PRO-13', origin: 'handbook' },
      { path: 'levelStandards', clause: 'PRO-4', origin: 'ours' },
      { path: 'rungOrder', clause: 'PRO-1', origin: 'ours' },
      { path: 'sidewaysMoves', clause: 'PRO-3', origin: 'handbook' },
      { path: 'sidewaysMoves[0].requires', clause: 'PRO-3', origin: 'ours' },
      { path: 'sidewaysMoves[1].requires', clause: 'PRO-3', origin: 'ours' },
      { path: 'sidewaysMoves[2].requires', clause: 'PRO-3', origin: 'ours' },
      { path: 'dimensions', clause: 'PRO-14', origin: 'ours' },
      { path: 'dimensions.criteria[0].id', clause: 'PRO-14', origin: 'handbook' },
      { path: 'dimensions.criteria[1].id', clause: 'PRO-14', origin: 'handbook' },
      { path: 'dimensions.criteria[2].id', clause: 'PRO-14', origin: 'handbook' },
      { path: 'reviews', clause: 'PRO-11', origin: 'ours' },
      { path: 'reviews.groups[0].id', clause: 'PRO-11', origin: 'handbook' },
      { path: 'reviews.groups[1].id', clause: 'PRO-11', origin: 'handbook' },
      { path: 'reviews.groups[2].id', clause: 'PRO-11', origin: 'handbook' },
      { path: 'procedure', clause: 'PRO-11', origin: 'handbook' },
      { path: 'procedure.publication.firstDay', clause: 'PRO-11', origin: 'ours' },
      { path: 'mentors', clause: 'PRO-12', origin: 'handbook' },
      { path: 'mentors.requires.all[0].inARow.gap', clause: 'PRO-12', origin: 'ours' },
      { path: 'mentors.reward', clause: 'PRO-12', origin: 'ours' },
      { path: 'newcomers.joinedWithinMonths', clause: 'PRO-5', origin: 'ours' },
      { path: 'programmes', clause: 'PRO-15', origin: 'handbook' },
      { path: 'programmes[0].for', clause: 'PRO-15', origin: 'ours' },
      { path: 'programmes[1].for', clause: 'PRO-15', origin: 'ours' },
      { path: 'programmes[1].complete', clause: 'PRO-15', origin: 'ours' },
      { path: 'programmes[2].for', clause: 'PRO-15', origin: 'ours' },
      { path: 'programmes[2].complete', clause: 'PRO-15', origin: 'ours' },
    ],
    ladders: [management, expert],
    levelStandards: 'report',
    rungOrder: 'report',
    sidewaysMoves: [
      { id: 'market-development', clause: 'PRO-3', requires: moveApproved },
      { id: 'customer-success', clause: 'PRO-3', requires: moveApproved },
      { id: 'training', clause: 'PRO-3', requires: moveApproved },
    ],
    dimensions: {
      clause: 'PRO-14',
      criteria: [
        { id: 'ability', weight: 40, curve: { kind: 'points', maximum: 100 } },
        { id: 'contribution', weight: 40, curve: { kind: 'points', maximum: 100 } },
        { id: 'potential', weight: 20, curve: { kind: 'points', maximum: 100 } },
      ],
      decimals: 2,
      rounding: 'half-up',
      passMark: 70,
      applies: 'report',
    },
    reviews: {
      clause: 'PRO-11',
      groups: [
        { id: 'manager', weight: 50, minimum: 1, anonymous: false },
        { id: 'peers', weight: 30, minimum: 3, anonymous: true },
        { id: 'customers', weight: 20, minimum: 1, anonymous: false },
      ],
      anonymityFloor: 3,
      maximum: 100,
      decimals: 2,
      rounding: 'half-up',
    },
    procedure: { clause: 'PRO-11', publication: { workingDays: 5, firstDay: 'excluded' } },
    mentors: {
      clause: 'PRO-12',
      requires: {
        all: [
          {
            id: 'yearlyAttainment',
            comparison: 'at-least',
            required: '1',
            unit: 'ratio',
            inARow: { length: 2, per: 'year', gap: 'break' },
            clause: 'PRO-12',
          },
          { id: 'coachedBefore', comparison: 'equals', required: true, clause: 'PRO-12' },
        ],
      },
      sessionsPerMonth: 2,
      assessedPer: 'quarter',
      reward: 'mentor-reward',
    },
    newcomers: { clause: 'PRO-5', joinedWithinMonths: 12 },
    programmes,
  },
)

import {
  defineLeadModel,
  evaluateScores,
  handbook,
  rankLeads,
  rankSegments,
  reviewSources,
  routeLeads,
  scoreLead,
  staleProfiles,
} from 'sales-rules'

const { leads: model } = handbook

const facts = { budget: 90, authority: 70, urgency: 60 }

const behaviour = {
  asOf: '2026-03-31',
  events: [
    { date: '2026-03-01', kind: 'question' },
    { date: '2026-03-31', kind: 'page-view' },
  ],
}

const full = {
  budget: { amount: '300000' },
  authority: 'decision-maker',
  urgency: 'this-quarter',
  industry: 'core',
  companySize: 'adjacent',
  behaviour,
}

const sources = [
  { id: 'fair', leads: 110, open: 10, won: 8, cost: '50000' },
  { id: 'exhibitions', leads: 2000, won: 160, cost: '400000' },
  { id: 'referrals', leads: 1000, won: 200, cost: '60000' },
  { id: 'cold calls', leads: 900, won: 9 },
]

const judged = [
  { score: 92, outcome: true, probability: '0.9' },
  { score: 85, outcome: false, probability: '0.5' },
  { score: 85, outcome: true, probability: '0.5' },
  { score: 60, outcome: false, probability: '0.2' },
  { score: 30, outcome: false, probability: '0.1' },
  { score: 70, outcome: null, probability: '0.3' },
]

const before = [
  { score: 95, outcome: true },
  { score: 50, outcome: false },
  { score: 20, outcome: false },
]

const seniorsOnly = defineLeadModel({
  ...model,
  routing: { ...model.routing, seniorsFull: 'wait' },
})

export const leadsOutcomes = {
  evaluateScores: () =>
    evaluateScores([...judged, { id: 'x', score: 'x', outcome: true }], {
      bands: model.bands,
      top: '0.2',
      before,
    }),
  rankLeads: () =>
    rankLeads(
      [
        { id: 'L-1', arrived: '2026-03-02T10:00:00+08:00', facts: full },
        { id: 'L-2', arrived: '2026-03-02T09:00:00+08:00', score: 75 },
        { id: 'L-3', facts: { budget: 99, authority: 80, urgency: 70 } },
        { id: 'L-4', facts: { duplicate: true } },
        { id: 'L-5', facts: { budget: 99 } },
      ],
      model,
    ),
  rankSegments: () =>
    rankSegments(
      [
        { id: 'hospitals', facts: { demand: { amount: '80000000' }, growth: '0.05', pain: 40 } },
        { id: 'logistics', facts: { demand: { amount: '30000000' }, growth: '0.3', pain: 90 } },
      ],
      model,
    ),
  reviewSources: () => reviewSources({ currency: 'CNY', sources }, model),
  routeLeads: () =>
    routeLeads(
      {
        leads: [
          { id: 'L-1', score: 40 },
          { id: 'L-2', score: 95 },
          { id: 'L-3', score: 85 },
          { id: 'L-4', score: 60 },
        ],
        reps: [
          { id: 'Gu', rank: 'junior', capacity: 10, load: 8 },
          { id: 'Chen', rank: 'senior', capacity: 5, load: 4 },
        ],
      },
      model,
    ),
  scoreLead: () => scoreLead(full, model),
  staleProfiles: () =>
    staleProfiles(
      {
        asOf: '2026-03-02',
        profiles: [
          { id: 'Hua', refreshed: '2025-11-30' },
          { id: 'Xin', refreshed: '2026-01-15' },
          { id: 'Lan', refreshed: null },
        ],
      },
      model,
    ),
}

export const leadsBranches = {
  'routeLeads: seniors alone': () =>
    routeLeads(
      {
        leads: [{ id: 'L-2', score: 95 }],
        reps: [{ id: 'Gu', rank: 'junior', capacity: 10, load: 8 }],
      },
      seniorsOnly,
    ),
  'evaluateScores: nobody': () => evaluateScores([]),
  'rankLeads: nobody': () => rankLeads([], model),
  'rankLeads: a tie': () =>
    rankLeads(
      [
        { id: 'L-1', arrived: '2026-03-02T10:00:00+08:00', score: 75 },
        { id: 'L-2', arrived: '2026-03-02T09:00:00+08:00', score: 75 },
      ],
      model,
    ),
  'rankSegments: nobody': () => rankSegments([], model),
  'reviewSources: none decided': () =>
    reviewSources({ sources: [{ id: 'fair', leads: 10, open: 10, won: 0 }] }, model),
  'reviewSources: none': () => reviewSources({ sources: [] }, model),
  'routeLeads: nobody': () => routeLeads({ leads: [], reps: [] }, model),
  'scoreLead: of high value': () => scoreLead({ budget: 99, authority: 80, urgency: 70 }, model),
  'scoreLead: warm': () => scoreLead(facts, model),
  'scoreLead: invalid': () => scoreLead({ ...facts, duplicate: true }, model),
  'scoreLead: invalid and not complete': () => scoreLead({ duplicate: true }, model),
  'staleProfiles: none': () => staleProfiles({ asOf: '2026-03-02', profiles: [] }, model),
}

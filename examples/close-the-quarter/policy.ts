// What this company decides: which quarter is closed, and where its numbers differ from the handbook's.
import {
  defineAppraisalScheme,
  defineGradingPolicy,
  defineHealthModel,
  defineLeadModel,
  handbook,
  periodRange,
} from 'sales-rules'

/** The quarter that is closed. */
export const quarter = '2026-Q4'
export const quarterDays = periodRange(quarter)

/** The day of the bank statement: cash that comes in later counts in the next close. */
export const closedOn = '2027-01-15'

/** What a first order is worth at least for its customer to count as new (APP-3), in CNY. */
export const newCustomerMinimum = '10000'

/** The share of the quarter's net sales whose cash is to be in by the day of the close. */
export const collectionTarget = '0.9'

/** The rep whose statement is printed in full. */
export const shownPayee = 'R15'

/** Commission is paid by the handbook as it stands. */
export const commissionPlan = handbook.commission
export const careerPolicy = handbook.careers

/** The handbook's grades, except that a rate which good quarters have raised stays raised (GRA-5). */
export const gradingPolicy = defineGradingPolicy({
  ...handbook.grading,
  id: 'our-grading',
  version: '2026',
  consequences: handbook.grading.consequences.map((rule) =>
    rule.kind === 'commission-coefficient' ? { ...rule, ends: [] } : rule,
  ),
})

/** The handbook's appraisal, except that a rep without a survey is scored on the other three indicators. */
export const appraisalScheme = defineAppraisalScheme({
  ...handbook.appraisal,
  id: 'our-appraisal',
  version: '2026',
  missing: 'reweight',
})

/** Leads by budget, authority and urgency (LEA-1), and by visits to the website, of which recent ones count more (LEA-6). */
export const leadModel = defineLeadModel({
  ...handbook.leads,
  id: 'our-leads',
  version: '2026',
  provenance: [],
  criteria: [
    {
      id: 'budget',
      weight: 35,
      curve: {
        kind: 'linear',
        knots: [
          { at: 0, points: 0 },
          { at: 300000, points: 60 },
          { at: 1000000, points: 100 },
        ],
      },
    },
    {
      id: 'authority',
      weight: 25,
      curve: {
        kind: 'choice',
        choices: { 'decision-maker': 100, influencer: 60, user: 30, unknown: 20 },
      },
    },
    {
      id: 'urgency',
      weight: 25,
      curve: {
        kind: 'choice',
        choices: { 'this-quarter': 100, 'this-half': 70, 'this-year': 40, none: 0 },
      },
    },
    { id: 'visits', weight: 15, curve: { kind: 'decay', halfLifeDays: 30, events: { visit: 40 } } },
  ],
})

/** Health by contacts per quarter, satisfaction and purchases per year; a customer who was not asked is scored on the rest. */
export const healthModel = defineHealthModel({
  ...handbook.health,
  id: 'our-health',
  version: '2026',
  provenance: [],
  missing: 'reweight',
  criteria: [
    {
      id: 'interaction',
      weight: 30,
      curve: {
        kind: 'linear',
        knots: [
          { at: 0, points: 0 },
          { at: 3, points: 60 },
          { at: 8, points: 100 },
        ],
      },
    },
    { id: 'satisfaction', weight: 40, curve: { kind: 'points', maximum: 100 } },
    {
      id: 'purchase',
      weight: 30,
      curve: {
        kind: 'linear',
        knots: [
          { at: 0, points: 0 },
          { at: 3, points: 60 },
          { at: 9, points: 100 },
        ],
      },
    },
  ],
})

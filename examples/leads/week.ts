// A week of leads: what the CRM saved, who is on the desk, and what came of the sources in the year before.
import type { LeadRecord } from './onSave.js'

const asOf = '2026-03-06'

export const saved: readonly (LeadRecord & { readonly id: string; readonly arrived: string })[] = [
  {
    id: 'L-1',
    arrived: '2026-03-02T09:10:00+08:00',
    budget: { amount: '480000' },
    authority: 'decision-maker',
    urgency: 'this-month',
    industry: 'core',
    behaviour: {
      asOf,
      events: [
        { date: '2026-02-04', kind: 'question' },
        { date: '2026-03-05', kind: 'question' },
        { date: '2026-03-06', kind: 'page-view' },
      ],
    },
  },
  {
    id: 'L-2',
    arrived: '2026-03-02T10:40:00+08:00',
    budget: { amount: '300000' },
    authority: 'decision-maker',
    urgency: 'this-quarter',
    industry: 'adjacent',
    behaviour: { asOf, events: [] },
  },
  {
    id: 'L-3',
    arrived: '2026-03-03T08:00:00+08:00',
    budget: { amount: '450000' },
    authority: 'decision-maker',
    urgency: 'this-quarter',
  },
  {
    id: 'L-4',
    arrived: '2026-03-03T08:30:00+08:00',
    budget: { amount: '500000' },
    authority: 'decision-maker',
    urgency: 'this-month',
    duplicate: true,
  },
  {
    id: 'L-5',
    arrived: '2026-03-04T15:00:00+08:00',
    budget: { amount: '60000' },
    authority: 'user',
    urgency: 'none',
  },
  {
    id: 'L-6',
    arrived: '2026-03-05T11:00:00+08:00',
    budget: { amount: '20万' },
    authority: 'influencer',
    urgency: 'this-year',
  },
]

export const reps = [
  { id: 'Gu', rank: 'junior', capacity: 12, load: 11 },
  { id: 'Chen', rank: 'senior', capacity: 10, load: 9 },
  { id: 'He', rank: 'junior', capacity: 12, load: 10 },
] as const

export const sources = {
  currency: 'CNY',
  sources: [
    { id: 'exhibitions', leads: 1240, open: 40, won: 96, cost: '380000' },
    { id: 'referrals', leads: 310, open: 10, won: 66, cost: '45000' },
    { id: 'website', leads: 420, open: 20, won: 44, cost: '52000' },
    { id: 'cold calls', leads: 800, won: 12, cost: '160000' },
    { id: 'webinar', leads: 22, won: 4, cost: '8000' },
  ],
} as const

/** Last year's leads by the score that they had, and how many of so many were won. */
export const lastYear = [
  { score: 92, won: 31, of: 60 },
  { score: 84, won: 22, of: 70 },
  { score: 71, won: 19, of: 110 },
  { score: 58, won: 12, of: 140 },
  { score: 44, won: 9, of: 200 },
  { score: 20, won: 4, of: 260 },
] as const

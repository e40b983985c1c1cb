import type { CarePolicy, DefinedCarePolicy } from '../health/index.js'
import * as defined from '../kernel/policy/defined.js'

const ours = (path: string, clause: string) => ({ path, clause, origin: 'ours' }) as const
const theirs = (path: string, clause: string) => ({ path, clause, origin: 'handbook' }) as const

/**
 * The handbook's care for customers: two tiers by value, VIPs with an owner of their own (HEA-4); a VIP is followed up each working day, an
 * ordinary customer each week (HEA-5); the product is checked and satisfaction asked each quarter, a usage report sent each month (HEA-6, HEA-8);
 * birthdays, anniversaries and five holidays of mainland China are seen to (HEA-7); a warning is met with an offer or an added service (HEA-3); a
 * dissatisfied answer is followed until it is closed (HEA-9). Where the tiers end, days, packages and who owns a customer are ours.
 */
export const care: DefinedCarePolicy = /* @__PURE__ */ defined.seal<CarePolicy>('CarePolicy', {
  id: 'handbook-care',
  version: '1',
  provenance: [
    /* @__PURE__ */ ours('currency', 'HEA-4'),
    /* @__PURE__ */ theirs('tiers', 'HEA-4'),
    /* @__PURE__ */ ours('tiers.by', 'HEA-4'),
    /* @__PURE__ */ ours('tiers.placedBy', 'HEA-4'),
    /* @__PURE__ */ ours('tiers.tiers[0].upTo', 'HEA-4'),
    /* @__PURE__ */ theirs('retention', 'HEA-3'),
    /* @__PURE__ */ ours('retention.measures[0].tier', 'HEA-3'),
    /* @__PURE__ */ ours('retention.measures[1].tier', 'HEA-3'),
    /* @__PURE__ */ ours('retention.withinDays', 'HEA-3'),
    /* @__PURE__ */ theirs('rhythms[0]', 'HEA-5'),
    /* @__PURE__ */ ours('rhythms[0].countsFrom', 'HEA-5'),
    /* @__PURE__ */ ours('rhythms[0].intervals[0].unit', 'HEA-5'),
    /* @__PURE__ */ theirs('rhythms[1]', 'HEA-6'),
    /* @__PURE__ */ ours('rhythms[1].countsFrom', 'HEA-6'),
    /* @__PURE__ */ theirs('rhythms[2]', 'HEA-8'),
    /* @__PURE__ */ ours('rhythms[2].countsFrom', 'HEA-8'),
    /* @__PURE__ */ ours('rhythms[2].intervals[0].tiers', 'HEA-8'),
    /* @__PURE__ */ theirs('rhythms[3]', 'HEA-8'),
    /* @__PURE__ */ ours('rhythms[3].countsFrom', 'HEA-8'),
    /* @__PURE__ */ ours('rhythms[3].intervals[0].tiers', 'HEA-8'),
    /* @__PURE__ */ ours('rhythms[4]', 'LEA-8'),
    /* @__PURE__ */ theirs('occasions', 'HEA-7'),
    /* @__PURE__ */ ours('occasions.daysAhead', 'HEA-7'),
    /* @__PURE__ */ ours('occasions.holidays', 'HEA-7'),
    /* @__PURE__ */ theirs('dissatisfaction', 'HEA-9'),
    /* @__PURE__ */ ours('dissatisfaction.maximum', 'HEA-9'),
    /* @__PURE__ */ ours('dissatisfaction.below', 'HEA-9'),
    /* @__PURE__ */ ours('dissatisfaction.every', 'HEA-9'),
    /* @__PURE__ */ ours('dissatisfaction.unit', 'HEA-9'),
    /* @__PURE__ */ ours('dissatisfaction.closeWithinDays', 'HEA-9'),
    /* @__PURE__ */ theirs('renewals', 'HEA-10'),
    /* @__PURE__ */ ours('renewals.daysBefore', 'HEA-10'),
    /* @__PURE__ */ ours('renewals.reorders', 'HEA-10'),
    /* @__PURE__ */ ours('renewals.addOns', 'HEA-10'),
    /* @__PURE__ */ theirs('packages', 'HEA-11'),
    /* @__PURE__ */ ours('packages.packages', 'HEA-11'),
    /* @__PURE__ */ ours('protection', 'HEA-4'),
  ],
  currency: 'CNY',
  tiers: {
    clause: 'HEA-4',
    by: 'cumulative-share',
    placedBy: 'start',
    tiers: [
      { id: 'vip', upTo: '0.8', dedicatedOwner: true },
      { id: 'ordinary', upTo: null, dedicatedOwner: false },
    ],
  },
  retention: {
    clause: 'HEA-3',
    measures: [
      { tier: 'vip', measure: 'special-offer' },
      { tier: 'ordinary', measure: 'added-service' },
    ],
    withinDays: 7,
  },
  rhythms: [
    {
      id: 'follow-up',
      clause: 'HEA-5',
      countsFrom: 'last',
      intervals: [
        { tiers: ['vip'], every: 1, unit: 'working-day' },
        { tiers: ['ordinary'], every: 1, unit: 'week' },
      ],
    },
    {
      id: 'product-check',
      clause: 'HEA-6',
      countsFrom: 'schedule',
      intervals: [{ every: 1, unit: 'quarter' }],
    },
    {
      id: 'satisfaction-survey',
      clause: 'HEA-8',
      countsFrom: 'schedule',
      intervals: [{ tiers: ['vip', 'ordinary'], every: 1, unit: 'quarter' }],
    },
    {
      id: 'usage-report',
      clause: 'HEA-8',
      countsFrom: 'schedule',
      intervals: [{ tiers: ['vip', 'ordinary'], every: 1, unit: 'month' }],
    },
    {
      id: 'profile-refresh',
      clause: 'LEA-8',
      countsFrom: 'last',
      intervals: [{ every: 1, unit: 'quarter' }],
    },
  ],
  occasions: {
    clause: 'HEA-7',
    daysAhead: 7,
    yearly: ['birthday', 'anniversary'],
    holidays: {
      from: '2024-01-01',
      to: '2026-12-31',
      days: [
        { id: 'new-year', date: '2024-01-01' },
        { id: 'spring-festival', date: '2024-02-10' },
        { id: 'dragon-boat-festival', date: '2024-06-10' },
        { id: 'mid-autumn-festival', date: '2024-09-17' },
        { id: 'national-day', date: '2024-10-01' },
        { id: 'new-year', date: '2025-01-01' },
        { id: 'spring-festival', date: '2025-01-29' },
        { id: 'dragon-boat-festival', date: '2025-05-31' },
        { id: 'mid-autumn-festival', date: '2025-10-06' },
        { id: 'national-day', date: '2025-10-01' },
        { id: 'new-year', date: '2026-01-01' },
        { id: 'spring-festival', date: '2026-02-17' },
        { id: 'dragon-boat-festival', date: '2026-06-19' },
        { id: 'mid-autumn-festival', date: '2026-09-25' },
        { id: 'national-day', date: '2026-10-01' },
      ],
    },
  },
  dissatisfaction: {
    clause: 'HEA-9',
    maximum: '5',
    below: '3',
    every: 1,
    unit: 'week',
    closeWithinDays: 30,
  },
  renewals: {
    clause: 'HEA-10',
    daysBefore: 60,
    reorders: { atLeastOrders: 3, lateAfterIntervals: '1.5', intervals: [] },
    addOns: [],
  },
  packages: {
    clause: 'HEA-11',
    packages: [
      {
        tier: 'vip',
        services: [
          'dedicated-owner',
          'daily-follow-up',
          'quarterly-product-check',
          'priority-support',
        ],
      },
      {
        tier: 'ordinary',
        services: ['weekly-follow-up', 'quarterly-product-check', 'standard-support'],
      },
    ],
  },
  protection: {
    clause: 'HEA-4',
    rule: 'first-report',
    pool: { withoutFollowUpDays: 30, withoutDealDays: 180 },
  },
})

import {
  appraise,
  appraiseYear,
  defineAppraisalScheme,
  handbook,
  measureVisits,
  overrideAppraisal,
} from 'sales-rules'

/** The best two quarters count, and none of which fewer than 30 days were appraised. */
const best = defineAppraisalScheme({
  ...handbook.appraisal,
  year: { per: 'quarter', by: 'best', best: 2, daysAtLeast: 30 },
})
const byDays = defineAppraisalScheme({
  ...handbook.appraisal,
  year: { per: 'quarter', by: 'days' },
})
const inAll = defineAppraisalScheme({
  ...handbook.appraisal,
  visits: { perMonth: { new: 4 }, counted: 'in-all', acceptedProofs: ['check-in'] },
})

const visit = (id: string, customer: string, date: string, proof: string | null = null) => ({
  id,
  customer,
  date,
  proof,
})

const decision = { by: 'committee', on: '2026-04-15', reason: 'project result not yet booked' }

const results = {
  sales: { actual: '96', target: '100' },
  newCustomers: { actual: 7, target: 10 },
  satisfaction: { points: 92, source: 'survey' },
  collectionRate: { actual: 90, target: 100 },
}

export const appraisalOutcomes = {
  appraise: () => appraise({ employee: 'E-17', period: '2026-Q1', results }, handbook.appraisal),
  appraiseYear: () =>
    appraiseYear(
      {
        employee: 'E-1042',
        year: '2026',
        from: '2026-05-18',
        periods: [
          { period: '2026-Q2', score: 70 },
          { period: '2026-Q3', score: 88 },
          { period: '2026-Q4', excused: 'parental leave' },
        ],
      },
      handbook.appraisal,
    ),
  measureVisits: () =>
    measureVisits(
      {
        employee: 'E-1042',
        period: '2026-03',
        customers: [
          { id: 'Hua', kind: 'new' },
          { id: 'Xin', kind: 'existing' },
        ],
        visits: [
          visit('V-1', 'Hua', '2026-03-02', 'check-in'),
          visit('V-2', 'Hua', '2026-03-09', 'signed-confirmation'),
          visit('V-3', 'Hua', '2026-03-16'),
          visit('V-4', 'Xin', '2026-03-03', 'check-in'),
        ],
      },
      handbook.appraisal,
    ),
  overrideAppraisal: () =>
    overrideAppraisal(
      {
        computed: { employee: 'E-1042', period: '2026-Q1', score: 87.5, grade: 'A' },
        decisions: [
          { ...decision, score: 91 },
          {
            ...decision,
            on: '2026-04-20',
            grade: 'S',
            appeal: { announced: '2026-04-10', filed: '2026-04-16' },
          },
        ],
      },
      handbook.appraisal,
      handbook.chinaCalendar,
    ),
}

export const appraisalBranches = {
  'appraiseYear: the best periods': () =>
    appraiseYear(
      {
        year: '2026',
        from: '2026-03-10',
        periods: [
          { period: '2026-Q1', score: 99 },
          { period: '2026-Q2', score: 70 },
          { period: '2026-Q3', score: 88 },
          { period: '2026-Q4', score: 90 },
        ],
      },
      best,
    ),
  'appraiseYear: by days': () =>
    appraiseYear(
      { year: '2026', from: '2026-10-01', periods: [{ period: '2026-Q4', score: 90 }] },
      byDays,
    ),
  'measureVisits: of a kind in all': () =>
    measureVisits(
      { period: '2026-03', customers: [{ id: 'Hua', kind: 'new' }], visits: [] },
      inAll,
    ),
  'measureVisits: nobody to visit': () =>
    measureVisits({ period: '2026-03', customers: [], visits: [] }, handbook.appraisal),
  'overrideAppraisal: a score alone': () =>
    overrideAppraisal(
      { computed: { score: 87.5 }, decisions: [{ ...decision, score: 91 }] },
      handbook.appraisal,
    ),
}

import { appraise, handbook } from 'sales-rules'

const results = {
  sales: { actual: '96', target: '100' },
  newCustomers: { actual: 7, target: 10 },
  satisfaction: { points: 92, source: 'survey' },
  collectionRate: { actual: 90, target: 100 },
}

export const appraisalOutcomes = {
  appraise: () => appraise({ employee: 'E-17', period: '2026-Q1', results }, handbook.appraisal),
}

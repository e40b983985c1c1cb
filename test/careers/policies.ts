import { type CareerPolicyInput, defineCalendar, defineCareerPolicy, handbook } from 'sales-rules'
import { throughJson } from '../arbitraries.rooms.js'

/** The handbook's policy, with a part of it changed. */
export const changed = (change: Partial<CareerPolicyInput>) =>
  defineCareerPolicy({
    ...(throughJson(handbook.careers) as CareerPolicyInput),
    provenance: [],
    ...change,
  })

/** The handbook's policy without a part that may be left out. */
export function without(part: keyof CareerPolicyInput) {
  const { [part]: _, ...rest } = throughJson(handbook.careers) as CareerPolicyInput
  return defineCareerPolicy({ ...rest, provenance: [] } as unknown as CareerPolicyInput)
}

/** Mainland China 2026, by the notice of the State Council of November 2025. */
export const china2026 = defineCalendar({
  from: '2026-01-01',
  to: '2026-12-31',
  weekend: [6, 7],
  holidays: [
    ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
    ...['2026-02-20', '2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05'],
    ...['2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06'],
    ...['2026-10-07'],
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
})

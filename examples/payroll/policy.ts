// What this company decides: its plans, its year, and whose statement is printed.
import { addPeriods, type CommissionPlanInput, handbook } from 'sales-rules'

/** The year runs from April to March. */
const yearStartsIn = 4

/** The months that are run, one after the other. */
export const months: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  addPeriods('2026-04', month),
)

/** The plan of the year before: monthly, without tiers. It stays in the books beside the new ones. */
export const plan2025: CommissionPlanInput = {
  id: 'our-commission',
  version: '2025',
  currency: 'CNY',
  scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] },
}

/**
 * The handbook's tiers (COM-1) on the cash collected in the year from April to March, trued up every month. It is paid once four fifths of the target of
 * the year to date are reached (COM-2); less than 200 is carried over to the next month.
 */
export const plan2026: CommissionPlanInput = {
  id: 'our-commission',
  version: '2026-04',
  currency: 'CNY',
  yearStartsIn,
  scale: handbook.commission.scale,
  gate: { attainment: '0.8', counts: 'all' },
  payment: { accrual: 'year-to-date', minimumPayout: '200' },
}

/** From July on the first tier earns 3.2%. It holds for all of the year, so July makes good what the months before would have earned. */
export const planOfJuly: CommissionPlanInput = {
  ...plan2026,
  version: '2026-07',
  scale: {
    ...handbook.commission.scale,
    tiers: handbook.commission.scale.tiers.map((tier) =>
      tier.id === 'first' ? { ...tier, rate: '0.032' } : tier,
    ),
  },
}

/** The payee whose statement is printed in full. */
export const shownPayee = 'P05'

/** The first month of the year that a month is in. */
export function firstMonthOf(month: string): string {
  const into = (Number(month.slice(5)) + 12 - yearStartsIn) % 12
  return addPeriods(month, -into)
}

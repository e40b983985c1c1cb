// What this company decides: its plan, its year, and whose statement is printed.
import { addPeriods, type CommissionPlanInput, handbook } from 'sales-rules'

/** The months that are run, one after the other. */
export const months: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  addPeriods('2026-01', month),
)

/**
 * The handbook's tiers (COM-1) on the cash collected in the year, trued up every month. It is paid once four fifths of the target of
 * the year to date are reached (COM-2); less than 200 is carried over to the next month.
 */
export const plan2026: CommissionPlanInput = {
  id: 'our-commission',
  version: '2026',
  currency: 'CNY',
  scale: handbook.commission.scale,
  gate: { attainment: '0.8', counts: 'all' },
  payment: { accrual: 'year-to-date', minimumPayout: '200' },
}

/** The plan of the year before: monthly, without tiers. It stays in the books beside the new one. */
export const plan2025: CommissionPlanInput = {
  id: 'our-commission',
  version: '2025',
  currency: 'CNY',
  scale: { mode: 'marginal', tiers: [{ id: 'all', upTo: null, rate: '0.03' }] },
}

/** The payee whose statement is printed in full. */
export const shownPayee = 'P05'

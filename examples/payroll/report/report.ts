import { grouped } from '../../close-the-quarter/report/layout.js'
import { months, plan2026, shownPayee } from '../policy.js'
import type { Reconciled } from '../reconcile.js'
import { adjustmentsSection } from './adjustments.js'
import { payeesSection } from './payees.js'
import { reconciliationSection } from './reconciliation.js'
import { statementSection } from './statement.js'
import type { Year } from './year.js'

/** The page that is printed, but for the checks at its end. */
export function reportOn(year: Year, reconciled: readonly Reconciled[]): string[] {
  const payees = new Set(year.months.map(({ payee }) => payee)).size
  return [
    `Payroll of ${months[0]?.slice(0, 4)}: ${months.length} monthly runs, ${payees} payees, ${grouped(String(year.months.length))} statements`,
    `Commission on cash collected, the year to date trued up every month; amounts in ${plan2026.currency}`,
    ...statementSection(year, shownPayee),
    ...payeesSection(year),
    ...adjustmentsSection(year),
    ...reconciliationSection(reconciled),
  ]
}

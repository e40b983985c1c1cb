import { grouped, title } from '../../close-the-quarter/report/layout.js'
import { months, plan2026, shownPayee } from '../policy.js'
import type { Reconciled } from '../reconcile.js'
import { adjustmentsSection } from './adjustments.js'
import { byHandSection } from './byHand.js'
import { payeesSection } from './payees.js'
import { payrollSection } from './payroll.js'
import { reconciliationSection } from './reconciliation.js'
import { statementOf } from './statement.js'
import type { Year } from './year.js'

/** The page that is printed, but for the checks at its end. */
export function reportOn(year: Year, reconciled: readonly Reconciled[]): string[] {
  const payees = new Set(year.months.map(({ payee }) => payee)).size
  return [
    `Payroll of ${months[0]} to ${months.at(-1)}: ${months.length} monthly runs, ${payees} payees, ${grouped(String(year.months.length))} statements`,
    `Commission on cash collected, the year to date trued up every month; amounts in ${plan2026.currency}`,
    ...statementSection(year),
    ...payeesSection(year),
    ...adjustmentsSection(year),
    ...byHandSection(year),
    ...payrollSection(year),
    ...reconciliationSection(reconciled),
  ]
}

function statementSection(year: Year): string[] {
  const last = year.months.filter(({ payee }) => payee === shownPayee).at(-1)
  if (last === undefined) return []
  const { payee, name, month } = last
  return [
    ...title(`1. Commission statement ${month}: ${payee} ${name}`),
    ...statementOf(year, payee, month),
  ]
}

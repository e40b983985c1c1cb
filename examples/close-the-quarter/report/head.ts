import { compareAmounts, sumOf } from 'sales-rules'
import type { Close } from '../close/quarter.js'
import { totalOf } from '../exact.js'
import { closedOn, commissionPlan, quarter, quarterDays } from '../policy.js'
import { type Company, tablesOf } from '../read/company.js'
import { grouped } from './layout.js'

/** The quarter in a few numbers. */
export function headSection(company: Company, close: Close): string[] {
  const commission = totalOf(close.settled.map(({ statement }) => statement.amount))
  const paid = close.settled.filter(
    ({ statement }) => compareAmounts(statement.amount, '0') > 0,
  ).length
  const bonuses = close.appraised.flatMap(({ follows }) =>
    follows.flatMap(({ money }) => money ?? []),
  )
  const rows = sumOf(tablesOf(company).map(({ counted }) => counted))
  return [
    `Close of ${quarter}: ${quarterDays.from} to ${quarterDays.to}, cash up to ${closedOn}`,
    `${grouped(rows)} rows of ${tablesOf(company).length} files, amounts in ${commissionPlan.currency}`,
    '',
    `Commission  ${grouped(commission).padStart(12)}  to ${paid} of ${company.reps.accepted.length} reps; ${close.unsettled.length} could not be settled`,
    `Bonuses     ${grouped(totalOf(bonuses)).padStart(12)}  to ${bonuses.length} reps`,
  ]
}

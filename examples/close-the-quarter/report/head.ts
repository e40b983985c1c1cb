import type { Close } from '../close/quarter.js'
import { sum, sumOf, toUnits } from '../exact.js'
import { closedOn, commissionPlan, quarter, quarterDays } from '../policy.js'
import { type Company, tablesOf } from '../read/company.js'
import { grouped } from './layout.js'

/** The quarter in a few numbers. */
export function headSection(company: Company, close: Close): string[] {
  const commission = sumOf(close.settled.map(({ statement }) => statement.amount))
  const paid = close.settled.filter(({ statement }) => toUnits(statement.amount) > 0n).length
  const bonuses = close.appraised.flatMap(({ follows }) =>
    follows.flatMap(({ money }) => money ?? []),
  )
  const rows = sum(tablesOf(company).map(({ counted }) => BigInt(counted)))
  return [
    `Close of ${quarter}: ${quarterDays.from} to ${quarterDays.to}, cash up to ${closedOn}`,
    `${grouped(String(rows))} rows of ${tablesOf(company).length} files, amounts in ${commissionPlan.currency}`,
    '',
    `Commission  ${grouped(commission).padStart(12)}  to ${paid} of ${company.reps.accepted.length} reps; ${close.unsettled.length} could not be settled`,
    `Bonuses     ${grouped(sumOf(bonuses)).padStart(12)}  to ${bonuses.length} reps`,
  ]
}

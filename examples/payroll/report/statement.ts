import { addDays, periodRange } from 'sales-rules'
import { totalOf } from '../../close-the-quarter/exact.js'
import { columns, grouped, title, wrapped } from '../../close-the-quarter/report/layout.js'
import { carriedWords, isZero } from './amounts.js'
import { byHandLines } from './byHandLines.js'
import { commissionLines } from './commissionLines.js'
import { correctionLines } from './correctionLines.js'
import { monthLines } from './monthLines.js'
import { orderLines } from './orderLines.js'
import type { MonthRow, Year } from './year.js'

/** A payee's year up to a month, as the payee gets it: what was paid, how it came about, and what was corrected or decided by hand. */
export function statementOf(year: Year, payee: string, month: string): string[] {
  const months = year.months.filter((row) => row.payee === payee && row.month <= month)
  const last = months.at(-1)
  if (last === undefined) return []
  const { statement } = last
  return [
    ...columns(
      [
        ['Payee', `${payee} ${last.name}, with us since ${last.joinedOn}`],
        ['Months', `${months[0]?.month} to ${last.month}`],
        ['Plan', `${statement.policy.id}, version ${statement.policy.version}`],
        ...absences(year, payee, month),
        ['Paid', paid(months, last)],
        ...open(last),
      ],
      'll',
    ),
    '',
    ...commissionLines(statement),
    ...monthLines(months),
    ...correctionLines(year, last),
    ...byHandLines(year, last),
    ...orderLines(year, last),
    ...wrapped(
      `Amounts are rounded ${statement.rounding.mode} to the cent, once for each year to date. Clauses: ${statement.clauses.join(', ')}.`,
      '  ',
      '  ',
    ),
  ]
}

/** The statements of all payees for all months, each on a page of its own. */
export function allStatements(year: Year): string[] {
  return year.months.flatMap(({ payee, name, month }) => [
    ...title(`Commission statement ${month}: ${payee} ${name}`),
    ...statementOf(year, payee, month),
  ])
}

function paid(months: readonly MonthRow[], { month, paid, statement }: MonthRow): string {
  const inTheYear = totalOf(months.map((row) => row.paid))
  return `${statement.currency} ${grouped(paid)} for ${month}; ${grouped(inTheYear)} in the year`
}

function open({ carried }: MonthRow): string[][] {
  return isZero(carried) ? [] : [['Open', `${carriedWords(carried)} to the next month`]]
}

function absences({ absences }: Year, payee: string, month: string): string[][] {
  const { to } = periodRange(month)
  return absences
    .filter((one) => one.payee === payee)
    .flatMap(({ from_day, to_day, stand_in }) => {
      const last = addDays(from_day, -1)
      if (to_day === null)
        return last <= to
          ? [['Left', `on ${last}; ${stand_in} is credited with what comes in later`]]
          : []
      if (from_day > to) return []
      return [['Away', `${from_day} to ${to_day}; ${stand_in} is credited with what came in`]]
    })
}

import { columns, grouped } from '../../close-the-quarter/report/layout.js'
import type { ByHandRow, MonthRow, Year } from './year.js'

/** What was decided by hand: for which month, in which run, who, when and why. */
export function byHandLines({ byHand }: Year, { payee, month }: MonthRow): string[] {
  const own = byHand.filter((row) => row.payee === payee && row.paidIn <= month)
  if (own.length === 0) return []
  return ['  Decided by hand', ...columns([heads, ...own.map(cellsOf)], 'lllrlll'), '']
}

export const heads = ['', 'for', 'paid in', 'amount', 'by', 'on', 'why']

export function cellsOf(row: ByHandRow): string[] {
  const { id, forMonth, paidIn, amount, givenBy, givenOn, reason } = row
  return [id, forMonth, paidIn, grouped(amount), givenBy, givenOn, reason]
}

// What is handed on: the rows for the payroll system, the commission of each order, and the statements of all months.
import { toCsv } from '../close-the-quarter/write/csv.js'
import { allStatements } from './report/statement.js'
import type { OrderRow, PayrollLine, Year } from './report/year.js'

export function filesOf(year: Year): Record<string, string> {
  return {
    'payroll.csv': toCsv<PayrollLine>(year.payroll, {
      period: ({ month }) => month,
      payee: ({ payee }) => payee,
      earningCode: ({ earningCode }) => earningCode,
      amount: ({ amount }) => amount,
      currency: ({ currency }) => currency,
    }),
    'orders.csv': toCsv<OrderRow>(year.orders, {
      period: ({ month }) => month,
      payee: ({ payee }) => payee,
      order: ({ order }) => order,
      customer: ({ customer }) => customer,
      commission: ({ amount }) => amount,
      yearToDate: ({ toDate }) => toDate,
    }),
    'statements.txt': `${allStatements(year).join('\n').trimStart()}\n`,
  }
}

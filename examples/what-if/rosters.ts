// Whom the questions are asked of: the reps of the quarter that is closed, and the payees of the year that is paid.
import { allocate, type CommissionInput, sumOf } from 'sales-rules'
import type { RosterRow } from 'sales-rules/scenario'
import { closeQuarter } from '../close-the-quarter/close/quarter.js'
import { quarter } from '../close-the-quarter/policy.js'
import { readCompany } from '../close-the-quarter/read/company.js'
import { drawOrders } from '../payroll/generator/orders.js'
import { payees } from '../payroll/generator/payees.js'
import { drawPayments } from '../payroll/generator/payments.js'
import { drawTargets } from '../payroll/generator/targets.js'

export type Roster = readonly RosterRow<CommissionInput>[]

/** Every rep with the order lines of the quarter. One has no target: it was rejected, and the commission cannot be settled. */
export function rosterOfQuarter(): Roster {
  const { settled, unsettled } = closeQuarter(readCompany(new URL('../data/', import.meta.url)))
  return [
    ...settled.map(({ rep, input }) => ({ id: rep.rep, group: rep.region, input })),
    ...unsettled.map(({ rep, sales }) => ({
      id: rep.rep,
      group: rep.region,
      input: {
        payee: rep.rep,
        period: quarter,
        lines: sales.orders.map(({ order, amount }) => ({ id: order, amount })),
      },
    })),
  ]
}

/** Every payee with the cash of the year, of which owners of an order have equal shares, and the targets of its months. */
export function rosterOfYear(): Roster {
  const cash = new Map(payees.map(({ id }) => [id, ['0.00']]))
  for (const { order, cents } of drawPayments(drawOrders())) {
    const weights = order.owners.map(() => 1)
    const parts = allocate((cents / 100).toFixed(2), weights, { decimals: 2 })
    for (const [index, owner] of order.owners.entries()) cash.get(owner)?.push(parts[index] ?? '0')
  }
  const targets = drawTargets()
  return payees.map(({ id }) => {
    const own = targets.filter(({ payee }) => payee === id).map(({ amount }) => amount)
    return { id, input: { payee: id, sales: sumOf(cash.get(id) ?? []), target: sumOf(own) } }
  })
}

// What a payee of the payroll example is paid over the year: the cash of their orders, month by month, by the plan of April.
import {
  allocate,
  type CommissionLine,
  defineCommissionPlan,
  type SettlementPeriodInput,
  settleCommission,
} from 'sales-rules'
import { drawOrders } from '../payroll/generator/orders.js'
import { payees } from '../payroll/generator/payees.js'
import { drawPayments, type Payment } from '../payroll/generator/payments.js'
import { drawTargets } from '../payroll/generator/targets.js'
import { months, plan2026, shownPayee } from '../payroll/policy.js'

export const yearPlan = defineCommissionPlan(plan2026)

const payments = drawPayments(drawOrders())
const targets = drawTargets().filter(({ payee }) => payee === shownPayee)

/** Whom the year is of. */
export const payee = payees.find(({ id }) => id === shownPayee)

/** The year as it was paid. */
export const year = settleCommission({ payee: shownPayee, periods: months.map(monthOf) }, yearPlan)

function monthOf(period: string): SettlementPeriodInput {
  const lines = payments.flatMap((payment, index) => lineOf(payment, index, period))
  const target = targets.find(({ month }) => month === period)
  return { period, lines, ...(target && { target: target.amount }) }
}

/** What of a payment is the payee's: owners of an order have equal shares. */
function lineOf(
  { order, bookedOn, cents }: Payment,
  index: number,
  month: string,
): CommissionLine[] {
  const at = order.owners.indexOf(shownPayee)
  if (at < 0 || !bookedOn.startsWith(month)) return []
  const weights = order.owners.map(() => 1)
  const amount = allocate((cents / 100).toFixed(2), weights, { decimals: 2 })[at] ?? '0'
  return [{ id: `C-${index + 1}`, amount, date: bookedOn }]
}

// From events to the results of a quarter: each figure is counted once, for the appraisal as for the commission.
import {
  type AppraisalInput,
  type CommissionStatement,
  calculateCommission,
  defineCommissionPlan,
  defineTargetPlan,
  defineWorkingHours,
  handbook,
  measureServiceLevels,
  measureVisits,
  multiply,
  periodRange,
  prorateTarget,
  sumOf,
} from 'sales-rules'
import {
  answers,
  collections,
  complaints,
  type Order,
  orders,
  type Quarter,
  type Rep,
  visits,
} from './records.js'

/** The handbook's plan, with the margin floor (APP-5) and the least first order of a new customer (APP-3). */
const commissionPlan = defineCommissionPlan({
  ...handbook.commission,
  eligibility: { marginFloor: '0.45', newCustomer: { firstOrderAtLeast: '50000' } },
})
const targetPlan = defineTargetPlan({ currency: 'CNY', proration: { by: 'day' } })
const hours = defineWorkingHours({ timeZone: 'Asia/Shanghai', week: { 1: ['09:00-18:00'] } })

const TARGETS = { sales: '600000', newCustomers: '3' }

export interface Measured {
  readonly orders: readonly Order[]
  readonly targets: { readonly sales: string; readonly newCustomers: string }
  readonly results: AppraisalInput['results']
}

export function measure(rep: Rep, quarter: Quarter): Measured {
  const own = ordersOf(rep, quarter)
  const targets = {
    sales: targetOf(TARGETS.sales, rep, quarter),
    newCustomers: targetOf(TARGETS.newCustomers, rep, quarter),
  }
  const { sales, newCustomers } = commissionOf(own, targets.sales)
  const asked = answers.find((row) => row.rep === rep.name && row.quarter === quarter)?.points ?? []
  const { due = '0', collected = '0' } =
    collections.find((row) => row.rep === rep.name && row.quarter === quarter) ?? {}
  return {
    ...{ orders: own, targets },
    results: {
      sales: { actual: sales, target: targets.sales, source: 'crm' },
      newCustomers: {
        actual: newCustomers?.effective.length ?? 0,
        target: targets.newCustomers,
      },
      satisfaction: { actual: sumOf(asked), target: 5 * asked.length, source: 'survey' },
      collectionRate: { actual: collected, target: due, source: 'crm' },
      visits: visitsOf(rep, quarter),
      complaints: complaintsOf(rep, quarter),
    },
  }
}

/** The commission of some orders, with what the grades of the quarters before add to its rates (COM-5). */
export function commissionOf(
  lines: readonly Order[],
  target: string,
  coefficientUplift = '0',
): CommissionStatement {
  const given = lines.map(({ on: _, rep: __, ...line }) => line)
  return calculateCommission({ lines: given, target, coefficientUplift }, commissionPlan)
}

function ordersOf({ name }: Rep, quarter: Quarter): Order[] {
  const { from, to } = periodRange(quarter)
  return orders.filter(({ rep, on }) => rep === name && on >= from && on <= to)
}

/** Of whoever joins or leaves in a quarter, the part of the days served. */
function targetOf(target: string, { joined, lastDay }: Rep, period: Quarter): string {
  const { from, to } = periodRange(period)
  const served = {
    ...(joined !== undefined && joined > from && { from: joined }),
    ...(lastDay !== undefined && lastDay < to && { to: lastDay }),
  }
  return prorateTarget(target, { period, ...served }, targetPlan).target
}

/** Four visits a month to a new customer and two to an existing one (APP-6), of the months that there are records of. */
function visitsOf({ name }: Rep, quarter: Quarter) {
  const { from, to } = periodRange(quarter)
  const months = visits
    .filter(
      ({ rep, month }) => rep === name && month >= from.slice(0, 7) && month <= to.slice(0, 7),
    )
    .map(({ month, customers, visits: made }) =>
      measureVisits({ period: month, customers, visits: made }, handbook.appraisal),
    )
  return {
    actual: sumOf(months.map(({ actual }) => actual)),
    target: sumOf(months.map(({ target }) => target)),
  }
}

/** Complaints that were resolved within 72 hours (APP-6, SLA-6); null where nobody complained. */
function complaintsOf({ name }: Rep, quarter: Quarter) {
  const cases = complaints.filter(({ rep }) => rep === name)
  const input = { asOf: '2026-07-01T00:00:00+08:00', per: 'quarter', cases } as const
  const { groups } = measureServiceLevels(input, handbook.service, hours)
  const group = groups.find(({ period }) => period === quarter)
  return group === undefined ? null : { actual: group.actual, target: group.target }
}

/** A part of a whole as people read it: `'0.9'` as `90%`. */
export function percent(ratio: string | null): string {
  return ratio === null ? '–' : `${multiply(ratio, 100, { decimals: 0, mode: 'half-up' })}%`
}

import {
  attempt,
  type CommissionInput,
  type CommissionStatement,
  type Consequence,
  calculateCommission,
  type GradedPeriod,
  gradeConsequences,
  sumOf,
} from 'sales-rules'
import { commissionPlan, gradingPolicy, quarter } from '../policy.js'
import type { Rep } from '../read/reps.js'
import type { Rejected, Table } from '../read/table.js'
import type { Target } from '../read/targets.js'
import type { RepSales } from './sales.js'

/** A rep whose commission is settled: what went into the rule, and what came out. */
export interface Settled {
  readonly rep: Rep
  readonly sales: RepSales
  readonly input: CommissionInput
  readonly statement: CommissionStatement
  /** What raised the rates: runs of good quarters before this one (GRA-5). */
  readonly uplifts: readonly Consequence[]
}

/** A rep whose commission cannot be settled yet, and why. Such a rep is named, never paid nothing in silence. */
export interface Unsettled {
  readonly rep: Rep
  readonly sales: RepSales
  readonly reasons: readonly string[]
}

/** The commission of a rep for the quarter, from the order lines, the target, and the grades of the quarters before. */
export function settle(
  rep: Rep,
  sales: RepSales,
  target: Target | undefined,
  history: readonly GradedPeriod[],
  targets: Table<Target>,
): Settled | Unsettled {
  const uplifts = upliftsEarned(history)
  const input: CommissionInput = {
    payee: rep.rep,
    period: quarter,
    lines: sales.orders.map(({ order, amount, date, customer }) => ({
      id: order,
      amount,
      date,
      customer,
      firstOrder: sales.firstOrders.has(order),
    })),
    coefficientUplift: sumOf(['0.0000', ...uplifts.map(({ value }) => value)]),
    ...(target && { target: target.salesTarget }),
  }
  const result = attempt(() => calculateCommission(input, commissionPlan))
  if (result.ok) return { rep, sales, input, statement: result.value, uplifts }
  const reasons = result.issues.map(({ message }) => message)
  return { rep, sales, reasons: [...rejectedTargets(rep, targets), ...reasons] }
}

/** Every run of good quarters raises the rates once more, from the next quarter on (GRA-5, COM-5). */
function upliftsEarned(history: readonly GradedPeriod[]): Consequence[] {
  return gradeConsequences(history, gradingPolicy, { asOf: quarter }).filter(
    ({ kind, state }) => kind === 'commission-coefficient' && state === 'running',
  )
}

function rejectedTargets({ rep }: Rep, { rejected }: Table<Target>): string[] {
  return rejected
    .filter(({ row }) => row.cells['rep'] === rep && row.cells['quarter'] === quarter)
    .map(describe)
}

function describe({ file, row, issues }: Rejected): string {
  return `${file}:${row.line} was rejected: ${issues.map(({ message }) => message).join(' ')}`
}

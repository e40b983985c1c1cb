import {
  type CommissionColumns,
  type CommissionColumnsFacts,
  type CommissionPayColumns,
  type CommissionRow,
  calculateCommissionColumns,
  commissionColumnsBuilder,
} from '../../batch/index.js'
import {
  type CommissionFacts,
  calculateCommission,
  type DefinedCommissionPlan,
} from '../../commission/index.js'
import { attempt, type Issue } from '../../kernel/index.js'
import type { RowFault } from '../read/table.js'
import { reasonOf, type Voice } from '../words.js'
import type { Payees } from './payees.js'
import { PLAIN, type TakeLine } from './sales.js'

/** What one payee comes to. */
export interface PayeeTotal {
  readonly payee: string
  readonly sales: string
  readonly commission: string
}

/** A payee who cannot be paid. */
export interface UnpaidPayee {
  readonly payee: string
  readonly issues: readonly Issue[]
}

export interface PaidTotals {
  readonly paid: readonly PayeeTotal[]
  readonly unpaid: readonly UnpaidPayee[]
}

const NONE: readonly RowFault[] = []
const BATCH = 1 << 13

/** Adds up amounts as they come, so that only payees are kept. */
export function addUp(plan: DefinedCommissionPlan, voice: Voice) {
  const builder = commissionColumnsBuilder(plan, { keep: 'totals' })
  let names: string[] = []
  let amounts: string[] = []
  const flush = () => {
    builder.addTexts(names, amounts)
    names = []
    amounts = []
  }
  const take: TakeLine = (payee, { values: { amount } }) => {
    if (typeof amount !== 'string' || !PLAIN.test(amount) || payee.length > 200) {
      const faults = faultsOf({ payee, amount } as CommissionRow, plan, voice)
      if (faults.length > 0) return faults
    }
    names.push(payee)
    if (amounts.push(amount as string) === BATCH) flush()
    return NONE
  }
  const pay = ({ factsOf }: Payees): PaidTotals => {
    flush()
    return payColumns(builder.finish(), plan, factsOf)
  }
  return { take, pay }
}

/** Pays what was added up. */
export function payColumns(
  columns: CommissionColumns,
  plan: DefinedCommissionPlan,
  factsOf: (payee: string) => CommissionFacts,
): PaidTotals {
  const facts = columns.payees.map(factsOf)
  const { period } = facts[0] ?? {}
  const known = { ...perPayee(facts), ...(period !== undefined && { period }) }
  return totalsOf(calculateCommissionColumns(columns, plan, known), facts, plan)
}

/** What the batch says of one row. */
function faultsOf(row: CommissionRow, plan: DefinedCommissionPlan, voice: Voice): RowFault[] {
  const alone = commissionColumnsBuilder(plan, { keep: 'totals' })
  alone.addRow(row)
  const { issues } = alone.finish()
  return issues.flatMap((refused) =>
    refused.issues.map((issue) => ({
      column: String(issue.path[0] ?? ''),
      code: issue.code,
      reason: reasonOf(issue, voice),
    })),
  )
}

const PER_PAYEE = [
  'target',
  'measure',
  'coefficientUplift',
  'targetIncentive',
  'facts',
  'yearToDate',
] as const

/** The facts of the payees as columns, of those that anybody has. */
function perPayee(facts: readonly CommissionFacts[]): CommissionColumnsFacts {
  const known = PER_PAYEE.filter((key) => facts.some((one) => one[key] !== undefined))
  return Object.fromEntries(known.map((key) => [key, facts.map((one) => one[key])]))
}

function totalsOf(
  columns: CommissionPayColumns,
  facts: readonly CommissionFacts[],
  plan: DefinedCommissionPlan,
): PaidTotals {
  const { commission, commissionDecimals, payees, salesDecimals, wide } = columns
  const paid: PayeeTotal[] = []
  const unpaid: UnpaidPayee[] = []
  for (const [at, payee] of payees.entries()) {
    const large = wide.get(at)
    const sales = large?.sales ?? amountOf(columns.sales[at] ?? 0, salesDecimals)
    const units = commission[at] ?? Number.NaN
    if (large !== undefined || !Number.isNaN(units))
      paid.push({
        payee,
        sales,
        commission: large?.commission ?? amountOf(units, commissionDecimals),
      })
    else unpaid.push({ payee, issues: whyUnpaid({ payee, sales }, facts[at] ?? {}, plan) })
  }
  return { paid, unpaid }
}

/** The batch keeps the reasons of the first thousand only; the rule itself says each. */
function whyUnpaid(
  { payee, sales }: { payee: string; sales: string },
  facts: CommissionFacts,
  plan: DefinedCommissionPlan,
): readonly Issue[] {
  const alone = attempt(() => calculateCommission({ ...facts, payee, sales }, plan))
  return alone.ok ? [] : alone.issues
}

/** `5000002` with two decimals as `50000.02`. */
export function amountOf(units: number, decimals: number): string {
  if (decimals === 0) return String(units === 0 ? 0 : units)
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
  const sign = units < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

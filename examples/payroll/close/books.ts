// What a run reads: the plan in force, and for each payee the targets, the cash, and what was paid before.
import {
  addPeriods,
  type CommissionCorrection,
  type CommissionPlanInput,
  type CommissionStatement,
  type DefinedCommissionPlan,
  defineCommissionPlan,
  periodOf,
  periodRange,
  type Settlement,
} from 'sales-rules'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { type Credit, readCredits } from './credits.js'

/** Everything a payee's month is settled by. */
export interface PayeeBooks {
  readonly payee: string
  /** The months since the year began or the payee joined, up to the one that is closed. */
  readonly months: readonly string[]
  readonly targetOf: ReadonlyMap<string, string>
  readonly credits: readonly Credit[]
  /** The months that were paid, as they were paid. */
  readonly paid: readonly PaidMonth[]
  /** What was corrected in earlier runs. */
  readonly corrected: readonly CommissionCorrection[]
}

/** A month that was paid: its year to date, and what it closed with. */
interface PaidMonth {
  readonly month: string
  readonly statement: CommissionStatement
  readonly closing: Settlement['closing']
}

/** The plan in force on the first day of a month, defined from the policy data in the books. */
export async function planOf(books: Books, month: string): Promise<DefinedCommissionPlan> {
  const [row] = await rowsOf<{ plan: CommissionPlanInput }>(
    books,
    'select plan from plan_versions where valid_from <= $1 order by valid_from desc limit 1',
    [periodRange(month).from],
  )
  if (row === undefined) throw new RangeError(`no plan is in force in ${month}`)
  return defineCommissionPlan(row.plan)
}

export async function readPayees(
  books: Books,
  month: string,
  plan: DefinedCommissionPlan,
): Promise<PayeeBooks[]> {
  const { to } = periodRange(month)
  const payees = await rowsOf<{ id: string; joined_on: string }>(
    books,
    'select id, joined_on from payees where joined_on <= $1 order by id',
    [to],
  )
  const targets = await byPayee<{ payee: string; month: string; amount: string }>(
    books,
    'select payee, month, amount from targets order by payee, month',
  )
  const paid = await byPayee<PaidMonth & { payee: string }>(
    books,
    'select payee, month, statement, closing from statements order by payee, month',
  )
  const corrected = await byPayee<{ payee: string; correction: CommissionCorrection }>(
    books,
    'select payee, correction from adjustments where correction is not null order by payee, paid_in, month',
  )
  const credits = groupBy(await readCredits(books, to, plan), ({ payee }) => payee)
  return payees.map(({ id, joined_on }) => ({
    payee: id,
    months: monthsUpTo(month, joined_on),
    targetOf: new Map(targets(id).map((row) => [row.month, row.amount])),
    credits: credits.get(id) ?? [],
    paid: paid(id),
    corrected: corrected(id).map(({ correction }) => correction),
  }))
}

async function byPayee<Row extends { readonly payee: string }>(
  books: Books,
  query: string,
): Promise<(payee: string) => Row[]> {
  const groups = groupBy(await rowsOf<Row>(books, query), ({ payee }) => payee)
  return (payee) => groups.get(payee) ?? []
}

function monthsUpTo(month: string, joinedOn: string): string[] {
  const january = `${month.slice(0, 4)}-01`
  const joined = periodOf(joinedOn, 'month')
  const months: string[] = []
  for (let one = joined > january ? joined : january; one <= month; one = addPeriods(one, 1))
    months.push(one)
  return months
}

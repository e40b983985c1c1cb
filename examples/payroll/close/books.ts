// What a run reads of each payee: presence, targets, cash, amounts by hand, and what was paid before.
import {
  addPeriods,
  type CommissionCorrection,
  type CommissionStatement,
  periodOf,
  periodRange,
  type Settlement,
  type SettlementAdjustment,
} from 'sales-rules'
import { groupBy } from '../../close-the-quarter/groupBy.js'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { firstMonthOf } from '../policy.js'
import type { Absence } from './absences.js'
import { type Credit, readCredits } from './credits.js'
import type { Digests } from './digests.js'
import { type Plans, planOf } from './plans.js'

/** Everything a payee's month is settled by. */
export interface PayeeBooks {
  readonly payee: string
  readonly joinedOn: string
  /** Everybody's: some stand in for others. */
  readonly absences: readonly Absence[]
  /** The months since the year began or the payee joined, up to the one that is closed. */
  readonly months: readonly string[]
  readonly targetOf: ReadonlyMap<string, string>
  readonly credits: readonly Credit[]
  readonly byHand: readonly AmountByHand[]
  /** The months that were paid, as they were paid. */
  readonly paid: readonly PaidMonth[]
  /** What was corrected in earlier runs. */
  readonly corrected: readonly CommissionCorrection[]
  /** What each order has earned in the months that were paid. */
  readonly earnedByOrder: ReadonlyMap<string, string>
}

/** What somebody decided that a payee gets, or gives back: who, why, when, for which month, and in which run. */
interface AmountByHand {
  readonly forMonth: string
  readonly paidIn: string
  readonly adjustment: SettlementAdjustment
}

/** A month that was paid: its year to date, what it closed with, and the digests of what it was made from. */
interface PaidMonth {
  readonly month: string
  readonly statement: CommissionStatement
  readonly closing: Settlement['closing']
  readonly digests: Digests
}

export async function readPayees(books: Books, month: string, plans: Plans): Promise<PayeeBooks[]> {
  const { to } = periodRange(month)
  const payees = await rowsOf<{ id: string; joined_on: string }>(books, present, [to])
  const absences = await rowsOf<Absence>(books, 'select * from absences order by payee, from_day')
  const targets = await byPayee<{ payee: string; month: string; amount: string }>(books, ownTargets)
  const byHand = await byPayee<AmountByHand & { payee: string }>(books, amountsByHand)
  const paid = await byPayee<PaidMonth & { payee: string }>(books, paidMonths)
  const corrected = await byPayee<{ payee: string; correction: CommissionCorrection }>(
    books,
    corrections,
  )
  const earned = await byPayee<{ payee: string; order: string; amount: string }>(books, byOrder)
  const credits = groupBy(
    await readCredits(books, to, planOf(plans, month).plan),
    ({ payee }) => payee,
  )
  return payees.map(({ id, joined_on }) => {
    const months = monthsUpTo(month, joined_on)
    return {
      payee: id,
      joinedOn: joined_on,
      absences,
      months,
      targetOf: new Map(targets(id).map((row) => [row.month, row.amount])),
      credits: (credits.get(id) ?? []).filter(({ bookedIn }) => months.includes(bookedIn)),
      byHand: byHand(id),
      paid: paid(id),
      corrected: corrected(id).map(({ correction }) => correction),
      earnedByOrder: new Map(earned(id).map(({ order, amount }) => [order, amount])),
    }
  })
}

const present = 'select id, joined_on from payees where joined_on <= $1 order by id'
const ownTargets = 'select payee, month, amount from targets order by payee, month'
const amountsByHand = `
  select payee, for_month as "forMonth", paid_in as "paidIn",
    json_build_object('id', id, 'amount', amount::text, 'reason', reason, 'by', given_by, 'on', given_on) as adjustment
  from amounts_by_hand order by id`
const paidMonths =
  'select payee, month, statement, closing, digests from statements order by payee, month'
const corrections =
  'select payee, correction from adjustments where correction is not null order by payee, paid_in, month'
const byOrder =
  'select payee, order_line as "order", sum(amount) as amount from order_commissions group by payee, order_line'

async function byPayee<Row extends { readonly payee: string }>(
  books: Books,
  query: string,
): Promise<(payee: string) => Row[]> {
  const groups = groupBy(await rowsOf<Row>(books, query), ({ payee }) => payee)
  return (payee) => groups.get(payee) ?? []
}

function monthsUpTo(month: string, joinedOn: string): string[] {
  const first = firstMonthOf(month)
  const joined = periodOf(joinedOn, 'month')
  const months: string[] = []
  for (let one = joined > first ? joined : first; one <= month; one = addPeriods(one, 1))
    months.push(one)
  return months
}

// The run checks itself. A check is the rule, the numbers that were compared, and whether it holds.
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import type { Books } from './database/open.js'
import { rowsOf } from './database/rows.js'
import type { Reconciled } from './reconcile.js'
import type { Rehearsal, Run } from './runs.js'

/** What must hold in the books, each figure computed a second time in SQL. */
export async function checkBooks(
  books: Books,
  reconciled: readonly Reconciled[],
): Promise<Reconciliation[]> {
  return [
    await checkCash(books),
    await checkLines(books),
    checkMonths(
      'earned + corrected = commission by SQL, up to every month',
      reconciled,
      'earnedOff',
    ),
    await checkOrders(books),
    await checkPayroll(books),
    checkMonths(
      'paid + carried over = commission by SQL + by hand, up to every month',
      reconciled,
      'paidOff',
    ),
    checkMonths(
      'earned + adjustments = a clean run by SQL, for every month',
      reconciled,
      'restatedOff',
    ),
  ]
}

async function checkCash(books: Books): Promise<Reconciliation> {
  const [cash] = await rowsOf<{ booked: string; counted: string }>(
    books,
    'select (select sum(amount) from payments) as booked, (select sum(collected) from statements) as counted',
  )
  return {
    rule: 'cash booked = cash counted in statements',
    numbers: `${cash?.booked} = ${cash?.counted}`,
    holds: cash !== undefined && cash.booked === cash.counted,
  }
}

async function checkLines(books: Books): Promise<Reconciliation> {
  const [lines] = await rowsOf<{ statements: string; wrong: string }>(
    books,
    `select count(*) as statements, count(*) filter (where total <> year_to_date) as wrong
     from (
       select year_to_date, coalesce(sum(amount), 0) as total
       from statements left join statement_lines using (payee, month)
       group by payee, month, year_to_date
     ) summed`,
  )
  return {
    rule: 'slices + adjustments = commission of the year to date',
    numbers: `${lines?.statements} statements`,
    holds: lines?.wrong === '0',
  }
}

async function checkOrders(books: Books): Promise<Reconciliation> {
  const [months] = await rowsOf<{ orders: string; wrong: string }>(
    books,
    `select sum(orders) as orders, count(*) filter (where earned + corrected <> total) as wrong
     from (
       select earned, corrected, count(amount) as orders, coalesce(sum(amount), 0) as total
       from statements left join order_commissions using (payee, month)
       group by payee, month, earned, corrected
     ) summed`,
  )
  return {
    rule: 'commission of the orders = earned + corrected, for every month',
    numbers: `${months?.orders} orders in a month`,
    holds: months?.wrong === '0',
  }
}

async function checkPayroll(books: Books): Promise<Reconciliation> {
  const [months] = await rowsOf<{ rows: string; wrong: string }>(
    books,
    `select sum(rows) as rows, count(*) filter (where paid <> total) as wrong
     from (
       select paid, count(amount) as rows, coalesce(sum(amount), 0) as total
       from statements left join payroll_rows using (payee, month)
       group by payee, month, paid
     ) summed`,
  )
  return {
    rule: 'rows for payroll = paid, for every month',
    numbers: `${months?.rows} rows`,
    holds: months?.wrong === '0',
  }
}

function checkMonths(
  rule: string,
  reconciled: readonly Reconciled[],
  off: 'earnedOff' | 'paidOff' | 'restatedOff',
): Reconciliation {
  const wrong = reconciled.filter((row) => row[off] !== '0.00')
  const named = wrong.map((row) => `${row.payee} ${row.month} by ${row[off]}`).join(', ')
  return {
    rule,
    numbers: `${reconciled.length} statements${named === '' ? '' : `; not for ${named}`}`,
    holds: wrong.length === 0,
  }
}

/** What must hold of the runs, by the fingerprints of the books around them. */
export function checkRuns(
  runs: readonly Run[],
  again: readonly Run[],
  rehearsal: Rehearsal,
): Reconciliation[] {
  return [
    {
      rule: 'a run leaves the months before it as they were paid',
      numbers: `${runs.length} runs`,
      holds: runs.every((run) => run.isNew && run.paidBefore === run.paidAfter),
    },
    {
      rule: 'a month that is run again changes nothing',
      numbers: `${again.length} runs`,
      holds: again.every((run) => !run.isNew && run.before === run.after),
    },
    {
      rule: 'a run that fails in the middle leaves nothing behind',
      numbers: `${rehearsal.month}, ${rehearsal.failure}`,
      holds: rehearsal.failure !== null && rehearsal.before === rehearsal.after,
    },
  ]
}

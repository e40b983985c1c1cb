import type { PGlite } from '@electric-sql/pglite'
import { addPeriods } from 'sales-rules'
import type { Books } from '../database/open.js'
import { rowsOf } from '../database/rows.js'
import { firstMonthOf } from '../policy.js'
import { readPayees } from './books.js'
import { digestsOf, readOrders, requireUnchanged } from './digests.js'
import { type PlanInForce, planOf, readPlans } from './plans.js'
import { settlePayee } from './settle.js'
import { writeMonth } from './write.js'

/**
 * Closes a month: settles every payee and writes it back, all in one transaction, so that a run that fails leaves nothing behind.
 *
 * A month that was closed before stays as it is, and the answer is false.
 */
export async function closeMonth(books: PGlite, month: string): Promise<boolean> {
  return books.transaction(async (transaction) => {
    const plans = await readPlans(transaction)
    const inForce = planOf(plans, month)
    if (!(await openRun(transaction, month, inForce))) return false
    await requireOrder(transaction, month)
    const orders = await readOrders(transaction)
    for (const payee of await readPayees(transaction, month, plans)) {
      requireUnchanged(payee, plans, orders)
      const digests = digestsOf(payee, month, inForce, orders)
      await writeMonth(transaction, settlePayee(payee, plans), digests)
    }
    return true
  })
}

/** Of two runs of a month at the same time, the second waits here for the first and then finds it done. */
async function openRun(books: Books, month: string, { plan }: PlanInForce): Promise<boolean> {
  const opened = await rowsOf(
    books,
    'insert into runs (month, plan, version) values ($1, $2, $3) on conflict (month) do nothing returning month',
    [month, plan.id, plan.version],
  )
  return opened.length === 1
}

/** Months are closed one after the other. */
async function requireOrder(books: Books, month: string): Promise<void> {
  if (month === firstMonthOf(month)) return
  const before = addPeriods(month, -1)
  const closed = await rowsOf(books, 'select month from runs where month = $1', [before])
  if (closed.length === 0) throw new RangeError(`${before} is to be closed before ${month}`)
}

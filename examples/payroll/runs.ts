// The runs of the year, each with the fingerprints of the books before and after it.
import type { PGlite } from '@electric-sql/pglite'
import { closeMonth } from './close/month.js'
import { digestOfBooks, digestOfPaid } from './database/digest.js'
import { insert, rowsOf } from './database/rows.js'

export interface Run {
  readonly month: string
  /** False where the month was closed before. */
  readonly isNew: boolean
  readonly before: string
  readonly after: string
  /** Of what was paid for the months before it. */
  readonly paidBefore: string
  readonly paidAfter: string
}

/** A run that was made to fail. */
export interface Rehearsal {
  readonly month: string
  /** Why it failed; null if it did not. */
  readonly failure: string | null
  readonly before: string
  readonly after: string
}

export async function runMonths(books: PGlite, months: readonly string[]): Promise<Run[]> {
  const runs: Run[] = []
  for (const month of months) runs.push(await runMonth(books, month))
  return runs
}

async function runMonth(books: PGlite, month: string): Promise<Run> {
  const before = await digestOfBooks(books)
  const paidBefore = await digestOfPaid(books, month)
  const isNew = await closeMonth(books, month)
  const paidAfter = await digestOfPaid(books, month)
  return { month, isNew, before, after: await digestOfBooks(books), paidBefore, paidAfter }
}

/** Runs a month while the target of a payee is missing: those before the payee are settled and written when the run fails. */
export async function rehearseFailure(
  books: PGlite,
  month: string,
  payee: string,
): Promise<Rehearsal> {
  const removed = await rowsOf<Record<string, unknown>>(
    books,
    'delete from targets where month = $1 and payee = $2 returning *',
    [month, payee],
  )
  const before = await digestOfBooks(books)
  const failure = await closeMonth(books, month).then(
    () => null,
    (error: Error) => error.message,
  )
  const after = await digestOfBooks(books)
  await insert(books, 'targets', removed)
  return { month, failure, before, after }
}

// The year once more, in SQL alone, beside what the runs have written.
import { readFileSync } from 'node:fs'
import type { Books } from './database/open.js'
import { rowsOf } from './database/rows.js'

/** A payee's year up to a month. */
export interface Reconciled {
  readonly payee: string
  readonly month: string
  readonly collected: string
  /** By SQL; the rest is what the runs have written. */
  readonly commission: string
  readonly earned: string
  readonly corrected: string
  /** Decided by hand; not earned by what was collected. */
  readonly byHand: string
  readonly paid: string
  readonly carried: string
  /** Earned + corrected − commission. */
  readonly earnedOff: string
  /** Paid + carried over − what was decided by hand − commission. */
  readonly paidOff: string
  /** What the month earned, with its adjustments of all later runs, less what it earns where every refund is known from the start. */
  readonly restatedOff: string
}

export async function reconcile(books: Books): Promise<Reconciled[]> {
  return rowsOf<Reconciled>(books, readFileSync(new URL('reconcile.sql', import.meta.url), 'utf8'))
}

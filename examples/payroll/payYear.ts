import type { PGlite } from '@electric-sql/pglite'
import type { Reconciliation } from '../close-the-quarter/reconcile.js'
import { checkBooks, checkRuns } from './checks.js'
import { months } from './policy.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report/report.js'
import { readYear, type Year } from './report/year.js'
import { rehearseFailure, runMonths } from './runs.js'

/** The page that is printed, and what the runs checked of themselves. */
export interface PaidYear {
  readonly page: readonly string[]
  /** What the page and the files are made of. */
  readonly year: Year
  readonly checks: readonly Reconciliation[]
}

/** Pays the twelve months of seeded books, one run after the other; once a run fails half way, and in the end all are run again. */
export async function payYear(books: PGlite): Promise<PaidYear> {
  const earlier = await runMonths(books, months.slice(0, -1))
  const rehearsal = await rehearseFailure(books, '2027-03', 'P08')
  const december = await runMonths(books, months.slice(-1))
  const again = await runMonths(books, months)
  const reconciled = await reconcile(books)
  const year = await readYear(books)
  const page = reportOn(year, reconciled)
  const ofRuns = checkRuns([...earlier, ...december], again, rehearsal)
  return { page, year, checks: [...(await checkBooks(books, reconciled)), ...ofRuns] }
}

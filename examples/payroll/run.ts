// Pays commission for the twelve months of a year from a PostgreSQL database that runs inside this process, and checks itself.
// Run it with `npm run payroll`. It knows no clock and no locale, so that it prints the same page every time.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { checkBooks, checkRuns } from './checks.js'
import { openBooks } from './database/open.js'
import { seedBooks } from './generator/seed.js'
import { months } from './policy.js'
import { reconcile } from './reconcile.js'
import { reportOn } from './report/report.js'
import { readYear } from './report/year.js'
import { rehearseFailure, runMonths } from './runs.js'

const books = await openBooks()
await seedBooks(books)

const earlier = await runMonths(books, months.slice(0, -1))
const rehearsal = await rehearseFailure(books, '2026-12', 'P07')
const december = await runMonths(books, months.slice(-1))
const again = await runMonths(books, months)

const reconciled = await reconcile(books)
const page = reportOn(await readYear(books), reconciled)
const checks = [
  ...(await checkBooks(books, reconciled)),
  ...checkRuns([...earlier, ...december], again, rehearsal),
]
await books.close()

console.log([...page, ...checkSection('5. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1

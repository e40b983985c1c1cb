// Pays commission for the twelve months of a year from a PostgreSQL database that runs inside this process, and checks itself.
// Run it with `npm run payroll`. It knows no clock and no locale, so that it prints the same page every time.
//
// Where to look: close/month.ts is a run, in one transaction; close/settle.ts and close/adjust.ts call the library; database/schema.sql
// is the books; reconcile.sql computes the year a second time, in SQL alone.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { openBooks } from './database/open.js'
import { seedBooks } from './generator/seed.js'
import { payYear } from './payYear.js'

const books = await openBooks()
await seedBooks(books)
const { page, checks } = await payYear(books)
await books.close()

console.log([...page, ...checkSection('5. Checks', checks)].join('\n'))
if (checks.some(({ holds }) => !holds)) process.exitCode = 1

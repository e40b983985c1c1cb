// Pays commission for the twelve months of a year from a PostgreSQL database that runs inside this process, and checks itself.
// Run it with `npm run payroll`. It knows no clock and no locale, so that it prints the same page every time.
//
// Where to look: close/month.ts is a run, in one transaction; close/settle.ts, close/adjust.ts and close/orders.ts call the library;
// close/digests.ts keeps what a month was paid from; database/schema.sql is the books, and locks them; reconcile.sql computes the year a
// second time, in SQL alone. Written are the rows for payroll, the commission of each order, and the statements of all months.
import { checkSection } from '../close-the-quarter/report/checks.js'
import { writeFiles } from '../close-the-quarter/write/files.js'
import { openBooks } from './database/open.js'
import { filesOf } from './files.js'
import { seedBooks } from './generator/seed.js'
import { payYear } from './payYear.js'

const books = await openBooks()
await seedBooks(books)
const { page, year, checks } = await payYear(books)
await books.close()

const files = filesOf(year)
writeFiles(new URL('../out/payroll/', import.meta.url), files)
console.log([...page, ...checkSection('7. Checks', checks)].join('\n'))
console.log(`Written to examples/out/payroll: ${Object.keys(files).join(', ')}`)
if (checks.some(({ holds }) => !holds)) process.exitCode = 1

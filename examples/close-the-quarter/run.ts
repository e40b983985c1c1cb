// Closes a quarter: reads the company's files, settles commission, appraises, ranks, watches, and checks itself.
// Run it with `npm start`. It reads examples/data, prints one page and writes examples/out; it knows no clock and no locale, so
// the same data always makes the same page and the same files.
import { closeQuarter } from './close/quarter.js'
import { readCompany } from './read/company.js'
import { reconcile } from './reconcile.js'
import { checkSection } from './report/checks.js'
import { reportOn } from './report/report.js'
import { filesOf, writeFiles } from './write/files.js'

const company = readCompany(new URL('../data/', import.meta.url))
const close = closeQuarter(company)
const files = filesOf(company, close)
const page = reportOn(company, close)
const checks = reconcile(company, close, page)

writeFiles(new URL('../out/', import.meta.url), files)
console.log([...page, ...checkSection('8. Checks', checks)].join('\n'))
console.log(`Written to examples/out: ${Object.keys(files).join(', ')}`)
if (checks.some(({ holds }) => !holds)) process.exitCode = 1

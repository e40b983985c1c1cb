// A source review of any CSV of leads: `npx tsx examples/leads/review.ts leads.csv contact y`, where `contact` is the column of the source and
// `y` that of the outcome, "yes" or "no"; an outcome that is empty is open. A delimiter other than a comma comes last.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { problemsOf, reviewOf } from './reviewOf.js'

const [file, source = 'source', outcome = 'outcome', delimiter = ','] = process.argv.slice(2)
if (file === undefined) {
  console.error(
    'usage: review.ts <file.csv> [column of the source] [column of the outcome] [delimiter]',
  )
  process.exit(1)
}
const rows: Record<string, string>[] = parse(readFileSync(file), {
  columns: true,
  bom: true,
  delimiter,
})
const problems = problemsOf(rows, source, outcome)
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
} else console.log(reviewOf(rows, source, outcome).join('\n'))

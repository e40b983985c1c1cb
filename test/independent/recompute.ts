/**
 * Recomputes what payees were paid in a year, from the JSON of the library's outcomes alone: no plan, no order line, and nothing of
 * the library. It reads a JSON list of years from a file and prints a line for each payee; it fails where a cent or a word differs.
 *
 * Run it with `npx tsx test/independent/recompute.ts years.json`.
 */
import { readFileSync } from 'node:fs'
import type { PayeeYear } from './archive.js'
import { recomputeYear } from './year.js'

const [file = ''] = process.argv.slice(2)
const years = (JSON.parse(readFileSync(file, 'utf8')) as PayeeYear[]).map(recomputeYear)
const wrong = years.filter(({ paid, stated, findings }) => paid !== stated || findings.length > 0)
const lines = years.map(({ payee, paid, stated, findings }) =>
  [`${payee} paid ${stated}, recomputed ${paid}`, ...findings.map((text) => `  ${text}`)].join(
    '\n',
  ),
)
process.stdout.write(`${lines.join('\n')}\n${years.length} years, ${wrong.length} differ\n`)
if (wrong.length > 0) process.exitCode = 1

// A source review of any CSV of leads: `npx tsx examples/leads/review.ts leads.csv contact y`, where `contact` is the column of the source and
// `y` that of the outcome, "yes" or "no"; an outcome that is empty is open.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { handbook, reviewSources } from 'sales-rules'
import { columns } from '../close-the-quarter/report/layout.js'

const [file = '', source = 'source', outcome = 'outcome', delimiter = ','] = process.argv.slice(2)
const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, delimiter })

const tallies = new Map<string, { leads: number; open: number; won: number }>()
for (const row of rows) {
  const id = row[source] || 'unknown'
  const tally = tallies.get(id) ?? { leads: 0, open: 0, won: 0 }
  tally.leads += 1
  if (row[outcome] === '') tally.open += 1
  if (row[outcome] === 'yes') tally.won += 1
  tallies.set(id, tally)
}
const input = { sources: [...tallies].map(([id, tally]) => ({ id, ...tally })) }
const { sources, shiftTo, notCounted } = reviewSources(input, handbook.leads)
const table = sources.map(({ id, won, decided, rate, interval, verdict }) => [
  ...[id, `${won} of ${decided}`, rate?.slice(0, 6) ?? '-', interval?.join(' to ') ?? '-', verdict],
])
console.log([...columns(table, 'lrrll'), `Budgets move to: ${shiftTo.join(', ')}`].join('\n'))
for (const { id, issues } of notCounted)
  console.error(
    id,
    issues.map(({ message }) => message),
  )

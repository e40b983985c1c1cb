// What came of each source of a table of leads: one row a lead, with a column of its source and a column of its outcome.
import { handbook, reviewSources } from 'sales-rules'
import { percent } from '../close-the-quarter/exact.js'
import { columns, wrapped } from '../close-the-quarter/report/layout.js'

type Rows = readonly Readonly<Record<string, string>>[]

/** What is wrong with a column: a misspelt one would be a source without a name, or leads of which none was won. */
export function problemsOf(rows: Rows, source: string, outcome: string): string[] {
  const known = Object.keys(rows[0] ?? {})
  const missing = [source, outcome].filter((column) => !known.includes(column))
  if (missing.length > 0)
    return missing.map((column) => `no column "${column}"; there are: ${known.join(', ')}`)
  const odd = [...new Set(rows.map((row) => row[outcome] ?? ''))].filter((word) => !isOutcome(word))
  return odd.map((word) => `"${word}" in column "${outcome}" is neither yes nor no nor empty`)
}

const isOutcome = (word: string) => ['yes', 'no', ''].includes(word)

export function reviewOf(rows: Rows, source: string, outcome: string): string[] {
  const input = { sources: talliesOf(rows, source, outcome) }
  const { sources, shiftTo, threshold, notCounted } = reviewSources(input, handbook.leads)
  const table = sources.map(({ id, won, decided, rate, interval, verdict, decidedNeeded }) => [
    ...[id, `${won} of ${decided}`, share(rate), interval?.map(share).join(' to ') ?? '-', verdict],
    decidedNeeded === null ? '' : `needs ${decidedNeeded} that are decided`,
  ])
  const to = shiftTo.join(', ') || `no source: none is surely above ${share(threshold)}`
  return [
    ...columns([['source', 'won', 'rate', 'may be', 'verdict'], ...table], 'lrrrll'),
    ...wrapped(`Budgets move to: ${to}`),
    ...notCounted.map(({ id, issues }) => `  ${id ?? '?'}: ${issues[0]?.message}`),
  ]
}

/** A ratio as people say it. */
export const share = (ratio: string | null) => (ratio === null ? '-' : `${percent(ratio, 2)}%`)

/** An outcome that is empty is open. */
function talliesOf(rows: Rows, source: string, outcome: string) {
  const tallies = new Map<string, { leads: number; open: number; won: number }>()
  for (const row of rows) {
    const id = row[source] || '(none)'
    const tally = tallies.get(id) ?? { leads: 0, open: 0, won: 0 }
    tally.leads += 1
    if (row[outcome] === '') tally.open += 1
    if (row[outcome] === 'yes') tally.won += 1
    tallies.set(id, tally)
  }
  return [...tallies].map(([id, tally]) => ({ id, ...tally }))
}

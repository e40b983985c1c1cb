/** Pays lines in three ways with DuckDB in this process, and compares each with a single process of the filter alone. */
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from '../install.js'
import { output } from '../processes.js'
import { say } from '../say.js'
import { makeWork, requireSame, sorted, TARGET, type Work } from '../work.js'

const SIZE = { lines: 200_000, parts: 1, payees: 800 }

export async function run(folder: string): Promise<void> {
  install('duckdb')
  const { read, version } = await import('./read.js')
  say(`DuckDB ${await version()}, ${SIZE.lines} lines`)

  const sums = makeWork(folder, { ...SIZE, hasFirstOrders: false })
  const args = [sums.plan, sums.lines, TARGET]
  requireCents(linesOf(runExample('totals', args, folder)), sums, 'amounts added up in SQL')
  say('  amounts added up in SQL, paid by calculateCommission: the same cents')

  const paid = join(folder, 'paid.parquet')
  runExample('function', [...args, paid], folder)
  requireCents(await read(paid), sums, 'the plan as a function')
  say('  the plan as a function of SQL: the same cents')

  const withNull = join(folder, 'null.ndjson')
  copyFileSync(sums.lines, withNull)
  appendFileSync(withNull, '{"payee":"Nobody","amount":null}\n')
  runExample('function', [sums.plan, withNull, TARGET, paid], folder)
  const nobody = (await read(paid)).find(({ payee }) => payee === 'Nobody')
  if (nobody?.commission !== null) throw new Error(`NULL was paid ${nobody?.commission}.`)
  say('  the function gets NULL, and gives NULL')

  const whole = makeWork(folder, { ...SIZE, hasFirstOrders: true })
  runExample('filter', [whole.plan, whole.lines, TARGET], folder)
  const results = sorted(readFileSync(join(folder, 'paid.ndjson'), 'utf8'))
  requireSame(results, whole, 'whole lines through the filter')
  say('  whole lines through the filter: the bytes of a single process')
}

/** What a payee is paid, of whatever else there is of it. */
export interface Paid {
  readonly payee: string
  readonly lines: number
  readonly sales: string | null
  readonly commission: string | null
}

function runExample(name: string, args: readonly string[], cwd: string): string {
  const file = fileURLToPath(new URL(`${name}.mjs`, import.meta.url))
  return output('node', [file, ...args], cwd)
}

const linesOf = (text: string): Paid[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

/** Amounts have two decimals in SQL, and the filter leaves those of sales out that are zero. */
function requireCents(paid: readonly Paid[], work: Work, what: string): void {
  const expected = linesOf(work.paid).map((one) => ({ ...one, sales: withCents(one.sales) }))
  const inCents = ({ payee, lines, sales, commission }: Paid) =>
    JSON.stringify({ payee, lines, sales, commission })
  const text = (rows: readonly Paid[]) => rows.map((row) => `${inCents(row)}\n`).join('')
  requireSame(sorted(text(paid)), { ...work, paid: text(expected) }, what)
}

function withCents(sales: string | null): string | null {
  if (sales === null) return null
  const [whole, cents = ''] = sales.split('.')
  return `${whole}.${cents.padEnd(2, '0')}`
}

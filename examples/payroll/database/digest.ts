import type { Books } from './open.js'
import { rowsOf } from './rows.js'

const tables = [
  'payees',
  'absences',
  'plan_versions',
  'targets',
  'order_lines',
  'order_owners',
  'payments',
  'amounts_by_hand',
  'runs',
  'statements',
  'statement_lines',
  'order_commissions',
  'payroll_rows',
  'adjustments',
]

/** A hash of every row: books with the same hash have the same content. */
export async function digestOfBooks(books: Books): Promise<string> {
  return hash(books, tables.map(contentOf).join(' union all '))
}

/** A hash of what was paid for the months before one, and how. */
export async function digestOfPaid(books: Books, before: string): Promise<string> {
  const paid = tables.slice(tables.indexOf('runs'), -1).map(contentOf)
  return hash(books, paid.map((query) => `${query} where month < $1`).join(' union all '), [before])
}

function contentOf(table: string): string {
  return `select '${table}' as name, one::text as content from ${table} one`
}

async function hash(books: Books, rows: string, values: readonly unknown[] = []): Promise<string> {
  const [digest] = await rowsOf<{ hash: string }>(
    books,
    `select coalesce(md5(string_agg(name || content, ';' order by name, content)), '') as hash from (${rows}) contents`,
    values,
  )
  return digest?.hash ?? ''
}

import type { Books } from './open.js'

/** The rows that a query returns, each an object by column. */
export async function rowsOf<Row>(
  books: Books,
  query: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await books.query<Row>(query, [...values])
  return rows
}

/** Adds rows to a table, all in one statement. Amounts travel as text, and the table's own columns read them. */
export async function insert(
  books: Books,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).join(', ')
  await books.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [rows],
  )
}

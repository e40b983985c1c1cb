/** The same work in SQL, over a table of DECIMAL amounts that is loaded before anything is timed; two threads. */
import { DuckDBInstance } from '@duckdb/node-api'
import { TARGET } from './orders.js'

const COMMISSION = (sales: string) => `round(
  least(${sales}, 1000000) * 0.03
  + greatest(0, least(${sales}, 2000000) - 1000000) * 0.04
  + greatest(0, ${sales} - 2000000) * 0.05, 2)`

const TOTALS = `SELECT payee, CASE WHEN sum(amount) < ${TARGET} THEN 0 ELSE ${COMMISSION('sum(amount)')} END AS paid
  FROM orders GROUP BY payee`

const SHARES = `WITH running AS (
    SELECT line, payee,
      sum(amount) OVER (PARTITION BY payee ORDER BY line) AS sales,
      sum(amount) OVER (PARTITION BY payee) AS total
    FROM orders),
  paid AS (
    SELECT line, payee, CASE WHEN total < ${TARGET} THEN 0 ELSE ${COMMISSION('sales')} END AS paid FROM running)
  SELECT line, paid - coalesce(lag(paid) OVER (PARTITION BY payee ORDER BY line), 0) AS share FROM paid`

/** How the table names a payee: by a number, as our columns do, or by a text, as orders do. */
export type PayeeColumn = 'INTEGER' | 'VARCHAR'

/** Runs both queries over the lines that centsOf and payeeOf in orders.ts give. */
export async function openDuckDB(lines: number, payee: PayeeColumn) {
  const name = payee === 'INTEGER' ? '' : "'E-' || "
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE orders AS SELECT line::INTEGER AS line, (${name}((line * 7919) % 2000))::${payee} AS payee,
    (CASE WHEN line % 10 = 9 THEN -1 ELSE 1 END * (((line * 104729) % 200003) + 1) / 100.0)::DECIMAL(18, 2) AS amount
    FROM range(${lines}) AS t(line)`)
  return {
    totals: () => connection.run(TOTALS),
    /** All shares are computed; one number comes back, so that handing them over is not part of the time. */
    shares: () => connection.run(`SELECT sum(share), count(*) FROM (${SHARES})`),
    readTotals: () =>
      read(
        `SELECT payee, paid FROM (${TOTALS}) ORDER BY replace(payee::VARCHAR, 'E-', '')::INTEGER`,
      ),
    readShares: () => read(`${SHARES} ORDER BY line`),
  }

  async function read(query: string): Promise<number[]> {
    const reader = await connection.runAndReadAll(query)
    return reader.getRows().map((row) => Math.round(Number(row[1]) * 100))
  }
}

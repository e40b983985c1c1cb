// Whole lines through the filter, and what is paid back into a table: node filter.mjs plan.json 'lines-*.ndjson' 650000
import { execFileSync } from 'node:child_process'
import { DuckDBInstance } from '@duckdb/node-api'

const [plan, lines, target] = process.argv.slice(2)
const connection = await (await DuckDBInstance.create('sales.duckdb')).connect()
await connection.run(
  `CREATE TABLE lines AS FROM read_json($1, columns =
     { id: 'VARCHAR', payee: 'VARCHAR', amount: 'DECIMAL(18, 2)', firstOrder: 'BOOLEAN' })`,
  [lines],
)

// Amounts as texts: as numbers of JSON, those of more than 15 digits are refused.
await connection.run(
  `COPY (SELECT id, payee, amount::VARCHAR AS amount, coalesce(firstOrder, false) AS firstOrder FROM lines)
   TO 'whole.ndjson' (FORMAT json)`,
)
const salesRules = (...args) => execFileSync('sales-rules', args, { stdio: 'inherit' })
salesRules('partial', plan, 'whole.ndjson', '--output', 'states.ndjson')
salesRules('finish', plan, 'states.ndjson', '--target', target, '--output', 'paid.ndjson')
await connection.run(
  `CREATE TABLE paid AS FROM read_json('paid.ndjson', columns =
     { payee: 'VARCHAR', lines: 'INTEGER', sales: 'DECIMAL(18, 2)', commission: 'DECIMAL(18, 2)', policy: 'VARCHAR' })`,
)

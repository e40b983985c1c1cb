// Adds amounts up in SQL, and pays each total by the plan: node totals.mjs plan.json 'lines-*.ndjson' 650000
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { calculateCommission, unpackPolicy } from 'sales-rules'

const [planFile, lines, target] = process.argv.slice(2)
// What `sales-rules pack` has written.
const plan = unpackPolicy(JSON.parse(readFileSync(planFile, 'utf8')))
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const totals = await connection.runAndReadAll(
  `SELECT payee, count(*)::INTEGER AS lines, sum(amount)::VARCHAR AS sales
   FROM read_json($1, columns = { payee: 'VARCHAR', amount: 'DECIMAL(18, 2)' })
   GROUP BY payee`,
  [lines],
)
for (const { payee, lines, sales } of totals.getRowObjects()) {
  const { amount } = calculateCommission({ payee, sales, target }, plan)
  console.log(JSON.stringify({ payee, lines, sales, commission: amount }))
}

// The plan as a function of SQL: node function.mjs plan.json 'lines-*.ndjson' 650000 paid.parquet
import { readFileSync } from 'node:fs'
import { DuckDBInstance, DuckDBScalarFunction, VARCHAR } from '@duckdb/node-api'
import { calculateCommission, unpackPolicy } from 'sales-rules'

const [planFile, lines, target, paid] = process.argv.slice(2)
const plan = unpackPolicy(JSON.parse(readFileSync(planFile, 'utf8')))
const connection = await (await DuckDBInstance.create(':memory:')).connect()
connection.registerScalarFunction(
  DuckDBScalarFunction.create({
    name: 'commission',
    parameterTypes: [VARCHAR, VARCHAR],
    returnType: VARCHAR,
    mainFunction: (_, input, output) => {
      const [sales, target] = [input.getColumnVector(0), input.getColumnVector(1)]
      for (let row = 0; row < input.rowCount; row += 1)
        output.setItem(row, commissionOf(sales.getItem(row), target.getItem(row)))
      output.flush()
    },
  }),
)

// Without sales there is no commission, as is usual in SQL; DuckDB also asks for NULL where a column has none.
function commissionOf(sales, target) {
  return sales === null ? null : calculateCommission({ sales, target }, plan).amount
}

await connection.run(
  `COPY (
     SELECT payee, count(*)::INTEGER AS lines, sum(amount) AS sales,
       commission(sum(amount)::VARCHAR, $2::VARCHAR)::DECIMAL(18, 2) AS commission
     FROM read_json($1, columns = { payee: 'VARCHAR', amount: 'DECIMAL(18, 2)' })
     GROUP BY payee
   ) TO '${paid}'`,
  [lines, target],
)

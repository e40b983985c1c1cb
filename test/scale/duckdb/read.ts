import { DuckDBInstance, version as versionOfDuckDB } from '@duckdb/node-api'
import type { Paid } from './run.js'

export async function version(): Promise<string> {
  return versionOfDuckDB()
}

/** What a file of Parquet says was paid, with amounts as they are written. */
export async function read(file: string): Promise<Paid[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const reader = await connection.runAndReadAll(
    `SELECT payee, lines, sales::VARCHAR AS sales, commission::VARCHAR AS commission FROM '${file}'`,
  )
  return reader.getRowObjectsJson() as unknown as Paid[]
}

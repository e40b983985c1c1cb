/**
 * Runs the filter under engines that are there already, and compares what comes out with a single process. It ends with 1 where anything
 * differs, and where an engine cannot be had: what was not run has not passed.
 *
 * - `npm run scale -- dask`, `duckdb`, `clickhouse`: one of them, or several
 * - `npm run scale -- buckets`: the CRC-32 of other languages
 * - `npm run scale -- measure`: two workers of Dask against one process, in time and in CPU time
 */
import { rmSync } from 'node:fs'
import { stopAll } from './processes.js'
import { say } from './say.js'
import { makeFolder } from './work.js'

/** An engine, or a measurement. */
export type Run = (folder: string) => Promise<void>

const RUNS: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  buckets: () => import('./buckets/run.js'),
  clickhouse: () => import('./clickhouse/run.js'),
  dask: () => import('./dask/run.js'),
  duckdb: () => import('./duckdb/run.js'),
  measure: () => import('./dask/measure.js'),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in RUNS))
if (wanted.length === 0 || unknown.length > 0)
  throw new Error(`Say which: npm run scale -- ${Object.keys(RUNS).join(' | ')}`)

let failed = 0
for (const name of wanted) {
  const folder = makeFolder(name)
  const start = performance.now()
  try {
    const { run } = await (RUNS[name] as (typeof RUNS)[string])()
    await run(folder)
    say(`${name}: passed in ${((performance.now() - start) / 1000).toFixed(0)} s`)
  } catch (error) {
    failed += 1
    say(`${name}: NOT PASSED. ${error instanceof Error ? error.message : error}`)
  } finally {
    await stopAll()
    rmSync(folder, { recursive: true, force: true })
  }
}
say(`${wanted.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/**
 * Pays lines with the engine of ClickHouse in this process (chdb, half a gigabyte): whole lines through the filter, byte for byte, and the plan as a
 * function. A line that is refused has to fail the query, and a filter that is silent for long is what `command_read_timeout` ends.
 */
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { requireBuckets } from '../buckets/run.js'
import { install } from '../install.js'
import { say } from '../say.js'
import { makeWork, NAMES, requireSame, sorted, type Work } from '../work.js'

const SIZE = { lines: 200_000, parts: 1, payees: 800 }
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

type Query = (sql: string) => string

export async function run(folder: string): Promise<void> {
  install('clickhouse')
  const whole = makeWork(join(folder), { ...SIZE, hasFirstOrders: true })
  const query = await open(folder, whole)
  say(`ClickHouse ${rowsOf(query('SELECT version() AS version'))[0]?.version}, ${SIZE.lines} lines`)
  const names = NAMES.map((name) => `'${name.replace(/[\\']/g, '\\$&')}'`)
  const bucketed = rowsOf(query(`SELECT CRC32(arrayJoin([${names}])) % 64 AS bucket`))
  requireBuckets(
    'ClickHouse',
    bucketed.map(({ bucket }) => Number(bucket)),
  )

  query(tableOf(whole.lines))
  query(example('partial.sql'))
  const paid = rowsOf(query(example('finish.sql'))).map((row) => `${row.paid}\n`)
  requireSame(sorted(paid.join('')), whole, 'whole lines through the filter')
  say('  whole lines through the filter: the bytes of a single process')

  requireFailure(query, {
    sql: `DROP TABLE states SYNC; INSERT INTO lines VALUES ('x', 'Ann', 'n/a', false); ${example('partial.sql')}`,
    because: 'CHILD_WAS_NOT_EXITED_NORMALLY',
  })
  query(example('partial.sql').replace('check_exit_code = 1,', ''))
  const { states } = rowsOf(query('SELECT count() AS states FROM states'))[0] ?? {}
  say(`  a refused line fails the query; without check_exit_code it gives ${states} states`)
  if (Number(states) !== 0) throw new Error(`Expected no states, got ${states}.`)

  const silent = (timeout: number) =>
    `SELECT * FROM executable('silent', TSVRaw, 'text String', (SELECT 'a'), SETTINGS command_read_timeout = ${timeout})`
  requireFailure(query, { sql: silent(500), because: 'Pipe read timeout exceeded 500' })
  query(silent(600_000))
  say('  a filter that is silent for two seconds: ended at 500 ms, and not at 600000')

  const sums = makeWork(folder, { ...SIZE, hasFirstOrders: false })
  query(tableOf(sums.lines))
  requireCents(rowsOf(query(example('function.sql'))), sums)
  say('  the plan as a function of SQL: the same cents')
}

/** The engine, with the scripts that it may run and the plan beside them. */
async function open(folder: string, { plan }: Work): Promise<Query> {
  const scripts = join(folder, 'user_scripts')
  cpSync(here('user_scripts'), scripts, { recursive: true })
  cpSync(plan, join(scripts, 'plan.json'))
  writeFileSync(join(scripts, 'silent'), '#!/bin/sh\ntext=$(cat)\nsleep 2\necho "$text"\n')
  chmodSync(join(scripts, 'silent'), 0o755)
  // Where its function finds the package, as if it had been installed there.
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(here('../../..'), join(folder, 'node_modules', 'sales-rules'))
  const config = join(folder, 'config.xml')
  writeFileSync(
    config,
    `<clickhouse><user_scripts_path>${scripts}/</user_scripts_path><user_defined_executable_functions_config>${here('functions.xml')}</user_defined_executable_functions_config></clickhouse>`,
  )
  const { Session } = await import('chdb')
  const session = new Session(join(folder, 'database'), {
    connectionArgs: [`--config-file=${config}`],
  })
  return (sql) => session.query(sql, 'JSONEachRow')
}

const example = (name: string) => readFileSync(here(name), 'utf8')

const tableOf = (lines: string) =>
  `CREATE OR REPLACE TABLE lines ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${lines}', JSONEachRow, 'id String, payee String, amount String, firstOrder Bool')`

interface Row {
  readonly bucket?: number
  readonly version?: string
  readonly states?: string
  readonly paid?: string
  readonly payee?: string
  readonly lines?: number
  readonly sales?: string
  readonly commission?: string
}

const rowsOf = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

function requireFailure(query: Query, { sql, because }: { sql: string; because: string }): void {
  let failure = ''
  try {
    for (const statement of sql.split(';')) query(statement)
  } catch (error) {
    failure = String(error)
  }
  if (!failure.includes(because)) throw new Error(`Expected ${because}, got: ${failure}`)
}

function requireCents(paid: readonly Row[], work: Work): void {
  const inCents = ({ payee, lines, sales, commission }: Row) =>
    `${JSON.stringify({ payee, lines, sales: Number(sales).toFixed(2), commission })}\n`
  const expected = rowsOf(work.paid).map(inCents).join('')
  const result = sorted(paid.map(inCents).join(''))
  requireSame(result, { ...work, paid: expected }, 'the plan as a function')
}

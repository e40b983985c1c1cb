/** Whether other languages put a payee into the bucket that `bucketOf` does: Python, and PostgreSQL 18 in this process. */
import { PGlite } from '@electric-sql/pglite'
import { bucketOf } from 'sales-rules/batch'
import { output } from '../processes.js'
import { say } from '../say.js'
import { NAMES } from '../work.js'

const BUCKETS = 64

export async function run(): Promise<void> {
  requireBuckets('Python', inPython())
  requireBuckets('PostgreSQL', await inPostgres())
}

/** Fails where a language has another bucket for one of the names. */
export function requireBuckets(language: string, buckets: readonly number[]): void {
  const expected = NAMES.map((name) => bucketOf(name, BUCKETS))
  const at = expected.findIndex((bucket, place) => bucket !== buckets[place])
  if (at !== -1)
    throw new Error(`${language} puts ${NAMES[at]} into ${buckets[at]}, and not ${expected[at]}.`)
  say(`  ${language}: the buckets of bucketOf for ${NAMES.length} names`)
}

function inPython(): number[] {
  const program = `import json, sys, zlib; print([zlib.crc32(payee.encode()) % ${BUCKETS} for payee in json.loads(sys.argv[1])])`
  return JSON.parse(output('python3', ['-c', program, JSON.stringify(NAMES)]))
}

async function inPostgres(): Promise<number[]> {
  const database = await PGlite.create()
  const bucketed = `SELECT crc32(convert_to(payee, 'UTF8')) % ${BUCKETS} AS bucket FROM unnest($1::text[]) AS payee`
  const { rows } = await database.query<{ bucket: number }>(bucketed, [NAMES])
  await database.close()
  return rows.map(({ bucket }) => Number(bucket))
}

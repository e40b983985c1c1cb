import type { Issue } from '../../kernel/index.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { utf8 } from '../../kernel/policy/utf8.js'

const MOST_BUCKETS = 2 ** 32

/**
 * The bucket that a key belongs to: the CRC-32 of its UTF-8, modulo the number of buckets, so from 0 to one less than these.
 *
 * Use it to say which worker gets a payee. It is the same in every process and language, which the hash of a language need not be: Python's
 * differs from worker to worker, so that each of two gets half of a payee's lines, and pays half a scale twice without an error. In Python it
 * is `zlib.crc32(key.encode()) % buckets`, in PostgreSQL 18 `crc32(convert_to(key, 'UTF8')) % buckets`, in MySQL, Spark and ClickHouse
 * `CRC32(key) % buckets`.
 *
 * @throws SalesRulesError `VALUE_MISSING`, `VALUE_INVALID` for a key that is no name; `NUMBER_INVALID`, `NUMBER_OUT_OF_RANGE` for buckets
 *   that are no whole number from 1 to 2^32.
 *
 * @example
 * ```ts
 * import { bucketOf } from 'sales-rules/batch'
 *
 * bucketOf('Ann', 64) // => 19
 * bucketOf('张三', 64) // => 10
 * ```
 */
export function bucketOf(key: string, buckets: number): number {
  const issues: Issue[] = []
  const name = read.name(key, ['key'], issues)
  const bounds = { minimum: 1, maximum: MOST_BUCKETS }
  const count = read.integer(buckets, ['buckets'], issues, bounds)
  refuseIfAny(issues)
  return crc32(utf8(name ?? '')) % (count ?? 1)
}

/** The reversed polynomial of CRC-32 (ISO 3309, as in zip, gzip and PNG). */
const POLYNOMIAL = 0xedb88320

const TABLE = /* @__PURE__ */ Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1 ? POLYNOMIAL : 0) ^ (rest >>> 1)
  return rest
})

/** From 0 to 2^32 − 1. */
function crc32(bytes: Uint8Array): number {
  const rest = bytes.reduce((crc, byte) => (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), -1)
  return ~rest >>> 0
}

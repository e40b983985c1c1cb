/** One short text that stands for the whole of a policy, an input or an outcome: equal where the contents are, and different where anything differs. */
import { _SHA256, sha256 } from '@noble/hashes/sha2.js'
import { writeCanonical } from './canonical.js'
import type { PolicyHeader } from './provenance.js'
import { utf8 } from './utf8.js'

/** What is hashed at a time, in characters. */
const PIECE = 65_536

/**
 * Says in 64 characters which policy, input or outcome something is: the same for the same data, another where anything differs.
 *
 * Use it to keep what a statement was made from beside it, and to notice later that a line, a target or a plan is no longer what it
 * was; to name the version of a policy in a result, `id` and `version` are enough. It is SHA-256 over canonical JSON (RFC 8785), in
 * hexadecimal, so that any other system can check it. The order of keys does not count, the order of a list does; a field that is
 * undefined is one that is left out; a `Decimal` is its text. A text is not a number: `'1'`, `'1.0'` and `1` are three.
 *
 * @throws SalesRulesError `VALUE_INVALID` for what is no plain JSON (a function, a bigint, `NaN`, a `Date`) or no Unicode, `VALUE_MISSING`
 * for undefined in a list, `VALUE_UNREADABLE` for a cycle, more than 100 levels, more than ten million values, an object that throws.
 *
 * @example Key by key the same; not the same
 * ```ts
 * import { digestOf } from 'sales-rules'
 *
 * const line = { id: 'O-1', amount: '1000.00' }
 * const digest = digestOf(line)
 * digest // => '943fd2ed0f1d76a0be84f8c516519910926ed47900ab936aafb91b1c7a1cd35e'
 * digestOf({ amount: '1000.00', id: 'O-1' }) === digest // => true
 * digestOf({ ...line, amount: '1000.01' }) === digest // => false
 * ```
 *
 * @example What is no JSON
 * ```ts
 * import { attempt, digestOf } from 'sales-rules'
 *
 * const result = attempt(() => digestOf({ lines: [{ id: 'O-1', amount: 1000n }] }))
 * result.ok ? [] : result.issues.map((issue) => issue.message)
 * // => ['lines[0].amount: got a bigint, expected plain JSON: objects, arrays, texts, numbers, true, false, null.']
 * ```
 */
export function digestOf(value: unknown): string {
  const hash = sha256.create()
  let piece = ''
  writeCanonical(value, (text) => {
    piece += text
    if (piece.length < PIECE) return
    hash.update(utf8(piece))
    piece = ''
  })
  hash.update(utf8(piece))
  return writeHex(hash.digest())
}

function writeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The same for what came out of `JSON.parse`: it need not be told what is no JSON, nor read piece by piece, which takes most of the code of
 * {@link digestOf}. It is small, for pages.
 */
export function digestOfPlain(value: unknown): string {
  return writeHex(new _SHA256().update(bytesOf(textOf(value))).digest())
}

/** UTF-8 as the language itself writes it, in little code: not every runtime has a `TextEncoder`. What JSON.stringify made can be written. */
function bytesOf(text: string): Uint8Array {
  const written = encodeURIComponent(text).match(/%..|./g) as string[]
  return Uint8Array.from(written, (one) =>
    one[1] ? Number(`0x${one.slice(1)}`) : one.charCodeAt(0),
  )
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // A list in a text is its entries with commas.
  if (Array.isArray(value)) return `[${value.map(textOf)}]`
  const fields = value as Readonly<Record<string, unknown>>
  const written = Object.keys(fields).sort()
  return `{${written.map((key) => `${textOf(key)}:${textOf(fields[key])}`)}}`
}

/** What a policy decides, as a digest: its name, its version and where its figures come from only describe it. */
export function digestOfContents({ id, version, provenance, ...contents }: PolicyHeader): string {
  return digestOf(contents)
}

/** One short text that stands for the whole of a policy, an input or an outcome: equal where the contents are, and different where anything differs. */
import { sha256 } from '@noble/hashes/sha2.js'
import type { PolicyHeader } from './provenance.js'

/** SHA-256 over canonical JSON (RFC 8785), in hexadecimal. */
export function digestOf(value: unknown): string {
  const bytes = sha256(new TextEncoder().encode(canonical(value)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** What a policy decides, as a digest: its name, its version and where its figures come from only describe it. */
export function digestOfContents({ id, version, provenance, ...contents }: PolicyHeader): string {
  return digestOf(contents)
}

/** JSON with the keys of each object in the order of their UTF-16 code units, and nothing between its parts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
  return `{${parts.join(',')}}`
}

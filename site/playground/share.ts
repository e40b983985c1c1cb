/**
 * The policy in the address of the page, so that it can be sent to somebody. Nothing else gets there: no figures, no names, no file. Only what
 * follows the `#`, which browsers never send to a server.
 */
import { type Json, type JsonObject, parseDocument } from './document.js'
import { isKind, type Kind } from './kinds.js'

/** What an address says: one of our examples, a policy of somebody's own, or nothing. */
export type Shared =
  | { readonly says: 'nothing' }
  | { readonly says: 'example'; readonly example: string }
  | { readonly says: 'policy'; readonly kind: Kind; readonly document: JsonObject }
  | { readonly says: 'unreadable' }

/** Browsers and mail programs cut what is longer. */
const LONGEST_HASH = 16_000
/** A small text may unpack into a huge one. */
const LONGEST_TEXT = 100_000
/** What somebody is sent must not keep the browser busy for minutes: a plan of a thousand tiers would. */
const MOST_ENTRIES = 200

/** A browser from before 2023 cannot pack: it gets no addresses, and reads none. */
const canPack = () => typeof CompressionStream !== 'undefined'

export function hashOfExample(example: string): string {
  return `#example=${encodeURIComponent(example)}`
}

/** Null where there is none: of a policy that is too long, or in a browser that cannot pack. */
export async function hashOfPolicy(kind: Kind, document: JsonObject): Promise<string | null> {
  const text = JSON.stringify(document)
  if (!canPack() || text.length > LONGEST_TEXT || hasLongList(document)) return null
  const bytes = new Uint8Array(new TextEncoder().encode(text))
  const packed = await through(bytes, new CompressionStream('deflate-raw'))
  const hash = `#${kind}=${toBase64Url(packed ?? new Uint8Array())}`
  return hash.length > LONGEST_HASH ? null : hash
}

/** Whatever stands in an address, this only returns. */
export async function readHash(hash: string): Promise<Shared> {
  // Anchors, such as that of the link which skips the head of the page, are none of ours.
  if (!hash.includes('=')) return { says: 'nothing' }
  const [, key = '', value = ''] =
    /^#([a-z]+)=([\w-]+)$/.exec(hash.slice(0, LONGEST_HASH + 1)) ?? []
  if (hash.length > LONGEST_HASH || value === '') return { says: 'unreadable' }
  if (key === 'example') return { says: 'example', example: value }
  if (!isKind(key)) return { says: 'unreadable' }
  const document = await unpacked(value)
  return document === null ? { says: 'unreadable' } : { says: 'policy', kind: key, document }
}

async function unpacked(value: string): Promise<JsonObject | null> {
  const packed = canPack() ? fromBase64Url(value) : null
  const bytes = packed && (await through(packed, new DecompressionStream('deflate-raw')))
  if (!bytes) return null
  const parsed = parseDocument(new TextDecoder().decode(bytes))
  return parsed.ok && !hasLongList(parsed.document) ? parsed.document : null
}

function hasLongList(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  const inner: readonly Json[] = Object.values(value)
  return inner.length > MOST_ENTRIES || inner.some(hasLongList)
}

/** What comes out; null where that is no end of, or more than we take. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array | null> {
  const writer = stream.writable.getWriter()
  // What cannot be unpacked fails on both ends; it is told at the one that is read.
  const written = writer.write(bytes).then(() => writer.close())
  written.catch(() => undefined)
  const reader = stream.readable.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      const chunk: Uint8Array = read.value
      length += chunk.length
      if (length > LONGEST_TEXT) return null
      chunks.push(chunk)
    }
  } catch {
    return null
  } finally {
    reader.cancel().catch(() => undefined)
  }
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

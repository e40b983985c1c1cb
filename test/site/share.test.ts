import { deflateRawSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { documentOf } from '../../site/playground/documents.js'
import { EXAMPLES } from '../../site/playground/examples.js'
import { hashOfExample, hashOfPolicy, readHash } from '../../site/playground/share.js'

const UNREADABLE = { says: 'unreadable' }

function packed(text: string): string {
  return deflateRawSync(text).toString('base64url')
}

describe('hashOfPolicy', () => {
  it.each(EXAMPLES)('brings $id through an address unchanged', async ({ id, kind }) => {
    const document = documentOf(id)
    const hash = await hashOfPolicy(kind, document)
    expect(hash).toMatch(/^#[a-z]+=[\w-]+$/)
    expect(await readHash(hash ?? '')).toEqual({ says: 'policy', kind, document })
    expect(hash?.length).toBeLessThan(2000)
  })

  it('brings names in Chinese through', async () => {
    const document = { id: '提成', tiers: [{ id: '第一档 “A”' }] }
    const hash = await hashOfPolicy('commission', document)
    expect(await readHash(hash ?? '')).toEqual({ says: 'policy', kind: 'commission', document })
  })

  it('has no address for a policy that is too long for one', async () => {
    const noise = Array.from({ length: 4000 }, (_, at) => `${(at * 7919) % 10007}-${at * at}`)
    expect(await hashOfPolicy('commission', { noise })).toBeNull()
    expect(await hashOfPolicy('commission', { long: 'a'.repeat(100_001) })).toBeNull()
    expect(await hashOfPolicy('commission', { tiers: Array(201).fill('a') })).toBeNull()
  })
})

describe('readHash', () => {
  it('knows an example by its name', async () => {
    expect(await readHash(hashOfExample('deal-size-tiers'))).toEqual({
      says: 'example',
      example: 'deal-size-tiers',
    })
  })

  it.each(['', '#', '#VPContent'])('finds nothing in "%s"', async (hash) => {
    expect(await readHash(hash)).toEqual({ says: 'nothing' })
  })

  it.each([
    ['nothing after the sign', '#commission='],
    ['another kind', `#grading=${packed('{}')}`],
    ['signs of no base64', '#commission=%7B%7D'],
    ['base64 of no length that there is', '#commission=A'],
    ['what was never packed', '#commission=AAAAAAAA'],
    ['what was cut', `#commission=${packed('{"currency":"CNY","scale":{}}').slice(0, 20)}`],
    ['no JSON', `#commission=${packed('{"a":')}`],
    ['JSON that is no policy', `#leads=${packed('[1]')}`],
    ['a text that unpacks into megabytes', `#leads=${packed(`{"a":"${'a'.repeat(5_000_000)}"}`)}`],
    ['nesting without end', `#leads=${packed(`{"a":${'['.repeat(80_000)}${']'.repeat(80_000)}}`)}`],
    [
      'more tiers than anybody has',
      `#commission=${packed(JSON.stringify({ scale: { tiers: Array(201).fill(1) } }))}`,
    ],
    ['far too much', `#commission=${'A'.repeat(100_000)}`],
    ['a script', '#commission=<script>alert(1)</script>'],
    ['an address', '#example=https://example.com/'],
  ])('cannot read %s', async (_, hash) => {
    expect(await readHash(hash)).toEqual(UNREADABLE)
  })
})

describe('a browser that cannot pack', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('has no addresses and reads none, and knows the examples', async () => {
    vi.stubGlobal('CompressionStream', undefined)
    expect(await hashOfPolicy('commission', { id: 'a' })).toBeNull()
    expect(await readHash(`#commission=${packed('{"id":"a"}')}`)).toEqual(UNREADABLE)
    expect(await readHash('#example=deal-size-tiers')).toMatchObject({ says: 'example' })
  })
})

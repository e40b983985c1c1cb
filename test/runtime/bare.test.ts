import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from './bundled.js'
import { golden } from './golden.js'

/** What was built last, in other surroundings than those of the tests, so it runs after `npm run build`. `npm run runtimes` runs the same elsewhere. */
const program = (...before: readonly string[]) =>
  bundle(
    [
      ...before.map((file) => `import ${JSON.stringify(resolve('test/runtime', file))}`),
      `import { golden } from ${JSON.stringify(resolve('test/runtime/golden.ts'))}`,
      'globalThis.answer = golden()',
    ].join('\n'),
    { format: 'iife' },
  )

let here = ''
let hosted = ''
beforeAll(async () => {
  here = golden()
  hosted = await program('hostileHost.ts')
}, 120_000)

describe('the golden cases', () => {
  it('are many, of every kind, and nothing but issues is thrown', () => {
    const lines = here.split('\n')
    expect(lines.length).toBeGreaterThan(1_800)
    expect(lines.filter((line) => line.includes('\t{"thrown":'))).toEqual([])
    expect(lines.filter((line) => line.startsWith('zone ')).length).toBeGreaterThan(5)
  })

  it('say the same where there is nothing but the language, and no code is made of texts', async () => {
    const codeGeneration = { strings: false, wasm: false }
    const context = createContext(Object.create(null), { codeGeneration })
    runInContext(
      'for (const name of ["Intl", "WebAssembly", "eval"]) delete globalThis[name]',
      context,
    )
    const there = String(runInContext(`${await program()};answer`, context))
    const [zoned, plain] = [inZones(there), withoutZones(there)]
    expect(
      plain === withoutZones(here) ? 'the same' : firstDifference(withoutZones(here), plain),
    ).toBe('the same')
    expect(zoned.filter((line) => !line.includes('"code":"ZONE_UNAVAILABLE"'))).toEqual([])
    expect(zoned.length).toBe(inZones(here).length)
  })

  it.each([
    ['Pacific/Kiritimati', 'tr_TR.UTF-8', []],
    ['Pacific/Pago_Pago', 'ar_EG.UTF-8', ['--frozen-intrinsics']],
  ])('and in %s, where the language is %s and the host hostile', (TZ, LANG, flags) => {
    const env = { ...process.env, TZ, LANG, LC_ALL: LANG }
    const input = `${hosted}\nprocess.stdout.write(globalThis.answer)`
    const options = { input, env, encoding: 'utf8', maxBuffer: 2 ** 26 } as const
    const there = execFileSync(process.execPath, [...flags, '-'], {
      ...options,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    expect(there === here ? 'the same' : firstDifference(here, there)).toBe('the same')
  })
})

it('a wrong input is a SalesRulesError where Error.prototype is frozen, too', async () => {
  const source = `import { attempt, round } from 'sales-rules/kernel'
Object.freeze(Error.prototype)
globalThis.answer = attempt(() => round('x', { decimals: 0 })).issues[0].code`
  const context = createContext(Object.create(null))
  expect(runInContext(`${await bundle(source, { format: 'iife' })};answer`, context)).toBe(
    'NUMBER_INVALID',
  )
})

const isInZone = (line: string) => line.startsWith('zone ')
const inZones = (text: string) => text.split('\n').filter(isInZone)
const withoutZones = (text: string) =>
  text
    .split('\n')
    .filter((line) => !isInZone(line))
    .join('\n')

function firstDifference(one: string, other: string): string {
  const others = other.split('\n')
  const at = one.split('\n').findIndex((line, index) => line !== others[index])
  return `${one.split('\n')[at]?.slice(0, 500)}\n${others[at]?.slice(0, 500)}`
}

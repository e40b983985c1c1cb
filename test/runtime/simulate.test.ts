import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** A simulation as it was built last, in one file, so it runs after `npm run build`. It leaves what comes out in `answer`. */
const folder = mkdtempSync(join(tmpdir(), 'sales-rules-simulate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const dist = (entry: string) => JSON.stringify(resolve('dist', `${entry}.js`))
const program = `
import { commission } from ${dist('handbook')}
import { simulate } from ${dist('scenario')}
const roster = [
  { id: 'Ann', group: 'Zürich', input: { target: '1200000' } },
  { id: 'Ben', group: '上海', input: { target: '650000', coefficientUplift: '0.005' } },
  { id: 'Eve', input: {} },
]
const quantiles = [
  { at: '0', attainment: '0.31' },
  { at: '0.3', attainment: '0.97' },
  { at: '0.7', attainment: '1.05' },
  { at: '1', attainment: '2.5' },
]
const simulation = { seed: 20261129, runs: 300, attainment: { quantiles } }
globalThis.answer = JSON.stringify(simulate(roster, commission, simulation))
`

/** As a second writing in another language, in whole numbers without end, has drawn them. */
const GOLDEN = {
  policy: { id: 'handbook-commission', version: '1' },
  unit: 'CNY',
  generator: 'xoshiro128**',
  seed: 20261129,
  runs: 300,
  rows: 2,
  cost: {
    mean: '55208.47',
    quantiles: [
      { at: '0', value: '0.00' },
      { at: '0.1', value: '0.00' },
      { at: '0.25', value: '23756.72' },
      { at: '0.5', value: '46939.03' },
      { at: '0.75', value: '85427.66' },
      { at: '0.9', value: '110404.69' },
      { at: '1', value: '165451.28' },
    ],
  },
  pay: {
    mean: '27604.23',
    quantiles: [
      { at: '0', value: '0.00' },
      { at: '0.1', value: '0.00' },
      { at: '0.25', value: '0.00' },
      { at: '0.5', value: '23158.45' },
      { at: '0.75', value: '42106.29' },
      { at: '0.9', value: '68615.39' },
      { at: '1', value: '117972.29' },
    ],
  },
  refused: 1,
  notComputed: [
    {
      id: 'Eve',
      group: null,
      by: 'now',
      issues: [expect.objectContaining({ code: 'VALUE_MISSING' })],
    },
  ],
}

let script = ''
beforeAll(async () => {
  const entry = join(folder, 'entry.mjs')
  await writeFile(entry, program)
  await build({
    entry: { simulate: entry },
    outDir: folder,
    outExtension: () => ({ js: '.out.js' }),
    format: 'iife',
    noExternal: [/./],
    target: 'es2022',
    config: false,
    silent: true,
  })
  script = readFileSync(join(folder, 'simulate.out.js'), 'utf8')
})

/** Takes away what engines, machines and places may differ in: a clock, a place on earth, a language, and curves that are not exact. */
const WITHOUT = `
const refuse = (name) => () => { throw new Error(name) }
for (const name of ['Intl', 'Temporal', 'WebAssembly', 'Atomics', 'SharedArrayBuffer']) delete globalThis[name]
const exact = ['abs', 'ceil', 'floor', 'imul', 'max', 'min', 'pow', 'round', 'sign', 'trunc']
for (const name of Object.getOwnPropertyNames(Math))
  if (typeof Math[name] === 'function' && !exact.includes(name)) Math[name] = refuse(name)
for (const { prototype } of [Object, Number, BigInt, String, Array, Date])
  for (const name of Object.getOwnPropertyNames(prototype))
    if (/locale|^get(?!UTC|Time$)|^to(Date|Time)?String$/i.test(name) && (prototype === Date.prototype || /locale/i.test(name)))
      prototype[name] = refuse(name)
Date.now = refuse('now')
BigInt.asUintN = refuse('asUintN')
BigInt.asIntN = refuse('asIntN')
globalThis.Date = new Proxy(Date, {
  apply: refuse('Date'),
  construct: (target, given) => (given.length === 0 ? refuse('new Date')() : new target(...given)),
})
`

describe('a simulation', () => {
  it('draws the golden figures in an engine with nothing in it but the language, and less', () => {
    const codeGeneration = { strings: false, wasm: false }
    const context = createContext({}, { codeGeneration })
    runInContext(WITHOUT, context)
    runInContext(script, context)
    expect(JSON.parse(runInContext('answer', context))).toEqual(GOLDEN)
  })

  it.each([
    ['Etc/GMT+12', 'C'],
    ['Pacific/Kiritimati', 'ar_EG.UTF-8'],
    ['America/New_York', 'tr_TR.UTF-8'],
    ['Asia/Kolkata', 'de_CH.UTF-8'],
  ])('and on a machine in %s whose language is %s', (TZ, LANG) => {
    const env = { ...process.env, TZ, LANG, LC_ALL: LANG }
    const input = `${script}\nprocess.stdout.write(globalThis.answer)`
    const answer = execFileSync(process.execPath, ['-'], { input, env, encoding: 'utf8' })
    expect(JSON.parse(answer)).toEqual(GOLDEN)
  })

  it('and where the engine compiles nothing, or at once', () => {
    for (const flag of ['--jitless', '--always-sparkplug']) {
      const input = `${script}\nprocess.stdout.write(globalThis.answer)`
      const answer = execFileSync(process.execPath, [flag, '-'], { input, encoding: 'utf8' })
      expect(JSON.parse(answer)).toEqual(GOLDEN)
    }
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { calculateCommission, commissionAccumulator, handbook, packPolicy } from 'sales-rules'
import { afterAll, describe, expect, it } from 'vitest'
import { expected, given, PROGRAM } from './sandboxed.js'

/** The files to copy into engines, as they were built last, so it runs after `npm run build`. `npm run sandboxes` tries them in other engines. */
const SCRIPT = resolve('dist/sandbox/sales-rules.js')
const MODULE = resolve('dist/sandbox/sales-rules.mjs')
const script = readFileSync(SCRIPT, 'utf8')
const PAGE = readFileSync('docs/scale/sql-sandboxes.md', 'utf8')

const folder = mkdtempSync(join(tmpdir(), 'sales-rules-sandbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** V8 with nothing but the language of 2020, which makes no code of texts. */
function bare() {
  const codeGeneration = { strings: false, wasm: false }
  const context = createContext(Object.create(null), { codeGeneration })
  runInContext(
    `for (const name of ['Intl', 'WebAssembly', 'eval', 'console', 'AggregateError', 'WeakRef', 'FinalizationRegistry']) delete globalThis[name]
    delete Object.hasOwn
    for (const { prototype } of [Array, String, Object.getPrototypeOf(Int8Array)]) {
      delete prototype.at
      delete prototype.findLast
      delete prototype.replaceAll
    }`,
    context,
  )
  return (code: string): unknown => runInContext(code, context)
}

const asLiteral = (text: string) => JSON.stringify(text)

describe('the files for sandboxes', () => {
  it('merge what was added up in any parts, and pay as in one pass: a script, in V8 with nothing but the language of 2020', () => {
    const run = bare()
    run(script)
    expect(run(`${PROGRAM};sandboxed(SalesRules, ${asLiteral(given())})`)).toBe(expected())
  })

  it('and as a module', async () => {
    const rules = await import(pathToFileURL(MODULE).href)
    const sandboxed = new Function('rules', 'json', `${PROGRAM};return sandboxed(rules, json)`)
    expect(sandboxed(rules, given())).toBe(expected())
  })

  it.each([SCRIPT, MODULE])('name nothing that is not of the language: %s', (file) => {
    const text = readFileSync(file, 'utf8')
    const host =
      /(?<![.\w$])(?:Intl|TextDecoder|TextEncoder|console|WebAssembly|crypto|eval|Function(?!\.prototype)|require|performance|structuredClone|setTimeout)(?![\w$:])/g
    expect([...text.matchAll(host)].map(([name]) => name)).toEqual([])
    expect(text).not.toMatch(/(?<![.\w$])process\./)
    expect(text).not.toMatch(/\bimport\b/)
    // In a text of SQL it would end there.
    expect(text).not.toContain('$$')
    expect(text).not.toContain('"""')
  })

  it.each([
    ['sales-rules.js', SCRIPT],
    ['sales-rules.mjs', MODULE],
  ])('are as large as the page says: %s', (name, file) => {
    const text = readFileSync(file)
    const row = PAGE.split('\n').find((line) => line.startsWith(`| \`dist/sandbox/${name}\` |`))
    const printed = (row ?? '').split('|').slice(2, 4).map(Number)
    const sizes = [text.length, gzipSync(text).length].map((bytes) => bytes / 1000)
    for (const [at, size] of sizes.entries())
      expect(Math.abs(size - (printed[at] ?? 0)) / size).toBeLessThanOrEqual(0.02)
  })
})

/** What a page shows below a mark. */
function blockOf(mark: string): string {
  const [, block = ''] =
    new RegExp(`<!-- ${mark} -->\\n\`\`\`\\n(.*?)^\`\`\``, 'ms').exec(PAGE) ?? []
  return block
}

/** The code of a function, between the quotes of its engine. */
function codeOf(mark: string): string {
  const [, code = ''] = /(?:r"""|\$\$)\n(.*)(?:"""|\$\$)/s.exec(blockOf(mark)) ?? []
  expect(code).not.toBe('')
  return code
}

const packed = JSON.stringify(packPolicy(handbook.commission))
const filled = (code: string) =>
  code.replace('SALES_RULES_JS', () => script).replace('PACKED_PLAN', () => packed)

const LINES = [
  { id: 'O-1', amount: '900000', date: '2026-03-02' },
  { id: 'O-2', amount: '600000.50', date: '2026-03-30' },
  { id: 'O-3', amount: '-0.25', date: '2026-03-31' },
]
const TARGET = '650000'
const paid = JSON.stringify(
  calculateCommission({ lines: LINES, target: TARGET }, handbook.commission),
)
const { add, create, finish } = commissionAccumulator(handbook.commission)
const totals = LINES.reduce(add, create())
const merged = JSON.stringify(finish(totals, { target: TARGET }))

async function moduleOf(name: string, code: string) {
  const file = join(folder, name)
  writeFileSync(file, code)
  return import(pathToFileURL(file).href)
}

const rowOf = ({ id, amount, date }: (typeof LINES)[number]) => [id, amount, date] as const

describe('the functions that the page shows', () => {
  it('add up in BigQuery', async () => {
    writeFileSync(join(folder, 'sales-rules.mjs'), readFileSync(MODULE))
    writeFileSync(join(folder, 'plan.mjs'), `export default ${packed}`)
    const code = codeOf('bigquery totals').replaceAll('gs://rules/', './')
    const { initialState, aggregate, merge, finalize } = await moduleOf('totals.mjs', code)
    const states = LINES.map((line) => {
      const state = initialState()
      aggregate(state, ...rowOf(line))
      return JSON.parse(JSON.stringify(state))
    })
    const state = initialState()
    for (const other of states.reverse()) merge(state, other)
    expect(JSON.parse(finalize(state))).toEqual(JSON.parse(JSON.stringify(totals)))
  })

  it('pay in BigQuery', () => {
    const run = bare()
    run(script)
    run(filled(blockOf('bigquery plan.js')))
    run(`function pay(totals, target) {${codeOf('bigquery statement')}}`)
    expect(run(`pay(${asLiteral(JSON.stringify(totals))}, '${TARGET}')`)).toBe(merged)
    expect(run('pay(null, null)')).toBe(null)
    const sum = JSON.stringify({ lines: 3, sales: '1500000.25' })
    expect(run(`JSON.parse(pay(${asLiteral(sum)}, '${TARGET}')).amount`)).toBe('50000.01')
  })

  it('pay in Snowflake, where the code is evaluated again for each row', () => {
    const run = bare()
    const code = filled(codeOf('snowflake'))
    const call = (lines: unknown, target: unknown) =>
      run(
        `(function (LINES, TARGET) {${code}})(${JSON.stringify(lines)}, ${JSON.stringify(target)})`,
      )
    expect([call(LINES, TARGET), call(LINES, TARGET)]).toEqual([paid, paid])
    expect(call(null, null)).toBe(null)
    run('first = rules')
    call(LINES, TARGET)
    expect(run('first === rules')).toBe(true)
  })

  it('add up in Databend and in RisingWave', async () => {
    const code = filled(codeOf('databend'))
    const { create_state, accumulate, merge, finish } = await moduleOf('databend.mjs', code)
    const states = LINES.map((line) => accumulate(create_state(), ...rowOf(line)))
    const all = states.reduceRight((state, other) => merge(state, other), create_state())
    expect(JSON.parse(finish(all))).toEqual(JSON.parse(JSON.stringify(totals)))
    const one = LINES.reduce((state, line) => accumulate(state, ...rowOf(line)), create_state())
    expect(finish(one)).toBe(finish(all))
  })
})

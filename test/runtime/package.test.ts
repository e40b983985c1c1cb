import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

/**
 * The package as a user gets it: packed, unpacked into an empty project, and used from ES modules, CommonJS and TypeScript. It tests
 * what was built last, so it runs after `npm run build`.
 */
const project = realpathSync(mkdtempSync(join(tmpdir(), 'sales-rules-')))
afterAll(() => rmSync(project, { recursive: true }))

const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

install()

function install(): void {
  const modules = join(project, 'node_modules')
  mkdirSync(modules)
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ) as [{ filename: string }]
  run('tar', ['-xzf', packed.filename, '-C', modules])
  run('mv', [join(modules, 'package'), join(modules, 'sales-rules')])
  for (const dependency of ['zod', 'decimal.js', 'typescript']) {
    symlinkSync(resolve('node_modules', dependency), join(modules, dependency))
  }
  writeFileSync(join(project, 'package.json'), '{ "name": "user", "private": true }')
}

/** A second copy of the package, as two dependencies that each bring their own have it. */
function copyTo(folder: string): void {
  const modules = join(project, folder, 'node_modules')
  mkdirSync(modules, { recursive: true })
  run('cp', ['-r', installed, modules])
}

const installed = join(project, 'node_modules', 'sales-rules')

function packedFiles(): string[] {
  return readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.split(sep).join('/'),
  )
}

/** The files that a page of the package links to. */
function linksOf(page: string): string[] {
  const links = readFileSync(join(installed, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)
  return [...links].map(([, link = '']) => resolve(installed, dirname(page), link))
}

const [, readme = ''] = /^```ts\n(.*?)^```/ms.exec(readFileSync('README.md', 'utf8')) ?? []
const entries = [
  'appraisal',
  'careers',
  'commission',
  'compensation',
  'grading',
  'handbook',
  'health',
  'kernel',
  'leads',
  'pipeline',
  'policy',
  'rewards',
  'scenario',
  'service',
  'targets',
  'testing',
]

/** What is not of the language. zod asks whether there is a `navigator`. */
const LACKING = [
  ...['Buffer', 'Intl', 'TextDecoder', 'TextEncoder', 'URL', 'WebAssembly', 'console', 'crypto'],
  ...['fetch', 'performance', 'process', 'queueMicrotask', 'setTimeout', 'structuredClone'],
]

describe('the package', () => {
  it('runs the first example of the README as an ES module', () => {
    writeFileSync(join(project, 'readme.mjs'), `${readme}\nconsole.log(statement.amount)\n`)
    expect(run('node', ['readme.mjs'])).toBe('50000.00\n')
  })

  it('runs it as CommonJS', () => {
    const code = readme.replace(/import (.*) from ('.*')/, 'const $1 = require($2)')
    writeFileSync(join(project, 'readme.cjs'), `${code}\nconsole.log(statement.amount)\n`)
    expect(run('node', ['readme.cjs'])).toBe('50000.00\n')
  })

  it.each(['mjs', 'cjs'])(
    'opens every entry, and each knows the policies of the others (%s)',
    (kind) => {
      const load = (name: string) =>
        kind === 'mjs' ? `await import('sales-rules${name}')` : `require('sales-rules${name}')`
      const code = [
        ...entries.map((name) => `const ${name} = ${load(`/${name}`)}`),
        `const root = ${load('')}`,
        `const plan = policy.defineCommissionPlan({ ...handbook.commission, cap: { amount: 40000 } })`,
        `const input = { sales: '1500000', target: 1 }`,
        `console.log(commission.calculateCommission(input, plan).amount, root.calculateCommission(input, plan).amount)`,
        `console.log(kernel.applyScale('38000', plan.scale).amount, kernel.SalesRulesError === root.SalesRulesError)`,
      ].join('\n')
      writeFileSync(join(project, `entries.${kind}`), code)
      expect(run('node', [`entries.${kind}`])).toBe('40000.00 40000.00\n1140 true\n')
    },
  )

  it.each(['mjs', 'cjs'])(
    'loads where all that a runtime may lack throws as soon as it is looked at (%s)',
    (kind) => {
      const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
      const names = Object.keys(exports).filter((name) => !name.endsWith('.json'))
      const specifiers = names.map((name) => JSON.stringify(name.replace('.', 'sales-rules')))
      const load = (specifier: string) =>
        kind === 'mjs' ? `await import(${specifier})` : `require(${specifier})`
      const code = [
        `const say = process.stdout.write.bind(process.stdout)`,
        `const lacking = ${JSON.stringify(LACKING)}`,
        `for (const name of lacking) Object.defineProperty(globalThis, name, { get() { throw new Error(name) } })`,
        ...specifiers.map(load),
        `say('loaded')`,
      ]
      writeFileSync(join(project, `lacking.${kind}`), code.join('\n'))
      expect(run('node', [`lacking.${kind}`])).toBe('loaded')
      expect(names.length).toBeGreaterThan(17)
    },
  )

  it.each(['mjs', 'cjs'])('counts working time in a zone (%s)', (kind) => {
    const load = kind === 'mjs' ? `await import('sales-rules` : `require('sales-rules`
    const code = [
      `const { dueAt, localDateOf } = ${load}/service')`,
      `const { defineWorkingHours } = ${load}/policy')`,
      `const hours = defineWorkingHours({ timeZone: 'America/New_York', week: { 7: ['01:00-05:00'] } })`,
      `console.log(dueAt('2026-03-08T01:00:00-05:00', { within: 2, unit: 'working-hours' }, hours))`,
      `console.log(localDateOf('2199-12-30T23:59:59Z', hours), localDateOf('1980-01-02T00:00:00Z', hours))`,
    ].join('\n')
    writeFileSync(join(project, `zone.${kind}`), code)
    expect(run('node', [`zone.${kind}`])).toBe('2026-03-08T04:00:00-04:00\n2199-12-30 1980-01-01\n')
  })

  /** A program with two copies of the package: the ES modules, and what `other` loads. */
  const twoCopies = (other: string) =>
    [
      `import { createRequire } from 'node:module'`,
      `import * as one from 'sales-rules'`,
      `const require = createRequire(import.meta.url)`,
      `const two = ${other}`,
      `const input = { sales: '1000000', target: '1000000' }`,
      `const pay = (here, there) => here.calculateCommission(input, there.handbook.commission).amount`,
      `const refused = (copy) => { try { copy.round('x', { decimals: 0 }) } catch (error) { return error } }`,
      `const knows = (here, there) => refused(there) instanceof here.SalesRulesError`,
      `console.log(one === two, one.SalesRulesError === two.SalesRulesError)`,
      `console.log(one.attempt(() => pay(one, two)), two.attempt(() => pay(two, one)))`,
      `console.log(knows(one, two), knows(two, one), refused(one) instanceof one.SalesRulesError)`,
      `console.log(one.attempt(() => two.round('x', { decimals: 0 })).ok, new Error() instanceof one.SalesRulesError)`,
    ].join('\n')

  it.each([
    ['its CommonJS copy', `require('sales-rules')`],
    ['a copy in another folder', `await import('./copy/node_modules/sales-rules/dist/index.js')`],
  ])('takes what %s has defined, knows its errors, and the other way round', (_, other) => {
    copyTo('copy')
    writeFileSync(join(project, 'copies.mjs'), twoCopies(other))
    expect(run('node', ['copies.mjs'])).toBe(
      [
        'false false',
        "{ ok: true, value: '30000.00' } { ok: true, value: '30000.00' }",
        'true true true',
        'false false',
        '',
      ].join('\n'),
    )
  })

  it.each([
    'appraisal',
    'batch',
    'careers',
    'commission',
    'compensation',
    'explain',
    'grading',
    'handbook',
    'health',
    'kernel',
    'leads',
    'pipeline',
    'rewards',
    'service',
    'targets',
    'testing',
  ])('computes without zod: sales-rules/%s', (name) => {
    const code = `require('sales-rules/${name}')\nconst loaded = Object.keys(require.cache).filter((file) => file.includes('/zod/'))\nconsole.log(loaded.length)\n`
    writeFileSync(join(project, 'light.cjs'), code)
    expect(run('node', ['light.cjs'])).toBe('0\n')
  })

  it.each([
    ['node16', 'node16', 'mts'],
    ['node16', 'node16', 'cts'],
    ['esnext', 'bundler', 'ts'],
  ])(
    'type-checks strictly with module %s, moduleResolution %s (%s)',
    (module, resolution, ending) => {
      const file = `typed.${ending}`
      writeFileSync(
        join(project, file),
        [
          `import { type CommissionStatement, calculateCommission, handbook } from 'sales-rules'`,
          `import { appraise } from 'sales-rules/appraisal'`,
          `import { verify } from 'sales-rules/explain'`,
          `import { round } from 'sales-rules/kernel'`,
          `import { defineScale } from 'sales-rules/policy'`,
          `const statement: CommissionStatement = calculateCommission({ sales: 1, target: 1 }, handbook.commission)`,
          `const amount: string = statement.amount`,
          `const { identical } = verify(statement, handbook.commission, { sales: 1, target: 1 })`,
          `// @ts-expect-error a plan that was not defined is refused by the compiler`,
          `calculateCommission({ sales: 1 }, { currency: 'CNY' })`,
          `export const all = [amount, appraise, identical, round('1', { decimals: 0 }), defineScale]`,
        ].join('\n'),
      )
      const compilerOptions = {
        module,
        moduleResolution: resolution,
        target: 'es2022',
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        types: [],
      }
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions, files: [file] }),
      )
      const compiler = join('node_modules', 'typescript', 'bin', 'tsc')
      expect(spawnSync('node', [compiler], { cwd: project, encoding: 'utf8' }).stdout).toBe('')
    },
  )

  it.each([
    ['is silent under a strict content policy where zod is told so first', ['zod-first.mjs'], 0],
    ['tries once whether it may make code, where nobody tells zod', [], 1],
  ])('%s', (_, first, tries) => {
    writeFileSync(
      join(project, 'no-code.mjs'),
      `globalThis.tries = 0
globalThis.Function = new Proxy(Function, {
  construct() {
    globalThis.tries += 1
    throw new EvalError('refused by a content policy')
  },
})`,
    )
    writeFileSync(
      join(project, 'zod-first.mjs'),
      `import * as z from 'zod'
z.config({ jitless: true })`,
    )
    const before = ['no-code.mjs', ...first].map((file) => `import './${file}'`)
    writeFileSync(
      join(project, 'page.mjs'),
      `${before.join('\n')}
import { defineGradingPolicy } from 'sales-rules'
const { grades } = defineGradingPolicy({ grades: [{ id: 'S', from: 90 }, { id: 'A', from: 0 }] })
console.log(grades.length, globalThis.tries)`,
    )
    expect(run('node', ['page.mjs'])).toBe(`2 ${tries}\n`)
  })

  it('is built before it is packed, so that a fresh clone packs what was built', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(scripts.prepack).toBe('npm run build')
    expect(packedFiles()).toEqual(expect.arrayContaining(['dist/index.js', 'dist/index.cjs']))
  })

  it('holds every page that its pages link to', () => {
    const pages = packedFiles().filter((file) => file.endsWith('.md'))
    expect(pages).toContain('docs/kernel.md')
    expect(pages.flatMap(linksOf).length).toBeGreaterThan(100)
    expect(pages.flatMap((page) => linksOf(page).filter((file) => !existsSync(file)))).toEqual([])
  })

  it('holds nothing but what it needs', () => {
    const { name, dependencies } = JSON.parse(
      readFileSync(join(project, 'node_modules', 'sales-rules', 'package.json'), 'utf8'),
    )
    expect(name).toBe('sales-rules')
    expect(Object.keys(dependencies).sort()).toEqual(['decimal.js', 'zod'])
  })
})

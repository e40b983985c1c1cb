import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/**
 * The plan of the house: imports point downward, from the front door to the rooms to the kernel; a room knows no other room; outside
 * code comes in through a door; only schema files load zod; nothing reads a clock, a random number or a locale.
 */
const SRC = resolve('src')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort()

const ROOMS = ['appraisal', 'careers', 'commission', 'grading', 'health', 'leads']
const FLOORS: Record<string, readonly string[]> = {
  kernel: [],
  ...Object.fromEntries(ROOMS.map((room) => [room, ['kernel']])),
  handbook: ['kernel', ...ROOMS],
  policy: ['kernel', ...ROOMS],
  '': ['handbook', 'kernel', 'policy', ...ROOMS],
}

const isSchema = (file: string) => file.endsWith('/schema.ts') || file.includes('/schema/')
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '')
const text = (file: string) => readFileSync(join(SRC, file), 'utf8')

function importsOf(file: string): string[] {
  return ts.preProcessFile(text(file)).importedFiles.map(({ fileName }) => fileName)
}

/** Imports of other files of src, as paths below it. */
function ownImports(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(SRC, resolve(SRC, dirname(file), name))
        .split(sep)
        .join('/'),
    )
    .map((name) => name.replace(/\.js$/, '.ts'))
}

const crossings = files.flatMap((file) =>
  ownImports(file)
    .filter((target) => folderOf(target) !== folderOf(file))
    .map((target) => ({ file, target })),
)

describe('the house', () => {
  it('has every file that it imports', () => {
    for (const file of files) for (const target of ownImports(file)) expect(files).toContain(target)
  })

  it('knows every folder', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(FLOORS).sort())
  })

  it('imports downward only, and no room another room', () => {
    expect(crossings.length).toBeGreaterThan(30)
    const wrong = crossings.filter(
      ({ file, target }) => !FLOORS[folderOf(file)]?.includes(folderOf(target)),
    )
    expect(wrong).toEqual([])
  })

  it('comes in through doors only', () => {
    const isDoor = (file: string, target: string) =>
      target === `${folderOf(target)}/index.ts` ||
      (['kernel/inside.ts', 'kernel/scoring.ts'].includes(target) && folderOf(file) !== '') ||
      (target === 'kernel/schema.ts' && (isSchema(file) || file === 'policy/index.ts')) ||
      (target.endsWith('/schema.ts') && file === 'policy/index.ts')
    expect(crossings.filter(({ file, target }) => !isDoor(file, target))).toEqual([])
  })

  it('loads zod in schema files only, as a namespace', () => {
    const loading = files.filter((file) => importsOf(file).includes('zod'))
    expect(loading.filter((file) => !isSchema(file))).toEqual([])
    for (const file of loading) expect(text(file)).toContain("import * as z from 'zod'")
  })

  it('reaches zod from no entry but the root and policy', () => {
    for (const entry of ['kernel', 'handbook', ...ROOMS]) {
      const reached = reachable(`${entry}/index.ts`)
      expect(reached.filter(isSchema)).toEqual([])
    }
    expect(reachable('policy/index.ts').some(isSchema)).toBe(true)
  })

  it('loads neither zod nor decimal.js to compute money by a ready policy', () => {
    for (const entry of ['commission', 'handbook']) {
      const outside = reachable(`${entry}/index.ts`).flatMap(runtimeOutside)
      expect(outside.filter((name) => !name.startsWith('date-fns/'))).toEqual([])
    }
  })

  it('imports nothing from outside but its three dependencies, date-fns by subpath', () => {
    const outside = files.flatMap((file) => importsOf(file).filter((name) => !name.startsWith('.')))
    const allowed = (name: string) =>
      name === 'zod' || name === 'decimal.js' || name.startsWith('date-fns/')
    expect(outside.filter((name) => !allowed(name))).toEqual([])
  })

  it('reads no clock, no random number, no locale and no host', () => {
    const reading =
      /Date\.now|new Date\(\)|Math\.random|performance\.now|crypto|toLocale|Intl\.|\bprocess\.(?:arch|argv|cwd|env|exit|hrtime|memoryUsage|nextTick|on|pid|platform|std\w+|uptime|versions?)\b|console\.|globalThis/
    expect(files.filter((file) => reading.test(text(file)))).toEqual([])
  })

  it('has no cycle of imports that run', () => {
    const cycles = files.filter((file) =>
      runtimeImports(file).some((target) => reachable(target, runtimeImports).includes(file)),
    )
    expect(cycles).toEqual([])
  })

  it('has a test for every rule', () => {
    const rules = files.filter((file) => /^[a-z]+\/[a-z]+[A-Za-z]*\.ts$/.test(file) && isRule(file))
    expect(rules.length).toBeGreaterThanOrEqual(8)
    const untested = rules.filter(
      (file) => !existsSync(join('test', file.replace(/\.ts$/, '.test.ts'))),
    )
    expect(untested).toEqual([])
  })
})

/** A function that its room's door lets out. */
function isRule(file: string): boolean {
  const [room = '', name = ''] = file.replace(/\.ts$/, '').split('/')
  return ROOMS.includes(room) && text(`${room}/index.ts`).includes(`export { ${name} }`)
}

function reachable(entry: string, importsFrom = runtimeImports): string[] {
  const found = new Set<string>([entry])
  for (const file of found) for (const target of importsFrom(file)) found.add(target)
  return [...found]
}

/** Packages that are still loaded when types are erased. */
function runtimeOutside(file: string): string[] {
  return runtimeNames(file).filter((name) => !name.startsWith('.'))
}

const runtimeImportsOf = new Map<string, string[]>()

/** Imports that are still there when types are erased. */
function runtimeImports(file: string): string[] {
  const known = runtimeImportsOf.get(file) ?? readRuntimeImports(file)
  runtimeImportsOf.set(file, known)
  return known
}

function readRuntimeImports(file: string): string[] {
  return runtimeNames(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(SRC, resolve(SRC, dirname(file), name))
        .split(sep)
        .join('/'),
    )
    .map((name) => name.replace(/\.js$/, '.ts'))
}

function runtimeNames(file: string): string[] {
  const { outputText } = ts.transpileModule(text(file), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  })
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName)
}

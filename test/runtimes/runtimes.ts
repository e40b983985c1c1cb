/** The runtimes, each with how it says which version it is, and how it runs the golden cases of a project. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { getQuickJS } from 'quickjs-emscripten'
import { inChromium } from './chromium.js'
import { inWorkerd } from './workerd.js'

export interface Runtime {
  readonly name: string
  /** Throws where the runtime cannot be had. */
  readonly version: () => string
  readonly run: (project: string) => string | Promise<string>
}

const require = createRequire(import.meta.url)
const modules = fileURLToPath(new URL('node_modules', import.meta.url))
const versionOf = (name: string) =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string })
    .version

function say(command: string, args: readonly string[], cwd?: string): string {
  const stdio = ['ignore', 'pipe', 'pipe'] as const
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 600_000 } as const
  // What package managers set for what they start is none of the program's business.
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    DENO_NO_UPDATE_CHECK: '1',
    ...(cwd && { DENO_DIR: join(cwd, '.deno') }),
  }
  return execFileSync(command, args, { ...options, env, stdio: [...stdio], ...(cwd && { cwd }) })
}

/** The first of several places where a program is; packages put theirs in another when scripts may run. */
function found(...places: readonly string[]): string {
  for (const place of places) {
    try {
      say(place, ['--version'])
      return place
    } catch {}
  }
  throw new Error(`not found: ${places.map((place) => place.replace(modules, '…')).join(', ')}`)
}

const printed = (command: string, args: readonly string[]) => (project: string) =>
  say(command, [...args, 'main.mjs'], project).slice(0, -1)

function node(major: number): Runtime {
  const command = () => {
    const isThis = process.versions.node.startsWith(`${major}.`)
    return found(join(modules, `node${major}`, 'bin/node'), ...(isThis ? [process.execPath] : []))
  }
  return {
    name: `Node ${major}`,
    version: () => say(command(), ['--version']).trim().slice(1),
    run: (project) => printed(command(), [])(project),
  }
}

const bun = () =>
  found(join(modules, 'bun/bin/bun.exe'), join(modules, '@oven/bun-linux-x64/bin/bun'))
const deno = () => found(join(modules, 'deno/deno'), join(modules, '@deno/linux-x64-glibc/deno'))
const workerd = () =>
  found(
    join(modules, 'workerd/bin/workerd'),
    join(modules, '@cloudflare/workerd-linux-64/bin/workerd'),
  )
const chromium = () => found('chromium', 'chromium-browser', 'google-chrome')

/** The first is what the others are compared with. */
export const runtimes: readonly Runtime[] = [
  node(20),
  node(22),
  node(24),
  {
    name: 'Bun',
    version: () => say(bun(), ['--version']).trim(),
    run: (project) => printed(bun(), ['--no-install'])(project),
  },
  {
    name: 'Deno',
    version: () => say(deno(), ['--version']).split(' ')[1] ?? '',
    run: (project) => printed(deno(), ['run', '--no-remote', '--node-modules-dir=manual'])(project),
  },
  {
    name: 'Chromium, a page under a content policy',
    version: () => /[\d.]+/.exec(say(chromium(), ['--version']))?.[0] ?? '',
    run: (project) => inChromium(chromium(), project),
  },
  {
    name: 'workerd',
    version: () => /[\d.-]+/.exec(say(workerd(), ['--version']))?.[0] ?? '',
    run: (project) => inWorkerd(workerd(), project),
  },
  {
    name: 'QuickJS',
    version: () => `quickjs-emscripten ${versionOf('quickjs-emscripten')}`,
    run: inQuickJs,
  },
  {
    name: 'V8 with nothing but the language, no `eval`',
    version: () => process.versions.v8,
    run: inBareV8,
  },
  { name: 'Jest with jsdom', version: () => versionOf('jest'), run: inJest },
]

async function inQuickJs(project: string): Promise<string> {
  const runtime = (await getQuickJS()).newRuntime()
  // As deep as the engine goes by itself.
  runtime.setMaxStackSize(0)
  const context = runtime.newContext()
  const script = readFileSync(join(project, 'whole.js'), 'utf8')
  const result = context.evalCode(`${script};program.golden()`)
  if (result.error) throw new Error(JSON.stringify(context.dump(result.error)))
  return context.getString(result.value)
}

function inBareV8(project: string): string {
  const codeGeneration = { strings: false, wasm: false }
  const context = createContext(Object.create(null), { codeGeneration })
  runInContext(
    'for (const name of ["Intl", "WebAssembly", "eval"]) delete globalThis[name]',
    context,
  )
  const script = readFileSync(join(project, 'whole.js'), 'utf8')
  return String(runInContext(`${script};program.golden()`, context))
}

/** As a test of a page would: the package is required, and there is a `window`. */
function inJest(project: string): string {
  const answer = join(project, 'jest.txt')
  writeFileSync(
    join(project, 'golden.test.cjs'),
    `test('golden', () => {
  expect(typeof window).toBe('object')
  require('node:fs').writeFileSync(${JSON.stringify(answer)}, require('./golden.cjs').golden())
}, 600000)`,
  )
  const config = {
    rootDir: project,
    testEnvironment: require.resolve('jest-environment-jsdom'),
    testMatch: ['**/golden.test.cjs'],
    transform: {},
  }
  const jest = join(modules, 'jest/bin/jest.js')
  say(process.execPath, [jest, '--config', JSON.stringify(config)], project)
  return readFileSync(answer, 'utf8')
}

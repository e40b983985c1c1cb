import { readdirSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { defineConfig, type Options } from 'tsup'

/** One entry per folder of src, named as it is imported: src/commission/index.ts is sales-rules/commission. */
const folders = [
  'appraisal',
  'batch',
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

/** What the door of explain hands out. */
const explaining = [
  'capitals',
  'chart/chart',
  'explain',
  'explainIssue',
  'verify/diffOutcomes',
  'verify/verify',
  'verify/withInput',
]

/**
 * date-fns computes constants from each other, and a bundler has to keep a product that nobody uses, as it cannot know what multiplying does:
 * here they are what they come to.
 */
const constants: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'constants of date-fns',
  setup: (esbuild) =>
    esbuild.onLoad({ filter: /date-fns[\\/]constants\.js$/ }, async ({ path }) => ({
      contents: Object.entries(await import(path))
        .map(constantOf)
        .join('\n'),
    })),
}

const constantOf = ([name, value]: [string, unknown]) =>
  `export const ${name} = ${typeof value === 'symbol' ? `Symbol.for("${Symbol.keyFor(value)}")` : value}`

const options = {
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // Shared chunks: a policy defined through one entry is known to the rules of every other.
  splitting: true,
  // To find them in node_modules takes as long as to load all of ours.
  noExternal: ['date-fns', '@date-fns/tz', '@noble/hashes'],
  esbuildPlugins: [constants],
} satisfies Options

const entries: Record<string, string> = {
  index: 'src/index.ts',
  ...Object.fromEntries(folders.map((name) => [name, `src/${name}/index.ts`])),
}

/** Apart from the schemas, so that a page that reads an unpacked document carries no zod. */
const reading = { 'policy/policyOn': 'src/policy/policyOn.ts' }

const explain = { explain: 'src/explain/index.ts' }

/** All of the kernel but for the schemas, which need zod. */
const kernel = readdirSync('src/kernel', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/(schema|index)\.ts$/.test(file))
  .map((file) => `src/kernel/${file}`)

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** The command uses the entries as they are published, through the doors that its imports name, and carries none of them twice. */
const throughEntries: Plugin = {
  name: 'through-entries',
  setup: (build) => {
    build.onResolve({ filter: /\/index\.js$/ }, ({ path, importer }) => {
      if (!relative('src', importer).startsWith('command')) return undefined
      const folder = relative('src', dirname(resolve(dirname(importer), path)))
      return [...folders, 'explain'].includes(folder)
        ? { path: `sales-rules/${folder}`, external: true }
        : undefined
    })
  },
}

/** Of what is loaded when it is called, a single file takes all: here it is told what is never called. */
const onlyWhatIsCalled: Plugin = {
  name: 'only-what-is-called',
  setup: (build) => {
    build.onResolve({ filter: /\/explain\/index\.js$/ }, () => ({
      path: resolve('src/explain/explainIssue.ts'),
    }))
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}

/** One file with everything in it, for machines that have no node_modules. */
const single = { ...options, splitting: false, minify: true, noExternal: [/./] } satisfies Options

/** What the language has since 2021, for engines of SQL that say nothing of theirs. */
const SINCE_2021 = `(() => {
  const give = (to, name, value) =>
    name in to || Object.defineProperty(to, name, { value, writable: true, configurable: true })
  const at = function (index) { return this[index < 0 ? this.length + index : index] }
  give(Array.prototype, 'at', at)
  give(String.prototype, 'at', at)
  give(Object, 'hasOwn', (object, key) => Object.prototype.hasOwnProperty.call(object, key))
})();`

const declared = (file: string) => file.replace(/^src/, 'reports/types').replace(/\.ts$/, '.d.ts')

export default defineConfig([
  {
    ...options,
    esbuildOptions: (esbuild) => {
      // One chunk for every entry: in a dozen chunks, as each entry needs them, it takes a third longer to load.
      esbuild.inject = kernel
    },
    entry: { ...entries, ...reading },
  },
  {
    ...options,
    // Apart: it looks at every kind of problem by its name, so that in chunks of the others bundlers could drop none of them for anybody.
    // Each thing that it does is a file of its own, so that who explains an issue carries no picture, and nothing of every rule for `verify`.
    entry: {
      explain: 'src/explain/index.ts',
      ...Object.fromEntries(
        explaining.map((file) => [`explain/${basename(file)}`, `src/explain/${file}.ts`]),
      ),
    },
    esbuildOptions: (esbuild) => {
      esbuild.charset = 'utf8'
    },
  },
  {
    ...options,
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    entry: { command: 'src/command/main.ts' },
    noExternal: ['csv-parse'],
    esbuildPlugins: [throughEntries],
    esbuildOptions: (esbuild) => {
      esbuild.charset = 'utf8'
      // What a command needs is loaded when it is called.
      esbuild.chunkNames = 'command/[name]-[hash]'
    },
  },
  {
    ...single,
    // Alone in a folder, a file is CommonJS for Node unless its name says otherwise; and as such it starts faster.
    format: ['cjs'],
    platform: 'node',
    target: 'node20',
    entry: { filter: 'src/command/filterMain.ts' },
    esbuildPlugins: [constants, onlyWhatIsCalled],
  },
  {
    ...single,
    format: ['iife', 'esm'],
    target: 'es2020',
    entry: { 'sandbox/sales-rules': 'src/sandbox/index.ts' },
    globalName: 'SalesRules',
    banner: { js: SINCE_2021 },
    outExtension: ({ format }) => ({ js: format === 'iife' ? '.js' : '.mjs' }),
  },
  {
    ...options,
    // Types of all entries at once: a policy that two of them declare apart would be of two kinds. They are put together from declarations that the
    // compiler has written already: to infer them once more takes ten times as long.
    entry: Object.fromEntries(
      Object.entries({ ...entries, ...explain }).map(([name, file]) => [name, declared(file)]),
    ),
    // tsup 8 passes the deprecated `baseUrl` to TypeScript 6 (egoist/tsup#1388).
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0', paths: {} } },
  },
])

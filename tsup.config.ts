import { readdirSync } from 'node:fs'
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

const options: Options = {
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'es2022',
  // Shared chunks: a policy defined through one entry is known to the rules of every other.
  splitting: true,
  // To find them in node_modules takes as long as to load all of ours.
  noExternal: ['date-fns', '@date-fns/tz', '@noble/hashes'],
  // tsup 8 passes the deprecated `baseUrl` to TypeScript 6 (egoist/tsup#1388).
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
}

/** All of the kernel but for the schemas, which need zod. */
const kernel = readdirSync('src/kernel', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/(schema|index)\.ts$/.test(file))
  .map((file) => `src/kernel/${file}`)

export default defineConfig([
  {
    ...options,
    esbuildOptions: (esbuild) => {
      // One chunk for every entry: in a dozen chunks, as each entry needs them, it takes a third longer to load.
      esbuild.inject = kernel
    },
    entry: {
      index: 'src/index.ts',
      ...Object.fromEntries(folders.map((name) => [name, `src/${name}/index.ts`])),
    },
  },
  {
    ...options,
    // Alone: it looks at every kind of problem by its name, so that in shared chunks bundlers could drop none of them for anybody.
    entry: { explain: 'src/explain/index.ts' },
    splitting: false,
    esbuildOptions: (esbuild) => {
      esbuild.charset = 'utf8'
    },
  },
])

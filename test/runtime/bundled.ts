import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** Imports of `sales-rules` are what was built last, so what bundles runs after `npm run build`. */
const asBuilt: Plugin = {
  name: 'as-built',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^sales-rules(\/|$)/ }, ({ path }) => ({
      path: resolve('dist', `${path.slice('sales-rules/'.length) || 'index'}.js`),
      sideEffects: false,
    }))
  },
}

/** What a bundler makes of a program. */
export async function bundle(source: string, options: Options): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sales-rules-bundle-'))
  try {
    const entry = join(folder, 'entry.ts')
    writeFileSync(entry, source)
    await build({
      entry: { bundle: entry },
      outDir: folder,
      outExtension: () => ({ js: '.out.js' }),
      noExternal: [/./],
      esbuildPlugins: [asBuilt],
      target: 'es2022',
      config: false,
      silent: true,
      ...options,
    })
    return readFileSync(join(folder, 'bundle.out.js'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

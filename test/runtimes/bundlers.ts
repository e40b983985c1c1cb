/** What each bundler makes of a program, as small as it makes it by its own means. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import * as esbuild from 'esbuild'
import { rollup } from 'rollup'
import { minify } from 'terser'
import * as vite from 'vite'
import webpack from 'webpack'

/** Reads a program in a project, and says what it comes to. */
export type Bundler = (project: string, file: string) => Promise<string>

export const BUNDLERS: Readonly<Record<string, Bundler>> = {
  esbuild: async (project, file) => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(project, file)],
      absWorkingDir: project,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      logLevel: 'error',
    })
    return outputFiles[0]?.text ?? ''
  },
  rollup: async (project, file) => {
    const made = await rollup({
      input: join(project, file),
      plugins: [nodeResolve()],
      onLog: () => {},
    })
    const { output } = await made.generate({ format: 'es' })
    return (await minify(output[0].code, { module: true })).code ?? ''
  },
  vite: async (project, file) => {
    const made = await vite.build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: { write: false, target: 'es2022', rolldownOptions: { input: join(project, file) } },
    })
    const [bundle] = [made].flat() as { readonly output: readonly { readonly code?: string }[] }[]
    return bundle?.output.map(({ code = '' }) => code).join('') ?? ''
  },
  webpack: async (project, file) => {
    const filename = `webpack.${file}`
    const compiler = webpack({
      mode: 'production',
      context: project,
      entry: `./${file}`,
      target: ['web', 'es2022'],
      output: { path: project, filename },
      performance: false,
    })
    const stats = await promisify(compiler.run.bind(compiler))()
    if (stats?.hasErrors()) throw new Error(stats.toString('errors-only'))
    return readFileSync(join(project, filename), 'utf8')
  },
}

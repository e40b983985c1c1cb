/** The package as a user has it: packed, and installed in an empty project, with the golden cases as a program there. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A new folder with the package in its node_modules. */
export function install(): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'sales-rules-user-')))
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const packed = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], root)
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }]
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  npm(['install', '--no-audit', '--no-fund', join(project, filename)], project)
  return project
}

/**
 * Writes the golden cases into the project: `golden.mjs` and `golden.cjs`, which import the installed package, and `whole.mjs` and `whole.js`, a
 * script, which have it inside, for runtimes that resolve no packages. `main.mjs` prints them.
 */
export async function writePrograms(project: string): Promise<void> {
  const entry = join(root, 'test/runtime/golden.ts')
  const options = (outfile: string): BuildOptions => ({
    bundle: true,
    outfile: join(project, outfile),
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    tsconfigRaw: {},
    logLevel: 'error',
  })
  const split = (outfile: string): BuildOptions => ({
    ...options(outfile),
    entryPoints: [entry],
    external: ['sales-rules', 'sales-rules/*'],
  })
  const whole = (outfile: string): BuildOptions => ({
    ...options(outfile),
    entryPoints: [entry],
    plugins: [installedIn(project)],
  })
  await build({ ...split('golden.mjs'), format: 'esm' })
  await build({ ...split('golden.cjs'), format: 'cjs' })
  await build({ ...whole('whole.mjs'), format: 'esm' })
  await build({ ...whole('whole.js'), format: 'iife', globalName: 'program' })
  writeFileSync(
    join(project, 'main.mjs'),
    `import { golden } from './golden.mjs'\nconsole.log(golden())\n`,
  )
}

/** Takes `sales-rules` from the project, wherever the program is that imports it. */
function installedIn(project: string): Plugin {
  return {
    name: 'installed',
    setup: ({ onResolve, resolve }) => {
      onResolve({ filter: /^sales-rules/ }, ({ path, kind, pluginData }) =>
        pluginData === project
          ? undefined
          : resolve(path, { kind, resolveDir: project, pluginData: project }),
      )
    },
  }
}

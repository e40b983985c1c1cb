/**
 * What the tests would miss: one thing at a time is changed in src, and each change that no test finds is listed.
 *
 * - `npm run mutation -- kernel [count] [seed]`: in some hundred places below a folder, which are drawn
 * - `npm run mutation -- all`: everywhere, which takes days
 * - `npm run mutation -- fast`: in forty places of the kernel, by its own tests, its laws and those of service; it fails where fewer than 95% are found
 *
 * A run that was stopped goes on where it was, and one that missed some tries these again; remove reports/mutation to begin anew.
 */
import { existsSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import type { Drawing } from './plugin.js'

const [what = '', count = '300', seed = '1'] = process.argv.slice(2)

const drawings: Readonly<Record<string, Drawing>> = {
  all: { folder: '', count: Number.POSITIVE_INFINITY, seed: 1 },
  fast: { folder: 'kernel', count: 40, seed: 1, atLeast: 95 },
}
const drawing = drawings[what] ?? { folder: what, count: Number(count), seed: Number(seed) }
const { folder } = drawing
if (what === '' || !existsSync(`src/${folder}`))
  throw new Error('Name a folder of src, all or fast.')
if (what === 'fast') process.env['MUTATION_TESTS'] = 'test/{kernel,laws,service}/**/*.test.ts'

const withTypeScript = ['--import', 'tsx']
await new Stryker({
  mutate: [`src/${folder === '' ? '' : `${folder}/`}**/*.ts`, '!src/**/index.ts'],
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/plugin.ts'],
  testRunnerNodeArgs: withTypeScript,
  checkerNodeArgs: withTypeScript,
  reporters: ['sample'],
  drawing,
}).runMutationTest()

/**
 * What the tests would miss: `npm run mutation -- kernel [count] [seed]` changes one thing at a time, in some hundred places below a folder
 * of src that are drawn, and lists the changes that no test finds. A run that was stopped goes on where it was; remove reports/mutation
 * to begin anew.
 */
import { existsSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import type { Drawing } from './plugin.js'

const [folder = '', count = '300', seed = '1'] = process.argv.slice(2)
if (folder === '' || !existsSync(`src/${folder}`)) throw new Error('Name a folder of src.')
const drawing: Drawing = { folder, count: Number(count), seed: Number(seed) }

const withTypeScript = ['--import', 'tsx']
await new Stryker({
  mutate: [`src/${folder}/**/*.ts`, '!src/**/index.ts'],
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/plugin.ts'],
  testRunnerNodeArgs: withTypeScript,
  checkerNodeArgs: withTypeScript,
  reporters: ['sample'],
  drawing,
}).runMutationTest()

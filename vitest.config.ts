import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests, examples and the code in the docs import the package by name and get the sources. */
const src = fileURLToPath(new URL('src', import.meta.url))

/** Files of a dozen lines that draw some ten thousand years each, or write ten million values. */
const isLongest = ({ moduleId }: TestSpecification) =>
  /\/(?:chains\.(?:booked|cash|orders)|digest\.million)\.test\.ts$/.test(moduleId)

/** On a clean clone vitest takes the largest files first, so that these would be left to one worker in the end, while the other has nothing to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^sales-rules$/, replacement: `${src}/index.ts` },
      { find: /^sales-rules\/(.+)$/, replacement: `${src}/$1/index.ts` },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    // The code under test is pure, so the files can share one worker.
    isolate: false,
    // Of two cores vitest would use one, as if somebody were at work on the other.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    // A golden file that is not there fails too: `npm run golden` alone writes them.
    update: 'none',
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests, examples and the code in the docs import the package by name and get the sources. */
const src = fileURLToPath(new URL('src', import.meta.url))

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
    testTimeout: 120_000,
    // A golden file that is not there fails too: `npm run golden` alone writes them.
    update: 'none',
  },
})

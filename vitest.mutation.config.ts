import { configDefaults, defineConfig } from 'vitest/config'
import { BaseSequencer, type Reporter, type TestSpecification, type Vitest } from 'vitest/node'
import config from './vitest.config.js'

function placeOf({ moduleId }: TestSpecification): number {
  if (/laws|oracle/.test(moduleId)) return 2
  return moduleId.includes('/test/kernel/') ? 0 : 1
}

/** Most mutants fall to a test of the rule that they change; the laws take longer and look for the others. */
class LawsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort(
      (a, b) => placeOf(a) - placeOf(b) || a.moduleId.localeCompare(b.moduleId),
    )
  }
}

let vitest: Vitest | undefined

/** Stryker looks at tests only. A file that a mutant keeps from loading has none, so it has to be an error of the run. */
const brokenFiles: Reporter = {
  onInit(started) {
    vitest = started
  },
  onTestModuleEnd(file) {
    for (const { message, stack = message } of file.errors())
      vitest?.state.catchError(new Error(`${file.moduleId}: ${stack}`), 'Unhandled Error')
  },
}

/** What runs against each mutant: the tests that see the rules at work and are quick enough to be run some hundred times. */
export default defineConfig({
  ...config,
  plugins: [
    {
      name: 'for-mutants',
      // Stryker asks for threads, in which a test cannot set the time zone.
      configureVitest({ project }) {
        project.config.pool = 'forks'
      },
      // On a busy machine a test that takes long has found nothing.
      transform: (code) => code.replace(/\btimeout: \w+/g, 'timeout: 0'),
    },
  ],
  test: {
    ...config.test,
    // Stryker has a clock of its own.
    testTimeout: 0,
    include: [process.env['MUTATION_TESTS'] ?? 'test/**/*.test.ts'],
    exclude: [
      ...configDefaults.exclude,
      'test/{docs,docs.links,hostile,house}.test.ts',
      'test/{examples,independent,publish,runtime}/**',
      'test/**/*million.test.ts',
      'test/**/*.speed.test.ts',
    ],
    setupFiles: ['test/mutation/setup.ts'],
    reporters: [brokenFiles],
    sequence: { sequencer: LawsLast },
    env: { COLUMN_CASES: '30000', SCORE_CASES: '8000' },
  },
})

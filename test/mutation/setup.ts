import fc from 'fast-check'
import { inject, vi } from 'vitest'

interface Stryker {
  activeMutant?: string
  mutantCoverage?: { static: object; perTest: object }
}
declare module 'vitest' {
  interface ProvidedContext {
    readonly activeMutant: string
  }
}
const { __stryker__: stryker } = globalThis as { __stryker__?: Stryker }

if (stryker !== undefined) {
  // Stryker would do so once the file has loaded: a test would not see what the mutant did to a policy at its head.
  stryker.activeMutant = inject('activeMutant')
  // Files share a process, but each is to report its own.
  if (stryker.mutantCoverage !== undefined)
    Object.assign(stryker.mutantCoverage, { static: {}, perTest: {} })
}

// On a busy machine, time that has passed has found nothing.
vi.stubGlobal('performance', { now: () => 0 })

// The same cases for each mutant and on each tree, and no search for the smallest one that fails.
fc.configureGlobal({ seed: 20_261_123, endOnFailure: true })

/** A quarter of the cases finds nearly as much, in a quarter of the time. */
vi.mock(import('fast-check'), async (load) => {
  const { default: original } = await load()
  const assert = <Ts>(property: fc.IRawProperty<Ts>, parameters: fc.Parameters<Ts> = {}) => {
    const numRuns = Math.ceil((parameters.numRuns ?? 100) / 4)
    return original.assert(property, { ...parameters, numRuns })
  }
  return { default: { ...original, assert: assert as typeof original.assert } }
})

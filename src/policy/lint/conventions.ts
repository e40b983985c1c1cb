import type { Path } from '../../kernel/index.js'
import { finding } from './finding.js'
import { CONVENTION_UNUSUAL } from './issues.js'
import type { Finding } from './types.js'

/** A choice of a policy, and what most plans and tools have. */
export interface Convention {
  readonly path: Path
  readonly given: string | undefined
  readonly usual: string
}

/** The choices that a policy takes and most others do not. */
export function conventions(choices: readonly Convention[]): Finding[] {
  return choices.flatMap(({ path, given, usual }) =>
    given === undefined || given === usual
      ? []
      : [finding('note', CONVENTION_UNUSUAL, [path, { given, expected: usual }])],
  )
}

/** Those of everything that is scored: a result that is missing is left out of the score, and halves go up. */
export function conventionsOfScores(rules: {
  readonly missing?: string
  readonly rounding?: string
}): Convention[] {
  return [
    { path: ['missing'], given: rules.missing === 'zero' ? 'zero' : undefined, usual: 'reweight' },
    { path: ['rounding'], given: rules.rounding, usual: 'half-up' },
  ]
}

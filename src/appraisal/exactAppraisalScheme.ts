import type { PolicyReference } from '../kernel/index.js'
import * as defined from '../kernel/policy/defined.js'
import * as score from '../kernel/score/score.js'
import type { AppraisalScheme } from './types.js'

/** An appraisal scheme that is ready to compute with. */
export interface ExactAppraisalScheme {
  readonly card: score.ExactScorecard
  /** By the positions of the indicators: the sources that each accepts, or undefined for any (APP-7). */
  readonly sources: readonly (readonly string[] | undefined)[]
  /** Handed out with every result, and frozen for that. */
  readonly policy: PolicyReference
  /** The clauses that an appraisal by it rests on. */
  readonly clauses: readonly string[]
}

/** The exact form of a defined appraisal scheme, made once. */
export const exactAppraisalScheme = /* @__PURE__ */ defined.compiler(
  'AppraisalScheme',
  compileAppraisalScheme,
)

function compileAppraisalScheme(scheme: AppraisalScheme): ExactAppraisalScheme {
  const sources = scheme.indicators.map(({ acceptedSources }) => acceptedSources)
  const isAnySourced = sources.some((accepted) => accepted !== undefined)
  return {
    card: score.compile(scheme.indicators, scheme),
    sources,
    policy: Object.freeze(defined.reference(scheme)),
    clauses: Object.freeze(['APP-1', 'APP-2', ...(isAnySourced ? ['APP-7'] : []), 'APP-10']),
  }
}

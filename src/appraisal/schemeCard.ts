import { attempt } from '../kernel/index.js'
import { oncePerPolicy } from '../kernel/inside.js'
import {
  type CompiledScorecard,
  fastCard,
  inheritsNone,
  type ReadByRoom,
} from '../kernel/scoring.js'
import { appraise } from './appraise.js'
import type { AppraisalInput, AppraisalScheme, DefinedAppraisalScheme } from './types.js'

/** A scheme in plain numbers. */
export interface SchemeCard {
  readonly score: CompiledScorecard
  /** By indicator: the sources that it accepts, or undefined for any. */
  readonly sources: readonly (readonly string[] | undefined)[]
}

const READ: ReadByRoom = { policy: { indicators: 'any' }, criterion: { acceptedSources: 'any' } }

const compiled = /* @__PURE__ */ oncePerPolicy(
  (scheme: AppraisalScheme): SchemeCard | undefined => {
    const score = fastCard(scheme, scheme.indicators, READ)
    const sources = scheme.indicators.map(({ acceptedSources }) => acceptedSources)
    return score && { score, sources }
  },
)

const FIELDS = ['employee', 'period', 'results', 'actual', 'target', 'points', 'value', 'source']

/** The scheme of a batch in plain numbers; undefined where every row is for the rule itself. */
export function schemeCard(scheme: AppraisalScheme): SchemeCard | undefined {
  const card = compiled(scheme)
  return card !== undefined && inheritsNone([...card.score.ids, ...FIELDS]) ? card : undefined
}

/** What the rule itself says of a row. */
export function byRule(input: unknown, scheme: DefinedAppraisalScheme) {
  return attempt(() => ({ score: appraise(input as AppraisalInput, scheme).score, band: 0 }))
}

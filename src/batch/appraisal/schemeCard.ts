import { appraise, clausesOf } from '../../appraisal/appraise.js'
import type {
  AppraisalInput,
  AppraisalScheme,
  AppraisalScores,
  DefinedAppraisalScheme,
} from '../../appraisal/types.js'
import { attempt } from '../../kernel/index.js'
import * as defined from '../../kernel/policy/defined.js'
import type { CompiledScorecard } from '../score/compileScorecard.js'
import { fastCard } from '../score/fastCard.js'
import type { ReadByRoom } from '../score/fastScorecard.js'
import { inheritsNone } from '../score/plainObject.js'
import { scoreMany } from '../score/scoreRows.js'

/** A scheme in plain numbers. */
export interface SchemeCard {
  readonly score: CompiledScorecard
  /** By indicator: the sources that it accepts, or undefined for any. */
  readonly sources: readonly (readonly string[] | undefined)[]
}

const READ: ReadByRoom = { policy: { indicators: 'any' }, criterion: { acceptedSources: 'any' } }

const compiled = /* @__PURE__ */ defined.oncePerPolicy(
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

/** Where the results of a batch come from. */
export interface AppraisalSource {
  /** Fills in the units of a block of rows, NaN where one is for the rule itself. */
  readonly readBlock: (start: number, units: Float64Array) => void
  readonly inputAt: (row: number) => unknown
}

/** The scores of so many appraisals. */
export function scoreAppraisals(
  length: number,
  scheme: DefinedAppraisalScheme,
  { readBlock, inputAt }: AppraisalSource,
): AppraisalScores {
  const { scores, issues } = scoreMany(length, {
    readBlock,
    byRule: (row) => byRule(inputAt(row), scheme),
    unitsPerPoint: 10 ** scheme.decimals,
    bandStarts: new Float64Array(0),
  })
  return { scores, issues, policy: defined.reference(scheme), clauses: clausesOf(scheme) }
}

/** What the rule itself says of a row. */
function byRule(input: unknown, scheme: DefinedAppraisalScheme) {
  return attempt(() => ({ score: appraise(input as AppraisalInput, scheme).score, band: 0 }))
}

import type { Criterion, ScorecardRules } from '../../kernel/score/scorecard.js'
import { type CompiledScorecard, compileScorecard } from './compileScorecard.js'
import { isFastScorecard, type ReadByRoom } from './fastScorecard.js'

/**
 * The scorecard of a policy in plain numbers; undefined where every row is for the rule itself.
 *
 * @internal
 */
export function fastCard(
  policy: ScorecardRules,
  criteria: readonly Criterion[],
  byRoom: ReadByRoom,
): CompiledScorecard | undefined {
  return isFastScorecard(policy, criteria, byRoom) ? compileScorecard(criteria, policy) : undefined
}

import { roundingModes } from '../../kernel/number/rounding.js'
import type { Curve } from '../../kernel/score/curve.js'
import type { Criterion, ScorecardRules } from '../../kernel/score/scorecard.js'
import { hasOnlyKnown, type KnownKeys } from './knownKeys.js'

/** What every policy with a score has. */
const POLICY: KnownKeys = {
  id: 'any',
  version: 'any',
  provenance: 'any',
  missing: ['refuse', 'zero', 'reweight'],
  decimals: 'any',
  rounding: roundingModes,
}

const CRITERION: KnownKeys = { id: 'any', weight: 'any', curve: 'any' }

/** A decay is not here: powers of a half have more digits than a plain number holds. */
const CURVES: Readonly<Record<string, KnownKeys>> = {
  points: { kind: 'any', maximum: 'any' },
  ratio: { kind: 'any', floor: 'any', cap: 'any' },
  'lower-is-better': { kind: 'any', floor: 'any', cap: 'any' },
  steps: { kind: 'any', below: 'any', steps: 'any' },
  linear: { kind: 'any', knots: 'any' },
  choice: { kind: 'any', choices: 'any' },
}

/** What a room reads of its policy beside the scorecard. */
export interface ReadByRoom {
  readonly policy: KnownKeys
  readonly criterion: KnownKeys
}

/**
 * Whether a score may be computed in plain numbers. This is the one place that decides it.
 *
 * It is a list of what is known: a key, a value or a curve that is not on it may change the score, so it is never passed over, but sends
 * every row to the rule itself.
 */
export function isFastScorecard(
  policy: ScorecardRules,
  criteria: readonly Criterion[],
  byRoom: ReadByRoom,
): boolean {
  const ofPolicy = { ...POLICY, ...byRoom.policy }
  const ofCriterion = { ...CRITERION, ...byRoom.criterion }
  return (
    hasOnlyKnown(policy, ofPolicy) &&
    criteria.every(
      (criterion) => hasOnlyKnown(criterion, ofCriterion) && isFastCurve(criterion.curve),
    )
  )
}

function isFastCurve(curve: Curve): boolean {
  const known = CURVES[curve.kind]
  return known !== undefined && hasOnlyKnown(curve, known)
}

import type { Curve } from '../curve.js'
import { roundingModes } from '../rounding.js'
import type { Criterion, ScorecardRules } from '../scorecard.js'

/** Keys that are known here, and of those that choose between ways to compute, the values. */
type Known = Readonly<Record<string, 'any' | readonly unknown[]>>

/** What every policy with a score has. */
const POLICY: Known = {
  id: 'any',
  version: 'any',
  provenance: 'any',
  missing: ['refuse', 'zero', 'reweight'],
  decimals: 'any',
  rounding: roundingModes,
}

const CRITERION: Known = { id: 'any', weight: 'any', curve: 'any' }

/** A decay is not here: powers of a half have more digits than a plain number holds. */
const CURVES: Readonly<Record<string, Known>> = {
  points: { kind: 'any', maximum: 'any' },
  ratio: { kind: 'any', floor: 'any', cap: 'any' },
  'lower-is-better': { kind: 'any', floor: 'any', cap: 'any' },
  steps: { kind: 'any', below: 'any', steps: 'any' },
  linear: { kind: 'any', knots: 'any' },
  choice: { kind: 'any', choices: 'any' },
}

/** What a room reads of its policy beside the scorecard. */
export interface ReadByRoom {
  readonly policy: readonly string[]
  readonly criterion: readonly string[]
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
  return (
    hasOnly(policy, POLICY, byRoom.policy) &&
    criteria.every(
      (criterion) =>
        hasOnly(criterion, CRITERION, byRoom.criterion) && isFastCurve(criterion.curve),
    )
  )
}

function isFastCurve(curve: Curve): boolean {
  const known = CURVES[curve.kind]
  return known !== undefined && hasOnly(curve, known, [])
}

function hasOnly(part: object, known: Known, beside: readonly string[]): boolean {
  return Object.entries(part).every(([key, value]) => {
    const allowed = known[key]
    return beside.includes(key) || allowed === 'any' || allowed?.includes(value) === true
  })
}

import type { AppraisalScheme, DefinedAppraisalScheme } from '../appraisal/index.js'
import * as defined from '../kernel/policy/defined.js'
import { appraisal } from './appraisal.js'

/**
 * The same appraisal, where the levels of sales make a difference to the score (APP-2): 100 points at the target, 110 at the base level of
 * 120%, 125 at the challenge level of 150%, and no more above it. The points are ours.
 */
export const challengeAppraisal: DefinedAppraisalScheme =
  /* @__PURE__ */ defined.seal<AppraisalScheme>(
    'AppraisalScheme',
    /* @__PURE__ */ withRewardedLevels(appraisal),
  )

function withRewardedLevels(scheme: AppraisalScheme): AppraisalScheme {
  const knots = [
    { at: '0', points: 0 },
    { at: '1', points: 100 },
    { at: '1.2', points: 110 },
    { at: '1.5', points: 125 },
  ]
  return {
    ...scheme,
    id: 'handbook-challenge-appraisal',
    provenance: scheme.provenance.map((one) =>
      one.path === 'indicators[0].curve' ? { ...one, clause: 'APP-2' } : one,
    ),
    indicators: scheme.indicators.map((indicator) =>
      indicator.id === 'sales' ? { ...indicator, curve: { kind: 'linear', knots } } : indicator,
    ),
  }
}

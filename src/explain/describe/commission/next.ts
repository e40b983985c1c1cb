import type { CommissionStatement } from '../../../commission/index.js'
import type { Voice } from '../../voice.js'
import { rateOf } from './earnings.js'

/** What pays more than going on at the rate of now, and how far it is. */
export function nextOf(
  next: CommissionStatement['next'],
  statement: CommissionStatement,
  voice: Voice,
): readonly string[] {
  if (next === null) return []
  const { commission } = voice.words
  const { tier } = next
  const remaining = voice.number(next.remaining)
  const rate = rateOf(voice, next.rate, statement)
  const opensAll = statement.gate?.counts === 'all'
  const isWhole = statement.mode === 'whole-amount'
  const sentence = {
    accelerator: () => commission.nextAccelerator({ remaining, rate }),
    gate: () => commission[opensAll ? 'nextGateAll' : 'nextGate']({ remaining, rate }),
    measure: () => commission.nextMeasure({ remaining, tier, rate }),
    minimum: () => commission.nextMinimum({ remaining, rate }),
    target: () => commission.nextTarget({ remaining, rate }),
    tier: () => commission[isWhole ? 'nextTierAll' : 'nextTier']({ remaining, tier, rate }),
  }[next.by]()
  return next.reached === 'above' ? [sentence, commission.nextAbove] : [sentence]
}

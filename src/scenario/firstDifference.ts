import type { DerivationStep } from './measure.js'
import type { Reason } from './types.js'

/**
 * The first step in which two derivations differ, the same whichever comes first. Where one has a step that the other lacks, that step
 * is the difference; where both have another one of the same kind in the same place, what each has.
 */
export function firstDifference(
  before: readonly DerivationStep[],
  after: readonly DerivationStep[],
): Reason {
  const [now, then] = [comparable(before, after), comparable(after, before)]
  const length = Math.max(now.length, then.length)
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [now[at], then[at]]
    if (!isSame(one, other)) return differing(one, other)
  }
  return { step: 'figure', id: null, now: null, then: null }
}

/** The steps of one derivation, without those that only the two together could say something by. */
function comparable(
  steps: readonly DerivationStep[],
  others: readonly DerivationStep[],
): readonly DerivationStep[] {
  const isThere = ({ step, id }: DerivationStep) =>
    others.some((other) => other.step === step && other.id === id)
  return steps.filter((step) => step.ifBoth !== true || isThere(step))
}

function isSame(one: DerivationStep | undefined, other: DerivationStep | undefined): boolean {
  return one?.step === other?.step && one?.id === other?.id && one?.value === other?.value
}

function differing(now: DerivationStep | undefined, then: DerivationStep | undefined): Reason {
  const first = comesFirst(now, then) ? now : then
  const step = first?.step ?? 'figure'
  const id = first?.id ?? null
  if (now?.step === then?.step && now?.id !== then?.id)
    return { step, id: null, now: now?.id ?? null, then: then?.id ?? null }
  const sideOf = (one: DerivationStep | undefined) =>
    one?.step === step && one.id === id ? one.value : null
  return { step, id, now: sideOf(now), then: sideOf(then) }
}

/** Whether a step comes before another one, or at the same time; what is not there comes last. */
function comesFirst(one: DerivationStep | undefined, other: DerivationStep | undefined): boolean {
  if (one === undefined || other === undefined) return other === undefined
  return one.rank === other.rank ? one.step <= other.step : one.rank < other.rank
}

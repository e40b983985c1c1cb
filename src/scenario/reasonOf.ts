import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import { firstDifference } from './firstDifference.js'
import type { DerivationStep } from './measure.js'
import type { Reason } from './types.js'

/**
 * Why a figure has changed: the first step that differs; or, where that one drew the figure the other way, as a higher rate does whose cap takes
 * more than it brings, the first one that drew it as it went.
 */
export function reasonOf(
  difference: Fraction,
  before: readonly DerivationStep[],
  after: readonly DerivationStep[],
): Reason {
  const first = firstDifference(before, after)
  const changes = changesBetween(before, after)
  const isIt = ({ step, id }: Reason) => step === first.step && id === first.id
  const others = fraction.sum(changes.map(({ by }) => by))
  const by = changes.find(({ reason }) => isIt(reason))?.by ?? fraction.subtract(difference, others)
  const isDrawnBy = (part: Fraction) => isPositive(part) === isPositive(difference) && part.n !== 0n
  if (isDrawnBy(by)) return first
  return changes.find((one) => isDrawnBy(one.by))?.reason ?? first
}

/** What each step that adds something by itself adds more than before. */
function changesBetween(before: readonly DerivationStep[], after: readonly DerivationStep[]) {
  const steps = [...after, ...before.filter((one) => valueIn(after, one) === null)]
  return steps
    .filter(({ adds }) => adds !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map((one) => ({
      by: fraction.subtract(addsIn(after, one), addsIn(before, one)),
      reason: {
        step: one.step,
        id: one.id,
        now: valueIn(before, one),
        then: valueIn(after, one),
      },
    }))
}

function sameIn(steps: readonly DerivationStep[], { step, id }: DerivationStep) {
  return steps.find((one) => one.step === step && one.id === id)
}

function valueIn(steps: readonly DerivationStep[], one: DerivationStep): string | null {
  return sameIn(steps, one)?.value ?? null
}

function addsIn(steps: readonly DerivationStep[], one: DerivationStep): Fraction {
  return sameIn(steps, one)?.adds ?? fraction.ZERO
}

function isPositive({ n }: Fraction): boolean {
  return n > 0n
}

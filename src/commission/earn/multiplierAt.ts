import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { Accelerator, KpiMultiplier, MultiplierStep } from '../types.js'

/** A step that a figure has reached, and what it multiplies by. */
export interface ReachedStep {
  readonly step: MultiplierStep
  readonly multiplier: Fraction
}

/** The step that owns a figure: the first that ends above it; one that ends at it where the lower step owns the threshold. */
export function multiplierAt(
  figure: Fraction,
  { steps, boundary }: Pick<Accelerator | KpiMultiplier, 'steps' | 'boundary'>,
): ReachedStep | null {
  const ends = boundary === 'upper-tier' ? 1 : 0
  const step = steps.find(
    ({ upTo }) => upTo === null || fraction.compare(decimal.known(upTo), figure) >= ends,
  )
  return step === undefined ? null : { step, multiplier: decimal.known(step.multiplier) }
}

/** What a step multiplies by; nothing multiplies by one. */
export function multiplierOf(reached: ReachedStep | null): Fraction {
  return reached?.multiplier ?? fraction.ONE
}

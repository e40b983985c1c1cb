import { compare, type Fraction, known, ONE } from '../../kernel/inside.js'
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
  const step = steps.find(({ upTo }) => upTo === null || compare(known(upTo), figure) >= ends)
  return step === undefined ? null : { step, multiplier: known(step.multiplier) }
}

/** What a step multiplies by; nothing multiplies by one. */
export function multiplierOf(reached: ReachedStep | null): Fraction {
  return reached?.multiplier ?? ONE
}

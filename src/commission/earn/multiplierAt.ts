import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactStep, ExactSteps } from '../plan/exactPlan.js'

/** The step that owns a figure: the first that ends above it; one that ends at it where the lower step owns the threshold. */
export function multiplierAt(figure: Fraction, { steps, boundary }: ExactSteps): ExactStep | null {
  const ends = boundary === 'upper-tier' ? 1 : 0
  return steps.find(({ upTo }) => upTo === null || fraction.compare(upTo, figure) >= ends) ?? null
}

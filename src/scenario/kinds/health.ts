import { scoreHealthRows } from '../../batch/index.js'
import { type DefinedHealthModel, type HealthFacts, scoreHealth } from '../../health/index.js'
import { figureOf } from '../figureOf.js'
import type { Measure } from '../measure.js'
import { scoreSteps, unitsOfScores } from './scorecard.js'

/** A health model: the figure is the score, the class the band. */
export function healthMeasure(model: DefinedHealthModel): Omit<Measure, 'kind' | 'policy'> {
  const { decimals } = model
  return {
    unit: 'points',
    decimals,
    compute: (input) => {
      const { score, band, parts } = scoreHealth(input as HealthFacts, model)
      return {
        figure: figureOf(score),
        class: band,
        sales: null,
        steps: () => scoreSteps(parts, score),
      }
    },
    batch: ({ inputs }) =>
      unitsOfScores(scoreHealthRows(inputs as readonly HealthFacts[], model), decimals),
  }
}

import { scoreLeadRows } from '../../batch/index.js'
import { type DefinedLeadModel, type LeadFacts, scoreLead } from '../../leads/index.js'
import { figureOf } from '../figureOf.js'
import type { Measure } from '../measure.js'
import type { Roster } from '../roster.js'
import { scoreSteps, stepOf, unitsOfScores } from './scorecard.js'

/** A lead model: the figure is the score, the class the band. A disqualified lead has a score of 0. */
export function leadsMeasure(model: DefinedLeadModel): Omit<Measure, 'kind' | 'policy'> {
  const { decimals } = model
  return {
    unit: 'points',
    decimals,
    compute: (input) => {
      const { score, band, disqualified, parts } = scoreLead(input as LeadFacts, model)
      return {
        figure: figureOf(disqualified === null ? (score ?? 0) : 0),
        class: band ?? 'disqualified',
        sales: null,
        steps: () => [
          stepOf(0, 'disqualified', null, disqualified?.reasons.join(', ') ?? 'no'),
          ...scoreSteps(parts, score),
        ],
      }
    },
    batch: (roster) => scoreRoster(roster, model),
  }
}

function scoreRoster({ inputs }: Roster, model: DefinedLeadModel): Float64Array {
  const scored = scoreLeadRows(inputs as readonly LeadFacts[], model)
  const units = unitsOfScores(scored, model.decimals)
  for (const { row } of scored.disqualified) units[row] = 0
  return units
}

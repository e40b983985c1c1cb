import {
  type Appraisal,
  type AppraisalInput,
  appraise,
  type DefinedAppraisalScheme,
} from '../../appraisal/index.js'
import { appraiseRows } from '../../batch/index.js'
import { figureOf } from '../figureOf.js'
import type { DerivationStep, Measure } from '../measure.js'
import { addedStep, scoreSteps, unitsOfScores } from './scorecard.js'

/** An appraisal scheme: the figure is the score. It has no classes; a grading policy gives grades. */
export function appraisalMeasure(scheme: DefinedAppraisalScheme): Omit<Measure, 'kind' | 'policy'> {
  const { decimals } = scheme
  return {
    unit: 'points',
    decimals,
    compute: (input) => {
      const appraisal = appraise(input as AppraisalInput, scheme)
      return {
        figure: figureOf(appraisal.score),
        class: null,
        sales: null,
        steps: () => stepsOf(appraisal),
      }
    },
    batch: ({ inputs }) =>
      unitsOfScores(appraiseRows(inputs as readonly AppraisalInput[], scheme), decimals),
  }
}

function stepsOf({ parts, bonuses, deductions, limit, score }: Appraisal): DerivationStep[] {
  const scored = scoreSteps(parts, score)
  return [
    ...scored.slice(0, -1),
    ...bonuses.map(({ id, contribution }) => addedStep(2, 'bonus', id, contribution)),
    ...deductions.map(({ id, contribution }) => addedStep(3, 'deduction', id, contribution)),
    ...(limit === null ? [] : [addedStep(4, 'limit', null, limit.contribution)]),
    ...scored.slice(-1),
  ]
}

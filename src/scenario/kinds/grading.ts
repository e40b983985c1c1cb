import { type DefinedGradingPolicy, gradeScore, type ScoreToGrade } from '../../grading/index.js'
import type { DecimalInput } from '../../kernel/index.js'
import { figureOf } from '../figureOf.js'
import type { Measure } from '../measure.js'
import { stepOf } from './scorecard.js'

/** A grading policy: the class is the grade, the figure how many grades are below it. */
export function gradingMeasure(policy: DefinedGradingPolicy): Omit<Measure, 'kind' | 'policy'> {
  const ids = policy.grades.map(({ id }) => id)
  return {
    unit: 'grades',
    decimals: 0,
    compute: (input) => {
      const graded = gradeScore(input as DecimalInput | ScoreToGrade, policy)
      const { grade, gradeByScore, because, score } = graded
      return {
        figure: figureOf(ids.length - 1 - ids.indexOf(grade)),
        class: grade,
        sales: null,
        steps: () => [
          stepOf(0, 'score', null, score),
          stepOf(1, 'threshold', null, gradeByScore),
          stepOf(2, 'cap', null, because ?? 'none'),
        ],
      }
    },
  }
}

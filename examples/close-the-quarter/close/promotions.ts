import {
  type CareerFacts,
  checkPromotion,
  type GradedPeriod,
  type PromotionCheck,
} from 'sales-rules'
import { groupBy } from '../groupBy.js'
import { careerPolicy, quarter } from '../policy.js'
import type { Application } from '../read/promotions.js'

export interface CheckedApplication {
  readonly application: Application
  readonly check: PromotionCheck
}

/** Whether an applicant may be promoted, by the facts of the file and the grades of the years (PRO-10). */
export function checkApplication(
  application: Application,
  grades: readonly GradedPeriod[],
): CheckedApplication {
  const history = yearlyGrades(grades)
  const facts: CareerFacts = { ...application.facts, yearlyGrades: history, asOf: quarter }
  return { application, check: checkPromotion(facts, application.to, careerPolicy) }
}

const QUARTERS_OF_A_YEAR = 4

/**
 * The grade of each year, as far as it is plain: four quarters with one grade. The handbook does not say how a year of different
 * grades is graded, so as soon as one year has them the fact is not known (null).
 */
function yearlyGrades(history: readonly GradedPeriod[]) {
  const graded = history.flatMap((one) => ('grade' in one ? one : []))
  const years = [...groupBy(graded, ({ period }) => period.slice(0, 4))]
  const isPlain = years.every(
    ([, quarters]) =>
      quarters.length === QUARTERS_OF_A_YEAR &&
      new Set(quarters.map(({ grade }) => grade)).size === 1,
  )
  if (!isPlain) return null
  return years.map(([period, quarters]) => ({ period, value: quarters[0]?.grade }))
}

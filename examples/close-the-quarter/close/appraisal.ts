import {
  type Appraisal,
  appraise,
  type Consequence,
  compareAmounts,
  type Grade,
  type GradedPeriod,
  gradeConsequences,
  gradeScore,
  multiply,
} from 'sales-rules'
import { appraisalScheme, collectionTarget, gradingPolicy, quarter } from '../policy.js'
import type { Rep } from '../read/reps.js'
import type { Survey } from '../read/surveys.js'
import type { Target } from '../read/targets.js'
import type { RepSales } from './sales.js'

/** How a rep did in the quarter, and what takes effect in it. */
export interface Appraised {
  readonly rep: Rep
  readonly appraisal: Appraisal
  readonly grade: Grade
  /** The grades before, and the quarter's. */
  readonly history: readonly GradedPeriod[]
  readonly follows: readonly Following[]
}

/** What follows from the grades, with the money where it is a bonus. */
export interface Following extends Consequence {
  readonly money: string | null
}

export function appraiseRep(
  rep: Rep,
  sales: RepSales,
  target: Target,
  survey: Survey | undefined,
  before: readonly GradedPeriod[],
): Appraised {
  const results = {
    sales: { actual: sales.net, target: target.salesTarget },
    newCustomers: { actual: sales.newCustomers.length, target: target.newCustomersTarget },
    satisfaction: survey ? { points: survey.points, source: survey.source } : null,
    collectionRate: collectionRate(sales),
  }
  const appraisal = appraise({ employee: rep.rep, period: quarter, results }, appraisalScheme)
  const grade = gradeScore(appraisal.score, gradingPolicy)
  const history = [...before, { period: quarter, grade: grade.grade }]
  const follows = gradeConsequences(history, gradingPolicy)
    .filter(({ period }) => period === quarter)
    .map((one) => ({ ...one, money: bonusOf(one, rep) }))
  return { rep, appraisal, grade, history, follows }
}

/**
 * The cash that came in for the quarter's orders up to the day of the close, against the company's share (90%) of the quarter's
 * net sales. Without net sales there is nothing to collect, and the indicator is left out.
 */
function collectionRate({ net, collected }: RepSales) {
  const due = multiply(net, collectionTarget, { decimals: 4 })
  return compareAmounts(due, '0') > 0 ? { actual: collected, target: due } : null
}

const MONTHS = { 'months-of-base-salary': '1', 'quarters-of-base-salary': '3' } as const

/** A bonus counted in salaries, in money: exact, and rounded once to the cent. */
function bonusOf({ kind, value, unit }: Consequence, { monthlyBaseSalary }: Rep): string | null {
  if (kind !== 'bonus') return null
  if (unit !== 'months-of-base-salary' && unit !== 'quarters-of-base-salary') return null
  const months = multiply(value, MONTHS[unit], { decimals: 12 })
  return multiply(months, monthlyBaseSalary, { decimals: 2 })
}

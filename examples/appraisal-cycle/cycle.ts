// From results to grades: appraised, compared with the curve, discussed by the managers, announced, and one of them appealed against.
import {
  type Appraisal,
  appraise,
  type Calibration,
  calibrateGrades,
  checkDistribution,
  type DistributionCheck,
  defineAppraisalScheme,
  defineCalendar,
  defineGradingPolicy,
  type GradedPeriod,
  gradeByRank,
  gradeScore,
  handbook,
  overrideAppraisal,
} from 'sales-rules'
import { type Measured, measure } from './measure.js'
import { decision, type Quarter, quarters, type Rep, session } from './records.js'

/** The handbook's scheme, with ten points of new customers for how customers are looked after (APP-6), and a veto. */
const { provenance: _, ...handbookScheme } = handbook.appraisal
const scheme = defineAppraisalScheme({
  ...(handbookScheme as Parameters<typeof defineAppraisalScheme>[0]),
  id: 'region-appraisal',
  indicators: [
    ...handbookScheme.indicators.map((one) =>
      one.id === 'newCustomers' ? { ...one, weight: 20 } : one,
    ),
    { id: 'visits', weight: 5 },
    { id: 'complaints', weight: 5, missing: 'reweight' },
  ] as Parameters<typeof defineAppraisalScheme>[0]['indicators'],
  gradeCaps: [
    {
      id: 'compliance',
      requires: { id: 'complied', comparison: 'equals', required: true },
      gradeAtMost: 'B',
    },
  ],
})

/** The company's curve, which the grades are held against: it binds nobody. One in five may be moved, by one grade. */
const shares = { S: 25, A: 25, B: 37.5, C: 12.5 }
export const grading = defineGradingPolicy({
  ...handbook.grading,
  calibration: { movedAtMost: '0.2', gradesAtMost: 1, shares },
})

const calendar = defineCalendar({
  from: '2026-01-01',
  to: '2026-12-31',
  weekend: [6, 7],
  holidays: ['2026-04-06'],
})

/** A quarter of a person, and the grade on each step of the way. */
export interface GradedQuarter {
  readonly rep: Rep
  readonly quarter: Quarter
  readonly measured: Measured
  readonly appraisal: Appraisal
  /** By the score and the veto. */
  readonly computed: string
  /** Where the curve would put the person. */
  readonly byRank: string
  /** After the managers' session, and after the committee. */
  readonly announced: string
  readonly grade: string
}

export interface QuarterOfRegion {
  readonly quarter: Quarter
  readonly graded: readonly GradedQuarter[]
  readonly calibration: Calibration
  readonly distribution: DistributionCheck
}

export function runCycle(reps: readonly Rep[]): QuarterOfRegion[] {
  return quarters.map((quarter) => gradeRegion(reps, quarter))
}

function gradeRegion(reps: readonly Rep[], quarter: Quarter): QuarterOfRegion {
  const present = reps.filter(({ excused }) => excused?.quarter !== quarter)
  const appraised = present.map((rep) => appraiseQuarter(rep, quarter))
  const people = appraised.map(({ rep, appraisal: { score, gradeAtMost } }) => ({
    ...{ id: rep.name, score, gradeAtMost },
  }))
  const ranked = gradeByRank(people, { shares, ties: 'better' })
  const { name: id, ...taken } = session[quarter]
  const proposed = appraised.map(({ rep, computed }) => ({ id: rep.name, grade: computed }))
  const calibration = calibrateGrades({ people: proposed, decisions: [{ id, ...taken }] }, grading)
  const graded = appraised.map((one): GradedQuarter => {
    const byRank = ranked.find((row) => row.id === one.rep.name)?.grade ?? ''
    const announced = calibration.people.find((row) => row.id === one.rep.name)?.after ?? ''
    return { ...one, byRank, announced, grade: decide(one, announced) }
  })
  const count = (grade: string) => graded.filter((one) => one.grade === grade).length
  const counts = Object.fromEntries(Object.keys(shares).map((grade) => [grade, count(grade)]))
  return { quarter, graded, calibration, distribution: checkDistribution(counts, { shares }) }
}

type Appraised = Omit<GradedQuarter, 'byRank' | 'announced' | 'grade'>

function appraiseQuarter(rep: Rep, quarter: Quarter): Appraised {
  const measured = measure(rep, quarter)
  const appraisal = appraise(
    {
      ...{ employee: rep.name, period: quarter, results: measured.results },
      facts: { complied: rep.breach !== quarter },
    },
    scheme,
  )
  const computed = gradeScore(
    { score: appraisal.score, gradeAtMost: appraisal.gradeAtMost },
    grading,
  ).grade
  return { rep, quarter, measured, appraisal, computed }
}

/** What the committee decides on an appeal; the score that was computed is kept beside it. */
function decide({ rep, quarter, appraisal }: Appraised, announced: string): string {
  if (rep.name !== decision.name || quarter !== decision.quarter) return announced
  const { grade, by, on, reason, appeal } = decision
  const computed = {
    ...{ employee: rep.name, period: quarter, score: appraisal.score, grade: announced },
  }
  const decisions = [{ grade, by, on, reason, appeal }]
  return overrideAppraisal({ computed, decisions }, scheme, calendar).grade ?? announced
}

/** The grades of a person up to a quarter; a quarter of leave is named, and breaks no run. */
export function historyOf(rep: Rep, region: readonly QuarterOfRegion[]): GradedPeriod[] {
  const { before, excused } = rep
  const graded = region.flatMap(({ graded: rows }) =>
    rows.filter((row) => row.rep.name === rep.name),
  )
  return [
    ...(before === null ? [] : [{ period: '2025-Q4', grade: before }]),
    ...graded.map(({ quarter, grade }) => ({ period: quarter, grade })),
    ...(excused === undefined ? [] : [{ period: excused.quarter, excused: excused.reason }]),
  ]
}

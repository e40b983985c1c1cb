// What the region does for its people besides: courses, mentors and other work.
import { type MentorPairs, pairMentors, suggestMoves, suggestTraining } from 'sales-rules'
import { type GradedQuarter, grading, historyOf, type QuarterOfRegion } from './cycle.js'

export interface Help {
  readonly courses: readonly { readonly name: string; readonly course: string }[]
  readonly mentors: MentorPairs
  readonly moves: readonly { readonly name: string; readonly to: readonly string[] }[]
}

/** Of the latest quarter; whoever has left needs none. */
export function planHelp(region: readonly QuarterOfRegion[]): Help {
  const latest = (region.at(-1)?.graded ?? []).filter(({ rep }) => rep.lastDay === undefined)
  const candidates = latest.map(({ rep, grade }) => ({ id: rep.name, grade }))
  return {
    courses: latest.flatMap(coursesOf),
    mentors: pairMentors({ mentors: candidates, mentees: candidates }, 'peer', grading),
    moves: latest.flatMap(({ rep }) => {
      const quarterlyGrades = historyOf(rep, region).map(({ period, ...entry }) =>
        'grade' in entry ? { period, value: entry.grade } : { period, excused: entry.excused },
      )
      const { moves } = suggestMoves({ quarterlyGrades, asOf: '2026-Q2' }, grading)
      return moves
        .filter(({ suggested }) => suggested === true)
        .map(({ to }) => ({ name: rep.name, to }))
    }),
  }
}

function coursesOf({ rep, appraisal }: GradedQuarter) {
  const { courses } = suggestTraining({ appraisal }, grading)
  return courses.map((course) => ({ name: rep.name, course }))
}

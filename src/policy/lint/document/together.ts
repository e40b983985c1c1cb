import type { DefinedAppraisalScheme } from '../../../appraisal/index.js'
import { type DefinedGradingPolicy, gradeScore } from '../../../grading/index.js'
import type { Path } from '../../../kernel/index.js'
import * as attempts from '../../../kernel/input/attempt.js'
import { closest } from '../../../kernel/input/issue.js'
import { finding } from '../finding.js'
import { BAND_UNREACHABLE, GRADE_UNKNOWN, YEARS_DIFFER } from '../issues.js'
import { endsOfScheme } from '../lintScores.js'
import type { Finding, LintReport } from '../types.js'
import { meetHere, type Place, pathOf } from './places.js'

/** What the sections that hold in one place are to each other. */
export function lintTogether(place: Place): LintReport {
  const { appraisal, grading, commission, targets } = place.all
  const findings: Finding[] = []
  if (commission && targets && meetHere(place, ['commission', 'targets']))
    findings.push(...otherYears(commission.yearStartsIn, targets.yearStartsIn, place))
  if (!appraisal || !grading || !meetHere(place, ['appraisal', 'grading']))
    return { findings, notChecked: [] }
  findings.push(...unknownGrades(appraisal, grading, pathOf(place, 'appraisal')))
  const path = pathOf(place, 'grading')
  const lost = attempts.attempt(() =>
    lostGrades(appraisal, grading, [path, pathOf(place, 'appraisal')]),
  )
  return lost.ok
    ? { findings: [...findings, ...lost.value], notChecked: [] }
    : { findings, notChecked: [{ path: [...path, 'grades'], issues: lost.issues }] }
}

/** A year of commissions that is not the year of the targets: one name of a quarter is two quarters. */
function otherYears(ofPlan = 1, ofTargets = 1, place: Place): Finding[] {
  if (ofPlan === ofTargets) return []
  const path = [...pathOf(place, 'commission'), 'yearStartsIn']
  const params = { given: String(ofPlan), other: String(ofTargets) }
  return [finding('warning', YEARS_DIFFER, [path, params])]
}

/** Grades that caps of the scheme name and nobody gives: grading refuses the outcome of such an appraisal. */
function unknownGrades(
  { gradeCaps = [] }: DefinedAppraisalScheme,
  { grades }: DefinedGradingPolicy,
  path: Path,
): Finding[] {
  const known = grades.map(({ id }) => id)
  return gradeCaps.flatMap(({ gradeAtMost: given }, index) => {
    if (known.includes(given)) return []
    const params = { given, known, suggestion: closest(given, known) }
    const place = [...path, 'gradeCaps', index, 'gradeAtMost']
    return [finding('error', GRADE_UNKNOWN, [place, params])]
  })
}

/** Grades above that of the highest score of the scheme, or below that of the lowest. */
function lostGrades(
  scheme: DefinedAppraisalScheme,
  grading: DefinedGradingPolicy,
  [ofGrades, ofScheme]: readonly [Path, Path],
): Finding[] {
  const example = { ...endsOfScheme(scheme), at: ofScheme }
  const [minimum = '', maximum = ''] = example.gives
  const ids = grading.grades.map(({ id }) => id)
  const [last, first] = [minimum, maximum].map((score) =>
    ids.indexOf(gradeScore(score, grading).grade),
  ) as [number, number]
  return ids.flatMap((id, index) => {
    if (index >= first && index <= last) return []
    const path = [...ofGrades, 'grades', index]
    return [
      finding('warning', BAND_UNREACHABLE, [path, { id, minimum, maximum }], { example }),
    ]
  })
}

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
  const { findings, notChecked } = gradesOfScores(place)
  return { findings: [...otherYears(place), ...findings], notChecked }
}

/** Plans whose year is not that of the targets: one name of a quarter is two quarters. */
function otherYears(place: Place): Finding[] {
  const { commission, compensation, targets } = place.all
  const plans = [
    { name: 'commission', steps: [], plan: commission } as const,
    ...(compensation?.components ?? []).map(
      ({ commission: plan }, index) =>
        ({ name: 'compensation', steps: ['components', index, 'commission'], plan }) as const,
    ),
  ]
  return plans.flatMap(({ name, steps, plan }) => {
    if (plan === undefined || !meetHere(place, [name, 'targets'])) return []
    const given = String(plan.yearStartsIn ?? 1)
    const other = String(targets?.yearStartsIn ?? 1)
    if (given === other) return []
    const path = [...pathOf(place, name), ...steps, 'yearStartsIn']
    return [finding('warning', YEARS_DIFFER, [path, { given, other }])]
  })
}

/** Grades that the appraisals of a place name, and that they reach. */
function gradesOfScores(place: Place): LintReport {
  const { appraisal, grading } = place.all
  if (!appraisal || !grading || !meetHere(place, ['appraisal', 'grading']))
    return { findings: [], notChecked: [] }
  const [ofScheme, ofGrades] = [pathOf(place, 'appraisal'), pathOf(place, 'grading')]
  const findings = unknownGrades(appraisal, grading, ofScheme)
  const lost = attempts.attempt(() => lostGrades(appraisal, grading, [ofGrades, ofScheme]))
  return lost.ok
    ? { findings: [...findings, ...lost.value], notChecked: [] }
    : { findings, notChecked: [{ path: [...ofGrades, 'grades'], issues: lost.issues }] }
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
    return [finding('warning', BAND_UNREACHABLE, [path, { id, minimum, maximum }], { example })]
  })
}

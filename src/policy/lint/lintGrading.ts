import type { DefinedGradingPolicy } from '../../grading/index.js'
import { gradeConsequences } from '../../grading/index.js'
import * as attempts from '../../kernel/input/attempt.js'
import * as fraction from '../../kernel/number/fraction.js'
import { conditions } from './conditions.js'
import { conventions } from './conventions.js'
import { exactText } from './exactText.js'
import { finding } from './finding.js'
import { WORSE_GRADE_GETS_MORE } from './issues.js'
import { exampleOf } from './rules.js'
import type { Finding, FindingExample, LintReport } from './types.js'

type Consequence = DefinedGradingPolicy['consequences'][number]
type GradeRule = Extract<Consequence, { readonly values: unknown }>

/** Lints a grading policy: worse grades that get more, and moves for nobody. */
export function lintGrading(policy: DefinedGradingPolicy): LintReport {
  const asked = conditions(
    policy.moves.map(({ requires }, index) => ({
      path: ['moves', index, 'requires'],
      condition: requires,
      question: { rule: 'suggestMoves', figure: `moves.${index}.suggested`, policy },
      given: (facts) => [facts],
    })),
  )
  const findings = [
    ...policy.consequences.flatMap((rule, index) =>
      'values' in rule ? fallingValues(rule, index, policy) : [],
    ),
    ...asked.findings,
    ...conventions([{ path: ['rounding'], given: policy.rounding, usual: 'half-up' }]),
  ]
  return { findings, notChecked: asked.notChecked }
}

/** Each grade beside the next better one that has a value; one that is left out has none. */
function fallingValues(rule: GradeRule, index: number, policy: DefinedGradingPolicy): Finding[] {
  if (rule.unit === 'measure') return []
  const graded = policy.grades.flatMap(({ id }) => {
    const value = rule.values[id]
    return value === undefined ? [] : [{ id, value }]
  })
  return graded.flatMap(({ id, value }, place) => {
    const above = graded[place - 1]
    if (above === undefined || fraction.compare(exactText(value), exactText(above.value)) <= 0)
      return []
    const params = { id, given: value, other: above.id, maximum: above.value }
    const example = exampleOfGrades([above.id, id], rule, policy)
    const path = ['consequences', index, 'values', id]
    return [finding('warning', WORSE_GRADE_GETS_MORE, [path, params], example ? { example } : {})]
  })
}

/** What the rule gives for a period at each of the grades. */
function exampleOfGrades(
  grades: readonly string[],
  { kind, per }: GradeRule,
  policy: DefinedGradingPolicy,
): FindingExample | null {
  const period = {
    year: '2026',
    'half-year': '2026-H1',
    quarter: '2026-Q1',
    month: '2026-01',
    week: '2026-W01',
  }[per ?? 'quarter']
  const given = grades.map((grade) => [[{ period, grade }]] as const)
  const outcome = attempts.attempt(() => {
    const places = given.map(([held]) =>
      gradeConsequences(held, policy).findIndex((one) => one.kind === kind),
    )
    // A value of 0 is no consequence, and has no figure to show.
    const [place = -1] = places
    if (place === -1 || places.some((one) => one !== place)) return null
    return exampleOf({ rule: 'gradeConsequences', figure: `${place}.value`, policy }, given)
  })
  return outcome.ok ? outcome.value : null
}

import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import * as score from '../kernel/score/score.js'
import type { ExactAppraisalScheme } from './exactAppraisalScheme.js'
import { RESULT_IN_TWO_FORMS, RESULT_INVALID, SOURCE_REFUSED } from './issues.js'

/** What is to be appraised, read. */
export interface ReadAppraisal {
  readonly employee: string | null
  readonly period: string | null
  readonly facts: score.ReadFacts
  /** Who measured each result, by the positions of the indicators. */
  readonly sources: readonly (string | null)[]
}

/** Reads what is to be appraised; adds what is wrong, and returns undefined where anything is. */
export function readAppraisal(
  input: unknown,
  { card, sources: accepted }: ExactAppraisalScheme,
  issues: Issue[],
): ReadAppraisal | undefined {
  const fields = read.fields(input, [], ['employee', 'period', 'results'], issues)
  const employee = fields?.['employee'] ?? null
  const period = fields?.['period'] ?? null
  if (employee !== null) read.name(employee, ['employee'], issues)
  if (period !== null) read.period(period, ['period'], issues)
  const results = read.fields(fields?.['results'], ['results'], card.ids, issues) ?? {}
  const known = card.parts.map(({ id, curve }, index) => {
    const result = results[id] ?? null
    if (result === null) return null
    // What is wrong is among the issues.
    return readResult(result, { curve, accepted: accepted[index], path: ['results', id] }, issues)
  })
  const facts = known.map((result) => result?.fact ?? null)
  if (issues.length === 0) score.refuseMissing(facts, card, ['results'], issues)
  if (issues.length > 0) return undefined
  const sources = known.map((result) => result?.source ?? null)
  return { employee: employee as string | null, period: period as string | null, facts, sources }
}

/** What a result is read by. */
interface ResultPlace {
  readonly curve: score.ExactCurve
  readonly accepted: readonly string[] | undefined
  readonly path: Path
}

function readResult(result: unknown, { curve, accepted, path }: ResultPlace, issues: Issue[]) {
  if (typeof result !== 'object') {
    issues.push(issue.at(RESULT_INVALID, path, { given: issue.show(result) }))
    return null
  }
  const before = issues.length
  const known = ['actual', 'target', 'points', 'value', 'source']
  const fields = read.fields(result, path, known, issues)
  if (fields === undefined) return null
  const { source = null, value = null, ...figures } = fields
  const named = source === null ? null : (read.name(source, [...path, 'source'], issues) ?? null)
  if (accepted !== undefined && (named === null || !accepted.includes(named)))
    issues.push(sourceIssue(named, accepted, path))
  if (value !== null && Object.keys(figures).length > 0)
    issues.push(issue.at(RESULT_IN_TWO_FORMS, path, { given: issue.show(result) }))
  if (issues.length > before) return null
  const [given, place] = value === null ? [figures, path] : [value, [...path, 'value']]
  const fact = score.readFact(given, curve, place, issues)
  return fact === undefined ? null : { fact, source: named }
}

function sourceIssue(source: string | null, accepted: readonly string[], path: Path): Issue {
  const refused = issue.at(SOURCE_REFUSED, [...path, 'source'], { source, accepted })
  return { ...refused, clause: 'APP-7' }
}

import type { Issue, Path } from '../kernel/index.js'
import { issueAt, refuseIfAny, show } from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { type Fields, invalid } from '../kernel/input/values.js'
import * as decimal from '../kernel/number/decimal.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as defined from '../kernel/policy/defined.js'
import { type ExactScore, scoreFacts } from '../kernel/score/scorecard.js'

import type {
  Appraisal,
  AppraisalInput,
  AppraisalScheme,
  DefinedAppraisalScheme,
  Indicator,
} from './types.js'

/**
 * A person's weighted score for a period, indicator by indicator (APP-1, APP-2, APP-10).
 *
 * Each result runs through its indicator's curve; the weighted points are added exactly and rounded once. A figure that the rep
 * reported on themselves is refused where the scheme asks for a survey (APP-7). What grade the score is, {@link gradeScore} says.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `FACT_MISSING`, `SOURCE_REFUSED`, `UNKNOWN_KEY`, and what is wrong with a figure.
 *
 * @example Points 100/80/90/100 weighted 40/30/20/10
 * ```ts
 * import { appraise, handbook } from 'sales-rules'
 *
 * const appraisal = appraise(
 *   {
 *     results: {
 *       sales: { actual: '1500000', target: '1200000' },
 *       newCustomers: { actual: 8, target: 10 },
 *       satisfaction: { points: 90, source: 'survey' },
 *       collectionRate: { actual: '0.95', target: '0.95' },
 *     },
 *   },
 *   handbook.appraisal,
 * )
 * appraisal.score // => 92
 * appraisal.parts.map((part) => part.contribution) // => [40, 24, 18, 10]
 * appraisal.parts[0]?.attainment // => '1.25'
 * ```
 */
export function appraise(input: AppraisalInput, scheme: DefinedAppraisalScheme): Appraisal {
  defined.check(scheme, 'AppraisalScheme')
  const issues: Issue[] = []
  const fields = read.fields(input, [], ['employee', 'period', 'results'], issues)
  const employee = fields?.['employee']
  const period = fields?.['period']
  if (employee !== undefined) read.name(employee, ['employee'], issues)
  if (period !== undefined) read.period(period, ['period'], issues)
  const results = read.record(fields?.['results'], ['results'], issues) ?? {}
  const { facts, notes, places } = readResults(results, scheme, issues)
  const scored =
    issues.length === 0
      ? scoreFacts(facts, scheme.indicators, scheme, ['results'], issues, places)
      : undefined
  refuseIfAny(issues)
  const { score, parts } = scored as ExactScore
  return {
    employee: (employee as string | undefined) ?? null,
    period: (period as string | undefined) ?? null,
    score: decimal.toNumber(score),
    parts: parts.map((part) => ({
      ...part,
      ...(notes[part.id] ?? { attainment: null, source: null }),
    })),
    missing: parts.filter(({ points }) => points === null).map(({ id }) => id),
    policy: defined.reference(scheme),
    clauses: clausesOf(scheme),
  }
}

/** What is said of a result beside its points. */
type Notes = Record<string, { readonly attainment: string | null; readonly source: string | null }>

function readResults(results: Fields, scheme: AppraisalScheme, issues: Issue[]) {
  const facts: Record<string, unknown> = Object.create(null)
  const notes: Notes = Object.create(null)
  const places: Record<string, Path> = Object.create(null)
  for (const [id, result] of Object.entries(results)) {
    const indicator = scheme.indicators.find((one) => one.id === id)
    if (result === null || indicator === undefined) {
      // Missing, or unknown: the scorecard decides on both.
      facts[id] = result
      continue
    }
    const known = readResult(result, indicator, ['results', id], issues)
    if (known === undefined) continue
    facts[id] = known.fact
    places[id] = known.place
    notes[id] = { attainment: attainmentOf(known.fact, indicator), source: known.source }
  }
  return { facts, notes, places }
}

function readResult(result: unknown, indicator: Indicator, path: Path, issues: Issue[]) {
  if (typeof result !== 'object') {
    issues.push(invalid(result, path, '{ actual, target }, { points } or { value }'))
    return undefined
  }
  const fields = read.fields(
    result,
    path,
    ['actual', 'target', 'points', 'value', 'source'],
    issues,
  )
  if (fields === undefined) return undefined
  const { source, value, ...figures } = fields
  const named = source === undefined ? null : read.name(source, [...path, 'source'], issues)
  const issue = sourceIssue(named ?? null, indicator, path)
  if (issue !== undefined) issues.push(issue)
  if (value !== undefined && Object.keys(figures).length > 0) {
    issues.push(invalid(result, path, 'a value alone, or actual and target, or points'))
  }
  const place = value === undefined ? [] : ['value']
  return { fact: value ?? figures, place, source: named ?? null }
}

function sourceIssue(source: string | null, indicator: Indicator, path: Path): Issue | undefined {
  const accepted = indicator.acceptedSources
  if (accepted === undefined || (source !== null && accepted.includes(source))) return undefined
  const list = accepted.map((name) => `"${name}"`).join(', ')
  const given = source === null ? 'no source' : show(source)
  const text = `got ${given}, expected a figure from ${list}: one that was not reported by the person appraised (APP-7).`
  return {
    ...issueAt('SOURCE_REFUSED', [...path, 'source'], { source, accepted }, text),
    clause: 'APP-7',
  }
}

/** Actual ÷ target of a result that has both; what is wrong with them, the curve says. */
function attainmentOf(fact: unknown, { curve }: Indicator): string | null {
  if (curve.kind === 'ratio' && typeof fact !== 'object') {
    const ratio = read.decimal(fact, [], [])
    return ratio === undefined ? null : write.decimal(ratio)
  }
  const { actual, target } = read.record(fact, [], []) ?? {}
  const exactActual = read.decimal(actual, [], [])
  const exactTarget = read.decimal(target, [], [], { minimum: fraction.ZERO, above: true })
  if (exactActual === undefined || exactTarget === undefined) return null
  return write.decimal(fraction.divide(exactActual, exactTarget))
}

/** @internal */
export function clausesOf({ indicators }: AppraisalScheme): string[] {
  const isAnySourced = indicators.some(({ acceptedSources }) => acceptedSources !== undefined)
  return ['APP-1', 'APP-2', ...(isAnySourced ? ['APP-7'] : []), 'APP-10']
}

import * as check from '../kernel/check/check.js'
import type { Issue, Path } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { FACT_MISSING } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as score from '../kernel/score/score.js'
import type {
  ExactAppraisalScheme,
  ExactGradeCap,
  ExactIndicator,
  ExactItem,
  Sources,
} from './exactAppraisalScheme.js'
import {
  CAP_UNKNOWN,
  COMPONENTS_EXPECTED,
  RESULT_IN_TWO_FORMS,
  RESULT_INVALID,
  SOURCE_REFUSED,
} from './issues.js'

/** What is to be appraised, read. */
export interface ReadAppraisal {
  readonly employee: string | null
  readonly period: string | null
  /** By the positions of the indicators, the bonuses and the deductions; null where there is none. */
  readonly results: readonly (ReadResult | null)[]
  readonly bonuses: readonly (ReadResult | null)[]
  readonly deductions: readonly (ReadResult | null)[]
  readonly caps: readonly ReadCap[]
}

/** A result that was read. */
export interface ReadResult {
  readonly fact: score.ReadFact
  /** Who measured it. */
  readonly source: string | null
  /** By the positions of the components; empty where it was given as a whole. */
  readonly components: readonly ReadResult[]
}

/** A grade cap, decided by what is known. */
export interface ReadCap {
  readonly cap: ExactGradeCap
  readonly decided: check.ExactOutcome
}

/** Who is appraised, and for when. */
export function readWhose({ employee = null, period = null }: read.Fields, issues: Issue[]) {
  if (employee !== null) read.name(employee, ['employee'], issues)
  if (period !== null) read.period(period, ['period'], issues)
  return { employee: employee as string | null, period: period as string | null }
}

/** Reads what is to be appraised; adds what is wrong, and returns undefined where anything is. */
export function readAppraisal(
  input: unknown,
  scheme: ExactAppraisalScheme,
  issues: Issue[],
): ReadAppraisal | undefined {
  const { card, indicators, bonuses, deductions } = scheme
  const known = ['employee', 'period', 'results', ...(scheme.facts.length > 0 ? ['facts'] : [])]
  const fields = read.fields(input, [], known, issues)
  const whose = readWhose(fields ?? {}, issues)
  const ids = [indicators, bonuses, deductions].flatMap((items) => items.map(({ id }) => id))
  const listed = read.fields(fields?.['results'], ['results'], ids, issues)
  const given = listed ?? {}
  const readItem = (item: ExactItem | ExactIndicator) => readGiven(given[item.id], item, issues)
  const results = indicators.map(readItem)
  const more = { bonuses: bonuses.map(readItem), deductions: deductions.map(readItem) }
  const facts = results.map((result, index) =>
    (given[card.ids[index] ?? ''] ?? null) === null ? null : result?.fact,
  )
  if (listed !== undefined) score.refuseMissing(facts, card, ['results'], issues)
  if (issues.length > 0) return undefined
  const found = { ...whose, results, ...more }
  const caps = readCaps(fields?.['facts'] ?? {}, found, scheme, issues)
  return issues.length > 0 ? undefined : { ...found, caps }
}

/** The facts of results, as a scorecard takes them. */
export function factsOf(results: readonly (ReadResult | null)[]): score.ReadFacts {
  return results.map((result) => result?.fact ?? null)
}

function readGiven(
  result: unknown,
  item: ExactItem | ExactIndicator,
  issues: Issue[],
): ReadResult | null {
  if ((result ?? null) === null) return null
  const path = ['results', item.id]
  const components = 'components' in item ? item.components : []
  // What is wrong is among the issues.
  if (components.length === 0) return readResult(result, item, path, issues)
  return readWhole(result, item as ExactIndicator, path, issues)
}

/** A result that is made of others, or points scored elsewhere. */
function readWhole(
  result: unknown,
  item: ExactIndicator,
  path: Path,
  issues: Issue[],
): ReadResult | null {
  const shown = read.record(result, path, issues, ['components', 'points'])
  if (shown === undefined) return null
  if ((shown['points'] ?? null) !== null) return readResult(result, item, path, issues)
  if ((shown['components'] ?? null) === null) {
    issue.add(issues, issue.at(COMPONENTS_EXPECTED, path, { given: issue.show(result) }))
    return null
  }
  const fields = read.fields(result, path, ['components'], issues) ?? {}
  const at = [...path, 'components']
  const ids = item.components.map(({ id }) => id)
  const given = read.fields(fields['components'], at, ids, issues)
  if (given === undefined) return null
  const components = ids.flatMap((id) => {
    if ((given[id] ?? null) !== null) return readResult(given[id], item, [...at, id], issues) ?? []
    issue.add(issues, issue.at(FACT_MISSING, [...at, id], { id }))
    return []
  })
  return components.length < ids.length ? null : joinComponents(components, item)
}

/** The points are the weighted mean of the components' points, and so is the attainment, where each has one. */
function joinComponents(results: readonly ReadResult[], { components }: ExactIndicator) {
  const shares = components.map(({ share }) => share)
  const mean = (figures: readonly fraction.Fraction[]) =>
    fraction.sum(
      figures.map((figure, index) => fraction.multiply(figure, shares[index] ?? fraction.ZERO)),
    )
  const ratios = results.flatMap(({ fact }) => fact.ratio ?? [])
  const ratio = ratios.length === results.length ? mean(ratios) : null
  const points = mean(results.map(({ fact }) => fact.points))
  return { fact: { points, ratio }, source: null, components: results }
}

function readResult(
  result: unknown,
  { curve, sources }: ExactItem,
  path: Path,
  issues: Issue[],
): ReadResult | null {
  if (typeof result !== 'object') {
    issue.add(issues, issue.at(RESULT_INVALID, path, { given: issue.show(result) }))
    return null
  }
  const before = issues.length
  const begun = curve.takes === 'progress' ? ['baseline'] : []
  const known = ['actual', 'target', ...begun, 'points', 'value', 'source']
  const fields = read.fields(result, path, known, issues)
  if (fields === undefined) return null
  const { source = null, value = null, ...figures } = fields
  const named = source === null ? null : (read.name(source, [...path, 'source'], issues) ?? null)
  if (sources !== null && !sources.accepted.includes(named))
    issue.add(issues, sourceIssue(named, sources, path))
  if (value !== null && Object.keys(figures).length > 0)
    issue.add(issues, issue.at(RESULT_IN_TWO_FORMS, path, { given: issue.show(result) }))
  if (issues.length > before) return null
  const [given, place] = value === null ? [figures, path] : [value, [...path, 'value']]
  const fact = score.readFact(given, curve, place, issues)
  return fact === undefined ? null : { fact, source: named, components: [] }
}

function sourceIssue(source: string | null, { accepted, clause }: Sources, path: Path): Issue {
  const names = accepted.filter((name) => name !== null)
  const refused = issue.at(SOURCE_REFUSED, [...path, 'source'], { source, accepted: names })
  return { ...refused, clause }
}

/** The caps look at facts, and at the points of results, as people see them. */
function readCaps(
  given: unknown,
  known: Omit<ReadAppraisal, 'caps'>,
  { caps, facts, card, ...scheme }: ExactAppraisalScheme,
  issues: Issue[],
): ReadCap[] {
  if (caps.length === 0) return []
  const fields = read.fields(given, ['facts'], facts, issues)
  if (fields === undefined) return []
  const shown = (items: readonly ExactItem[], results: readonly (ReadResult | null)[]) =>
    items.map(({ id }, index) => {
      const points = results[index]?.fact.points
      const rounding = { mode: card.rounding, decimals: card.decimals }
      return [id, points ? write.decimal(fraction.round(points, rounding)) : null] as const
    })
  const points = Object.fromEntries([
    ...shown(scheme.indicators, known.results),
    ...shown(scheme.bonuses, known.bonuses),
    ...shown(scheme.deductions, known.deductions),
  ])
  const all = { ...fields, ...points }
  const decided = caps.map((cap) => ({
    cap,
    decided: check.compute(check.read(cap.condition, all, ['facts'], issues)),
  }))
  if (issues.length === 0)
    for (const { decided: outcome } of decided) issues.push(...unknownIn(outcome, points))
  return decided
}

/** What is not known of a condition that cannot be decided without it. */
function unknownIn({ outcome, missing }: check.ExactOutcome, points: read.Fields): Issue[] {
  if (outcome !== 'unknown') return []
  const unknown = missing.filter((finding) => finding.outcome === 'unknown')
  return unknown.map(({ condition: { id } }) =>
    issue.at(CAP_UNKNOWN, [id in points ? 'results' : 'facts', id], { id }),
  )
}

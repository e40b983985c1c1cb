import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import {
  EARNED_BEFORE_MISSING,
  EARNED_IN_SPAN_MISSING,
  LINES_MISSING,
  NOTHING_BEFORE,
  SALES_BEFORE_MISSING,
  TARGET_BEFORE_MISSING,
  TARGETS_MIXED,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import {
  beginsSpan,
  CAP_SPANS,
  type CapSpan,
  cappedSpans,
  countedSpan,
  countsToDate,
  isWholeSpan,
  type Period,
} from './periods.js'
import type { GivenTarget } from './readTarget.js'

/** What the year sold and earned before. */
export interface SoldYearToDate {
  /** Where the plan counts to date. */
  readonly sales: Fraction | undefined
  /** Before the cap of the longest span that is capped, or that is counted. */
  readonly earned: Fraction
  /** What each span has earned before its own cap, as far as that was said. */
  readonly quarter?: Fraction | undefined
  readonly half?: Fraction | undefined
  readonly year?: Fraction | undefined
  /** Where the plan counts to date, the target of that time. */
  readonly target: Fraction | undefined
}

/** The period of a statement, its target, and whether that is of the span over which it counts. */
interface Known {
  readonly period: Period | null
  readonly target: GivenTarget | undefined
  readonly isOfSpan: boolean
}

/** Reads what the year sold and earned before a period, and its target. */
export function readYearToDate(
  fields: Fields,
  known: Known,
  plan: ExactPlan,
  issues: Issue[],
): SoldYearToDate | undefined {
  const path = ['yearToDate']
  const given = fields['yearToDate'] ?? undefined
  if (given === undefined) {
    issues.push(...lacking(known, path, plan))
    return undefined
  }
  const before = readBefore(given, path, issues)
  const { sales, target } = before
  issues.push(...spanIssues(before, known.period, plan))
  if (!countsToDate(known.period, plan)) return { ...before, sales: undefined, target: undefined }
  const field = fieldThatNeeds(plan, 'line', 'amount')
  if (field !== null) issues.push(issue.at(LINES_MISSING, [...path, 'sales'], { field }))
  if (sales === undefined) issues.push(issue.at(SALES_BEFORE_MISSING, [...path, 'sales'], {}))
  const isNothing = sales !== undefined && fraction.isZero(sales)
  if (!isNothing || target !== undefined) issues.push(...otherTarget(known, target, path))
  return before
}

/**
 * A cap on a span needs to know what that has earned, and a target of the year what it has sold; a statement of a whole span stands
 * alone.
 */
function lacking({ period, target, isOfSpan }: Known, path: Path, plan: ExactPlan): Issue[] {
  const isPart = (span: CapSpan) => period === null || !isWholeSpan(period, span, plan)
  if (cappedSpans(plan).some(isPart)) return [issue.at(EARNED_BEFORE_MISSING, path, {})]
  const isLater = (period?.from ?? '') > (target?.period?.from ?? '')
  return isOfSpan && isLater ? [issue.at(SALES_BEFORE_MISSING, path, {})] : []
}

/** What is lacking of what was said of spans, and what cannot be. */
export function spanIssues(
  before: SoldYearToDate,
  period: Period | null,
  plan: ExactPlan,
): Issue[] {
  return [...lackingSpans(before, period, plan), ...beforeItBegins(before, period, plan)]
}

/** Nothing was sold or earned in a span before its first period. */
function beforeItBegins(before: SoldYearToDate, period: Period | null, plan: ExactPlan): Issue[] {
  if (period === null) return []
  const counted = countedSpan(plan)
  const spans = new Set([...cappedSpans(plan), ...(counted === null ? [] : [counted])])
  return [...spans]
    .filter((span) => beginsSpan(period, span, plan))
    .flatMap((span) => [
      span,
      ...(isMeant(span, plan) ? (['earned'] as const) : []),
      ...(span === counted ? (['sales', 'target'] as const) : []),
    ])
    .filter((key) => (before[key]?.n ?? 0n) !== 0n)
    .map((key) => {
      const given = write.decimal(before[key] ?? fraction.ZERO)
      return issue.at(NOTHING_BEFORE, ['yearToDate', key], { given })
    })
}

/** What a capped span has earned is known where it begins, and where what was said to be earned can be meant: of no other span. */
function lackingSpans(before: SoldYearToDate, period: Period | null, plan: ExactPlan): Issue[] {
  return cappedSpans(plan)
    .filter((span) => before[span] === undefined && !isMeant(span, plan))
    .filter((span) => period === null || !beginsSpan(period, span, plan))
    .map((span) => issue.at(EARNED_IN_SPAN_MISSING, ['yearToDate', span], {}))
}

/** Whether what was said to be earned is that of a span, before its own cap: of no span that a shorter one has cut. */
function isMeant(span: CapSpan, plan: ExactPlan): boolean {
  const spans = cappedSpans(plan)
  const counted = countedSpan(plan)
  if (counted === null) return span === (spans.at(-1) ?? 'year')
  const isShorter = (other: CapSpan) => CAP_SPANS.indexOf(other) < CAP_SPANS.indexOf(counted)
  return span === counted && !spans.some(isShorter)
}

/** What a capped span has earned before a period, and before its own cap. */
export function earnedIn(
  span: CapSpan,
  before: SoldYearToDate | undefined,
  period: Period | null,
  plan: ExactPlan,
): Fraction {
  return before === undefined
    ? fraction.ZERO
    : (knownIn(span, before, period, plan) ?? before.earned)
}

/** What a span has earned before a period, and before its own cap, where that is known. */
export function knownIn(
  span: CapSpan,
  before: SoldYearToDate,
  period: Period | null,
  plan: ExactPlan,
): Fraction | undefined {
  if (before[span] !== undefined) return before[span]
  if (isMeant(span, plan)) return before.earned
  return period !== null && beginsSpan(period, span, plan) ? fraction.ZERO : undefined
}

/** What was sold before has a target where the period has one of its own, and none where that is of the whole span. */
function otherTarget(
  { target, isOfSpan }: Known,
  before: Fraction | undefined,
  path: Path,
): Issue[] {
  if (isOfSpan) return before === undefined ? [] : [issue.at(TARGETS_MIXED, ['target'], {})]
  const isMissing = target !== undefined && before === undefined
  return isMissing ? [issue.at(TARGET_BEFORE_MISSING, [...path, 'target'], {})] : []
}

/** What was sold and earned before a period, and its target. */
export function readBefore(given: unknown, path: Path, issues: Issue[]) {
  const figures = read.fields(given, path, BEFORE_KEYS, issues) ?? {}
  const { sales = null, earned, target = null } = figures
  const ofSpan = (span: CapSpan) => {
    const value = figures[span] ?? null
    return value === null ? undefined : read.written(value, [...path, span], issues)
  }
  const above = { minimum: fraction.ZERO, above: true }
  return {
    sales: sales === null ? undefined : read.decimal(sales, [...path, 'sales'], issues),
    earned: read.written(earned, [...path, 'earned'], issues) ?? fraction.ZERO,
    target: target === null ? undefined : read.within(target, [...path, 'target'], issues, above),
    quarter: ofSpan('quarter'),
    half: ofSpan('half'),
    year: ofSpan('year'),
  }
}

export const BEFORE_KEYS = ['sales', 'earned', 'target', ...CAP_SPANS]

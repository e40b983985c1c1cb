/** What was sold and earned before the first period that is settled here: `yearToDate` of somebody who has no settlement before. */
import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import { EARNED_IN_SPAN_MISSING, SALES_BEFORE_MISSING, TARGET_BEFORE_MISSING } from '../issues.js'
import {
  beginsSpan,
  CAP_SPANS,
  type CapSpan,
  cappedSpans,
  countedSpan,
  nameOfSpan,
  type Period,
} from '../lines/periods.js'
import { BEFORE_KEYS, knownIn, readBefore, spanIssues } from '../lines/readYearToDate.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { AccountYear, SoldBeforeYear } from './account.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { PlanChange } from './types.js'

interface FirstPeriod {
  /** Undefined where it was given wrong, which is said once. */
  readonly period: Period | undefined
  readonly target: Fraction | undefined
}

/**
 * Reads what was sold and earned before a period. What its `earned` and `sales` are of, the plan says that counts them; a later plan may
 * count, or cap, over another span.
 */
export function soldBefore(
  given: unknown,
  { period, target }: FirstPeriod,
  plan: ExactPlan,
  issues: Issue[],
): SoldBeforeYear | null {
  if (given === null || period === undefined) return null
  const path = ['yearToDate']
  const before = readBefore(given, path, issues)
  issues.push(...spanIssues(before, period, plan))
  const span = countedSpan(plan)
  const isNothing = before.sales?.n === 0n
  if (span !== null && before.sales === undefined)
    issues.push(issue.at(SALES_BEFORE_MISSING, [...path, 'sales'], {}))
  if (span !== null && target !== undefined && before.target === undefined && !isNothing)
    issues.push(issue.at(TARGET_BEFORE_MISSING, [...path, 'target'], {}))
  const ofSpans = CAP_SPANS.map((one) => [one, knownIn(one, before, period, plan)] as const)
  const known = { ...before, ...Object.fromEntries(ofSpans), span }
  return span === null ? { ...known, sales: undefined, target: undefined } : known
}

/** Reads it as a balance keeps it; one that does not say over which span sales were counted has those of the plan at hand. */
export function readKept(
  given: unknown,
  path: Path,
  plan: ExactPlan,
  issues: Issue[],
): SoldBeforeYear {
  const { span, ...figures } = read.fields(given, path, [...BEFORE_KEYS, 'span'], issues) ?? {}
  const before = readBefore(figures, path, issues)
  if (span !== undefined)
    return { ...before, span: read.word(span, [...path, 'span'], CAP_SPANS, issues) ?? null }
  return { ...before, span: before.sales === undefined ? null : countedSpan(plan) }
}

/** What the span that a plan counts over had sold before its first period, which is that of the year. */
export function soldBeforeIn({ before, periods }: AccountYear, first: Period, plan: ExactPlan) {
  const span = countedSpan(plan)
  if (before === null || span === null || before.span === span) return before
  if (beginsSpan(periods[0]?.read.period ?? first, span, plan)) return null
  return issue.refuse(SALES_BEFORE_MISSING, ['opening', 'year', 'before', 'sales'], {})
}

/** What a plan that comes later caps, and the year does not know. */
export function unknownSpans(
  { before, periods }: AccountYear,
  { period }: ReadPeriod,
  planChange: PlanChange | null,
  plan: ExactPlan,
): Issue[] {
  const [first] = periods
  const isAnew = planChange === 'restart' || periods.some(({ change }) => change === 'restart')
  if (before === null || first === undefined || isAnew) return []
  const isSame = (span: CapSpan) =>
    nameOfSpan(first.read.period, span, plan) === nameOfSpan(period, span, plan)
  return cappedSpans(plan)
    .filter((span) => before[span] === undefined)
    .filter((span) => planChange === 'from-start-of-year' || isSame(span))
    .map((span) => issue.at(EARNED_IN_SPAN_MISSING, ['opening', 'year', 'before', span], {}))
}

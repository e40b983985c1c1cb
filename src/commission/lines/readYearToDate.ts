import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import {
  EARNED_BEFORE_MISSING,
  LINES_MISSING,
  SALES_BEFORE_MISSING,
  TARGET_BEFORE_MISSING,
  TARGETS_MIXED,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'
import { countsToDate, isWholeYear, type Period } from './periods.js'
import type { GivenTarget } from './readTarget.js'

/** What the year sold and earned before. */
export interface SoldYearToDate {
  /** Where the plan counts to date. */
  readonly sales: Fraction | undefined
  /** Before the cap of the year. */
  readonly earned: Fraction
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
  const { sales, earned, target } = readBefore(given, path, issues)
  if (!countsToDate(known.period, plan)) return { sales: undefined, earned, target: undefined }
  const field = fieldThatNeeds(plan, 'line', 'amount')
  if (field !== null) issues.push(issue.at(LINES_MISSING, [...path, 'sales'], { field }))
  if (sales === undefined) issues.push(issue.at(SALES_BEFORE_MISSING, [...path, 'sales'], {}))
  const isNothing = sales !== undefined && fraction.isZero(sales)
  if (!isNothing || target !== undefined) issues.push(...otherTarget(known, target, path))
  return { sales, earned, target }
}

/**
 * A cap on the year needs to know what the year has earned, and a target of the year what it has sold; a statement of a whole year stands
 * alone.
 */
function lacking({ period, target, isOfSpan }: Known, path: Path, plan: ExactPlan): Issue[] {
  if (plan.cap.year !== null && !isWholeYear(period, plan))
    return [issue.at(EARNED_BEFORE_MISSING, path, {})]
  const isLater = (period?.from ?? '') > (target?.period?.from ?? '')
  return isOfSpan && isLater ? [issue.at(SALES_BEFORE_MISSING, path, {})] : []
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
  const figures = read.fields(given, path, ['sales', 'earned', 'target'], issues) ?? {}
  const { sales = null, earned, target = null } = figures
  const above = { minimum: fraction.ZERO, above: true }
  return {
    sales: sales === null ? undefined : read.decimal(sales, [...path, 'sales'], issues),
    earned: read.written(earned, [...path, 'earned'], issues) ?? fraction.ZERO,
    target: target === null ? undefined : read.decimal(target, [...path, 'target'], issues, above),
  }
}

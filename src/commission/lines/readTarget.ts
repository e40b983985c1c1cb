import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { TARGET_OF_OTHER_SPAN } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { countsToDate, isSameSpan, type Period, spanOf } from './periods.js'

/** A target, and the period that it names. */
export interface GivenTarget {
  readonly amount: Fraction
  readonly period: Period | null
}

/** The target of who sold nothing and was given none: nothing reaches it, so that a gate is shut, and an accelerator at its first step. */
export const BEYOND_REACH: Fraction = { n: /* @__PURE__ */ fraction.powerOfTen(100), d: 1n }

/** Reads a target: a figure, or `{ period, amount }`. */
export function readTarget(value: unknown, path: Path, issues: Issue[]): GivenTarget | undefined {
  if (!namesPeriod(value)) {
    const figure = read.positive(value, path, issues)
    return figure && { amount: figure, period: null }
  }
  const fields = read.fields(value, path, ['period', 'amount'], issues) ?? {}
  const period = read.anyPeriod(fields['period'], [...path, 'period'], issues)
  const amount = read.positive(fields['amount'], [...path, 'amount'], issues)
  return amount && period && { amount, period }
}

/** Whether a target comes as `{ period, amount }`. */
export function namesPeriod(value: unknown): boolean {
  return read.hasField(value, 'period') || read.hasField(value, 'amount')
}

/**
 * Whether a target is that of the span over which a statement counts, so that it is not added up; else it must be of the statement's own
 * period.
 */
export function isTargetOfSpan(
  { period: given }: GivenTarget,
  period: Period | null,
  plan: ExactPlan,
  issues: Issue[],
): boolean {
  if (given === null || (period !== null && isSameSpan(given, period))) return false
  const span = period !== null && countsToDate(period, plan) ? spanOf(period, plan) : null
  if (span !== null && isSameSpan(given, span)) return true
  const expected = span?.name ?? period?.name
  const params = { given: given.name, ...(expected !== undefined && { expected }) }
  issues.push(issue.at(TARGET_OF_OTHER_SPAN, ['target', 'period'], params))
  return false
}

import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import {
  UPLIFT_LIKE_PERCENT,
  UPLIFT_ON_FLAT,
  UPLIFT_ON_MULTIPLES,
  UPLIFT_ON_UNITS,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { lengthIssues } from './lengthIssues.js'
import type { Period } from './periods.js'
import { isTargetOfSpan, readTarget } from './readTarget.js'
import { readYearToDate, type SoldYearToDate } from './readYearToDate.js'

/** What a calculation knows beside the sales, read exactly. */
export interface ReadFacts {
  readonly payee: string | null
  readonly period: Period | null
  readonly target: Fraction | undefined
  readonly measure: Fraction | undefined
  readonly uplift: Fraction
  readonly incentive: Fraction | undefined
  /** What conditions and the KPI multiplier look at. */
  readonly facts: Fields
  readonly yearToDate: SoldYearToDate | undefined
}

/** What may be known of a payee beside their sales. */
export const FIGURES = [
  'target',
  'measure',
  'coefficientUplift',
  'targetIncentive',
  'facts',
  'yearToDate',
] as const

const FACT_KEYS = ['payee', 'period', ...FIGURES] as const

/** Reads what is known beside the sales, or throws everything that is wrong with it. */
export function readFacts(input: unknown, plan: ExactPlan): ReadFacts {
  const issues: Issue[] = []
  const fields = read.fields(input, [], FACT_KEYS, issues)
  issue.refuseIfAny(fields === undefined ? issues : [])
  const facts = factsIn(fields ?? {}, plan, issues)
  issue.refuseIfAny(issues)
  return facts
}

/** The facts among the fields of an input; null stands for absent, as it does in a database. */
export function factsIn(fields: Fields, plan: ExactPlan, issues: Issue[]): ReadFacts {
  const { optional } = read.of(fields, [], issues)
  const payee = optional('payee', read.name) ?? null
  const period = optional('period', read.anyPeriod) ?? null
  if (period !== null) issues.push(...lengthIssues(period, plan))
  const given = optional('target', readTarget)
  const isOfSpan = given !== undefined && isTargetOfSpan(given, period, plan, issues)
  const known = { period, target: given, isOfSpan }
  const yearToDate = readYearToDate(fields, known, plan, issues)
  const target = given?.amount
  return {
    payee,
    period,
    target: target && fraction.add(target, yearToDate?.target ?? fraction.ZERO),
    measure: optional('measure', read.decimal),
    uplift:
      optional('coefficientUplift', (value, path) => readUplift(value, path, plan, issues)) ??
      fraction.ZERO,
    incentive: optional('targetIncentive', read.positive),
    facts:
      optional('facts', (value, path) => read.fields(value, path, plan.factNames, issues)) ??
      NO_FACTS,
    yearToDate,
  }
}

const NO_FACTS: Fields = {}

const LIKELY_PERCENTAGE = { n: 1n, d: 10n }

/**
 * Added to a rate, more than ten points are taken for a percentage: 0.5 for half a point, which is 0.005. Added to money per unit,
 * a ratio says nothing; added to the rates of a payout curve, which are 0, it would be a commission on top of it.
 */
export function readUplift(
  value: unknown,
  path: Path,
  { coefficient, isInUnits, paysByTarget, paysFlat }: ExactPlan,
  issues: Issue[],
): Fraction | undefined {
  const bounds = { minimum: fraction.ZERO, maximum: fraction.ONE }
  const uplift = read.within(value, path, issues, bounds)
  if (uplift === undefined || fraction.isZero(uplift) || coefficient.applies === 'multiply')
    return uplift
  const conflict = paysByTarget
    ? UPLIFT_ON_MULTIPLES
    : isInUnits
      ? UPLIFT_ON_UNITS
      : paysFlat
        ? UPLIFT_ON_FLAT
        : null
  if (conflict !== null) {
    issues.push(issue.at(conflict, path, {}))
    return undefined
  }
  if (fraction.compare(uplift, LIKELY_PERCENTAGE) <= 0) return uplift
  const suggestion = write.decimal({ n: uplift.n, d: uplift.d * 100n })
  issues.push(issue.at(UPLIFT_LIKE_PERCENT, path, { given: issue.show(value), suggestion }))
  return undefined
}

import type { Issue, Path } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import {
  EARNED_BEFORE_MISSING,
  LINES_MISSING,
  SALES_BEFORE_MISSING,
  TARGET_BEFORE_MISSING,
  UPLIFT_LIKE_PERCENT,
  UPLIFT_ON_FLAT,
  UPLIFT_ON_UNITS,
} from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { fieldThatNeeds } from '../plan/needs.js'

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

/** What the year sold and earned before. */
interface SoldYearToDate {
  /** Where the plan counts to date. */
  readonly sales: Fraction | undefined
  /** Before the cap of the year. */
  readonly earned: Fraction
}

/** A period by its name, with its first and last day. */
export type Period = Omit<time.AnyPeriod, 'position'>

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
  const target = optional('target', read.positive)
  const { yearToDate, targetBefore } = readYearToDate(fields, { period, target }, plan, issues)
  return {
    payee,
    period,
    target: target && targetBefore ? fraction.add(target, targetBefore) : target,
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
  { coefficient, isInUnits, paysFlat }: ExactPlan,
  issues: Issue[],
): Fraction | undefined {
  const bounds = { minimum: fraction.ZERO, maximum: fraction.ONE }
  const uplift = read.decimal(value, path, issues, bounds)
  if (uplift === undefined || fraction.isZero(uplift) || coefficient.applies === 'multiply')
    return uplift
  if (isInUnits || paysFlat) {
    issues.push(issue.at(isInUnits ? UPLIFT_ON_UNITS : UPLIFT_ON_FLAT, path, {}))
    return undefined
  }
  if (fraction.compare(uplift, LIKELY_PERCENTAGE) <= 0) return uplift
  const suggestion = write.decimal({ n: uplift.n, d: uplift.d * 100n })
  issues.push(issue.at(UPLIFT_LIKE_PERCENT, path, { given: issue.show(value), suggestion }))
  return undefined
}

/** A cap on the year needs to know what the year has earned; a statement of a whole year stands alone. */
function readYearToDate(
  fields: Fields,
  { period, target }: Pick<ReadFacts, 'period' | 'target'>,
  plan: ExactPlan,
  issues: Issue[],
): { readonly yearToDate: SoldYearToDate | undefined; readonly targetBefore?: Fraction } {
  const path = ['yearToDate']
  const given = fields['yearToDate'] ?? undefined
  if (given === undefined) {
    if (plan.cap.year !== null && !isWholeYear(period, plan))
      issues.push(issue.at(EARNED_BEFORE_MISSING, path, {}))
    return { yearToDate: undefined }
  }
  const { sales, earned, target: targetBefore } = readBefore(given, path, issues)
  if (!countsToDate(period, plan)) return { yearToDate: { sales: undefined, earned } }
  const field = fieldThatNeeds(plan, 'line', 'amount')
  if (field !== null) issues.push(issue.at(LINES_MISSING, [...path, 'sales'], { field }))
  if (sales === undefined) issues.push(issue.at(SALES_BEFORE_MISSING, [...path, 'sales'], {}))
  if (target !== undefined && targetBefore === undefined)
    issues.push(issue.at(TARGET_BEFORE_MISSING, [...path, 'target'], {}))
  return { yearToDate: { sales, earned }, ...(targetBefore && { targetBefore }) }
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

/** Whether a statement of the period counts all that its year, or its quarter, has sold so far. */
function countsToDate(period: Period | null, plan: ExactPlan): boolean {
  if (plan.payment === null || plan.payment.accrual === 'period') return false
  return period === null || isTruedUp(period, plan)
}

/** Whether a plan that trues up at the end of a quarter, or of a year, does so after the period. */
export function isTruedUp(period: Period, { payment, yearStartsIn }: ExactPlan): boolean {
  const { trueUp: unit = 'every-period' } = payment ?? {}
  return unit === 'every-period' || time.isLast(period, { unit, yearStartsIn })
}

function isWholeYear(period: Period | null, { yearStartsIn }: ExactPlan): boolean {
  return period !== null && time.isWhole(period, { unit: 'year', yearStartsIn })
}

import { attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { type Commission, computeCommission } from '../earn/computeCommission.js'
import { countGiven, type GivenSales } from '../lines/readInput.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { PaymentTerms } from '../plan/terms.js'
import { COEFFICIENT_CHANGED } from './issues.js'
import { NO_YEAR, type Year } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import { yearToDate } from './yearToDate.js'

/** What a period's sales add to what its year has earned. */
export interface PeriodEarnings {
  readonly amount: Fraction
  /** The commission it rests on: the period's own, or the year to date. */
  readonly commission: Commission
  /** What it was computed from, lines that did not count among them. */
  readonly given: GivenSales
  /** The year with this period. */
  readonly year: Year
}

/**
 * What a period earns: its own commission; or, where the terms true it up to the year to date, what the year has earned with it less
 * what the year had earned before.
 */
export function earnByPeriod(period: ReadPeriod, before: Year, plan: ExactPlan): PeriodEarnings {
  const terms = plan.payment as PaymentTerms
  const name = time.yearOf(period.at)
  const sameYear = before.name === name ? before : { ...NO_YEAR, name }
  if (terms.accrual === 'period') return earnAlone(period, sameYear, plan)
  requireSameUplift(sameYear, period)
  const year = { ...sameYear, periods: [...sameYear.periods, period] }
  return endsWith(period, terms.trueUp)
    ? earnToDate(period, year, plan)
    : earnAlone(period, year, plan)
}

/** A cap for the year has to know what the year has earned before. */
function earnAlone(period: ReadPeriod, year: Year, plan: ExactPlan): PeriodEarnings {
  const earnedYearToDate = plan.cap.year === null ? undefined : year.earned
  const commission = issue.within(period.path, () => {
    const sales = countGiven(period.sales, period.period, plan)
    return computeCommission(sales, { ...period.facts, earnedYearToDate }, plan)
  })
  const amount = { n: commission.paid, d: plan.unit }
  const earned = fraction.add(year.earned, amount)
  return { amount, commission, given: period.sales, year: { ...year, earned } }
}

function earnToDate(period: ReadPeriod, year: Year, plan: ExactPlan): PeriodEarnings {
  const { facts, sales } = issue.within(period.path, () =>
    yearToDate(year.periods, period, year.name),
  )
  const result = attempt(() =>
    computeCommission(countGiven(sales, facts.period, plan), facts, plan),
  )
  if (!result.ok) {
    // What is wrong with the year to date is, as a rule, wrong with its last period, where its place is known better.
    earnAlone(period, year, plan)
    throw new issue.SalesRulesError(result.issues.map((one) => issue.under(period.path, one)))
  }
  const earned = { n: result.value.paid, d: plan.unit }
  const amount = fraction.subtract(earned, year.earned)
  return { amount, commission: result.value, given: sales, year: { ...year, earned } }
}

/** One uplift for the whole year to date: another one would raise what earlier periods have earned. */
function requireSameUplift({ periods }: Year, { facts, path }: ReadPeriod): void {
  const before = periods.at(-1)?.facts.uplift ?? facts.uplift
  if (fraction.compare(before, facts.uplift) === 0) return
  const params = { was: write.decimal(before), is: write.decimal(facts.uplift) }
  issue.refuse(COEFFICIENT_CHANGED, [...path, 'coefficientUplift'], params)
}

/** Whether a quarter, or a year, ends with the period. */
function endsWith({ period }: ReadPeriod, trueUp: PaymentTerms['trueUp']): boolean {
  const month = Number(period.to.slice(5, 7))
  if (trueUp === 'quarter') return month % 3 === 0
  return trueUp === 'every-period' || month === 12
}

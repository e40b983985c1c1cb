import type { Issue, Path } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import { issueUnder, refuse, SalesRulesError, within } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fields } from '../../kernel/input/values.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import { calculateCommission } from '../statement/calculateCommission.js'
import type {
  CommissionInput,
  CommissionStatement,
  DefinedCommissionPlan,
  PaymentTerms,
} from '../types.js'
import type { Year } from './readBalance.js'
import type { ReadPeriod } from './readSettlement.js'
import { yearToDate } from './yearToDate.js'

/** What a period's sales add to what its year has earned. */
export interface Earned {
  readonly amount: Fraction
  /** The statement it rests on: the period's own, or the year to date. */
  readonly statement: CommissionStatement
  /** What the statement was computed from. */
  readonly input: CommissionInput
  /** The year with this period. */
  readonly year: Year
}

/**
 * What a period earns: its own commission; or, where the terms true it up to the year to date, what the year has earned with it less
 * what the year had earned before.
 */
export function earnByPeriod(
  period: ReadPeriod,
  payee: string,
  before: Year,
  terms: PaymentTerms,
  plan: DefinedCommissionPlan,
): Earned {
  const name = time.yearOf(period.at)
  const sameYear = before.name === name ? before : { name, earned: fraction.ZERO, periods: [] }
  const own = ownInput(period, payee, sameYear, plan)
  if (terms.accrual === 'period') return earnAlone(own, period, sameYear, plan)
  requireSameUplift(sameYear, period)
  const year = { ...sameYear, periods: [...sameYear.periods, period.facts] }
  return endsWith(period, terms.trueUp)
    ? earnToDate(own, period, payee, year, plan)
    : earnAlone(own, period, year, plan)
}

/** A cap for the year has to know what the year has earned before. */
function ownInput(
  { facts }: ReadPeriod,
  payee: string,
  { earned }: Year,
  { cap }: DefinedCommissionPlan,
): CommissionInput {
  const before = cap?.year === undefined ? {} : { earnedYearToDate: write.decimal(earned) }
  return { ...facts, payee, ...before } as unknown as CommissionInput
}

function earnAlone(
  input: CommissionInput,
  { path }: ReadPeriod,
  year: Year,
  plan: DefinedCommissionPlan,
): Earned {
  const statement = within(path, () => calculateCommission(input, plan))
  const amount = decimal.known(statement.amount)
  return { amount, statement, input, year: { ...year, earned: fraction.add(year.earned, amount) } }
}

function earnToDate(
  own: CommissionInput,
  { path }: ReadPeriod,
  payee: string,
  year: Year,
  plan: DefinedCommissionPlan,
): Earned {
  const input = within(path, () => yearToDate(year.periods, year.name, payee))
  const result = attempt(() => calculateCommission(input, plan))
  if (!result.ok) return refuseToDate(result.issues, own, path, plan)
  const earned = decimal.known(result.value.amount)
  const amount = fraction.subtract(earned, year.earned)
  return { amount, statement: result.value, input, year: { ...year, earned } }
}

/** What is wrong with the year to date is, as a rule, wrong with its last period, where its place is known better. */
function refuseToDate(
  issues: readonly Issue[],
  own: CommissionInput,
  path: Path,
  plan: DefinedCommissionPlan,
): never {
  within(path, () => calculateCommission(own, plan))
  throw new SalesRulesError(issues.map((issue) => issueUnder(path, issue)))
}

/** One uplift for the whole year to date: another one would raise what earlier periods have earned. */
function requireSameUplift({ periods }: Year, { facts, path }: ReadPeriod): void {
  const before = periods.at(-1)
  if (before === undefined) return
  const was = upliftOf(before)
  const is = upliftOf(facts)
  if (fraction.compare(was, is) === 0) return
  const params = { was: write.decimal(was), is: write.decimal(is) }
  const text = `got ${params.is} after ${params.was} in the same year. A year to date has one coefficient; start a new plan version, or accrue by period.`
  refuse('COEFFICIENT_CHANGED', [...path, 'coefficientUplift'], params, text)
}

function upliftOf(facts: Fields): Fraction {
  return read.decimal(facts['coefficientUplift'] ?? '0', [], []) ?? fraction.ZERO
}

/** Whether a quarter, or a year, ends with the period. */
function endsWith({ to }: ReadPeriod, trueUp: PaymentTerms['trueUp']): boolean {
  const month = Number(to.slice(5, 7))
  if (trueUp === 'quarter') return month % 3 === 0
  return trueUp === 'every-period' || month === 12
}

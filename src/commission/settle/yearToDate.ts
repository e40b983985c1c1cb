import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { readRates } from '../lines/convertLine.js'
import { type Period, type ReadFacts, readPeriod } from '../lines/readFacts.js'
import type { GivenSales } from '../lines/readInput.js'
import { INCENTIVE_OF_SOME_PERIODS, LINES_AND_FIGURES, TARGET_OF_SOME_PERIODS } from './issues.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** What a year to date is computed from. */
export interface YearInput {
  readonly facts: ReadFacts
  readonly sales: GivenSales
}

/**
 * The periods of a calendar year so far as one: their lines one after the other, or their sales added up, against the sum of their
 * targets. Whatever else a calculation looks at is as the last of them has it.
 */
export function yearToDate(
  periods: readonly ReadPeriod[],
  last: ReadPeriod,
  year: string,
): YearInput {
  const facts = {
    ...last.facts,
    period: readPeriod(year, [], []) as Period,
    target: targetOf(periods),
    incentive: incentiveOf(periods),
    yearToDate: undefined,
  }
  return { facts, sales: salesOf(periods, last) }
}

/** A month without a target would make that of the year too low. */
function targetOf(periods: readonly ReadPeriod[]): Fraction | undefined {
  const targets = periods.flatMap(({ facts }) => facts.target ?? [])
  const counts = { given: targets.length, of: periods.length }
  if (counts.given > 0 && counts.given < counts.of)
    issue.refuse(TARGET_OF_SOME_PERIODS, ['target'], counts)
  return counts.given === 0 ? undefined : fraction.sum(targets)
}

/** Nor may the incentive of the year be that of some of its months. */
function incentiveOf(periods: readonly ReadPeriod[]): Fraction | undefined {
  const incentives = periods.flatMap(({ facts }) => facts.incentive ?? [])
  const counts = { given: incentives.length, of: periods.length }
  if (counts.given > 0 && counts.given < counts.of)
    issue.refuse(INCENTIVE_OF_SOME_PERIODS, ['targetIncentive'], counts)
  return counts.given === 0 ? undefined : fraction.sum(incentives)
}

function salesOf(periods: readonly ReadPeriod[], { sales: last }: ReadPeriod): GivenSales {
  const isByLines = last.lines !== undefined
  if (periods.some(({ sales }) => (sales.lines !== undefined) !== isByLines))
    issue.refuse(LINES_AND_FIGURES, [isByLines ? 'lines' : 'sales'], {})
  if (!isByLines) return { figure: fraction.sum(periods.map(({ sales }) => figureOf(sales))) }
  const lines = periods.flatMap(({ sales }) => sales.lines ?? [])
  // What is said of a line names its place among those of the year.
  return {
    lines: lines.map((line, index) => ({ ...line, path: ['lines', index] })),
    rates: ratesOf(periods),
  }
}

/** The rates of all periods, each once: of two for the same currency and day, the later given. */
function ratesOf(periods: readonly ReadPeriod[]) {
  const rows = new Map<string, unknown>()
  for (const rate of periods.flatMap(({ rates }) => rates)) {
    const { currency, from } = read.record(rate, [], []) ?? {}
    rows.set(`${issue.show(currency)} ${issue.show(from)}`, rate)
  }
  const issues: Issue[] = []
  const rates = readRates([...rows.values()], ['exchangeRates'], issues)
  issue.refuseIfAny(issues)
  return rates
}

function figureOf(sales: GivenSales): Fraction {
  return sales.lines === undefined ? sales.figure : fraction.ZERO
}

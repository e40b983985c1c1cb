import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { TARGETS_MIXED } from '../issues.js'
import { type RateTable, readRates } from '../lines/convertLine.js'
import { isSameSpan, type Period } from '../lines/periods.js'
import type { ReadFacts } from '../lines/readFacts.js'
import { type GivenSales, sellsNothing } from '../lines/readInput.js'
import type { GivenLine } from '../lines/readLine.js'
import { BEYOND_REACH } from '../lines/readTarget.js'
import type { SoldBeforeYear } from './account.js'
import { INCENTIVE_OF_SOME_PERIODS, LINES_AND_FIGURES, TARGET_OF_SOME_PERIODS } from './issues.js'
import type { ReadPeriod } from './readPeriodRow.js'

/** A span, and what was sold in it before its first period. */
interface OfSpan {
  readonly span: Period
  readonly before: SoldBeforeYear | null
}

/**
 * The facts of a span so far: the sum of its targets and of what they pay, or the target that was given for it, and what that pays. Whatever
 * else a calculation looks at is as the last of its periods has it.
 */
export function factsToDate(
  periods: readonly ReadPeriod[],
  last: ReadPeriod,
  of: OfSpan,
): ReadFacts {
  return {
    ...last.facts,
    period: of.span,
    target: targetOf(periods, of),
    incentive: incentiveOf(periods, of),
    yearToDate: undefined,
  }
}

/**
 * The last target that was given for the span, or the sum of those of its periods. A month that sold without a target would make that of
 * the year too low; one that sold nothing needs none, nor does a year so far that sold nothing.
 */
function targetOf(periods: readonly ReadPeriod[], { span, before }: OfSpan): Fraction | undefined {
  const ofSpan = targetsOfSpan(periods, span)
  const own = periods.flatMap(({ facts }) => facts.target ?? [])
  const given = ofSpan.at(-1)
  if (given !== undefined) {
    if (own.length > 0 || before?.target !== undefined) issue.refuse(TARGETS_MIXED, ['target'], {})
    return given.amount
  }
  return sumOfTargets(own, periods, before)
}

function targetsOfSpan(periods: readonly ReadPeriod[], span: Period) {
  return periods.flatMap(({ targetOfSpan }) =>
    targetOfSpan !== null && isSameSpan(targetOfSpan.span, span) ? [targetOfSpan] : [],
  )
}

function sumOfTargets(
  own: readonly Fraction[],
  periods: readonly ReadPeriod[],
  before: SoldBeforeYear | null,
): Fraction | undefined {
  if (lacksTarget(before) || periods.some(lacksItsTarget)) {
    const counts = { given: own.length, of: periods.length + (before === null ? 0 : 1) }
    return own.length === 0 ? undefined : issue.refuse(TARGET_OF_SOME_PERIODS, ['target'], counts)
  }
  if (own.length > 0 || before?.target !== undefined)
    return fraction.add(fraction.sum(own), before?.target ?? fraction.ZERO)
  return BEYOND_REACH
}

function lacksItsTarget({ facts, sales }: ReadPeriod): boolean {
  return facts.target === undefined && !sellsNothing(sales)
}

/** What was sold before the first period that is settled here has a target, or nothing has one. */
function lacksTarget(before: SoldBeforeYear | null): boolean {
  return before?.target === undefined && (before?.sales ?? fraction.ZERO).n > 0n
}

/**
 * Nor may the incentive of the year be that of some of its months; what was sold before has none that is known. On a target of the whole
 * span, it is the last that was given.
 */
function incentiveOf(
  periods: readonly ReadPeriod[],
  { span, before }: OfSpan,
): Fraction | undefined {
  const incentives = periods.flatMap(({ facts }) => facts.incentive ?? [])
  const isOfSpan = targetsOfSpan(periods, span).length > 0
  const isUnknown = !isOfSpan && (before?.sales ?? fraction.ZERO).n !== 0n
  const counts = { given: incentives.length, of: periods.length + (isUnknown ? 1 : 0) }
  if (counts.given > 0 && counts.given < counts.of)
    issue.refuse(INCENTIVE_OF_SOME_PERIODS, ['targetIncentive'], counts)
  if (isOfSpan) return incentives.at(-1)
  return counts.given === 0 ? undefined : fraction.sum(incentives)
}

/** The sales of periods as one: their lines one after the other, or their figures added up. */
export function salesOf(periods: readonly ReadPeriod[]): GivenSales {
  const rates = ratesTogether(periods)
  if (rates === null) return { figure: fraction.sum(periods.map(({ sales }) => figureOf(sales))) }
  return {
    lines: placedFrom(
      0,
      periods.flatMap(({ sales }) => sales.lines ?? []),
    ),
    rates,
  }
}

/** The rates by which the lines of periods count together; null where all of them have figures. */
export function ratesTogether(periods: readonly ReadPeriod[]): RateTable | null {
  const isByLines = periods.at(-1)?.sales.lines !== undefined
  if (periods.some(({ sales }) => (sales.lines !== undefined) !== isByLines))
    issue.refuse(LINES_AND_FIGURES, [isByLines ? 'lines' : 'sales'], {})
  return isByLines ? ratesOf(periods) : null
}

/** Lines after so many others: what is said of one names its place among all of the year. */
export function placedFrom(count: number, lines: readonly GivenLine[]): GivenLine[] {
  return lines.map((line, index) => ({ ...line, path: ['lines', count + index] }))
}

/** The rates of all periods, each once: of two for the same currency and day, the later given. */
function ratesOf(periods: readonly ReadPeriod[]): RateTable {
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

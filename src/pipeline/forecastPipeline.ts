import type { Issue, Path, PeriodUnit } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { OUTSIDE_YEARS } from '../kernel/issues.js'
import * as allocation from '../kernel/number/allocate.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import { type ExactSalesProcess, exactSalesProcess } from './exactSalesProcess.js'
import { PROBABILITY_MISSING } from './issues.js'
import {
  readByStage,
  readCurrency,
  readInput,
  readNotNegative,
  readRows,
  readShare,
  readStage,
} from './read.js'
import type { DefinedSalesProcess, Forecast, ForecastInput } from './types.js'

/**
 * Forecasts sales from the open deals: each value × its probability, by the period in which it is expected, with a range (PIP-9).
 *
 * The probability is that of the deal where it names one, else that given for its stage (as {@link measureFunnel} measures them), else that
 * of the policy. A deal without a date, one expected before `asOf` and one that is won already are set aside by name: no period holds them.
 * What the periods are expected to bring adds up to the total. The range takes deals for independent, and never leaves what can happen.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `DATE_INVALID`, `VALUE_NOT_ALLOWED`, `NOT_IN_POLICY` and `NUMBER_LOOKS_LIKE_PERCENT` for
 *   given probabilities. What is wrong with a deal is in `notCounted`.
 *
 * @example Two deals of April, one of May, and one whose date has passed
 * ```ts
 * import { forecastPipeline, handbook } from 'sales-rules'
 *
 * const deals = [
 *   { id: 'D-1', stage: 'negotiation-signing', value: '100000', expected: '2026-04-10' },
 *   { id: 'D-2', stage: 'solution-design', value: '80000', expected: '2026-04-20', probability: '0.5' },
 *   { id: 'D-3', stage: 'prospecting', value: '50000', expected: '2026-05-31' },
 *   { id: 'D-4', stage: 'needs-analysis', value: '30000', expected: '2026-03-15' },
 * ]
 * const forecast = forecastPipeline({ asOf: '2026-04-01', deals }, handbook.pipeline)
 * forecast.periods.map(({ period, expected }) => [period, expected]) // => [['2026-04', '115000.00'], ['2026-05', '5000.00']]
 * const { value, expected, low, high } = forecast.total
 * value // => '230000.00'
 * expected // => '120000.00'
 * low // => '59172.37'
 * high // => '180827.63'
 * forecast.setAside // => [{ deal: 'D-4', index: 3, stage: 'needs-analysis', reason: 'overdue', value: '30000.00' }]
 * ```
 */
export function forecastPipeline(input: ForecastInput, policy: DefinedSalesProcess): Forecast {
  const exact = exactSalesProcess(policy)
  const { asOf, per, deals, given } = readForecast(input, exact)
  const at = { path: ['input', 'deals'], keys: KEYS }
  const { rows, notRead } = readRows(deals, at, (fields, path, issues) =>
    readOpenDeal(fields, path, { exact, given, asOf, per }, issues),
  )
  return {
    ...writeForecast(rows, exact),
    asOf,
    per,
    notCounted: notRead.map(({ id: deal, ...row }) => ({ deal, ...row })),
  }
}

const PERIODS = ['week', 'month', 'quarter', 'half-year', 'year'] as const
const KEYS = ['id', 'stage', 'value', 'expected', 'probability', 'currency']

function readForecast(input: unknown, exact: ExactSalesProcess) {
  const issues: Issue[] = []
  const keys = ['asOf', 'deals', 'per', 'probabilities']
  const fields = readInput(input, ['input'], keys, issues)
  const { required, optional } = read.of(fields, ['input'], issues)
  const asOf = required('asOf', read.date) ?? ''
  const deals = required('deals', read.array) ?? []
  const per =
    optional('per', (value, path, found) => read.word(value, path, PERIODS, found)) ?? 'month'
  const given = optional('probabilities', readByStage(exact, readShare)) ?? []
  issue.refuseIfAny(issues)
  return { asOf, deals, per, given }
}

interface ForecastContext {
  readonly exact: ExactSalesProcess
  readonly given: readonly (fraction.Fraction | undefined)[]
  readonly asOf: string
  readonly per: PeriodUnit
}

interface ExactOpenDeal {
  readonly stage: number
  readonly value: fraction.Fraction
  readonly odds: Odds | null
  /** The period it is expected in, or why it is in none. */
  readonly period: time.PeriodPosition | null
  readonly reason: 'no-date' | 'overdue' | 'won' | null
}

interface Odds {
  readonly probability: fraction.Fraction
  readonly source: 'deal' | 'given' | 'policy'
}

function readOpenDeal(
  fields: read.Fields,
  path: Path,
  { exact, given, asOf, per }: ForecastContext,
  issues: Issue[],
): ExactOpenDeal | undefined {
  const { required, optional } = read.of(fields, path, issues)
  const stage = required('stage', (value, at, found) => readStage(value, at, exact, found))
  const value = required('value', readNotNegative)
  const expected = optional('expected', read.date)
  const own = optional('probability', readShare)
  readCurrency(fields['currency'], [...path, 'currency'], exact, issues)
  if (issues.length > 0 || stage === undefined || value === undefined) return undefined
  const reason = reasonOf(stage, expected, asOf, exact)
  const odds = oddsOf(stage, own, given, exact)
  if (odds === null && reason === null) {
    const params = { field: exact.stageIds[stage] ?? '' }
    issue.add(issues, issue.at(PROBABILITY_MISSING, [...path, 'probability'], params))
  }
  const period = (reason === null && time.periodWith(expected ?? '', per)) || null
  if (reason === null && period === null) {
    const params = { date: expected ?? '', from: time.FIRST_DATE, to: time.LAST_DATE }
    issue.add(issues, issue.at(OUTSIDE_YEARS, [...path, 'expected'], params))
  }
  return { stage, value, odds, period, reason }
}

function reasonOf(
  stage: number,
  expected: string | undefined,
  asOf: string,
  { wonAt }: ExactSalesProcess,
): ExactOpenDeal['reason'] {
  if (stage >= wonAt) return 'won'
  if (expected === undefined) return 'no-date'
  return expected < asOf ? 'overdue' : null
}

function oddsOf(
  stage: number,
  own: fraction.Fraction | undefined,
  given: readonly (fraction.Fraction | undefined)[],
  { stages }: ExactSalesProcess,
): Odds | null {
  if (own !== undefined) return { probability: own, source: 'deal' }
  const measured = given[stage]
  if (measured !== undefined) return { probability: measured, source: 'given' }
  const probability = stages[stage]?.probability ?? null
  return probability && { probability, source: 'policy' }
}

type Row = ExactOpenDeal & { readonly id: string | null; readonly index: number }

/** A deal that a period holds. */
type Weighted = Row & { readonly odds: Odds; readonly period: time.PeriodPosition }

function writeForecast(
  rows: readonly Row[],
  exact: ExactSalesProcess,
): Omit<Forecast, 'asOf' | 'per' | 'notCounted'> {
  const deals = rows.filter((row): row is Weighted => row.period !== null && row.odds !== null)
  const groups = groupsOf(deals)
  const expected = roundedOf(groups, exact)
  return {
    periods: groups.map((group, index) => ({
      period: time.writePeriod(group[0].period),
      ...sumOf(group, expected.parts[index] ?? 0n, exact),
    })),
    total: sumOf(deals, expected.total, exact),
    deals: deals.map((deal) => writeDeal(deal, exact)),
    setAside: rows.flatMap((row) => writeAside(row, exact)),
    policy: exact.policy,
    clauses: ['PIP-9'],
  }
}

/** Deals by the period in which they are expected, in order. */
function groupsOf(deals: readonly Weighted[]): (readonly [Weighted, ...Weighted[]])[] {
  const byPeriod = new Map<number, [Weighted, ...Weighted[]]>()
  for (const deal of deals) {
    const others = byPeriod.get(deal.period.position)
    if (others === undefined) byPeriod.set(deal.period.position, [deal])
    else others.push(deal)
  }
  return [...byPeriod.values()].sort(
    ([one], [other]) => one.period.position - other.period.position,
  )
}

function writeDeal(deal: Weighted, exact: ExactSalesProcess): Forecast['deals'][number] {
  const { value, odds } = deal
  return {
    ...writeRow(deal, exact),
    period: time.writePeriod(deal.period),
    probability: write.decimal(odds.probability),
    source: odds.source,
    expected: write.money(fraction.multiply(value, odds.probability), exact.currency),
  }
}

function writeAside(row: Row, exact: ExactSalesProcess): Forecast['setAside'] {
  return row.reason === null ? [] : [{ ...writeRow(row, exact), reason: row.reason }]
}

function writeRow({ id, index, stage, value }: Row, { stageIds, currency }: ExactSalesProcess) {
  return { deal: id, index, stage: stageIds[stage] ?? '', value: write.money(value, currency) }
}

/** The periods, rounded together so that they add up to the total, in units of the rounding. */
function roundedOf(groups: readonly (readonly Weighted[])[], { rounding }: ExactSalesProcess) {
  const { decimals, mode } = rounding
  const unit = { n: fraction.powerOfTen(decimals), d: 1n }
  const parts = groups.map((group) => expectedOf(group))
  const total = fraction.toUnits(fraction.sum(parts), decimals, mode)
  const inUnits = parts.map((part) => fraction.reduce(fraction.multiply(part, unit)))
  return { parts: allocation.roundTogether(inUnits, total), total }
}

function expectedOf(deals: readonly Weighted[]): fraction.Fraction {
  return fraction.sum(deals.map(({ value, odds }) => fraction.multiply(value, odds.probability)))
}

function sumOf(deals: readonly Weighted[], units: bigint, exact: ExactSalesProcess) {
  const expected = { n: units, d: fraction.powerOfTen(exact.rounding.decimals) }
  const { low, high } = rangeOf(deals, exact)
  const money = (amount: fraction.Fraction) => write.money(amount, exact.currency)
  return {
    deals: deals.length,
    value: money(fraction.sum(deals.map(({ value }) => value))),
    expected: money(expected),
    // What is rounded together with other periods may be a unit beside what is rounded alone.
    low: money(fraction.smaller(fraction.round(low, exact.rounding), expected)),
    high: money(fraction.larger(fraction.round(high, exact.rounding), expected)),
  }
}

/** `deviations` standard deviations to each side; at the least what is certain, at the most what is possible. */
function rangeOf(deals: readonly Weighted[], { deviations }: ExactSalesProcess) {
  const variance = fraction.sum(
    deals.map(({ value, odds: { probability } }) =>
      fraction.multiply(
        fraction.multiply(value, value),
        fraction.multiply(probability, fraction.subtract(fraction.ONE, probability)),
      ),
    ),
  )
  const reach = fraction.multiply(deviations, rootOf(variance))
  const expected = expectedOf(deals)
  const worthOf = (isIn: (probability: fraction.Fraction) => boolean) =>
    fraction.sum(deals.filter(({ odds }) => isIn(odds.probability)).map(({ value }) => value))
  const certain = worthOf((probability) => fraction.compare(probability, fraction.ONE) === 0)
  const possible = worthOf((probability) => !fraction.isZero(probability))
  return {
    low: fraction.larger(fraction.subtract(expected, reach), certain),
    high: fraction.smaller(fraction.add(expected, reach), possible),
  }
}

const ROOT_DECIMALS = 12

/** The square root, cut after 12 decimals. */
function rootOf(value: fraction.Fraction): fraction.Fraction {
  const scaled = (value.n * fraction.powerOfTen(2 * ROOT_DECIMALS)) / value.d
  return { n: wholeRootOf(scaled), d: fraction.powerOfTen(ROOT_DECIMALS) }
}

/** The largest whole number whose square is not more, by Newton's method from above. */
function wholeRootOf(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

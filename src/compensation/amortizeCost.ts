import type { DecimalInput, Issue } from '../kernel/index.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import { DATES_OUT_OF_ORDER, TOTAL_TOO_PRECISE } from '../kernel/issues.js'
import * as fraction from '../kernel/number/fraction.js'
import * as write from '../kernel/number/write.js'
import * as time from '../kernel/time/time.js'
import type { Amortization, AmortizationTerms } from './types.js'

/**
 * Spreads a capitalised cost of a contract, such as its commission, over the months of the contract (ASC 340-40, IFRS 15).
 *
 * By month, each calendar month of the contract has the same part, the one in which it begins being the first; by day, each month has the
 * part of its days. What has come so far is rounded half-up, and a month has what that gains: so the amounts add up to the cost, to the
 * cent. A contract that ends early is spread up to that day, by month to the end of that month, and what is left is impaired.
 *
 * For what is earned and not paid use {@link accrualOf}.
 *
 * @throws SalesRulesError `NUMBER_INVALID`, `TOTAL_TOO_PRECISE`, `DATE_INVALID`, `DATES_OUT_OF_ORDER`, `VALUE_NOT_ALLOWED`, …
 *
 * @example 1,000.00 over three months, and by the days of a contract from 15 January
 * ```ts
 * import { amortizeCost } from 'sales-rules'
 *
 * amortizeCost('1000.00', { from: '2026-01-15', months: 3, by: 'month' }).periods
 * // => [{ period: '2026-01', amount: '333.33', carrying: '666.67' }, { period: '2026-02', amount: '333.34', carrying: '333.33' }, { period: '2026-03', amount: '333.33', carrying: '0.00' }]
 * amortizeCost('900.00', { from: '2026-01-15', months: 3, by: 'day' }).periods.map(({ amount }) => amount)
 * // => ['170.00', '280.00', '310.00', '140.00']
 * ```
 *
 * @example The customer leaves on 10 February
 * ```ts
 * import { amortizeCost } from 'sales-rules'
 *
 * const ended = amortizeCost('900.00', { from: '2026-01-15', months: 3, by: 'day', endedOn: '2026-02-10' })
 * ended.periods.map(({ amount }) => amount) // => ['170.00', '100.00']
 * ended.impaired // => { on: '2026-02-10', amount: '630.00' }
 * ```
 */
export function amortizeCost(amount: DecimalInput, terms: AmortizationTerms): Amortization {
  const known = readCost(amount, terms)
  return writeAmortization(computeToDate(known), known)
}

interface Cost {
  readonly amount: fraction.Fraction
  readonly from: string
  /** The last day of the contract. */
  readonly to: string
  readonly months: number
  readonly by: 'month' | 'day'
  readonly endedOn: string | null
  readonly decimals: number
}

const KEYS = ['from', 'months', 'by', 'endedOn', 'decimals']
/** A century: no contract is longer. */
const MOST_MONTHS = 1200
const MOST_DECIMALS = 10

function readCost(amount: unknown, terms: unknown): Cost {
  const issues: Issue[] = []
  const exact = read.within(amount, ['amount'], issues, { minimum: fraction.ZERO })
  const fields = read.fields(terms, ['terms'], KEYS, issues)
  const { required, optional } = read.of(fields ?? {}, ['terms'], issues)
  issue.refuseIfAny(fields === undefined ? issues : [])
  const from = required('from', read.date)
  const months = required('months', (value, path, found) =>
    read.integer(value, path, found, { minimum: 1, maximum: MOST_MONTHS }),
  )
  const by = required('by', (value, path, found) =>
    read.word(value, path, ['month', 'day'] as const, found),
  )
  const endedOn = optional('endedOn', read.date) ?? null
  const decimals =
    optional('decimals', (value, path, found) =>
      read.integer(value, path, found, { minimum: 0, maximum: MOST_DECIMALS }),
    ) ?? 2
  issue.refuseIfAny(issues)
  const cost = { amount: exact, from, months, by, endedOn, decimals } as Omit<Cost, 'to'>
  return { ...cost, to: lastDayOf(cost) }
}

/** A whole number of months from the first day on. */
function lastDayOf({ amount, from, months, endedOn, decimals }: Omit<Cost, 'to'>): string {
  const rounded = fraction.round(amount, { mode: 'down', decimals })
  if (fraction.compare(rounded, amount) !== 0)
    issue.refuse(TOTAL_TOO_PRECISE, ['amount'], { total: write.decimal(amount), decimals })
  if (endedOn !== null && endedOn < from)
    issue.refuse(DATES_OUT_OF_ORDER, ['terms', 'endedOn'], { from, to: endedOn })
  return time.addDays(time.addMonths(from, months), -1)
}

/** A month of the contract, and what has come of the cost by its end, in units. */
interface MonthToDate {
  readonly name: string
  readonly toDate: bigint
}

function computeToDate({ amount, from, to, months, by, endedOn, decimals }: Cost): MonthToDate[] {
  const first = monthWith(from).position
  const end = endedOn !== null && endedOn < to ? endedOn : to
  const count = monthWith(by === 'day' ? to : time.addMonths(from, months - 1)).position - first + 1
  const last = Math.min(monthWith(end).position - first + 1, count)
  const days = time.daysBetween(from, to) + 1
  return Array.from({ length: last }, (_, index): MonthToDate => {
    const month = time.rangeOf({ unit: 'month', position: first + index })
    const until = month.to < end ? month.to : end
    const part =
      by === 'day'
        ? { n: BigInt(time.daysBetween(from, until) + 1), d: BigInt(days) }
        : { n: BigInt(index + 1), d: BigInt(months) }
    const toDate = fraction.toUnits(fraction.multiply(amount, part), decimals, 'half-up')
    return { name: month.name, toDate }
  })
}

function monthWith(date: string): time.PeriodPosition {
  return time.periodWith(date, 'month') as time.PeriodPosition
}

function writeAmortization(
  months: readonly MonthToDate[],
  { amount, endedOn, decimals }: Cost,
): Amortization {
  const money = (units: bigint) => write.fixed(units, decimals)
  const total = fraction.toUnits(amount, decimals, 'down')
  const left = total - (months.at(-1)?.toDate ?? 0n)
  return {
    amount: money(total),
    periods: months.map(({ name, toDate }, index) => ({
      period: name,
      amount: money(toDate - (months[index - 1]?.toDate ?? 0n)),
      carrying: money(total - toDate),
    })),
    impaired: endedOn !== null && left > 0n ? { on: endedOn, amount: money(left) } : null,
  }
}

/** What counts of sales, as a plan says: of a single figure, of order lines, of two parts of them together. */
import type { Issue } from '../../kernel/index.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { asItIs, type Converted, convertLine, type RateTable } from './convertLine.js'
import { type CountedLine, countLine, isIssue } from './countLine.js'
import { findRefunds, type Refund } from './findRefunds.js'
import { isToKeep, mergeRefunded, type OrderLine, type Refunded } from './orders.js'
import type { Period } from './readFacts.js'
import type { GivenLine, ReadLines, RefusedLine } from './readLine.js'
import type { ConvertedLine } from './types.js'

/** Sales that count. */
export interface EligibleSales {
  /** The amounts of all lines that count. */
  readonly sales: Fraction
  /** What counts towards the target: the bases of those lines. */
  readonly credited: Fraction
  /** What earns, by scale: the plan's own, then its rate rules; one figure each, or one for each tier that lines choose. */
  readonly bases: Bases
  /** The lines that earn, in the order given; null where sales came as one figure. */
  readonly lines: readonly CountedLine[] | null
  /** Refunds that take back what their original earned. */
  readonly refunds: readonly Refund[]
  /** The first and the last day of the lines that count and have one. */
  readonly dates: Dates | null
  /** The lines of orders that awards and new customers look at, and what was refunded of them. */
  readonly orders: readonly OrderLine[]
  readonly refunded: Refunded
  readonly converted: readonly ConvertedLine[]
  readonly notCounted: readonly RefusedLine[]
}

/** A first and a last day. */
export interface Dates {
  readonly first: string
  readonly last: string
}

export type Bases = readonly (readonly Fraction[])[]

const NOTHING = {
  lines: null,
  refunds: [],
  dates: null,
  orders: [],
  refunded: new Map(),
  converted: [],
  notCounted: [],
}

/** Sales as one figure earn by the plan's own scale. */
export function countFigure(sales: Fraction, plan: ExactPlan): EligibleSales {
  const [, ...others] = plan.groups.map(({ noBases }) => noBases)
  return { ...NOTHING, sales, credited: sales, bases: [[sales], ...others] }
}

/** Converts, counts and refunds lines, one by one; a line that does not count is kept with its reason. */
export function countLines(
  { given, twice }: ReadLines,
  rates: RateTable,
  period: Period | null,
  plan: ExactPlan,
): EligibleSales {
  const notCounted = [...twice]
  const readable = convertLines(given, rates, plan, notCounted)
  const refunding = readable.filter(({ line }) => line.refundOf !== undefined)
  const others = refunding.length === 0 ? readable : readable.filter(isNoRefund)
  const counted = countEach(others, period, plan, notCounted)
  const found = findEach(refunding, counted, period, plan)
  const refunds = withoutRefused(found, refunding, notCounted)
  const isMirror = plan.refunds === 'mirror'
  const earning = isMirror ? counted : inPlace(readable, counted, refunds)
  const takenBack = isMirror ? refunds.filter(({ original }) => original !== null) : []
  const all = takenBack.length === 0 ? earning : [...earning, ...takenBack.map(({ line }) => line)]
  return {
    ...sumLines(all, earning, plan),
    lines: earning,
    refunds: isMirror ? refunds : [],
    refunded: refundedOf(refunds),
    converted: plan.exchange === undefined ? [] : convertedOf(readable, all, plan),
    notCounted: inOrder(notCounted),
  }
}

function isNoRefund({ line }: Converted): boolean {
  return line.refundOf === undefined
}

/** The lines in the plan's currency. */
function convertLines(
  given: readonly GivenLine[],
  rates: RateTable,
  plan: ExactPlan,
  notCounted: RefusedLine[],
): Converted[] {
  const readable: Converted[] = []
  for (const line of given) {
    // The refund of a line of this statement is converted with it, at the same rate.
    const result = typeof line.refundOf === 'string' ? asItIs(line) : convertLine(line, rates, plan)
    if (isIssue(result)) notCounted.push({ line, issue: result })
    else readable.push(result)
  }
  return readable
}

function countEach(
  lines: readonly Converted[],
  period: Period | null,
  plan: ExactPlan,
  notCounted: RefusedLine[],
): CountedLine[] {
  const counted: CountedLine[] = []
  for (const converted of lines) {
    const result = countLine(converted, period, plan)
    if (isIssue(result)) notCounted.push({ line: converted.line, issue: result })
    else counted.push(result)
  }
  return counted
}

function findEach(
  refunding: readonly Converted[],
  counted: readonly CountedLine[],
  period: Period | null,
  plan: ExactPlan,
): (Refund | Issue)[] {
  if (refunding.length === 0) return []
  return findRefunds(refunding, new Map(counted.map((line) => [line.id, line])), period, plan)
}

/** The refunds that count; each other one is kept with its reason. */
function withoutRefused(
  found: readonly (Refund | Issue)[],
  refunding: readonly Converted[],
  notCounted: RefusedLine[],
): Refund[] {
  return found.flatMap((refund, index) => {
    if (!isIssue(refund)) return [refund]
    const line = refunding[index]?.line
    if (line !== undefined) notCounted.push({ line, issue: refund })
    return []
  })
}

/** The lines that count and the refunds that lower them, in the order given. */
function inPlace(
  readable: readonly Converted[],
  counted: readonly CountedLine[],
  refunds: readonly Refund[],
): readonly CountedLine[] {
  if (refunds.length === 0) return counted
  const byId = new Map(
    [...counted, ...refunds.map(({ line }) => line)].map((line) => [line.id, line]),
  )
  return readable.flatMap(({ line }) => byId.get(line.id) ?? [])
}

/** What lines come to: all of them as sales, those that earn as bases and as orders. */
function sumLines(all: readonly CountedLine[], earning: readonly CountedLine[], plan: ExactPlan) {
  let sales = fraction.ZERO
  let credited = fraction.ZERO
  let dates: { first: string; last: string } | null = null
  for (const line of all) {
    sales = fraction.add(sales, line.sales)
    if (line.base !== line.sales)
      credited = fraction.add(credited, fraction.subtract(line.base, line.sales))
    const { date } = line.given
    if (date !== undefined) dates = spanWith(dates, date)
  }
  const bases = plan.groups.map(({ noBases }) => [...noBases])
  const orders: OrderLine[] = []
  for (const line of earning) {
    addToBases(bases, line)
    if (line.given.refundOf === undefined && isToKeep(line, plan)) orders.push(line)
  }
  return { sales, credited: fraction.add(sales, credited), bases, dates, orders }
}

/** Adds a line to the base that it earns on. */
export function addToBases(bases: Fraction[][], { group, tier, base }: CountedLine): void {
  const parts = bases[group]
  if (parts === undefined) return
  parts[tier ?? 0] = fraction.add(parts[tier ?? 0] ?? fraction.ZERO, base)
}

/** Calendar dates are in order as texts. */
function spanWith(dates: Dates | null, date: string): Dates {
  if (dates === null) return { first: date, last: date }
  return {
    first: date < dates.first ? date : dates.first,
    last: date > dates.last ? date : dates.last,
  }
}

/** The sales refunded of each line of this statement, below zero. */
function refundedOf(refunds: readonly Refund[]): Refunded {
  const sums = new Map<string, Fraction>()
  for (const { original, line } of refunds) {
    if (original === null) continue
    sums.set(original.id, fraction.add(sums.get(original.id) ?? fraction.ZERO, line.sales))
  }
  return sums
}

/** Every conversion, in the order of the lines; that of a refund is its original's, for its own part of the sales. */
function convertedOf(
  readable: readonly Converted[],
  counted: readonly CountedLine[],
  { currency }: ExactPlan,
): ConvertedLine[] {
  const byId = new Map(readable.map(({ line, converted }) => [line.id, converted]))
  const sales = new Map(counted.map((line) => [line.id, line.sales]))
  return readable.flatMap(({ line, converted }): ConvertedLine[] => {
    if (typeof line.refundOf !== 'string') return converted === null ? [] : [converted]
    const original = byId.get(line.refundOf) ?? null
    const amount = sales.get(line.id)
    if (original === null || amount === undefined) return []
    const given = write.money(line.amount, original.currency)
    return [{ ...original, id: line.id, given, amount: write.money(amount, currency) }]
  })
}

function inOrder(refused: readonly RefusedLine[]): RefusedLine[] {
  const position = ({ line }: RefusedLine) => Number(line.path.at(-1) ?? 0)
  return [...refused].sort((a, b) => position(a) - position(b))
}

/** What counts of two parts of the same sales, as a whole; the lines themselves are not kept. */
export function mergeSales(first: EligibleSales, second: EligibleSales): EligibleSales {
  return {
    sales: fraction.add(first.sales, second.sales),
    credited: fraction.add(first.credited, second.credited),
    bases: first.bases.map((parts, group) =>
      parts.map((part, tier) => fraction.add(part, second.bases[group]?.[tier] ?? fraction.ZERO)),
    ),
    lines: null,
    refunds: [],
    dates: mergeDates(first.dates, second.dates),
    orders: [...first.orders, ...second.orders],
    refunded: mergeRefunded(first.refunded, second.refunded),
    converted: [...first.converted, ...second.converted],
    notCounted: [...first.notCounted, ...second.notCounted],
  }
}

function mergeDates(first: Dates | null, second: Dates | null): Dates | null {
  if (first === null || second === null) return first ?? second
  return spanWith(spanWith(first, second.first), second.last)
}

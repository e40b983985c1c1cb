/** What counts of sales, as a plan says: of a single figure, of order lines, of two parts of them together. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { asItIs, type Converted, convertLine, type RateTable } from './convertLine.js'
import { type CountedLine, countLine } from './countLine.js'
import { type Refund, refundFinder } from './findRefunds.js'
import { isIssue, unitsOf } from './lineFigures.js'
import { mergeRefunded, type Order, type OrderLine, type Refunded } from './orders.js'
import type { Period } from './periods.js'
import { placingOf } from './placeLines.js'
import type { GivenLine, ReadLines, RefusedLine } from './readLine.js'
import type { ConvertedLine } from './types.js'

/** What was sold, as far as it counts and earns. */
export interface CountedSales {
  /** The amounts of all lines that count. */
  readonly sales: Fraction
  /** What counts towards the target: the bases of lines, or what factors make of them. */
  readonly credited: Fraction
  /** The quantities of those lines, where a scale goes by them. */
  readonly units: Fraction
  /** What earns, by scale: the plan's own, then its rate rules; one figure each, or one for each tier that lines choose. */
  readonly bases: Bases
  /** All lines that earn, in their order, those of earlier periods among them. */
  readonly walked: readonly CountedLine[]
}

/** Sales that count. */
export interface EligibleSales extends CountedSales {
  /** The lines that earn, in the order given; null where sales came as one figure. */
  readonly lines: readonly CountedLine[] | null
  /** Refunds that take back what their original earned. */
  readonly refunds: readonly Refund[]
  /** The lines of orders that awards and new customers look at, and what was refunded of them. */
  readonly orders: readonly OrderLine[]
  readonly refunded: Refunded
  /** The orders themselves, where earlier periods have lines of them or of their customers. */
  readonly joined?: readonly Order[]
  readonly converted: readonly ConvertedLine[]
  readonly notCounted: readonly RefusedLine[]
}

export type Bases = readonly (readonly Fraction[])[]

const NOTHING = {
  walked: [],
  lines: null,
  refunds: [],
  orders: [],
  refunded: new Map(),
  converted: [],
  notCounted: [],
}

/** No sales. */
export function nothingSold({ groups }: ExactPlan): CountedSales {
  const zero = fraction.ZERO
  const none = { sales: zero, credited: zero, units: zero, walked: [] }
  return { ...none, bases: groups.map(({ noBases }) => noBases) }
}

/** Sales as one figure earn by the plan's own scale. */
export function countFigure(sales: Fraction, plan: ExactPlan): EligibleSales {
  const [, ...others] = plan.groups.map(({ noBases }) => noBases)
  const units = fraction.ZERO
  return { sales, credited: sales, units, bases: [[sales], ...others], ...NOTHING }
}

/** The same with sales that came before them, as one figure. */
export function addSales(sales: EligibleSales, before: Fraction): EligibleSales {
  const [[own = fraction.ZERO] = [], ...others] = sales.bases
  return {
    ...sales,
    sales: fraction.add(sales.sales, before),
    credited: fraction.add(sales.credited, before),
    bases: [[fraction.add(own, before)], ...others],
  }
}

/** Converts, counts and refunds lines, one by one; a line that does not count is kept with its reason. */
export function countLines(
  { given, twice }: ReadLines,
  rates: RateTable,
  period: Period | null,
  plan: ExactPlan,
): EligibleSales {
  const notCounted = [...twice]
  const readable = eachOf(given.map(asItIs), notCounted, (one) => convertLine(one, rates, plan))
  const refunding = readable.filter(({ line }) => line.refundOf !== undefined)
  const others = readable.filter(({ line }) => line.refundOf === undefined)
  const placing = placingOf(given, plan)
  const counted = eachOf(others, notCounted, (one) => countLine(one, period, plan)).map(
    placing.line,
  )
  const refunds =
    refunding.length === 0
      ? []
      : eachOf(refunding, notCounted, refundFinder(counted, period, plan)).map(placing.refund)
  const isMirror = plan.refunds === 'mirror'
  const earning = isMirror ? counted : withRefunds(readable, counted, refunds, plan)
  const takenBack = isMirror ? refunds.filter(({ original }) => original !== null) : []
  const all = takenBack.length === 0 ? earning : [...earning, ...takenBack.map(({ line }) => line)]
  return {
    ...sumLines(all, earning, plan),
    lines: earning,
    orders: counted,
    refunds: isMirror ? refunds : [],
    refunded: refundedOf(refunds),
    converted: plan.exchange === undefined ? [] : convertedOf(readable, all, plan),
    notCounted: inOrder(notCounted),
  }
}

/** What each line comes to; one that does not count is set aside with its reason. */
function eachOf<Counted extends object>(
  lines: readonly Converted[],
  notCounted: RefusedLine[],
  count: (line: Converted) => Counted | Issue,
): Counted[] {
  const counted: Counted[] = []
  for (const one of lines) {
    const result = count(one)
    if (isIssue(result)) notCounted.push({ line: one.line, issue: issue.asWarning(result) })
    else counted.push(result)
  }
  return counted
}

/** The lines that count and the refunds that lower them; where lines have a floor, a refund comes after the line that has earned it. */
function withRefunds(
  readable: readonly Converted[],
  counted: readonly CountedLine[],
  refunds: readonly Refund[],
  { leastOfLine }: ExactPlan,
): readonly CountedLine[] {
  if (leastOfLine !== null) return [...counted, ...refunds.map(({ line }) => line)]
  return inPlace(readable, counted, refunds)
}

/** The same in the order given. */
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

/** What lines come to: all of them as sales, those that earn as bases. */
export function sumLines(
  all: readonly CountedLine[],
  earning: readonly CountedLine[],
  plan: ExactPlan,
) {
  const bases = plan.groups.map(({ noBases }) => [...noBases])
  for (const line of earning) addToBases(bases, line)
  return {
    sales: fraction.sum(all.map((line) => line.sales)),
    credited: fraction.sum(all.map((line) => line.credited)),
    units: plan.countsUnits ? unitsOfAll(all) : fraction.ZERO,
    bases,
    walked: earning,
  }
}

function unitsOfAll(all: readonly CountedLine[]): Fraction {
  const byId = new Map(all.map(({ id, given }) => [id, given]))
  const originalOf = ({ refundOf }: GivenLine) =>
    typeof refundOf === 'string' ? (byId.get(refundOf) ?? null) : null
  return fraction.sum(all.map(({ given }) => unitsOf(given, originalOf(given))))
}

/** Adds a line to the base that it earns on. */
export function addToBases(bases: Fraction[][], { group, tier, base, places }: CountedLine): void {
  const parts = bases[group]
  if (parts === undefined) return
  for (const [place, own] of places ?? [[tier ?? 0, base] as const]) {
    while (parts.length < place) parts.push(fraction.ZERO)
    parts[place] = fraction.add(parts[place] ?? fraction.ZERO, own)
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
    units: fraction.add(first.units, second.units),
    bases: first.bases.map((parts, group) =>
      parts.map((part, tier) => fraction.add(part, second.bases[group]?.[tier] ?? fraction.ZERO)),
    ),
    walked: [],
    lines: null,
    refunds: [],
    orders: [...first.orders, ...second.orders],
    refunded: mergeRefunded(first.refunded, second.refunded),
    converted: [...first.converted, ...second.converted],
    notCounted: [...first.notCounted, ...second.notCounted],
  }
}

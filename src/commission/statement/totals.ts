import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CountedLine } from '../lines/countLine.js'
import { countFigure, type EligibleSales, mergeSales } from '../lines/countSales.js'
import { isToKeep, type OrderLine, type Refunded } from '../lines/orders.js'
import type { RefusedLine } from '../lines/readLine.js'
import type { ConvertedLine } from '../lines/types.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { append, type Log, listOf, logOf } from './log.js'

/** How many lines were added, and what they come to. */
export interface Totals {
  readonly lines: number
  /** The first and the last day of the lines that count and have one. */
  readonly dates: Dates | null
  /** Their sums; what is kept line by line is beside it. */
  readonly sums: EligibleSales
  readonly orders: Log<OrderLine>
  readonly refunded: Log<RefundOfOrder>
  readonly converted: Log<ConvertedLine>
  readonly notCounted: Log<RefusedLine>
}

/** A first and a last day. */
export interface Dates {
  readonly first: string
  readonly last: string
}

/** What was refunded of an order, below zero. */
export type RefundOfOrder = readonly [order: string, sales: Fraction]

/** Totals of nothing. */
export function noLines(plan: ExactPlan): Totals {
  const sums = countFigure(fraction.ZERO, plan)
  return {
    lines: 0,
    dates: null,
    sums: { ...sums, bases: plan.groups.map(({ noBases }) => noBases) },
    ...noLogs(),
  }
}

/** Whether totals are those of no lines, which are written alike under every plan. */
export function isNothing({ lines, sums: { sales, bases } }: Totals): boolean {
  return lines === 0 && sales.n === 0n && bases.flat().every(({ n }) => n === 0n)
}

function noLogs() {
  return {
    orders: logOf<OrderLine>([]),
    refunded: logOf<RefundOfOrder>([]),
    converted: logOf<ConvertedLine>([]),
    notCounted: logOf<RefusedLine>([]),
  }
}

/** Totals with the sales of one more line. */
export function addSales(
  { lines, dates, sums, ...logs }: Totals,
  sales: EligibleSales,
  plan: ExactPlan,
): Totals {
  return {
    lines: lines + 1,
    dates: (sales.lines ?? []).reduce(withDate, dates),
    sums: mergeSales(sums, {
      ...sales,
      orders: [],
      refunded: new Map(),
      converted: [],
      notCounted: [],
    }),
    orders: append(
      logs.orders,
      sales.orders.filter((order) => isToKeep(order, plan)),
    ),
    refunded: append(logs.refunded, sales.refunded),
    converted: append(logs.converted, sales.converted),
    notCounted: append(logs.notCounted, sales.notCounted),
  }
}

/** Two totals as one. */
export function mergeTotals(first: Totals, second: Totals): Totals {
  return {
    lines: first.lines + second.lines,
    dates: mergeDates(first.dates, second.dates),
    sums: mergeSales(first.sums, second.sums),
    orders: append(first.orders, listOf(second.orders)),
    refunded: append(first.refunded, listOf(second.refunded)),
    converted: append(first.converted, listOf(second.converted)),
    notCounted: append(first.notCounted, listOf(second.notCounted)),
  }
}

function withDate(dates: Dates | null, { given: { date } }: CountedLine): Dates | null {
  return date === undefined ? dates : mergeDates(dates, { first: date, last: date })
}

/** Calendar dates are in order as texts. */
function mergeDates(one: Dates | null, other: Dates | null): Dates | null {
  if (one === null || other === null) return one ?? other
  return {
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
  }
}

/** The sales that totals stand for. */
export function salesOf({ sums, orders, refunded, converted, notCounted }: Totals): EligibleSales {
  return {
    ...sums,
    orders: listOf(orders).map(inTotals),
    refunded: sumRefunds(listOf(refunded)),
    converted: listOf(converted),
    notCounted: listOf(notCounted),
  }
}

/** A line is named by its place in the totals: where it was before, nobody knows. */
function inTotals(line: OrderLine, index: number): OrderLine {
  return { ...line, given: { ...line.given, path: ['totals', 'orders', index] } }
}

/** What was refunded of each order. */
export function sumRefunds(refunds: readonly RefundOfOrder[]): Refunded {
  const sums = new Map<string, Fraction>()
  for (const [order, sales] of refunds)
    sums.set(order, fraction.add(sums.get(order) ?? fraction.ZERO, sales))
  return sums
}

/** Whether all sales earn by the plan's own scale, so that they are its base. */
export function isPlain({ base, factors, groups: [own, ...others] }: ExactPlan): boolean {
  const isOne = own?.measuredBy === null && others.length === 0
  return isOne && base === 'amount' && factors.length === 0
}

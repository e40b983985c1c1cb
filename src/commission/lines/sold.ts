/** What was sold, as a plan counts it: from a single figure, from order lines, or from running totals. */
import type { Scale } from '../../kernel/index.js'
import { asWarning } from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import * as scales from '../../kernel/scale/scales.js'
import type { CommissionPlan, ConvertedLine, NewCustomers } from '../types.js'
import { asItIs, type Converted, convertLine, type RateTable } from './convertLine.js'
import { type CountedLine, countLine, isIssue } from './countLine.js'
import { findAwards, type QualifiedAward } from './findAwards.js'
import { findNewCustomers } from './findNewCustomers.js'
import { findRefunds, type Refund } from './findRefunds.js'
import { mergeRefunded, type Order, ordersToKeep, type Refunded } from './orders.js'
import type { GivenLine, RefusedLine } from './readLine.js'

/** What was sold and counts. */
export interface Sold {
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
  /** The orders that awards and new customers look at, and what was refunded of them. */
  readonly orders: readonly Order[]
  readonly refunded: Refunded
  readonly awards: readonly QualifiedAward[]
  readonly newCustomers: NewCustomers
  readonly converted: readonly ConvertedLine[]
  readonly notCounted: readonly RefusedLine[]
}

/** A first and a last day. */
export interface Dates {
  readonly first: string
  readonly last: string
}

export type Bases = readonly (readonly Fraction[])[]

const NOBODY: NewCustomers = { effective: [], tooSmall: [] }

/** Sales as one figure earn by the plan's own scale. */
export function soldAsFigure(sales: Fraction, plan: CommissionPlan): Sold {
  const [, ...others] = noBases(plan)
  return {
    sales,
    credited: sales,
    bases: [[sales], ...others],
    lines: null,
    refunds: [],
    dates: null,
    orders: [],
    refunded: NONE_REFUNDED,
    awards: [],
    newCustomers: NOBODY,
    converted: [],
    notCounted: [],
  }
}

const NONE_REFUNDED: Refunded = new Map()

/** Converts, counts and refunds lines, one by one; a line that does not count is kept with its reason. */
export function soldAsLines(
  {
    given,
    twice,
  }: { readonly given: readonly GivenLine[]; readonly twice: readonly RefusedLine[] },
  rates: RateTable,
  period: string | null,
  plan: CommissionPlan,
): Sold {
  const notCounted = [...twice]
  const readable = given.flatMap((line): Converted[] => {
    // The refund of a line is converted with it, at the same rate.
    if (typeof line.refundOf === 'string') return [asItIs(line)]
    const result = convertLine(line, rates, plan)
    if (!isIssue(result)) return [result]
    notCounted.push({ line, issue: result })
    return []
  })
  const counted = countSales(readable, period, plan, notCounted)
  const refunds = findRefunds(readable, counted, period, plan, notCounted)
  const earning = readable.flatMap(
    ({ line: { id } }) => refunds.netted.get(id) ?? counted.get(id) ?? [],
  )
  const takenBack = refunds.mirrored.flatMap(({ original, line }) => (original ? [line] : []))
  const bases = earning.reduce((all, line) => addToBases(all, line, plan), noBases(plan))
  return {
    sales: fraction.sum([...earning, ...takenBack].map(({ sales }) => sales)),
    credited: fraction.sum([...earning, ...takenBack].map(({ base }) => base)),
    bases,
    lines: earning,
    refunds: refunds.mirrored,
    dates: datesOf([...earning, ...takenBack]),
    ...ordersOf(ordersToKeep(earning, plan), refunds.byOriginal, plan),
    converted: convertedOf(readable, [...earning, ...takenBack], plan),
    notCounted: inOrder(notCounted),
  }
}

/** Every line but a refund of a named one, which counts as its original does. */
function countSales(
  lines: readonly Converted[],
  period: string | null,
  plan: CommissionPlan,
  notCounted: RefusedLine[],
): ReadonlyMap<string, CountedLine> {
  const counted = new Map<string, CountedLine>()
  for (const converted of lines) {
    const { line } = converted
    if (line.refundOf !== undefined) continue
    const result = countLine(converted, period, plan)
    if (isIssue(result)) notCounted.push({ line, issue: asWarning(result) })
    else counted.set(line.id, result)
  }
  return counted
}

/** Every conversion, in the order of the lines; that of a refund is its original's, for its own part of the sales. */
function convertedOf(
  readable: readonly Converted[],
  counted: readonly CountedLine[],
  { currency }: CommissionPlan,
): ConvertedLine[] {
  const byId = new Map(readable.map(({ line, converted }) => [line.id, converted]))
  const sales = new Map(counted.map((line) => [line.id, line.sales]))
  return readable.flatMap(({ line, converted }): ConvertedLine[] => {
    if (typeof line.refundOf !== 'string') return converted === null ? [] : [converted]
    const original = byId.get(line.refundOf) ?? null
    const amount = sales.get(line.id)
    if (original === null || amount === undefined) return []
    const given = write.money(line.amount, original.currency)
    return [
      {
        ...original,
        id: line.id,
        given,
        amount: write.money(amount, currency),
      },
    ]
  })
}

function inOrder(refused: readonly RefusedLine[]): RefusedLine[] {
  const position = ({ line }: RefusedLine) => Number(line.path.at(-1) ?? 0)
  return [...refused].sort((a, b) => position(a) - position(b))
}

/** Bases of nothing, of the plan's shape. */
export const noBases = /* @__PURE__ */ defined.oncePerPolicy(
  ({ scale, measuredBy, rates = [] }: CommissionPlan): Bases => [
    nothing(scale, measuredBy !== undefined),
    ...rates.map((rule) => nothing(rule.scale, rule.measuredBy !== undefined)),
  ],
)

function nothing({ tiers }: Scale, isChosenByLine: boolean): Fraction[] {
  return isChosenByLine ? tiers.map(() => fraction.ZERO) : [fraction.ZERO]
}

/** Bases with one more line. */
export function addToBases(bases: Bases, line: CountedLine, plan: CommissionPlan): Bases {
  return bases.map((parts, group) =>
    group === line.group ? addToParts(parts, line, scalesOf(plan)[group]) : parts,
  )
}

function addToParts(
  parts: readonly Fraction[],
  { base, measure }: CountedLine,
  scale: Scale | undefined,
) {
  const tier =
    measure === null || scale === undefined ? 0 : scales.ownerOf(measure, scales.compile(scale))
  return parts.map((part, index) => (index === tier ? fraction.add(part, base) : part))
}

/** Bases of two parts of the same sales. */
function mergeBases(first: Bases, second: Bases): Bases {
  return first.map((parts, group) =>
    parts.map((part, index) => fraction.add(part, second[group]?.[index] ?? fraction.ZERO)),
  )
}

/** The plan's own scale, then those of its rate rules. */
export const scalesOf = /* @__PURE__ */ defined.oncePerPolicy(
  ({ scale, rates = [] }: CommissionPlan): readonly Scale[] => [
    scale,
    ...rates.map((rule) => rule.scale),
  ],
)

/** What was sold in two parts, as a whole; the lines themselves are not kept. */
export function mergeSold(first: Sold, second: Sold, plan: CommissionPlan): Sold {
  const orders = [...first.orders, ...second.orders]
  const days = [first.dates, second.dates].flatMap((dates) => (dates === null ? [] : [dates]))
  return {
    sales: fraction.add(first.sales, second.sales),
    credited: fraction.add(first.credited, second.credited),
    bases: mergeBases(first.bases, second.bases),
    lines: null,
    refunds: [],
    dates: spanOf(days.flatMap((dates) => [dates.first, dates.last])),
    ...ordersOf(orders, mergeRefunded(first.refunded, second.refunded), plan),
    converted: [...first.converted, ...second.converted],
    notCounted: [...first.notCounted, ...second.notCounted],
  }
}

/** Orders, what was refunded of them, and what follows from both. */
export function ordersOf(orders: readonly Order[], refunded: Refunded, plan: CommissionPlan) {
  return {
    orders,
    refunded,
    awards: findAwards(orders, refunded, plan),
    newCustomers: findNewCustomers(orders, refunded, plan),
  }
}

function datesOf(lines: readonly CountedLine[]): Dates | null {
  return spanOf(lines.flatMap(({ given }) => given.date ?? []))
}

/** Calendar dates are in order as texts. */
function spanOf(dates: readonly string[]): Dates | null {
  const [one, ...others] = dates
  if (one === undefined) return null
  let [first, last] = [one, one]
  for (const date of others) {
    if (date < first) first = date
    if (date > last) last = date
  }
  return { first, last }
}

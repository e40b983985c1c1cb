/** Months that are settled one after the other, and what corrections of them change: each period with what was known then. */
import { add, type Fraction, parse, subtract, sum, toDecimal, zero } from '../../oracle/fraction.js'
import { joined, nothingBefore } from './awards.js'
import type { Line, Month, Plan } from './facts.js'
import { type Item, saleOf } from './lines.js'
import { state } from './statement.js'

/** A month as it was given, and what is learned in it of earlier ones. */
export interface Settled {
  readonly month: Month
  readonly corrections: readonly Month[]
}

export interface Year {
  readonly plan: Plan
  readonly months: readonly Settled[]
}

export interface Pay {
  readonly period: string
  readonly earned: string
  readonly adjusted: string
}

export function settle({ plan, months }: Year): readonly Pay[] {
  let before: readonly Fraction[] = []
  return months.map(({ month }, index) => {
    const now = earnEach(knownAt(months, index), plan)
    const closed = sum(now.slice(0, -1))
    const adjusted = subtract(closed, sum(before))
    before = now
    return {
      period: month.period,
      earned: toDecimal(now.at(-1) ?? zero, 2, 'half-up'),
      adjusted: toDecimal(adjusted, 2, 'half-up'),
    }
  })
}

/** The months through one, with what is known in it: the latest correction counts. */
export function knownAt(months: readonly Settled[], last: number): readonly Month[] {
  const given = months.slice(0, last + 1)
  const corrections = given.flatMap((one) => one.corrections)
  return given.map(
    ({ month }) => corrections.filter(({ period }) => period === month.period).at(-1) ?? month,
  )
}

function earnEach(months: readonly Month[], plan: Plan): readonly Fraction[] {
  return plan.payment?.accrual === 'year-to-date'
    ? earnToDate(months, plan)
    : earnAlone(months, plan)
}

/** Each month by its own statement; what takes back a sale of another one has what that had earned. */
function earnAlone(months: readonly Month[], plan: Plan): readonly Fraction[] {
  const shares = new Map<string, Fraction>()
  let orders = nothingBefore()
  return months.map((month, index) => {
    const items = itemsOf(month.lines, months.slice(0, index + 1), month, plan, shares)
    const stated = state(items, month, plan, orders)
    for (const [id, share] of stated.shares) shares.set(id, share)
    orders = joined(orders, items, stated.awards)
    return stated.amount
  })
}

/**
 * All months so far by one statement, less what the earlier ones have earned. Another uplift begins a new one, whose lines lie beyond those
 * before; of plans whose lines each earn on their own, that is what its own lines earn.
 */
function earnToDate(months: readonly Month[], plan: Plan): readonly Fraction[] {
  const shares = new Map<string, Fraction>()
  let orders = nothingBefore()
  let start = 0
  let before = zero
  let last: (() => void) | null = null
  return months.map((month, index) => {
    const isNew = index > 0 && month.coefficientUplift !== months[index - 1]?.coefficientUplift
    if (isNew) {
      last?.()
      start = index
      before = zero
    }
    const so = months.slice(0, index + 1)
    const all = itemsOf(linesIn(so), so, month, plan, shares)
    const items = itemsOf(linesIn(months.slice(start, index + 1)), so, month, plan, shares)
    const stated = state(items, toDate(so), plan, orders, countedToDate(items, all, plan))
    last = () => {
      for (const [id, share] of stated.shares) shares.set(id, share)
      orders = joined(orders, items, stated.awards)
    }
    const earned = subtract(stated.amount, before)
    before = stated.amount
    return earned
  })
}

/** What counts towards the target: all that was sold in the span, less net refunds, and less what this statement takes back of its own. */
function countedToDate(
  own: readonly Item[],
  all: readonly Item[],
  { refunds }: Plan,
): readonly Item[] {
  if (refunds !== 'mirror') return all
  return [
    ...all.filter(({ kind }) => kind === 'sale'),
    ...own.filter(({ kind }) => kind === 'refund'),
  ]
}

function linesIn(months: readonly Month[]): readonly Line[] {
  return months.flatMap((one) => one.lines)
}

/** The facts of the last month, with the target and the incentive of all of them. */
function toDate(months: readonly Month[]): Month {
  const now = months.at(-1) as Month
  const total = (key: 'target' | 'targetIncentive') =>
    toDecimal(sum(months.map((month) => parse(month[key] ?? '0'))), 6, 'half-up')
  return { ...now, target: total('target'), targetIncentive: total('targetIncentive') }
}

/** The items of a statement: its sales, and what takes sales back, of it or of earlier ones. */
export function itemsOf(
  lines: readonly Line[],
  months: readonly Month[],
  month: Month,
  plan: Plan,
  shares: ReadonlyMap<string, Fraction>,
): readonly Item[] {
  const all = months.flatMap((one) => one.lines)
  return lines.map((line): Item => {
    const { refundOf } = line
    if (refundOf === undefined) return { kind: 'sale', sale: saleOf(line, plan, month.facts) }
    const of = all.find(({ id }) => id === refundOf) as Line
    const earlier = all.slice(0, all.indexOf(line)).filter((one) => one.refundOf === refundOf)
    const taken = (refunds: readonly Line[]) => {
      const amount = sum(refunds.map((one) => parse(one.amount)))
      return { n: -amount.n * parse(of.amount).d, d: amount.d * parse(of.amount).n }
    }
    return {
      kind: 'refund',
      id: line.id,
      sale: saleOf(of, plan, month.facts),
      before: taken(earlier),
      after: taken([...earlier, line]),
      commission: lines.includes(of) ? null : (shares.get(refundOf) ?? zero),
    }
  })
}

export function inAll(pays: readonly Pay[]): string {
  return toDecimal(
    sum(pays.map(({ earned, adjusted }) => add(parse(earned), parse(adjusted)))),
    2,
    'half-up',
  )
}

/** Awards for any order, for each of its lines, for each unit, or as a rate. */
import {
  compare,
  divide,
  type Fraction,
  multiply,
  parse,
  subtract,
  sum,
  zero,
} from '../../oracle/fraction.js'
import type { Award, Line } from './facts.js'
import { holds, type Item, isMatch } from './lines.js'
import type { Terms } from './pay.js'
import { toCents } from './round.js'

/** What earlier statements have had: sales, what was taken back of them, and the awards that were earned once. */
export interface OrderBook {
  readonly sales: readonly Line[]
  readonly taken: ReadonlyMap<string, Fraction>
  readonly earned: ReadonlySet<string>
}

export interface Awarded {
  readonly name: string
  /** `open`: paid unless the gate is shut. */
  readonly outcome: 'paid' | 'open' | 'forgone'
  readonly parts: readonly (readonly [line: string, amount: Fraction])[]
}

export function awardsIn(
  items: readonly Item[],
  terms: Terms,
  before: OrderBook,
): readonly Awarded[] {
  const own = items.flatMap((item) => (item.kind === 'sale' ? [item.sale.line] : []))
  const taken = new Map(before.taken)
  for (const item of items) if (item.kind === 'refund') taken.set(item.sale.line.id, item.after)
  const orders = [...new Set(own.map(orderOf))]
  return (terms.plan.awards ?? []).flatMap((award) =>
    orders.flatMap((order) => {
      const isOf = (line: Line) =>
        orderOf(line) === order &&
        (award.when === undefined || isMatch(line, award.when, terms.plan))
      const all = [...before.sales.filter(isOf), ...own.filter(isOf)]
      return awardOf(award, order, { all, own: own.filter(isOf), taken, before }, terms)
    }),
  )
}

function orderOf({ id, order }: Line): string {
  return order === undefined ? `line ${id}` : `order ${order}`
}

interface Lines {
  readonly all: readonly Line[]
  readonly own: readonly Line[]
  readonly taken: ReadonlyMap<string, Fraction>
  readonly before: OrderBook
}

function awardOf(
  award: Award,
  order: string,
  lines: Lines,
  { plan, month }: Terms,
): readonly Awarded[] {
  const name = `${award.id} ${order}`
  const isOnce = award.rate === undefined && award.per !== 'line' && award.per !== 'unit'
  if (lines.own.length === 0 || (isOnce && lines.before.earned.has(name))) return []
  const left = ({ id, amount }: Line) => {
    const part = plan.refunds === 'mirror' ? zero : (lines.taken.get(id) ?? zero)
    return subtract(parse(amount), multiply(parse(amount), part))
  }
  if (!isLarge(sum(lines.all.map(left)), award)) return []
  const isMet = award.conditions === undefined || holds(award.conditions, month.facts)
  const open = award.whileGateShut === 'forgone' ? 'open' : 'paid'
  const parts = isOnce ? shared(award, lines.own) : lines.own.map(partFor(award, left))
  const total = sum(parts.map(([, part]) => part))
  const payable = toCents(total)
  const whole = parts.map(
    ([id, part]) => [id, total.n === 0n ? zero : divide(multiply(part, payable), total)] as const,
  )
  return [{ name, outcome: isMet ? open : 'forgone', parts: whole }]
}

function isLarge(sales: Fraction, { order }: Award): boolean {
  if (order === undefined) return sales.n > 0n
  const over = compare(sales, parse(order.amount))
  return order.comparison === 'above' ? over > 0 : over >= 0
}

/** By their sales; where they come to nothing, the first has it. */
function shared(
  { amount = '0' }: Award,
  own: readonly Line[],
): readonly (readonly [string, Fraction])[] {
  const total = sum(own.map((line) => parse(line.amount)))
  const [first] = own
  if (total.n <= 0n && first !== undefined) return [[first.id, parse(amount)]]
  return own.map((line) => [line.id, divide(multiply(parse(amount), parse(line.amount)), total)])
}

function partFor({ per, amount = '0', rate }: Award, left: (line: Line) => Fraction) {
  return (line: Line): readonly [string, Fraction] => {
    const stays = left(line)
    if (rate !== undefined) return [line.id, multiply(stays, parse(rate))]
    if (per === 'line') return [line.id, stays.n > 0n ? parse(amount) : zero]
    if (parse(line.amount).n <= 0n) return [line.id, zero]
    const units = multiply(parse(line.quantity ?? '0'), divide(stays, parse(line.amount)))
    return [line.id, multiply(units, parse(amount))]
  }
}

export function nothingBefore(): OrderBook {
  return { sales: [], taken: new Map(), earned: new Set() }
}

/** The same, and what a statement had. */
export function joined(
  before: OrderBook,
  items: readonly Item[],
  awards: readonly Awarded[],
): OrderBook {
  const taken = new Map(before.taken)
  for (const item of items) if (item.kind === 'refund') taken.set(item.sale.line.id, item.after)
  return {
    sales: [
      ...before.sales,
      ...items.flatMap((item) => (item.kind === 'sale' ? [item.sale.line] : [])),
    ],
    taken,
    earned: new Set([...before.earned, ...awards.map(({ name }) => name)]),
  }
}

/** A statement: what its lines are paid, each by what it adds to those before it; awards, caps, and what mirrored refunds take back. */
import {
  add,
  compare,
  divide,
  type Fraction,
  larger,
  multiply,
  negate,
  parse,
  smaller,
  subtract,
  sum,
  zero,
} from '../../oracle/fraction.js'
import { type Awarded, awardsIn, type OrderBook } from './awards.js'
import type { Month, Plan } from './facts.js'
import { holds, type Item, partOf } from './lines.js'
import { countsOf, earnedBy, type Terms } from './pay.js'
import { roundTo, toCents } from './round.js'

export interface Stated {
  readonly amount: Fraction
  /** What each line is paid, refunds that mirror among them. */
  readonly shares: ReadonlyMap<string, Fraction>
  readonly awards: readonly Awarded[]
}

/** `orders` are those that earlier statements have had; `counting` is what counts towards the target, where that is more than the items. */
export function state(
  items: readonly Item[],
  month: Month,
  plan: Plan,
  orders: OrderBook,
  counting = items,
): Stated {
  const isMirror = plan.refunds === 'mirror'
  const sales = items.filter(({ kind }) => kind === 'sale')
  const refunds = items.filter(({ kind }) => kind === 'refund')
  // With a floor, a refund comes after whatever has earned it.
  const net = plan.floor === undefined ? items : [...sales, ...refunds]
  const counted = isMirror ? sales : net
  const mirrored = isMirror ? refunds : []
  const terms = termsOf(counting, month, plan)
  const isOpen = isGateOpen(terms)
  const awards = awardsIn(items, terms, orders)
  const paid = payments(counted, terms, isOpen, awards)
  const shares = new Map<string, Fraction>()
  for (const [index, item] of counted.entries())
    shares.set(idOf(item), subtract(paid[index + 1] ?? zero, paid[index] ?? zero))
  let amount = paid.at(-1) ?? zero
  for (const item of mirrored) {
    const taken = takenBack(item, shares)
    shares.set(idOf(item), taken)
    amount = add(amount, taken)
  }
  return { amount, shares, awards }
}

export function idOf(item: Item): string {
  return item.kind === 'sale' ? item.sale.line.id : item.id
}

function termsOf(items: readonly Item[], month: Month, plan: Plan): Terms {
  const target = parse(month.target)
  const isEarlier = (item: Item) => item.kind === 'refund' && item.commission !== null
  // What mirrors a line of another statement was counted there.
  const here = items.filter((item) => plan.refunds !== 'mirror' || !isEarlier(item))
  const attained = divide(sum(here.map(countsOf)), target)
  const rounding = plan.attainmentRounding
  const quantity = (item: Item) => multiply(parse(item.sale.line.quantity ?? '0'), partOf(item))
  return {
    plan,
    month,
    target,
    incentive: parse(month.targetIncentive ?? '0'),
    attainment:
      rounding === undefined ? attained : roundTo(attained, rounding.decimals, rounding.mode),
    units: sum(here.map(quantity)),
  }
}

function isGateOpen({ plan: { gate }, attainment, month }: Terms): boolean {
  if (gate === undefined) return true
  const isReached =
    gate.attainment === undefined || compare(attainment, parse(gate.attainment)) >= 0
  return isReached && (gate.conditions === undefined || holds(gate.conditions, month.facts))
}

/** What the first line, the first two, … are paid; before them, nothing. */
function payments(
  counted: readonly Item[],
  terms: Terms,
  isOpen: boolean,
  awards: readonly Awarded[],
): readonly Fraction[] {
  const { cap, floor, rounding } = terms.plan
  const firsts = [...counted, null].map((_, index) => counted.slice(0, index))
  const exact = firsts.map((items) => (isOpen ? earnedBy(items, terms) : zero))
  const lines = lineByLine(counted, exact, terms.plan)
  const isByLine = cap?.line !== undefined || floor !== undefined || rounding?.at === 'line'
  return firsts.map((items, index) => {
    const own = isByLine && isOpen ? sum(lines.slice(0, index)) : (exact[index] ?? zero)
    const payable = isOpen ? toPayable(own, terms.plan) : zero
    const ids = items.map(idOf)
    const parts = awards
      .filter(({ outcome }) => outcome === 'paid' || (outcome === 'open' && isOpen))
      .flatMap((award) => award.parts.filter(([id]) => ids.includes(id)).map(([, part]) => part))
    const total = add(payable, toCents(sum(parts)))
    return cap?.amount === undefined ? total : smaller(total, parse(cap.amount))
  })
}

/** Each line on its own: what it adds, at most the cap and at least the floor, and rounded where the plan rounds lines. */
function lineByLine(counted: readonly Item[], exact: readonly Fraction[], plan: Plan) {
  const { cap, floor, rounding } = plan
  const raised = new Map<string, Fraction>()
  return counted.map((item, index) => {
    const added = subtract(exact[index + 1] ?? zero, exact[index] ?? zero)
    const most = cap?.line === undefined ? null : parse(cap.line)
    const capped = most === null ? added : larger(negate(most), smaller(added, most))
    const own = floor === undefined ? capped : atLeast(item, capped, parse(floor.line), raised)
    return rounding?.at === 'line' ? toPayable(own, plan) : own
  })
}

/** A refund takes back its part of what its sale has earned. */
function atLeast(item: Item, capped: Fraction, least: Fraction, raised: Map<string, Fraction>) {
  if (item.kind === 'refund') {
    const earned = item.commission ?? raised.get(item.sale.line.id) ?? zero
    return multiply(earned, partOf(item))
  }
  const own = larger(capped, least)
  raised.set(item.sale.line.id, own)
  return own
}

function toPayable(amount: Fraction, { rounding }: Plan): Fraction {
  if (rounding?.increment === undefined) return toCents(amount)
  const increment = parse(rounding.increment)
  return multiply(roundTo(divide(amount, increment), 0, 'half-up'), increment)
}

/** Parts of a whole line add up to all that it has earned. */
function takenBack(item: Item, shares: ReadonlyMap<string, Fraction>): Fraction {
  if (item.kind === 'sale') return zero
  const earned = item.commission ?? shares.get(item.sale.line.id) ?? zero
  return subtract(toCents(multiply(earned, item.before)), toCents(multiply(earned, item.after)))
}

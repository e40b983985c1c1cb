import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactAward, ExactPlan } from '../plan/exactPlan.js'
import type { Turns } from './awardsInTurn.js'
import { checkConditions } from './checkConditions.js'
import { isIssue, missing } from './lineFigures.js'
import { matches } from './matchLine.js'
import type { LineOfOrder, Order } from './orders.js'
import type { ReadFacts } from './readFacts.js'
import type { GivenLine } from './readLine.js'

/** An order that an award is for, as far as its lines say. */
export interface QualifiedAward extends Found {
  readonly award: ExactAward
  readonly order: Order
  /** Whether the award's own conditions are met. */
  readonly isHeld: boolean
}

/** What an order has qualified for by an award. */
interface Found {
  /** False where the order is large enough and its lines do not say, or not alike, what the award looks at. */
  readonly isKnown: boolean
  /** What it comes to, and the part of each line. */
  readonly amount: Fraction
  readonly parts: readonly AwardPart[]
  /** What a line does not say. */
  readonly issue: Issue | null
}

type AwardPart = readonly [line: string, amount: Fraction]

/** The awards that the orders have qualified for; refunds in the same statement are taken off an order first. */
export function findAwards(
  orders: readonly Order[],
  turns: Turns,
  facts: Pick<ReadFacts, 'facts'>,
  plan: ExactPlan,
): QualifiedAward[] {
  return plan.awards.flatMap((award) => {
    const { isMet: isHeld } = checkConditions(award.conditions, facts)
    return orders.flatMap((order): QualifiedAward[] => {
      const found = awardOf(order, award, plan, turns.get(award))
      return found === null ? [] : [{ award, order, isHeld, ...found }]
    })
  })
}

/** Whether an award is for an order, and not earned for it before; undefined where the order is large enough and does not say what it is. */
export function isFor(award: ExactAward, order: Order, plan: ExactPlan): boolean | undefined {
  const found = awardOf(order, award, plan)
  return found === null ? false : found.isKnown || undefined
}

/** What an order has qualified for by an award; null for nothing. An amount for an order is earned once, by the lines of the statement. */
function awardOf(
  order: Order,
  award: ExactAward,
  plan: ExactPlan,
  turn?: ReadonlyMap<string, Fraction>,
): Found | null {
  if (isOnce(award) && order.earned?.has(award)) return null
  const flag = flagOf(order, award)
  if (flag === false) return null
  const all = linesFor(order.all, award, plan)
  const own = linesFor(order.lines, award, plan)
  if (isIssue(all)) return unknown(all)
  if (isIssue(own)) return unknown(own)
  const left = ({ left, sales }: LineOfOrder) => leftBy(plan, left, sales)
  if (own.length === 0 || !isLargeEnough(fraction.sum(all.map(left)), award)) return null
  const parts = turn === undefined ? partsOf(own, award, plan) : inTurn(own, turn)
  if (parts === null) return null
  if (isIssue(parts)) return unknown(parts)
  const amount = payable(fraction.sum(parts.map(([, part]) => part)), plan)
  return { isKnown: flag === true, amount, parts: upTo(amount, parts), issue: null }
}

/** Whether an award pays an amount for an order, and not for each line, each unit or each of its sales. */
function isOnce({ rate, award: { per } }: ExactAward): boolean {
  return rate === null && per !== 'line' && per !== 'unit'
}

function unknown(found: Issue): Found {
  return { isKnown: false, amount: fraction.ZERO, parts: [], issue: issue.asWarning(found) }
}

/** A mirrored refund takes back its part of the award, so that the order stands as it was. */
function leftBy({ refunds }: ExactPlan, left: Fraction, sales: Fraction): Fraction {
  return refunds === 'net' ? left : sales
}

/** Of which lines an award is; or what one of them does not say. */
function linesFor(
  lines: readonly LineOfOrder[],
  { award: { when } }: ExactAward,
  plan: ExactPlan,
): readonly LineOfOrder[] | Issue {
  if (when === undefined) return lines
  const found: LineOfOrder[] = []
  for (const line of lines) {
    // Only lines that were read as a whole come here where an award looks at what they are.
    const isMatch = matches({ line: line.given as GivenLine, amount: line.sales }, when, plan)
    if (isIssue(isMatch)) return isMatch
    if (isMatch) found.push(line)
  }
  return found
}

/** What an award pays for each line. */
function partsOf(
  lines: readonly LineOfOrder[],
  exact: ExactAward,
  plan: ExactPlan,
): readonly AwardPart[] | Issue {
  if (isOnce(exact)) return shareOut(exact.amount, lines)
  const parts: AwardPart[] = []
  for (const { id, given, sales, left } of lines) {
    const part = partOf({ given, sales, left: leftBy(plan, left, sales) }, exact)
    if (isIssue(part)) return part
    parts.push([id, part])
  }
  return parts
}

/** The parts of those lines that have had their turn; null where none has. */
function inTurn(
  lines: readonly LineOfOrder[],
  turn: ReadonlyMap<string, Fraction>,
): readonly AwardPart[] | null {
  const parts = lines.flatMap(({ id }): AwardPart[] => {
    const part = turn.get(id) ?? fraction.ZERO
    return part.n === 0n ? [] : [[id, part]]
  })
  return parts.length === 0 ? null : parts
}

/** By their sales; where they come to nothing, the first has it. */
function shareOut(amount: Fraction, lines: readonly LineOfOrder[]): readonly AwardPart[] {
  const [line, ...others] = lines
  const all = fraction.sum(lines.map(({ sales }) => sales))
  if (line !== undefined && (others.length === 0 || all.n <= 0n)) return [[line.id, amount]]
  const rate = fraction.reduce(fraction.divide(amount, all))
  return lines.map(({ id, sales }) => [id, fraction.multiply(sales, rate)])
}

/** A rate of its sales, or an amount for it or for each of its units. */
function partOf(
  { left, sales, given }: Pick<LineOfOrder, 'given' | 'left' | 'sales'>,
  { award, amount, rate }: ExactAward,
): Fraction | Issue {
  if (rate !== null) return fraction.multiply(left, rate)
  if (award.per === 'line') return left.n > 0n ? amount : fraction.ZERO
  const units = unitsLeft(given as GivenLine, left, sales)
  return isIssue(units) ? units : fraction.multiply(units, amount)
}

/** The units that refunds have left of a line, in proportion to its sales. */
function unitsLeft(given: GivenLine, left: Fraction, sales: Fraction): Fraction | Issue {
  if (given.quantity === undefined) return missing('quantity', given)
  if (sales.n <= 0n) return fraction.ZERO
  const units = fraction.absolute(given.quantity)
  return fraction.multiply(units, fraction.divide(left, sales))
}

/** An award is paid in whole cents. */
function payable(amount: Fraction, { rounding: { mode, decimals } }: ExactPlan): Fraction {
  return fraction.round(amount, { mode, decimals })
}

function upTo(amount: Fraction, parts: readonly AwardPart[]): readonly AwardPart[] {
  const total = fraction.sum(parts.map(([, part]) => part))
  if (fraction.isZero(total) || fraction.compare(total, amount) === 0) return parts
  const factor = fraction.reduce(fraction.divide(amount, total))
  return parts.map(([line, part]) => [line, fraction.multiply(part, factor)] as const)
}

/** What a line, or an order, says of being what an award is for. */
export function flagOf(
  { firstOrder, newMarket }: Pick<GivenLine, 'firstOrder' | 'newMarket'>,
  { award }: ExactAward,
): boolean | undefined {
  if (award.for === 'any') return true
  return award.for === 'first-order' ? firstOrder : newMarket
}

/** Whether an order comes to what an award asks for. */
export function isLargeEnough(sales: Fraction, { order }: ExactAward): boolean {
  if (order === null) return sales.n > 0n
  const over = fraction.compare(sales, order.amount)
  return order.comparison === 'above' ? over > 0 : over >= 0
}

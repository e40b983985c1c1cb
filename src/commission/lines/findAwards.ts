import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactAward, ExactPlan } from '../plan/exactPlan.js'
import { isIssue, missing } from './lineFigures.js'
import { matches } from './matchLine.js'
import type { Order, OrderLine } from './orders.js'
import type { GivenLine } from './readLine.js'

/** An order that an award is for, as far as its lines say. */
export interface QualifiedAward {
  readonly award: ExactAward
  readonly order: Order
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
export function findAwards(orders: readonly Order[], plan: ExactPlan): QualifiedAward[] {
  return plan.awards.flatMap((award) =>
    orders.flatMap((order): QualifiedAward[] => {
      const flag = flagOf(order, award)
      const lines = flag === false ? [] : linesFor(order, award, plan)
      if (isIssue(lines)) return [unknown(award, order, lines)]
      if (!isLargeEnough(fraction.sum(lines.map(({ left }) => left)), award)) return []
      const parts = partsOf(lines, award)
      if (isIssue(parts)) return [unknown(award, order, parts)]
      const amount = payable(fraction.sum(parts.map(([, part]) => part)), plan)
      return [
        { award, order, isKnown: flag === true, amount, parts: upTo(amount, parts), issue: null },
      ]
    }),
  )
}

function unknown(award: ExactAward, order: Order, found: Issue): QualifiedAward {
  const nothing = { amount: fraction.ZERO, parts: [] }
  return { award, order, isKnown: false, ...nothing, issue: issue.asWarning(found) }
}

/** A line of an order that an award looks at, and what refunds have left of it. */
interface AwardedLine extends OrderLine {
  readonly left: Fraction
}

/** Of which lines an award is; or what one of them does not say. */
function linesFor(
  { lines, lefts }: Order,
  { award: { when } }: ExactAward,
  { refunds }: ExactPlan,
): readonly AwardedLine[] | Issue {
  const found: AwardedLine[] = []
  for (const [index, line] of lines.entries()) {
    // Only lines that were read as a whole come here where an award looks at what they are.
    const one = { line: line.given as GivenLine, amount: line.sales }
    const isMatch = when === undefined || matches(one, when)
    if (isIssue(isMatch)) return isMatch
    // A mirrored refund takes back its part of the award, so that the order stands as it was.
    const left = refunds === 'net' ? (lefts[index] ?? line.sales) : line.sales
    if (isMatch) found.push({ ...line, left })
  }
  return found
}

/** What an award pays for each line. */
function partsOf(lines: readonly AwardedLine[], exact: ExactAward): readonly AwardPart[] | Issue {
  const parts: AwardPart[] = []
  const sales = fraction.sum(lines.map((line) => line.sales))
  for (const line of lines) {
    const part = partOf(line, sales, exact)
    if (isIssue(part)) return part
    parts.push([line.id, part])
  }
  return parts
}

/** A rate of its sales, an amount for it or for each of its units, or its part of the amount of the order by its sales. */
function partOf(
  { left, sales, given }: AwardedLine,
  all: Fraction,
  { award, amount, rate }: ExactAward,
): Fraction | Issue {
  if (rate !== null) return fraction.multiply(left, rate)
  if (award.per === 'line') return left.n > 0n ? amount : fraction.ZERO
  if (award.per === 'unit') {
    const units = unitsLeft(given as GivenLine, left, sales)
    return isIssue(units) ? units : fraction.multiply(units, amount)
  }
  if (fraction.isZero(all)) return fraction.ZERO
  return fraction.multiply(sales, fraction.reduce(fraction.divide(amount, all)))
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

import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { asItIs, convertLine } from '../lines/convertLine.js'
import type { EligibleSales } from '../lines/countSales.js'
import { isIssue } from '../lines/lineFigures.js'
import type { OrderLine } from '../lines/orders.js'
import { type GivenLine, refundedId } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { EarlierStatement, SoldLine } from './earlierStatements.js'

/** A line of an earlier statement, and what was refunded of it. */
export interface EarlierLine extends Omit<OrderLine, 'left'> {
  /** The place of its statement. */
  readonly at: number
  /** In its own currency. */
  readonly amount: Fraction
  readonly isConverted: boolean
  readonly refunds: readonly Refunded[]
}

/** What a statement refunded of a line, below zero. */
interface Refunded {
  readonly at: number
  readonly amount: Fraction
}

/** The lines of earlier statements that belong to these orders, or to others of their customers. */
export function earlierLines(
  own: readonly OrderLine[],
  sales: EligibleSales,
  statements: readonly EarlierStatement[],
  plan: ExactPlan,
): EarlierLine[] {
  const sold = statements.flatMap((one, at) => one.sold.map((line) => ({ line, at })))
  const isKin = kinOf(
    own,
    sold.map(({ line }) => line),
  )
  const kin = sold.filter(({ line }) => isKin(line))
  const refunds = kin.length === 0 ? null : refundsOf(statements, sales)
  return kin.map(({ line, at }) => ({
    ...asOrderLine(line, own, plan),
    at,
    refunds: refunds?.get(line) ?? [],
  }))
}

/** Of one order a line may name the customer, and another say that it is the first. */
function kinOf(own: readonly OrderLine[], sold: readonly SoldLine[]): (line: SoldLine) => boolean {
  const orders = new Set<string | undefined>()
  const customers = new Set<string | undefined>()
  const add = ({ given }: Pick<OrderLine, 'given'>) => {
    if (given.order !== undefined) orders.add(given.order)
    if (given.customer !== undefined) customers.add(given.customer)
  }
  const isKin = ({ given }: SoldLine) => orders.has(given.order) || customers.has(given.customer)
  own.forEach(add)
  for (let size = 0; size < orders.size + customers.size; ) {
    size = orders.size + customers.size
    sold.filter(isKin).forEach(add)
  }
  return isKin
}

/** What was refunded of which line: of two with one id, of that of the same statement, else of the first. */
function refundsOf(
  statements: readonly EarlierStatement[],
  sales: EligibleSales,
): ReadonlyMap<unknown, readonly Refunded[]> {
  const all = new Map<unknown, Refunded[]>()
  const first = new Map<string, unknown>()
  const now = { sold: sales.orders, refunds: refundsIn(sales) }
  for (const [at, { sold, refunds }] of [...statements, now].entries()) {
    const own = new Map<string, unknown>(sold.map((line) => [line.id, line]))
    for (const { refundOf = '', amount } of refunds) {
      const line = own.get(refundedId(refundOf)) ?? first.get(refundedId(refundOf))
      all.set(line, [...(all.get(line) ?? []), { at, amount }])
    }
    for (const [id, line] of own) if (!first.has(id)) first.set(id, line)
  }
  return all
}

/** The refunds that count: net ones are among the lines. */
function refundsIn({ lines, refunds }: EligibleSales): GivenLine[] {
  return [...(lines ?? []), ...refunds.map(({ line }) => line)]
    .map(({ given }) => given)
    .filter(({ refundOf }) => refundOf !== undefined)
}

/** The line in the plan's currency; what the plan at hand cannot convert is a first order all the same. */
function asOrderLine({ id, given, read }: SoldLine, own: readonly OrderLine[], plan: ExactPlan) {
  const rates = read.sales.lines === undefined ? new Map() : read.sales.rates
  const converted = convertLine(asItIs(given), rates, plan)
  // What is said of an order is said of a line at hand.
  const { path = [] } = own.find((one) => one.given.order === given.order)?.given ?? {}
  return {
    id,
    amount: given.amount,
    sales: isIssue(converted) ? given.amount : converted.amount,
    isConverted: !isIssue(converted) && converted.converted !== null,
    given: { ...given, path },
  }
}

/** The line as it was known by a statement; what is left of one that was converted, in whole cents. */
export function knownBy(at: number, line: EarlierLine, { decimals }: ExactPlan): OrderLine {
  const { sales, amount, isConverted } = line
  const refunds = line.refunds.filter((one) => one.at <= at)
  const taken = fraction.negate(fraction.sum(refunds.map((one) => one.amount)))
  if (taken.n === 0n) return { ...line, left: sales }
  const exact = fraction.divide(fraction.multiply(sales, taken), amount)
  const part = isConverted ? fraction.round(exact, { mode: 'half-up', decimals }) : exact
  return { ...line, left: fraction.subtract(sales, part) }
}

import { add, compare, divide, type Fraction, multiply, sum, zero } from '../../oracle/fraction.js'
import { amountOf, at } from './exact.js'
import type { Plan } from './facts.js'
import type { Counted, Sale } from './lines.js'

/** "Orders and awards and …": what each line of a statement has of the awards that are earned by it, by its id. */
export type Awarded = ReadonlyMap<string, Fraction>

type Award = NonNullable<Plan['awards']>[number]

/** Lines with one order, as they are known by a statement. */
interface Order {
  readonly name: string | undefined
  readonly lines: readonly Sale[]
  readonly customer: string | undefined
  readonly isFirst: boolean | undefined
  readonly sales: Fraction
  readonly left: Fraction
}

/** The awards of the last of these statements, which are in the order in which they were made. */
export function awardsOf(statements: readonly (readonly Counted[])[], plan: Plan): Awarded {
  const awarded = new Map<string, Fraction>()
  for (const award of plan.awards ?? [])
    for (const [line, part] of partsOf(award, statements, plan))
      awarded.set(line.id, add(awarded.get(line.id) ?? zero, part))
  return awarded
}

function partsOf(award: Award, statements: readonly (readonly Counted[])[], plan: Plan) {
  const now = statements.length - 1
  return ordersBy(statements, now)
    .filter((order) => qualifies(order, award, plan))
    .filter((order) => !isEarnedBefore(order, award, statements, plan))
    .flatMap((order) => parted(amountOf(award.amount), linesIn(order, at(statements, now))))
}

/** Whether an earlier statement that has a line of it made it due. */
function isEarnedBefore(
  { name }: Order,
  award: Award,
  statements: readonly (readonly Counted[])[],
  plan: Plan,
): boolean {
  if (name === undefined) return false
  return statements
    .slice(0, -1)
    .some((lines, index) =>
      ordersBy(statements, index).some(
        (order) =>
          order.name === name && linesIn(order, lines).length > 0 && qualifies(order, award, plan),
      ),
    )
}

function linesIn({ lines }: Order, statement: readonly Counted[]): readonly Sale[] {
  return lines.filter((line) => statement.includes(line))
}

function qualifies({ isFirst, sales, left }: Order, { order }: Award, plan: Plan): boolean {
  const size = plan.refunds === 'mirror' ? sales : left
  return isFirst === true && compare(size, amountOf(order.amount)) >= 0
}

/** The lines of the statement share it by their sales; where they come to nothing, the first has it. */
function parted(amount: Fraction, own: readonly Sale[]): readonly (readonly [Sale, Fraction])[] {
  const total = sum(own.map(({ sales }) => sales))
  if (total.n <= 0n) return own.slice(0, 1).map((line) => [line, amount])
  return own.map((line) => [line, divide(multiply(amount, line.sales), total)])
}

/** All orders as they are known by a statement: with what was sold and taken back through it. */
function ordersBy(statements: readonly (readonly Counted[])[], last: number): readonly Order[] {
  const lines = statements.slice(0, last + 1).flat()
  const sold = lines.filter((line): line is Sale => line.kind === 'sale')
  const names = [...new Set(sold.map((line) => line.order ?? line))]
  const orders = names.map((name) =>
    orderOf(
      sold.filter((line) => (line.order ?? line) === name),
      lines,
    ),
  )
  return orders.map((order, index) => {
    const before = orders.slice(0, index)
    const isSecond =
      order.customer !== undefined &&
      before.some((other) => isAFirst(other) && other.customer === order.customer)
    return isAFirst(order) && isSecond ? { ...order, isFirst: false } : order
  })
}

/** Of one that was taken back as a whole nobody says that it is the first. */
function isAFirst({ isFirst, left }: Order): boolean {
  return isFirst === true && left.n > 0n
}

function orderOf(lines: readonly Sale[], all: readonly Counted[]): Order {
  const customers = new Set(lines.flatMap(({ customer }) => customer ?? []))
  const said = new Set(lines.flatMap(({ firstOrder }) => firstOrder ?? []))
  const isKnown = customers.size < 2 && said.size === 1
  const sales = sum(lines.map((line) => line.sales))
  const back = all.filter((line) => line.kind === 'refund' && lines.includes(line.of as Sale))
  return {
    name: lines[0]?.order,
    lines,
    customer: customers.size === 1 ? [...customers][0] : undefined,
    isFirst: isKnown ? [...said][0] : undefined,
    sales,
    left: add(sales, sum(back.map((line) => line.sales))),
  }
}

/** What the awards of the statement come to. */
export function sumOf(awarded: Awarded): Fraction {
  return sum([...awarded.values()])
}

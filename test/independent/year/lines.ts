import {
  add,
  divide,
  type Fraction,
  larger,
  multiply,
  negate,
  subtract,
  sum,
  zero,
} from '../../oracle/fraction.js'
import { amountOf, isBelow, one } from './exact.js'
import type { Line, OlderLine, Period, Plan } from './facts.js'

/** A sale that counts, in its own currency and in the plan's. */
export interface Sale {
  readonly kind: 'sale'
  readonly id: string
  readonly index: number
  readonly amount: Fraction
  readonly sales: Fraction
  readonly rate: Fraction
  readonly product: string | undefined
  readonly order: string | undefined
  readonly customer: string | undefined
  readonly firstOrder: boolean | undefined
}

/** What takes a sale back; `before` is what was taken back of it before, in the sale's own currency. */
export interface Refund {
  readonly kind: 'refund'
  readonly id: string
  readonly index: number
  readonly amount: Fraction
  readonly sales: Fraction
  readonly of: Sale | OlderLine
  readonly before: Fraction
  readonly isMirrored: boolean
  readonly product: string | undefined
}

export type Counted = Sale | Refund

/** The lines that count, period by period, in their order: step 2. */
export function countLines(
  periods: readonly { readonly facts: Period; readonly plan: Plan }[],
): readonly (readonly Counted[])[] {
  const sales = new Map<string, Sale>()
  const taken = new Map<string, Fraction>()
  return periods.map(({ facts, plan }, index) =>
    (facts.lines ?? []).flatMap((line) => {
      const counted = countLine(line, index, facts, plan, sales, taken)
      if (counted?.kind === 'sale') sales.set(counted.id, counted)
      if (counted?.kind === 'refund')
        taken.set(counted.of.id, subtract(counted.before, counted.amount))
      return counted === undefined ? [] : [counted]
    }),
  )
}

function countLine(
  line: Line,
  index: number,
  facts: Period,
  plan: Plan,
  sales: ReadonlyMap<string, Sale>,
  taken: ReadonlyMap<string, Fraction>,
): Counted | undefined {
  const amount = amountOf(line.amount)
  if (line.refundOf === undefined) {
    const rate = rateOf(line, facts, plan)
    if (rate === undefined) return undefined
    const { id, product, order, customer, firstOrder } = line
    const sales = multiply(amount, rate)
    return { kind: 'sale', id, index, amount, rate, sales, product, order, customer, firstOrder }
  }
  const of = soldAs(line.refundOf, sales)
  if (of === undefined) return undefined
  const before = taken.get(of.id) ?? zero
  const whole = typeof of.amount === 'string' ? amountOf(of.amount) : of.amount
  if (isBelow(subtract(whole, before), negate(amount))) return undefined
  const rate =
    typeof of.rate === 'object' ? of.rate : of.rate === undefined ? one : amountOf(of.rate)
  const isMirrored = plan.refunds === 'mirror'
  return {
    kind: 'refund',
    id: line.id,
    index,
    amount,
    of,
    before,
    isMirrored,
    sales: multiply(amount, rate),
    product: 'kind' in of ? of.product : line.product,
  }
}

/** What is taken back: as the account has it, however it is named; else as the refund says. */
function soldAs(refundOf: string | OlderLine, sales: ReadonlyMap<string, Sale>) {
  if (typeof refundOf === 'string') return sales.get(refundOf)
  return sales.get(refundOf.id) ?? refundOf
}

/** Undefined where there is no rate for the day of the line. */
function rateOf(line: Line, facts: Period, plan: Plan): Fraction | undefined {
  if (line.currency === undefined || line.currency === plan.currency) return one
  const day = line.date ?? ''
  const found = facts.exchangeRates?.find(
    ({ currency, from, to }) => currency === line.currency && from <= day && day <= to,
  )
  return found && amountOf(found.rate)
}

export function isMirrored(line: Counted): line is Refund {
  return line.kind === 'refund' && line.isMirrored
}

/** Whether the line that is taken back is one of these. */
export function isOf({ of }: Refund, lines: readonly Counted[]): boolean {
  return lines.some(({ kind, id }) => kind === 'sale' && id === of.id)
}

/** Net refunds lower the sales; mirrored ones do not. */
export function salesOf(lines: readonly Counted[]): Fraction {
  return sum(lines.filter(lowersSales).map(({ sales }) => sales))
}

export function lowersSales(line: Counted): boolean {
  return !isMirrored(line)
}

/** What a part of a figure comes to, of a whole that is not 0. */
export function partOf(figure: Fraction, part: Fraction, whole: Fraction): Fraction {
  return divide(multiply(figure, part), whole)
}

/** How much of each sale was paid or taken back through a period. Each payment fits whole, or is set aside. */
export function collectedThrough(
  last: number,
  lines: readonly (readonly Counted[])[],
  payments: readonly (readonly { readonly line: string; readonly amount: string }[])[],
): ReadonlyMap<string, Fraction> {
  const open = new Map<string, Fraction>()
  const wholes = new Map<string, Fraction>()
  for (let index = 0; index <= last; index += 1) {
    for (const line of lines[index] ?? []) openLine(line, open, wholes)
    for (const { line, amount } of payments[index] ?? []) {
      const left = open.get(line)
      const paid = amountOf(amount)
      if (left !== undefined && !isBelow(left, paid)) open.set(line, subtract(left, paid))
    }
  }
  return new Map([...wholes].map(([id, whole]) => [id, subtract(whole, open.get(id) ?? zero)]))
}

function openLine(line: Counted, open: Map<string, Fraction>, wholes: Map<string, Fraction>): void {
  const id = line.kind === 'sale' ? line.id : line.of.id
  open.set(id, larger(zero, add(open.get(id) ?? zero, line.amount)))
  if (line.kind === 'sale') wholes.set(id, line.amount)
}

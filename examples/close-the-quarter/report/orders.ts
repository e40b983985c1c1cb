import { type CommissionStatement, compareAmounts, type Slice, subtract, sumOf } from 'sales-rules'
import { percent } from '../exact.js'
import type { Order } from '../read/orders.js'
import { columns, grouped, short, wrapped } from './layout.js'

interface Line {
  readonly order: Order
  readonly before: string
  readonly after: string
}

/** Every order with the running total, in two columns to be read downward, and the orders that changed the rate. */
export function orderTable(orders: readonly Order[], statement: CommissionStatement): string[] {
  const lines = runningTotals(orders)
  const half = Math.ceil(lines.length / 2)
  const rows = lines
    .slice(0, half)
    .map((line, index) => [...cellsOf(line), '', ...cellsOf(lines[half + index])])
  const heading = ['order', 'date', 'amount', 'running']
  return [
    `  The ${orders.length} orders, refunds below zero`,
    ...columns([[...heading, '', ...heading], ...rows], 'llrrlllrr'),
    ...milestones(lines, statement),
  ]
}

function runningTotals(orders: readonly Order[]): Line[] {
  let total = '0.00'
  return orders.map((order) => {
    const before = total
    total = sumOf([total, order.amount])
    return { order, before, after: total }
  })
}

function cellsOf(line: Line | undefined): string[] {
  if (line === undefined) return ['', '', '', '']
  const { order, date, amount } = line.order
  return [order, date, grouped(amount), grouped(line.after)]
}

/** The orders that reached the target and the tiers, in the order of the quarter. */
function milestones(lines: readonly Line[], { target, slices }: CommissionStatement): string[] {
  const onTarget = target === null ? [] : passing(lines, target, 'reaches the target of')
  const onTiers = slices
    .slice(1)
    .flatMap((slice) => passing(lines, slice.from, `starts the ${slice.tier} tier at`, slice))
  return [...onTarget, ...onTiers]
    .sort((left, right) => left.at - right.at)
    .flatMap(({ text }) => wrapped(text))
}

/** The order with which the running total passed a threshold for good; one on both sides of a tier's start is split. */
function passing(lines: readonly Line[], threshold: string, verb: string, slice?: Slice) {
  const line = lines
    .filter(
      ({ before, after }) =>
        compareAmounts(before, threshold) < 0 && compareAmounts(threshold, after) <= 0,
    )
    .at(-1)
  if (line === undefined) return []
  const split = slice
    ? `: ${grouped(subtract(threshold, line.before))} of it earn the lower rate, ${grouped(subtract(line.after, threshold))} earn ${percent(slice.rate, 1)}%`
    : ''
  return [
    {
      at: lines.indexOf(line),
      text: `${line.order.order} ${verb} ${grouped(short(threshold))}${split}.`,
    },
  ]
}

import type { DefinedCommissionPlan } from '../../commission/index.js'
import { type Io, say } from '../io.js'
import { nameOf } from '../read/source.js'
import type { Head, Row } from '../read/table.js'
import { counted } from '../words.js'

type Award = NonNullable<DefinedCommissionPlan['awards']>[number]

const COLUMNS = { 'first-order': 'firstOrder', 'new-market': 'newMarket' } as const

/** Watches for orders that an award may be for, where the file has no column that says so: they would go without it, and nobody would know. */
export function watchAwards({ awards = [] }: DefinedCommissionPlan, { columns }: Head) {
  const unseen = awards.flatMap(({ id, for: what, order }) =>
    what === 'any' || columns.has(COLUMNS[what])
      ? []
      : [{ id, column: COLUMNS[what], order, lines: 0, first: 0 }],
  )
  // Most amounts have fewer digits than any award asks for, and need not be read.
  const digits = Math.min(...unseen.map(({ order }) => order?.amount.split('.')[0]?.length ?? 0))
  const see = ({ line, values: { amount } }: Row) => {
    if (typeof amount === 'string' && amount.length < digits && !amount.includes('e')) return
    for (const award of unseen) {
      if (!isLargeEnough(Number(amount), award.order)) continue
      award.lines += 1
      if (award.first === 0) award.first = line
    }
  }
  const tell = (file: string, io: Io) => {
    for (const { id, column, lines, first } of unseen.filter((award) => award.lines > 0))
      say(
        io,
        `${nameOf(file)}: no column of ${column}, so that no line has the award "${id}". ${counted(lines, 'line')} large enough, first line ${first}.`,
      )
  }
  return { see: unseen.length > 0 ? see : null, tell }
}

function isLargeEnough(amount: number, order: Award['order']): boolean {
  if (order === undefined) return amount > 0
  return order.comparison === 'above'
    ? amount > Number(order.amount)
    : amount >= Number(order.amount)
}

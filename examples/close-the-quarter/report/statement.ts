import { createHash } from 'node:crypto'
import type { CommissionStatement, Consequence } from 'sales-rules'
import type { Settled } from '../close/commission.js'
import { percent } from '../exact.js'
import { closedOn, quarterDays } from '../policy.js'
import type { Rejected } from '../read/table.js'
import { columns, grouped, title, wrapped } from './layout.js'
import { orderTable } from './orders.js'

/** One statement in full, as its payee gets it: the amount, how it came about, order by order, and what did not count. */
export function statementSection(
  { rep, sales, input, statement, uplifts }: Settled,
  rejected: readonly Rejected[],
): string[] {
  return [
    ...title(`2. One statement in full: ${rep.rep} ${rep.name}`),
    ...columns(
      [
        ['Payee', `${rep.rep} ${rep.name}, ${rep.rung}, ${rep.region}`],
        ['Period', `${statement.period}: ${quarterDays.from} to ${quarterDays.to}`],
        ['Plan', `${statement.policy.id}, version ${statement.policy.version}`],
        ['State', `draft of the close of ${closedOn}`],
        ['Commission', `${statement.currency} ${grouped(statement.amount)}`],
      ],
      'll',
    ),
    ...wrapped(why(statement), '  ', '  '),
    '',
    ...sliceTable(statement),
    ...upliftLines(uplifts),
    '',
    ...orderTable(sales.orders, statement),
    '',
    ...notCounted(rep.rep, rejected),
    ...wrapped(
      `Rounding: ${statement.rounding.mode} to ${statement.rounding.decimals} decimals, once, at the ${statement.rounding.at}; exact ${grouped(statement.unrounded)}.`,
    ),
    ...wrapped(
      `Clauses: ${statement.clauses.join(', ')}. Input: sha256 ${fingerprint(input)}; the same input gives the same statement.`,
    ),
  ]
}

function why({
  sales,
  target,
  attainment,
  gate,
  next,
  effectiveRate,
}: CommissionStatement): string {
  const reached = `Net sales of ${grouped(sales)} are ${percent(attainment ?? '0', 1)}% of the target of ${grouped(target ?? '')}`
  if (gate?.outcome === 'unmet')
    return `${reached}: ${grouped(gate.remaining ?? '')} short, so nothing is paid (COM-2). On target it is ${grouped(gate.forgone ?? '')} or more.`
  const more =
    next === null
      ? ''
      : ` Another ${grouped(next.remaining)} reach the next rate, ${percent(next.rate, 1)}%.`
  return `${reached}: it is met, so all sales earn (COM-2), ${percent(effectiveRate ?? '0', 2)}% on average.${more}`
}

/** What each slice of the sales earned; together with the adjustments it adds up to the commission. */
function sliceTable(statement: CommissionStatement): string[] {
  const slices = statement.slices.map(({ tier, from, upTo, rate, base, amount }) => [
    `${tier} tier`,
    grouped(from),
    upTo === null ? 'no end' : grouped(upTo),
    `${percent(rate, 1)}%`,
    grouped(base),
    grouped(amount),
  ])
  const adjustments = statement.adjustments.map(({ kind, amount, clause }) => [
    clause === null ? kind : `${kind} (${clause})`,
    '',
    '',
    kind === 'coefficient' ? uplift(statement) : '',
    kind === 'coefficient' ? grouped(statement.base) : '',
    grouped(amount),
  ])
  const total = ['commission', '', '', '', grouped(statement.base), grouped(statement.amount)]
  return [
    '  How it is made: each slice of the sales earns its own rate (COM-1)',
    ...columns(
      [['', 'above', 'up to', 'rate', 'sales', 'amount'], ...slices, ...adjustments, total],
      'lrrrrr',
    ),
  ]
}

function uplift({ coefficient }: CommissionStatement): string {
  if (coefficient === null) return ''
  const points = percent(coefficient.uplift, 1)
  return coefficient.applies === 'add-to-rate' ? `+${points}%` : `x ${points}%`
}

function upliftLines(uplifts: readonly Consequence[]): string[] {
  return uplifts.flatMap(({ value, periods, clause }) =>
    wrapped(
      `The rates include ${percent(value, 1)}% for the grades of ${periods.join(' and ')} (${clause}, COM-5).`,
    ),
  )
}

/** The rejected orders that name the rep: what was wrong, and how they come to count. */
function notCounted(rep: string, rejected: readonly Rejected[]): string[] {
  const own = rejected.filter(
    ({ row }) => row.cells['rep'] === rep && isOfQuarter(row.cells['date']),
  )
  if (own.length === 0) return ['  Not counted: nothing.']
  return own.flatMap(({ file, row, issues }) =>
    wrapped(
      `Not counted: ${row.cells['order']}, ${file}:${row.line}: ${issues.map(({ message }) => message).join(' ')} It counts once the line is corrected and the quarter closed again.`,
    ),
  )
}

/** By its text, for a rejected date may not exist. */
function isOfQuarter(date = ''): boolean {
  return date >= quarterDays.from && date <= quarterDays.to
}

function fingerprint(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 16)
}

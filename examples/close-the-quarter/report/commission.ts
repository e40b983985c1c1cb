import type { CommissionStatement } from 'sales-rules'
import type { Settled, Unsettled } from '../close/commission.js'
import { percent, totalOf } from '../exact.js'
import { columns, grouped, short, title, wrapped } from './layout.js'

/** One line for each rep, the total, and the reps who could not be settled. */
export function commissionSection(
  settled: readonly Settled[],
  unsettled: readonly Unsettled[],
): string[] {
  const statements = settled.map(({ statement }) => statement)
  const rows = settled.map(({ rep, statement }) => [
    rep.rep,
    rep.name,
    grouped(statement.sales),
    grouped(short(statement.target ?? '')),
    statement.attainment === null ? '' : `${percent(statement.attainment, 1)}%`,
    statement.coefficient === null ? '' : `+${percent(statement.coefficient.uplift, 1)}%`,
    grouped(statement.amount),
    whatIsNext(statement),
  ])
  const sales = totalOf(statements.map((statement) => statement.sales))
  const total = totalOf(statements.map((statement) => statement.amount))
  return [
    ...title(`3. Commission of ${settled.length} reps`),
    ...columns(
      [
        ['rep', '', 'net sales', 'target', 'attained', 'uplift', 'commission', '        next'],
        ...rows,
        ['', 'Total', grouped(sales), '', '', '', grouped(total), ''],
      ],
      'llrrrrrl',
    ),
    ...unsettledLines(unsettled),
    ...wrapped(
      'Attained is cut to one decimal: 99.99% is not 100%. Nothing is paid below the target (COM-2). Uplift: on every rate, for runs of good quarters (GRA-5, COM-5). ' +
        `First orders above 1,000,000 (COM-3): ${awardsOf(statements)}. Not in the plan: new markets (COM-4), a process factor (COM-6).`,
    ),
  ]
}

function awardsOf(statements: readonly CommissionStatement[]): string {
  const awards = statements.flatMap((statement) => statement.awards ?? [])
  return awards.length === 0 ? 'none' : awards.map(({ line }) => line).join(', ')
}

function whatIsNext({ gate, next }: CommissionStatement): string {
  if (gate?.outcome === 'unmet') return `${grouped(gate.remaining ?? '').padStart(12)} to target`
  if (next === null) return '     at the highest'
  return `${grouped(next.remaining).padStart(12)} to ${percent(next.rate, 1)}%`
}

function unsettledLines(unsettled: readonly Unsettled[]): string[] {
  return unsettled.flatMap(({ rep, sales, reasons }) =>
    wrapped(`Not settled: ${rep.rep} ${rep.name}, net sales ${grouped(sales.net)}. ${reasons[0]}`),
  )
}

import { compareAmounts, sumOf } from 'sales-rules'
// The run checks itself: what came in is what went out, to the row and to the cent.
import type { Appraised } from './close/appraisal.js'
import type { Settled } from './close/commission.js'
import type { Close } from './close/quarter.js'
import { inQuarter } from './close/sales.js'
import { totalOf } from './exact.js'
import { type Company, tablesOf, valuesOf } from './read/company.js'
import type { Table } from './read/table.js'
import { grouped } from './report/layout.js'

/** One check: the rule, the numbers that were compared, and whether it holds. */
export interface Reconciliation {
  readonly rule: string
  readonly numbers: string
  readonly holds: boolean
}

export function reconcile(
  company: Company,
  close: Close,
  printed: readonly string[],
): Reconciliation[] {
  return [
    ...tablesOf(company).map(checkRows),
    checkAmounts(company, close),
    checkStatements(close.settled),
    checkPrintedTotal(close.settled, printed),
    checkScores(close.appraised),
    checkPeople(company, close),
  ]
}

function checkRows({ file, counted, accepted, rejected }: Table<unknown>): Reconciliation {
  return {
    rule: 'rows in = accepted + rejected',
    numbers: `${file} ${counted} = ${accepted.length} + ${rejected.length}`,
    holds: counted === accepted.length + rejected.length,
  }
}

/** Every accepted amount is in a statement, waits for a rep who could not be settled, or belongs to another quarter. */
function checkAmounts(company: Company, { settled, unsettled }: Close): Reconciliation {
  const orders = valuesOf(company.orders)
  const all = totalOf(orders.map(({ amount }) => amount))
  const other = totalOf(orders.filter((order) => !inQuarter(order)).map(({ amount }) => amount))
  const inStatements = totalOf(settled.map(({ statement }) => statement.sales))
  const waiting = totalOf(unsettled.map(({ sales }) => sales.net))
  return {
    rule: 'accepted orders = statements + not settled + other quarters',
    numbers: `${grouped(all)} = ${grouped(inStatements)} + ${grouped(waiting)} + ${grouped(other)}`,
    holds: compareAmounts(all, sumOf([inStatements, waiting, other])) === 0,
  }
}

function checkStatements(settled: readonly Settled[]): Reconciliation {
  const wrong = settled.filter(({ statement: { slices, adjustments, amount } }) => {
    const parts = [...slices, ...adjustments].map((part) => part.amount)
    return compareAmounts(totalOf(parts), amount) !== 0
  })
  return {
    rule: 'slices + adjustments = amount',
    numbers: `${settled.length} statements${named(wrong)}`,
    holds: wrong.length === 0,
  }
}

/** Reads the total back from the page, as its reader will. */
function checkPrintedTotal(
  settled: readonly Settled[],
  printed: readonly string[],
): Reconciliation {
  const total = totalOf(settled.map(({ statement }) => statement.amount))
  const line = printed.find((text) => text.trim().startsWith('Total ')) ?? ''
  const shown = line.trim().split(/ +/).at(-1)
  return {
    rule: 'sum of the statements = total as printed',
    numbers: `${grouped(total)} = ${shown}`,
    holds: shown === grouped(total),
  }
}

function checkScores(appraised: readonly Appraised[]): Reconciliation {
  const wrong = appraised.filter(({ appraisal: { parts, score } }) => {
    return compareAmounts(sumOf(parts.map(({ contribution }) => contribution)), score) !== 0
  })
  return {
    rule: 'contributions add up to the score',
    numbers: `${appraised.length} reps${named(wrong)}`,
    holds: wrong.length === 0,
  }
}

function checkPeople({ reps }: Company, { settled, unsettled }: Close): Reconciliation {
  return {
    rule: 'reps = settled + not settled',
    numbers: `${reps.accepted.length} = ${settled.length} + ${unsettled.length}`,
    holds: reps.accepted.length === settled.length + unsettled.length,
  }
}

function named(wrong: readonly { readonly rep: { readonly rep: string } }[]): string {
  return wrong.length === 0 ? '' : `; not for ${wrong.map(({ rep }) => rep.rep).join(', ')}`
}

import {
  type CommissionLine,
  type DefinedCommissionPlan,
  planNeeds,
} from '../../commission/index.js'
import { attempt, periodRange } from '../../kernel/index.js'
import { show } from '../../kernel/input/issue.js'
import type { Given } from '../command.js'
import { usage } from '../exit.js'
import { type Io, say } from '../io.js'
import { startProgress } from '../progress.js'
import { LINE_FIELDS, PAYEE_FACTS } from '../read/lineFields.js'
import { nameOf } from '../read/source.js'
import { type Head, type Row, type RowFault, readTable } from '../read/table.js'
import { collectRejected, type Rejected } from '../rejected.js'
import { nested } from './nested.js'
import { tableGiven } from './options.js'
import { type Payees, readPayees } from './payees.js'

/** Digits enough for any amount that is paid, and none that a rule would refuse. Other cells are looked at one by one. */
export const PLAIN = /^-?\d{1,12}(?:\.\d{1,6})?$/

/** Takes a line, or says what is wrong with it. */
export type TakeLine = (payee: string, row: Row) => readonly RowFault[]

export interface Sales {
  readonly payees: Payees
  readonly rejected: Rejected
  readonly lines: number
}

/** Reads order lines into what a command makes of them: `begin` is told which columns the file has. */
export async function readSales(
  { file, given, io }: { file: string; given: Given; io: Io },
  begin: (head: Head) => TakeLine,
): Promise<Sales> {
  checkPeriod(given)
  const name = nameOf(file)
  const payees = await readPayees(given, io)
  let head: Head = { header: [], columns: new Map() }
  const rejected = collectRejected({ name, given, head: () => head }, io)
  const progress = startProgress('line', io)
  const table = { ...tableGiven(given), file, fields: LINE_FIELDS, required: ['payee', 'amount'] }
  let lines = 0
  await readTable(table, io, (found) => {
    head = found
    refuseTwice(found, given, payees)
    const steps = stepsFor(found, payees, begin(found))
    return (row) => {
      lines += 1
      progress.step()
      const { payee } = row.values
      const whose = typeof payee === 'string' ? payee : undefined
      const faults = faultsOf(row, whose, steps)
      if (faults.length > 0) rejected.addRow(row, named(faults, found), whose)
    }
  })
  progress.end()
  if (!head.columns.has('id') && head.columns.size > 0)
    say(io, `${name}: no column of ids, so that a line that comes twice is paid twice.`)
  return { payees, rejected, lines }
}

function checkPeriod(given: Given): void {
  const period = given.text('period')
  if (period === undefined) return
  const range = attempt(() => periodRange(period))
  if (!range.ok) throw usage(`--${range.issues[0]?.message ?? ''}`)
}

/** What a payee has twice is not known: which of them holds? */
function refuseTwice({ columns }: Head, given: Given, { named: listed }: Payees): void {
  const field = PAYEE_FACTS.find((one) => columns.has(one))
  if (field === undefined) return
  const other = field === 'target' && given.has('target') ? '--target' : listed && '--payees'
  if (other)
    throw usage(
      `The lines have a column of ${field}, and ${other} is given too.`,
      `Leave the column out: --map "${columns.get(field)}=".`,
    )
}

/** What looks at each row; a table without a column of ids, or of facts of payees, has nothing to say of them. */
function stepsFor(
  { columns }: Head,
  { learn, named: listed }: Payees,
  take: TakeLine,
): readonly TakeLine[] {
  const mayHave = (fields: readonly string[]) =>
    columns.size === 0 || fields.some((field) => columns.has(field))
  return [
    ...(mayHave(['id']) ? [refuseSeen()] : []),
    ...(listed !== null || mayHave(PAYEE_FACTS) ? [learn] : []),
    take,
  ]
}

/** What is wrong with a row, by the first step that finds something. */
function faultsOf(
  row: Row,
  whose: string | undefined,
  steps: readonly TakeLine[],
): readonly RowFault[] {
  if (row.faults.length > 0) return row.faults
  if (whose === undefined) return [nameExpected(row.values['payee'])]
  for (const step of steps) {
    const faults = step(whose, row)
    if (faults.length > 0) return faults
  }
  return NONE
}

const NONE: readonly RowFault[] = []

function nameExpected(payee: unknown): RowFault {
  const given = payee === undefined ? 'a blank cell' : show(payee)
  return { column: 'payee', code: 'VALUE_MISSING', reason: `got ${given}, expected a name.` }
}

/** Of one payee an id comes once; a line that is shared comes once for each of them. */
function refuseSeen(): TakeLine {
  const seen = new Map<string, Map<string, number>>()
  return (payee, { line, values: { id } }) => {
    if (typeof id !== 'string') return NONE
    const own = seen.get(payee)
    const before = own?.get(id)
    if (before === undefined) {
      if (own === undefined) seen.set(payee, new Map([[id, line]]))
      else own.set(id, line)
      return NONE
    }
    const reason = `got ${JSON.stringify(id)}, which line ${before} has already.`
    return [{ column: 'id', code: 'ID_DUPLICATE', reason }]
  }
}

/** A fault names the column as the file has it. */
function named(faults: readonly RowFault[], { columns }: Head): RowFault[] {
  return faults.map((fault) => ({ ...fault, column: columns.get(fault.column) ?? fault.column }))
}

/** A row as an order line; one without an id is named after its place in the file. */
export function lineOf({ line, values }: Row): CommissionLine {
  const own = Object.entries(values).filter(([field]) => !OF_PAYEE.includes(field))
  return { id: `line ${line}`, ...nested(own) } as unknown as CommissionLine
}

const OF_PAYEE: readonly string[] = ['payee', ...PAYEE_FACTS]

/** Whether amounts alone say what this plan pays for these columns, so that the lines need not be kept. */
export function areTotalsEnough(
  plan: DefinedCommissionPlan,
  { columns }: Head,
  given: Given,
): boolean {
  const needs = new Set(planNeeds(plan).flatMap(({ of }) => of))
  if ((['line', 'amount', 'order', 'refund', 'currency'] as const).some((need) => needs.has(need)))
    return false
  if (columns.size === 0 || ['currency', 'facts', 'refundOf'].some((field) => columns.has(field)))
    return false
  if (given.has('period') && (columns.has('date') || needs.has('year'))) return false
  return !needs.has('first-order') || !(columns.has('firstOrder') || columns.has('newMarket'))
}

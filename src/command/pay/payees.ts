import type { CommissionFacts } from '../../commission/index.js'
import type { Given } from '../command.js'
import { EXIT, Failure, usage } from '../exit.js'
import type { Io } from '../io.js'
import { PAYEE_FACTS, PAYEE_FIELDS } from '../read/lineFields.js'
import { type Head, type Row, type RowFault, readTable } from '../read/table.js'
import { nested } from './nested.js'
import { tableGiven } from './options.js'

/** What is known of payees beside their sales. */
export interface Payees {
  /** Learns what a row says of its payee, or says what it contradicts. */
  readonly learn: (payee: string, row: Row) => readonly RowFault[]
  readonly factsOf: (payee: string) => CommissionFacts
  /** The payees of the file of payees, where there is one. */
  readonly named: readonly string[] | null
}

type Values = Readonly<Record<string, unknown>>

/** Reads the file of payees, and the options that hold for all of them. */
export async function readPayees(given: Given, io: Io): Promise<Payees> {
  const file = given.text('payees')
  const [target, period] = [given.text('target'), given.text('period')]
  const forAll: CommissionFacts = {
    ...(target !== undefined && { target }),
    ...(period !== undefined && { period }),
  }
  const listed = file === undefined ? null : await readFile(file, given, io)
  const learned = new Map<string, { values: Values; line: number }>()
  return {
    named: listed && [...listed.keys()],
    learn: (payee, row) => {
      if (listed !== null && !listed.has(payee)) return [unknownPayee(payee, file ?? '')]
      const said = saidIn(row.values)
      if (said === undefined) return []
      const before = learned.get(payee)
      if (before === undefined) learned.set(payee, { values: said, line: row.line })
      return before === undefined ? [] : contradictions(said, before)
    },
    factsOf: (payee) => ({
      ...forAll,
      ...nested(Object.entries(learned.get(payee)?.values ?? {})),
      ...listed?.get(payee),
    }),
  }
}

function unknownPayee(payee: string, file: string): RowFault {
  const reason = `got ${JSON.stringify(payee)}, expected a payee of ${file}.`
  return { column: 'payee', code: 'VALUE_INVALID', reason }
}

/** What a line says of its payee; most files say nothing. */
function saidIn(values: Values): Values | undefined {
  if (!PAYEE_FACTS.some((field) => values[field] !== undefined)) return undefined
  return Object.fromEntries(
    PAYEE_FACTS.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])),
  )
}

function contradictions(said: Values, before: { values: Values; line: number }): RowFault[] {
  return Object.entries(said)
    .filter(([field, value]) => before.values[field] !== value)
    .map(([field, value]) => ({
      column: field,
      code: 'VALUE_INVALID',
      reason: `got ${JSON.stringify(value)}, where line ${before.line} says ${JSON.stringify(before.values[field] ?? null)} of the same payee.`,
    }))
}

/** A payee with a wrong row would be paid by guesswork: the whole file has to be right. */
async function readFile(file: string, given: Given, io: Io) {
  const found = new Map<string, CommissionFacts>()
  const wrong: string[] = []
  const begin = ({ columns }: Head) => {
    if (columns.has('target') && given.has('target'))
      throw usage(`Targets are given twice: by --target, and by ${file}.`)
    return (row: Row) => {
      const { payee, ...values } = row.values
      const faults = row.faults.map(({ column, reason }) => `${column}: ${reason}`)
      if (typeof payee !== 'string') faults.push('payee: got a blank cell, expected a name.')
      else if (found.has(payee)) faults.push(`payee: "${payee}" comes twice.`)
      else found.set(payee, nested(Object.entries(values)))
      wrong.push(...faults.map((fault) => `  line ${row.line}: ${fault}`))
    }
  }
  // Its columns are its own: --map is for the lines.
  const table = { ...tableGiven(given), map: [], from: undefined }
  await readTable({ ...table, file, fields: PAYEE_FIELDS, required: ['payee'] }, io, begin)
  if (wrong.length > 0)
    throw new Failure(EXIT.refused, [`${file} is refused:`, ...wrong.slice(0, 20)].join('\n'))
  return found
}

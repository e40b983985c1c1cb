/** How rows of every kind become lines. What is not read at once goes to {@link addSlowly}, which reads strictly and names issues. */
import type { Issue } from '../../kernel/index.js'
import {
  invalid,
  readDecimal,
  readName,
  refuse,
  refuseIfAny,
  scaleBytes,
  scaleNumber,
  scaleText,
  scalingPowers,
} from '../../kernel/inside.js'
import { exactAmount } from './exactAmount.js'
import type { LineStore } from './lineStores.js'
import { createPayeeIndex, type PayeeIndex } from './payeeIndex.js'
import { requireColumns, requirePayee } from './requireColumns.js'
import type { CommissionColumns, CommissionRow, RowIssues } from './types.js'

/** Columns while they are built. */
export interface Building {
  readonly decimals: number
  /** 10 to the power of the decimals. */
  readonly power: number
  readonly payees: PayeeIndex
  readonly store: LineStore
  readonly issues: RowIssues[]
  rows: number
}

export function startColumns(store: LineStore, decimals: number): Building {
  const power = scalingPowers[decimals] ?? 1
  return { decimals, power, payees: createPayeeIndex(), store, issues: [], rows: 0 }
}

export function finishColumns({
  payees,
  store,
  decimals,
  rows,
  issues,
}: Building): CommissionColumns {
  return { payees: [...payees.names], ...store.finish(), decimals, rows, issues: [...issues] }
}

export function addRows(building: Building, rows: Iterable<CommissionRow>): void {
  for (const row of rows) addRow(building, row)
}

export function addRow(building: Building, row: CommissionRow): void {
  let payee: unknown
  let amount: unknown
  try {
    payee = row.payee
    amount = row.amount
  } catch {
    // No object, or one with a getter or a proxy that throws.
    refuseRow(building, [invalid(row, [], 'a plain object')])
    return
  }
  addField(building, payee, amount)
}

export function addTexts(
  building: Building,
  payees: readonly string[],
  amounts: readonly string[],
): void {
  if (payees.length !== amounts.length) {
    const expected = `an amount for each of the ${payees.length} payees`
    const given = String(amounts.length)
    refuse('VALUE_INVALID', ['amounts'], { given, expected }, `got ${given}, expected ${expected}.`)
  }
  for (let at = 0; at < payees.length; at += 1) addField(building, payees[at], amounts[at])
}

function addField(building: Building, payee: unknown, amount: unknown): void {
  const place = building.payees.ofText(payee)
  const scaled = scaleAmount(amount, building)
  if (place === -1 || Number.isNaN(scaled)) {
    addSlowly(building, payee, amount)
    return
  }
  building.rows += 1
  building.store.add(place, scaled)
}

function scaleAmount(amount: unknown, { power, decimals }: Building): number {
  if (typeof amount === 'number') return scaleNumber(amount, power)
  return typeof amount === 'string' ? scaleText(amount, decimals) : Number.NaN
}

/** Reads a row strictly; what is wrong with it is kept with its place. */
function addSlowly(building: Building, payee: unknown, amount: unknown): void {
  const { payees, store } = building
  const issues: Issue[] = []
  const known = payees.ofText(payee)
  const name = known === -1 ? readName(payee, ['payee'], issues) : ''
  const exact = readDecimal(amount, ['amount'], issues)
  if (name === undefined || exact === undefined) {
    refuseRow(building, issues)
    return
  }
  building.rows += 1
  store.addExact(known === -1 ? payees.add(name) : known, exact)
}

function refuseRow(building: Building, issues: readonly Issue[]): void {
  building.issues.push({ row: building.rows, issues })
  building.rows += 1
}

export function addBytes(
  building: Building,
  bytes: Uint8Array,
  payeeStart: number,
  payeeEnd: number,
  amountStart: number,
  amountEnd: number,
): void {
  const { payees, store, decimals } = building
  const place = payees.ofBytes(bytes, payeeStart, payeeEnd)
  const scaled = scaleBytes(bytes, amountStart, amountEnd, decimals)
  if (place !== -1 && !Number.isNaN(scaled)) {
    building.rows += 1
    store.add(place, scaled)
    return
  }
  const payee = textOf(bytes, payeeStart, payeeEnd)
  addSlowly(building, payee, textOf(bytes, amountStart, amountEnd))
  const added = payees.ofText(payee)
  if (place === -1 && added !== -1) payees.remember(bytes, payeeStart, payeeEnd, added)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes that are no UTF-8 are no text, and are refused as any value that is none. */
function textOf(bytes: Uint8Array, start: number, end: number): unknown {
  try {
    return utf8.decode(bytes.subarray(start, end))
  } catch {
    return bytes
  }
}

export function addColumns(building: Building, columns: CommissionColumns): void {
  requireColumns(columns)
  const { payees, store, decimals, issues } = building
  const names = columns.payees.map((name) => placeOf(name, payees))
  const isAlike = columns.decimals === decimals
  for (const [line, payee] of columns.payee.entries()) {
    requirePayee(columns, line)
    const place = names[payee] ?? 0
    const amount = columns.amounts[line]
    if (isAlike && Number.isSafeInteger(amount)) store.add(place, amount ?? 0)
    else addExactLine(columns, line, place, store)
  }
  for (const { row, issues: found } of columns.issues)
    issues.push({ row: row + building.rows, issues: found })
  building.rows += columns.rows
}

function placeOf(name: string, payees: PayeeIndex): number {
  const place = payees.ofText(name)
  return place === -1 ? payees.add(name) : place
}

function addExactLine(
  columns: CommissionColumns,
  line: number,
  place: number,
  store: LineStore,
): void {
  const issues: Issue[] = []
  const amount = exactAmount(columns, line, issues)
  refuseIfAny(issues)
  if (amount !== undefined) store.addExact(place, amount)
}

/** How rows of every kind become lines. What is not read at once goes to {@link addSlowly}, which reads strictly and names issues. */

import type { CommissionPlan } from '../../commission/plan/types.js'
import type { Issue } from '../../kernel/index.js'
import { refuse, refuseIfAny, show } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import {
  scaleBytes,
  scaleFraction,
  scaleNumber,
  scaleText,
  scalingPowers,
  unscale,
} from '../number/scaled.js'
import { beyondAmount, hasFlag } from './beyondAmount.js'
import { exactAmount } from './exactAmount.js'
import type { LineStore } from './lineStores.js'
import { createPayeeIndex, type PayeeIndex } from './payeeIndex.js'
import { requireColumns, requirePayee } from './requireColumns.js'
import type { CommissionColumns, CommissionRow, RowIssues } from './types.js'

/** Columns while they are built. */
export interface Building {
  readonly plan: CommissionPlan
  readonly decimals: number
  /** 10 to the power of the decimals. */
  readonly power: number
  readonly payees: PayeeIndex
  readonly store: LineStore
  readonly issues: RowIssues[]
  /** Lines that are not in the store yet: it takes them a block at a time. */
  readonly places: Int32Array
  readonly amounts: Float64Array
  waiting: number
  /** Rows before those that are waiting. */
  rows: number
}

const BLOCK = 1024

export function startColumns(plan: CommissionPlan, store: LineStore, decimals: number): Building {
  return {
    plan,
    decimals,
    power: scalingPowers[decimals] ?? 1,
    payees: createPayeeIndex(),
    store,
    issues: [],
    places: new Int32Array(BLOCK),
    amounts: new Float64Array(BLOCK),
    waiting: 0,
    rows: 0,
  }
}

export function finishColumns(building: Building): CommissionColumns {
  store(building, building.waiting)
  const { payees, decimals, rows, issues } = building
  const lines = building.store.finish()
  return { payees: [...payees.names], ...lines, decimals, rows, issues: [...issues] }
}

/** Copies, as a view would be sent to another thread with all of its buffer, and could not be transferred while more is added. */
export function ownColumns(columns: CommissionColumns): CommissionColumns {
  return { ...columns, payee: columns.payee.slice(), amounts: columns.amounts.slice() }
}

/** Puts the lines that wait into the store. */
function store(building: Building, waiting: number): void {
  building.store.addBlock(building.places, building.amounts, waiting)
  building.rows += waiting
  building.waiting = 0
}

/** Adds rows a block at a time, which the engine compiles as a whole; one long loop is left half way for each new batch. */
export function addRows(building: Building, rows: Iterable<CommissionRow>): void {
  if (isList(rows)) {
    const length = lengthOf(rows, 'rows')
    building.store.reserve(building.waiting + length)
    for (let from = 0; from < length; from += BLOCK) addSlice(building, rows, from)
    return
  }
  requireIterable(rows)
  let block: CommissionRow[] = []
  try {
    for (const row of rows) {
      if (block.push(row) < BLOCK) continue
      addSlice(building, block, 0)
      block = []
    }
  } finally {
    // Where the source breaks off, what it gave is not lost.
    addSlice(building, block, 0)
  }
}

function isList(rows: unknown): rows is readonly CommissionRow[] {
  try {
    return Array.isArray(rows)
  } catch {
    // A proxy that was revoked.
    return false
  }
}

/** A longer list is streamed. */
function lengthOf(list: unknown, name: string): number {
  const issues: Issue[] = []
  const length = read.length(list, [name], issues)
  refuseIfAny(issues)
  return length ?? 0
}

/** A text is iterable, and each of its letters would be a row. */
function requireIterable(rows: unknown): void {
  try {
    const { [Symbol.iterator]: iterate } = rows as Partial<Iterable<unknown>>
    if (typeof rows !== 'string' && typeof iterate === 'function') return
  } catch {
    // Nothing, or a proxy that throws.
  }
  const [given, expected] = [show(rows), 'an iterable of rows']
  refuse('VALUE_INVALID', ['rows'], { given, expected }, `got ${given}, expected ${expected}.`)
}

/** Adds a block of rows, with what they need at hand: through {@link addRow} each takes half as long again. */
function addSlice(building: Building, rows: readonly CommissionRow[], from: number): void {
  const { places, amounts, power, decimals, plan } = building
  const known = building.payees.places
  const to = Math.min(from + BLOCK, rows.length)
  for (let index = from; index < to; index += 1) {
    const { payee, amount, more } = fieldsOf(rows[index] as CommissionRow, plan.currency)
    const place = known.get(payee)
    const scaled =
      typeof amount === 'number' ? scaleNumber(amount, power) : scaleOther(amount, decimals)
    if (more !== null) addWithMore(building, more)
    else if (place === undefined || Number.isNaN(scaled)) addSlowly(building, payee, amount)
    else {
      const at = building.waiting
      places[at] = place
      amounts[at] = scaled
      building.waiting = at + 1
      if (at + 1 === BLOCK) store(building, BLOCK)
    }
  }
}

export function addRow(building: Building, row: CommissionRow): void {
  const { payee, amount, more } = fieldsOf(row, building.plan.currency)
  if (more === null) addFields(building, payee, amount)
  else addWithMore(building, more)
}

interface RowFields {
  readonly payee: unknown
  readonly amount: unknown
  /** All that was read, where it is more than the plan may pass over. */
  readonly more: CommissionRow | null
}

const UNREADABLE: RowFields = { payee: undefined, amount: undefined, more: null }

/** Any row; one that is no object, or that throws when it is read, has no fields. */
function fieldsOf(row: CommissionRow, own: string): RowFields {
  try {
    const { payee, amount, currency, firstOrder, newMarket } = row as Required<CommissionRow>
    const isForeign = currency !== undefined && currency !== own
    const saysMore = isForeign || hasFlag(firstOrder) || hasFlag(newMarket)
    return {
      payee,
      amount,
      more: saysMore ? { payee, amount, currency, firstOrder, newMarket } : null,
    }
  } catch {
    return UNREADABLE
  }
}

/** Adds a row where its amount says all that the plan pays for it. */
function addWithMore(building: Building, row: CommissionRow): void {
  const issue = beyondAmount(row, building.plan)
  if (issue === undefined) {
    addFields(building, row.payee, row.amount)
    return
  }
  store(building, building.waiting)
  refuseRow(building, [issue], row.payee)
}

export function addTexts(
  building: Building,
  payees: readonly string[],
  amounts: readonly string[],
): void {
  const length = lengthOf(payees, 'payees')
  const others = lengthOf(amounts, 'amounts')
  if (length !== others) {
    const expected = `an amount for each of the ${length} payees`
    const given = String(others)
    refuse('VALUE_INVALID', ['amounts'], { given, expected }, `got ${given}, expected ${expected}.`)
  }
  for (let at = 0; at < length; at += 1) addFields(building, payees[at], amounts[at])
}

function addFields(building: Building, payee: unknown, amount: unknown): void {
  const { payees, power, decimals } = building
  const place = payees.places.get(payee)
  const scaled =
    typeof amount === 'number' ? scaleNumber(amount, power) : scaleOther(amount, decimals)
  if (place === undefined || Number.isNaN(scaled)) addSlowly(building, payee, amount)
  else addLine(building, place, scaled)
}

function scaleOther(amount: unknown, decimals: number): number {
  return typeof amount === 'string' ? scaleText(amount, decimals) : Number.NaN
}

function addLine(building: Building, place: number, scaled: number): void {
  const at = building.waiting
  building.places[at] = place
  building.amounts[at] = scaled
  building.waiting = at + 1
  if (at + 1 === BLOCK) store(building, BLOCK)
}

/** Reads a row strictly; what is wrong with it is kept with its place. */
function addSlowly(building: Building, payee: unknown, amount: unknown): void {
  const { payees, decimals } = building
  const issues: Issue[] = []
  const known = payees.places.get(payee)
  const name = known === undefined ? read.name(payee, ['payee'], issues) : ''
  const exact = read.decimal(amount, ['amount'], issues)
  if (name === undefined || exact === undefined) {
    store(building, building.waiting)
    refuseRow(building, issues, payee)
    return
  }
  const place = known ?? payees.add(name)
  const scaled = scaleFraction(exact, decimals)
  if (Number.isNaN(scaled)) addWide(building, place, exact)
  else addLine(building, place, scaled)
}

function refuseRow(building: Building, issues: readonly Issue[], payee: unknown): void {
  const row = building.rows
  building.issues.push(read.isName(payee) ? { row, payee, issues } : { row, issues })
  building.rows += 1
}

function addWide(building: Building, place: number, amount: Fraction): void {
  store(building, building.waiting)
  building.store.addWide(place, amount)
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
  requireSlice(bytes, payeeStart, payeeEnd, 'payee')
  requireSlice(bytes, amountStart, amountEnd, 'amount')
  const { payees, decimals } = building
  const place = payees.ofBytes(bytes, payeeStart, payeeEnd)
  const scaled = scaleBytes(bytes, amountStart, amountEnd, decimals)
  if (place !== -1 && !Number.isNaN(scaled)) {
    addLine(building, place, scaled)
    return
  }
  const payee = textOf(bytes, payeeStart, payeeEnd)
  addSlowly(building, payee, textOf(bytes, amountStart, amountEnd))
  const added = payees.places.get(payee)
  if (place === -1 && added !== undefined) payees.remember(bytes, payeeStart, payeeEnd, added)
}

function requireSlice(bytes: Uint8Array, start: number, end: number, name: string): void {
  const isSlice = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end
  if (ArrayBuffer.isView(bytes) && isSlice && end <= bytes.length) return
  const expected = 'a start and an end within a Uint8Array'
  const given = ArrayBuffer.isView(bytes) ? `${show(start)} to ${show(end)}` : show(bytes)
  refuse('VALUE_INVALID', [name], { given, expected }, `got ${given}, expected ${expected}.`)
}

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes that are no UTF-8 are no text, and are refused as any value that is none. */
function textOf(bytes: Uint8Array, start: number, end: number): unknown {
  try {
    return utf8.decode(bytes.subarray(start, end))
  } catch {
    return bytes
  }
}

/** All is checked before any of it is added, as who mends the columns and gives them again would count lines twice. */
export function addColumns(building: Building, given: CommissionColumns): void {
  const columns = requireColumns(given)
  const wide = wideAmounts(columns)
  store(building, building.waiting)
  const before = building.rows
  const refused = columns.issues.map((one) => ({ ...one, row: before + one.row }))
  const places = columns.payees.map((name) => placeOf(name, building.payees))
  const isAlike = columns.decimals === building.decimals
  for (const [line, payee] of columns.payee.entries()) {
    const place = places[payee] ?? 0
    const amount = columns.amounts[line] ?? 0
    const exact = wide.get(line)
    if (isAlike && exact === undefined) addLine(building, place, amount)
    else addExact(building, place, exact ?? unscale(amount, columns.decimals))
  }
  store(building, building.waiting)
  for (const row of refused) building.issues.push(row)
  building.rows = before + columns.rows
}

/** The amounts that are no whole numbers, by their lines; throws for a line of nobody, and for one without an amount. */
function wideAmounts(columns: CommissionColumns): ReadonlyMap<number, Fraction> {
  const wide = new Map<number, Fraction>()
  const issues: Issue[] = []
  for (const [line, amount] of columns.amounts.entries()) {
    requirePayee(columns, line)
    if (Number.isSafeInteger(amount)) continue
    const exact = exactAmount(columns, line, issues)
    refuseIfAny(issues)
    if (exact !== undefined) wide.set(line, exact)
  }
  return wide
}

function placeOf(name: string, payees: PayeeIndex): number {
  return payees.places.get(name) ?? payees.add(name)
}

function addExact(building: Building, place: number, amount: Fraction): void {
  const scaled = scaleFraction(amount, building.decimals)
  if (Number.isNaN(scaled)) addWide(building, place, amount)
  else addLine(building, place, scaled)
}

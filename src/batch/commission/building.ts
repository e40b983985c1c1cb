/** How rows of every kind become lines. What is not read at once goes to {@link addSlowly}, which reads strictly and names issues. */

import type { ExactPlan } from '../../commission/internal.js'
import type { Issue, IssueCode } from '../../kernel/index.js'
import { closest } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import { scaleFraction, scaleNumber, scaleText, scalingPowers } from '../number/scaled.js'
import * as refusals from '../refusals.js'
import type { LineStore } from './lineStores.js'
import { createPayeeIndex, type PayeeIndex } from './payeeIndex.js'
import * as refused from './refusedTally.js'
import type { CommissionColumns, RefusedCounts } from './types.js'

/** Columns while they are built. */
export interface Building {
  readonly plan: ExactPlan
  readonly decimals: number
  /** 10 to the power of the decimals. */
  readonly power: number
  readonly payees: PayeeIndex
  readonly store: LineStore
  readonly refusals: refusals.Refusals
  readonly tally: refused.RefusedTally
  /** The places of all rows that were refused, where the caller asks for them. */
  readonly refusedRows: number[] | null
  /** Lines that are not in the store yet: it takes them a block at a time. */
  readonly places: Int32Array
  readonly amounts: Float64Array
  waiting: number
  /** Rows so far, without those that are waiting. */
  rows: number
}

/** As many lines are stored at once. */
export const BLOCK = 1024

export function startColumns(
  plan: ExactPlan,
  store: LineStore,
  decimals: number,
  refusedRows: number[] | null = null,
): Building {
  return {
    plan,
    decimals,
    power: scalingPowers[decimals] ?? 1,
    payees: createPayeeIndex(),
    store,
    refusals: refusals.noRefusals(),
    tally: refused.noneRefused(),
    refusedRows,
    places: new Int32Array(BLOCK),
    amounts: new Float64Array(BLOCK),
    waiting: 0,
    rows: 0,
  }
}

export function finishColumns(building: Building): CommissionColumns & RefusedCounts {
  storeWaiting(building)
  const { payees, decimals, rows, tally } = building
  const lines = building.store.finish()
  const rest = refusals.refusedRows(building.refusals)
  return {
    payees: [...payees.names],
    ...lines,
    decimals,
    rows,
    ...rest,
    issues: [...rest.issues],
    ...refused.writeTally(tally),
  }
}

/** Copies, as a view would be sent to another thread with all of its buffer, and could not be transferred while more is added. */
export function ownColumns<Columns extends CommissionColumns>(columns: Columns): Columns {
  return { ...columns, payee: columns.payee.slice(), amounts: columns.amounts.slice() }
}

/** Puts the lines that wait into the store. */
export function storeWaiting(building: Building): void {
  const { waiting } = building
  building.store.addBlock(building.places, building.amounts, waiting)
  building.rows += waiting
  building.waiting = 0
}

export function addFields(
  building: Building,
  payee: unknown,
  amount: unknown,
  row?: unknown,
): void {
  const { payees, power, decimals } = building
  const place = payees.places.get(payee)
  const scaled =
    typeof amount === 'number' ? scaleNumber(amount, power) : scaleOther(amount, decimals)
  if (place === undefined || Number.isNaN(scaled)) addSlowly(building, payee, amount, row)
  else addLine(building, place, scaled)
}

export function scaleOther(amount: unknown, decimals: number): number {
  return typeof amount === 'string' ? scaleText(amount, decimals) : Number.NaN
}

export function addLine(building: Building, place: number, scaled: number): void {
  const at = building.waiting
  building.places[at] = place
  building.amounts[at] = scaled
  building.waiting = at + 1
  if (at + 1 === BLOCK) storeWaiting(building)
}

/** Reads a row strictly; what is wrong with it is kept with its place, also a key of the row that was meant to be one of the two. */
export function addSlowly(
  building: Building,
  payee: unknown,
  amount: unknown,
  row?: unknown,
): void {
  const { payees, decimals } = building
  const isNamed = read.isName(payee)
  if (isFull(building)) {
    const fault = isNamed ? decimal.decimalFault(amount) : nameFault(payee)
    if (fault !== null) {
      refuse(building, payee, fault, NO_ISSUES)
      return
    }
  }
  const issues: Issue[] = []
  const name = isNamed ? payee : read.name(payee, ['payee'], issues)
  const exact = read.decimal(amount, ['amount'], issues)
  if (name === undefined || exact === undefined) {
    issues.push(...misspeltKeys(building, row, { payee, amount }))
    refuse(building, payee, refused.firstCode(issues), issues)
    return
  }
  const place = payees.places.get(name) ?? payees.add(name)
  const scaled = scaleFraction(exact, decimals)
  if (Number.isNaN(scaled)) addWide(building, place, exact)
  else addLine(building, place, scaled)
}

/** To compare words takes longer than all else about a row; a column that is misspelt is so in the first row already. */
const MOST_SUGGESTED = 20

/** The keys of a row that are nearly the name of a field that it lacks. Those of other fields are nobody's business. */
function misspeltKeys(
  { refusals: { refused: before } }: Building,
  row: unknown,
  fields: Readonly<Record<string, unknown>>,
): Issue[] {
  if (before >= MOST_SUGGESTED) return []
  const lacking = Object.keys(fields).filter((key) => (fields[key] ?? null) === null)
  const keys = lacking.length === 0 ? [] : Object.keys(read.record(row, [], []) ?? {})
  return keys
    .filter((key) => !Object.hasOwn(fields, key) && closest(key, lacking) !== null)
    .map((key) => read.unknownKey(key, [], lacking))
}

/** Whether what is wrong with further rows is no longer kept, so that nobody need write it. */
export function isFull(building: Building): boolean {
  return refusals.isFull(building.refusals)
}

/** What need not be written. */
export const NO_ISSUES: readonly Issue[] = []

/** Refuses a row, by the code of its first issue. */
export function refuse(
  building: Building,
  payee: unknown,
  code: IssueCode | undefined,
  issues: readonly Issue[],
): void {
  const row = building.rows + building.waiting
  const id = read.isName(payee) ? payee : undefined
  building.refusedRows?.push(row)
  refusals.refuseRow(building.refusals, row, issues, id)
  refused.countPayee(building.tally, id)
  refused.countCode(building.tally, code)
  building.rows += 1
}

/** What {@link read.name} says of what is no name. */
function nameFault(payee: unknown): IssueCode {
  return payee === undefined || payee === null ? 'VALUE_MISSING' : 'VALUE_INVALID'
}

export function addWide(building: Building, place: number, amount: Fraction): void {
  storeWaiting(building)
  building.store.addWide(place, amount)
  building.rows += 1
}

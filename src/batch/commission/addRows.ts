import type { Issue } from '../../kernel/index.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import { scaleNumber } from '../number/scaled.js'
import { requireIterable } from '../requireIterable.js'
import { beyondAmount, hasFlag } from './beyondAmount.js'
import {
  addFields,
  addSlowly,
  BLOCK,
  type Building,
  isFull,
  NO_ISSUES,
  refuse,
  scaleOther,
  storeWaiting,
} from './building.js'
import type { CommissionRow } from './types.js'

/** Adds rows a block at a time, which the engine compiles as a whole; one long loop is left half way for each new batch. */
export function addRows(building: Building, rows: Iterable<CommissionRow>): void {
  if (isList(rows)) {
    const length = lengthOf(rows, 'rows')
    building.store.reserve(building.waiting + length)
    for (let from = 0; from < length; from += BLOCK) addSlice(building, rows, from)
    return
  }
  requireIterable(rows, ['rows'])
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
export function lengthOf(list: unknown, name: string): number {
  const issues: Issue[] = []
  const length = read.length(list, [name], issues)
  refuseIfAny(issues)
  return length ?? 0
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
    else if (place === undefined || Number.isNaN(scaled))
      addSlowly(building, payee, amount, rows[index])
    else {
      const at = building.waiting
      places[at] = place
      amounts[at] = scaled
      building.waiting = at + 1
      if (at + 1 === BLOCK) storeWaiting(building)
    }
  }
}

export function addRow(building: Building, row: CommissionRow): void {
  const { payee, amount, more } = fieldsOf(row, building.plan.currency)
  if (more === null) addFields(building, payee, amount, row)
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
    if (!isForeign && !hasFlag(firstOrder) && !hasFlag(newMarket))
      return { payee, amount, more: null }
    const { order } = row as Required<CommissionRow>
    return { payee, amount, more: { payee, amount, currency, order, firstOrder, newMarket } }
  } catch {
    return UNREADABLE
  }
}

/** Adds a row where its amount says all that the plan pays for it. */
function addWithMore(building: Building, row: CommissionRow): void {
  const beyond = beyondAmount(row, building.plan)
  if (beyond === undefined) addFields(building, row.payee, row.amount)
  else refuse(building, row.payee, beyond.code, isFull(building) ? NO_ISSUES : [beyond.issue()])
}

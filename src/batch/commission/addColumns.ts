import type { Issue } from '../../kernel/index.js'
import { refuseIfAny } from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import { scaleFraction, unscale } from '../number/scaled.js'
import { refuseRow } from '../refusals.js'
import { addLine, addWide, type Building, storeWaiting } from './building.js'
import { exactAmount } from './exactAmount.js'
import type { PayeeIndex } from './payeeIndex.js'
import { countCode, countPayee } from './refusedTally.js'
import { requireColumns, requirePayee } from './requireColumns.js'
import type { CommissionColumns } from './types.js'

/** All is checked before any of it is added, as who mends the columns and gives them again would count lines twice. */
export function addColumns(building: Building, given: CommissionColumns): void {
  const columns = requireColumns(given)
  const wide = wideAmounts(columns)
  storeWaiting(building)
  const before = building.rows
  const places = columns.payees.map((name) => placeOf(name, building.payees))
  const isAlike = columns.decimals === building.decimals
  for (const [line, payee] of columns.payee.entries()) {
    const place = places[payee] ?? 0
    const amount = columns.amounts[line] ?? 0
    const exact = wide.get(line)
    if (isAlike && exact === undefined) addLine(building, place, amount)
    else addExact(building, place, exact ?? unscale(amount, columns.decimals))
    // A line that is the sum of several rows was counted as one.
    building.store.addCount(place, (columns.counts?.[line] ?? 1) - 1)
  }
  storeWaiting(building)
  for (const { row, id, issues } of columns.issues)
    refuseRow(building.refusals, before + row, issues, id)
  building.refusals.refused += columns.refused - columns.issues.length
  const { byPayee, byCode } = columns.tally
  for (const [payee, { rows }] of byPayee) countPayee(building.tally, payee, rows)
  for (const [code, { rows }] of byCode) countCode(building.tally, code, rows)
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

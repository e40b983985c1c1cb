import type { Issue, Path } from '../../kernel/index.js'
import {
  addDays,
  addMonths,
  asWarning,
  attempt,
  compare,
  type Fields,
  type Fraction,
  issueAt,
  ONE,
  readArray,
  readDate,
  readDecimal,
  readFields,
  readName,
  readRecord,
  readWritten,
  refuseIfAny,
  show,
  subtract,
  writeDecimal,
  ZERO,
} from '../../kernel/inside.js'
import type { Clawback, CommissionClawback, CommissionPlan } from '../types.js'
import { notPayable } from './readAdjustments.js'

/** A cancellation, read. */
export interface ReadSale {
  readonly id: string
  readonly commission: Fraction
  readonly soldOn: string
  readonly cancelledOn: string
  readonly share: Fraction
  readonly takenBefore: Fraction
  /** The day on which the time of the clawback is over; null where it has none. */
  readonly end: string | null
}

/** Reads cancellations; a row that is wrong is set aside with everything that is wrong with it. */
export function readCancelledSales(
  value: unknown,
  clawback: Clawback,
  plan: CommissionPlan,
): { readonly sales: readonly ReadSale[]; readonly notCounted: CommissionClawback['notCounted'] } {
  const issues: Issue[] = []
  const rows = readArray(value, ['sales'], issues) ?? []
  refuseIfAny(issues)
  const sales: ReadSale[] = []
  const byId = new Map<string, ReadSale[]>()
  const notCounted: { id: string | null; issue: Issue }[] = []
  for (const [index, row] of rows.entries()) {
    const found: Issue[] = []
    const path = ['sales', index]
    const sale = readSale(row, path, clawback, plan, found)
    const others = byId.get(sale?.id ?? '') ?? []
    if (sale !== undefined) found.push(...againstOthers(sale, others, path))
    const id = readName(readRecord(row, [], [])?.['id'], [], []) ?? null
    for (const issue of found) notCounted.push({ id, issue: asWarning(issue) })
    if (sale === undefined || found.length > 0) continue
    sales.push(sale)
    byId.set(sale.id, [...others, sale])
  }
  return { sales, notCounted }
}

const KEYS = ['id', 'commission', 'soldOn', 'cancelledOn', 'share', 'takenBefore']

function readSale(
  row: unknown,
  path: Path,
  clawback: Clawback,
  plan: CommissionPlan,
  issues: Issue[],
): ReadSale | undefined {
  const fields = readFields(row, path, KEYS, issues)
  if (fields === undefined) return undefined
  const id = readName(fields['id'], [...path, 'id'], issues)
  const commission = readPaid(fields, 'commission', path, plan, issues)
  const soldOn = readDate(fields['soldOn'], [...path, 'soldOn'], issues)
  const cancelledOn = readDate(fields['cancelledOn'], [...path, 'cancelledOn'], issues)
  const bounds = { minimum: ZERO, above: true, maximum: ONE }
  const share = readDecimal(fields['share'] ?? '1', [...path, 'share'], issues, bounds)
  const takenBefore = readPaid({ takenBefore: '0', ...fields }, 'takenBefore', path, plan, issues)
  if (soldOn === undefined || cancelledOn === undefined) return undefined
  issues.push(...tooEarly(soldOn, cancelledOn, path))
  const end = endOf(soldOn, clawback, path, issues)
  if (id === undefined || commission === undefined || share === undefined) return undefined
  if (takenBefore === undefined || end === undefined) return undefined
  return { id, commission, soldOn, cancelledOn, share, takenBefore, end }
}

/** An amount that was paid: zero or more, in the decimals that the plan pays. */
function readPaid(
  fields: Fields,
  key: string,
  path: Path,
  plan: CommissionPlan,
  issues: Issue[],
): Fraction | undefined {
  const amount = readWritten(fields[key], [...path, key], issues, { minimum: ZERO })
  if (amount !== undefined) issues.push(...notPayable(amount, [...path, key], plan.rounding))
  return amount
}

function tooEarly(from: string, to: string, path: Path): Issue[] {
  if (from <= to) return []
  const text = `got ${to}, which is before the sale on ${from}.`
  return [issueAt('DATES_OUT_OF_ORDER', [...path, 'cancelledOn'], { from, to }, text)]
}

function endOf(
  soldOn: string,
  clawback: Clawback,
  path: Path,
  issues: Issue[],
): string | null | undefined {
  if (clawback.kind === 'full') return null
  const { length, unit } = clawback.within
  const end = attempt(() => (unit === 'day' ? addDays(soldOn, length) : addMonths(soldOn, length)))
  if (end.ok) return end.value
  const params = { date: soldOn, from: null, to: '9999-12-31' }
  const text = `got ${soldOn}, from which the time of the clawback leads out of the years 1 to 9999.`
  issues.push(issueAt('DATE_NOT_COVERED', [...path, 'soldOn'], params, text))
  return undefined
}

/** Several rows of one sale speak of the same sale, cancel no more than the whole of it, and took back no more than was paid. */
function againstOthers(sale: ReadSale, others: readonly ReadSale[], path: Path): Issue[] {
  const [first] = others
  const found: Issue[] = []
  if (first !== undefined && compare(first.commission, sale.commission) !== 0)
    found.push(
      differs(writeDecimal(sale.commission), writeDecimal(first.commission), path, 'commission'),
    )
  if (first !== undefined && first.soldOn !== sale.soldOn)
    found.push(differs(sale.soldOn, first.soldOn, path, 'soldOn'))
  const cancelled = others.map(({ share }) => share)
  found.push(...tooMuch(sale.share, leftOf(ONE, cancelled), [...path, 'share']))
  const taken = others.map(({ takenBefore }) => takenBefore)
  const leftToTake = leftOf(sale.commission, taken)
  found.push(...tooMuch(sale.takenBefore, leftToTake, [...path, 'takenBefore']))
  return found
}

function differs(given: string, expected: string, path: Path, key: string): Issue {
  const text = `got ${show(given)}, expected ${show(expected)} as in the first row of the sale.`
  return issueAt('VALUE_INVALID', [...path, key], { given, expected }, text)
}

function leftOf(all: Fraction, parts: readonly Fraction[]): Fraction {
  return parts.reduce(subtract, all)
}

function tooMuch(part: Fraction, left: Fraction, path: Path): Issue[] {
  if (compare(part, left) <= 0) return []
  const params = { given: writeDecimal(part), minimum: '0', maximum: writeDecimal(left) }
  const text = `got ${params.given}, expected at most ${params.maximum}, which is what is left of the sale.`
  return [issueAt('NUMBER_OUT_OF_RANGE', path, params, text)]
}

import type { Issue, Path } from '../../kernel/index.js'
import { attempt } from '../../kernel/input/attempt.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Clawback, TimeSpan } from '../plan/terms.js'
import {
  CANCELLED_TOO_EARLY,
  CLAWBACK_OUT_OF_YEARS,
  DIFFERS_FROM_FIRST_ROW,
  MORE_THAN_IS_LEFT,
} from './issues.js'
import { notPayable } from './notPayable.js'
import type { CommissionClawback } from './types.js'

/** A cancellation, read. */
export interface ReadSale {
  readonly id: string
  readonly commission: Fraction
  readonly soldOn: string
  readonly cancelledOn: string
  readonly share: Fraction
  readonly takenBefore: Fraction
  /** The days on which the time of the clawback, or each step of it, is over; none where it has no time. */
  readonly ends: readonly string[]
}

/**
 * Reads cancellations; a row that is wrong is set aside with everything that is wrong with it. A key that nothing reads is refused: it is no
 * fault of the row but of the program that made it, the same in all of them, and to set them all aside would take back nothing.
 */
export function readCancelledSales(
  value: unknown,
  clawback: Clawback,
  plan: ExactPlan,
): { readonly sales: readonly ReadSale[]; readonly notCounted: CommissionClawback['notCounted'] } {
  const issues: Issue[] = []
  const rows = read.array(value, ['sales'], issues) ?? []
  addUnknownKeys(rows, issues)
  issue.refuseIfAny(issues)
  const sales: ReadSale[] = []
  const byId = new Map<string, ReadSale[]>()
  const notCounted: { id: string | null; issue: Issue }[] = []
  for (const [index, row] of rows.entries()) {
    const found: Issue[] = []
    const path = ['sales', index]
    const sale = readSale(row, path, { clawback, plan }, found)
    const others = byId.get(sale?.id ?? '') ?? []
    if (sale !== undefined) found.push(...againstOthers(sale, others, path))
    const id = read.name(read.record(row, [], [])?.['id'], [], []) ?? null
    for (const one of found) notCounted.push({ id, issue: issue.asWarning(one) })
    if (sale === undefined || found.length > 0) continue
    sales.push(sale)
    byId.set(sale.id, [...others, sale])
  }
  return { sales, notCounted }
}

const KEYS = ['id', 'commission', 'soldOn', 'cancelledOn', 'share', 'takenBefore']

function addUnknownKeys(rows: readonly unknown[], issues: Issue[]): void {
  for (const [index, row] of rows.entries())
    for (const key of Object.keys(read.record(row, [], []) ?? {}))
      if (!KEYS.includes(key)) issue.add(issues, read.unknownKey(key, ['sales', index], KEYS))
}

function readSale(
  row: unknown,
  path: Path,
  { clawback, plan }: { readonly clawback: Clawback; readonly plan: ExactPlan },
  issues: Issue[],
): ReadSale | undefined {
  const fields = read.fields(row, path, KEYS, issues)
  if (fields === undefined) return undefined
  const id = read.name(fields['id'], [...path, 'id'], issues)
  const commission = readPaid(fields['commission'], [...path, 'commission'], plan, issues)
  const soldOn = read.date(fields['soldOn'], [...path, 'soldOn'], issues)
  const cancelledOn = read.date(fields['cancelledOn'], [...path, 'cancelledOn'], issues)
  const bounds = { minimum: fraction.ZERO, above: true, maximum: fraction.ONE }
  const share = read.within(fields['share'] ?? '1', [...path, 'share'], issues, bounds)
  const takenBefore = readPaid(fields['takenBefore'] ?? '0', [...path, 'takenBefore'], plan, issues)
  if (soldOn === undefined || cancelledOn === undefined) return undefined
  issues.push(...tooEarly(soldOn, cancelledOn, path))
  const ends = endsOf(soldOn, clawback, path, issues)
  if (id === undefined || commission === undefined || share === undefined) return undefined
  if (takenBefore === undefined || ends === undefined) return undefined
  return { id, commission, soldOn, cancelledOn, share, takenBefore, ends }
}

/** An amount that was paid: zero or more, in the decimals that the plan pays. */
function readPaid(
  value: unknown,
  path: Path,
  { rounding }: ExactPlan,
  issues: Issue[],
): Fraction | undefined {
  const amount = read.written(value, path, issues, { minimum: fraction.ZERO })
  if (amount !== undefined) issues.push(...notPayable(amount, path, rounding.decimals))
  return amount
}

function tooEarly(from: string, to: string, path: Path): Issue[] {
  if (from <= to) return []
  return [issue.at(CANCELLED_TOO_EARLY, [...path, 'cancelledOn'], { from, to })]
}

function endsOf(
  soldOn: string,
  clawback: Clawback,
  path: Path,
  issues: Issue[],
): readonly string[] | undefined {
  const ends = attempt(() => spansOf(clawback).map((span) => endOf(soldOn, span)))
  if (ends.ok) return ends.value
  const params = { date: soldOn, from: null, to: '9999-12-31' }
  issues.push(issue.at(CLAWBACK_OUT_OF_YEARS, [...path, 'soldOn'], params))
  return undefined
}

function spansOf(clawback: Clawback): readonly TimeSpan[] {
  switch (clawback.kind) {
    case 'full':
      return []
    case 'window':
    case 'pro-rata':
      return [clawback.within]
    case 'months':
      return [{ length: clawback.months, unit: 'month' }]
    case 'steps':
      return clawback.steps.map(({ upTo }) => ({ length: upTo, unit: clawback.unit }))
  }
}

function endOf(soldOn: string, { length, unit }: TimeSpan): string {
  return unit === 'day' ? time.addDays(soldOn, length) : time.addMonths(soldOn, length)
}

/** Several rows of one sale speak of the same sale, cancel no more than the whole of it, and took back no more than was paid. */
function againstOthers(sale: ReadSale, others: readonly ReadSale[], path: Path): Issue[] {
  const [first] = others
  const found: Issue[] = []
  if (first !== undefined && fraction.compare(first.commission, sale.commission) !== 0)
    found.push(
      differs(write.decimal(sale.commission), write.decimal(first.commission), path, 'commission'),
    )
  if (first !== undefined && first.soldOn !== sale.soldOn)
    found.push(differs(sale.soldOn, first.soldOn, path, 'soldOn'))
  const cancelled = others.map(({ share }) => share)
  found.push(...tooMuch(sale.share, leftOf(fraction.ONE, cancelled), [...path, 'share']))
  const taken = others.map(({ takenBefore }) => takenBefore)
  const leftToTake = leftOf(sale.commission, taken)
  found.push(...tooMuch(sale.takenBefore, leftToTake, [...path, 'takenBefore']))
  return found
}

function differs(given: string, expected: string, path: Path, key: string): Issue {
  return issue.at(DIFFERS_FROM_FIRST_ROW, [...path, key], { given, expected })
}

function leftOf(all: Fraction, parts: readonly Fraction[]): Fraction {
  return parts.reduce(fraction.subtract, all)
}

function tooMuch(part: Fraction, left: Fraction, path: Path): Issue[] {
  if (fraction.compare(part, left) <= 0) return []
  const params = { given: write.decimal(part), maximum: write.decimal(left) }
  return [issue.at(MORE_THAN_IS_LEFT, path, params)]
}

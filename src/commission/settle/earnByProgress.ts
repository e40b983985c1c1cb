import type { Issue } from '../../kernel/index.js'
import { asWarning, issueAt, show, within } from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { readLine } from '../lines/readLine.js'
import type { CommissionLinesInput } from '../lines/types.js'
import type { CommissionPlan, CommissionRounding, DefinedCommissionPlan } from '../plan/types.js'
import { attributeCommission } from '../statement/attributeCommission.js'
import type { LineShare } from '../statement/types.js'
import type { Earned } from './earnByPeriod.js'
import type { Followed, OpenLineExact } from './readBalance.js'
import type { ProgressRow } from './readProgress.js'
import type { ReadPeriod } from './readSettlement.js'
import type { Settlement } from './types.js'

/** What became payable in a period, and how far each line is. */
export interface EarnedByProgress {
  readonly amount: Fraction
  readonly lines: Followed
  readonly notCounted: Settlement['notCounted']
}

/**
 * What becomes payable as lines are invoiced or collected: of each line's share of the commission, the part of its amount that was
 * invoiced or collected so far, rounded; less what was payable before. So whatever is collected in the end has paid its share to the
 * cent, in however many payments.
 *
 * A refund takes its share back as soon as it is booked. The part of its original that it takes back will not be paid by the
 * customer, and counts as if it were: what was never collected is neither paid nor missed.
 */
export function earnByProgress(
  earned: Earned,
  period: ReadPeriod,
  before: Followed,
  rows: readonly ProgressRow[],
  plan: DefinedCommissionPlan,
): EarnedByProgress {
  const { lines: shares } = within(period.path, () =>
    attributeCommission(earned.input as CommissionLinesInput, plan),
  )
  const lines = new Map(before)
  followNew(period, lines)
  applyShares(shares, earned.input as CommissionLinesInput, lines)
  applyRefunds(shares, lines)
  const notCounted = applyRows(rows, lines)
  const amount = fraction.subtract(payableOf(lines, plan), payableOf(before, plan))
  return { amount, lines, notCounted }
}

type Changing = Map<string, OpenLineExact>

function followNew({ facts }: ReadPeriod, lines: Changing): void {
  for (const row of read.array(facts['lines'], [], []) ?? []) {
    const line = readLine(row, [], [])
    if (line === undefined || lines.has(line.id)) continue
    const { id, amount, refundOf } = line
    lines.set(id, {
      amount,
      share: fraction.ZERO,
      progress: fraction.ZERO,
      refunded: fraction.ZERO,
      refundOf: typeof refundOf === 'object' ? refundOf.id : refundOf,
    })
  }
}

/** The lines of the statement have the shares that it gives them, and one that no longer counts has none. */
function applyShares(
  shares: readonly LineShare[],
  input: CommissionLinesInput,
  lines: Changing,
): void {
  for (const { id } of input.lines) change(lines, id, { share: fraction.ZERO })
  for (const { id, amount } of shares) change(lines, id, { share: decimal.known(amount) })
}

/** A refund that counts lowers, once, what can still be invoiced or collected on its original. */
function applyRefunds(shares: readonly LineShare[], lines: Changing): void {
  for (const { id } of shares) {
    const refund = lines.get(id)
    const original = lines.get(refund?.refundOf ?? '')
    if (refund?.refundOf === undefined || original === undefined) continue
    const refunded = fraction.add(original.refunded, fraction.negate(refund.amount))
    change(lines, refund.refundOf, { refunded })
    change(lines, id, { refundOf: undefined })
  }
}

function change(lines: Changing, id: string, to: Partial<OpenLineExact>): void {
  const line = lines.get(id)
  if (line !== undefined) lines.set(id, { ...line, ...to })
}

/** A row that names no line, or more than is open, is set aside; the others count. */
function applyRows(rows: readonly ProgressRow[], lines: Changing): Settlement['notCounted'] {
  return rows.flatMap((row) => {
    const line = lines.get(row.line)
    const issue = line === undefined ? unknown(row) : wrongAmount(row, line)
    if (issue !== undefined) return [{ line: row.line, issue: asWarning(issue) }]
    change(lines, row.line, { progress: fraction.add(line?.progress ?? fraction.ZERO, row.amount) })
    return []
  })
}

function unknown({ path, line }: ProgressRow): Issue {
  const text = `got ${show(line)}, expected a line of this or an earlier period that is not settled for good.`
  return issueAt('LINE_UNKNOWN', [...path, 'line'], { line }, text)
}

function wrongAmount({ path, line, amount }: ProgressRow, of: OpenLineExact): Issue | undefined {
  const at = [...path, 'amount']
  const given = write.decimal(amount)
  const open = openOf(of)
  if (fraction.compare(amount, open) > 0) {
    const params = { line, open: write.decimal(open) }
    const text = `got ${given}, and ${params.open} of ${show(line)} is open. Give what belongs to this line alone.`
    return issueAt('PAID_TOO_MUCH', at, params, text)
  }
  if (!fraction.isNegative(fraction.add(of.progress, amount))) return undefined
  const minimum = write.decimal(fraction.negate(of.progress))
  const text = `got ${given}, expected at least ${minimum}: no more comes back than came in.`
  return issueAt('NUMBER_OUT_OF_RANGE', at, { given, minimum, maximum: null }, text)
}

/** What can still be invoiced or collected; on a refund, nothing can. */
function openOf({ amount, progress, refunded }: OpenLineExact): Fraction {
  const open = fraction.subtract(amount, fraction.add(progress, refunded))
  return fraction.isNegative(open) ? fraction.ZERO : open
}

function payableOf(lines: Followed, { rounding }: CommissionPlan): Fraction {
  return fraction.sum([...lines.values()].map((line) => payable(line, rounding)))
}

function payable(line: OpenLineExact, rounding: CommissionRounding): Fraction {
  if (isSettled(line)) return line.share
  const done = fraction.add(line.progress, line.refunded)
  return fraction.round(fraction.divide(fraction.multiply(line.share, done), line.amount), rounding)
}

/** Whether all of a line is invoiced or collected; a refund, and a line of nothing, is so at once. */
function isSettled({ amount, progress, refunded }: OpenLineExact): boolean {
  return amount.n <= 0n || fraction.compare(fraction.add(progress, refunded), amount) >= 0
}

/** The lines that are not wholly invoiced or collected yet. */
export function withoutSettled(lines: Followed): Followed {
  return new Map([...lines].filter(([, line]) => !isSettled(line)))
}

import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { type GivenLine, refundedId } from '../lines/readLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { ExactPart } from '../plan/paymentParts.js'
import type { PaymentTerms } from '../plan/terms.js'
import type { Shares } from './account.js'
import { exactTerms } from './exactTerms.js'
import { addOthers, type Handed, handedMore, handedOf, NOBODY } from './handedParts.js'
import { CAME_BACK_TOO_MUCH, LINE_UNKNOWN, PAID_TOO_MUCH } from './issues.js'
import { counterFor, isSettled, isWaiting, payable, payableParts } from './payableParts.js'
import type { OpenLineExact, OpenLines } from './readBalance.js'
import type { ReadPeriod } from './readPeriodRow.js'
import type { ProgressRow } from './readProgress.js'
import type { SetAside } from './withoutFollowed.js'

/** What became payable in a period. */
export interface ProgressEarnings {
  readonly amount: Fraction
  readonly parts: readonly PartDue[]
  /** What of it belongs to others, and is not among the amount. */
  readonly handed: readonly Handed[]
  readonly notCounted: readonly SetAside[]
}

/** What a period pays of one part of a line's share; the first part is 1. */
export interface PartDue {
  readonly line: string
  readonly part: number
  readonly amount: Fraction
}

/** What a period has earned, after all caps, and what its lines are paid of it once all of them is invoiced or collected. */
export interface ToProgress {
  readonly amount: Fraction
  readonly shares: Shares
  /** The lines that it was computed from, those that do not count among them. */
  readonly given: readonly Pick<GivenLine, 'id'>[]
}

/** Lines that are followed, and what was invoiced or collected of them. */
export interface Progress {
  readonly lines: OpenLines
  readonly rows: readonly ProgressRow[]
  /** When the parts of the lines that come now are paid. */
  readonly parts: readonly ExactPart[]
  /** Whether the payee's last period is over. */
  readonly isAfter: boolean
}

/**
 * What becomes payable as time passes and lines are invoiced or collected: of each part of a line's share of the commission, as much as the
 * line has reached of it so far, rounded; less what was payable before. So whatever is collected in the end has paid its share to the
 * cent, in however many payments.
 *
 * What no line has a share of, a flat amount of a period without lines, is payable at once.
 *
 * A refund takes its share back as soon as it is booked. The part of its original that it takes back will not be paid by the
 * customer, and counts as if it were: what was never collected is neither paid nor missed.
 *
 * The open lines are those of the settlement, and change with it.
 */
export function earnByProgress(
  earnings: ToProgress,
  period: ReadPeriod,
  { lines, rows, parts, isAfter }: Progress,
  plan: ExactPlan,
): ProgressEarnings {
  const { shares } = earnings
  const changing = { lines, before: new Map<string, OpenLineExact>() }
  growOlder(changing)
  openNew(period, lines, parts)
  applyShares(earnings, changing)
  const withoutLine = fraction.subtract(earnings.amount, shareChange(changing))
  applyRefunds(shares, changing)
  const notCounted = rows.flatMap((row) => applyRow(row, changing))
  const share = isAfter ? exactTerms(plan.payment as PaymentTerms).afterLeaving : null
  const dues = partsDue(changing, plan)
  const handed = handedIn(changing, plan)
  const own = [...dues, ...handed.map(taken)]
  const due = share === null ? sumOf(own) : dueAfter(own, share, { lines, plan })
  const amount = fraction.add(due, withoutLine)
  return { amount, parts: dues, handed, notCounted }
}

/** Open lines, and what those that have changed were before. */
interface Changing {
  readonly lines: OpenLines
  readonly before: Map<string, OpenLineExact>
}

function change({ lines, before }: Changing, id: string, to: Partial<OpenLineExact>): void {
  const line = lines.get(id)
  if (line === undefined) return
  if (!before.has(id)) before.set(id, line)
  lines.set(id, { ...line, ...to })
}

/** A part that waits for its time is a period nearer to it. */
function growOlder(changing: Changing): void {
  for (const [id, line] of changing.lines)
    if (isWaiting(line)) change(changing, id, { age: line.age + 1 })
}

function openNew({ sales }: ReadPeriod, lines: OpenLines, parts: readonly ExactPart[]): void {
  for (const { id, amount, refundOf } of sales.lines ?? []) {
    if (lines.has(id)) continue
    lines.set(id, {
      amount,
      share: fraction.ZERO,
      parts,
      age: 0,
      progress: fraction.ZERO,
      invoiced: fraction.ZERO,
      others: NOBODY,
      refunded: fraction.ZERO,
      refundOf: refundOf && refundedId(refundOf),
      takesBack: undefined,
      sinceFinal: fraction.ZERO,
    })
  }
}

/** The lines of the statement have the shares that it gives them, and one that no longer counts has none. */
function applyShares({ given, shares }: ToProgress, changing: Changing): void {
  for (const { id } of given) {
    const share = shares.get(id)?.capped ?? fraction.ZERO
    const before = changing.lines.get(id)?.share ?? share
    if (fraction.compare(before, share) !== 0) change(changing, id, { share })
  }
}

/** A refund that counts lowers, once, what can still be invoiced or collected on its original. */
function applyRefunds(shares: Shares, changing: Changing): void {
  for (const id of shares.keys()) {
    const refund = changing.lines.get(id)
    const original = changing.lines.get(refund?.refundOf ?? '')
    if (refund?.refundOf === undefined || original === undefined) continue
    const refunded = fraction.subtract(original.refunded, refund.amount)
    change(changing, refund.refundOf, { refunded })
    change(changing, id, { refundOf: undefined, takesBack: refund.refundOf })
  }
}

/** A row that names no line, or more than is open, is set aside; the others count. */
function applyRow(row: ProgressRow, changing: Changing): SetAside[] {
  const line = changing.lines.get(row.line)
  const counter = line === undefined ? 'progress' : counterFor(line, row.list)
  const fault = line === undefined ? unknown(row) : wrongAmount(row, line, counter)
  if (fault !== null) return [{ line: row.line, issue: issue.asWarning(fault) }]
  const came = fraction.add(line?.[counter] ?? fraction.ZERO, row.amount)
  const others = addOthers(line?.others ?? NOBODY, row.others, row.amount)
  change(changing, row.line, { [counter]: came, others })
  return []
}

function unknown({ path, line }: ProgressRow): Issue {
  return issue.at(LINE_UNKNOWN, [...path, 'line'], { line })
}

function wrongAmount(
  { path, line, amount }: ProgressRow,
  of: OpenLineExact,
  counter: 'progress' | 'invoiced',
): Issue | null {
  const came = of[counter]
  const open = openOf(of, came)
  const given = write.decimal(amount)
  if (fraction.compare(amount, open) > 0)
    return issue.at(PAID_TOO_MUCH, [...path, 'amount'], { given, line, open: write.decimal(open) })
  if (!fraction.isNegative(fraction.add(came, amount))) return null
  const minimum = write.decimal(fraction.negate(came))
  return issue.at(CAME_BACK_TOO_MUCH, [...path, 'amount'], { given, minimum })
}

/** What can still be invoiced or collected; on a refund, nothing can. */
function openOf({ amount, refunded }: OpenLineExact, came: Fraction): Fraction {
  const open = fraction.subtract(amount, fraction.add(came, refunded))
  return fraction.isNegative(open) ? fraction.ZERO : open
}

/** What the shares of the lines that have changed come to, less what they were. */
function shareChange({ lines, before }: Changing): Fraction {
  const changes = [...before].map(([id, was]) =>
    fraction.subtract(lines.get(id)?.share ?? was.share, was.share),
  )
  return fraction.sum(changes)
}

/** What the lines that have changed make payable more, or less, than before, part by part. */
function partsDue({ lines, before }: Changing, { rounding }: ExactPlan): PartDue[] {
  return [...before].flatMap(([line, was]) => {
    const earlier = payableParts(was, rounding)
    return payableParts(lines.get(line) ?? was, rounding).map((amount, index) => ({
      line,
      part: index + 1,
      amount: fraction.subtract(amount, earlier[index] ?? fraction.ZERO),
    }))
  })
}

/** What of the lines that have changed belongs to others more, or less, than before. */
function handedIn({ lines, before }: Changing, { rounding }: ExactPlan): Handed[] {
  const of = (line: string, state: OpenLineExact) =>
    handedOf(state, rounding).map(([payee, amount]) => ({ line, payee, amount }))
  const was = [...before].flatMap(([id, line]) => of(id, line))
  const is = [...before].flatMap(([id, line]) => of(id, lines.get(id) ?? line))
  return handedMore(is, was)
}

function taken({ line, amount }: Handed): LineDue {
  return { line, amount: fraction.negate(amount) }
}

type LineDue = Pick<PartDue, 'line' | 'amount'>

function sumOf(parts: readonly LineDue[]): Fraction {
  return fraction.sum(parts.map(({ amount }) => amount))
}

/**
 * Of what becomes due of a line once the payee has left, a share. What refunds and bounced payments take back of it is the same share of
 * it; what was due before is taken back in full.
 */
function dueAfter(
  parts: readonly LineDue[],
  share: Fraction,
  { lines, plan }: { readonly lines: OpenLines; readonly plan: ExactPlan },
): Fraction {
  const paid = (due: Fraction) =>
    fraction.isNegative(due) ? due : fraction.round(fraction.multiply(due, share), plan.rounding)
  const due = new Map<string, Fraction>()
  for (const { line, amount } of parts)
    due.set(line, fraction.add(due.get(line) ?? fraction.ZERO, amount))
  const amounts = [...due].map(([id, amount]) => {
    const original = lines.get(id)?.takesBack ?? ''
    const root = lines.has(original) ? original : id
    const line = lines.get(root) as OpenLineExact
    const sinceFinal = fraction.add(line.sinceFinal, amount)
    lines.set(root, { ...line, sinceFinal })
    return fraction.subtract(paid(sinceFinal), paid(line.sinceFinal))
  })
  return fraction.sum(amounts)
}

/** Takes out the lines of which nothing more comes; one of which only a share was paid stays, as only that can be taken back. */
export function dropSettled(lines: OpenLines): void {
  for (const [id, line] of lines)
    if (isSettled(line) && fraction.isZero(line.sinceFinal)) lines.delete(id)
}

/** What open lines have not paid yet of their shares: a plan that pays what is booked owes it at once, and follows none of them. */
export function payOpenLines(lines: OpenLines, { rounding }: ExactPlan): Fraction {
  let amount = fraction.ZERO
  for (const line of lines.values())
    amount = fraction.add(amount, fraction.subtract(line.share, payable(line, rounding)))
  lines.clear()
  return amount
}

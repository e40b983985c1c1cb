import type { Issue, Path } from '../../kernel/index.js'
import type { Fields } from '../../kernel/input/read.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as digest from '../../kernel/policy/digest.js'
import * as time from '../../kernel/time/time.js'
import {
  CAP_SPANS,
  type CapSpan,
  isSameSpan,
  nameOfSpan,
  type Period,
  spanOf,
} from '../lines/periods.js'
import type { CommissionInput } from '../lines/types.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { CommissionStatement } from '../statement/types.js'
import { asJson } from './asJson.js'
import { COUNTED } from './counted.js'
import { planOfBalance } from './planOfBalance.js'
import { checksDiffer, differencesOf, inside, reasonsOf, reasonsWithout } from './reasonsOf.js'
import type { CommissionCorrection, CorrectionReason } from './types.js'

/** What was paid to somebody for a period, or what is due to them. */
export interface Entry {
  readonly path: Path
  readonly payee: string
  readonly period: Period
  readonly amount: Fraction
}

/** What was paid, as it came from an archive. */
export interface PaidEntry extends Entry {
  readonly fields: Fields
}

/** What is due by a clean run. */
export interface DueEntry extends Entry {
  readonly statement: CommissionStatement
  /** Before the cap of the year. */
  readonly earned: Fraction
  /** What it still has to true up; null where it has not. */
  readonly owed: Fraction | null
  /** Refunds of lines that only an account knows. */
  readonly unknown: readonly Issue[]
  /** What it was computed from, as JSON. */
  readonly now: CommissionInput
}

/** What there was before: statements, and corrections of them. */
interface Archive {
  readonly paid: readonly PaidEntry[]
  readonly corrected: readonly PaidEntry[]
}

/** The corrections of periods that are other than was paid, or that count one which is. */
export function correctionsOf(
  due: readonly DueEntry[],
  { paid, corrected }: Archive,
  plan: ExactPlan,
): CommissionCorrection[] {
  const compared = due.map((one) => compare(one, paid, corrected))
  const others = compared.filter((one) => isOther(one, plan))
  const own = new Set(others)
  // What an earlier period moves is corrected with it, whatever it comes to.
  const isMoved = (one: Compared) => others.some((other) => countsIn(one.due, other.due, plan))
  return compared
    .filter((one) => own.has(one) || isMoved(one) || isOfUnknownSpan(one, plan))
    .map((one) => {
      const reasons = own.has(one) ? reasonsFor(one, plan) : reasonsBeyond(one, isMoved(one), plan)
      return correct(one, reasons, { paid, given: due }, plan)
    })
}

/**
 * Where a plan trues up, a statement does not say whether it is of its period alone or to date, as that of somebody who leaves is; so the
 * same figures may be other facts.
 */
function isOfUnknownSpan({ earlier }: Compared, { payment }: ExactPlan): boolean {
  return earlier.length === 0 && (payment?.trueUp ?? 'every-period') !== 'every-period'
}

/** What is due for a period, and what was paid for it: by its statement, and by corrections of that. */
interface Compared {
  readonly due: DueEntry
  readonly original: PaidEntry | undefined
  readonly earlier: readonly PaidEntry[]
  readonly before: Fraction
}

function compare(
  due: DueEntry,
  paid: readonly PaidEntry[],
  corrected: readonly PaidEntry[],
): Compared {
  const original = paid.find(isFor(due))
  const earlier = corrected.filter(isFor(due))
  const all = [...(original === undefined ? [] : [original]), ...earlier]
  return { due, original, earlier, before: fraction.sum(all.map(({ amount }) => amount)) }
}

function isFor({ payee, period }: Entry): (other: Entry) => boolean {
  return (other) => other.payee === payee && time.isSamePeriod(other.period, period)
}

/** Whether a period is other than was paid: in what is due, in what it earned, or in what a settlement computes it from. */
function isOther({ due, original, earlier, before }: Compared, { payment }: ExactPlan): boolean {
  if (fraction.compare(due.amount, before) !== 0) return true
  const latest = latestOf(earlier)
  return (
    !isEarnedAlready(due, original, latest) ||
    (payment !== null && !isOfSameFacts(due, original, latest))
  )
}

/** Of corrections of one period the last; of those that an archive does not number, the last in the list. */
function latestOf(corrected: readonly PaidEntry[]): PaidEntry | undefined {
  let latest: PaidEntry | undefined
  for (const one of corrected)
    if (latest === undefined || numberOf(one) >= numberOf(latest)) latest = one
  return latest
}

function numberOf({ fields }: PaidEntry): number {
  return read.integer(fields['number'] ?? 1, [], [], COUNTED) ?? 1
}

/** Whether the statement, or the last correction of it, says that the period has earned this before the cap of the year. */
function isEarnedAlready(
  due: DueEntry,
  original: PaidEntry | undefined,
  latest: PaidEntry | undefined,
): boolean {
  const earned =
    latest === undefined
      ? original && fraction.subtract(original.amount, fraction.sum(cutsOf(original)))
      : read.written(latest.fields['earned'], [], [])
  if (earned === undefined) return latest !== undefined
  return fraction.compare(earned, due.earned) === 0
}

/**
 * Whether the period was computed from these facts, as far as that is known: a correction says them all, a statement its figures and
 * none of its lines.
 */
function isOfSameFacts(
  { now, statement }: DueEntry,
  original: PaidEntry | undefined,
  latest: PaidEntry | undefined,
): boolean {
  const before = latest?.fields['now']
  if (before !== undefined) return digest.digestOf(asJson(before)) === digest.digestOf(now)
  if (now.lines !== undefined) return false
  if (original === undefined) return true
  const differences = differencesOf(statement, original.fields)
  return (
    differences.every(({ field }) => field === 'policy') &&
    !checksDiffer(statement, original.fields)
  )
}

/** What caps of spans took from a statement; or the cap of one of them. */
function cutsOf({ fields }: PaidEntry, span?: CapSpan): Fraction[] {
  const list = read.array(fields['adjustments'], [], []) ?? []
  const kinds: readonly unknown[] = (span === undefined ? CAP_SPANS : [span]).map(
    (one) => `cap-${one}`,
  )
  return list
    .filter((one) => kinds.includes(inside(one, 'kind')))
    .map((one) => read.written(inside(one, 'amount'), [], []) ?? fraction.ZERO)
}

/** What is due less what was paid. */
function correct(
  { due, earlier, before }: Compared,
  reasons: readonly CorrectionReason[],
  { paid, given }: { readonly paid: readonly PaidEntry[]; readonly given: readonly DueEntry[] },
  plan: ExactPlan,
): CommissionCorrection {
  const { currency } = plan
  return {
    payee: due.payee,
    period: time.writeAnyPeriod(due.period),
    number: Math.max(0, ...earlier.map(numberOf)) + 1,
    paid: write.money(before, currency),
    due: due.statement.amount,
    amount: write.money(fraction.subtract(due.amount, before), currency),
    currency,
    reasons,
    earned: write.money(due.earned, currency),
    ...(due.owed && { owed: write.money(due.owed, currency) }),
    now: due.now,
    policy: planOfBalance(plan.json),
    ...(due.unknown.length > 0 && { issues: due.unknown }),
    alsoRestate: paid
      .filter((one) => isChangedBy(due, one, plan) && !given.some(isFor(one)))
      .map(({ period }) => period.name),
  }
}

/** What differs is an earlier period that its span counts, or maybe what a true-up counts. */
function reasonsBeyond({ due }: Compared, isMoved: boolean, { currency }: ExactPlan) {
  const is = write.money(due.earned, currency)
  return [{ field: isMoved ? 'earlier-period' : 'true-up', was: null, is } as const]
}

function reasonsFor({ due, original, earlier, before }: Compared, { currency }: ExactPlan) {
  const isCorrectedBefore = earlier.length > 0
  return original === undefined
    ? reasonsWithout(due.statement, isCorrectedBefore ? write.money(before, currency) : null)
    : reasonsOf(due.statement, original.fields, isCorrectedBefore)
}

/** Later periods that look at this one: their span has it, they take back a line of it, or the cap of a span that both are in cut them. */
function isChangedBy(due: DueEntry, later: PaidEntry, plan: ExactPlan): boolean {
  if (countsIn(later, due, plan) || takesBack(later, due)) return true
  const isSame = (span: CapSpan) =>
    nameOfSpan(later.period, span, plan) === nameOfSpan(due.period, span, plan)
  return (
    isLater(later, due) && CAP_SPANS.some((span) => isSame(span) && cutsOf(later, span).length > 0)
  )
}

/** Whether a statement took back what a line of an earlier period had earned. */
function takesBack(later: PaidEntry, earlier: DueEntry): boolean {
  const refunds = read.array(later.fields['refunds'] ?? [], [], []) ?? []
  const ids = new Set(earlier.now.lines?.map(({ id }) => id))
  return isLater(later, earlier) && refunds.some((one) => ids.has(String(inside(one, 'refundOf'))))
}

/** Whether a period counts what an earlier one of its span has sold. */
function countsIn(later: Entry, earlier: Entry, plan: ExactPlan): boolean {
  if ((plan.payment?.accrual ?? 'period') === 'period' || !isLater(later, earlier)) return false
  return isSameSpan(spanOf(later.period, plan), spanOf(earlier.period, plan))
}

function isLater(one: Entry, other: Entry): boolean {
  return one.payee === other.payee && one.period.from > other.period.to
}

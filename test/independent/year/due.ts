import { add, type Fraction, subtract, sum, zero } from '../../oracle/fraction.js'
import { type Span, spanOf, spans } from './calendar.js'
import type { Earned, Known } from './earn.js'
import { amountOf, at, lastIndexOf, toCents } from './exact.js'
import { type Counted, collectedThrough, partOf, type Sale } from './lines.js'
import { letThrough } from './scale.js'
import { mirroredIn, type Shares, sharesOf } from './shares.js'

type Payments = readonly (readonly { readonly line: string; readonly amount: string }[])[]

/** Step 14: what each period's payee is due. `earned` is of all periods, over the years. */
export function dueEach(
  known: readonly Known[],
  earned: readonly Earned[],
  payments: Payments,
): readonly Fraction[] {
  if (known.every(({ plan }) => isBooked(plan))) return earned.map(({ capped }) => capped)
  const shares: Shares = new Map()
  const atOnce = new Map<number, Fraction>()
  const dues: Fraction[] = []
  let before = zero
  for (const index of known.keys()) {
    shareOut(known, earned, index, shares, atOnce)
    const through = dueThrough(known, index, shares, atOnce, payments)
    dues.push(afterLeaving(known, index, subtract(through, before)))
    before = through
  }
  return dues
}

function isBooked({ payment }: Known['plan']): boolean {
  return payment.on === undefined || payment.on === 'booked'
}

/** Without lines, or without sales in them, what was earned is due at once. */
function shareOut(
  known: readonly Known[],
  earned: readonly Earned[],
  index: number,
  shares: Shares,
  atOnce: Map<number, Fraction>,
): void {
  const { statement } = at(earned, index)
  const { first, lines } = statement
  const amount = sum(earned.slice(first, index + 1).map(({ capped }) => capped))
  const mirrored = sum(
    known.slice(first, index + 1).map((period) => mirroredIn(period.lines, shares)),
  )
  const { cap } = at(known, index).plan
  const used = spans.map((span) => [span, usedBefore(known, earned, first, span)] as const)
  const shared = sharesOf({ ...statement, amount: add(amount, mirrored) }, (figure) =>
    used.reduce((left, [span, before]) => letThrough(before, left, cap?.[span]), figure),
  )
  for (const [id, share] of shared) shares.set(id, share)
  atOnce.set(first, lines.length === 0 ? amount : zero)
}

/** What the cap of a span looked at before a period, since the last restart. */
function usedBefore(
  known: readonly Known[],
  earned: readonly Earned[],
  first: number,
  span: Span,
): Fraction {
  const { plan, facts } = at(known, first)
  const own = spanOf(facts.period, span, plan.yearStartsIn)
  const restart = lastIndexOf(known.slice(0, first + 1), ({ change }) => change === 'restart')
  const isInSpan = (period: Known) => spanOf(period.facts.period, span, plan.yearStartsIn) === own
  return sum(
    earned
      .slice(0, first)
      .filter((_, index) => index >= restart && isInSpan(at(known, index)))
      .map(({ beforeCapOf }) => beforeCapOf[span]),
  )
}

function dueThrough(
  known: readonly Known[],
  last: number,
  shares: Shares,
  atOnce: ReadonlyMap<number, Fraction>,
  payments: Payments,
): Fraction {
  const lines = known.map((period) => period.lines)
  const collected = collectedThrough(last, lines, payments)
  const periods = known.slice(0, last + 1)
  const byLine = periods.flatMap((period) =>
    period.lines.map((line) =>
      partDue(line, shares, isSettled(periods, period.index) ? undefined : collected),
    ),
  )
  return add(sum(byLine), sum([...atOnce.values()]))
}

/** Whether all of a period's lines were due: it was booked, or a plan that books has come since. */
function isSettled(periods: readonly Known[], index: number): boolean {
  return periods.slice(index).some(({ plan }) => isBooked(plan))
}

function partDue(
  line: Counted,
  shares: Shares,
  collected: ReadonlyMap<string, Fraction> | undefined,
): Fraction {
  if (line.kind === 'refund' && line.isMirrored) return subtract(zero, mirroredIn([line], shares))
  const share = shares.get(line.id) ?? zero
  if (line.kind === 'refund' || collected === undefined || line.amount.n <= 0n) return share
  return toCents(partOf(share, collected.get((line as Sale).id) ?? zero, line.amount))
}

function afterLeaving(known: readonly Known[], index: number, due: Fraction): Fraction {
  const hasLeft = known.slice(0, index).some(({ isFinal }) => isFinal)
  const { afterLeaving: part } = at(known, index).plan.payment
  if (!hasLeft || part === undefined) return due
  return toCents(partOf(due, amountOf(part), amountOf('1')))
}

import {
  add,
  divide,
  type Fraction,
  multiply,
  subtract,
  sum,
  toDecimal,
  zero,
} from '../../oracle/fraction.js'
import { type Span, spanOf, spans } from './calendar.js'
import type { Earned, Known } from './earn.js'
import { amountOf, at, isBelow, lastIndexOf, one, positive, toCents } from './exact.js'
import type { Part, Plan } from './facts.js'
import { type Counted, collectedThrough, partOf } from './lines.js'
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

/** Whether all of a line is due with it. */
export function isBooked({ payment }: Pick<Plan, 'payment'>): boolean {
  return payment.parts === undefined && (payment.on === undefined || payment.on === 'booked')
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
      lineDue(
        line,
        shares,
        isSettled(periods, period.index)
          ? undefined
          : {
              parts: partsOf(period.plan),
              age: last - period.index,
              done: collected.get(line.id) ?? zero,
              refunded: refundedOf(line.id, periods),
            },
      ),
    ),
  )
  return add(sum(byLine), sum([...atOnce.values()]))
}

/** Whether all of a period's lines were due: it was booked, or a plan that books has come since. */
function isSettled(periods: readonly Known[], index: number): boolean {
  return periods.slice(index).some(({ plan }) => isBooked(plan))
}

/** What of a line's share has come: with time, invoices, cash, and with what was taken back of it. */
interface Coming {
  readonly parts: readonly Part[]
  readonly age: number
  readonly done: Fraction
  readonly refunded: Fraction
}

function partsOf({ payment }: Known['plan']): readonly Part[] {
  return payment.parts ?? [{ share: '1', on: payment.on ?? 'booked' }]
}

function refundedOf(id: string, periods: readonly Known[]): Fraction {
  const refunds = periods.flatMap(({ lines }) =>
    lines.filter((line) => line.kind === 'refund' && line.of.id === id),
  )
  return sum(refunds.map(({ amount }) => subtract(zero, amount)))
}

function lineDue(line: Counted, shares: Shares, coming: Coming | undefined): Fraction {
  if (line.kind === 'refund' && line.isMirrored) return subtract(zero, mirroredIn([line], shares))
  const share = shares.get(line.id) ?? zero
  if (line.kind === 'refund' || coming === undefined || line.amount.n <= 0n) return share
  const later = coming.parts
    .slice(1)
    .map((part) => downToCents(multiply(share, ratioOf(part.share))))
  const amounts = [subtract(share, sum(later)), ...later]
  return sum(coming.parts.map((part, index) => partDue(at(amounts, index), part, line, coming)))
}

/** A part is due as far as the line has come by which it is paid; what was taken back of the line counts as come. */
function partDue(
  whole: Fraction,
  { on, after = 0, from = '0' }: Part,
  { amount }: Counted,
  { age, done, refunded }: Coming,
): Fraction {
  const left = subtract(amount, refunded)
  const ofBooked = () => (age >= after ? left : zero)
  const inFull = () => (isBelow(done, amount) ? zero : left)
  const bitByBit = () => {
    const above = subtract(subtract(done, refunded), multiply(amountOf(from), left))
    return positive(divide(above, subtract(one, amountOf(from))))
  }
  const came = on === 'booked' ? ofBooked() : on === 'paid-in-full' ? inFull() : bitByBit()
  const reached = add(came, refunded)
  return isBelow(reached, amount) ? toCents(partOf(whole, reached, amount)) : whole
}

function ratioOf(text: string): Fraction {
  const [whole = '0', part = '1'] = text.split('/')
  return divide(amountOf(whole), amountOf(part))
}

function downToCents(value: Fraction): Fraction {
  return amountOf(toDecimal(value, 2, 'down'))
}

function afterLeaving(known: readonly Known[], index: number, due: Fraction): Fraction {
  const hasLeft = known.slice(0, index).some(({ isFinal }) => isFinal)
  const { afterLeaving: part } = at(known, index).plan.payment
  if (!hasLeft || part === undefined) return due
  return toCents(partOf(due, amountOf(part), amountOf('1')))
}

import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import { type ExactPart, listsOf, type ProgressList } from '../plan/paymentParts.js'
import type { OpenLineExact } from './readBalance.js'

type Rounding = ExactPlan['rounding']

/** What is payable of a line's share so far. */
export function payable(line: OpenLineExact, rounding: Rounding): Fraction {
  return fraction.sum(payableParts(line, rounding))
}

/**
 * What is payable of each part of a line's share so far: of what the part comes to, as much as the line has reached of it, rounded. What
 * refunds take back of the line will not be paid by the customer, and counts as if it were.
 */
export function payableParts(line: OpenLineExact, rounding: Rounding): Fraction[] {
  return partsAt(line, rounding, (part) => fraction.add(reachedOf(part, line), line.refunded))
}

/** What of it came by cash: of the parts that wait for cash, as much as was collected of them, whatever refunds take back. */
export function payableByCash(line: OpenLineExact, rounding: Rounding): Fraction {
  const came = (part: ExactPart) => (isByCash(part) ? reachedOf(part, line) : fraction.ZERO)
  return fraction.sum(partsAt(line, rounding, came))
}

function partsAt(
  line: OpenLineExact,
  rounding: Rounding,
  doneOf: (part: ExactPart) => Fraction,
): Fraction[] {
  const amounts = splitShare(line, rounding)
  return line.parts.map((part, index) => {
    const whole = amounts[index] ?? fraction.ZERO
    const done = doneOf(part)
    if (line.amount.n <= 0n || fraction.compare(done, line.amount) >= 0) return whole
    return fraction.round(fraction.divide(fraction.multiply(whole, done), line.amount), rounding)
  })
}

function isByCash({ on }: ExactPart): boolean {
  return on === 'collected' || on === 'paid-in-full'
}

/** What each part of a share comes to, in whole cents; what they leave over is the first one's. */
function splitShare({ parts, share }: OpenLineExact, { decimals }: Rounding): Fraction[] {
  const later = parts
    .slice(1)
    .map((part) => fraction.round(fraction.multiply(share, part.share), { mode: 'down', decimals }))
  return [fraction.subtract(share, fraction.sum(later)), ...later]
}

/** How much of what is left of a line has come by which a part is paid. */
function reachedOf({ on, after, from }: ExactPart, line: OpenLineExact): Fraction {
  const left = fraction.subtract(line.amount, line.refunded)
  if (on === 'booked') return line.age >= after ? left : fraction.ZERO
  const came = line[counterFor(line, on === 'invoiced' ? on : 'collected')]
  if (on === 'paid-in-full') return fraction.compare(came, left) >= 0 ? came : fraction.ZERO
  if (fraction.isZero(from)) return came
  const beyond = fraction.subtract(came, fraction.multiply(from, left))
  const counted = fraction.divide(beyond, fraction.subtract(fraction.ONE, from))
  return fraction.larger(fraction.ZERO, counted)
}

/** Where a line counts what came of a list: what waits for both counts each on its own. */
export function counterFor(
  { parts }: Pick<OpenLineExact, 'parts'>,
  list: ProgressList,
): 'progress' | 'invoiced' {
  return list === 'invoiced' && listsOf(parts).length > 1 ? 'invoiced' : 'progress'
}

/** Whether nothing more comes of a line: of a refund, and of a line of nothing, all came at once. */
export function isSettled(line: OpenLineExact): boolean {
  return line.amount.n <= 0n || (!isWaiting(line) && hasAllCome(line))
}

/** Whether a part of a line waits for its time. */
export function isWaiting({ parts, age }: Pick<OpenLineExact, 'parts' | 'age'>): boolean {
  return parts.some(({ after }) => after > age)
}

function hasAllCome(line: OpenLineExact): boolean {
  return listsOf(line.parts).every((list) => {
    const came = fraction.add(line[counterFor(line, list)], line.refunded)
    return fraction.compare(came, line.amount) >= 0
  })
}

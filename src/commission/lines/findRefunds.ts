/**
 * What a refund takes off the sales of one payee's statement: here it meets the line that it names, and takes its part of what that line
 * counts for. Where refunds mirror, earn/mirrorRefunds.ts takes back what that part earned. Whose credit a refund takes, where several
 * own a line, is decided before, in credit/creditRefunds.ts.
 */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import { REFUND_CONFLICT, REFUND_CURRENCY, REFUND_UNKNOWN } from '../issues.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Converted } from './convertLine.js'
import { type CountedLine, countLine, isIssue, outsidePeriod } from './countLine.js'
import type { Period } from './readFacts.js'
import type { EarlierLine, GivenLine } from './readLine.js'
import { refundSizeIssue } from './refundSizeIssue.js'

/** A refund of a named line. */
export interface Refund {
  readonly line: CountedLine
  /** The original, where it is a line of the same statement. */
  readonly original: CountedLine | null
  /** The original as it was paid, where it is not. */
  readonly earlier: EarlierLine | null
  /** The part of the original that was refunded before, a ratio. */
  readonly before: Fraction
  /** The part that was refunded with this one. */
  readonly after: Fraction
}

/** Finds the original of each refund: it must count, and have so much left. What is wrong with a refund comes in its place. */
export function findRefunds(
  refunds: readonly Converted[],
  counted: ReadonlyMap<string, CountedLine>,
  period: Period | null,
  plan: ExactPlan,
): (Refund | Issue)[] {
  const taken = { here: new Map<string, Fraction>(), earlier: new Map<string, Fraction>() }
  const firsts = new Map<string, RefundOfEarlier>()
  return refunds.map((refund) => {
    const { amount, refundOf = '' } = refund.line
    const [original, before] =
      typeof refundOf === 'string' ? [refundOf, taken.here] : [refundOf.id, taken.earlier]
    const refunded = before.get(original) ?? fraction.ZERO
    const result =
      outsidePeriod(refund.line, period) ??
      (typeof refundOf === 'string'
        ? ofThisStatement(refund.line, counted.get(refundOf), refunded, plan)
        : (conflict(refund.line, refundOf, firsts.get(original)) ??
          ofEarlier(refund, refundOf, refunded, plan)))
    if (isIssue(result)) return issue.asWarning(result)
    before.set(original, fraction.add(refunded, amount))
    if (typeof refundOf === 'object' && !firsts.has(original))
      firsts.set(original, { id: refund.line.id, earlier: refundOf })
    return result
  })
}

function ofThisStatement(
  line: GivenLine,
  original: CountedLine | undefined,
  refunded: Fraction,
  plan: ExactPlan,
): Refund | Issue {
  if (original === undefined) return unknown(line)
  const { amount } = original.given
  const left = fraction.add(amount, refunded)
  const fault =
    otherCurrency(line, original, plan) ?? refundSizeIssue(line, { id: original.id, left })
  if (fault !== null) return fault
  const before = fraction.divide(fraction.absolute(refunded), amount)
  const after = fraction.divide(fraction.absolute(fraction.add(refunded, line.amount)), amount)
  // The same part of the base: at the original's margin, whatever the refund says of costs.
  const base = fraction.multiply(original.base, fraction.subtract(before, after))
  const sales = salesBetween(original, before, after, plan)
  const counted = { ...original, id: line.id, given: line, sales, base }
  return { line: counted, original, earlier: null, before, after }
}

/** Its part of the original's sales; of an original that was converted, in whole cents that add up to all of them. */
function salesBetween(
  { given, sales }: CountedLine,
  before: Fraction,
  after: Fraction,
  { currency, decimals }: ExactPlan,
): Fraction {
  const isConverted = (given.currency ?? currency) !== currency
  const part = (share: Fraction) => {
    const exact = fraction.multiply(sales, share)
    return isConverted ? fraction.round(exact, { mode: 'half-up', decimals }) : exact
  }
  return fraction.subtract(part(before), part(after))
}

/** A line of an earlier statement: its commission is taken back in proportion; where refunds are netted, its sales are. */
function ofEarlier(
  refund: Converted,
  earlier: EarlierLine,
  refunded: Fraction,
  plan: ExactPlan,
): Refund | Issue {
  const { line, amount } = refund
  const taken = fraction.add(earlier.refundedBefore, fraction.absolute(refunded))
  const left = fraction.subtract(earlier.amount, taken)
  const fault = refundSizeIssue(line, { id: earlier.id, left })
  if (fault !== null) return fault
  const before = fraction.divide(taken, earlier.amount)
  const after = fraction.divide(fraction.add(taken, fraction.absolute(line.amount)), earlier.amount)
  const counted =
    plan.refunds === 'net'
      ? countLine(refund, null, plan)
      : { id: line.id, given: line, sales: amount, base: amount, group: 0, tier: null }
  return isIssue(counted) ? counted : { line: counted, original: null, earlier, before, after }
}

/** A refund, and what it says of the line that it takes back. */
interface RefundOfEarlier {
  readonly id: string
  readonly earlier: EarlierLine
}

/** One line was sold, and has earned, once: two refunds of it say the same of it. */
function conflict(
  { path }: GivenLine,
  earlier: EarlierLine,
  first: RefundOfEarlier | undefined,
): Issue | null {
  if (first === undefined) return null
  for (const key of ['amount', 'commission'] as const) {
    if (fraction.compare(earlier[key], first.earlier[key]) === 0) continue
    const [given, expected] = [write.decimal(earlier[key]), write.decimal(first.earlier[key])]
    const params = { refundOf: earlier.id, first: first.id, given, expected }
    return issue.at(REFUND_CONFLICT, [...path, 'refundOf', key], params)
  }
  return null
}

function otherCurrency(line: GivenLine, original: CountedLine, plan: ExactPlan): Issue | null {
  const expected = original.given.currency ?? plan.currency
  const given = line.currency ?? plan.currency
  if (given === expected) return null
  const params = { given, expected, line: original.id }
  return issue.at(REFUND_CURRENCY, [...line.path, 'currency'], params)
}

function unknown({ path, refundOf }: GivenLine): Issue {
  return issue.at(REFUND_UNKNOWN, [...path, 'refundOf'], { refundOf: String(refundOf) })
}

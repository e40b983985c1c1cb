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
import type { Period } from './periods.js'
import { type EarlierLine, type GivenLine, refundedId } from './readLine.js'
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

/**
 * Finds the original of one refund after the other: it must count, and have so much left. What is wrong with a refund comes in its
 * place.
 */
export function refundFinder(
  counted: readonly CountedLine[],
  period: Period | null,
  plan: ExactPlan,
): (refund: Converted) => Refund | Issue {
  const originals = new Map(counted.map((line) => [line.id, line]))
  const taken = { here: new Map<string, Fraction>(), earlier: new Map<string, Fraction>() }
  const firsts = new Map<string, GivenLine>()
  return (refund) => {
    const { amount, refundOf = '' } = refund.line
    const [id, takenOf] =
      typeof refundOf === 'string' ? [refundOf, taken.here] : [refundOf.id, taken.earlier]
    const before = largerOf(takenOf.get(id), refundOf)
    const result =
      outsidePeriod(refund.line, period) ??
      (typeof refundOf === 'string'
        ? ofThisStatement(refund.line, originals.get(refundOf), before, plan)
        : (conflict(refund.line, refundOf, firsts.get(id) ?? refundOf.first) ??
          ofEarlier(refund, refundOf, before, plan)))
    if (isIssue(result)) return result
    takenOf.set(id, fraction.subtract(before, amount))
    if (isStated(refund.line) && !firsts.has(id)) firsts.set(id, refund.line)
    return result
  }
}

/** Whether a refund itself says what its line has earned. */
function isStated({ refundOf }: GivenLine): boolean {
  return typeof refundOf === 'object' && refundOf.currency === undefined
}

/** What was refunded of a line before: as this statement has it, or as the refund says, which may count some of the same. */
function largerOf(taken = fraction.ZERO, refundOf: string | EarlierLine): Fraction {
  return typeof refundOf === 'string' ? taken : fraction.larger(taken, refundOf.refundedBefore)
}

function ofThisStatement(
  line: GivenLine,
  original: CountedLine | undefined,
  taken: Fraction,
  plan: ExactPlan,
): Refund | Issue {
  if (original === undefined) return unknown(line)
  const currency = original.given.currency ?? plan.currency
  const parts = otherCurrency(line, currency, plan) ?? partsOf(line, original.given, taken)
  if (isIssue(parts)) return parts
  const { before, after } = parts
  // The same part of the base: at the original's margin, whatever the refund says of costs.
  const share = fraction.subtract(before, after)
  const base = fraction.multiply(original.base, share)
  const credited = fraction.multiply(original.credited, share)
  const sales = salesBetween(original, parts, plan)
  const counted = { ...original, id: line.id, given: line, sales, base, credited }
  return { line: counted, original, earlier: null, before, after }
}

/** What of an original was refunded before a refund, and with it. */
interface Parts {
  readonly before: Fraction
  readonly after: Fraction
}

function partsOf(
  line: GivenLine,
  { id, amount }: Pick<GivenLine, 'id' | 'amount'>,
  taken: Fraction,
): Parts | Issue {
  const fault = refundSizeIssue(line, { id, left: fraction.subtract(amount, taken) })
  if (fault !== null) return fault
  const after = fraction.divide(fraction.subtract(taken, line.amount), amount)
  return { before: fraction.divide(taken, amount), after }
}

/** Its part of the original's sales; of an original that was converted, in whole cents that add up to all of them. */
function salesBetween(
  { given, sales }: CountedLine,
  { before, after }: Parts,
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
  taken: Fraction,
  plan: ExactPlan,
): Refund | Issue {
  const { line, amount } = refund
  const parts = otherCurrency(line, earlier.currency, plan) ?? partsOf(line, earlier, taken)
  if (isIssue(parts)) return parts
  const counted =
    plan.refunds === 'net'
      ? countLine(refund, null, plan)
      : { id: line.id, given: line, sales: amount, ...ofAmount(amount) }
  return isIssue(counted) ? counted : { line: counted, original: null, earlier, ...parts }
}

function ofAmount(amount: Fraction) {
  return { base: amount, credited: amount, factors: [], group: 0, tier: null }
}

/** One line was sold, and has earned, once: two refunds of it say the same of it. */
function conflict(
  line: GivenLine,
  earlier: EarlierLine,
  first: GivenLine | undefined,
): Issue | null {
  if (typeof first?.refundOf !== 'object' || !isStated(line)) return null
  for (const key of ['amount', 'commission'] as const) {
    const [given, expected] = [write.decimal(earlier[key]), write.decimal(first.refundOf[key])]
    const params = { refundOf: earlier.id, first: first.id, given, expected }
    const path = [...line.path, 'refundOf', key]
    if (given !== expected) return issue.at(REFUND_CONFLICT, path, params)
  }
  return null
}

/** A refund is in the currency of its line; of a line paid earlier that currency is known where the account has it. */
function otherCurrency(line: GivenLine, expected: string | undefined, plan: ExactPlan) {
  const given = line.currency ?? plan.currency
  if (expected === undefined || given === expected) return null
  const params = { given, expected, line: refundedId(line.refundOf ?? '') }
  return issue.at(REFUND_CURRENCY, [...line.path, 'currency'], params)
}

function unknown({ path, refundOf }: GivenLine): Issue {
  return issue.at(REFUND_UNKNOWN, [...path, 'refundOf'], { refundOf: String(refundOf) })
}

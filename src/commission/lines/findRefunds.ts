import type { Issue } from '../../kernel/index.js'
import { asWarning, issueAt, show } from '../../kernel/input/issue.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { CommissionPlan } from '../types.js'
import type { Converted } from './convertLine.js'
import { type CountedLine, countLine, isIssue, outsidePeriod } from './countLine.js'
import type { EarlierLine, GivenLine, RefusedLine } from './readLine.js'

/** A refund that takes back what its original earned. */
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

/** The refunds of named lines. */
export interface Refunds {
  /** Those that lower the sales, as lines that count. */
  readonly netted: ReadonlyMap<string, CountedLine>
  /** Those that take back what was earned. */
  readonly mirrored: readonly Refund[]
  /** The sales refunded of each line of this statement, below zero. */
  readonly byOriginal: ReadonlyMap<string, Fraction>
}

/** Finds the original of each refund that names one: it must count, and have so much left. */
export function findRefunds(
  lines: readonly Converted[],
  counted: ReadonlyMap<string, CountedLine>,
  period: string | null,
  plan: CommissionPlan,
  notCounted: RefusedLine[],
): Refunds {
  const found: Refund[] = []
  const taken = { here: new Map<string, Fraction>(), earlier: new Map<string, Fraction>() }
  for (const refund of lines) {
    const { amount, refundOf } = refund.line
    if (refundOf === undefined) continue
    const [original, given] =
      typeof refundOf === 'string' ? [refundOf, taken.here] : [refundOf.id, taken.earlier]
    const before = given.get(original) ?? fraction.ZERO
    const result =
      outsidePeriod(refund.line, period) ?? findOriginal(refund, refundOf, counted, before, plan)
    if (isIssue(result)) notCounted.push({ line: refund.line, issue: asWarning(result) })
    else {
      given.set(original, fraction.add(before, amount))
      found.push(result)
    }
  }
  const isMirror = plan.refunds === 'mirror'
  return {
    netted: new Map(isMirror ? [] : found.map(({ line }) => [line.id, line])),
    mirrored: isMirror ? found : [],
    byOriginal: sumByOriginal(found),
  }
}

function sumByOriginal(refunds: readonly Refund[]): ReadonlyMap<string, Fraction> {
  const sums = new Map<string, Fraction>()
  for (const { original, line } of refunds)
    if (original !== null)
      sums.set(original.id, fraction.add(sums.get(original.id) ?? fraction.ZERO, line.sales))
  return sums
}

function findOriginal(
  refund: Converted,
  refundOf: string | EarlierLine,
  counted: ReadonlyMap<string, CountedLine>,
  refunded: Fraction,
  plan: CommissionPlan,
): Refund | Issue {
  if (typeof refundOf !== 'string') return ofEarlier(refund, refundOf, refunded, plan)
  const { line } = refund
  const original = counted.get(refundOf)
  if (original === undefined) return unknown(line, refundOf)
  const { amount } = original.given
  const issue = otherCurrency(line, original, plan) ?? wrongSize(line, refundOf, amount, refunded)
  if (issue !== null) return issue
  const before = fraction.divide(fraction.absolute(refunded), amount)
  const after = fraction.divide(fraction.absolute(fraction.add(refunded, line.amount)), amount)
  // The same part of the base: at the original's margin, whatever the refund says of costs.
  const base = fraction.multiply(original.base, fraction.subtract(before, after))
  const sales = salesBetween(original, before, after, plan)
  return {
    line: { ...original, id: line.id, given: line, sales, base },
    original,
    earlier: null,
    before,
    after,
  }
}

/** Its part of the original's sales; of an original that was converted, in whole cents that add up to all of them. */
function salesBetween(
  { given, sales }: CountedLine,
  before: Fraction,
  after: Fraction,
  { currency }: CommissionPlan,
): Fraction {
  const isConverted = (given.currency ?? currency) !== currency
  const part = (share: Fraction) =>
    isConverted
      ? fraction.round(fraction.multiply(sales, share), {
          mode: 'half-up',
          decimals: currencies.decimalsOf(currency) ?? 0,
        })
      : fraction.multiply(sales, share)
  return fraction.subtract(part(before), part(after))
}

/** A line of an earlier statement: its commission is taken back in proportion; where refunds are netted, its sales are. */
function ofEarlier(
  refund: Converted,
  earlier: EarlierLine,
  refunded: Fraction,
  plan: CommissionPlan,
): Refund | Issue {
  const { line, amount } = refund
  const taken = fraction.add(earlier.refundedBefore, fraction.absolute(refunded))
  const issue = wrongSize(line, earlier.id, earlier.amount, fraction.subtract(fraction.ZERO, taken))
  if (issue !== null) return issue
  const before = fraction.divide(taken, earlier.amount)
  const after = fraction.divide(fraction.add(taken, fraction.absolute(line.amount)), earlier.amount)
  const counts =
    plan.refunds === 'net'
      ? countLine(refund, null, plan)
      : { id: line.id, given: line, sales: amount, base: amount, group: 0, measure: null }
  return isIssue(counts) ? counts : { line: counts, original: null, earlier, before, after }
}

function otherCurrency(
  line: GivenLine,
  { id, given }: CountedLine,
  plan: CommissionPlan,
): Issue | null {
  const expected = given.currency ?? plan.currency
  const params = { given: line.currency ?? plan.currency, expected }
  if (params.given === expected) return null
  const text = `got ${params.given}, and ${show(id)} is in ${expected}. Give the refund in the currency of what it refunds.`
  return issueAt('CURRENCY_MIXED', [...line.path, 'currency'], params, text)
}

function unknown({ path }: GivenLine, refundOf: string): Issue {
  const text = `got ${show(refundOf)}, which is no line of this statement that counts. Give the line that was paid before: its id, amount and commission.`
  return issueAt('REFUND_UNKNOWN', [...path, 'refundOf'], { refundOf }, text)
}

/** A refund is below zero, and takes no more than is left. */
function wrongSize(
  { amount, path }: GivenLine,
  refundOf: string,
  original: Fraction,
  refunded: Fraction,
): Issue | null {
  const left = fraction.add(original, refunded)
  if (
    fraction.isNegative(amount) &&
    fraction.compare(fraction.subtract(fraction.ZERO, amount), left) <= 0
  )
    return null
  const open = write.decimal(left)
  const text = `got ${write.decimal(amount)}, expected an amount below 0 that takes at most the ${open} left of ${show(refundOf)}.`
  return issueAt('REFUND_TOO_LARGE', [...path, 'amount'], { refundOf, open }, text)
}

import type { Issue } from '../kernel/index.js'
import {
  absolute,
  add,
  asWarning,
  compare,
  divide,
  type Fraction,
  isNegative,
  issueAt,
  multiply,
  show,
  subtract,
  writeDecimal,
  ZERO,
} from '../kernel/inside.js'
import { type CountedLine, countLine, isIssue } from './countLine.js'
import type { EarlierLine, GivenLine, RefusedLine } from './readLine.js'
import type { CommissionPlan } from './types.js'

/** A refund that takes back what its original earned. */
export interface Refund {
  readonly line: CountedLine
  /** The original, where it is a line of the same statement. */
  readonly original: CountedLine | null
  /** The original as it was paid, where it is not. */
  readonly earlier: EarlierLine | null
  /** How much of the original was refunded before. */
  readonly before: Fraction
}

/** The refunds of named lines. */
export interface Refunds {
  /** Those that lower the sales, as lines that count. */
  readonly netted: ReadonlyMap<string, CountedLine>
  /** Those that take back what was earned. */
  readonly mirrored: readonly Refund[]
  /** The amount refunded of each line of this statement, below zero. */
  readonly byOriginal: ReadonlyMap<string, Fraction>
}

/** Finds the original of each refund that names one: it must count, and have so much left. */
export function findRefunds(
  lines: readonly GivenLine[],
  counted: ReadonlyMap<string, CountedLine>,
  plan: CommissionPlan,
  notCounted: RefusedLine[],
): Refunds {
  const netted = new Map<string, CountedLine>()
  const mirrored: Refund[] = []
  const byOriginal = new Map<string, Fraction>()
  const byEarlier = new Map<string, Fraction>()
  for (const line of lines) {
    if (line.refundOf === undefined) continue
    const [id, refunded] =
      typeof line.refundOf === 'string'
        ? [line.refundOf, byOriginal]
        : [line.refundOf.id, byEarlier]
    const found = findOriginal(line, line.refundOf, counted, refunded.get(id) ?? ZERO, plan)
    if (isIssue(found)) {
      notCounted.push({ line, issue: asWarning(found) })
      continue
    }
    refunded.set(id, add(refunded.get(id) ?? ZERO, line.amount))
    if (plan.refunds === 'mirror') mirrored.push(found)
    else netted.set(line.id, found.line)
  }
  return { netted, mirrored, byOriginal }
}

function findOriginal(
  line: GivenLine,
  refundOf: string | EarlierLine,
  counted: ReadonlyMap<string, CountedLine>,
  refunded: Fraction,
  plan: CommissionPlan,
): Refund | Issue {
  if (typeof refundOf !== 'string') return ofEarlier(line, refundOf, refunded, plan)
  const original = counted.get(refundOf)
  if (original === undefined) return unknown(line, refundOf)
  const issue = wrongSize(line, refundOf, original.sales, refunded)
  if (issue !== null) return issue
  // The same part of the base: at the original's margin, whatever the refund says of costs.
  const part = divide(line.amount, original.sales)
  const base = multiply(original.base, part)
  const mirror = { ...original, id: line.id, given: line, sales: line.amount, base }
  return { line: mirror, original, earlier: null, before: absolute(refunded) }
}

/** A line of an earlier statement: its commission is taken back in proportion; where refunds are netted, its sales are. */
function ofEarlier(
  line: GivenLine,
  earlier: EarlierLine,
  refunded: Fraction,
  plan: CommissionPlan,
): Refund | Issue {
  const before = add(earlier.refundedBefore, absolute(refunded))
  const issue = wrongSize(line, earlier.id, earlier.amount, { n: -before.n, d: before.d })
  if (issue !== null) return issue
  if (plan.refunds === 'net') {
    const result = countLine(line, null, plan)
    return isIssue(result) ? result : { line: result, original: null, earlier, before }
  }
  const base = { id: line.id, given: line, sales: line.amount, base: line.amount, group: 0 }
  return { line: { ...base, measure: null }, original: null, earlier, before }
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
  const left = add(original, refunded)
  if (isNegative(amount) && compare(subtract(ZERO, amount), left) <= 0) return null
  const open = writeDecimal(left)
  const text = `got ${writeDecimal(amount)}, expected an amount below 0 that takes at most the ${open} left of ${show(refundOf)}.`
  return issueAt('REFUND_TOO_LARGE', [...path, 'amount'], { refundOf, open }, text)
}

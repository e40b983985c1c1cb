/** Order lines whose amounts say all that a plan which looks at no line needs: their sum will do. */
import {
  type ExactPlan,
  type GivenLine,
  isLargeEnough,
  outsidePeriod,
  readEach,
  withoutTwice,
} from '../commission/internal.js'
import type { Issue } from '../kernel/index.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import type * as time from '../kernel/time/time.js'

type Period = Omit<time.AnyPeriod, 'position'>

/** What the lines of a row come to. */
export interface PlainLines {
  readonly sales: Fraction
  /** Those that lines name. */
  readonly currencies: ReadonlySet<string>
  /** What the largest order comes to that an award may be for, without what lowers it; null where none says so. */
  readonly largest: Fraction | null
}

/** Reads lines; undefined where the rule has to look at them: one is wrong, comes twice, is a refund, or is outside the period. */
export function readPlainLines(value: unknown, period: Period | null): PlainLines | undefined {
  const issues: Issue[] = []
  const lines = readEach(value, [], issues)
  if (issues.length > 0 || withoutTwice(lines).twice.length > 0) return undefined
  const isOther = (line: GivenLine) =>
    line.refundOf !== undefined || outsidePeriod(line, period) !== null
  if (lines.some(isOther)) return undefined
  return {
    sales: fraction.sum(lines.map(({ amount }) => amount)),
    currencies: new Set(lines.flatMap(({ currency }) => currency ?? [])),
    largest: largestOrder(lines),
  }
}

function largestOrder(lines: readonly GivenLine[]): Fraction | null {
  const orders = new Map<string | GivenLine, Fraction>()
  const flagged = new Set<string | GivenLine>()
  for (const line of lines) {
    const order = line.order ?? line
    const before = orders.get(order) ?? fraction.ZERO
    orders.set(order, line.amount.n > 0n ? fraction.add(before, line.amount) : before)
    if (line.firstOrder === true || line.newMarket === true) flagged.add(order)
  }
  const [first, ...others] = [...flagged].map((order) => orders.get(order) ?? fraction.ZERO)
  return first === undefined ? null : others.reduce(larger, first)
}

function larger(one: Fraction, other: Fraction): Fraction {
  return fraction.compare(one, other) < 0 ? other : one
}

/** Whether a plan that looks at no line pays these for their sum alone: all are in its currency, and no order earns an award. */
export function areSum({ currencies, largest }: PlainLines, plan: ExactPlan): boolean {
  for (const currency of currencies) if (currency !== plan.currency) return false
  return largest === null || !plan.awards.some((award) => isLargeEnough(largest, award))
}

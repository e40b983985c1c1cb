import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as scales from '../../kernel/scale/scales.js'
import {
  LINE_EXCLUDED,
  LINE_OUTSIDE_PERIOD,
  MARGIN_TOO_LOW,
  RATE_CONFLICT,
  STATUS_NOT_COUNTED,
} from '../issues.js'
import type { ExactGroup, ExactPlan } from '../plan/exactPlan.js'
import { type AppliedFactor, applyFactors } from './applyFactors.js'
import { chooseRule } from './chooseRule.js'
import type { Converted } from './convertLine.js'
import { figureOf, isIssue, isWithoutTax, missing, ownAmount, ratioOf } from './lineFigures.js'
import { isGiven, lacksFact, matches } from './matchLine.js'
import type { Period } from './periods.js'
import type { PlacedBase } from './placeLines.js'
import type { GivenLine } from './readLine.js'

/** A line that counts: what of it earns, by which scale, and in which of its tiers where the line chooses it. */
export interface CountedLine {
  readonly id: string
  readonly given: GivenLine
  readonly sales: Fraction
  readonly base: Fraction
  /** What of it counts towards the target and the tiers. */
  readonly credited: Fraction
  /** The rules that make it so. */
  readonly factors: readonly AppliedFactor[]
  /** 0 is the plan's own scale; then come its rate rules. */
  readonly group: number
  /** The place of the tier, where each line chooses it. */
  readonly tier: number | null
  /** Where each line, or each order, goes through the scale on its own: which of them it belongs to. */
  readonly places?: readonly PlacedBase[]
}

/** The line as it counts, or why it does not and what would make it count. Ratios are those of the figures given, at any exchange rate. */
export function countLine(
  one: Converted,
  period: Period | null,
  plan: ExactPlan,
): CountedLine | Issue {
  const { line, amount } = one
  const reason =
    outsidePeriod(line, period) ??
    wrongStatus(line, plan) ??
    excluded(one, plan) ??
    lowMargin(line, plan)
  if (reason !== null) return reason
  const group = groupOf(one, plan)
  if (typeof group !== 'number') return group
  const tier = tierOf(one, plan.groups[group], plan)
  if (isIssue(tier)) return tier
  if (plan.countsUnits && line.quantity === undefined) return missing('quantity', line)
  const base = baseOf(one, plan)
  if (isIssue(base)) return base
  const weighed = applyFactors(base, one, plan)
  if (isIssue(weighed)) return weighed
  return { id: line.id, given: line, sales: amount, group, tier, ...weighed }
}

/** What of a line earns: its amount or its margin, with its tax or without. */
function baseOf({ line, amount, cost, tax }: Converted, plan: ExactPlan): Fraction | Issue {
  let base = amount
  if (isWithoutTax(plan)) {
    if (tax === undefined) return missing('tax', line)
    base = fraction.subtract(base, tax)
  }
  if (!plan.base.startsWith('margin')) return base
  return cost === undefined ? missing('cost', line) : fraction.subtract(base, cost)
}

/** Whether a line is dated outside the period of its statement. */
export function outsidePeriod({ date, path }: GivenLine, period: Period | null): Issue | null {
  if (date === undefined || period === null) return null
  if (date >= period.from && date <= period.to) return null
  return issue.at(LINE_OUTSIDE_PERIOD, [...path, 'date'], { date, period: period.name })
}

function wrongStatus({ status, path }: GivenLine, { eligibility }: ExactPlan): Issue | null {
  const accepted = eligibility.statuses
  if (accepted === null || (status !== undefined && accepted.includes(status))) return null
  return issue.at(STATUS_NOT_COUNTED, [...path, 'status'], { given: status ?? null, accepted })
}

function excluded(one: Converted, plan: ExactPlan): Issue | null {
  for (const { id, when, reason } of plan.eligibility.exclude) {
    const isMatch = matches(one, when, plan)
    if (isIssue(isMatch)) return isMatch
    if (isMatch) return issue.at(LINE_EXCLUDED, one.line.path, { rule: id, reason })
  }
  return null
}

/** APP-5: an order below the margin floor does not count. */
function lowMargin(line: GivenLine, plan: ExactPlan): Issue | null {
  const floor = plan.eligibility.marginFloor
  if (floor === null) return null
  const margin = ratioOf('margin', line, plan)
  if (isIssue(margin)) return margin
  if (fraction.compare(margin, floor) >= 0) return null
  return { ...marginIssue(margin, floor, ownAmount(line, plan), plan), clause: 'APP-5' }
}

function marginIssue(
  margin: Fraction,
  floor: Fraction,
  { amount, cost = amount, currency, path }: GivenLine,
  plan: ExactPlan,
): Issue {
  const decimals = currencies.decimalsOf(currency ?? plan.currency) ?? 0
  const kept = fraction.subtract(fraction.ONE, floor)
  const rounded = (value: Fraction, mode: 'down' | 'up') =>
    write.padded(fraction.round(value, { mode, decimals }), decimals)
  return issue.at(MARGIN_TOO_LOW, path, {
    amount: write.decimal(amount),
    margin: write.decimal(margin),
    floor: write.decimal(floor),
    // Without tax, how much it needs with it is not known.
    amountNeeded:
      fraction.isZero(kept) || isWithoutTax(plan)
        ? null
        : rounded(fraction.divide(cost, kept), 'up'),
    costAtMost: rounded(fraction.multiply(amount, kept), 'down'),
  })
}

/** The scale by which a line earns: that of the most specific rate rule, or the plan's own. */
function groupOf(one: Converted, plan: ExactPlan): number | Issue {
  const { groups } = plan
  if (groups.length === 1) return 0
  const rules = chooseRule(
    one,
    groups.flatMap(({ rule }, group) => (rule?.isHeld ? [{ ...rule, group }] : [])),
    plan,
  )
  if (isIssue(rules)) return rules
  if (rules.length <= 1) return rules[0]?.group ?? 0
  return issue.at(RATE_CONFLICT, one.line.path, { rules: rules.map(({ id }) => id) })
}

/** The place of the tier that a line chooses by a figure of its own; null where its scale goes by all of the sales. */
function tierOf(
  one: Converted,
  group: ExactGroup | undefined,
  plan: ExactPlan,
): number | Issue | null {
  if (group === undefined || group.measuredBy === null) return null
  const by = group.measuredBy
  const measure = typeof by === 'string' ? figureOf(by, one, plan) : numberOf(by.fact, one.line)
  return isIssue(measure) ? measure : scales.ownerOf(measure, group.scale)
}

/** A number among the facts of a line. */
function numberOf(fact: string, line: GivenLine): Fraction | Issue {
  if (!isGiven(fact, line)) return lacksFact(fact, line)
  const issues: Issue[] = []
  const figure = read.decimal(line.facts?.[fact], [...line.path, 'facts', fact], issues)
  return figure ?? (issues[0] as Issue)
}

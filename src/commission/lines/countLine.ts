import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as currencies from '../../kernel/number/currency.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as scales from '../../kernel/scale/scales.js'
import {
  COST_MISSING,
  LINE_EXCLUDED,
  LINE_OUTSIDE_PERIOD,
  LIST_PRICE_MISSING,
  MARGIN_TOO_LOW,
  RATE_CONFLICT,
  RATIO_OF_ZERO,
  STATUS_NOT_COUNTED,
  TAX_MISSING,
} from '../issues.js'
import type { ExactGroup, ExactPlan } from '../plan/exactPlan.js'
import type { LineMeasure } from '../plan/types.js'
import { type AppliedFactor, applyFactors } from './applyFactors.js'
import { chooseRule, matches } from './chooseRule.js'
import type { Converted } from './convertLine.js'
import type { Period } from './periods.js'
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
}

/** The line as it counts, or why it does not and what would make it count. Ratios are those of the figures given, at any exchange rate. */
export function countLine(
  { line, amount, cost, tax }: Converted,
  period: Period | null,
  plan: ExactPlan,
): CountedLine | Issue {
  const reason =
    outsidePeriod(line, period) ??
    wrongStatus(line, plan) ??
    excluded(line, plan) ??
    lowMargin(line, plan)
  if (reason !== null) return reason
  const group = groupOf(line, plan)
  if (typeof group !== 'number') return group
  const tier = tierOf(line, plan.groups[group], plan)
  if (isIssue(tier)) return tier
  let base = amount
  if (isWithoutTax(plan)) {
    if (tax === undefined) return missing('tax', line)
    base = fraction.subtract(base, tax)
  }
  if (plan.base.startsWith('margin')) {
    if (cost === undefined) return missing('cost', line)
    base = fraction.subtract(base, cost)
  }
  return { id: line.id, given: line, sales: amount, group, tier, ...applyFactors(base, line, plan) }
}

/** A line at the amount that margins are of: less its tax, where the plan counts without it. */
function ownAmount(line: GivenLine, plan: ExactPlan): GivenLine {
  if (!isWithoutTax(plan)) return line
  return { ...line, amount: fraction.subtract(line.amount, line.tax ?? fraction.ZERO) }
}

function isWithoutTax({ base }: ExactPlan): boolean {
  return base.endsWith('without-tax')
}

export function isIssue(value: object | number | null): value is Issue {
  return typeof value === 'object' && value !== null && 'code' in value
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

function excluded(line: GivenLine, { eligibility }: ExactPlan): Issue | null {
  const rule = eligibility.exclude.find(({ when }) => matches(line, when))
  if (rule === undefined) return null
  return issue.at(LINE_EXCLUDED, line.path, { rule: rule.id, reason: rule.reason })
}

/** APP-5: an order below the margin floor does not count. */
function lowMargin(line: GivenLine, plan: ExactPlan): Issue | null {
  const floor = plan.eligibility.marginFloor
  if (floor === null) return null
  const margin = measureOf(line, 'margin', plan)
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
function groupOf(line: GivenLine, { groups }: ExactPlan): number | Issue {
  if (groups.length === 1) return 0
  const rules = chooseRule(
    line,
    groups.flatMap(({ rule }, group) => (rule?.isHeld ? [{ ...rule, group }] : [])),
  )
  if (rules.length <= 1) return rules[0]?.group ?? 0
  return issue.at(RATE_CONFLICT, line.path, { rules: rules.map(({ id }) => id) })
}

/** The place of the tier that a line chooses by its margin or discount; null where its scale goes by all of the sales. */
function tierOf(
  line: GivenLine,
  group: ExactGroup | undefined,
  plan: ExactPlan,
): number | Issue | null {
  if (group === undefined || group.measuredBy === null) return null
  const measure = measureOf(line, group.measuredBy, plan)
  return isIssue(measure) ? measure : scales.ownerOf(measure, group.scale)
}

/** A ratio of the line: what it keeps of its amount, or what it gave away of its list price. */
function measureOf(given: GivenLine, measure: LineMeasure, plan: ExactPlan): Fraction | Issue {
  const isMargin = measure === 'margin'
  if (isMargin && isWithoutTax(plan) && given.tax === undefined) return missing('tax', given)
  const line = isMargin ? ownAmount(given, plan) : given
  const key = measure === 'margin' ? 'cost' : 'listPrice'
  const other = line[key]
  if (other === undefined) return missing(key, line)
  const [whole, part] =
    measure === 'margin'
      ? [line.amount, fraction.subtract(line.amount, other)]
      : [other, fraction.subtract(other, line.amount)]
  if (!fraction.isZero(whole)) return fraction.divide(part, whole)
  return issue.at(RATIO_OF_ZERO, [...line.path, measure === 'margin' ? 'amount' : 'listPrice'], {})
}

const MISSING = { cost: COST_MISSING, listPrice: LIST_PRICE_MISSING, tax: TAX_MISSING }

function missing(key: keyof typeof MISSING, { path }: GivenLine): Issue {
  return issue.at(MISSING[key], [...path, key], {})
}

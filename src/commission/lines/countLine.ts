import type { Issue } from '../../kernel/index.js'
import { asWarning, issueAt } from '../../kernel/input/issue.js'
import * as currencies from '../../kernel/number/currency.js'
import * as decimal from '../../kernel/number/decimal.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as time from '../../kernel/time/time.js'
import type { CommissionPlan, LineMeasure } from '../types.js'
import { chooseRule, matches } from './chooseRule.js'
import type { Converted } from './convertLine.js'
import type { GivenLine } from './readLine.js'

/** A line that counts: what of it earns, by which scale, and in which of its tiers where the line chooses it. */
export interface CountedLine {
  readonly id: string
  readonly given: GivenLine
  readonly sales: Fraction
  readonly base: Fraction
  /** 0 is the plan's own scale; then come its rate rules. */
  readonly group: number
  /** The figure that chooses the tier, where each line does. */
  readonly measure: Fraction | null
}

/** The line as it counts, or why it does not and what would make it count. Ratios are those of the figures given, at any exchange rate. */
export function countLine(
  { line, amount, cost }: Converted,
  period: string | null,
  plan: CommissionPlan,
): CountedLine | Issue {
  const reason =
    outsidePeriod(line, period) ??
    wrongStatus(line, plan) ??
    excluded(line, plan) ??
    lowMargin(line, plan)
  if (reason !== null) return asWarning(reason)
  const rules = chooseRule(line, plan.rates ?? [])
  if (rules.length > 1)
    return asWarning(
      conflict(
        line,
        rules.map(({ id }) => id),
      ),
    )
  const [rule] = rules
  const group = rule === undefined ? 0 : (plan.rates ?? []).indexOf(rule) + 1
  const measuredBy = rule === undefined ? plan.measuredBy : rule.measuredBy
  const measure = measuredBy === undefined ? null : measureOf(line, measuredBy)
  if (isIssue(measure)) return asWarning(measure)
  if (plan.base === 'amount')
    return { id: line.id, given: line, sales: amount, base: amount, group, measure }
  if (cost === undefined) return asWarning(missing('cost', line))
  return {
    id: line.id,
    given: line,
    sales: amount,
    base: fraction.subtract(amount, cost),
    group,
    measure,
  }
}

export function isIssue(value: object | null): value is Issue {
  return value !== null && 'code' in value
}

/** Whether a line is dated outside the period of its statement. */
export function outsidePeriod({ date, path }: GivenLine, period: string | null): Issue | null {
  if (date === undefined || period === null) return null
  const { from, to } = time.periodRange(period)
  if (date >= from && date <= to) return null
  const text = `got ${date}, which is not in ${period}. It counts in the statement of its own period.`
  return issueAt('LINE_OUTSIDE_PERIOD', [...path, 'date'], { date, period }, text)
}

function wrongStatus({ status, path }: GivenLine, { eligibility }: CommissionPlan): Issue | null {
  if (eligibility?.statuses === undefined) return null
  if (status !== undefined && eligibility.statuses.includes(status)) return null
  const accepted = eligibility.statuses
  const given = status === undefined ? 'no status' : `"${status}"`
  const text = `got ${given}. It counts once it is ${accepted.map((one) => `"${one}"`).join(' or ')}.`
  const params = { given: status ?? null, accepted }
  return issueAt('STATUS_NOT_COUNTED', [...path, 'status'], params, text)
}

function excluded(line: GivenLine, { eligibility }: CommissionPlan): Issue | null {
  const rule = eligibility?.exclude?.find(({ when }) => matches(line, when))
  if (rule === undefined) return null
  const { id, reason } = rule
  const text = `is left out by "${id}": ${reason.replace(/\.$/, '')}. It counts only if the plan drops that rule.`
  return issueAt('LINE_EXCLUDED', line.path, { rule: id, reason }, text)
}

/** APP-5: an order below the margin floor does not count. */
function lowMargin(line: GivenLine, plan: CommissionPlan): Issue | null {
  const floorText = plan.eligibility?.marginFloor
  if (floorText === undefined) return null
  const margin = measureOf(line, 'margin')
  if (isIssue(margin)) return margin
  const floor = decimal.known(floorText)
  if (fraction.compare(margin, floor) >= 0) return null
  return { ...marginIssue(margin, floor, line, plan), clause: 'APP-5' }
}

function marginIssue(
  margin: Fraction,
  floor: Fraction,
  { amount, cost = amount, currency, path }: GivenLine,
  plan: CommissionPlan,
): Issue {
  const decimals = currencies.decimalsOf(currency ?? plan.currency) ?? 0
  const kept = fraction.subtract(fraction.ONE, floor)
  const costAtMost = write.padded(
    fraction.round(fraction.multiply(amount, kept), { mode: 'down', decimals }),
    decimals,
  )
  const amountNeeded =
    kept.n === 0n
      ? null
      : write.padded(
          fraction.round(fraction.divide(cost, kept), { mode: 'up', decimals }),
          decimals,
        )
  const params = {
    margin: write.decimal(margin),
    floor: write.decimal(floor),
    amountNeeded,
    costAtMost,
  }
  const orAmount = amountNeeded === null ? '' : `an amount of ${amountNeeded} or `
  const bound = fraction.isNegative(amount) ? 'at least' : 'at most'
  const text = `its margin of ${params.margin} is below the floor of ${params.floor}. It counts from ${orAmount}a cost of ${bound} ${costAtMost}.`
  return issueAt('MARGIN_TOO_LOW', path, params, text)
}

function conflict({ path }: GivenLine, rules: readonly string[]): Issue {
  const list = rules.map((rule) => `"${rule}"`).join(' and ')
  const text = `the rates ${list} match it, and neither is more specific. It counts once one rate names all that they name.`
  return issueAt('RATE_CONFLICT', path, { rules }, text)
}

/** A ratio of the line: what it keeps of its amount, or what it gave away of its list price. */
function measureOf(line: GivenLine, measure: LineMeasure): Fraction | Issue {
  const key = measure === 'margin' ? 'cost' : 'listPrice'
  const other = line[key]
  if (other === undefined) return missing(key, line)
  const whole = measure === 'margin' ? line.amount : other
  if (whole.n === 0n) return zero(measure === 'margin' ? 'amount' : 'listPrice', line)
  return fraction.divide(
    measure === 'margin'
      ? fraction.subtract(line.amount, other)
      : fraction.subtract(other, line.amount),
    whole,
  )
}

function missing(key: 'cost' | 'listPrice', { path }: GivenLine): Issue {
  const expected = key === 'cost' ? 'what the line cost' : 'what it costs without a discount'
  const text = `is missing, expected ${expected}, which the plan looks at.`
  return issueAt('VALUE_MISSING', [...path, key], { expected }, text)
}

function zero(key: 'amount' | 'listPrice', { path }: GivenLine): Issue {
  const params = { given: '0', minimum: null, maximum: null }
  const text = 'got 0, expected another amount: a ratio of nothing is not defined.'
  return issueAt('NUMBER_OUT_OF_RANGE', [...path, key], params, text)
}

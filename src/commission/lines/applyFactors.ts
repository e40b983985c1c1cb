/** What a line counts, and what it earns on, where rules of the plan make it more or less than it is. */
import type { Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import { RATIO_OF_ZERO } from '../issues.js'
import type { ExactFactor, ExactPlan } from '../plan/exactPlan.js'
import { isLineFigure } from '../plan/types.js'
import type { Converted } from './convertLine.js'
import { figureOf, isIssue } from './lineFigures.js'
import { isGiven, lacksFact, matches } from './matchLine.js'
import type { GivenLine } from './readLine.js'

/** A rule that multiplies a line, or what of it lies above a level; and the fact, and the step, that say how often. */
export interface AppliedFactor {
  readonly factor: ExactFactor
  readonly multiplier: Fraction
  readonly value?: Fraction
  readonly step?: string
}

/** What a line counts towards the target and the tiers, what it earns on, and the rules that say so. */
interface Weighed {
  readonly credited: Fraction
  readonly base: Fraction
  readonly factors: readonly AppliedFactor[]
}

const NOTHING_APPLIED: readonly AppliedFactor[] = []

/** All rules that match a line multiply; each looks at what the line comes to without any of them. What one needs and is not given comes in its place. */
export function applyFactors(base: Fraction, one: Converted, plan: ExactPlan): Weighed | Issue {
  if (plan.factors.length === 0) return { credited: base, base, factors: NOTHING_APPLIED }
  let [credited, earning] = [base, base]
  const applied: AppliedFactor[] = []
  for (const factor of plan.factors) {
    const found = findFactor(factor, base, one, plan)
    if (isIssue(found)) return found
    if (found === null) continue
    const { applies } = factor
    if (applies !== 'earns') credited = fraction.multiply(credited, found.times)
    if (applies !== 'counts') earning = fraction.multiply(earning, found.times)
    applied.push(found.applied)
  }
  return { credited: fraction.reduce(credited), base: fraction.reduce(earning), factors: applied }
}

/** What a factor multiplies a line by; null where it does not. */
function findFactor(factor: ExactFactor, base: Fraction, one: Converted, plan: ExactPlan) {
  const share = shareFor(factor, base, one, plan)
  if (isIssue(share)) return share
  if (fraction.isZero(share)) return null
  const applied = multiplierOf(factor, one, plan)
  if (isIssue(applied)) return applied
  const change = fraction.multiply(share, fraction.subtract(applied.multiplier, fraction.ONE))
  return { applied, times: fraction.add(fraction.ONE, change) }
}

/** The share of a line that a factor multiplies; nothing of one that it does not match. */
function shareFor(
  { when, above }: ExactFactor,
  base: Fraction,
  one: Converted,
  plan: ExactPlan,
): Fraction | Issue {
  const isMatch = when === null || matches(one, when, plan)
  if (isIssue(isMatch)) return isMatch
  return isMatch ? shareAbove(above, wholeOf(base, one.line)) : fraction.ZERO
}

/** The size of a figure of a line; of a refund of an earlier one, what it was of the whole. */
function wholeOf(figure: Fraction, { amount, refundOf }: GivenLine): Fraction {
  const size = fraction.absolute(figure)
  if (typeof refundOf !== 'object' || fraction.isZero(amount)) return size
  return fraction.multiply(size, fraction.divide(refundOf.amount, fraction.absolute(amount)))
}

/** The share of a size that lies above a level; without one, all of it. */
function shareAbove(level: Fraction | null, size: Fraction): Fraction {
  if (level === null) return fraction.ONE
  if (fraction.compare(size, level) <= 0) return fraction.ZERO
  return fraction.divide(fraction.subtract(size, level), size)
}

/** A multiplier of its own, that of the step which a figure of the line has reached, or the part that a figure is of the amount. */
function multiplierOf(factor: ExactFactor, one: Converted, plan: ExactPlan): AppliedFactor | Issue {
  const { multiplier, fact, steps } = factor
  if (fact === null) return { factor, multiplier }
  const value = measureOf(fact, one, plan)
  if (isIssue(value)) return value
  if (steps === null) return partOf(value, factor, one.line)
  const ends = steps.boundary === 'upper-tier' ? 1 : 0
  const step = steps.steps.find(
    ({ upTo }) => upTo === null || fraction.compare(upTo, value) >= ends,
  )
  return { factor, multiplier: step?.multiplier ?? multiplier, value, step: step?.id ?? '' }
}

function partOf(value: Fraction, factor: ExactFactor, line: GivenLine): AppliedFactor | Issue {
  const amount = wholeOf(line.amount, line)
  if (fraction.isZero(amount)) return issue.at(RATIO_OF_ZERO, [...line.path, 'amount'], {})
  return { factor, multiplier: fraction.divide(fraction.absolute(value), amount), value }
}

/** A figure of a line, or a fact that it says. */
function measureOf(name: string, one: Converted, plan: ExactPlan): Fraction | Issue {
  if (isLineFigure(name)) return figureOf(name, one, plan)
  const { facts = {}, path } = one.line
  if (!isGiven(name, one.line)) return lacksFact(name, one.line)
  const wrong: Issue[] = []
  const value = read.decimal(facts[name], [...path, 'facts', name], wrong)
  return value ?? (wrong[0] as Issue)
}

/** What a line is, counts and earns on, and which rule it belongs to. */
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  negate,
  parse,
  subtract,
  zero,
} from '../../oracle/fraction.js'
import type { BySteps, Factor, Figure, Line, Measure, Plan, Step, Test, When } from './facts.js'

const one = fraction(1n)

/** A sale as the plan sees it. */
export interface Sale {
  readonly line: Line
  readonly amount: Fraction
  readonly base: Fraction
  /** What it counts towards target and tiers, and what it earns on. */
  readonly counts: Fraction
  readonly earns: Fraction
  /** Its place among the rate rules; null is the plan's own scale. */
  readonly rule: number | null
}

/** A sale, or a part of one that is taken back: from so much of it to so much. */
export type Item =
  | { readonly kind: 'sale'; readonly sale: Sale }
  | {
      readonly kind: 'refund'
      readonly id: string
      readonly sale: Sale
      readonly before: Fraction
      readonly after: Fraction
      /** What the sale has earned in an earlier statement; null where it is of this one. */
      readonly commission: Fraction | null
    }

export function saleOf(line: Line, plan: Plan, facts: Readonly<Record<string, string>>): Sale {
  const base = baseOf(line, plan)
  const weighed = (which: 'counts' | 'earns') =>
    (plan.factors ?? [])
      .filter(({ applies = 'both' }) => applies === 'both' || applies === which)
      .map((factor) => timesOf(factor, line, base, plan))
      .reduce(multiply, base)
  return {
    line,
    amount: parse(line.amount),
    base,
    counts: weighed('counts'),
    earns: weighed('earns'),
    rule: ruleOf(line, plan, facts),
  }
}

/** How much of the sale an item is: 1, or the part that is taken back, below zero. */
export function partOf(item: Item): Fraction {
  return item.kind === 'sale' ? one : subtract(item.before, item.after)
}

function baseOf(line: Line, { base = 'amount' }: Plan): Fraction {
  const taxless = base.endsWith('without-tax') ? parse(line.tax ?? '0') : zero
  const cost = base.startsWith('margin') ? parse(line.cost ?? '0') : zero
  return subtract(subtract(parse(line.amount), taxless), cost)
}

/** All rules that match multiply; each looks at what the line is without any of them. */
function timesOf(factor: Factor, line: Line, base: Fraction, plan: Plan): Fraction {
  if (factor.when !== undefined && !isMatch(line, factor.when, plan)) return one
  const size = sizeOf(base)
  const level = factor.above === undefined ? zero : parse(factor.above)
  if (compare(size, level) <= 0)
    return factor.above === undefined ? multiplierOf(factor, line, plan) : one
  const share = divide(subtract(size, level), size)
  return add(one, multiply(share, subtract(multiplierOf(factor, line, plan), one)))
}

function multiplierOf({ multiplier = '1', by, part }: Factor, line: Line, plan: Plan): Fraction {
  if (part !== undefined)
    return divide(sizeOf(parse(line.facts?.[part] ?? '0')), sizeOf(parse(line.amount)))
  return by === undefined ? parse(multiplier) : stepAt(factOf(by.fact, line, plan), by)
}

/** The multiplier of the step that holds a figure. */
export function stepAt(
  figure: Fraction,
  { boundary = 'upper-tier', steps }: Omit<BySteps, 'fact'>,
) {
  const isIn = ({ upTo }: Step) =>
    upTo === null || compare(figure, parse(upTo)) < (boundary === 'upper-tier' ? 0 : 1)
  return parse(steps.find(isIn)?.multiplier ?? '1')
}

/** A product and something more is more specific than the product. */
function ruleOf(line: Line, plan: Plan, facts: Readonly<Record<string, string>>): number | null {
  const { rates = [] } = plan
  const matching = rates
    .map((rule, place) => ({ ...rule, place }))
    .filter(({ when }) => isMatch(line, when, plan))
    .filter(({ conditions }) => conditions === undefined || holds(conditions, facts))
  const exact = matching.find(({ when }) => when.is !== undefined && when.product !== undefined)
  return (exact ?? matching[0])?.place ?? null
}

export function isMatch(line: Line, { product, is }: When, plan: Plan): boolean {
  if (product !== undefined && line.product !== product) return false
  return is === undefined || isMet(is, factOf(is.id, line, plan))
}

export function holds(test: Test, facts: Readonly<Record<string, string>>): boolean {
  return isMet(test, parse(facts[test.id] ?? '0'))
}

function isMet({ comparison, required }: Test, figure: Fraction): boolean {
  const over = compare(figure, parse(required))
  return { 'at-least': over >= 0, above: over > 0, 'at-most': over <= 0, below: over < 0 }[
    comparison
  ]
}

const FIGURES = ['amount', 'margin', 'discount', 'quantity', 'daysLate']

function factOf(name: string, line: Line, plan: Plan): Fraction {
  return FIGURES.includes(name)
    ? figureOf(name as Figure, line, plan)
    : parse(line.facts?.[name] ?? '0')
}

/** What of a line chooses its tier. */
export function measureOf(by: Measure, line: Line, plan: Plan): Fraction {
  return typeof by === 'string' ? factOf(by, line, plan) : parse(line.facts?.[by.fact] ?? '0')
}

function figureOf(name: Figure, line: Line, { base = 'amount' }: Plan): Fraction {
  const amount = parse(line.amount)
  if (name === 'amount') return sizeOf(amount)
  if (name === 'quantity') return sizeOf(parse(line.quantity ?? '0'))
  if (name === 'daysLate') return fraction(BigInt(dayOf(line.paidOn) - dayOf(line.dueOn)))
  if (name === 'discount') {
    const list = parse(line.listPrice ?? '1')
    return divide(subtract(list, amount), list)
  }
  const own = base.endsWith('without-tax') ? subtract(amount, parse(line.tax ?? '0')) : amount
  return divide(subtract(own, parse(line.cost ?? '0')), own)
}

function dayOf(date = '2026-01-01'): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

export function sizeOf(value: Fraction): Fraction {
  return value.n < 0n ? negate(value) : value
}

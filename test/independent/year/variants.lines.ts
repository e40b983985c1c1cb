/** Years of the same sales in other lines. */
import { fraction, multiply, parse, toDecimal } from '../../oracle/fraction.js'
import type { Chain } from './draw.js'
import { isBooked } from './due.js'
import { amountOf } from './exact.js'
import type { Line, OlderLine, Period, Plan } from './facts.js'
import { under } from './variants.js'

/** Each line in two, and what takes it back as well. */
export function halved(chain: Chain): Chain {
  return withLines(chain, (lines) => lines.flatMap(halvesOf))
}

function halvesOf(line: Line): readonly Line[] {
  const amount = toDecimal(multiply(amountOf(line.amount), fraction(1n, 2n)), 8, 'half-up')
  const { refundOf } = line
  return [
    { ...line, amount },
    { ...line, id: `${line.id}b`, amount, ...(refundOf && { refundOf: otherOf(refundOf) }) },
  ]
}

function otherOf(refundOf: string | OlderLine): string | OlderLine {
  if (typeof refundOf === 'string') return `${refundOf}b`
  return { ...refundOf, id: `${refundOf.id}b` }
}

/** Whether half of each line in another currency comes to whole cents: each line is converted and rounded on its own. */
export function convertsEvenly({ year }: Chain): boolean {
  const all = year.periods.flatMap(({ facts, corrections = [] }) => [facts, ...corrections])
  const rates = all.flatMap(({ exchangeRates = [] }) => exchangeRates.map(({ rate }) => rate))
  const foreign = all.flatMap(({ lines = [] }) => lines.filter(({ currency }) => currency))
  return foreign.every(({ amount }) => rates.every((rate) => isWholeCents(amount, rate)))
}

function isWholeCents(amount: Line['amount'], rate: string): boolean {
  return multiply(multiply(amountOf(amount), parse(rate)), fraction(100n, 2n)).d === 1n
}

/** Each line as a customer's first order, under plans that pay an award for those of 10,000 and more. */
export function asFirstOrders(chain: Chain): Chain {
  const orders = withLines(chain, (lines) =>
    lines.map((line) =>
      line.refundOf === undefined
        ? { ...line, order: line.id, customer: line.id, firstOrder: true }
        : line,
    ),
  )
  return under(orders, withAward)
}

function withAward(plan: Plan): Plan {
  const order = { comparison: 'at-least', amount: '10000' } as const
  return { ...plan, awards: [{ id: 'first', for: 'first-order', order, amount: '250' }] }
}

/** Which products earn how, and count for what, beside each other. */
export interface Mix {
  readonly rates: NonNullable<Plan['rates']> | undefined
  readonly factors: NonNullable<Plan['factors']> | undefined
  readonly attribution: NonNullable<Plan['attribution']>
}

/** The same lines, of three products, under plans whose rates share one quota, or whose lines count more or less than they earn on. */
export function mixed(chain: Chain, mix: Mix): Chain {
  const products = withLines(chain, (lines) =>
    lines.map((line) =>
      line.refundOf === undefined ? { ...line, product: productOf(line.id) } : line,
    ),
  )
  const isOrdered = chain.year.plans.some(({ plan }) => sharesOut(plan))
  const attribution = isOrdered ? 'deal-order' : mix.attribution
  return under(products, (plan) => mixedPlan(plan, { ...mix, attribution }))
}

/** By a month and a position, so that a line is of one product whenever it is told of. */
function productOf(id: string): string {
  const sum = [...id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return ['a', 'b', 'c'][sum % 3] ?? 'a'
}

/** Whether a line's own share is paid, or taken back: the oracle knows it for the order of deals. */
function sharesOut(plan: Plan): boolean {
  return plan.refunds === 'mirror' || !isBooked(plan)
}

/** All sales count, by marginal tiers. */
function mixedPlan(plan: Plan, { rates, factors, attribution }: Mix): Plan {
  const { gate, accelerator, ...others } = plan
  return {
    ...others,
    scale: { ...plan.scale, mode: 'marginal' },
    attribution,
    ...(gate && { gate: withoutCounts(gate, accelerator === undefined) }),
    ...(accelerator && { accelerator: { ...accelerator, mode: 'marginal' as const } }),
    ...(rates && { rates, tiersOver: 'all-lines' as const }),
    ...(factors && { factors }),
  }
}

function withoutCounts({ attainment, below }: NonNullable<Plan['gate']>, isFlat: boolean) {
  return { attainment, ...(isFlat && below !== undefined && { below }) }
}

function withLines(
  { year, starts }: Chain,
  change: (lines: readonly Line[]) => readonly Line[],
): Chain {
  const changed = (facts: Period): Period =>
    facts.lines === undefined ? facts : { ...facts, lines: change(facts.lines) }
  const periods = year.periods.map(({ facts, corrections, ...others }) => ({
    ...others,
    facts: changed(facts),
    ...(corrections && { corrections: corrections.map(changed) }),
  }))
  return { year: { ...year, periods }, starts }
}

/**
 * Lines among the tiers, where the place of a line says what it earns: several rates within one quota, and lines that count more or less than
 * they earn on. A line is cut wherever a tier, or a step, ends; each piece earns what the rate at its middle says.
 */
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  subtract,
  sum,
  zero,
} from '../../oracle/fraction.js'
import { amountOf, isBelow, signed, times } from './exact.js'
import type { Plan } from './facts.js'

/** What a line counts and what it earns on, and by which rate rule; null is the plan's own scale. */
export interface Weighed {
  readonly counts: Fraction
  readonly earns: Fraction
  readonly rule: string | null
}

/** What is sold, and of what. */
export interface Product {
  readonly sales: Fraction
  readonly product: string | undefined
}

/** Every factor for the product multiplies. What lies above a level is multiplied alone. */
export function weigh({ sales, product }: Product, { factors = [], rates = [] }: Plan): Weighed {
  const matching = factors.filter(({ when }) => when === undefined || when.product === product)
  const timesOf = (which: 'counts' | 'earns') =>
    matching
      .filter(({ applies = 'both' }) => applies === which || applies === 'both')
      .map(({ multiplier }) => amountOf(multiplier))
  return {
    counts: times(sales, ...timesOf('counts')),
    earns: times(sales, ...timesOf('earns')),
    rule: rates.find(({ when }) => when.product === product)?.id ?? null,
  }
}

/** Whether the places of lines say what they earn. */
export function walks({ rates, factors = [] }: Plan): boolean {
  return rates !== undefined || factors.length > 0
}

/** What lines earn, by the rate that a rule has at a place. `ends` are all places at which a rate may change. */
export function earnedByPlace(
  lines: readonly Weighed[],
  attribution: Plan['attribution'],
  ends: readonly Fraction[],
  rateAt: (place: Fraction, rule: string | null) => Fraction,
): Fraction {
  const cuts = ends.flatMap((end) => [end, subtract(zero, end)])
  const paidBetween = (from: Fraction, to: Fraction, { earns, rule }: Weighed) => {
    const width = subtract(to, from)
    const rate = (place: Fraction) => rateAt(signed(place).size, rule)
    if (width.n === 0n) return multiply(earns, rate(to))
    return sum(
      pieces(from, to, cuts).map(([start, end]) => {
        const share = divide(subtract(end, start), width)
        const middle = divide(add(start, end), fraction(2n))
        return times(earns, share, rate(middle))
      }),
    )
  }
  if (attribution === 'pro-rata') {
    const total = sum(lines.map(({ counts }) => counts))
    return sum(lines.map((line) => paidBetween(zero, total, line)))
  }
  let place = zero
  return sum(
    lines.map((line) => {
      const from = place
      place = add(place, line.counts)
      return paidBetween(from, place, line)
    }),
  )
}

function pieces(from: Fraction, to: Fraction, cuts: readonly Fraction[]) {
  const isUp = isBelow(from, to)
  const [low, high] = isUp ? [from, to] : [to, from]
  const inside = cuts.filter((cut) => isBelow(low, cut) && isBelow(cut, high)).sort(compare)
  const way = isUp ? inside : inside.reverse()
  const stops = [from, ...way, to]
  return stops
    .slice(1)
    .map((end, index): readonly [Fraction, Fraction] => [stops[index] ?? from, end])
}

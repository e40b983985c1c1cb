/**
 * Where each line, or each order, goes through a scale on its own: which of them a line belongs to. A line has two places: what is sold
 * goes through the scale at the first, and what an earlier sale had been before a refund of it, which is taken back, at the second.
 */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { CountedLine } from './countLine.js'
import type { Refund } from './findRefunds.js'
import type { GivenLine } from './readLine.js'

/** A place, and what a line adds to the base there. */
export type PlacedBase = readonly [place: number, base: Fraction]

/** Gives lines and refunds their places. */
export interface Placing {
  readonly line: (line: CountedLine) => CountedLine
  readonly refund: (refund: Refund) => Refund
}

const AS_THEY_ARE: Placing = { line: (line) => line, refund: (refund) => refund }

/** The places of lines, by their order; a plan whose sales go through its scales together has none. */
export function placingOf(given: readonly GivenLine[], { groups }: ExactPlan): Placing {
  if (groups.every(({ per }) => per === null)) return AS_THEY_ARE
  const ofLines = new Map<string, number>()
  const ofOrders = new Map<string, number>()
  for (const [index, { id, order, refundOf }] of given.entries()) {
    ofLines.set(id, 2 * index)
    if (order !== undefined && refundOf === undefined && !ofOrders.has(order))
      ofOrders.set(order, 2 * index)
  }
  const perOf = ({ group }: CountedLine) => groups[group]?.per ?? null
  const placeOf = (line: CountedLine) => {
    const { order } = line.given
    const ofOrder = perOf(line) === 'order' && order !== undefined ? ofOrders.get(order) : undefined
    return ofOrder ?? ofLines.get(line.id) ?? 0
  }
  return {
    line: (line) =>
      perOf(line) === null ? line : { ...line, places: [[placeOf(line), line.base]] },
    refund: (refund) =>
      perOf(refund.line) === null
        ? refund
        : { ...refund, line: { ...refund.line, places: placesOf(refund, placeOf) } },
  }
}

/** A refund lowers its original; one of an earlier statement leaves what is left of it, less what was left before. */
function placesOf(
  { line, original, before, after }: Refund,
  placeOf: (line: CountedLine) => number,
): readonly PlacedBase[] {
  if (original !== null) return [[placeOf(original), line.base]]
  const place = placeOf({ ...line, given: { ...line.given, order: undefined } })
  const whole = fraction.divide(line.base, fraction.subtract(before, after))
  const left = (part: Fraction) => fraction.multiply(whole, fraction.subtract(fraction.ONE, part))
  return [
    [place, left(after)],
    [place + 1, fraction.negate(left(before))],
  ]
}

/** The same lines after others, which have so many places of each scale. */
export function placedAfter(
  lines: readonly CountedLine[],
  taken: readonly { readonly length: number }[],
): CountedLine[] {
  return lines.map((line) => {
    if (line.places === undefined) return line
    const from = afterAll(taken[line.group]?.length ?? 0)
    return { ...line, places: line.places.map(([place, base]) => [place + from, base] as const) }
  })
}

/** The first place of a line after so many places. */
export function afterAll(places: number): number {
  return places + (places % 2)
}

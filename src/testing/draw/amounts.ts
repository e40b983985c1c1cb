/** Where amounts come from: those at which something of a policy begins or ends, a step beside them, and any others. */
import type * as kernel from '../../kernel/index.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import type { Arbitrary, FastCheck } from '../types.js'

type Fraction = fraction.Fraction

/** A number that the library wrote, or a policy has. */
export function exactly(value: kernel.DecimalInput): Fraction {
  return read.decimal(value, [], []) ?? fraction.ZERO
}

/** So many steps of `10^-decimals`. */
export function stepsOf(count: bigint, decimals: number): Fraction {
  return { n: count, d: 10n ** BigInt(decimals) }
}

/** Amounts of so many decimals, from the least to the most. */
export interface Range {
  /** Where something begins or ends. */
  readonly edges: readonly Fraction[]
  readonly decimals: number
  /** The least amount that is drawn; 0 unless told. */
  readonly least?: Fraction
  /** The most; twice the highest edge unless told. */
  readonly most?: Fraction
}

/**
 * A place in a range that is known only once other things are drawn: so many edges from its beginning and a step beside, or a part of the
 * way. What is drawn beside it can shrink without it.
 */
export type Place =
  | { readonly edge: number; readonly step: bigint }
  | { readonly millionths: bigint }

/** Any place, most often on an edge or a step beside it. */
export function drawPlace(fc: FastCheck): Arbitrary<Place> {
  return fc.oneof(
    { arbitrary: fc.record({ edge: drawEdge(fc), step: fc.constantFrom(0n, -1n, 1n) }), weight: 3 },
    { arbitrary: drawBetween(fc), weight: 2 },
  )
}

function drawEdge(fc: FastCheck): Arbitrary<number> {
  return fc.nat({ max: 23 })
}

function drawBetween(fc: FastCheck): Arbitrary<Place> {
  return fc.record({ millionths: fc.bigInt({ min: 0n, max: 1_000_000n }) })
}

/** Any amount in a range, most often on an edge or a step beside it. */
export function drawAmount(fc: FastCheck, range: Range): Arbitrary<string> {
  return drawPlace(fc).map((place) => amountAt(place, range))
}

export function amountAt(place: Place, range: Range): string {
  const bounds = boundsOf(range)
  return writeWithin(exactAt(place, bounds), bounds)
}

/** A place, how far below it something is, and how far above it another thing. */
export interface TwoPlaces {
  readonly at: Place
  readonly below: bigint
  readonly above: bigint
}

/**
 * A place below an edge, and one on it or above. What breaks between the two shrinks to the edge: to one step below it, and to itself, which
 * is the smallest of all cases.
 */
export function drawTwoPlaces(fc: FastCheck): Arbitrary<TwoPlaces> {
  const onEdge: Arbitrary<Place> = fc.record({ edge: drawEdge(fc), step: fc.constant(0n) })
  const within = (least: bigint) =>
    fc.oneof(
      { withCrossShrink: true },
      { arbitrary: fc.constant(least), weight: 2 },
      { arbitrary: fc.bigInt({ min: least, max: 10_000_000_000n }), weight: 1 },
    )
  return fc.record({
    at: fc.oneof({ arbitrary: onEdge, weight: 4 }, { arbitrary: drawBetween(fc), weight: 1 }),
    below: within(1n),
    above: within(0n),
  })
}

/** An amount, and a larger one. */
export interface TwoAmounts {
  readonly less: string
  readonly more: string
}

export function twoAmountsAt({ at, below, above }: TwoPlaces, range: Range): TwoAmounts {
  const bounds = boundsOf(range)
  const edge = exactAt(at, bounds)
  return {
    less: writeWithin(fraction.subtract(edge, stepsOf(below, range.decimals)), bounds),
    more: writeWithin(fraction.add(edge, stepsOf(above, range.decimals)), bounds),
  }
}

type Bounds = Required<Range>

function exactAt(place: Place, { edges, least, most, decimals }: Bounds): Fraction {
  if ('millionths' in place) {
    const way = fraction.multiply(fraction.subtract(most, least), stepsOf(place.millionths, 6))
    return fraction.add(least, way)
  }
  const edge = edges[place.edge % edges.length] ?? least
  return fraction.add(edge, stepsOf(place.step, decimals))
}

/**
 * The edges within the least and the most that is drawn. In the order given, so that the same place is the same edge for another target, and what
 * breaks there still does when the target shrinks.
 */
function boundsOf({ edges, decimals, least = fraction.ZERO, most }: Range): Bounds {
  const highest = edges.reduce(fraction.larger, fraction.larger(least, fraction.ONE))
  const end = most ?? fraction.multiply(highest, fraction.whole(2))
  const within = edges.filter(
    (edge) => fraction.compare(edge, least) >= 0 && fraction.compare(edge, end) <= 0,
  )
  return { edges: [least, ...within], least, most: end, decimals }
}

function writeWithin(amount: Fraction, { least, most, decimals }: Bounds): string {
  const within = fraction.larger(least, fraction.smaller(most, amount))
  return write.fixed(fraction.toUnits(within, decimals, 'half-up'), decimals)
}

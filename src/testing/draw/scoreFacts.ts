/** Facts for the criteria of a score: on the steps, knots and ends of each curve, and beside them. */
import type { Criterion, Curve, DecayCurve, PointsCurve } from '../../kernel/index.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as time from '../../kernel/time/time.js'
import type { Arbitrary, FastCheck } from '../types.js'
import {
  amountAt,
  drawAmount,
  drawPlace,
  drawTwoPlaces,
  exactly,
  type Range,
  type TwoAmounts,
  twoAmountsAt,
} from './amounts.js'
import { AS_OF, type Facts } from './facts.js'

/** What a score is made of: criteria, and when one of them may be left out. */
export interface Card {
  readonly criteria: readonly Criterion[]
  readonly missing: Criterion['missing']
  readonly knownWeightAtLeast?: number | undefined
}

/** Facts for all criteria; now and then without those that may be missing. */
export function drawCardFacts(fc: FastCheck, card: Card): Arbitrary<Facts> {
  const drawn = card.criteria.map(({ id, curve }) => [id, drawCurveFact(fc, curve)] as const)
  return fc.record(Object.fromEntries(drawn), { requiredKeys: requiredIn(card) })
}

/** The criteria that have a fact in any case, the heaviest among them, so that something is known. */
function requiredIn({ criteria, missing, knownWeightAtLeast }: Card): string[] {
  const heaviest = criteria.reduce((most, one) => (one.weight > most.weight ? one : most))
  return criteria
    .filter(
      (one) =>
        knownWeightAtLeast !== undefined ||
        one === heaviest ||
        (one.missing ?? missing) === 'refuse',
    )
    .map(({ id }) => id)
}

function drawCurveFact(fc: FastCheck, curve: Curve): Arbitrary<unknown> {
  if (curve.kind === 'choice') return fc.constantFrom(...Object.keys(curve.choices))
  if (curve.kind === 'decay') return drawEvents(fc, curve)
  const { range, write } = measureOf(curve)
  const figures = drawPlace(fc).map((place) => write(amountAt(place, range)))
  return curve.kind === 'points' ? fc.oneof(figures, ...drawStandIns(fc, curve)) : figures
}

/** What may stand for points: a name, or an amount of money. */
function drawStandIns(fc: FastCheck, { names = {}, amounts }: PointsCurve): Arbitrary<unknown>[] {
  const words = Object.keys(names)
  const ofWords = words.length === 0 ? [] : [fc.constantFrom(...words)]
  if (amounts === undefined) return ofWords
  const edges = amounts.knots.map(({ at }) => exactly(at))
  return [...ofWords, drawAmount(fc, { edges, decimals: 2 }).map((amount) => ({ amount }))]
}

/** A fact, and a better one: closer to the end of the curve that has more points. */
export interface TwoFacts {
  readonly worse: unknown
  readonly better: unknown
}

/** Two facts for a curve; null where none is better than another, as of words. */
export function drawTwoFacts(fc: FastCheck, curve: Curve): Arbitrary<TwoFacts> | null {
  if (curve.kind === 'choice') return null
  if (curve.kind === 'decay') return drawOneMoreEvent(fc, curve)
  const { range, write, isFalling } = measureOf(curve)
  return drawTwoPlaces(fc)
    .map((places): TwoAmounts => twoAmountsAt(places, range))
    .map(({ less, more }) =>
      isFalling
        ? { worse: write(more), better: write(less) }
        : { worse: write(less), better: write(more) },
    )
}

/** What a curve measures: figures from where to where, how they are given, and whether a lower one is the better. */
interface Measure {
  readonly range: Range
  readonly write: (figure: string) => unknown
  readonly isFalling: boolean
}

const RISING = { write: (figure: string): unknown => figure, isFalling: false }

function measureOf(curve: Exclude<Curve, { kind: 'choice' | 'decay' }>): Measure {
  switch (curve.kind) {
    case 'points': {
      const most = exactly(curve.maximum)
      return { ...RISING, range: { edges: [most], most, decimals: 2 } }
    }
    case 'rating': {
      const [least, most] = [exactly(curve.minimum), exactly(curve.maximum)]
      return { ...RISING, range: { edges: [most], least, most, decimals: 1 } }
    }
    case 'ratio':
      return { ...RISING, range: inHundredths(curve), write: ofHundred }
    case 'progress':
      return {
        ...RISING,
        range: inHundredths(curve),
        write: (actual) => ({ actual, target: '100', baseline: '0' }),
      }
    case 'lower-is-better':
      return { range: ofInverse(curve), write: ofHundred, isFalling: true }
    case 'steps': {
      const [first, last] = [curve.below, curve.steps.at(-1)?.points ?? curve.below]
      const range = around(curve.steps.map(({ from }) => from))
      return { ...RISING, range, isFalling: last < first }
    }
    case 'linear': {
      const [first, last] = [curve.knots[0]?.points ?? 0, curve.knots.at(-1)?.points ?? 0]
      const range = around(curve.knots.map(({ at }) => at))
      return { ...RISING, range, isFalling: last < first }
    }
  }
}

function ofHundred(actual: string): unknown {
  return { actual, target: '100' }
}

interface Limits {
  readonly floor: number
  readonly cap: number
}

/** What is reached of a target of 100. */
function inHundredths({ floor, cap }: Limits): Range {
  return { edges: [exactly(floor), exactly(cap), fraction.HUNDRED], decimals: 2 }
}

/** A target of 100 ÷ what is reached: at a floor of 50 that is 200. */
function ofInverse({ floor, cap }: Limits): Range {
  const tenThousand = fraction.whole(10_000)
  const ends = [floor, cap].filter((end) => end > 0).map(exactly)
  const edges = ends.map((end) => fraction.divide(tenThousand, end))
  return { edges: [...edges, fraction.HUNDRED], decimals: 2 }
}

/** From one below the lowest place to one above the highest. */
function around(places: readonly string[]): Range {
  const edges = places.map(exactly).sort(fraction.compare)
  const [lowest = fraction.ZERO] = edges
  const highest = edges.at(-1) ?? lowest
  return {
    edges,
    least: fraction.subtract(lowest, fraction.ONE),
    most: fraction.add(highest, fraction.ONE),
    decimals: 4,
  }
}

/** Dated events of the kinds that a curve knows. */
function drawEvents(fc: FastCheck, curve: DecayCurve) {
  return fc
    .array(drawEvent(fc, Object.keys(curve.events)), { maxLength: 8 })
    .map((events) => ({ asOf: AS_OF, events }))
}

function drawEvent(fc: FastCheck, kinds: readonly string[]) {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    date: fc.nat({ max: 400 }).map((days) => time.addDays(AS_OF, -days)),
  })
}

/** Events, and one more that does not speak against. */
function drawOneMoreEvent(fc: FastCheck, curve: DecayCurve): Arbitrary<TwoFacts> | null {
  const kinds = Object.entries(curve.events)
    .filter(([, event]) => (typeof event === 'number' ? event : event.points) >= 0)
    .map(([kind]) => kind)
  if (kinds.length === 0) return null
  return fc
    .record({ worse: drawEvents(fc, curve), more: drawEvent(fc, kinds) })
    .map(({ worse, more }) => ({ worse, better: { ...worse, events: [...worse.events, more] } }))
}

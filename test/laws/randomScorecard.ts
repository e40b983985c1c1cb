/**
 * Scorecards and facts, drawn to meet the edges: ties at the last decimal, results exactly on target, facts exactly on a step or a knot,
 * numbers and texts of up to 15 digits, and every now and then something that is refused.
 */
import type { CriterionInput, CurveInput } from 'sales-rules'
import { roundingModes } from '../../src/kernel/number/rounding.js'
import type { ScorecardRulesInput } from '../../src/kernel/schema.js'
import type { Random } from '../oracle/random.js'

export interface DrawnScorecard {
  readonly criteria: readonly CriterionInput[]
  readonly rules: ScorecardRulesInput
}

export function randomScorecard(random: Random): DrawnScorecard {
  const isBare = random.oneIn(5)
  const count = isBare ? random.integer(1, 9) : random.integer(1, random.oneIn(10) ? 10 : 5)
  const isInParts = random.oneIn(6)
  const missing = randomMissing(random)
  const isMixed = !('knownWeightAtLeast' in missing) && random.oneIn(30)
  const weights = isInParts ? randomParts(random, count) : randomWeights(random, count)
  return {
    criteria: weights.map((weight, index) => ({
      id: `part-${index}`,
      weight,
      curve: isBare ? 'points' : randomCurve(random),
      ...(isMixed && random.oneIn(3) ? { missing: random.pick(MISSING) } : {}),
    })),
    rules: {
      ...missing,
      ...(isInParts ? { weights: 'parts' } : {}),
      decimals: random.pick([2, 2, 2, 0, 1, 3, 4, 6]),
      rounding: random.pick(['half-up', 'half-up', 'half-even', ...roundingModes]),
    },
  }
}

const MISSING = ['refuse', 'zero', 'reweight'] as const

/** A least known weight stands beside `reweight` for all parts. */
function randomMissing(random: Random) {
  const missing = random.pick(['refuse', ...MISSING] as const)
  return missing === 'reweight' && random.oneIn(4)
    ? { missing, knownWeightAtLeast: 60 }
    : { missing }
}

/** Weights that add up to 100, most of them round, some with a decimal, some zero. */
function randomWeights(random: Random, count: number): string[] {
  const step = random.pick([100, 50, 1])
  const cuts = Array.from({ length: count - 1 }, () => random.integer(0, 1000 / step) * step)
  const ends = [...cuts.sort((a, b) => a - b), 1000]
  return ends.map((end, index) => tenths(end - (ends[index - 1] ?? 0)))
}

/** Parts, most of them equal, the first of them above zero. */
function randomParts(random: Random, count: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    random.oneIn(3) ? random.integer(index === 0 ? 1 : 0, 7) / 4 : 1,
  )
}

function tenths(value: number): string {
  return `${Math.floor(value / 10)}.${value % 10}`
}

const somePoints = (random: Random) =>
  random.pick([0, 100, 50, random.integer(0, 1000) / 10, random.integer(0, 120)])

function randomCurve(random: Random): CurveInput {
  // What the rule itself reads is drawn more rarely.
  if (random.oneIn(200)) return randomSlowCurve(random)
  const kind = random.pick([
    'points',
    'points',
    'ratio',
    'ratio',
    'lower-is-better',
    'steps',
    'linear',
    'choice',
  ] as const)
  switch (kind) {
    case 'points':
      return { kind, maximum: random.pick([100, 100, 10, 120.5, 1000]) }
    case 'ratio':
    case 'lower-is-better':
      return {
        kind,
        floor: random.pick([0, 0, 0, 20, 33.3]),
        cap: random.pick([100, 100, 150, 120.5]),
      }
    case 'steps':
      return {
        kind,
        below: somePoints(random),
        steps: starts(random, 1).map((from) => ({ from, points: somePoints(random) })),
      }
    case 'linear':
      return {
        kind,
        knots: starts(random, 2).map((at) => ({ at, points: somePoints(random) })),
      }
    case 'choice':
      return { kind, choices: { good: somePoints(random), fair: somePoints(random), bad: 0 } }
  }
}

function randomSlowCurve(random: Random): CurveInput {
  if (random.oneIn(2)) return random.pick(['progress', { kind: 'progress', cap: 150 }] as const)
  return { kind: 'rating', minimum: random.pick([0, 1]), maximum: random.pick([5, 10]) }
}

const SCALES = [
  [0, 0.8, 1, 1.2, 1.5],
  [0, 50_000, 500_000, 1_000_000],
  [-2, 0, 3, 7, 10],
  [0.5, 0.333, 0.9, 1.1, 2],
]

function starts(random: Random, least: number): string[] {
  const all = [...random.pick(SCALES)].sort((a, b) => a - b)
  const count = random.integer(least, all.length)
  return all.slice(0, count).map(String)
}

/** An object with a field of its own that no loop over its keys shows. */
export function hiding(value: object, key: string, field: unknown): object {
  return Object.defineProperty({ ...value }, key, { value: field, enumerable: false })
}

/** An object that inherits the fields of another. */
export const inheriting = (value: object): object => Object.create(value)

/** A fact for a curve; undefined for none. Most are right; one in forty is anything. */
export function randomFact(random: Random, curve: CurveInput): unknown {
  if (random.oneIn(40)) return anything(random)
  if (random.oneIn(25)) return pickAny(random, [null, undefined])
  if (random.oneIn(15)) return { points: pointsOf(random) }
  if (random.oneIn(60)) return astray(random)
  if (random.oneIn(40)) return negativeZero(random)
  const kind = typeof curve === 'string' ? curve : curve.kind
  switch (kind) {
    case 'points':
      return pointsOf(random)
    case 'choice':
      return random.pick(['good', 'fair', 'bad'])
    case 'lower-is-better':
      return quotient(random)
    case 'progress':
      return { ...(quotient(random) as object), baseline: figure(random) }
    case 'rating':
      return spelled(random, random.integer(0, 52) / 10)
    case 'ratio':
      return random.oneIn(3)
        ? spelled(random, random.integer(0, 20_000) / 10_000)
        : quotient(random)
    default:
      return random.oneIn(3) ? quotient(random) : figure(random)
  }
}

/** Nothing at all, with a sign that says nothing: as a figure, as points, and as what was reached of a target or what it was. */
function negativeZero(random: Random): unknown {
  const zero = random.pick([-0, -0, '-0', '-0.0'])
  const target = random.pick([4, '0.5', 1_200_000])
  return random.pick([
    zero,
    { points: zero },
    { actual: zero, target },
    { actual: zero, target },
    { actual: 3, target: zero },
  ])
}

/** A fact with a field that no loop over its keys shows, or one that is undefined, which is left out. */
function astray(random: Random): unknown {
  const fact = random.pick([{ actual: 3 }, { points: 80 }, { actual: 3, target: 4 }, {}])
  const field = random.pick(['target', 'points', 'actual'])
  const value = random.oneIn(2) ? 4 : undefined
  return random.pick([
    () => hiding(fact, field, value),
    () => ({ ...fact, [field]: value }),
    () => inheriting({ ...fact, [field]: value }),
  ])()
}

/** Points with a third decimal that is 5 make ties of two decimals. */
function pointsOf(random: Random): unknown {
  const value = random.pick([
    random.integer(0, 100),
    random.integer(0, 10_000) / 100,
    random.integer(0, 20_000) / 200,
    random.integer(0, 1000) / 10 + 0.005,
    89.995,
    random.integer(0, 1e12) / 1e10,
  ])
  return spelled(random, value)
}

function figure(random: Random): unknown {
  const start = random.pick(random.pick(SCALES))
  const near = random.pick([0, 0, 0.01, -0.01, 1, random.integer(-1000, 1000) / 100])
  return spelled(random, Number((start + near).toFixed(6)))
}

function quotient(random: Random): unknown {
  const target = random.pick([10, 3, 7, 8, 1, 0.95, 1_200_000, 999_999.99, 123_456_789, 4000])
  const share = random.pick([1, 1, 0.8, 1.2, 0.5, 0.9, 1.5, random.integer(0, 1600) / 1000])
  const actual = random.oneIn(4) ? random.integer(0, 20) : Number((target * share).toFixed(2))
  return { actual: spelled(random, actual), target: spelled(random, target) }
}

/** As a number, as its text, or as a text with a zero too many. */
function spelled(random: Random, value: number): unknown {
  const text = String(value)
  if (random.integer(1, 3) > 1) return value
  return random.oneIn(4) && text.includes('.') ? `${text}0` : text
}

function anything(random: Random): unknown {
  return pickAny(random, [
    -1,
    1e21,
    0.1 + 0.2,
    Number.NaN,
    1e-7,
    -0,
    101,
    12.5,
    'abc',
    '1,000',
    '',
    '1e2',
    '-',
    '5.',
    true,
    5n,
    [],
    {},
    new Date(0),
    { actual: 1 },
    { actual: 1, target: 0 },
    { actual: 0, target: 0 },
    { actual: 1, target: 2, baseline: 1 },
    { actual: 1, target: 1, unit: 'x' },
    { points: 1, actual: 1 },
    { points: null },
    { actual: -3, target: 10 },
    { actual: '-0.5', target: 4 },
    { actual: 1 / 3, target: 1 },
    { points: 1e300 },
    '0.12345678901234',
    '1234567890123456',
    999999999999999,
    '000000000000000000012',
  ])
}

/** Picks one of anything, undefined among it. */
export function pickAny(random: Random, values: readonly unknown[]): unknown {
  return values[random.integer(0, values.length - 1)]
}

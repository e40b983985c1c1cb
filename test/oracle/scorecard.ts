/**
 * The weighted score of a scorecard, its shown contributions and its band, in exact fractions until
 * the one rounding at the end. The decay curve is absent: its powers of one half are not fractions.
 */
import { handOut } from './allocate.js'
import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  fraction,
  larger,
  multiply,
  parse,
  Refusal,
  type RoundingMode,
  smaller,
  subtract,
  sum,
  toDecimal,
  zero,
} from './fraction.js'

export type Curve =
  | { readonly type: 'points'; readonly max: string }
  | { readonly type: 'ratio'; readonly floor: string; readonly cap: string }
  | { readonly type: 'lower-is-better'; readonly floor: string; readonly cap: string }
  | { readonly type: 'progress'; readonly floor: string; readonly cap: string }
  | { readonly type: 'rating'; readonly min: string; readonly max: string }
  | {
      readonly type: 'steps'
      readonly steps: readonly { readonly from: string; readonly points: string }[]
      readonly below: string
    }
  | {
      readonly type: 'linear'
      readonly knots: readonly { readonly at: string; readonly points: string }[]
    }
  | { readonly type: 'choice'; readonly points: Readonly<Record<string, string>> }

/** A figure or a choice's name, or an actual against its target, from where it began. */
export type Answer =
  | string
  | { readonly actual: string; readonly target: string; readonly baseline?: string }

export interface Criterion {
  readonly id: string
  readonly weight: string
  readonly curve: Curve
  readonly missing?: Scorecard['missing']
}

export interface Scorecard {
  readonly criteria: readonly Criterion[]
  readonly missing: 'refuse' | 'zero' | 'reweight'
  /** In percent of all weight, where a criterion is left out. */
  readonly knownWeightAtLeast?: string
  readonly rounding: { readonly mode: RoundingMode; readonly decimals: number }
}

export interface Score {
  readonly score: string
  /** The score before its rounding. */
  readonly exact: Fraction
  /** null: left out of the score. */
  readonly contributions: readonly { readonly id: string; readonly contribution: string | null }[]
}

export interface Band {
  readonly id: string
  readonly from: string
}

/** The score of the answers by criterion id; an id without an answer is missing. */
export function scoreOf(answers: Readonly<Record<string, Answer>>, scorecard: Scorecard): Score {
  const { criteria, rounding } = scorecard
  const unanswered = criteria.filter(({ id }) => answers[id] === undefined)
  const ruleOf = ({ missing }: Criterion) => missing ?? scorecard.missing
  if (unanswered.some((one) => ruleOf(one) === 'refuse' && parse(one.weight).n > 0n))
    throw new Refusal('an answer is missing')
  const used = criteria.filter((one) => !unanswered.includes(one) || ruleOf(one) === 'zero')
  refuseTooLittle(unanswered, used, scorecard)
  const weights = sum(used.map(({ weight }) => parse(weight)))
  if (weights.n === 0n) throw new Refusal('no answer has a weight')
  const exactParts = used.map(({ id, weight, curve }) => {
    const answer = answers[id]
    const points = answer === undefined ? zero : pointsOf(answer, curve)
    return divide(multiply(points, parse(weight)), weights)
  })
  const exact = sum(exactParts)
  const score = toDecimal(exact, rounding.decimals, rounding.mode)
  const shown = contributionsOf(score, exactParts, rounding.decimals)
  const contributions = criteria.map((criterion) => ({
    id: criterion.id,
    contribution: shown[used.indexOf(criterion)] ?? null,
  }))
  return { score, exact, contributions }
}

function refuseTooLittle(
  unanswered: readonly Criterion[],
  used: readonly Criterion[],
  { criteria, knownWeightAtLeast }: Scorecard,
): void {
  const total = (some: readonly Criterion[]) => sum(some.map(({ weight }) => parse(weight)))
  const isAnyLeftOut = compare(total(used), total(criteria)) < 0
  if (knownWeightAtLeast === undefined || !isAnyLeftOut) return
  const known = total(criteria.filter((one) => !unanswered.includes(one)))
  const least = multiply(total(criteria), divide(parse(knownWeightAtLeast), fraction(100n)))
  if (compare(known, least) < 0) throw new Refusal('too little weight is known')
}

/** Exact contributions as decimals that add up to the rounded score, by largest remainder. */
function contributionsOf(score: string, parts: readonly Fraction[], decimals: number): string[] {
  const scale = fraction(10n ** BigInt(decimals))
  const units = multiply(parse(score), scale)
  const counts = handOut(
    units.n,
    parts.map((part) => multiply(part, scale)),
  )
  return counts.map((count) => toDecimal(fraction(count, scale.n), decimals, 'down'))
}

/** The points an answer earns on its curve, exact. */
export function pointsOf(answer: Answer, curve: Curve): Fraction {
  if (curve.type === 'ratio' || curve.type === 'lower-is-better') return ratioPoints(answer, curve)
  if (curve.type === 'progress') return progressPoints(answer, curve)
  if (typeof answer !== 'string') throw new Refusal('expected one figure')
  if (curve.type === 'choice') return choicePoints(answer, curve.points)
  const value = parse(answer)
  if (curve.type === 'steps') return stepPoints(value, curve)
  if (curve.type === 'linear') return linearPoints(value, curve.knots)
  const least = curve.type === 'rating' ? parse(curve.min) : zero
  if (compare(value, least) < 0 || compare(value, parse(curve.max)) > 0)
    throw new Refusal('points out of range')
  if (curve.type === 'points') return value
  return multiply(divide(value, parse(curve.max)), fraction(100n))
}

/** The band of a rounded score: the highest whose lower bound it reaches. */
export function bandOf(score: string, bands: readonly Band[]): string | null {
  const reached = bands.filter(({ from }) => compare(parse(score), parse(from)) >= 0)
  const highest = reached.find(({ from }) =>
    reached.every((other) => compare(parse(from), parse(other.from)) >= 0),
  )
  return highest?.id ?? null
}

function ratioPoints(
  answer: Answer,
  curve: Extract<Curve, { type: 'ratio' | 'lower-is-better' }>,
): Fraction {
  if (typeof answer === 'string') throw new Refusal('expected an actual and a target')
  const actual = parse(answer.actual)
  const target = parse(answer.target)
  if (target.n < 0n || (target.n === 0n && curve.type === 'ratio'))
    throw new Refusal('the target is not above zero')
  const [top, bottom] = curve.type === 'ratio' ? [actual, target] : [target, actual]
  if (bottom.n < 0n) throw new Refusal('the actual is below zero')
  if (bottom.n === 0n) return parse(curve.cap)
  const points = multiply(divide(top, bottom), fraction(100n))
  return smaller(larger(points, parse(curve.floor)), parse(curve.cap))
}

/** 100 × the way that was gone ÷ the way there was to go. */
function progressPoints(answer: Answer, curve: Extract<Curve, { type: 'progress' }>): Fraction {
  if (typeof answer === 'string' || answer.baseline === undefined)
    throw new Refusal('expected an actual, a target and a baseline')
  const baseline = parse(answer.baseline)
  const gone = subtract(baseline, parse(answer.actual))
  const way = subtract(baseline, parse(answer.target))
  if (way.n === 0n) throw new Refusal('the baseline is the target')
  const points = multiply(divide(gone, way), fraction(100n))
  return smaller(larger(points, parse(curve.floor)), parse(curve.cap))
}

function stepPoints(value: Fraction, curve: Extract<Curve, { type: 'steps' }>): Fraction {
  const reached = curve.steps.filter(({ from }) => compare(parse(from), value) <= 0)
  const highest = reached.find(({ from }) =>
    reached.every((other) => compare(parse(from), parse(other.from)) >= 0),
  )
  return parse(highest?.points ?? curve.below)
}

/** Between two knots, the mean of their points, each weighted by the distance to the other. */
function linearPoints(
  value: Fraction,
  knots: Extract<Curve, { type: 'linear' }>['knots'],
): Fraction {
  const exact = knots.map((knot) => ({ at: parse(knot.at), points: parse(knot.points) }))
  const left = exact.filter(({ at }) => compare(at, value) <= 0).at(-1)
  const right = exact.find(({ at }) => compare(at, value) >= 0)
  if (left === undefined || right === undefined) return (left ?? right)?.points ?? zero
  if (equals(left.at, right.at)) return left.points
  const weighted = add(
    multiply(left.points, subtract(right.at, value)),
    multiply(right.points, subtract(value, left.at)),
  )
  return divide(weighted, subtract(right.at, left.at))
}

function choicePoints(answer: string, points: Readonly<Record<string, string>>): Fraction {
  const found = points[answer]
  if (found === undefined) throw new Refusal(`no such choice: ${answer}`)
  return parse(found)
}

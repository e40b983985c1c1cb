/** Attainments to draw from: a distribution given by its quantiles, or the attainments that were observed. */
import type { DecimalInput, Issue } from '../kernel/index.js'
import type { Path } from '../kernel/input/issue.js'
import * as issue from '../kernel/input/issue.js'
import * as read from '../kernel/input/read.js'
import type { Fraction } from '../kernel/number/fraction.js'
import * as fraction from '../kernel/number/fraction.js'
import { A_DISTRIBUTION, DISTRIBUTION_ENDS, QUANTILES_OUT_OF_ORDER } from './issues.js'
import { readPart } from './quantiles.js'

/** How attainments are distributed. */
export type AttainmentDistribution =
  /** Of each part of all, from 0 to 1, the attainment that it does not exceed; straight in between. */
  | {
      readonly quantiles: readonly {
        readonly at: DecimalInput
        readonly attainment: DecimalInput
      }[]
    }
  /** Attainments, each as likely as another. */
  | { readonly observed: readonly DecimalInput[] }

/** The attainment that a whole number from 0 to 2^32 − 1 draws. */
export type Drawn = (number: number) => Fraction

const ALL = 4294967296n

/** Reads a distribution; what is wrong with it is added to the issues. */
export function readDistribution(value: unknown, path: Path, issues: Issue[]): Drawn {
  const fields = read.fields(value, path, ['quantiles', 'observed'], issues)
  if (fields === undefined) return () => fraction.ZERO
  const { quantiles, observed } = fields
  if ((quantiles === undefined) === (observed === undefined)) {
    issue.add(issues, issue.invalid(value, path, A_DISTRIBUTION))
    return () => fraction.ZERO
  }
  if (observed !== undefined) return readObserved(observed, [...path, 'observed'], issues)
  return readKnots(quantiles, [...path, 'quantiles'], issues)
}

function readObserved(value: unknown, path: Path, issues: Issue[]): Drawn {
  const given = read.array(value, path, issues)
  const observed = (given ?? []).flatMap(
    (one, at) => readAttainment(one, [...path, at], issues) ?? [],
  )
  if (given?.length === 0) issue.add(issues, issue.at(DISTRIBUTION_ENDS, path, { given: '[]' }))
  const count = BigInt(observed.length)
  return (number) => observed[Number((BigInt(number) * count) / ALL)] ?? fraction.ZERO
}

function readAttainment(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const attainment = read.within(value, path, issues, { minimum: fraction.ZERO })
  return attainment && read.ratio(value, path, issues)
}

interface Knot {
  readonly at: Fraction
  readonly attainment: Fraction
}

function readKnots(value: unknown, path: Path, issues: Issue[]): Drawn {
  const given = read.array(value, path, issues) ?? []
  const knots = given.flatMap((one, index) => readKnot(one, [...path, index], issues) ?? [])
  if (issues.length === 0) requireOrder(knots, path, issues)
  if (issues.length > 0) return () => fraction.ZERO
  const pieces = knots.slice(1).map((end, index) => pieceOf(knots[index] ?? end, end))
  return (number) => {
    const drawn = { n: BigInt(number), d: ALL }
    const piece = pieces.find(({ end }) => fraction.compare(drawn, end) < 0)
    if (piece === undefined) return fraction.ZERO
    return fraction.add(piece.start, fraction.multiply(piece.slope, drawn))
  }
}

function readKnot(value: unknown, path: Path, issues: Issue[]): Knot | undefined {
  const fields = read.fields(value, path, ['at', 'attainment'], issues)
  if (fields === undefined) return undefined
  const at = readPart(fields['at'], [...path, 'at'], issues)
  const attainment = readAttainment(fields['attainment'], [...path, 'attainment'], issues)
  return at && attainment && { at, attainment }
}

/** From the least to the greatest: parts rise, and attainments do not fall. */
function requireOrder(knots: readonly Knot[], path: Path, issues: Issue[]): void {
  const [first, last] = [knots[0]?.at, knots.at(-1)?.at]
  const isWhole =
    first?.n === 0n && last !== undefined && fraction.compare(last, fraction.ONE) === 0
  if (!isWhole || knots.length < 2)
    issue.add(issues, issue.at(DISTRIBUTION_ENDS, path, { given: `${knots.length}` }))
  for (const [index, knot] of knots.entries()) {
    const before = knots[index - 1]
    if (before === undefined) continue
    const isRising = fraction.compare(before.at, knot.at) < 0
    if (!isRising || fraction.compare(before.attainment, knot.attainment) > 0)
      issue.add(
        issues,
        issue.at(QUANTILES_OUT_OF_ORDER, [...path, index], {
          given: `${index}`,
          previous: `${index - 1}`,
        }),
      )
  }
}

/** A straight piece of the attainments, by the part of all that is drawn. */
function pieceOf(from: Knot, to: Knot) {
  const rise = fraction.subtract(to.attainment, from.attainment)
  const slope = fraction.divide(rise, fraction.subtract(to.at, from.at))
  const start = fraction.subtract(from.attainment, fraction.multiply(slope, from.at))
  return { end: to.at, start: fraction.reduce(start), slope }
}

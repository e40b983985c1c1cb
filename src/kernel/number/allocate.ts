import { add, at, type Issue, refuseIfAny } from '../input/issue.js'
import { readArray, readInteger, readOptions } from '../input/values.js'
import { TOTAL_TOO_PRECISE, WEIGHTS_NOT_POSITIVE } from '../issues.js'
import {
  countDecimals,
  type DecimalInput,
  readDecimal,
  writeDecimal,
  writeFixed,
} from './decimal.js'
import {
  compare,
  divide,
  type Fraction,
  multiply,
  negate,
  powerOfTen,
  sum,
  ZERO,
} from './fraction.js'
import { MOST_DECIMALS } from './rounding.js'

/**
 * Splits a total between weighted shares so that the parts add up to it exactly.
 *
 * Use it for targets, credit splits and line attributions; to round one number use {@link round}.
 * Largest remainder: each part is cut to `decimals`, and the units left over go to the largest remainders, first come on a
 * tie. A negative total is the mirror of the positive one.
 *
 * @throws SalesRulesError `WEIGHTS_NOT_POSITIVE` when a weight is below zero or none is above it; `TOTAL_TOO_PRECISE` when
 *   the total itself has more than `decimals` decimals.
 *
 * @example Three equal owners of 100.00, and a refund between two
 * ```ts
 * import { allocate } from 'sales-rules'
 *
 * allocate('100.00', [1, 1, 1], { decimals: 2 }) // => ['33.34', '33.33', '33.33']
 * allocate('-0.05', [1, 1], { decimals: 2 }) // => ['-0.03', '-0.02']
 * ```
 */
export function allocate(
  total: DecimalInput,
  weights: readonly DecimalInput[],
  options: { readonly decimals: number },
): string[] {
  const issues: Issue[] = []
  const exactTotal = readDecimal(total, ['total'], issues)
  const exactWeights = readWeights(weights, issues)
  const fields = readOptions(options, ['options'], ['decimals'], issues)
  const decimals = readInteger(fields?.['decimals'], ['options', 'decimals'], issues, {
    minimum: 0,
    maximum: MOST_DECIMALS,
  })
  if (exactTotal !== undefined && decimals !== undefined) {
    const issue = precisionIssue(exactTotal, decimals)
    if (issue !== undefined) issues.push(issue)
  }
  refuseIfAny(issues)
  const units = toUnits(exactTotal as Fraction, decimals as number)
  return allocateUnits(units, exactWeights).map((part) => writeFixed(part, decimals as number))
}

function readWeights(weights: unknown, issues: Issue[]): Fraction[] {
  const before = issues.length
  const list = readArray(weights, ['weights'], issues) ?? []
  const exact = list.map((weight, index) => readDecimal(weight, ['weights', index], issues) ?? ZERO)
  if (issues.length > before) return exact
  const params = { weights: exact.length }
  for (const [index, { n }] of exact.entries()) {
    if (n >= 0n) continue
    add(issues, at(WEIGHTS_NOT_POSITIVE, ['weights', index], params))
  }
  if (issues.length === before && !exact.some(({ n }) => n > 0n)) {
    add(issues, at(WEIGHTS_NOT_POSITIVE, ['weights'], params))
  }
  return exact
}

function precisionIssue(total: Fraction, decimals: number): Issue | undefined {
  if ((countDecimals(total) ?? 0) <= decimals) return undefined
  return at(TOTAL_TOO_PRECISE, ['total'], { total: writeDecimal(total), decimals })
}

function toUnits({ n, d }: Fraction, decimals: number): bigint {
  return (n * powerOfTen(decimals)) / d
}

/** Splits whole units by weights of 0 or more, at least one above 0. */
export function allocateUnits(total: bigint, weights: readonly Fraction[]): bigint[] {
  const all = sum(weights)
  const exact = { n: total, d: 1n }
  return roundTogether(
    weights.map((weight) => divide(multiply(exact, weight), all)),
    total,
  )
}

/**
 * Makes whole numbers of exact parts so that they add up to a total, which is their sum rounded in any way. Each part is cut to
 * the whole number below it (above it, where the total is negative, so that a refund mirrors); the units left over go to the
 * largest remainders, first come on a tie.
 */
export function roundTogether(parts: readonly Fraction[], total: bigint): bigint[] {
  return total < 0n
    ? dealOut(parts.map(negate), -total).map((unit) => -unit)
    : dealOut(parts, total)
}

/** Cuts each part, and deals what is left of the total out to the largest remainders. */
function dealOut(parts: readonly Fraction[], total: bigint): bigint[] {
  const units: bigint[] = []
  const remainders: Fraction[] = []
  let left = total
  for (const { n, d } of parts) {
    const rest = n % d
    const isBelow = rest < 0n
    const unit = isBelow ? n / d - 1n : n / d
    units.push(unit)
    remainders.push({ n: isBelow ? rest + d : rest, d })
    left -= unit
  }
  if (left <= 0n) return units
  for (const index of byLargest(remainders)) {
    if (left <= 0n) break
    units[index] = (units[index] ?? 0n) + 1n
    left -= 1n
  }
  return units
}

/** Positions from the largest value to the smallest; equal values keep their order. */
function byLargest(values: readonly Fraction[]): number[] {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => compare(b.value, a.value))
    .map(({ index }) => index)
}

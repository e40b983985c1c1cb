/**
 * Rounding is data: which way, to how many decimals, and at which step are fields of a policy, never a habit of the code.
 */

import { type Issue, type Path, refuseIfAny } from '../input/issue.js'
import { type Fields, readInteger, readOptions, readWord } from '../input/values.js'
import { type DecimalInput, readDecimal, writeFixed } from './decimal.js'
import { type Fraction, toUnits } from './fraction.js'

/**
 * Which way a number between two steps goes.
 *
 * - `half-up`: to the nearer; a tie goes away from zero (2.5 → 3, −2.5 → −3)
 * - `half-down`: to the nearer; a tie goes toward zero
 * - `half-even`: to the nearer; a tie goes to the even neighbour
 * - `up`: away from zero; `down`: toward zero
 * - `ceiling`: to the greater; `floor`: to the smaller
 */
export type RoundingMode =
  | 'half-up'
  | 'half-even'
  | 'half-down'
  | 'up'
  | 'down'
  | 'ceiling'
  | 'floor'

/** Every rounding mode. */
export const roundingModes: readonly RoundingMode[] = [
  'half-up',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceiling',
  'floor',
]

/** A named rounding: which way, to how many decimals. */
export interface Rounding {
  readonly mode: RoundingMode
  /** Decimals kept, 0 to 12. */
  readonly decimals: number
}

/** The most decimals a rounding keeps. */
export const MOST_DECIMALS = 12

/**
 * Rounds a number to a number of decimals, exactly and by a named mode (half-up unless told).
 *
 * Use it for one number; to split a total into rounded parts use {@link allocate}, or the parts will not add up.
 *
 * @throws SalesRulesError `NUMBER_INVALID`, `NUMBER_TOO_PRECISE`, `VALUE_NOT_ALLOWED`, `NUMBER_OUT_OF_RANGE`.
 *
 * @example A tie goes away from zero, or to the even neighbour
 * ```ts
 * import { round } from 'sales-rules'
 *
 * round('472.5', { mode: 'half-up', decimals: 0 }) // => '473'
 * round('472.5', { mode: 'half-even', decimals: 0 }) // => '472'
 * round('-0.004', { decimals: 2 }) // => '0.00'
 * ```
 */
export function round(value: DecimalInput, rounding: RoundingInput): string {
  const issues: Issue[] = []
  const exact = readDecimal(value, ['value'], issues)
  const { decimals, mode } = readRounding(rounding, issues) as Rounding
  refuseIfAny(issues)
  return writeFixed(toUnits(exact as Fraction, decimals, mode), decimals)
}

/** A rounding as callers give it. */
export interface RoundingInput {
  /** `half-up` by default. */
  readonly mode?: RoundingMode
  /** Decimals kept, 0 to 12. */
  readonly decimals: number
}

/** Reads how to round; what is wrong with it is added to the issues, and undefined. */
export function readRounding(
  rounding: unknown,
  issues: Issue[],
): { readonly [Key in keyof Rounding]: Rounding[Key] | undefined } {
  const options = readOptions(rounding, ['rounding'], ['mode', 'decimals'], issues)
  const mode = readWord(options?.['mode'] ?? 'half-up', ['rounding', 'mode'], roundingModes, issues)
  const bounds = { minimum: 0, maximum: MOST_DECIMALS }
  const path = ['rounding', 'decimals']
  return { mode, decimals: readInteger(options?.['decimals'], path, issues, bounds) }
}

/** Reads how rules round a score, from their `decimals` and `rounding`: half-up to two decimals, unless told. */
export function readScoreRounding(fields: Fields, path: Path, issues: Issue[]): Rounding {
  const mode = fields['rounding'] ?? 'half-up'
  const decimals = fields['decimals'] ?? 2
  const bounds = { minimum: 0, maximum: MOST_DECIMALS }
  return {
    mode: readWord(mode, [...path, 'rounding'], roundingModes, issues) ?? 'half-up',
    decimals: readInteger(decimals, [...path, 'decimals'], issues, bounds) ?? 2,
  }
}

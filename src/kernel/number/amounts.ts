/**
 * Arithmetic with the amounts that this library gives and takes, for what stands around it: totals of statements, differences between
 * runs, what is left of a budget. Exact, and never a float.
 */
import { type Issue, refuseIfAny } from '../input/issue.js'
import { readArray } from '../input/values.js'
import { type DecimalInput, readWritten, writeFixed } from './decimal.js'
import {
  compare,
  multiply as exactProduct,
  type Fraction,
  negate,
  toUnits,
  ZERO,
} from './fraction.js'
import { type Rounding, type RoundingInput, readRounding } from './rounding.js'

/**
 * Adds up amounts, exactly, with as many decimals as the finest of them is written with.
 *
 * Use it for totals of statements and of payments; to split a total use {@link allocate}. The order of the amounts does not matter, and
 * no amounts add up to `'0'`. Currencies are the caller's to keep apart.
 *
 * @throws SalesRulesError `VALUE_INVALID` for what is no array; `NUMBER_INVALID`, `NUMBER_TOO_PRECISE`, `VALUE_MISSING` for an amount.
 *
 * @example A total, and why it needs no floats
 * ```ts
 * import { sumOf } from 'sales-rules'
 *
 * sumOf(['0.10', '0.2']) // => '0.30'
 * sumOf(['1140.00', '-1140.00', 0.5]) // => '0.50'
 * sumOf([]) // => '0'
 * ```
 */
export function sumOf(amounts: readonly DecimalInput[]): string {
  const issues: Issue[] = []
  const list = readArray(amounts, ['amounts'], issues) ?? []
  const exact = list.map((amount, index) => readAmount(amount, ['amounts', index], issues))
  refuseIfAny(issues)
  return writeSum(exact)
}

/**
 * Takes one amount from another, exactly, with as many decimals as the finer of the two is written with.
 *
 * @throws SalesRulesError `NUMBER_INVALID`, `NUMBER_TOO_PRECISE`, `VALUE_MISSING`.
 *
 * @example What a correction comes to
 * ```ts
 * import { subtract } from 'sales-rules'
 *
 * subtract('1140.00', '900') // => '240.00'
 * subtract('900', '1140.00') // => '-240.00'
 * ```
 */
export function subtract(amount: DecimalInput, less: DecimalInput): string {
  const [from, taken] = readPair({ amount, less })
  return writeSum([from, negate(taken)])
}

/**
 * Says which of two amounts is greater: -1 where the first is less than the second, 0 where they are equal, 1 where it is more.
 *
 * It compares numbers, not texts: `'1.50'` equals `'1.5'`. It sorts, too: `amounts.sort(compareAmounts)`.
 *
 * @throws SalesRulesError `NUMBER_INVALID`, `NUMBER_TOO_PRECISE`, `VALUE_MISSING`.
 *
 * @example Less, equal, more
 * ```ts
 * import { compareAmounts } from 'sales-rules'
 *
 * compareAmounts('9.50', '10') // => -1
 * compareAmounts('1.50', '1.5') // => 0
 * compareAmounts('0', '-0.01') // => 1
 * ```
 */
export function compareAmounts(first: DecimalInput, second: DecimalInput): -1 | 0 | 1 {
  return compare(...readPair({ first, second }))
}

/**
 * Multiplies an amount by a factor, exactly, and rounds the product once, by a named rounding (half-up by default).
 *
 * Use it for a rate, a quantity or an exchange rate; to share an amount out use {@link allocate}, or the parts will not add up.
 *
 * @throws SalesRulesError `NUMBER_INVALID`, `NUMBER_TOO_PRECISE`, `VALUE_NOT_ALLOWED`, `NUMBER_OUT_OF_RANGE`, `VALUE_MISSING`.
 *
 * @example A tie goes away from zero, or to the even neighbour
 * ```ts
 * import { multiply } from 'sales-rules'
 *
 * multiply('1000.00', '0.035', { decimals: 2 }) // => '35.00'
 * multiply('0.5', '0.25', { decimals: 2 }) // => '0.13'
 * multiply('0.5', '0.25', { mode: 'half-even', decimals: 2 }) // => '0.12'
 * ```
 */
export function multiply(
  amount: DecimalInput,
  factor: DecimalInput,
  rounding: RoundingInput,
): string {
  const issues: Issue[] = []
  const exact = exactProduct(
    readAmount(amount, ['amount'], issues),
    readAmount(factor, ['factor'], issues),
  )
  const { decimals, mode } = readRounding(rounding, issues) as Rounding
  refuseIfAny(issues)
  return writeFixed(toUnits(exact, decimals, mode), decimals)
}

/** A sum may have more digits than what may be given; it may be given all the same. */
function readAmount(value: unknown, path: readonly (string | number)[], issues: Issue[]): Fraction {
  return readWritten(value, path, issues) ?? ZERO
}

function readPair(amounts: Readonly<Record<string, unknown>>): readonly [Fraction, Fraction] {
  const issues: Issue[] = []
  const pair = Object.entries(amounts).map(([name, value]) => readAmount(value, [name], issues))
  refuseIfAny(issues)
  return pair as unknown as readonly [Fraction, Fraction]
}

/** A number that was read has as its denominator the power of ten that its decimals ask for. */
function writeSum(amounts: readonly Fraction[]): string {
  const finest = amounts.reduce((most, { d }) => (d > most ? d : most), 1n)
  const units = amounts.reduce((total, { n, d }) => total + n * (finest / d), 0n)
  return writeFixed(units, String(finest).length - 1)
}

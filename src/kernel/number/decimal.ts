/**
 * Decimal numbers at the edge of the library: how they are read (strictly, never guessed) and how they are written
 * (one canonical string, so that equal numbers are equal text).
 */
import type { Decimal } from 'decimal.js'
import { add, at, type Issue, type IssueCode, invalid, type Path, show } from '../input/issue.js'
import {
  A_DECIMAL,
  NUMBER_INVALID,
  NUMBER_NOT_ABOVE,
  NUMBER_OUT_OF_RANGE,
  NUMBER_TOO_LARGE,
  NUMBER_TOO_PRECISE,
  RATIO_LOOKS_LIKE_PERCENT,
} from '../issues.js'
import { absolute, compare, type Fraction, powerOfTen, reduce, ZERO } from './fraction.js'

/**
 * A number as callers may give it. Strings are plain or exponent decimals of at most 34 significant digits; a `number` is
 * read by its shortest decimal form and has at most 15; a `Decimal` may come from any copy of decimal.js.
 */
export type DecimalInput = string | number | bigint | Decimal

/** The bounds of a number that is read. */
export interface Bounds {
  readonly minimum?: Fraction
  readonly maximum?: Fraction
  /** True refuses the minimum itself. */
  readonly above?: boolean
}

const LONGEST_TEXT = 100
const MOST_DIGITS = 34
const MOST_NUMBER_DIGITS = 15
/** Sums and products of what was read; no plan comes near it. */
const MOST_WRITTEN_DIGITS = 1000
const LARGEST_EXPONENT = 30
const DECIMAL_TEXT = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/

/** Reads a number exactly; on failure adds an issue and returns undefined. */
export function readDecimal(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const text = decimalText(value)
  const parsed = text === undefined ? undefined : parseDecimal(text, limitFor(value))
  return accept(parsed, { value, path }, issues)
}

/** Reads a number within bounds. */
export function readWithin(
  value: unknown,
  path: Path,
  issues: Issue[],
  bounds: Bounds,
): Fraction | undefined {
  return keepWithin(bounds, readDecimal(value, path, issues), { value, path }, issues)
}

/** Reads a number above zero. */
export function readPositive(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  return readWithin(value, path, issues, { minimum: ZERO, above: true })
}

/** Whether {@link readDecimal} would read a value, for those who need not know what is wrong with it. */
export function isDecimal(value: unknown): boolean {
  return decimalFault(value) === null
}

/** The code of what is wrong with a value that {@link readDecimal} would refuse; null where it would read it. */
export function decimalFault(value: unknown): IssueCode | null {
  if (value === undefined || value === null) return 'VALUE_MISSING'
  const text = decimalText(value)
  const parsed = text === undefined ? undefined : parseDecimal(text, limitFor(value))
  if (typeof parsed === 'object') return null
  return parsed === 'too-precise' ? NUMBER_TOO_PRECISE.code : NUMBER_INVALID.code
}

/**
 * Reads a number that the library wrote and that comes back from an archive: a sum or a product may have more digits than what
 * it was made of.
 */
export function readWritten(
  value: unknown,
  path: Path,
  issues: Issue[],
  bounds: Bounds = {},
): Fraction | undefined {
  const isLong =
    typeof value === 'string' && value.length > MOST_DIGITS && value.length <= MOST_WRITTEN_DIGITS
  if (!isLong) return readWithin(value, path, issues, bounds)
  const given = { value, path }
  return keepWithin(
    bounds,
    accept(parseDecimal(value, MOST_WRITTEN_DIGITS), given, issues),
    given,
    issues,
  )
}

/** A value that is read, and where it stands. */
interface Given {
  readonly value: unknown
  readonly path: Path
}

function accept(
  parsed: Fraction | 'too-precise' | undefined,
  { value, path }: Given,
  issues: Issue[],
): Fraction | undefined {
  if (typeof parsed === 'object') return parsed
  add(issues, numberIssue(value, path, parsed))
  return undefined
}

function keepWithin(
  bounds: Bounds,
  exact: Fraction | undefined,
  { value, path }: Given,
  issues: Issue[],
): Fraction | undefined {
  if (exact === undefined || isWithin(exact, bounds)) return exact
  add(issues, rangeIssue(value, path, bounds))
  return undefined
}

const SMALLEST_NUMBER = 1e-30

/**
 * Reads what a model estimates and no contract states, such as a probability: a `number` counts with all the digits of its shortest
 * decimal form, up to 17, and as 0 below 10^-30.
 */
export function readEstimate(
  value: unknown,
  path: Path,
  issues: Issue[],
  bounds: Bounds = {},
): Fraction | undefined {
  if (typeof value !== 'number') return readWithin(value, path, issues, bounds)
  const isSmall = Math.abs(value) < SMALLEST_NUMBER
  const parsed = parseDecimal(isSmall ? '0' : String(value), MOST_DIGITS)
  const given = { value, path }
  return keepWithin(bounds, accept(parsed, given, issues), given, issues)
}

const LIKELY_PERCENTAGE = { n: 10n, d: 1n }

/** Reads a ratio, where 1 is 100%. A ratio of 10 or more (1,000%) is taken for a percentage written as a number. */
export function readRatio(value: unknown, path: Path, issues: Issue[]): Fraction | undefined {
  const ratio = readDecimal(value, path, issues)
  const [issue] = ratio === undefined ? [] : percentIssues(show(value), ratio, path)
  if (issue === undefined) return ratio
  add(issues, issue)
  return undefined
}

/** What is wrong with a ratio of a target or a whole, which may well be above 1, but hardly 10 or more. */
export function percentIssues(given: string, ratio: Fraction, path: Path): Issue[] {
  if (compare(absolute(ratio), LIKELY_PERCENTAGE) < 0) return []
  const suggestion = writeDecimal({ n: ratio.n, d: ratio.d * 100n })
  return [at(RATIO_LOOKS_LIKE_PERCENT, path, { given, suggestion })]
}

function limitFor(value: unknown): number {
  return typeof value === 'number' ? MOST_NUMBER_DIGITS : MOST_DIGITS
}

/** The text of a number, or undefined when the value is no number at all. */
function decimalText(value: unknown): string | undefined {
  const text = ownText(value)
  return text !== undefined && text.length <= LONGEST_TEXT ? text : undefined
}

function ownText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return typeof value === 'bigint' ? bigintText(value) : textOfDecimal(value)
}

/** Writing a bigint of a million digits takes seconds; one that is too long is refused unwritten. */
function bigintText(value: bigint): string | undefined {
  const limit = powerOfTen(LONGEST_TEXT)
  return value < limit && value > -limit ? String(value) : undefined
}

/**
 * decimal.js marks its instances so that other copies of itself know them. Anything may wear that mark; one whose text cannot be had is
 * no number.
 */
function textOfDecimal(value: unknown): string | undefined {
  if (typeof value !== 'object') return undefined
  try {
    const { toStringTag } = value as { readonly toStringTag?: unknown }
    return toStringTag === '[object Decimal]' ? String(value) : undefined
  } catch {
    return undefined
  }
}

function parseDecimal(text: string, mostDigits: number): Fraction | 'too-precise' | undefined {
  return parseShort(text) ?? parseLong(text, mostDigits)
}

const MINUS = 45
const POINT = 46
const ZERO_DIGIT = 48

/** A plain decimal of few characters, which a plain number holds exactly, without a pattern; undefined for anything else. */
function parseShort(text: string): Fraction | undefined {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0
  const last = text.length - 1
  if (last < first || last >= MOST_NUMBER_DIGITS) return undefined
  let size = 0
  let point = last
  for (let at = first; at <= last; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= ZERO_DIGIT && code <= ZERO_DIGIT + 9) size = size * 10 + code - ZERO_DIGIT
    else if (code === POINT && point === last && at > first && at < last) point = at
    else return undefined
  }
  return { n: BigInt(first === 1 ? -size : size), d: powerOfTen(last - point) }
}

function parseLong(text: string, mostDigits: number): Fraction | 'too-precise' | undefined {
  // Of so few characters nothing but an exponent is left to read; the pattern takes five times as long to find none.
  if (text.length <= MOST_NUMBER_DIGITS && !text.includes('e') && !text.includes('E'))
    return undefined
  const match = DECIMAL_TEXT.exec(text)
  if (match === null) return undefined
  const [, sign = '', integer = '', decimals = '', exponentText = '0'] = match
  const exponent = Number(exponentText)
  if (Math.abs(exponent) > LARGEST_EXPONENT) return undefined
  const coefficient = integer + decimals
  if (significantDigits(coefficient) > mostDigits) return 'too-precise'
  const magnitude = BigInt(coefficient)
  const n = sign === '-' ? -magnitude : magnitude
  const places = decimals.length - exponent
  return places >= 0 ? { n, d: powerOfTen(places) } : { n: n * powerOfTen(-places), d: 1n }
}

/** Zeros in front and behind only place the point. */
function significantDigits(coefficient: string): number {
  let first = 0
  let last = coefficient.length
  while (coefficient[first] === '0') first += 1
  while (last > first && coefficient[last - 1] === '0') last -= 1
  return last - first
}

function numberIssue(value: unknown, path: Path, failure: 'too-precise' | undefined): Issue {
  if (value === undefined || value === null) return invalid(value, path, A_DECIMAL)
  const given = show(value)
  if (failure === 'too-precise')
    return at(NUMBER_TOO_PRECISE, path, { given, limit: limitFor(value) })
  const kind = isTooLarge(value) ? NUMBER_TOO_LARGE : NUMBER_INVALID
  return at(kind, path, { given, suggestion: plainForm(value) })
}

function isTooLarge(value: unknown): boolean {
  if (typeof value === 'bigint') return true
  return typeof value === 'string' && (value.length > LONGEST_TEXT || /^-?[\d.]+[eE]/.test(value))
}

/**
 * What a person most likely meant: separators, spaces, currency signs and full-width digits taken away, and a percentage as its ratio. A comma separates
 * thousands only before three digits and the point; "12,5" may be twelve and a half, so nothing is suggested for it.
 */
function plainForm(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return null
  const plain = value
    .replace(/[０-９．－，￥％]/g, (wide) => wide.normalize('NFKC'))
    .replace(/[\s'’_¥$€£]/g, '')
    .replace(/^\+|(?<=^[^.]*\d),(?=\d{3}(?!\d))|\.$/g, '')
    .replace(/^(-?)\./, '$10.')
  const ratio = plain.endsWith('%') ? ratioOf(plain.slice(0, -1)) : plain
  return ratio !== null && ratio !== value && DECIMAL_TEXT.test(ratio) ? ratio : null
}

/** The ratio of a percentage; null where it is none. */
function ratioOf(percentage: string): string | null {
  const parsed = parseDecimal(percentage, MOST_DIGITS)
  if (typeof parsed !== 'object') return null
  // What was read has a power of ten below, so that its length tells its decimals.
  return writeFixed(parsed.n, String(parsed.d).length + 1).replace(/\.?0+$/, '')
}

function isWithin(value: Fraction, { minimum, maximum, above = false }: Bounds): boolean {
  if (maximum !== undefined && compare(value, maximum) > 0) return false
  return minimum === undefined || compare(value, minimum) >= (above ? 1 : 0)
}

function rangeIssue(value: unknown, path: Path, { minimum, maximum, above }: Bounds): Issue {
  const given = show(value)
  const params = {
    given,
    minimum: minimum === undefined ? null : writeDecimal(minimum),
    maximum: maximum === undefined ? null : writeDecimal(maximum),
  }
  return at(above === true ? NUMBER_NOT_ABOVE : NUMBER_OUT_OF_RANGE, path, params)
}

/** Ratios that do not end (1/3) are cut after so many decimals when they are written. */
const WRITTEN_DECIMALS = 12

/** The canonical string of a number: no exponent, no zero too many. One that does not end is cut after 12 decimals. */
export function writeDecimal(value: Fraction): string {
  const decimals = placesOf(value.d) ?? countDecimals(value) ?? WRITTEN_DECIMALS
  const cut = (value.n * powerOfTen(decimals)) / value.d
  return withoutZeros(writeFixed(cut, decimals), decimals)
}

/** The same, and where a number does not end, a quotient of whole numbers: `1/3`. */
export function writeRate(value: Fraction): string {
  if (countDecimals(value) !== undefined) return writeDecimal(value)
  const { n, d } = reduce(value)
  return `${n}/${d}`
}

/** A text of so many decimals, less the zeros at its end. */
function withoutZeros(text: string, decimals: number): string {
  if (decimals === 0) return text
  let end = text.length
  const point = end - decimals - 1
  while (end > point + 1 && text.charCodeAt(end - 1) === ZERO_DIGIT) end -= 1
  if (end === point + 1) end = point
  return text.slice(0, end)
}

/** A number with at least so many decimals, more when it has them. */
export function writePadded(value: Fraction, decimals: number): string {
  const places = placesOf(value.d)
  if (places !== undefined && places <= decimals)
    return writeFixed(value.n * powerOfTen(decimals - places), decimals)
  const [whole, digits = ''] = writeDecimal(value).split('.')
  const padded = digits.padEnd(decimals, '0')
  return padded === '' ? `${whole}` : `${whole}.${padded}`
}

/** An integer number of units of `10^-decimals`, written with all its decimals. */
export function writeFixed(units: bigint, decimals: number): string {
  const number = Number(units)
  // A number that is exact is written several times as fast.
  const text = String(Number.isSafeInteger(number) ? number : units)
  if (decimals === 0) return text
  const sign = number < 0 ? '-' : ''
  const digits = text.slice(sign.length).padStart(decimals + 1, '0')
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** How many decimals a number has, or undefined when it does not end. */
export function countDecimals(value: Fraction): number | undefined {
  let rest = reduce(value).d
  let twos = 0
  let fives = 0
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  // In lowest terms a fraction ends in decimals when its denominator has no other prime.
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** The decimals of what has a power of ten for a denominator, as most numbers have; undefined beyond those that a number holds exactly. */
function placesOf(denominator: bigint): number | undefined {
  const wanted = Number(denominator)
  let power = 1
  let places = 0
  for (; power < wanted && places < 15; places += 1) power *= 10
  return power === wanted ? places : undefined
}

/** The nearest double of a number that is written with few decimals: a score, points, a weight. */
export function toNumber(value: Fraction): number {
  return Number(writeDecimal(value))
}

/** A number that the library itself wrote or checked: a decimal, or a quotient of whole numbers. */
export function known(value: string | number): Fraction {
  const [whole, part] = String(value).split('/')
  if (part !== undefined) return reduce({ n: BigInt(whole ?? 0), d: BigInt(part) })
  const parsed = parseDecimal(String(value), MOST_WRITTEN_DIGITS)
  if (parsed === undefined || parsed === 'too-precise')
    throw new RangeError(`not a decimal: ${value}`)
  return parsed
}

/** The same for a number that may be left out, or is null where there is none. */
export function knownOrNull(value: string | null | undefined): Fraction | null {
  return value === undefined || value === null ? null : known(value)
}

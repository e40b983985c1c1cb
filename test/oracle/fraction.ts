/**
 * Exact numbers for the oracle: a fraction of two bigints, always in lowest terms with a positive
 * denominator. Nothing here is ever rounded, except by `toDecimal` and `toText`, which say how.
 */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export type RoundingMode =
  | 'half-up'
  | 'half-down'
  | 'half-even'
  | 'up'
  | 'down'
  | 'ceiling'
  | 'floor'

/** Thrown where the rules refuse to answer, so that a refusal is never mistaken for a bug. */
export class Refusal extends Error {}

const grammar = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,2}))?$/

export const zero: Fraction = { n: 0n, d: 1n }

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new Refusal('division by zero')
  if (d === 1n) return { n, d }
  const divisor = greatestCommonDivisor(n, d)
  return d < 0n ? { n: -n / divisor, d: -d / divisor } : { n: n / divisor, d: d / divisor }
}

/** Reads a plain or exponent decimal; the limits on its length are `isAllowedDecimal`'s. */
export function parse(text: string): Fraction {
  const match = grammar.exec(text)
  if (match === null) throw new Refusal(`not a decimal: ${text}`)
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = match
  const coefficient = fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
  const size = exponent === '0' ? coefficient : multiply(coefficient, powerOfTen(exponent))
  return sign === '-' ? negate(size) : size
}

function powerOfTen(exponent: string): Fraction {
  const power = 10n ** BigInt(Math.abs(Number(exponent)))
  return exponent.startsWith('-') ? fraction(1n, power) : fraction(power)
}

/** Whether the library has to accept this text as a decimal. */
export function isAllowedDecimal(text: string): boolean {
  const match = grammar.exec(text)
  if (match === null || text.length > 100) return false
  const [, , whole = '', decimals = '', exponent = '0'] = match
  const significant = (whole + decimals).replace(/^0+/, '').replace(/0+$/, '')
  return significant.length <= 34 && Math.abs(Number(exponent)) <= 30
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, negate(b))
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d)
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n)
}

export function negate(a: Fraction): Fraction {
  return { n: -a.n, d: a.d }
}

export function sum(terms: readonly Fraction[]): Fraction {
  let total = zero
  for (const term of terms) total = add(total, term)
  return total
}

/** Below zero where a < b, zero where they are equal, above zero where a > b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

export function equals(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

/** The greatest whole number that is not above the value. */
export function floorOf(a: Fraction): bigint {
  const quotient = a.n / a.d
  return quotient * a.d > a.n ? quotient - 1n : quotient
}

/** Rounds to exactly `decimals` decimals, and counts the smallest units: of the two neighbours on the grid, the mode takes one. */
export function toUnits(value: Fraction, decimals: number, mode: RoundingMode): bigint {
  const scaled = multiply(value, fraction(10n ** BigInt(decimals)))
  const below = floorOf(scaled)
  const isOnGrid = equals(scaled, fraction(below))
  return isOnGrid ? below : chooseNeighbour(scaled, below, mode)
}

export function toDecimal(value: Fraction, decimals: number, mode: RoundingMode): string {
  return writeUnits(toUnits(value, decimals, mode), decimals)
}

/** Whether the value ends in decimals: 1/8 does, 1/3 does not. */
export function terminates(value: Fraction): boolean {
  let rest = fraction(value.n, value.d).d
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n
}

/** The one canonical spelling of a value that ends in decimals. */
export function toCanonical(value: Fraction): string {
  if (!terminates(value)) throw new Refusal(`does not end in decimals: ${value.n}/${value.d}`)
  let decimals = 0
  while ((value.n * 10n ** BigInt(decimals)) % value.d !== 0n) decimals += 1
  return toDecimal(value, decimals, 'down')
}

/** Canonical where the value ends in decimals, otherwise cut toward zero after `decimals`. */
export function toText(value: Fraction, decimals = 12): string {
  return toCanonical(terminates(value) ? value : parse(toDecimal(value, decimals, 'down')))
}

function chooseNeighbour(scaled: Fraction, below: bigint, mode: RoundingMode): bigint {
  const above = below + 1n
  const outward = scaled.n < 0n ? below : above
  const inward = scaled.n < 0n ? above : below
  const nearest = nearestOf(scaled, below, above)
  const even = below % 2n === 0n ? below : above
  const choices: Record<RoundingMode, bigint> = {
    'half-up': nearest ?? outward,
    'half-down': nearest ?? inward,
    'half-even': nearest ?? even,
    up: outward,
    down: inward,
    ceiling: above,
    floor: below,
  }
  return choices[mode]
}

/** The nearer neighbour, or undefined on a tie. */
function nearestOf(scaled: Fraction, below: bigint, above: bigint): bigint | undefined {
  const order = compare(subtract(scaled, fraction(below)), subtract(fraction(above), scaled))
  if (order === 0) return undefined
  return order < 0 ? below : above
}

/** Writes a count of the smallest units: 5 units of 2 decimals are 0.05. */
function writeUnits(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, rest] = a < 0n ? [-a, b] : [a, b]
  while (rest !== 0n) [larger, rest] = [rest, larger % rest]
  return larger < 0n ? -larger : larger
}

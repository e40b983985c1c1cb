import {
  compare,
  type Fraction,
  fraction,
  multiply,
  parse,
  subtract,
  toDecimal,
  toUnits,
  zero,
} from '../../oracle/fraction.js'

export const one: Fraction = fraction(1n)

/** Half-up to the cent. */
export function toCents(value: Fraction): Fraction {
  const isInCents = 100n % value.d === 0n
  return isInCents ? value : fraction(toUnits(value, 2, 'half-up'), 100n)
}

/** How payroll writes it: '-600.00'. */
export function toMoney(value: Fraction): string {
  return toDecimal(value, 2, 'half-up')
}

/** A year asks for each of its amounts again and again. */
const amounts = new Map<string, Fraction>()
const MOST_AMOUNTS = 10_000

export function amountOf(text: string | undefined): Fraction {
  if (text === undefined) return zero
  const known = amounts.get(text)
  if (known !== undefined) return known
  const amount = parse(text)
  if (amounts.size === MOST_AMOUNTS) amounts.clear()
  amounts.set(text, amount)
  return amount
}

export function isBelow(a: Fraction, b: Fraction): boolean {
  return compare(a, b) < 0
}

export function at<Value>(list: readonly Value[], index: number): Value {
  const value = list[index]
  if (value === undefined) throw new Error(`nothing stands at ${index} of ${list.length}`)
  return value
}

export function positive(value: Fraction): Fraction {
  return value.n > 0n ? value : zero
}

/** The size of a value without its sign, and the sign. */
export function signed(value: Fraction): { readonly size: Fraction; readonly sign: Fraction } {
  return value.n < 0n
    ? { size: subtract(zero, value), sign: fraction(-1n) }
    : { size: value, sign: one }
}

export function times(value: Fraction, ...factors: readonly Fraction[]): Fraction {
  return factors.reduce(multiply, value)
}

export function lastIndexOf<Value>(
  list: readonly Value[],
  isIt: (value: Value) => boolean,
): number {
  for (let index = list.length - 1; index >= 0; index -= 1) if (isIt(at(list, index))) return index
  return -1
}

export function lastOf<Value>(
  list: readonly Value[],
  isIt: (value: Value) => boolean,
): Value | undefined {
  return list[lastIndexOf(list, isIt)]
}

/**
 * A seeded source of test cases: mulberry32, so the same seed gives the same cases on every machine
 * and a failing case can be named by its seed. Its decimals lean to where rules break: zero,
 * negatives, ties, one unit either side of a threshold, many decimals, large amounts.
 */
import { add, fraction, negate, parse, toCanonical } from './fraction.js'

export interface Random {
  /** A whole number from `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** True once in so many times on average. */
  readonly oneIn: (times: number) => boolean
  /** A canonical decimal string that leans to the edges. */
  readonly decimal: (options?: DecimalOptions) => string
  /** A spelling of the same value: with an exponent, or with zeros in front or behind. */
  readonly respell: (decimal: string) => string
}

interface DecimalOptions {
  /** Thresholds to land on, or one unit either side of. */
  readonly near?: readonly string[] | undefined
  /** The most decimals; 12 if not given. */
  readonly decimals?: number | undefined
  /** The most digits before the point; 15 if not given. */
  readonly digits?: number | undefined
  /** Whether the value may be below zero; it may if not given. */
  readonly negative?: boolean | undefined
}

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed)
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[integer(0, items.length - 1)]
    if (item === undefined) throw new Error('there is nothing to pick from')
    return item
  }
  const oneIn = (times: number) => integer(1, times) === 1
  const draw: Draw = { integer, pick, oneIn }
  return {
    ...draw,
    decimal: (options = {}) => edgeDecimal(draw, options),
    respell: (decimal) => otherSpelling(draw, decimal),
  }
}

type Draw = Pick<Random, 'integer' | 'pick' | 'oneIn'>

interface Limits {
  readonly near: readonly string[]
  readonly decimals: number
  readonly digits: number
}

type Kind = (draw: Draw, limits: Limits) => string

const kinds: readonly Kind[] = [
  () => '0',
  (draw) => String(draw.integer(0, 20)),
  plain,
  plain,
  tie,
  oneUnit,
  nearThreshold,
  nearThreshold,
  nearThreshold,
  manyDecimals,
  large,
]

function edgeDecimal(draw: Draw, options: DecimalOptions): string {
  const { near = [], decimals = 12, digits = 15, negative = true } = options
  const text = draw.pick(kinds)(draw, { near, decimals, digits })
  const value = parse(text)
  const size = value.n < 0n ? negate(value) : value
  if (!negative) return toCanonical(size)
  return toCanonical(draw.oneIn(4) ? negate(value) : value)
}

/** An everyday amount: some thousands with up to two decimals. */
function plain(draw: Draw, { decimals, digits }: Limits): string {
  return pointed(someDigits(draw, Math.min(digits, 7)), someDigits(draw, Math.min(decimals, 2)))
}

/** Halfway between two roundings: x.5, x.05, x.005 and on. */
function tie(draw: Draw, { decimals, digits }: Limits): string {
  const whole = someDigits(draw, Math.min(digits, 4))
  if (decimals === 0) return whole
  return pointed(whole, `${someDigits(draw, draw.integer(0, decimals - 1))}5`)
}

/** The smallest step there is: 1, 0.1, 0.01 and on. */
function oneUnit(draw: Draw, { decimals }: Limits): string {
  return toCanonical(fraction(1n, 10n ** BigInt(draw.integer(0, decimals))))
}

/** On a threshold, or one unit either side of it. */
function nearThreshold(draw: Draw, limits: Limits): string {
  if (limits.near.length === 0) return plain(draw, limits)
  const threshold = parse(draw.pick(limits.near))
  const unit = parse(oneUnit(draw, limits))
  return toCanonical(draw.pick([threshold, add(threshold, unit), add(threshold, negate(unit))]))
}

function manyDecimals(draw: Draw, { decimals, digits }: Limits): string {
  return pointed(someDigits(draw, Math.min(digits, 6)), someDigits(draw, decimals))
}

function large(draw: Draw, { digits, decimals }: Limits): string {
  const whole = draw.pick(['9'.repeat(digits), `1${'0'.repeat(digits - 1)}`])
  return draw.oneIn(2) ? whole : pointed(whole, someDigits(draw, Math.min(decimals, 2)))
}

function someDigits(draw: Draw, length: number): string {
  let digits = ''
  while (digits.length < length) digits += String(draw.integer(0, 9))
  return digits
}

function pointed(whole: string, decimals: string): string {
  return decimals === '' ? whole || '0' : `${whole || '0'}.${decimals}`
}

function otherSpelling(draw: Draw, decimal: string): string {
  const exponent = draw.integer(-9, 9)
  const shift =
    exponent < 0 ? fraction(10n ** BigInt(-exponent)) : fraction(1n, 10n ** BigInt(exponent))
  const value = parse(decimal)
  const shifted = toCanonical(fraction(value.n * shift.n, value.d * shift.d))
  return draw.pick([
    decimal,
    decimal.includes('.') ? `${decimal}00` : `${decimal}.0`,
    decimal.replace(/^-?/, '$&00'),
    `${shifted}e${exponent}`,
    exponent < 0 ? `${shifted}e${exponent}` : `${shifted}e+${exponent}`,
  ])
}

/** Tommy Ettinger's mulberry32: a number from 0 up to, not including, 1. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

import { describe, expect, it } from 'vitest'
import {
  absolute,
  add,
  compare,
  divide,
  type Fraction,
  HUNDRED,
  isNegative,
  isZero,
  larger,
  multiply,
  negate,
  ONE,
  reduce,
  smaller,
  subtract,
  sum,
  whole,
  ZERO,
} from '../../../src/kernel/number/fraction.js'

const of = (n: bigint, d = 1n): Fraction => ({ n, d })
const third = of(1n, 3n)

describe('sums', () => {
  it.each<[string, Fraction, Fraction, Fraction]>([
    ['of the same denominator keep it', of(1n, 4n), of(2n, 4n), of(3n, 4n)],
    ['take the finer denominator, the second a divisor', of(5n, 100n), of(1n, 10n), of(15n, 100n)],
    ['take the finer denominator, the first a divisor', of(1n, 10n), of(5n, 100n), of(15n, 100n)],
    ['of unlike denominators are in lowest terms', of(1n, 6n), of(1n, 10n), of(4n, 15n)],
    ['may be zero', of(1n, 6n), of(-1n, 6n), of(0n, 6n)],
  ])('%s', (_, a, b, expected) => {
    expect(add(a, b)).toEqual(expected)
  })

  it('of nothing are zero, and of three thirds one', () => {
    expect(sum([])).toEqual(ZERO)
    expect(sum([third, third, third])).toEqual(of(3n, 3n))
    expect(compare(sum([third, third, third]), ONE)).toBe(0)
  })

  it('lose nothing where a double does: 0.1 + 0.2 is 0.3', () => {
    expect(compare(add(of(1n, 10n), of(2n, 10n)), of(3n, 10n))).toBe(0)
  })
})

describe('differences, products and quotients', () => {
  it('are exact', () => {
    expect(subtract(of(1n, 2n), third)).toEqual(of(1n, 6n))
    expect(multiply(of(2n, 3n), of(3n, 4n))).toEqual(of(6n, 12n))
    expect(divide(of(2n, 3n), of(4n, 9n))).toEqual(of(3n, 2n))
  })

  it('keep the denominator above zero when divided by a number below zero', () => {
    expect(divide(of(1n), of(-3n))).toEqual(of(-1n, 3n))
    expect(divide(of(-1n), of(-3n))).toEqual(third)
  })
})

describe('signs', () => {
  it('turn, and go away', () => {
    expect(negate(third)).toEqual(of(-1n, 3n))
    expect(absolute(of(-1n, 3n))).toEqual(third)
    expect(absolute(third)).toEqual(third)
  })

  it('are told by the numerator', () => {
    expect([of(-1n, 3n), ZERO, third].map(isNegative)).toEqual([true, false, false])
    expect([of(-1n, 3n), of(0n, 7n), third].map(isZero)).toEqual([false, true, false])
  })
})

describe('order', () => {
  it.each<[Fraction, Fraction, number]>([
    [third, of(333_333n, 1_000_000n), 1],
    [of(333_333n, 1_000_000n), third, -1],
    [of(2n, 6n), third, 0],
    [of(-2n, 5n), of(-1n, 5n), -1],
    [of(1n, 5n), of(-2n, 5n), 1],
    [of(-1n), third, -1],
  ])('of %o and %o is %i', (a, b, expected) => {
    expect(compare(a, b)).toBe(expected)
  })

  it('picks the smaller and the larger, the first where they are equal', () => {
    const [a, b] = [of(1n, 2n), of(2n, 4n)]
    expect([smaller(third, a), smaller(a, third)]).toEqual([third, third])
    expect([larger(third, a), larger(a, third)]).toEqual([a, a])
    expect([smaller(a, b), larger(a, b)]).toEqual([a, a])
  })
})

describe('lowest terms', () => {
  it.each<[Fraction, Fraction]>([
    [of(6n, 12n), of(1n, 2n)],
    [of(-6n, 12n), of(-1n, 2n)],
    [of(0n, 12n), ZERO],
    [of(7n, 12n), of(7n, 12n)],
  ])('of %o are %o', (given, expected) => {
    expect(reduce(given)).toEqual(expected)
  })
})

it('has names for whole numbers', () => {
  expect([whole(-3), whole(100), ZERO, ONE]).toEqual([of(-3n), HUNDRED, of(0n), of(1n)])
})

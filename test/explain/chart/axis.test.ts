import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Domain,
  domainOf,
  multiplesOf,
  placed,
  stepOf,
  widened,
} from '../../../src/explain/chart/axis.js'
import * as fraction from '../../../src/kernel/number/fraction.js'
import * as write from '../../../src/kernel/number/write.js'

const of = (n: number | bigint, d = 1) => ({ n: BigInt(n), d: BigInt(d) })
const texts = (domain: Domain, most: number) =>
  multiplesOf(stepOf(domain, most), domain).map(write.decimal)

/** Cents of up to 10 billion. */
const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })
const domains = fc
  .tuple(amounts, amounts)
  .filter(([from, to]) => from < to)
  .map(([from, to]): Domain => ({ from: of(from, 100), to: of(to, 100) }))

describe('stepOf', () => {
  it('takes 1, 2 or 5 with zeros, and no smaller one than there is room for', () => {
    expect(texts({ from: of(0), to: of(95000) }, 5)).toEqual([
      '0',
      '20000',
      '40000',
      '60000',
      '80000',
    ])
    expect(texts({ from: of(0), to: of(100) }, 5)).toEqual(['0', '20', '40', '60', '80', '100'])
    expect(texts({ from: of(0), to: of(101) }, 5)).toEqual(['0', '50', '100'])
    expect(texts({ from: of(-3), to: of(7) }, 10)).toHaveLength(11)
    expect(texts({ from: of(0), to: of(3, 10) }, 3)).toEqual(['0', '0.1', '0.2', '0.3'])
  })

  it('has at most so many steps, and more than so many with the next smaller one', () => {
    fc.assert(
      fc.property(domains, fc.integer({ min: 1, max: 12 }), (domain, most) => {
        const step = stepOf(domain, most)
        const steps = (size: fraction.Fraction) =>
          fraction.divide(fraction.subtract(domain.to, domain.from), size)
        expect(fraction.compare(steps(step), fraction.whole(most))).toBeLessThanOrEqual(0)
        expect(write.decimal(step)).toMatch(/^(0\.0*)?[125]0*$/)
        const isFive = write.decimal(step).includes('5')
        const smaller = fraction.divide(step, isFive ? of(5, 2) : of(2))
        expect(fraction.compare(steps(smaller), fraction.whole(most))).toBe(1)
      }),
    )
  })
})

describe('widened', () => {
  it('holds the domain between two multiples, less than a step away', () => {
    fc.assert(
      fc.property(domains, (domain) => {
        const step = stepOf(domain, 5)
        const { from, to } = widened(domain, step)
        expect(fraction.compare(from, domain.from)).toBeLessThanOrEqual(0)
        expect(fraction.compare(to, domain.to)).toBeGreaterThanOrEqual(0)
        expect(fraction.compare(fraction.add(from, step), domain.from)).toBe(1)
        const multiples = multiplesOf(step, { from, to })
        expect([multiples[0], multiples.at(-1)].map((one) => one && write.decimal(one))).toEqual(
          [from, to].map(write.decimal),
        )
      }),
    )
  })
})

describe('placed', () => {
  it('puts the ends of a domain at the ends of an axis, and its middle in the middle', () => {
    const domain = { from: of(-100), to: of(300) }
    expect([-100, 100, 300].map((value) => placed(of(value), domain, [220, 20]))).toEqual([
      220, 120, 20,
    ])
  })

  it('never puts a larger number to the left', () => {
    fc.assert(
      fc.property(domains, amounts, amounts, (domain, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const [left, right] = [less, more].map((value) => placed(of(value, 100), domain, [40, 380]))
        expect(left).toBeLessThanOrEqual(right ?? Number.NaN)
      }),
    )
  })
})

describe('domainOf', () => {
  it('has 0 in it, and a length', () => {
    expect(domainOf([])).toEqual({ from: of(0), to: of(1) })
    expect(domainOf([of(3), of(-2)])).toEqual({ from: of(-2), to: of(3) })
    expect(domainOf([of(5)])).toEqual({ from: of(0), to: of(5) })
  })
})

/** Round numbers along an axis, and where a number lies on it. Exact, so that no engine draws another picture. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'

/** Numbers of an axis, from its start to its end. */
export interface Domain {
  readonly from: Fraction
  readonly to: Fraction
}

/** The least domain that holds all numbers, and 0. One of no length becomes one long. */
export function domainOf(values: readonly Fraction[]): Domain {
  let [from, to] = [fraction.ZERO, fraction.ZERO]
  for (const value of values) {
    from = fraction.smaller(from, value)
    to = fraction.larger(to, value)
  }
  return fraction.compare(from, to) === 0 ? { from, to: fraction.ONE } : { from, to }
}

const STEPS = [1n, 2n, 5n]
/** No figure that is drawn needs a finer one. */
const FINEST = -12
const COARSEST = 20

/** The least step of 1, 2 or 5 and zeros that has at most so many steps from end to end. */
export function stepOf({ from, to }: Domain, most: number): Fraction {
  const length = fraction.subtract(to, from)
  for (let power = FINEST; power <= COARSEST; power += 1) {
    for (const digit of STEPS) {
      const step = scaled(digit, power)
      if (fraction.compare(length, fraction.multiply(step, fraction.whole(most))) <= 0) return step
    }
  }
  return length
}

function scaled(digit: bigint, power: number): Fraction {
  return power < 0
    ? { n: digit, d: fraction.powerOfTen(-power) }
    : { n: digit * fraction.powerOfTen(power), d: 1n }
}

/** The multiples of a step from one end to the other. */
export function multiplesOf(step: Fraction, { from, to }: Domain): readonly Fraction[] {
  const first = fraction.toUnits(fraction.divide(from, step), 0, 'ceiling')
  const last = fraction.toUnits(fraction.divide(to, step), 0, 'floor')
  const multiples: Fraction[] = []
  for (let count = first; count <= last; count += 1n)
    multiples.push(fraction.reduce({ n: step.n * count, d: step.d }))
  return multiples
}

/** The domain, made longer until both ends are multiples of a step. */
export function widened({ from, to }: Domain, step: Fraction): Domain {
  const ends = (value: Fraction, mode: 'floor' | 'ceiling') =>
    fraction.multiply({ n: fraction.toUnits(fraction.divide(value, step), 0, mode), d: 1n }, step)
  return { from: ends(from, 'floor'), to: ends(to, 'ceiling') }
}

/** Where a number lies between two places, to a hundredth of a pixel. */
export function placed(
  value: Fraction,
  { from, to }: Domain,
  [start, end]: readonly [number, number],
): number {
  const share = fraction.divide(fraction.subtract(value, from), fraction.subtract(to, from))
  const hundredths = fraction.whole(Math.round((end - start) * 100))
  const moved = fraction.toUnits(fraction.multiply(share, hundredths), 0, 'half-even')
  return start + Number(moved) / 100
}

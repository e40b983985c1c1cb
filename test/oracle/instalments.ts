import { type Fraction, floorOf, fraction, multiply, sum } from './fraction.js'

/** Whole units over instalments, written from the definitions of the Open Cap Format alone: units are handed out one at a time. */
export function instalments(total: bigint, weights: readonly Fraction[], rule: string): bigint[] {
  const all = sum(weights)
  const exact = weights.map(({ n, d }) => multiply(fraction(total), fraction(n * all.d, d * all.n)))
  if (rule.startsWith('cumulative')) {
    const half = fraction(rule === 'cumulative-rounding' ? 1n : 0n, 2n)
    const ends = exact.map((_, index) => floorOf(sum([...exact.slice(0, index + 1), half])))
    return ends.map((end, index) => end - (ends[index - 1] ?? 0n))
  }
  const units = exact.map(floorOf)
  const order = [...units.keys()]
  if (rule.startsWith('back')) order.reverse()
  const takers = rule.endsWith('single-tranche') ? order.slice(0, 1) : order
  const left = Number(total - units.reduce((one, other) => one + other, 0n))
  for (let dealt = 0; dealt < left; dealt += 1) {
    const at = takers[dealt % takers.length] ?? 0
    units[at] = (units[at] ?? 0n) + 1n
  }
  return units
}

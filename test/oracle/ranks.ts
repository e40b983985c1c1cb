/** What scores say of outcomes, by definition: pair by pair, cut by cut, lead by lead, in fractions and without a thought for speed. */
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  multiply,
  subtract,
  zero,
} from './fraction.js'

export interface Outcome {
  readonly score: Fraction
  readonly won: boolean
}

/** Of all pairs of a won and a lost lead, those in which the won one scores more, and half of those that tie. */
export function auc(leads: readonly Outcome[]): Fraction | null {
  const [won, lost] = [leads.filter((one) => one.won), leads.filter((one) => !one.won)]
  if (won.length === 0 || lost.length === 0) return null
  let halves = 0n
  for (const one of won)
    for (const other of lost) halves += BigInt(compare(one.score, other.score) + 1)
  return fraction(halves, 2n * BigInt(won.length * lost.length))
}

/** The precision at the cut of each won lead, everybody of its score included, and the mean of these. */
export function averagePrecision(leads: readonly Outcome[]): Fraction | null {
  const won = leads.filter((one) => one.won)
  if (won.length === 0) return null
  const precisions = won.map(({ score }) => {
    const above = leads.filter((one) => compare(one.score, score) >= 0)
    return fraction(BigInt(above.filter((one) => one.won).length), BigInt(above.length))
  })
  return divide(precisions.reduce(add, zero), fraction(BigInt(won.length)))
}

/** Each lead is in the share as far as its whole group is, on average over all orders of those who tie. */
export function lift(leads: readonly Outcome[], top: Fraction): Fraction | null {
  const won = BigInt(leads.filter((one) => one.won).length)
  if (won === 0n) return null
  const size = multiply(top, fraction(BigInt(leads.length)))
  let inside = zero
  for (const { score, won: isWon } of leads) {
    if (!isWon) continue
    const better = BigInt(leads.filter((one) => compare(one.score, score) > 0).length)
    const same = BigInt(leads.filter((one) => compare(one.score, score) === 0).length)
    const room = divide(subtract(size, fraction(better)), fraction(same))
    const part = compare(room, zero) < 0 ? zero : room
    inside = add(inside, compare(part, fraction(1n)) > 0 ? fraction(1n) : part)
  }
  return divide(divide(inside, size), fraction(won, BigInt(leads.length)))
}

/** The most by which the shares of two lists at or above a score differ, over all scores that there are. */
export function distance(now: readonly Fraction[], before: readonly Fraction[]): Fraction {
  const shareFrom = (scores: readonly Fraction[], from: Fraction) =>
    fraction(BigInt(scores.filter((one) => compare(one, from) >= 0).length), BigInt(scores.length))
  let most = zero
  for (const from of [...now, ...before]) {
    const gap = subtract(shareFrom(now, from), shareFrom(before, from))
    const size = compare(gap, zero) < 0 ? subtract(zero, gap) : gap
    if (compare(size, most) > 0) most = size
  }
  return most
}

/** What can be said of scores and what came of them, in exact numbers. */
import * as fraction from '../kernel/number/fraction.js'
import * as logarithm from '../kernel/number/logarithm.js'

/** A lead that is decided. */
export interface Decided {
  readonly score: fraction.Fraction
  readonly probability: fraction.Fraction | null
  readonly won: boolean
}

/** How many leads there are, and how many of them are won. */
export interface Tally {
  readonly decided: number
  readonly won: number
}

/** All leads of one score. */
export interface ScoreGroup extends Tally {
  readonly score: fraction.Fraction
}

/** The groups of equal scores, from the highest to the lowest. */
export function groupsOf(leads: readonly Decided[]): ScoreGroup[] {
  const groups: { score: fraction.Fraction; decided: number; won: number }[] = []
  for (const { score, won } of [...leads].sort((a, b) => fraction.compare(b.score, a.score))) {
    const last = groups.at(-1)
    if (last !== undefined && fraction.compare(last.score, score) === 0) {
      last.decided += 1
      last.won += Number(won)
    } else groups.push({ score, decided: 1, won: Number(won) })
  }
  return groups
}

export function tallyOf(groups: readonly Tally[]): Tally {
  return {
    decided: groups.reduce((all, { decided }) => all + decided, 0),
    won: groups.reduce((all, { won }) => all + won, 0),
  }
}

/** Won ÷ decided; null of nothing. */
export function rateOf({ decided, won }: Tally): fraction.Fraction | null {
  return decided === 0 ? null : fraction.divide(fraction.whole(won), fraction.whole(decided))
}

/** Mann and Whitney's: of all pairs of a won and a lost lead, those in which the won one scores more, and half of those that tie. */
export function aucOf(groups: readonly ScoreGroup[]): fraction.Fraction | null {
  const { decided, won } = tallyOf(groups)
  const lost = decided - won
  if (won === 0 || lost === 0) return null
  let halves = 0n
  let above = 0
  for (const group of groups) {
    halves += BigInt(group.decided - group.won) * BigInt(2 * above + group.won)
    above += group.won
  }
  return fraction.reduce({ n: halves, d: 2n * BigInt(won) * BigInt(lost) })
}

/** Terms of a sum without a common denominator are kept to so many decimals. */
const KEPT = { mode: 'half-even', decimals: 30 } as const
const SETTLED = { mode: 'half-even', decimals: 20 } as const

/** The precision down to each group of equal scores, weighted by the won leads in it. */
export function averagePrecisionOf(groups: readonly ScoreGroup[]): fraction.Fraction | null {
  const { won: all } = tallyOf(groups)
  if (all === 0) return null
  let [decided, won, total] = [0, 0, fraction.ZERO]
  for (const group of groups) {
    decided += group.decided
    won += group.won
    const term = { n: BigInt(group.won) * BigInt(won), d: BigInt(decided) }
    total = fraction.add(total, fraction.round(term, KEPT))
  }
  // What was rounded on the way is rounded off again.
  return fraction.round(fraction.divide(total, fraction.whole(all)), SETTLED)
}

/** The rate of the best share of the leads ÷ the rate of all. Of a group across the cut, the part above it has its part of the won ones. */
export function liftOf(
  groups: readonly ScoreGroup[],
  top: fraction.Fraction,
): fraction.Fraction | null {
  const all = tallyOf(groups)
  const rate = rateOf(all)
  if (rate === null || all.won === 0) return null
  const size = fraction.multiply(top, fraction.whole(all.decided))
  let [left, won] = [size, fraction.ZERO]
  for (const group of groups) {
    if (left.n === 0n) break
    const taken = fraction.smaller(left, fraction.whole(group.decided))
    const share = fraction.divide(taken, fraction.whole(group.decided))
    won = fraction.add(won, fraction.multiply(share, fraction.whole(group.won)))
    left = fraction.subtract(left, taken)
  }
  return fraction.divide(fraction.divide(won, size), rate)
}

/** Scores from `from` up to where the one above starts; the last takes what is below it, too. */
export interface ScoreRange {
  readonly id: string
  readonly from: fraction.Fraction
}

/** Groups of the same size, from the best: equal scores are in one, so that some may hold more than others, and some nobody. */
export function equalParts(groups: readonly ScoreGroup[], parts: number) {
  const { decided } = tallyOf(groups)
  const members = Array.from({ length: parts }, (): ScoreGroup[] => [])
  let better = 0
  for (const group of groups) {
    members[Math.floor((parts * better) / decided)]?.push(group)
    better += group.decided
  }
  return members.map((inside, index) => ({
    id: String(index + 1),
    from: inside.at(-1)?.score ?? null,
    ...tallyOf(inside),
  }))
}

/** What is in each range. */
export function inRanges(groups: readonly ScoreGroup[], ranges: readonly ScoreRange[]) {
  const tallies = ranges.map((range) => ({ ...range, decided: 0, won: 0 }))
  let at = 0
  for (const { score, decided, won } of groups) {
    while (at < ranges.length - 1 && fraction.compare(score, (ranges[at] as ScoreRange).from) < 0)
      at += 1
    const tally = tallies[at]
    if (tally === undefined) continue
    tally.decided += decided
    tally.won += won
  }
  return tallies
}

/** A bin of probabilities that were predicted. */
export interface Bin extends Tally {
  readonly from: fraction.Fraction
  readonly to: fraction.Fraction
  /** The sum of what was predicted. */
  readonly predicted: fraction.Fraction
}

/** From one edge, included, to the next; the last edge is included as well. */
export function binsOf(leads: readonly Decided[], edges: readonly fraction.Fraction[]): Bin[] {
  const bins = edges.slice(1).map((to, index) => {
    const from = edges[index] as fraction.Fraction
    return { from, to, decided: 0, won: 0, predicted: fraction.ZERO }
  })
  for (const { probability, won } of leads) {
    if (probability === null) continue
    const bin = bins[binAt(probability, edges)]
    if (bin === undefined) continue
    bin.decided += 1
    bin.won += Number(won)
    bin.predicted = fraction.add(bin.predicted, probability)
  }
  return bins
}

/** The last bin whose start was reached, found by halving. */
function binAt(probability: fraction.Fraction, edges: readonly fraction.Fraction[]): number {
  let [low, high] = [0, edges.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const isReached = fraction.compare(probability, edges[middle] as fraction.Fraction) >= 0
    if (isReached) low = middle
    else high = middle - 1
  }
  return low
}

/** The mean distance between what was predicted and what came. */
export function expectedErrorOf(bins: readonly Bin[]): fraction.Fraction | null {
  const { decided } = tallyOf(bins)
  if (decided === 0) return null
  const distances = bins.map(({ predicted, won }) =>
    fraction.absolute(fraction.subtract(predicted, fraction.whole(won))),
  )
  return fraction.divide(fraction.sum(distances), fraction.whole(decided))
}

/** The mean of (probability − outcome)². */
export function brierOf(leads: readonly Decided[]): fraction.Fraction | null {
  if (leads.length === 0) return null
  const squares = leads.map(({ probability, won }) => {
    const error = fraction.subtract(probability ?? fraction.ZERO, fraction.whole(Number(won)))
    return fraction.multiply(error, error)
  })
  return fraction.divide(fraction.sum(squares), fraction.whole(leads.length))
}

/** Kolmogorov and Smirnov's: the most by which the shares of leads down to one score differ. */
export function distanceOf(
  now: readonly ScoreGroup[],
  before: readonly ScoreGroup[],
): fraction.Fraction | null {
  const size = BigInt(tallyOf(now).decided)
  const sizeBefore = BigInt(tallyOf(before).decided)
  if (size === 0n || sizeBefore === 0n) return null
  const steps = [
    ...now.map(({ score, decided }) => ({ score, step: BigInt(decided) * sizeBefore })),
    ...before.map(({ score, decided }) => ({ score, step: -BigInt(decided) * size })),
  ].sort((a, b) => fraction.compare(b.score, a.score))
  let [gap, most] = [0n, 0n]
  for (const [at, { score, step }] of steps.entries()) {
    gap += step
    const next = steps[at + 1]
    // Of a score that both have, what is above it is known once both are passed.
    if (next !== undefined && fraction.compare(next.score, score) === 0) continue
    const distance = gap < 0n ? -gap : gap
    if (distance > most) most = distance
  }
  return fraction.reduce({ n: most, d: size * sizeBefore })
}

/** The sum over the bands of (now − before) · ln(now ÷ before), both as shares; null where only one of the two is nothing. */
export function stabilityIndexOf(
  now: readonly Tally[],
  before: readonly Tally[],
): fraction.Fraction | null {
  const [size, sizeBefore] = [tallyOf(now).decided, tallyOf(before).decided]
  if (size === 0 || sizeBefore === 0) return null
  let total = fraction.ZERO
  for (const [index, { decided }] of now.entries()) {
    const decidedBefore = before[index]?.decided ?? 0
    if (decided === 0 && decidedBefore === 0) continue
    if (decided === 0 || decidedBefore === 0) return null
    const share = fraction.divide(fraction.whole(decided), fraction.whole(size))
    const shareBefore = fraction.divide(fraction.whole(decidedBefore), fraction.whole(sizeBefore))
    const change = fraction.subtract(share, shareBefore)
    const log = logarithm.logarithmOf(fraction.divide(share, shareBefore))
    total = fraction.add(total, fraction.round(fraction.multiply(change, log), KEPT))
  }
  return total
}

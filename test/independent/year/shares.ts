import { add, type Fraction, smaller, subtract, sum, zero } from '../../oracle/fraction.js'
import { type Awarded, sumOf } from './awards.js'
import { amountOf, toCents } from './exact.js'
import type { Plan } from './facts.js'
import { type Counted, isMirrored, lowersSales, partOf, type Refund, salesOf } from './lines.js'

/** What a statement shares out to its lines. */
export interface Statement {
  readonly plan: Plan
  /** The first of its periods. */
  readonly first: number
  readonly lines: readonly Counted[]
  /** What so many sales of the statement, of these lines, earn before caps on amounts. */
  readonly earnedAt: (sales: Fraction, lines: readonly Counted[]) => Fraction
  /** What lines have of the awards that are paid. */
  readonly awarded: Awarded
  readonly amount: Fraction
  /** Where caps of its periods cut: what they left of it, or the most that they would have. */
  readonly atMost: Fraction | null
}

export type Shares = Map<string, Fraction>

/**
 * The lines' shares of a statement. In the order of the deals a line earns what it adds to what the lines before it have earned, and a
 * cap cuts where it is reached; in proportion, all earn the same part of their sales.
 */
export function sharesOf(
  { plan, lines, earnedAt, awarded, amount, atMost }: Statement,
  most: (amount: Fraction) => Fraction = (figure) => figure,
): Shares {
  const counted = lines.filter(lowersSales)
  const total = salesOf(counted)
  const isShared = plan.attribution === 'pro-rata'
  const shares: Shares = new Map()
  let sold = zero
  let given = zero
  let award = zero
  const ofScale = subtract(amount, sumOf(awarded))
  for (const [index, line] of counted.entries()) {
    sold = add(sold, line.sales)
    award = add(award, awarded.get(line.id) ?? zero)
    const earned = add(toCents(earnedAt(sold, counted.slice(0, index + 1))), toCents(award))
    const exact =
      isShared && total.n !== 0n
        ? add(partOf(ofScale, sold, total), award)
        : most(atMost === null ? earned : smaller(earned, atMost))
    const through = toCents(exact)
    shares.set(line.id, subtract(through, given))
    given = through
  }
  const first = counted[0]
  if (first !== undefined)
    shares.set(first.id, add(shares.get(first.id) ?? zero, subtract(amount, given)))
  return shares
}

/** What the originals of the mirrored refunds among these lines earned, of the part taken back. */
export function mirroredIn(lines: readonly Counted[], shares: Shares): Fraction {
  return sum(lines.filter(isMirrored).map(takenBy))

  function takenBy({ of, before, amount }: Refund): Fraction {
    const share = 'commission' in of ? amountOf(of.commission) : (shares.get(of.id) ?? zero)
    const whole = typeof of.amount === 'string' ? amountOf(of.amount) : of.amount
    const takenAt = (part: Fraction) => toCents(partOf(share, part, whole))
    return subtract(takenAt(subtract(before, amount)), takenAt(before))
  }
}

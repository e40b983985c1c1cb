/** What each line adds to a commission: step by step, so that the steps of all lines add up to the steps of the statement. */
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import type { CountedLine } from '../lines/countLine.js'
import type { ExactPlan } from '../plan/exactPlan.js'
import type { Commission } from './computeCommission.js'
import type { EarnedSlice } from './earn.js'
import { paysNothing } from './openGate.js'
import { payAwards } from './payAwards.js'
import { shareProRata } from './shareProRata.js'
import { sliceDifference } from './sliceDifference.js'
import { type Sums, sumUp } from './sumUp.js'
import { beginWalk, walkLines } from './walkLines.js'

/** A line's part of a commission. */
export interface Share {
  readonly line: CountedLine
  /** The statement's steps, this line's part of each. */
  readonly sums: Sums
  readonly slices: readonly EarnedSlice[]
}

/** What a commission is shared out by: everything but its mirrored refunds, which need the shares themselves. */
export type ToShare = Pick<Commission, 'sales' | 'terms' | 'earnings' | 'awards' | 'sums'>

/** Shares a commission out as the plan says: in the order of the deals, or in proportion to the sales. */
export function computeShares(commission: ToShare, plan: ExactPlan): Share[] {
  const share = plan.attribution === 'deal-order' ? shareInOrder : shareProRata
  return share(commission, plan)
}

/** Every step of the statement after the line, less the same step before it. */
function shareInOrder({ sales, terms, awards }: ToShare, plan: ExactPlan): Share[] {
  const awardOf = payAwards(awards, terms.gate)
  const shares: Share[] = []
  let paidAwards = fraction.ZERO
  let before: { sums: Sums; slices: readonly EarnedSlice[] } = { sums: [], slices: [] }
  const walk = beginWalk(terms, plan)
  for (const { line, earnings, byLine } of walkLines(sales.lines ?? [], walk, plan)) {
    paidAwards = fraction.add(paidAwards, awardOf.get(line.id) ?? fraction.ZERO)
    const after = {
      sums: sumUp({ earnings, byLine, awards: paidAwards }, terms, plan),
      slices: paysNothing(terms.gate) ? [] : earnings.slices,
    }
    const sums = difference(after.sums, before.sums)
    const slices = sliceDifference(after.slices, before.slices)
    shares.push({ line, sums, slices: balance(slices, sums[0]?.units ?? 0n, plan) })
    before = after
  }
  return shares
}

/** A step that was not there before, an award say, stood where the last step before it stands. */
function difference(after: Sums, before: Sums): Sums {
  return after.map((step, index) => {
    const soFar = after.slice(0, index + 1).map(({ kind }) => kind)
    const stood = before.filter(({ kind }) => soFar.includes(kind)).at(-1)
    return { ...step, units: step.units - (stood?.units ?? 0n) }
  })
}

/**
 * The statement is rounded before the line and after it, so that a line can be paid a whole cent more or less than its slices come
 * to, which no rounding of them makes up for. The largest slice takes the difference.
 */
function balance(
  slices: readonly EarnedSlice[],
  total: bigint,
  { unit }: ExactPlan,
): readonly EarnedSlice[] {
  const paid = { n: total, d: unit }
  const lacking = fraction.subtract(paid, fraction.sum(slices.map(({ amount }) => amount)))
  if (fraction.compare(fraction.absolute(lacking), { n: 1n, d: unit }) < 0) return slices
  const [largest] = [...slices].sort((a, b) => compareSize(b.amount, a.amount))
  return slices.map((slice) =>
    slice === largest ? { ...slice, amount: fraction.add(slice.amount, lacking) } : slice,
  )
}

function compareSize(a: Fraction, b: Fraction): number {
  return fraction.compare(fraction.absolute(a), fraction.absolute(b))
}

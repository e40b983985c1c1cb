import type { Path } from '../../../kernel/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import { exactOrNull, exactText } from '../exactText.js'
import type { Lane, TriedPlan } from './lanes.js'

type Fraction = fraction.Fraction
type Tier = Lane['scale']['tiers'][number]

/** Sales at which pay may jump, and what of the plan makes it. */
export interface Jump {
  readonly at: Fraction
  readonly path: Path
  /** How much the scale alone jumps there; null where it is no scale. */
  readonly size: Fraction | null
}

/** Where pay may fall, or rise: between tiers the largest so many, at the gate, at steps of an accelerator. */
export function jumpsOf(lane: Lane, tried: TriedPlan, way: 'down' | 'up'): Jump[] {
  const { gate, accelerator } = tried.plan
  const target = targetOf(tried)
  const ofGate = gate?.attainment === undefined ? [] : [jumpAt(gate.attainment, target, ['gate'])]
  const ends = accelerator?.mode === 'whole-amount' ? accelerator.steps.slice(0, MOST_STEPS) : []
  const ofSteps = ends.flatMap(({ upTo }, index) =>
    upTo === null ? [] : [jumpAt(upTo, target, ['accelerator', 'steps', index + 1])],
  )
  return [...jumpsOfTiers(lane, tried, way), ...ofGate, ...ofSteps]
}

/** More of one kind would tell nobody anything. */
const MOST_STEPS = 20
const MOST_TIERS = { down: 20, up: 5 }

export function targetOf({ payee }: TriedPlan): Fraction {
  const { target } = payee
  const amount = typeof target === 'object' && 'amount' in target ? target.amount : target
  return amount === undefined ? fraction.ONE : exactText(String(amount))
}

function jumpAt(ratio: string, target: Fraction, path: Path): Jump {
  return { at: fraction.multiply(exactText(ratio), target), path, size: null }
}

function jumpsOfTiers(lane: Lane, tried: TriedPlan, way: 'down' | 'up'): Jump[] {
  const { tiers } = lane.scale
  const jumps = tiers.flatMap((tier, index) => {
    const next = tiers[index + 1]
    const at = endOf(tier, lane, tried)
    if (next === undefined || at === null) return []
    const size = jumpBetween(tier, next, { lane, at })
    const path = [...lane.path, 'tiers', index + 1]
    const isThisWay = way === 'down' ? size.n < 0n : size.n > 0n
    return isThisWay ? [{ at, path, size: fraction.absolute(size) }] : []
  })
  const bySize = [...jumps].sort((one, other) => fraction.compare(other.size, one.size))
  return bySize.slice(0, MOST_TIERS[way])
}

/** Where a tier ends, in sales; null where it is open, or where another figure than sales chooses it. */
export function endOf(
  { upTo }: Tier,
  { scale, measuredBy }: Lane,
  tried: TriedPlan,
): Fraction | null {
  if (upTo === null) return null
  if (scale.measure === 'separate' && measuredBy !== 'attainment') return null
  const isAttainment = scale.thresholds === 'attainment' || measuredBy === 'attainment'
  return isAttainment ? fraction.multiply(exactText(upTo), targetOf(tried)) : exactText(upTo)
}

/** By how much the next tier pays more than this one where they meet. */
function jumpBetween(
  tier: Tier,
  next: Tier,
  { lane: { scale }, at }: { readonly lane: Lane; readonly at: Fraction },
): Fraction {
  if (scale.mode === 'whole-amount') return fraction.subtract(paidBy(next, at), paidBy(tier, at))
  if (scale.mode === 'interpolated')
    return next.upTo === tier.upTo ? exactText(next.amount ?? '0') : fraction.ZERO
  return paidBy(next, fraction.ZERO)
}

function paidBy({ rate, multiple, amount, minimum, maximum }: Tier, base: Fraction): Fraction {
  const paid = fraction.multiply(base, exactText(multiple ?? rate))
  const all = fraction.add(paid, exactText(amount ?? '0'))
  const [least, most] = [exactOrNull(minimum), exactOrNull(maximum)]
  const raised = least === null ? all : fraction.larger(all, least)
  return fraction.atMost(raised, most)
}

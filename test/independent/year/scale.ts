import {
  add,
  compare,
  divide,
  equals,
  type Fraction,
  larger,
  multiply,
  smaller,
  subtract,
  sum,
  zero,
} from '../../oracle/fraction.js'
import { amountOf, at, isBelow, one, signed, times } from './exact.js'
import type { Period, Plan, Step } from './facts.js'
import { earnedByPlace, type Weighed, walks } from './walk.js'

/** What a span, or a part of it from its beginning, has sold, and the target of that time. */
export interface Sold {
  /** What counts of it. */
  readonly sales: Fraction
  readonly target: Fraction
  readonly lines?: readonly Weighed[]
}

/**
 * P of the page: what `sold` earns in steps 4 to 7, at the gate, the step of a whole-amount accelerator and the multipliers that `reached`
 * reaches. In a whole-amount scale all earn at the tier of `tiered`.
 */
export function earnedBy(
  sold: Sold,
  reached: Sold,
  plan: Plan,
  facts: Period,
  tiered = reached,
): Fraction {
  return times(
    isShut(reached, plan)
      ? flat(earningOf(sold, plan), plan, facts)
      : (walks(plan) ? byLines : byScale)(sold, tiered, plan, facts),
    stepReached(reached, plan),
    upliftFactor(plan, facts),
    kpiFactor(plan, facts),
  )
}

/** What sales earn that the gate keeps from the tiers: nothing, or a flat rate. */
function flat(sales: Fraction, plan: Plan, facts: Period): Fraction {
  if (plan.gate?.below === undefined) return zero
  return multiply(sales, add(amountOf(plan.gate?.below), addedRate(plan, facts)))
}

/** What earns of it: with factors, not what counts. */
function earningOf({ sales, lines }: Sold, plan: Plan): Fraction {
  return walks(plan) ? sum((lines ?? []).map(({ earns }) => earns)) : sales
}

export function isShut({ sales, target }: Sold, { gate }: Plan): boolean {
  if (gate === undefined) return false
  return target.n <= 0n || isBelow(divide(sales, target), amountOf(gate.attainment))
}

/** Step 5: the first of the sales that earn, by the target of that time. */
function floorOfBase({ target }: Sold, { gate }: Plan): Fraction {
  if (gate?.counts === 'above-target') return target
  return gate?.counts === 'above-gate' ? multiply(amountOf(gate.attainment), target) : zero
}

/** Step 6; tiers and marginal steps end by the target of what was sold. Sales below zero earn what the same sales above zero would, taken back. */
function byScale(sold: Sold, tiered: Sold, plan: Plan, facts: Period): Fraction {
  const from = floorOfBase(sold, plan)
  const { size, sign } = signed(sold.sales)
  const isAbove = plan.gate?.counts === 'above-target' || plan.gate?.counts === 'above-gate'
  if (isAbove && compare(sold.sales, from) <= 0) return flat(sold.sales, plan, facts)
  const offset = plan.gate?.startsIn === 'own-tier' ? zero : from
  const rateAt = (sales: Fraction) =>
    add(rateOf(subtract(sales, offset), tiered, plan), addedRate(plan, facts))
  const cuts = [...tierEnds(plan, offset), ...stepEnds(sold, plan)]
    .filter((cut) => isBelow(from, cut) && isBelow(cut, size))
    .sort(compare)
  let earned = flat(from, plan, facts)
  let start = from
  for (const end of [...cuts, size]) {
    const rate = multiply(rateAt(start), stepAt(start, sold, plan))
    earned = add(earned, multiply(subtract(end, start), rate))
    start = end
  }
  return multiply(earned, sign)
}

/** The same where the place of each line says what it earns: at the rate of its own rule, times that of the step. */
function byLines(sold: Sold, tiered: Sold, plan: Plan, facts: Period): Fraction {
  const { rates = [], attribution } = plan
  const planOf = (rule: string | null): Plan => {
    const scale = rates.find(({ id }) => id === rule)?.scale ?? plan.scale
    return { ...plan, scale }
  }
  const ends = [null, ...rates.map(({ id }) => id)].flatMap((rule) => tierEnds(planOf(rule), zero))
  return earnedByPlace(
    sold.lines ?? [],
    attribution,
    [...ends, ...stepEnds(sold, plan)],
    (place, rule) => {
      const rate = add(rateOf(place, tiered, planOf(rule)), addedRate(plan, facts))
      return multiply(rate, stepAt(place, sold, plan))
    },
  )
}

/** In a whole-amount scale the rate is that of the tier that the base of `tiered` lies in. */
function rateOf(position: Fraction, tiered: Sold, plan: Plan): Fraction {
  const { mode, tiers } = plan.scale
  const from = floorOfBase(tiered, plan)
  const { size } = signed(tiered.sales)
  const whole = plan.gate?.startsIn === 'own-tier' ? size : subtract(size, from)
  const place = mode === 'whole-amount' ? larger(whole, zero) : position
  const tier = tiers.find(({ upTo }) => upTo === null || isBelow(place, amountOf(upTo)))
  return amountOf((tier ?? at(tiers, tiers.length - 1)).rate)
}

function tierEnds({ scale }: Plan, offset: Fraction): readonly Fraction[] {
  if (scale.mode === 'whole-amount') return []
  return scale.tiers.flatMap(({ upTo }) => (upTo === null ? [] : [add(offset, amountOf(upTo))]))
}

function addedRate({ coefficient }: Plan, { coefficientUplift }: Period): Fraction {
  return coefficient?.applies === 'multiply' ? zero : amountOf(coefficientUplift)
}

function stepEnds({ target }: Sold, { accelerator }: Plan): readonly Fraction[] {
  if (accelerator?.mode !== 'marginal') return []
  return accelerator.steps.flatMap(({ upTo }) =>
    upTo === null ? [] : [multiply(amountOf(upTo), target)],
  )
}

function stepAt(sales: Fraction, { target }: Sold, { accelerator }: Plan): Fraction {
  if (accelerator?.mode !== 'marginal') return one
  return multiplierAt(attained(sales, target), accelerator.steps)
}

function stepReached({ sales, target }: Sold, { accelerator }: Plan): Fraction {
  if (accelerator?.mode !== 'whole-amount') return one
  return multiplierAt(attained(sales, target), accelerator.steps)
}

function attained(sales: Fraction, target: Fraction): Fraction {
  return equals(target, zero) ? zero : divide(sales, target)
}

function multiplierAt(figure: Fraction, steps: readonly Step[]): Fraction {
  const step = steps.find(({ upTo }) => upTo === null || isBelow(figure, amountOf(upTo)))
  return amountOf((step ?? at(steps, steps.length - 1)).multiplier)
}

function upliftFactor({ coefficient }: Plan, { coefficientUplift }: Period): Fraction {
  return coefficient?.applies === 'multiply' ? add(one, amountOf(coefficientUplift)) : one
}

function kpiFactor({ kpiMultiplier }: Plan, { facts }: Period): Fraction {
  if (kpiMultiplier === undefined) return one
  return multiplierAt(amountOf(facts?.[kpiMultiplier.fact]), kpiMultiplier.steps)
}

/** What a cap lets through, of figures that add up: with all of it, less without it. */
export function letThrough(before: Fraction, more: Fraction, cap: string | undefined): Fraction {
  if (cap === undefined) return more
  const most = amountOf(cap)
  return subtract(smaller(add(before, more), most), smaller(before, most))
}

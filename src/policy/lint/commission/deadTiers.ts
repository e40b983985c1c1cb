import type { Path } from '../../../kernel/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import { exactText } from '../exactText.js'
import { finding } from '../finding.js'
import {
  CAP_WITHOUT_EFFECT,
  TIER_ABOVE_CAP,
  TIER_NEVER_PAYS,
  TIER_WITHOUT_EFFECT,
} from '../issues.js'
import { exampleOf } from '../rules.js'
import type { Finding } from '../types.js'
import { endOf, targetOf } from './jumps.js'
import { downTo, type Lane, payOf, type TriedPlan } from './lanes.js'

type Fraction = fraction.Fraction
type Tier = Lane['scale']['tiers'][number]

const HALF = { n: 1n, d: 2n }
const MOST_TIERS = 20

/** Tiers that pay what the one before them pays. */
export function idleTiers(lane: Lane, tried: TriedPlan): Finding[] {
  const { tiers } = lane.scale
  const same = tiers.flatMap((tier, index) => {
    const before = tiers[index - 1]
    return before !== undefined && isSame(before, tier, lane) ? [{ before, index }] : []
  })
  return same.slice(0, MOST_TIERS).flatMap(({ before, index }) => {
    const around = placesAround(index - 1, lane, tried)
    if (around === null) return []
    const example = exampleOf(
      tried.question,
      around.map((sales) => [lane.input(sales)]),
    )
    if (!isStraight(example.gives.map(exactText))) return []
    const path = [...lane.path, 'tiers', index]
    return [finding('warning', TIER_WITHOUT_EFFECT, [path, { other: before.id }], { example })]
  })
}

function isSame(one: Tier, other: Tier, { scale }: Lane): boolean {
  const isPlain = [one, other].every(
    ({ amount, minimum, maximum }) => (amount ?? minimum ?? maximum) === undefined,
  )
  const isAlike = one.rate === other.rate && one.multiple === other.multiple
  return isPlain && isAlike && scale.mode !== 'interpolated'
}

/** Just as much below the end of a tier as above it, inside the tiers on both sides. */
function placesAround(index: number, lane: Lane, tried: TriedPlan): Fraction[] | null {
  const { tiers } = lane.scale
  const ends = [index - 1, index, index + 1].map((place) => {
    const tier = tiers[place]
    return tier === undefined ? null : endOf(tier, lane, tried)
  })
  const [from, at, to] = ends
  if (at === undefined || at === null) return null
  const left = fraction.subtract(at, from ?? fraction.ZERO)
  const right = to === undefined || to === null ? left : fraction.subtract(to, at)
  const width = downTo(fraction.multiply(fraction.smaller(left, right), HALF), tried)
  if (fraction.isZero(width)) return null
  const start = downTo(at, tried)
  return [fraction.subtract(start, width), start, fraction.add(start, width)]
}

/** Whether three figures at the same distance lie on a line, but for the cent that rounding moves each. */
function isStraight([first, second, third]: readonly Fraction[]): boolean {
  if (first === undefined || second === undefined || third === undefined) return false
  const bend = fraction.subtract(fraction.add(first, third), fraction.add(second, second))
  return fraction.compare(fraction.absolute(bend), { n: 2n, d: 100n }) <= 0
}

/** Tiers that have ended where the gate opens. */
export function shutTiers(lane: Lane, tried: TriedPlan): Finding[] {
  const { gate } = tried.plan
  if (gate?.attainment === undefined || lane.scale.per !== undefined) return []
  const opens = fraction.multiply(exactText(gate.attainment), targetOf(tried))
  const isByAttainment = lane.scale.thresholds === 'attainment' || lane.measuredBy === 'attainment'
  const isSliced = lane.scale.mode !== 'whole-amount' && gate.startsIn !== 'own-tier'
  if (!isByAttainment || isSliced || gate.conditions !== undefined) return []
  return lane.scale.tiers.slice(0, MOST_TIERS).flatMap((tier, index) => {
    const end = endOf(tier, lane, tried)
    if (end === null || fraction.compare(end, opens) >= 0) return []
    const inside = [downTo(fraction.multiply(end, HALF), tried), downTo(end, tried)]
    const example = exampleOf(
      tried.question,
      inside.map((sales) => [lane.input(sales)]),
    )
    if (example.gives.some((paid) => !fraction.isZero(exactText(paid)))) return []
    const at: [Path, { given: string }] = [
      [...lane.path, 'tiers', index],
      { given: gate.attainment ?? '' },
    ]
    return [finding('warning', TIER_NEVER_PAYS, at, { example })]
  })
}

/** The first of the tiers that begin where a cap is reached already. */
export function cappedTiers(lane: Lane, tried: TriedPlan): Finding[] {
  const { plan, question } = tried
  const most = leastCap(plan) ?? plan.cap?.base
  if (most === undefined || lane.scale.measure === 'separate') return []
  const { tiers } = lane.scale
  let found: Finding[] = []
  // Whatever is above a tier that is dead is dead as well.
  for (let index = tiers.length - 1; index > 0 && index > tiers.length - MOST_TIERS; index -= 1) {
    const tier = tiers[index] as Tier
    const from = endOf(tiers[index - 1] as Tier, lane, tried)
    if (from === null || earnsNothing(tier)) break
    const end = endOf(tier, lane, tried) ?? fraction.add(from, from)
    const start = downTo(from, tried)
    const inside = [start, downTo(end, tried)]
    const [first, second] = inside.map((sales) => payOf(lane, sales, tried))
    if (fraction.compare(first as Fraction, second as Fraction) !== 0) break
    const example = exampleOf(
      question,
      inside.map((sales) => [lane.input(sales)]),
    )
    const path = [...lane.path, 'tiers', index]
    found = [finding('warning', TIER_ABOVE_CAP, [path, { maximum: most }], { example })]
  }
  return found
}

/** The cap that a single statement meets first. */
function leastCap({ cap = {} }: TriedPlan['plan']): string | undefined {
  const { amount, quarter, half, year } = cap
  const caps = [amount, quarter, half, year].filter((one) => one !== undefined)
  return caps.sort((one, other) => fraction.compare(exactText(one), exactText(other)))[0]
}

function earnsNothing({ rate, multiple, amount }: Tier): boolean {
  return [rate, multiple, amount].every(
    (one) => one === undefined || fraction.isZero(exactText(one)),
  )
}

/** A cap on the amount that the plan never comes to. */
export function idleCap(lane: Lane, tried: TriedPlan): Finding[] {
  const { plan, question } = tried
  const cap = plan.cap?.amount
  // What the cap of a span makes idle is found beside that.
  if (cap === undefined || leastCap(plan) !== cap) return []
  if (plan.rates !== undefined || plan.awards !== undefined) return []
  const ends = lane.scale.tiers.flatMap((tier) => endOf(tier, lane, tried) ?? [])
  const last = ends.at(-1)
  if (last === undefined) return []
  const far = [10n, 1_000_000n].map((times) =>
    downTo(fraction.multiply(last, { n: times, d: 1n }), tried),
  )
  const example = exampleOf(
    question,
    far.map((sales) => [lane.input(sales)]),
  )
  const [first = '', second = ''] = example.gives
  if (first !== second || fraction.compare(exactText(second), exactText(cap)) >= 0) return []
  const maximum = write.money(exactText(second), plan.currency)
  return [finding('warning', CAP_WITHOUT_EFFECT, [['cap', 'amount'], { maximum }], { example })]
}

import type { Path } from '../../../kernel/index.js'
import * as fraction from '../../../kernel/number/fraction.js'
import * as write from '../../../kernel/number/write.js'
import { exactText } from '../exactText.js'
import { finding } from '../finding.js'
import { PAY_ABOVE_SALES, PAY_FALLS, PAY_JUMPS } from '../issues.js'
import { exampleOf } from '../rules.js'
import type { Finding, FindingExample } from '../types.js'
import { endOf, jumpsOf } from './jumps.js'
import { type Lane, payOf, type TriedPlan, upTo, writeSales } from './lanes.js'

type Fraction = fraction.Fraction

/** Where a little more that is sold is paid less. */
export function payFalls(lane: Lane, tried: TriedPlan): Finding[] {
  return jumps('down', lane, tried).map(({ at, example, step }) =>
    finding('warning', PAY_FALLS, [at, paramsOf(step, tried)], { example }),
  )
}

/** Where a little more that is sold is paid much more. */
export function payRises(lane: Lane, tried: TriedPlan): Finding[] {
  return jumps('up', lane, tried).map(({ at, example, step }) =>
    finding('note', PAY_JUMPS, [at, paramsOf(step, tried)], { example }),
  )
}

function paramsOf({ below, above, rise }: Step, tried: TriedPlan) {
  const amount = write.money(fraction.absolute(rise), tried.plan.currency)
  return { given: writeSales(above, tried), other: writeSales(below, tried), amount }
}

/** A jump as the rules pay it. */
interface PaidJump {
  readonly at: Path
  readonly step: Step
  readonly example: FindingExample
}

function jumps(way: 'down' | 'up', lane: Lane, tried: TriedPlan): PaidJump[] {
  const seen = new Set<string>()
  return jumpsOf(lane, tried, way).flatMap(({ at, path }) => {
    const first = upTo(at, tried)
    const key = write.decimal(first)
    if (seen.has(key) || first.n <= 0n) return []
    seen.add(key)
    const step = largestStep(first, lane, tried)
    const isThisWay = way === 'down' ? fraction.isNegative(step.rise) : isMuch(step.rise, tried)
    if (!isThisWay) return []
    const given = [[lane.input(step.below)], [lane.input(step.above)]]
    return [{ at: path, step, example: exampleOf(tried.question, given) }]
  })
}

/** Of the steps just below a place and just above it, the one that changes pay most. */
function largestStep(at: Fraction, lane: Lane, tried: TriedPlan): Step {
  const { unit } = tried
  const places = [fraction.subtract(at, unit), at, fraction.add(at, unit)]
  const pays = places.map((sales) => payOf(lane, sales, tried))
  const [first, second] = [0, 1].map((index) => stepAt(index, places, pays)) as [Step, Step]
  const isSecond =
    fraction.compare(fraction.absolute(second.rise), fraction.absolute(first.rise)) > 0
  return isSecond ? second : first
}

interface Step {
  readonly below: Fraction
  readonly above: Fraction
  readonly rise: Fraction
}

function stepAt(index: number, places: readonly Fraction[], pays: readonly Fraction[]): Step {
  const [below, above] = [places[index], places[index + 1]] as [Fraction, Fraction]
  const [before, after] = [pays[index], pays[index + 1]] as [Fraction, Fraction]
  return { below, above, rise: fraction.subtract(after, before) }
}

/** More than rounding, or a rate, makes of one unit. */
function isMuch(rise: Fraction, { plan }: TriedPlan): boolean {
  const highest = plan.scale.thresholds === 'units' ? ratesOf(plan) : [fraction.ZERO]
  const usual = highest.reduce(fraction.larger, fraction.ONE)
  return fraction.compare(rise, fraction.add(usual, usual)) > 0
}

const ratesOf = ({ scale, rates = [] }: TriedPlan['plan']) =>
  [scale, ...rates.map((rule) => rule.scale)].flatMap(({ tiers }) =>
    tiers.map(({ rate }) => exactText(rate)),
  )

/** Where sales are paid more than they bring. */
export function payAboveSales(lane: Lane, tried: TriedPlan): Finding[] {
  const { plan, question } = tried
  if (!mayPayAll(lane, tried)) return []
  for (const sales of placesIn(lane, tried)) {
    const paid = payOf(lane, sales, tried)
    if (fraction.compare(paid, sales) <= 0) continue
    const params = { given: writeSales(sales, tried), amount: write.money(paid, plan.currency) }
    const example = exampleOf(question, [[lane.input(sales)]])
    return [finding('warning', PAY_ABOVE_SALES, [lane.path, params], { example })]
  }
  return []
}

/** Whether anything but a rate below 1 is paid. */
function mayPayAll({ scale }: Lane, { plan }: TriedPlan): boolean {
  const { payout, accelerator, multipliers, kpiMultiplier, awards, factors, floor } = plan
  if (payout !== 'money' || scale.thresholds === 'units') return false
  const others = [accelerator, multipliers, kpiMultiplier, awards, factors, floor]
  const isMore = others.some((one) => one !== undefined)
  return (
    isMore ||
    scale.tiers.some((tier) => (tier.multiple ?? tier.amount ?? tier.minimum) !== undefined)
  )
}

const MOST_PLACES = 20

/** The ends of the tiers, and far above the last of them. */
export function placesIn(lane: Lane, tried: TriedPlan): Fraction[] {
  const ends = lane.scale.tiers.flatMap((tier) => endOf(tier, lane, tried) ?? [])
  const last = ends.at(-1) ?? { n: 100_000n, d: 1n }
  const far = fraction.multiply(last, { n: 10n, d: 1n })
  return [...ends.slice(0, MOST_PLACES), ...ends.slice(-1), far].map((one) => upTo(one, tried))
}

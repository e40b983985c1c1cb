import type { DecimalInput, Issue } from '../kernel/index.js'
import {
  add,
  compare,
  compileScale,
  divide,
  type ExactScale,
  type ExactTier,
  type Fraction,
  figureOf,
  isZero,
  known,
  multiply,
  negate,
  ONE,
  ownerOf,
  readDecimal,
  refuseIfAny,
  requireDefined,
  roundToUnits,
  smaller,
  stretch,
  subtract,
  writeDecimal,
  ZERO,
} from '../kernel/inside.js'
import { exactCommission, raiseRates } from './exactCommission.js'
import { openGate } from './openGate.js'
import { type ReadInput, readInput } from './readInput.js'
import type {
  CommissionCurve,
  CommissionFacts,
  CommissionPlan,
  CurvePoint,
  DefinedCommissionPlan,
} from './types.js'
import { writeBase, writeUnits } from './writeMoney.js'

/**
 * The pay line of a plan: every point where it bends or jumps, from sales of 0 upward. Between two points it is straight.
 *
 * Draw it by joining the points: from (`sales`, `amount`) to the next point's (`sales`, `below`). It shows what a plan rewards: a point
 * whose `amount` is less than its `below` is a cliff, where selling more pays less.
 *
 * @throws SalesRulesError `TARGET_MISSING` where the plan needs a target; `POLICY_NOT_DEFINED`, `NUMBER_INVALID`.
 *
 * @example With a target of 1,200,000, nothing is paid below it; then 4% and 5% on what more is sold
 * ```ts
 * import { commissionCurve, handbook } from 'sales-rules'
 *
 * const curve = commissionCurve(handbook.commission, { target: '1200000' })
 * curve.points.map(({ sales, below, amount, rate }) => [sales, below, amount, rate])
 * // => [['0.00', '0.00', '0.00', '0'], ['1200000.00', '0.00', '38000.00', '0.04'], ['2000000.00', '70000.00', '70000.00', '0.05']]
 * ```
 */
export function commissionCurve(
  plan: DefinedCommissionPlan,
  facts: CommissionFacts & { readonly upTo?: DecimalInput } = {},
): CommissionCurve {
  requireDefined(plan, 'CommissionPlan')
  const { upTo, ...others } = { ...facts }
  const issues: Issue[] = []
  const above = { minimum: ZERO, above: true }
  const end = upTo === undefined ? undefined : readDecimal(upTo, ['upTo'], issues, above)
  refuseIfAny(issues)
  const read = readInput({ ...others, sales: 0 })
  const line: PayLine = (sales) => uncapped(sales, read, plan)
  const bends = withCap(bendsOf(read, plan), line, plan)
  return { currency: plan.currency, points: describe(bends, end, capped(line, plan), plan) }
}

/** The exact commission of so many sales. */
export type PayLine = (sales: Fraction) => Fraction

/** Nothing while the gate is shut; then what the sales that count earn. */
function uncapped(sales: Fraction, facts: ReadInput, plan: CommissionPlan): Fraction {
  const gate = openGate(sales, facts.target, plan)
  if (gate !== null && !gate.isOpen) return ZERO
  const counted = gate === null ? sales : gate.counted(sales)
  return exactCommission(counted, plan, facts.uplift, facts).amount
}

function capped(line: PayLine, { cap }: CommissionPlan): PayLine {
  if (cap === undefined) return line
  const most = known(cap.amount)
  return (sales) => smaller(line(sales), most)
}

/** Where the line may bend before the cap: at 0, at the gate, at each threshold and where a tier's minimum or maximum begins. */
function bendsOf(facts: ReadInput, plan: CommissionPlan): Fraction[] {
  const gate = openGate(ZERO, facts.target, plan)
  const shift = plan.gate?.counts === 'above-target' && gate !== null ? gate.level : ZERO
  const isAdded = plan.coefficient.applies === 'add-to-rate'
  const scale = compileScale(plan.scale)
  const raised = isAdded ? raiseRates(scale, facts.uplift) : scale
  const inScale =
    plan.scale.measure === 'separate'
      ? bendsOfChosenTier(raised, facts)
      : bendsOfScale(stretch(raised, facts))
  return ordered([
    ZERO,
    ...(gate === null ? [] : [gate.level]),
    ...inScale.map((bend) => add(bend, shift)),
  ])
}

export function bendsOfScale({ scale, tiers }: ExactScale): Fraction[] {
  const origin = (tier: ExactTier) => (scale.mode === 'whole-amount' ? ZERO : tier.from)
  return tiers.flatMap((tier) => [
    ...(tier.upTo === null ? [] : [tier.upTo]),
    ...partsAtBounds(tier)
      .map((part) => add(origin(tier), part))
      .filter((bend) => isInside(bend, tier)),
  ])
}

/** With a separate measure the tier is chosen already, wherever it begins; a measure of zero or less earns its rate alone. */
function bendsOfChosenTier(exact: ExactScale, facts: ReadInput): Fraction[] {
  const figure = figureOf(ZERO, exact.scale, facts)
  const tier = exact.tiers[ownerOf(figure, exact)] ?? exact.tiers[0]
  return figure.n > 0n ? partsAtBounds(tier).filter((part) => part.n > 0n) : []
}

/** How much of the base earns a tier's minimum, and its maximum. */
function partsAtBounds({ minimum, maximum, amount, rate }: ExactTier): Fraction[] {
  if (isZero(rate)) return []
  return [minimum, maximum].flatMap((bound) =>
    bound === null ? [] : [divide(subtract(bound, amount), rate)],
  )
}

function isInside(bend: Fraction, { from, upTo }: ExactTier): boolean {
  return compare(bend, from) > 0 && (upTo === null || compare(bend, upTo) < 0)
}

function ordered(bends: readonly Fraction[]): Fraction[] {
  const sorted = [...bends].sort(compare)
  return sorted.filter((bend, index) => compare(bend, sorted[index - 1] ?? negate(ONE)) > 0)
}

/** Between two bends the line is straight; where it meets the cap there is one more. */
function withCap(bends: readonly Fraction[], line: PayLine, { cap }: CommissionPlan): Fraction[] {
  if (cap === undefined) return [...bends]
  const most = known(cap.amount)
  const crossings = bends.flatMap((bend, index) => {
    const { start, slope } = segmentFrom(bend, bends[index + 1], line)
    if (slope.n <= 0n || compare(start, most) >= 0) return []
    const crossing = add(bend, divide(subtract(most, start), slope))
    return isBefore(crossing, bends[index + 1]) ? [crossing] : []
  })
  return ordered([...bends, ...crossings])
}

function isBefore(bend: Fraction, next: Fraction | undefined): boolean {
  return next === undefined || compare(bend, next) < 0
}

/** The straight line from just above a bend to just below the next: where it starts, and how steep it is. */
export function segmentFrom(bend: Fraction, next: Fraction | undefined, line: PayLine) {
  const width = next === undefined ? ONE : divide(subtract(next, bend), THREE)
  const first = add(bend, width)
  const low = line(first)
  const rise = subtract(line(add(first, width)), low)
  return { start: subtract(low, rise), slope: divide(rise, width) }
}

const THREE: Fraction = { n: 3n, d: 1n }

function describe(
  bends: readonly Fraction[],
  end: Fraction | undefined,
  line: PayLine,
  plan: CommissionPlan,
): CurvePoint[] {
  const { decimals, mode } = plan.rounding
  const write = (amount: Fraction) => writeUnits(roundToUnits(amount, decimals, mode), plan)
  return bendsWithLimits(bends, end, line).map(({ bend, below, at, above, slope }) => ({
    sales: writeBase(bend, plan),
    below: write(below),
    amount: write(at),
    above: write(above),
    rate: writeDecimal(slope),
  }))
}

/** Each bend up to an end, with what is paid on both sides of it; one where nothing changes is left out, but for the first and the end. */
function bendsWithLimits(all: readonly Fraction[], end: Fraction | undefined, line: PayLine) {
  const bends = end === undefined ? all : ordered([...all, end])
  let below = ZERO
  let slopeBefore: Fraction | null = null
  return bends.flatMap((bend, index) => {
    const next = bends[index + 1]
    const { start, slope } = segmentFrom(bend, next, line)
    const point = { bend, below, at: line(bend), above: start, slope }
    const isSmooth = compare(point.at, below) === 0 && compare(start, below) === 0
    const isStraight = slopeBefore !== null && compare(slope, slopeBefore) === 0
    if (next !== undefined) below = add(start, multiply(slope, subtract(next, bend)))
    slopeBefore = slope
    const order = end === undefined ? -1 : compare(bend, end)
    return order > 0 || (order < 0 && isSmooth && isStraight) ? [] : [point]
  })
}

import {
  absolute,
  add,
  compare,
  currencyDecimals,
  divide,
  type ExactSlice,
  type Fraction,
  isZero,
  multiply,
  negate,
  powerOfTen,
  referTo,
  refuse,
  requireDefined,
  roundTogether,
  roundToUnits,
  subtract,
  sum,
  ZERO,
} from '../kernel/inside.js'
import { exactCommission } from './exactCommission.js'
import { type Gate, openGate } from './openGate.js'
import { type ReadInput, readInput } from './readInput.js'
import { NOTHING, roundByLine, type Sums, sumUp, walkLines } from './sumUp.js'
import type {
  CommissionAttribution,
  CommissionLinesInput,
  CommissionPlan,
  DefinedCommissionPlan,
  LineShare,
} from './types.js'
import {
  writeAdjustments,
  writeBase,
  writeNotCounted,
  writeSlices,
  writeUnits,
} from './writeMoney.js'

/**
 * What each order line adds to the commission. The shares add up to the statement of {@link calculateCommission}, to the cent.
 *
 * The plan says how: in `deal-order` a line earns what it adds to the commission of the lines before it, so that the line that crosses
 * a tier shows two slices; `in-proportion`, each line earns the same share of the commission as it has of the sales.
 *
 * @throws SalesRulesError as {@link calculateCommission} does.
 *
 * @example The second order crosses 1,000,000
 * ```ts
 * import { attributeCommission, handbook } from 'sales-rules'
 *
 * const lines = [{ id: 'O-1', amount: '900000' }, { id: 'O-2', amount: '300000' }]
 * const attribution = attributeCommission({ lines, target: '1000000' }, handbook.commission)
 * attribution.amount // => '38000.00'
 * attribution.lines.map((line) => line.amount) // => ['27000.00', '11000.00']
 * attribution.lines[1]?.slices.map(({ base, rate, amount }) => [base, rate, amount])
 * // => [['100000.00', '0.03', '3000.00'], ['200000.00', '0.04', '8000.00']]
 * ```
 */
export function attributeCommission(
  input: CommissionLinesInput,
  plan: DefinedCommissionPlan,
): CommissionAttribution {
  requireDefined(plan, 'CommissionPlan')
  const facts = readInput(input)
  if (facts.lines === null) {
    const expected = 'the order lines to share the commission out to'
    refuse('VALUE_MISSING', ['lines'], { expected }, `is missing, expected ${expected}.`)
  }
  const gate = openGate(facts.sales, facts.target, plan)
  const isPaid = gate === null || gate.isOpen
  const share = plan.attribution === 'deal-order' ? shareInOrder : shareInProportion
  const lines = isPaid ? share(facts, gate, plan) : (facts.lines ?? []).map(withoutShare(plan))
  const counted = gate === null ? facts.sales : gate.counted(facts.sales)
  const exact = exactCommission(counted, plan, facts.uplift, facts)
  const paid = isPaid ? sumUp(exact, roundByLine(facts, gate, plan), plan).paid : NOTHING.paid
  return {
    payee: facts.payee,
    period: facts.period,
    amount: writeUnits(paid, plan),
    currency: plan.currency,
    attribution: plan.attribution,
    lines,
    notCounted: writeNotCounted(facts.notCounted, plan),
    policy: referTo(plan),
  }
}

function withoutShare(plan: CommissionPlan) {
  return ({ id, amount }: { id: string; amount: Fraction }): LineShare => ({
    id,
    sales: writeBase(amount, plan),
    amount: writeUnits(0n, plan),
    slices: [],
    adjustments: [],
  })
}

/** Every step of the statement, after the line less before it: the differences add up to the statement's own steps. */
function shareInOrder(facts: ReadInput, gate: Gate | null, plan: CommissionPlan): LineShare[] {
  const lines = facts.lines ?? []
  const shares: LineShare[] = []
  let before: { readonly sums: Sums; readonly slices: readonly ExactSlice[] } = {
    sums: NOTHING,
    slices: [],
  }
  for (const step of walkLines(lines, facts, gate, plan)) {
    const after = { sums: sumUp(step.exact, step.byLine, plan), slices: step.exact.pay.slices }
    const line = lines[shares.length]
    if (line === undefined) break
    const sums = difference(after.sums, before.sums)
    const slices = balance(sliceDifference(after.slices, before.slices), sums.slices, plan)
    shares.push(describe(line, sums, slices, plan))
    before = after
  }
  return shares
}

function difference(after: Sums, before: Sums): Sums {
  return {
    slices: after.slices - before.slices,
    coefficient: after.coefficient - before.coefficient,
    lines: after.lines - before.lines,
    paid: after.paid - before.paid,
  }
}

/** Tier by tier, what is new; where all of the sales change their tier, the old one is taken back. */
function sliceDifference(
  after: readonly ExactSlice[],
  before: readonly ExactSlice[],
): ExactSlice[] {
  const byTier = new Map<string, ExactSlice>()
  const negated = before.map((slice) => ({
    ...slice,
    base: negate(slice.base),
    amount: negate(slice.amount),
  }))
  for (const slice of [...negated, ...after]) {
    const same = byTier.get(slice.tier.id)
    const base = add(slice.base, same?.base ?? ZERO)
    const amount = add(slice.amount, same?.amount ?? ZERO)
    byTier.set(slice.tier.id, { tier: slice.tier, base, amount })
  }
  return [...byTier.values()].filter(({ base, amount }) => !isZero(base) || !isZero(amount))
}

/**
 * The statement is rounded before the line and after it, so that a line can be paid a whole cent more or less than its slices come
 * to, which no rounding of them makes up for. The largest slice takes the difference.
 */
function balance(
  slices: readonly ExactSlice[],
  total: bigint,
  { rounding }: CommissionPlan,
): ExactSlice[] {
  const unit = { n: 1n, d: powerOfTen(rounding.decimals) }
  const paid = { n: total, d: unit.d }
  const difference = subtract(paid, sum(slices.map(({ amount }) => amount)))
  if (compare(absolute(difference), unit) < 0) return [...slices]
  const [largest] = [...slices].sort((a, b) => compare(absolute(b.amount), absolute(a.amount)))
  return slices.map((slice) =>
    slice === largest ? { ...slice, amount: add(slice.amount, difference) } : slice,
  )
}

/** Each step of the statement is split by the lines' share of the sales, so that a line's steps add up as the statement's do. */
function shareInProportion(facts: ReadInput, gate: Gate | null, plan: CommissionPlan): LineShare[] {
  const lines = facts.lines ?? []
  const counted = gate === null ? facts.sales : gate.counted(facts.sales)
  const exact = exactCommission(counted, plan, facts.uplift, facts)
  const sums = sumUp(exact, roundByLine(facts, gate, plan), plan)
  // Sales of nothing can still earn a flat amount; no line has a greater part in it than another.
  const equal = { n: 1n, d: BigInt(lines.length) }
  const parts = lines.map(({ amount }) =>
    isZero(facts.sales) ? equal : divide(amount, facts.sales),
  )
  const split = (total: bigint) =>
    roundTogether(
      parts.map((part) => multiply(part, { n: total, d: 1n })),
      total,
    )
  const steps = {
    slices: split(sums.slices),
    coefficient: split(sums.coefficient - sums.slices),
    lines: split(sums.lines - sums.coefficient),
    paid: split(sums.paid - sums.lines),
  }
  const paid = payable(exact.pay.slices, sums.slices, plan)
  return lines.map((line, index) => {
    const slices = steps.slices[index] ?? 0n
    const coefficient = slices + (steps.coefficient[index] ?? 0n)
    const rounded = coefficient + (steps.lines[index] ?? 0n)
    const own = { slices, coefficient, lines: rounded, paid: rounded + (steps.paid[index] ?? 0n) }
    const part = parts[index] ?? ZERO
    return describe(line, own, shareOfSlices(paid, part, plan), plan)
  })
}

/** The slices as the statement pays them: of a great sale and its refund, each has its part in what is paid, not in what was cut. */
function payable(slices: readonly ExactSlice[], total: bigint, { rounding }: CommissionPlan) {
  const d = powerOfTen(rounding.decimals)
  const units = roundTogether(
    slices.map(({ amount }) => multiply(amount, { n: d, d: 1n })),
    total,
  )
  return slices.map((slice, index) => ({ ...slice, amount: { n: units[index] ?? 0n, d } }))
}

/** A line's part of every slice, its bases in whole cents. */
function shareOfSlices(
  slices: readonly ExactSlice[],
  part: Fraction,
  plan: CommissionPlan,
): ExactSlice[] {
  const decimals = currencyDecimals(plan.currency) ?? 0
  const cents = { n: powerOfTen(decimals), d: 1n }
  const bases = slices.map(({ base }) => multiply(multiply(base, part), cents))
  const whole = roundTogether(bases, roundToUnits(sum(bases), 0, 'half-up'))
  return slices.map(({ tier, amount }, index) => ({
    tier,
    base: { n: whole[index] ?? 0n, d: cents.n },
    amount: multiply(amount, part),
  }))
}

function describe(
  { id, amount }: { id: string; amount: Fraction },
  sums: Sums,
  slices: readonly ExactSlice[],
  plan: CommissionPlan,
): LineShare {
  return {
    id,
    sales: writeBase(amount, plan),
    amount: writeUnits(sums.paid, plan),
    slices: writeSlices({ slices }, sums.slices, plan),
    adjustments: writeAdjustments(sums, plan),
  }
}

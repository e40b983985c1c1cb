/** How the amounts of a statement are written: in the currency's decimals, parts adding up to their sum. */
import type { NextTier } from '../../kernel/index.js'
import {
  compare,
  type ExactPay,
  type ExactTier,
  type Fraction,
  isZero,
  known,
  multiply,
  oncePerPolicy,
  powerOfTen,
  roundTogether,
  subtract,
  writeDecimal,
  writeMoney,
} from '../../kernel/inside.js'
import type { QualifiedAward } from '../lines/findAwards.js'
import type { RefusedLine } from '../lines/readLine.js'
import type {
  AdjustmentKind,
  AwardOutcome,
  CommissionAdjustment,
  CommissionPlan,
  CommissionSlice,
  LineNotCounted,
} from '../types.js'
import type { EarnedSlice } from '../earn/earn.js'
import type { ReachedStep } from '../earn/multiplierAt.js'
import { isShut } from '../earn/openGate.js'
import type { Sums } from '../earn/sumUp.js'
import type { Terms } from '../earn/termsOf.js'

/** The slices in money, rounded together so that they add up to their rounded sum. */
export function writeSlices(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: CommissionPlan,
): CommissionSlice[] {
  const scale = powerOfTen(plan.rounding.decimals)
  const exact = slices.map(({ amount: { n, d } }) => ({ n: n * scale, d }))
  const amounts = roundTogether(exact, total)
  return slices.map(({ tier, rule, base }, index) => {
    const { from, upTo, rate } = tierTexts(tier)
    const slice = {
      tier: tier.id,
      from,
      upTo,
      rate,
      base: writeBase(base, plan),
      amount: writeUnits(amounts[index] ?? 0n, plan),
    }
    return rule === null ? slice : { rule, ...slice }
  })
}

/** The tiers of a plan are written again and again. */
const tierTexts = /* @__PURE__ */ oncePerPolicy(({ stated, rate }: ExactTier) => ({
  from: writeDecimal(stated.from),
  upTo: stated.upTo && writeDecimal(stated.upTo),
  rate: writeDecimal(rate),
}))

/** The slices of a statement, each with all that it can be computed again from. */
export function writeStatedSlices(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: CommissionPlan,
): CommissionSlice[] {
  return writeSlices(slices, total, plan).map((written, index) => {
    const slice = slices[index]
    const isComplete = slice === undefined || isRateAlone(slice)
    return isComplete ? written : { ...written, ...writeBesideRate(slice, plan) }
  })
}

function isRateAlone({ tier, base, amount }: EarnedSlice): boolean {
  const hasNoOther = isZero(tier.amount) && tier.minimum === null && tier.maximum === null
  return hasNoOther || compare(amount, multiply(base, tier.rate)) === 0
}

/** What a tier paid beside its rate. */
function writeBesideRate({ tier, rule }: EarnedSlice, plan: CommissionPlan) {
  const { mode } = plan.rates?.find(({ id }) => id === rule)?.scale ?? plan.scale
  const width =
    mode === 'interpolated' && tier.upTo !== null ? subtract(tier.upTo, tier.from) : null
  const written = (key: string, value: Fraction | null) =>
    value === null ? {} : { [key]: writeMoney(value, plan.currency) }
  return {
    ...written('flat', isZero(tier.amount) ? null : tier.amount),
    ...(width && { width: writeBase(width, plan) }),
    ...written('minimum', tier.minimum),
    ...written('maximum', tier.maximum),
  }
}

/** Each step but the first, as what it added or took away; one that did neither is left out unless it is to be kept. */
export function writeAdjustments(
  sums: Sums,
  plan: CommissionPlan,
  isKept: (kind: AdjustmentKind) => boolean = () => false,
): CommissionAdjustment[] {
  const adjustments: CommissionAdjustment[] = []
  let before = 0n
  for (const { kind, clause, units, limit } of sums) {
    const change = units - before
    before = units
    if (kind === 'slices' || (change === 0n && !isKept(kind))) continue
    const amount = writeUnits(change, plan)
    const written = limit && { limit: writeLimit(kind, limit, plan) }
    adjustments.push({ kind, amount, clause, ...written })
  }
  return adjustments
}

/** A cap of the base counts what the base does, one of the rate is a ratio, and the others are money. */
function writeLimit(kind: AdjustmentKind, limit: Fraction, plan: CommissionPlan): string {
  if (kind === 'cap-rate') return writeDecimal(limit)
  if (kind === 'cap-base') return writeBase(limit, plan)
  return writeMoney(limit, plan.currency)
}

export function writeNext(next: ExactPay['next'], plan: CommissionPlan): NextTier | null {
  if (next === null) return null
  const { tier, remaining, reached } = next
  const isMoney = plan.scale.measure === 'base'
  return {
    tier: tier.id,
    rate: tierTexts(tier).rate,
    remaining: isMoney ? writeBase(remaining, plan) : writeDecimal(remaining),
    reached,
  }
}

/** A count of units stays a count; an amount of money has the currency's decimals. */
export function writeBase(value: Fraction, { scale, currency }: CommissionPlan): string {
  if (scale.thresholds === 'units') return writeDecimal(value)
  return writeMoney(value, currency)
}

export function writeUnits(units: bigint, { rounding, currency }: CommissionPlan): string {
  return writeMoney({ n: units, d: powerOfTen(rounding.decimals) }, currency)
}

export function writeStep({ step, multiplier }: ReachedStep) {
  return { step: step.id, multiplier: writeDecimal(multiplier) }
}

export function writeAwards(
  awards: readonly QualifiedAward[],
  { gate }: Pick<Terms, 'gate'>,
  { currency }: CommissionPlan,
): AwardOutcome[] {
  return awards.map(({ award, line, isKnown }) => {
    const isForgone = isShut(gate) && award.whileGateShut === 'forgone'
    const outcome = !isKnown ? 'unknown' : isForgone ? 'forgone' : 'paid'
    return {
      award: award.id,
      line,
      outcome,
      amount: writeMoney(known(award.amount), currency),
      clause: award.clause ?? null,
    }
  })
}

export function writeNotCounted(
  notCounted: readonly RefusedLine[],
  plan: CommissionPlan,
): LineNotCounted[] {
  return notCounted.map(({ line: { id, amount, currency }, issue }) => ({
    id,
    ...writeGiven(amount, currency, plan),
    issue,
  }))
}

/** An amount as it was given, in its own currency. */
function writeGiven(amount: Fraction, currency: string | undefined, plan: CommissionPlan) {
  if (currency === undefined || currency === plan.currency)
    return { amount: writeBase(amount, plan) }
  return { amount: writeMoney(amount, currency), currency }
}

/** How the amounts of a statement are written: in the currency's decimals, parts adding up to their sum. */
import type { NextTier } from '../../kernel/index.js'
import {
  compare,
  currencyDecimals,
  type ExactPay,
  type Fraction,
  isZero,
  known,
  multiply,
  powerOfTen,
  roundTogether,
  subtract,
  writeDecimal,
  writeFixed,
  writeMoney,
} from '../../kernel/inside.js'
import type { QualifiedAward } from '../count/findAwards.js'
import type { RefusedLine } from '../count/readLine.js'
import type {
  AdjustmentKind,
  AwardOutcome,
  CommissionAdjustment,
  CommissionPlan,
  CommissionSlice,
  LineNotCounted,
} from '../types.js'
import type { EarnedSlice } from './earn.js'
import type { ReachedStep } from './multiplierAt.js'
import { isShut } from './openGate.js'
import type { Sums } from './sumUp.js'
import type { Terms } from './termsOf.js'

/** The slices in money, rounded together so that they add up to their rounded sum. */
export function writeSlices(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: CommissionPlan,
): CommissionSlice[] {
  const scale = { n: powerOfTen(plan.rounding.decimals), d: 1n }
  const amounts = roundTogether(
    slices.map((slice) => multiply(slice.amount, scale)),
    total,
  )
  return slices.map(({ tier, rule, base }, index) => ({
    ...(rule === null ? {} : { rule }),
    tier: tier.id,
    from: writeDecimal(tier.stated.from),
    upTo: tier.stated.upTo && writeDecimal(tier.stated.upTo),
    rate: writeDecimal(tier.rate),
    base: writeBase(base, plan),
    amount: writeUnits(amounts[index] ?? 0n, plan),
  }))
}

/** The slices of a statement, each with all that it can be computed again from. */
export function writeStatedSlices(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: CommissionPlan,
): CommissionSlice[] {
  return writeSlices(slices, total, plan).map((written, index) => {
    const slice = slices[index]
    return slice === undefined ? written : { ...written, ...writeBesideRate(slice, plan) }
  })
}

/** What a tier paid beside its rate; nothing for a slice that is base × rate. */
function writeBesideRate({ tier, rule, base, amount }: EarnedSlice, plan: CommissionPlan) {
  if (compare(amount, multiply(base, tier.rate)) === 0) return {}
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
  kept: ReadonlySet<AdjustmentKind> = NONE,
): CommissionAdjustment[] {
  return sums.flatMap(({ kind, clause, units, limit }, index) => {
    const change = units - (sums[index - 1]?.units ?? 0n)
    if (kind === 'slices' || (change === 0n && !kept.has(kind))) return []
    const amount = writeUnits(change, plan)
    return [{ kind, amount, clause, ...(limit && { limit: writeLimit(kind, limit, plan) }) }]
  })
}

const NONE: ReadonlySet<AdjustmentKind> = new Set()

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
    rate: writeDecimal(tier.rate),
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
  const decimals = currencyDecimals(currency) ?? rounding.decimals
  return writeFixed(units * powerOfTen(decimals - rounding.decimals), decimals)
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
    const isWithheld = isShut(gate) && award.whileGateShut === 'withheld'
    const outcome = !isKnown ? 'unknown' : isWithheld ? 'withheld' : 'paid'
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

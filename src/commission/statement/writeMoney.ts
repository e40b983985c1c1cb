/** How the amounts of a statement are written: in the currency's decimals, parts adding up to their sum. */
import * as allocation from '../../kernel/number/allocate.js'
import type { Fraction } from '../../kernel/number/fraction.js'
import * as fraction from '../../kernel/number/fraction.js'
import * as write from '../../kernel/number/write.js'
import * as defined from '../../kernel/policy/defined.js'
import type { ExactTier } from '../../kernel/scale/scales.js'
import * as scales from '../../kernel/scale/scales.js'
import type { Next } from '../earn/computeNext.js'
import type { AdjustmentKind, EarnedSlice } from '../earn/earn.js'
import type { Gate } from '../earn/openGate.js'
import { outcomeOf } from '../earn/payAwards.js'
import type { Sums } from '../earn/sumUp.js'
import type { CountedLine } from '../lines/countLine.js'
import type { QualifiedAward } from '../lines/findAwards.js'
import type { RefusedLine } from '../lines/readLine.js'
import type { LineNotCounted } from '../lines/types.js'
import type { ExactPlan, ExactStep } from '../plan/exactPlan.js'
import type {
  AwardOutcome,
  CommissionAdjustment,
  CommissionSlice,
  NextChange,
  WeighedLine,
} from './types.js'

/** The slices in money, rounded together so that they add up to their rounded sum. */
export function writeSlices(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: ExactPlan,
): CommissionSlice[] {
  const exact = slices.map(({ amount: { n, d } }) => ({ n: n * plan.unit, d }))
  const amounts = allocation.roundTogether(exact, total)
  return slices.map(({ tier, rule, base }, index) => {
    const slice = {
      tier: tier.id,
      ...tierTexts(tier),
      base: writeBase(base, plan),
      amount: writeUnits(amounts[index] ?? 0n, plan),
    }
    return rule === null ? slice : { rule, ...slice }
  })
}

/** The tiers of a plan are written again and again. */
const tierTexts = /* @__PURE__ */ defined.oncePerPolicy(
  ({ stated, rate, multiple }: ExactTier) => ({
    from: write.decimal(stated.from),
    upTo: stated.upTo && write.decimal(stated.upTo),
    rate: write.rate(rate),
    ...(multiple && { multiple: write.rate(multiple) }),
  }),
)

/** The slices of a statement, each with all that it can be computed again from. */
export function writeStatedSlices(
  slices: readonly EarnedSlice[],
  total: bigint,
  plan: ExactPlan,
): CommissionSlice[] {
  return writeSlices(slices, total, plan).map((written, index) => {
    const slice = slices[index]
    if (slice === undefined) return written
    const beside = isRateAlone(slice) ? {} : writeBesideRate(slice, plan)
    return slice.times === undefined
      ? { ...written, ...beside }
      : { ...written, times: slice.times, ...beside }
  })
}

function isRateAlone({ tier, base, amount }: EarnedSlice): boolean {
  const hasNoOther = fraction.isZero(tier.amount) && tier.minimum === null && tier.maximum === null
  return hasNoOther || fraction.compare(amount, fraction.multiply(base, tier.rate)) === 0
}

/** What a tier paid beside its rate. */
function writeBesideRate({ tier, rule }: EarnedSlice, plan: ExactPlan) {
  const group = plan.groups.find((one) => (one.rule?.id ?? null) === rule)
  const mode = group?.scale.scale.mode
  const width =
    mode === 'interpolated' && tier.upTo !== null && !scales.isJump(tier)
      ? fraction.subtract(tier.upTo, tier.from)
      : null
  const written = (key: string, value: Fraction | null) =>
    value === null ? {} : { [key]: write.money(value, plan.currency) }
  return {
    ...written('flat', fraction.isZero(tier.amount) ? null : tier.amount),
    ...(width && { width: writeBase(width, plan) }),
    ...written('minimum', tier.minimum),
    ...written('maximum', tier.maximum),
  }
}

/** Each step but the first, as what it added or took away; one that did neither is left out unless it is to be kept. */
export function writeAdjustments(
  sums: Sums,
  plan: ExactPlan,
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
function writeLimit(kind: AdjustmentKind, limit: Fraction, plan: ExactPlan): string {
  if (kind === 'cap-rate') return write.decimal(limit)
  if (kind === 'cap-base') return writeBase(limit, plan)
  return write.money(limit, plan.currency)
}

export function writeNext(next: Next | null, plan: ExactPlan): NextChange | null {
  if (next === null) return null
  const { by, tier, rate, remaining, reached } = next
  const isSales = by !== 'measure'
  return {
    by,
    tier: tier.id,
    rate: write.decimal(rate),
    remaining: isSales ? writeBase(remaining, plan) : write.decimal(remaining),
    reached,
  }
}

/** A count of units stays a count; an amount of money has the currency's decimals. */
export function writeBase(value: Fraction, { isInUnits, decimals }: ExactPlan): string {
  return isInUnits ? write.decimal(value) : write.padded(value, decimals)
}

export function writeUnits(units: bigint, { unit, decimals }: ExactPlan): string {
  return write.padded({ n: units, d: unit }, decimals)
}

export function writeStep({ id, multiplier }: ExactStep) {
  return { step: id, multiplier: write.decimal(multiplier) }
}

/** The lines that factors have changed, and by which. */
export function writeWeighed(lines: readonly CountedLine[], plan: ExactPlan): WeighedLine[] {
  return lines
    .filter(({ factors }) => factors.length > 0)
    .map(({ id, credited, base, factors }) => ({
      line: id,
      credited: writeBase(credited, plan),
      base: writeBase(base, plan),
      by: factors.map(({ factor: { factor, fact }, multiplier, value, step }) => ({
        factor: factor.id,
        applies: factor.applies,
        multiplier: write.decimal(multiplier),
        ...(factor.above !== undefined && { above: factor.above }),
        ...(fact !== null && value !== undefined && { fact, value: write.decimal(value) }),
        ...(step !== undefined && { step }),
        reason: factor.reason ?? null,
      })),
    }))
}

export function writeAwards(
  awards: readonly QualifiedAward[],
  gate: Gate | null,
  { currency }: ExactPlan,
): AwardOutcome[] {
  return awards.map((one) => ({
    award: one.award.award.id,
    line: one.parts[0]?.[0] ?? one.order.lines[0]?.id ?? '',
    outcome: outcomeOf(one, gate),
    amount: write.money(one.issue === null ? one.amount : one.award.amount, currency),
    clause: one.award.award.clause ?? null,
  }))
}

export function writeNotCounted(
  notCounted: readonly RefusedLine[],
  plan: ExactPlan,
): LineNotCounted[] {
  return notCounted.map(({ line: { id, amount, currency }, issue }) => ({
    id,
    ...writeGiven(amount, currency, plan),
    issue,
  }))
}

/** An amount as it was given, in its own currency. */
function writeGiven(amount: Fraction, currency: string | undefined, plan: ExactPlan) {
  if (currency === undefined || currency === plan.currency)
    return { amount: writeBase(amount, plan) }
  return { amount: write.money(amount, currency), currency }
}

/** How the amounts of a statement are written: in the currency's decimals, parts adding up to their sum. */
import type { NextTier, Slice } from '../kernel/index.js'
import {
  currencyDecimals,
  type ExactPay,
  type Fraction,
  multiply,
  powerOfTen,
  roundTogether,
  writeDecimal,
  writeFixed,
  writePadded,
} from '../kernel/inside.js'
import type { ReadNotCounted } from './readInput.js'
import type { Sums } from './sumUp.js'
import type { CommissionAdjustment, CommissionPlan, LineNotCounted } from './types.js'

/** The slices in money, rounded together so that they add up to their rounded sum. */
export function writeSlices(
  { slices }: Pick<ExactPay, 'slices'>,
  total: bigint,
  plan: CommissionPlan,
): Slice[] {
  const scale = { n: powerOfTen(plan.rounding.decimals), d: 1n }
  const amounts = roundTogether(
    slices.map((slice) => multiply(slice.amount, scale)),
    total,
  )
  return slices.map(({ tier, base }, index) => ({
    tier: tier.id,
    from: writeDecimal(tier.stated.from),
    upTo: tier.stated.upTo && writeDecimal(tier.stated.upTo),
    rate: writeDecimal(tier.rate),
    base: writeBase(base, plan),
    amount: writeUnits(amounts[index] ?? 0n, plan),
  }))
}

export function writeAdjustments(sums: Sums, plan: CommissionPlan): CommissionAdjustment[] {
  const steps = [
    { kind: 'coefficient', units: sums.coefficient - sums.slices, clause: 'COM-5' },
    { kind: 'line-rounding', units: sums.lines - sums.coefficient, clause: null },
    { kind: 'cap', units: sums.paid - sums.lines, clause: null },
  ] as const
  return steps
    .filter(({ units }) => units !== 0n)
    .map(({ kind, units, clause }) => ({ kind, amount: writeUnits(units, plan), clause }))
}

export function writeNext({ next }: ExactPay, plan: CommissionPlan): NextTier | null {
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
  return writePadded(value, currencyDecimals(currency) ?? 0)
}

export function writeUnits(units: bigint, { rounding, currency }: CommissionPlan): string {
  const decimals = currencyDecimals(currency) ?? rounding.decimals
  return writeFixed(units * powerOfTen(decimals - rounding.decimals), decimals)
}

export function writeNotCounted(
  notCounted: readonly ReadNotCounted[],
  plan: CommissionPlan,
): LineNotCounted[] {
  return notCounted.map(({ id, amount, issue }) => ({ id, amount: writeBase(amount, plan), issue }))
}

import type { NextTier, Slice } from '../kernel/index.js'
import {
  add,
  currencyDecimals,
  divide,
  type ExactPay,
  type Fraction,
  isZero,
  known,
  multiply,
  powerOfTen,
  referTo,
  requireDefined,
  roundTogether,
  roundToUnits,
  subtract,
  writeDecimal,
  writeFixed,
  writePadded,
  ZERO,
} from '../kernel/inside.js'
import { type ExactCommission, exactCommission } from './exactCommission.js'
import { type Gate, openGate } from './openGate.js'
import { type ReadInput, readInput } from './readInput.js'
import type {
  CommissionAdjustment,
  CommissionInput,
  CommissionPlan,
  CommissionStatement,
  DefinedCommissionPlan,
  GateOutcome,
} from './types.js'

/**
 * The commission on a period's sales, with everything it came from.
 *
 * Sales come as one figure or as order lines; refunds are negative. The gate is looked at first (COM-2), then each slice of the
 * sales earns its tier (COM-1), an uplift raises the rates or the sum (COM-5), the total is rounded once, and the cap comes last.
 * The slices and the adjustments of the statement add up to its amount, to the cent.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`, `TARGET_MISSING`, `BASE_NEGATIVE`, and what is wrong with the input.
 *
 * @example Target met: 1,000,000 at 3% and 500,000 at 4%
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 *
 * const statement = calculateCommission({ sales: '1500000', target: '1200000' }, handbook.commission)
 * statement.amount // => '50000.00'
 * statement.slices.map((slice) => slice.amount) // => ['30000.00', '20000.00']
 * statement.next // => { tier: 'top', rate: '0.05', remaining: '500000.00', reached: 'at' }
 * ```
 *
 * @example Target missed: nothing is paid, and the statement says what is missing
 * ```ts
 * import { calculateCommission, handbook } from 'sales-rules'
 *
 * const missed = calculateCommission({ sales: '1150000', target: '1200000' }, handbook.commission)
 * missed.amount // => '0.00'
 * missed.gate?.missing // => '50000.00'
 * missed.gate?.withheld // => '36000.00'
 * ```
 */
export function calculateCommission(
  input: CommissionInput,
  plan: DefinedCommissionPlan,
): CommissionStatement {
  requireDefined(plan, 'CommissionPlan')
  const facts = readInput(input)
  const gate = openGate(facts.sales, facts.target, plan)
  const counted = gate === null ? facts.sales : gate.counted(facts.sales)
  const earned = exactCommission(counted, plan, facts.uplift, facts)
  const isPaid = gate === null || gate.isOpen
  const sums = isPaid ? sumUp(earned, facts, gate, plan) : NOTHING
  const base = isPaid ? counted : ZERO
  return {
    payee: facts.payee,
    period: facts.period,
    amount: writeUnits(sums.paid, plan),
    currency: plan.currency,
    sales: writeBase(facts.sales, plan),
    base: writeBase(base, plan),
    target: facts.target === undefined ? null : writeBase(facts.target, plan),
    attainment: facts.target === undefined ? null : writeDecimal(divide(facts.sales, facts.target)),
    gate: gate && describeGate(gate, sumUp(earned, facts, gate, plan).paid, plan),
    slices: isPaid ? writeSlices(earned.pay, sums.slices, plan) : [],
    adjustments: isPaid ? writeAdjustments(sums, plan) : [],
    next: writeNext(earned.pay, plan),
    effectiveRate: isZero(base)
      ? null
      : writeDecimal(divide({ n: sums.paid, d: powerOfTen(plan.rounding.decimals) }, base)),
    coefficient: isZero(facts.uplift)
      ? null
      : { ...plan.coefficient, uplift: writeDecimal(facts.uplift) },
    exact: isPaid ? writeDecimal(earned.amount) : '0',
    rounding: plan.rounding,
    notCounted: facts.notCounted,
    mode: plan.scale.mode,
    policy: referTo(plan),
    clauses: clausesOf(gate, facts),
  }
}

/** The running total in units of the rounding: after the slices, the coefficient, the lines, the cap. */
interface Sums {
  readonly slices: bigint
  readonly coefficient: bigint
  readonly lines: bigint
  readonly paid: bigint
}

const NOTHING: Sums = { slices: 0n, coefficient: 0n, lines: 0n, paid: 0n }

function sumUp(
  { pay, amount }: ExactCommission,
  facts: ReadInput,
  gate: Gate | null,
  plan: CommissionPlan,
): Sums {
  const { decimals, mode, at } = plan.rounding
  const slices = roundToUnits(pay.amount, decimals, mode)
  const coefficient = roundToUnits(amount, decimals, mode)
  const lines =
    at === 'line' && facts.lines !== null ? roundLines(facts.lines, facts, gate, plan) : coefficient
  const cap = plan.cap === undefined ? lines : roundToUnits(known(plan.cap.amount), decimals, mode)
  return { slices, coefficient, lines, paid: lines < cap ? lines : cap }
}

/** Each line earns what it adds to the commission of the lines before it, rounded on its own. */
function roundLines(
  lines: readonly Fraction[],
  facts: ReadInput,
  gate: Gate | null,
  plan: CommissionPlan,
): bigint {
  const { decimals, mode } = plan.rounding
  let sales = ZERO
  let before = ZERO
  let total = 0n
  for (const line of lines) {
    sales = add(sales, line)
    const counted = gate === null ? sales : gate.counted(sales)
    const after = exactCommission(counted, plan, facts.uplift, facts).amount
    total += roundToUnits(subtract(after, before), decimals, mode)
    before = after
  }
  return total
}

function describeGate(gate: Gate, withheld: bigint, plan: CommissionPlan): GateOutcome {
  return {
    clause: 'COM-2',
    outcome: gate.isOpen ? 'met' : 'unmet',
    attainment: plan.gate?.attainment ?? '1',
    counts: plan.gate?.counts ?? 'all',
    missing: gate.isOpen ? null : writeBase(gate.missing, plan),
    withheld: gate.isOpen ? null : writeUnits(withheld, plan),
  }
}

/** The slices in money, rounded together so that they add up to their rounded sum. */
function writeSlices({ slices }: ExactPay, total: bigint, plan: CommissionPlan): Slice[] {
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

function writeAdjustments(sums: Sums, plan: CommissionPlan): CommissionAdjustment[] {
  const steps = [
    { kind: 'coefficient', units: sums.coefficient - sums.slices, clause: 'COM-5' },
    { kind: 'line-rounding', units: sums.lines - sums.coefficient, clause: null },
    { kind: 'cap', units: sums.paid - sums.lines, clause: null },
  ] as const
  return steps
    .filter(({ units }) => units !== 0n)
    .map(({ kind, units, clause }) => ({ kind, amount: writeUnits(units, plan), clause }))
}

function writeNext({ next }: ExactPay, plan: CommissionPlan): NextTier | null {
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
function writeBase(value: Fraction, { scale, currency }: CommissionPlan): string {
  if (scale.thresholds === 'units') return writeDecimal(value)
  return writePadded(value, currencyDecimals(currency) ?? 0)
}

function writeUnits(units: bigint, { rounding, currency }: CommissionPlan): string {
  const decimals = currencyDecimals(currency) ?? rounding.decimals
  return writeFixed(units * powerOfTen(decimals - rounding.decimals), decimals)
}

function clausesOf(gate: Gate | null, { uplift }: ReadInput): string[] {
  return ['COM-1', ...(gate === null ? [] : ['COM-2']), ...(isZero(uplift) ? [] : ['COM-5'])]
}

import {
  isZero,
  powerOfTen,
  quotient,
  referTo,
  requireDefined,
  writeDecimal,
  ZERO,
} from '../kernel/inside.js'
import { exactCommission } from './exactCommission.js'
import { type Gate, openGate } from './openGate.js'
import { type ReadInput, readInput } from './readInput.js'
import { NOTHING, roundByLine, sumUp } from './sumUp.js'
import type {
  CommissionInput,
  CommissionPlan,
  CommissionStatement,
  DefinedCommissionPlan,
  GateOutcome,
} from './types.js'
import {
  writeAdjustments,
  writeBase,
  writeNext,
  writeNotCounted,
  writeSlices,
  writeUnits,
} from './writeMoney.js'

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
  const ifPaid = sumUp(earned, roundByLine(facts, gate, plan), plan)
  const sums = isPaid ? ifPaid : NOTHING
  const base = isPaid ? counted : ZERO
  return {
    payee: facts.payee,
    period: facts.period,
    amount: writeUnits(sums.paid, plan),
    currency: plan.currency,
    sales: writeBase(facts.sales, plan),
    base: writeBase(base, plan),
    target: facts.target === undefined ? null : writeBase(facts.target, plan),
    attainment:
      facts.target === undefined ? null : writeDecimal(quotient(facts.sales, facts.target)),
    gate: gate && describeGate(gate, ifPaid.paid, plan),
    slices: isPaid ? writeSlices(earned.pay, sums.slices, plan) : [],
    adjustments: isPaid ? writeAdjustments(sums, plan) : [],
    next: writeNext(earned.pay, plan),
    effectiveRate: isZero(base)
      ? null
      : writeDecimal(quotient({ n: sums.paid, d: powerOfTen(plan.rounding.decimals) }, base)),
    coefficient: isZero(facts.uplift)
      ? null
      : { ...plan.coefficient, uplift: writeDecimal(facts.uplift) },
    exact: isPaid ? writeDecimal(earned.amount) : '0',
    rounding: plan.rounding,
    notCounted: writeNotCounted(facts.notCounted, plan),
    mode: plan.scale.mode,
    policy: referTo(plan),
    clauses: clausesOf(gate, facts),
  }
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

function clausesOf(gate: Gate | null, { uplift }: ReadInput): string[] {
  return ['COM-1', ...(gate === null ? [] : ['COM-2']), ...(isZero(uplift) ? [] : ['COM-5'])]
}

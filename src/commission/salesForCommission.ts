import type { DecimalInput, Issue } from '../kernel/index.js'
import {
  add,
  compare,
  compileScale,
  currencyDecimals,
  divide,
  type Fraction,
  highestPay,
  known,
  larger,
  multiply,
  ONE,
  readDecimal,
  refuse,
  refuseIfAny,
  requireDefined,
  smaller,
  smallestBase,
  writeDecimal,
  writePadded,
  ZERO,
} from '../kernel/inside.js'
import { calculateCommission } from './calculateCommission.js'
import { raiseRates } from './exactCommission.js'
import { type Gate, openGate } from './openGate.js'
import { type ReadInput, readInput } from './readInput.js'
import type {
  CommissionFacts,
  CommissionPlan,
  DefinedCommissionPlan,
  SalesForCommission,
} from './types.js'
import { writeBase } from './writeMoney.js'

/**
 * What must be sold to earn an amount: the smallest sales whose commission, before rounding, is at least that. The inverse of
 * {@link calculateCommission}.
 *
 * @throws SalesRulesError `COMMISSION_UNREACHABLE` when no sales earn so much, with the highest amount and what stops it;
 *   `TARGET_MISSING`, `NUMBER_INVALID`, `POLICY_NOT_DEFINED`.
 *
 * @example
 * ```ts
 * import { handbook, salesForCommission } from 'sales-rules'
 *
 * salesForCommission('50000', handbook.commission, { target: '1200000' }).sales // => '1500000.00'
 * ```
 *
 * @example Below the target nothing is paid, so the target itself is what must be sold
 * ```ts
 * import { handbook, salesForCommission } from 'sales-rules'
 *
 * salesForCommission('100', handbook.commission, { target: '1200000' }).sales // => '1200000.00'
 * ```
 */
export function salesForCommission(
  amount: DecimalInput,
  plan: DefinedCommissionPlan,
  facts: CommissionFacts = {},
): SalesForCommission {
  requireDefined(plan, 'CommissionPlan')
  const issues: Issue[] = []
  const wanted = readDecimal(amount, ['amount'], issues, { minimum: ZERO })
  refuseIfAny(issues)
  const read = readInput({ ...facts, sales: 0 })
  const sales = smallestSales(wanted as Fraction, read, plan)
  const text = writeBase(sales, plan)
  return { sales: text, statement: calculateCommission({ ...facts, sales: text }, plan) }
}

function smallestSales(wanted: Fraction, facts: ReadInput, plan: CommissionPlan): Fraction {
  if (wanted.n === 0n) return ZERO
  // Of more than the cap, too, the scale is asked first: it may end before the cap is reached.
  const cap = plan.cap && known(plan.cap.amount)
  const aim = cap === undefined ? wanted : smaller(wanted, cap)
  const isMultiplied = plan.coefficient.applies === 'multiply'
  const scale = compileScale(plan.scale)
  const raised = isMultiplied ? scale : raiseRates(scale, facts.uplift)
  const fromScale = isMultiplied ? divide(aim, add(ONE, facts.uplift)) : aim
  const gate = openGate(ZERO, facts.target, plan)
  const start = startOf(gate, plan)
  const base = smallestBase(fromScale, raised, facts, salesDecimals(plan), start.least, start.below)
  if (base !== undefined && cap !== undefined && compare(wanted, cap) > 0)
    return refuseUnreachable(wanted, cap, 'cap', plan)
  if (base !== undefined) return add(base, start.below)
  const highest = highestPay(raised, facts)
  const most = isMultiplied ? multiply(highest, add(ONE, facts.uplift)) : highest
  return refuseUnreachable(wanted, most, 'scale', plan)
}

/** Where the sales that count begin: at the gate's level, or above what lies below it. */
function startOf(gate: Gate | null, plan: CommissionPlan) {
  if (gate === null) return { least: ZERO, below: ZERO }
  if (plan.gate?.counts === 'above-target') return { least: ZERO, below: gate.level }
  return { least: larger(gate.level, ZERO), below: ZERO }
}

/** Sales are money with the currency's decimals, or whole units. */
function salesDecimals(plan: CommissionPlan): number {
  return plan.scale.thresholds === 'units' ? 0 : (currencyDecimals(plan.currency) ?? 0)
}

function refuseUnreachable(
  wanted: Fraction,
  most: Fraction,
  reason: 'cap' | 'scale',
  { currency }: CommissionPlan,
): never {
  const amount = writeDecimal(wanted)
  const highest = writePadded(most, currencyDecimals(currency) ?? 0)
  const stop = reason === 'cap' ? 'the cap of the plan' : 'its scale, which ends'
  const text = `got ${amount}, and no sales earn so much by this plan: the highest amount is ${highest}, because of ${stop}.`
  return refuse('COMMISSION_UNREACHABLE', ['amount'], { amount, highest, reason }, text)
}

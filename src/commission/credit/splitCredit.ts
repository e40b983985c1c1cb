import type { DecimalInput, Issue } from '../../kernel/index.js'
import * as issue from '../../kernel/input/issue.js'
import * as read from '../../kernel/input/read.js'
import * as fraction from '../../kernel/number/fraction.js'
import { exactPlan } from '../plan/exactPlan.js'
import type { DefinedCommissionPlan } from '../plan/types.js'
import { readOwners } from './readOwners.js'
import { shareUnits } from './shareUnits.js'
import type { CreditOwner, CreditShare } from './types.js'
import { writeShare } from './writeCrediting.js'

/**
 * Splits the amount of a sale between those who share it. The parts of the owners add up to it exactly, also in thirds.
 *
 * Use it for one sale; {@link creditLines} credits all the lines of a run, also to the owners of their customers.
 * Owners have either `parts` (1 and 1 and 1) or a `share` (a ratio); shares add up to exactly 1. An overlay is credited on top of the
 * whole, with a share of its own, and only where the plan allows it. A refund mirrors the sale.
 *
 * @throws SalesRulesError `CREDIT_NOT_WHOLE` when the shares do not add up to 1, `OVERLAY_REFUSED`, `ID_DUPLICATE`,
 *   `TOTAL_TOO_PRECISE` when the amount has more decimals than the currency, `NUMBER_LOOKS_LIKE_PERCENT` for an overlay of 20,
 *   `VALUE_INVALID`, `NUMBER_INVALID`.
 *
 * @example Three equal owners
 * ```ts
 * import { handbook, splitCredit } from 'sales-rules'
 *
 * const owners = [{ payee: 'Li', parts: 1 }, { payee: 'Wang', parts: 1 }, { payee: 'Zhao', parts: 1 }]
 * splitCredit('100.00', owners, handbook.commission).map(({ amount }) => amount) // => ['33.34', '33.33', '33.33']
 * ```
 *
 * @example A specialist who is credited on top
 * ```ts
 * import { defineCommissionPlan, handbook, splitCredit } from 'sales-rules'
 *
 * const plan = defineCommissionPlan({ ...handbook.commission, credit: { overlays: 'allow' } })
 * const owners = [{ payee: 'Li', share: '1' }, { payee: 'Wang', share: '0.2', overlay: true }]
 * splitCredit('100.00', owners, plan).map(({ payee, amount }) => [payee, amount]) // => [['Li', '100.00'], ['Wang', '20.00']]
 * ```
 */
export function splitCredit(
  amount: DecimalInput,
  owners: readonly CreditOwner[],
  plan: DefinedCommissionPlan,
): CreditShare[] {
  const exact = exactPlan(plan)
  const issues: Issue[] = []
  const whole = read.decimal(amount, ['amount'], issues) ?? fraction.ZERO
  const units = read.units(whole, exact, ['amount'], issues)
  const given = readOwners(owners, ['owners'], exact, issues)
  issue.refuseIfAny(issues)
  const shares = shareUnits(units, given, exact.rounding.mode)
  return shares.map((share) => writeShare(share, exact.decimals))
}

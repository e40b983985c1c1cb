import type { DefinedCommissionPlan } from '../../commission/index.js'
import {
  computeCommission,
  computeShares,
  type ExactPlan,
  exactPlan,
  readFacts,
  totalOf,
  writeUnits,
} from '../../commission/internal.js'
import { attempt } from '../../kernel/input/attempt.js'
import { scaleUnits } from '../number/scaled.js'
import { requireAmountsOnly } from './beyondAmount.js'
import { NO_ISSUES } from './building.js'
import type { CompiledPlan } from './compilePlan.js'
import { fastForm } from './fastForm.js'
import { linesByPayee } from './linesByPayee.js'
import { factsOf, lacksTarget, type PayeeFacts, payeeFacts } from './payeeFacts.js'
import { ALL, paidOf, payeePlans } from './payeePlans.js'
import { type ReadColumns, requireColumns } from './requireColumns.js'
import { type PlansInOrder, shareInOrder } from './shareInOrder.js'
import { soldInColumns } from './soldInColumns.js'
import { totalByPayee } from './totalByPayee.js'
import type { CommissionColumns, CommissionColumnsFacts, CommissionShareColumns } from './types.js'
import { type UnpaidPayees, unpaidPayees } from './unpaidPayees.js'

/**
 * The share of every line of a batch in its payee's commission, as a column: the amounts of {@link attributeCommission}.
 *
 * A payee's shares add up to the commission, to the last unit, whatever the rounding: a line earns the rounded commission after it less
 * the one before it. So a refund takes back what the sale before it earned, and the line that crosses a tier is split by the same
 * difference. The shares depend on the order of the lines; what they add up to does not.
 *
 * Shares are whole numbers of minor units, one for each line of the columns. A row that was refused is no line: after it, share and row no
 * longer stand at the same place. {@link attributeCommissionRows} leaves a place for it.
 *
 * @throws SalesRulesError `POLICY_NOT_DEFINED`; `PLAN_NEEDS_LINES` as {@link calculateCommissionColumns} has it; `VALUE_INVALID` for columns that do not belong together;
 *   `ID_DUPLICATE` for a payee who is named twice.
 *
 * @example The second order crosses 1,000,000; the third takes a part of it back
 * ```ts
 * import { handbook } from 'sales-rules'
 * import { attributeCommissionColumns, commissionColumnsBuilder } from 'sales-rules/batch'
 *
 * const builder = commissionColumnsBuilder(handbook.commission)
 * builder.addTexts(['Ann', 'Ann', 'Ann'], ['900000', '300000', '-50000'])
 * const shared = attributeCommissionColumns(builder.finish(), handbook.commission, { target: '1000000' })
 * Array.from(shared.shares) // => [2700000, 1100000, -200000]
 * ```
 */
export function attributeCommissionColumns(
  given: CommissionColumns,
  plan: DefinedCommissionPlan,
  facts: CommissionColumnsFacts = {},
): CommissionShareColumns {
  const exact = exactPlan(plan)
  requireAmountsOnly(exact)
  const columns = requireColumns(given)
  const known = payeeFacts(facts, columns.payees, exact)
  const plans = plansInOrder(totalByPayee(columns), exact, columns.decimals, known)
  const shares = new Float64Array(columns.amounts.length)
  const paid = shareInOrder(columns, plans, shares)
  return {
    payees: columns.payees,
    shares,
    decimals: exact.rounding.decimals,
    currency: exact.currency,
    policy: exact.reference,
    ...shareRest(columns, { paid, shares }, exact, known),
  }
}

/** Of each payee, how the lines are paid one after the other. Where the gate is shut for the total, no line earns anything. */
function plansInOrder(
  totals: Float64Array,
  plan: ExactPlan,
  decimals: number,
  facts: PayeeFacts,
): PlansInOrder {
  const isCompiled = fastForm(plan) === 'compiled' && plan.attribution === 'deal-order'
  const planOf = payeePlans(plan, decimals, facts)
  const compiled: (CompiledPlan | null)[] = []
  const off = totals.map((total, place) => {
    const own = isCompiled ? planOf(place) : null
    compiled.push(own === null ? null : own.compiled)
    if (own === null || Number.isNaN(paidOf(total, own))) return Number.NaN
    return total < own.gate ? ALL : own.off
  })
  return { compiled, off }
}

/** Shares out by the rule itself, payee by payee, what is not shared out yet, and fills in the column. */
function shareRest(
  columns: ReadColumns,
  { paid, shares }: { readonly paid: Float64Array; readonly shares: Float64Array },
  plan: ExactPlan,
  facts: PayeeFacts,
): UnpaidPayees & Pick<CommissionShareColumns, 'wide'> {
  const wide = new Map<number, string>()
  const unpaid = unpaidPayees(columns)
  const unshared = [...paid.keys()].filter((payee) => Number.isNaN(paid[payee]))
  for (const [payee, lines] of linesByPayee(columns, unshared)) {
    for (const line of lines) shares[line] = Number.NaN
    if (unpaid.isFull() && lacksTarget(facts, payee, plan)) {
      unpaid.add(payee, NO_ISSUES, 'TARGET_MISSING')
      continue
    }
    const shared = attempt(() => {
      const known = readFacts(factsOf(facts, payee), plan)
      const commission = computeCommission(soldInColumns(columns, lines, plan), known, plan)
      return computeShares(commission, plan).map(({ sums }) => totalOf(sums))
    })
    if (!shared.ok) unpaid.add(payee, shared.issues)
    else fillIn(shared.value, lines, { shares, wide }, plan)
  }
  return { wide, ...unpaid.finish() }
}

function fillIn(
  units: readonly bigint[],
  lines: readonly number[],
  { shares, wide }: { readonly shares: Float64Array; readonly wide: Map<number, string> },
  plan: ExactPlan,
): void {
  for (const [index, line] of lines.entries()) {
    const share = units[index] ?? 0n
    shares[line] = scaleUnits(share)
    if (Number.isNaN(shares[line])) wide.set(line, writeUnits(share, plan))
  }
}
